import type { Text } from "@codemirror/state";
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
export function withText(edits: Edits, name: string, text: string, base: string | undefined): Edits {
  const others = edits.manifests.filter((one) => one.name !== name);
  const isAsBefore = base !== undefined && withLineFeeds(base) === text;
  const isThere = others.length < edits.manifests.length;
  if (isAsBefore) return isThere ? { ...edits, manifests: others } : edits;
  const manifests = isThere
    ? edits.manifests.map((one) => (one.name === name ? { name, text } : one))
    : [...edits.manifests, { name, text }];
  return { ...edits, manifests };
}

/** The edits without any of a manifest, or of a stored resource. */
export function withoutEdit({ manifests, removed }: Edits, name: string): Edits {
  return { manifests: manifests.filter((one) => one.name !== name), removed: removed.filter((one) => one !== name) };
}

/** A name for a new manifest that none of these has. */
export function newName(names: readonly string[]): string {
  let number = 1;
  while (names.includes(`new-${number}.yaml`)) number++;
  return `new-${number}.yaml`;
}
