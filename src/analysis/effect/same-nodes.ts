import type { NodeFacts } from "../../model/flow.ts";
import { isSameList, listDifference } from "../../policy/compile-memo.ts";
import type { CompiledEndpoint, CompiledPolicy, World } from "../../policy/world/compiled.ts";
import { matches } from "../../selector/matches.ts";
import type { WorldFacts } from "../paths/ways-of-worlds.ts";
import { sameContent } from "./content.ts";

/**
 * Tells the nodes where two Worlds certainly decide alike: what they compiled of the node is the same objects, and no policy that
 * is not in both selects an endpoint of it; a policy whose tier changes is compiled again, and so is not in both. Worlds that were compiled apart share no objects; of these it knows of no node.
 */
export function sameNodes(before: WorldFacts, after: WorldFacts): (node: string) => boolean {
  const [old, now] = [before.world, after.world];
  if (!sameInGeneral(old, now)) return () => false;
  const policies = [...changed(old.policies, now.policies), ...changed(old.stagedPolicies, now.stagedPolicies)];
  const [factsBefore, factsAfter] = [byNode(before.facts), byNode(after.facts)];
  return (node) => {
    if (!sameContent(factsBefore.get(node), factsAfter.get(node))) return false;
    if (!sameContent(old.settings.get(node) ?? old.settings.get(""), now.settings.get(node) ?? now.settings.get("")))
      return false;
    const endpoints = (world: World) => [
      ...(world.hostEndpoints.get(node) ?? []),
      ...(world.workloadEndpoints.get(node) ?? []),
    ];
    const here = endpoints(now);
    return isSameList(endpoints(old), here) && !policies.some((policy) => here.some((one) => selects(policy, one)));
  };
}

function sameInGeneral(a: World, b: World): boolean {
  return (
    a.calico === b.calico &&
    a.members === b.members &&
    a.services === b.services &&
    a.profiles === b.profiles &&
    sameContent(a.encapsulation, b.encapsulation) &&
    sameContent(a.serviceNets, b.serviceNets) &&
    sameContent(a.nodes, b.nodes)
  );
}

function changed(a: readonly CompiledPolicy[], b: readonly CompiledPolicy[]): readonly CompiledPolicy[] {
  if (a === b) return [];
  const { gone, added } = listDifference(a, b);
  return [...gone, ...added];
}

function selects({ selector }: CompiledPolicy, { labels }: CompiledEndpoint): boolean {
  return matches(selector, labels);
}

function byNode(facts: readonly NodeFacts[]): ReadonlyMap<string, NodeFacts> {
  return new Map(facts.map((one) => [one.node, one]));
}
