import type { World } from "../world/compiled.ts";
import { evaluateEndToEnd } from "./end-to-end-path.ts";
import type { FactsByNode, Question } from "./endpoint-places.ts";
import type { EndToEndPath, EndToEndRequest } from "./path-types.ts";

/** A path, and the request for it with the targets that nodes choose on it. */
export interface ChosenPath {
  readonly request: EndToEndRequest;
  readonly path: EndToEndPath;
}

/** The paths of every choice, at least one; or the question that must be answered first. */
export type EveryChoiceResult =
  | { readonly ok: true; readonly paths: readonly [ChosenPath, ...ChosenPath[]]; readonly isComplete: boolean }
  | { readonly ok: false; readonly question: Question };

/** More paths than anyone can read. */
const MOST_PATHS = 500;

/**
 * Evaluates a packet from end to end once for every choice that its nodes have among the targets of a DNAT, as kube-proxy
 * chooses among the backends of a Service. Not `isComplete` where there are too many. Pure and total.
 */
export function evaluateEveryChoice(world: World, facts: FactsByNode, request: EndToEndRequest): EveryChoiceResult {
  const paths: ChosenPath[] = [];
  const open: (readonly number[])[] = [[]];
  while (paths.length < MOST_PATHS) {
    const targets = open.pop();
    if (targets === undefined) break;
    const chosen = { ...request, targets };
    const result = evaluateEndToEnd(world, facts, chosen);
    if (!result.ok) return result;
    const { path } = result;
    paths.push({ request: chosen, path });
    open.push(...others(path, targets.length).reverse());
  }
  const [first, ...rest] = paths;
  if (first === undefined) throw new Error("the first choice is always evaluated");
  return { ok: true, paths: [first, ...rest], isComplete: open.length === 0 };
}

/** The other targets at each choice of a path after the first `fixed` ones, where it took the first. */
function others({ choices }: EndToEndPath, fixed: number): (readonly number[])[] {
  return choices.slice(fixed).flatMap(({ count }, at) => {
    const before = choices.slice(0, fixed + at).map(({ target }) => target);
    return Array.from({ length: count - 1 }, (_, i) => [...before, i + 1]);
  });
}
