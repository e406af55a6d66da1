import type { Resource } from "../../../model/resource.ts";
import { resourceDiff } from "../../resources/writing/apply-diff.ts";
import { withoutLastApplied } from "../../snapshot/cut-object.ts";

const plain = (text: string): string => text;
const PLAIN_DIFF = { removed: plain, added: plain, place: plain };

/** The diff of a resource for the page: as `calicoctl diff` prints it, without what no page has. */
export function pageDiff(
  name: string,
  current: Resource | undefined,
  next: Resource | undefined,
  verb: "applied" | "stored",
): string {
  const cut = (resource: Resource | undefined) => resource && withoutLastApplied(resource);
  return resourceDiff(name, cut(current), { next: cut(next), verb }, PLAIN_DIFF);
}
