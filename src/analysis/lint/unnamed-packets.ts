import type { Flow } from "../../model/flow.ts";
import type { CompiledEndpoint, World } from "../../policy/world/compiled.ts";
import { applicable } from "../../policy/world/endpoint-policies/applicable-policies.ts";
import { settingsOf } from "../../policy/world/felix-config.ts";
import { failsafeBoxes } from "../paths/boxes/failsafe-boxes.ts";
import { openPaths, verdictSets } from "../paths/paths.ts";
import { waysOfNode } from "../paths/ways-of.ts";
import { witnessOf } from "../paths/witness.ts";
import type { Budget } from "../sets/budget.ts";
import { Universe } from "../sets/universe.ts";

/**
 * A packet that comes in at a host endpoint and is forwarded though no rule matches it, nor a failsafe port; replayed.
 * `undefined` where there is none. Ends as `within` catches it where the budget is spent.
 */
export function unnamedPacketForwarded(world: World, endpoint: CompiledEndpoint, budget: Budget): Flow | undefined {
  const { node } = endpoint;
  const isWanted = (way: { readonly kind: string; readonly endpoint?: CompiledEndpoint }) =>
    way.kind === "forwarded in" && way.endpoint === endpoint;
  for (const way of waysOfNode(world, { node }, isWanted)) {
    const universe = new Universe(way.family);
    // An untracked stage lets answers to failsafe connections past, too.
    const isUntracked = applicable(world, endpoint, "untracked", "ingress").length > 0;
    const hits = failsafeBoxes(universe, settingsOf(world.settings, node), "ingress", isUntracked);
    const failsafes = hits.flatMap(([, boxes]) => boxes);
    const paths = openPaths([{ world, way }], { universe, boxes: failsafes, deciders: false, replies: false, budget });
    const { space } = paths;
    let { allowed: unnamed } = verdictSets(paths, 0);
    for (const box of failsafes) unnamed = space.minus(unnamed, space.of(box));
    for (const { rules, direction, index, matched } of paths.reach(0))
      if (rules[direction][index]?.action !== "Log") unnamed = space.minus(unnamed, matched);
    const witness = witnessOf(paths, 0, unnamed);
    if (witness) return witness.flow;
  }
  return undefined;
}
