import type { Direction, PolicyStage } from "../../policy/outcome.ts";
import { chainsOf, LOOPBACK, type Traversal, traversalsOf } from "../../policy/path/chains.ts";
import { type End, stageEndpoint } from "../../policy/path/end.ts";
import { tiersOf } from "../../policy/path/tier-list.ts";
import type { CompiledEndpoint, CompiledRule, CompiledRules } from "../../policy/world/compiled.ts";
import { applicable, hasStage } from "../../policy/world/endpoint-policies/applicable-policies.ts";
import type { OrderedRules } from "../paths/path-types.ts";
import type { PathCase } from "../paths/way.ts";
import { content } from "./content.ts";

/** What a way evaluates at one of its stages. */
export interface StageLists {
  /** What packets meet besides rules, as text: the endpoint, which lists there are, and what ends each. */
  readonly frame: string;
  readonly lists: readonly OrderedRules[];
}

/** The rules of a list, in order, with whose they are. */
export function* rulesOf({ owners, direction }: OrderedRules): Iterable<{ owner: CompiledRules; rule: CompiledRule }> {
  for (const owner of owners) for (const rule of owner[direction]) yield { owner, rule };
}

/**
 * The lists of rules that the packets of a way can meet, stage by stage, and those that their answers can: those of tracked
 * connections meet untracked policy only, those of untracked ones all of it.
 */
export function stageLists(one: PathCase, deciders: boolean): readonly StageLists[] {
  const { from, to } = one.way;
  const there = traversalsOf(from, to).flatMap((traversal) => (traversal ? stagesOf(one, traversal, deciders) : []));
  if (!hasUntracked(one)) return there;
  return [...there, ...traversalsOf(to, from).flatMap((back) => (back ? stagesOf(one, back, deciders) : []))];
}

/** Whether an end of the way has untracked policy: then answers are evaluated. */
export function hasUntracked({ world, way: { view, from, to } }: PathCase): boolean {
  return [from, to, LOOPBACK].some((end) => {
    const endpoint = stageEndpoint(world, view, "untracked", end);
    return endpoint !== undefined && hasStage(world, endpoint, "untracked");
  });
}

function stagesOf(one: PathCase, traversal: Traversal, deciders: boolean): StageLists[] {
  return chainsOf(traversal).flatMap(({ stage, direction, end, check }) =>
    check === undefined ? [stageAt(one, stage, direction, traversal[end], deciders)] : [],
  );
}

function stageAt(
  { world, way: { view } }: PathCase,
  stage: PolicyStage,
  direction: Direction,
  end: End,
  deciders: boolean,
): StageLists {
  const endpoint = stageEndpoint(world, view, stage, end);
  if (endpoint === undefined) return { frame: "none", lists: [] };
  const policies = applicable(world, endpoint, stage, direction);
  const tiers = tiersOf(policies).map(({ tier, owners }) => ({ tier, owners: owners.map(({ rules }) => rules) }));
  const hasProfiles = stage === "normal" || stage === "workload";
  const profiles = hasProfiles ? endpoint.profiles.map((name) => world.profiles.get(name)) : [];
  const frame = [
    deciders ? nameOf(endpoint) : "endpoint",
    hasStage(world, endpoint, stage),
    ...tiers.map(({ tier }) => (deciders ? content(tier) : tier.passesByDefault)),
    "profiles",
    ...profiles.map(
      (profile, i) => `${profile === undefined ? "missing" : ""} ${deciders ? endpoint.profiles[i] : ""}`,
    ),
  ].join("|");
  const ofProfiles = profiles.map((profile) => ({ owners: profile === undefined ? [] : [profile], direction }));
  return { frame, lists: [...tiers.map(({ owners }) => ({ owners, direction })), ...ofProfiles] };
}

function nameOf({ kind, namespace = "", name }: CompiledEndpoint): string {
  return `${kind} ${namespace}/${name}`;
}
