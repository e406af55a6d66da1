import type { Made } from "../../engine/applying/apply-protocol.ts";
import type { Edits } from "../../engine/page-data.ts";
import { withoutEdit } from "../edit/texts.ts";

/** The edits without those that were written; one that was changed since it was sent stays. */
export function withoutDone(edits: Edits, sent: Edits, { manifests, removed }: Made["done"]): Edits {
  const textIn = (of: Edits, name: string) => of.manifests.find((one) => one.name === name)?.text;
  const gone = [...manifests, ...removed].filter(
    (name) =>
      textIn(edits, name) === textIn(sent, name) && edits.removed.includes(name) === sent.removed.includes(name),
  );
  return gone.reduce(withoutEdit, edits);
}

/** The edits with those again that were written and then taken back; what was edited since counts. */
export function withBack(edits: Edits, sent: Edits, { manifests, removed }: Made["done"]): Edits {
  const isNew = (name: string) => !edits.manifests.some((one) => one.name === name) && !edits.removed.includes(name);
  return {
    ...edits,
    manifests: [...edits.manifests, ...sent.manifests.filter(({ name }) => manifests.includes(name) && isNew(name))],
    removed: [...edits.removed, ...sent.removed.filter((name) => removed.includes(name) && isNew(name))],
  };
}
