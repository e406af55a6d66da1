import type { NodeFacts } from "../../model/flow.ts";
import { isSameList, listDifference } from "../../policy/compile-memo.ts";
import type { CompiledEndpoint, CompiledPolicy, CompiledRules, World } from "../../policy/world/compiled.ts";
import { indexLabels } from "../../policy/world/label-index.ts";
import type { WorldFacts } from "../paths/ways-of-worlds.ts";
import { type SharedBudget, within } from "../sets/budget.ts";
import { sameContent } from "./content.ts";

/**
 * Tells the nodes where two Worlds certainly decide alike: what they compiled of the node is the same objects, and no policy that
 * is not in both, or whose rules name what has other addresses, selects an endpoint of it; a policy whose tier changes is compiled
 * again, and so is not in both. `isAlike`: whether rules match the same packets in both Worlds (same-inputs.ts). Worlds that were
 * compiled apart share no objects; of these it knows of no node.
 */
export function sameNodes(
  before: WorldFacts,
  after: WorldFacts,
  isAlike: (rules: CompiledRules) => boolean,
  budget: SharedBudget,
): (node: string) => boolean {
  const [old, now] = [before.world, after.world];
  if (!sameInGeneral(old, now)) return () => false;
  const unlike = now.policies.filter((policy) => !isAlike(policy));
  if (unlike.length > MOST_UNLIKE) return () => false;
  const policies = [
    ...changed(old.policies, now.policies),
    ...changed(old.stagedPolicies, now.stagedPolicies),
    ...unlike,
  ];
  const profiles = new Set([...now.profiles.values()].filter((profile) => !isAlike(profile)).map(({ name }) => name));
  const touched = within(() => nodesOf(policies, now, budget));
  // Where the budget is spent no node is known to be the same: then all are compared, as far as that goes.
  if (!touched.exact) return () => false;
  const [factsBefore, factsAfter] = [byNode(before.facts), byNode(after.facts)];
  return (node) => {
    if (touched.value.has(node) || !sameContent(factsBefore.get(node), factsAfter.get(node))) return false;
    if (!sameContent(old.settings.get(node) ?? old.settings.get(""), now.settings.get(node) ?? now.settings.get("")))
      return false;
    const here = endpointsOf(now, node);
    const isOtherwise = here.some((one) => one.profiles.some((name) => profiles.has(name)));
    return !isOtherwise && isSameList(endpointsOf(old, node), here);
  };
}

/** Where the rules of more policies than this name what has other addresses, hardly a node is the same. */
const MOST_UNLIKE = 100;

/** Endpoints that a policy's selector is held against in a step. */
const MATCHES_PER_STEP = 4;

/** The nodes with an endpoint that one of the policies selects. */
function nodesOf(policies: readonly CompiledPolicy[], world: World, budget: SharedBudget): ReadonlySet<string> {
  const nodes = new Set<string>();
  if (policies.length === 0) return nodes;
  const all = [world.hostEndpoints, world.workloadEndpoints].flatMap((byName) => [...byName.values()].flat());
  // Endpoints of one deployment share their labels.
  const labels = [...new Set(all.map((one) => one.labels))];
  const at = new Map(labels.map((one, index) => [one, index]));
  const nodesAt = labels.map(() => new Set<string>());
  for (const { labels: own, node } of all) nodesAt[at.get(own) ?? 0]?.add(node);
  const matching = indexLabels(labels);
  const found = new Set<number>();
  for (const { selector } of policies) {
    budget.spend(1 + Math.ceil(labels.length / MATCHES_PER_STEP));
    for (const index of matching(selector)) found.add(index);
  }
  for (const index of found) for (const node of nodesAt[index] ?? []) nodes.add(node);
  return nodes;
}

function endpointsOf({ hostEndpoints, workloadEndpoints }: World, node: string): readonly CompiledEndpoint[] {
  return [...(hostEndpoints.get(node) ?? []), ...(workloadEndpoints.get(node) ?? [])];
}

function sameInGeneral(a: World, b: World): boolean {
  return (
    a.calico === b.calico &&
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

function byNode(facts: readonly NodeFacts[]): ReadonlyMap<string, NodeFacts> {
  return new Map(facts.map((one) => [one.node, one]));
}
