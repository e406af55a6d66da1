import type { Text } from "@codemirror/state";
import type { BaseText } from "../../engine/editing/manifest-list.ts";
import type { Edits } from "../../engine/page-data.ts";

const texts = new WeakMap<Text, string>();

/** The text of an editor: made once, as it is the same object for all who ask for it. */
export function textOf(doc: Text): string {
  const text = texts.get(doc) ?? doc.toString();
  texts.set(doc, text);
  return text;
}

/** A text with the line ends of an editor. */
export function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text;
}

/** The edits with another text of a manifest; one that is as it was is no edit. */
export function withText(edits: Edits, name: string, text: string, base: BaseText | undefined): Edits {
  const others = edits.manifests.filter((one) => one.name !== name);
  const isAsBefore = base !== undefined && withLineFeeds(base.text) === text;
  const isThere = others.length < edits.manifests.length;
  if (isAsBefore) return isThere ? withoutEdit(edits, name) : edits;
  const manifests = isThere
    ? edits.manifests.map((one) => (one.name === name ? { name, text } : one))
    : [...edits.manifests, { name, text }];
  return withRevision({ ...edits, manifests }, name, isThere ? undefined : base);
}

/** The edits with a stored resource taken away. */
export function withRemoved(edits: Edits, name: string, base: BaseText | undefined): Edits {
  return withRevision({ ...edits, removed: [...edits.removed, name] }, name, base);
}

/** The edits with the revision that an edit begins with, unless it has begun before. */
function withRevision(edits: Edits, name: string, base: BaseText | undefined): Edits {
  const { revisions = [] } = edits;
  const resourceVersion = base?.resourceVersion;
  if (resourceVersion === undefined || revisions.some(([known]) => known === name)) return edits;
  return { ...edits, revisions: [...revisions, [name, resourceVersion]] };
}

/** The edits, of which that of a resource counts as made over another revision of it; over what the page shows without one. */
export function withOtherRevision(edits: Edits, name: string, resourceVersion: string | undefined): Edits {
  const others = (edits.revisions ?? []).filter(([known]) => known !== name);
  return { ...edits, revisions: resourceVersion === undefined ? others : [...others, [name, resourceVersion]] };
}

/** The edits without any of a manifest, or of a stored resource. */
export function withoutEdit({ manifests, removed, revisions = [] }: Edits, name: string): Edits {
  const others = revisions.filter(([known]) => known !== name);
  return {
    manifests: manifests.filter((one) => one.name !== name),
    removed: removed.filter((one) => one !== name),
    ...(others.length > 0 && { revisions: others }),
  };
}

/** A name for a new manifest that none of these has. */
export function newName(names: readonly string[]): string {
  let number = 1;
  while (names.includes(`new-${number}.yaml`)) number++;
  return `new-${number}.yaml`;
}
