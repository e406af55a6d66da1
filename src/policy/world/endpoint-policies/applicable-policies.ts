import { labelNames } from "../../selector/labels.ts";
import { matches } from "../../selector/matches.ts";
import { unmetPart } from "../../selector/unmet.ts";
import { isSameList, type ListDifference } from "../compile-memo.ts";
import { Lineage } from "../lineage.ts";
import type { Direction, PolicyStage, SkipReason } from "../outcome.ts";
import { placeOf } from "./compile-policy.ts";
import type { CompiledEndpoint, CompiledPolicy, World } from "./compiled.ts";
import { indexSelectors, projection } from "./label-index.ts";

type ByDirection = Readonly<Record<Direction, readonly CompiledPolicy[]>>;
type ByStage = Readonly<Record<PolicyStage, ByDirection>> & {
  /** The stages that Felix has chains for. */
  readonly chains: ReadonlySet<PolicyStage>;
  /** All that select the endpoint, in evaluation order, staged ones last; and those of them that are staged, or more. */
  readonly matching: readonly CompiledPolicy[];
  readonly staged: ReadonlySet<CompiledPolicy>;
};

type PolicyLineage = Lineage<CompiledEndpoint, ByStage, Change>;

interface PolicyMemo {
  readonly staged: World["stagedPolicies"];
  readonly lineage: PolicyLineage;
  /** After how many changes of the lineage it is. */
  readonly place: number;
}

/** The stages at which policies are evaluated. */
export const STAGES: readonly PolicyStage[] = ["untracked", "pre-DNAT", "normal", "forward", "workload"];

/** The policies of each endpoint by the list of all of them, which Worlds may share; computed at the first use. */
const policyMemos = new WeakMap<World["policies"], PolicyMemo>();

/** The policies that a stage evaluates for an endpoint and direction, in evaluation order; one list for all endpoints that agree. */
export function applicable(
  world: World,
  endpoint: CompiledEndpoint,
  stage: PolicyStage,
  direction: Direction,
): readonly CompiledPolicy[] {
  return stagesOf(world, endpoint)[stage][direction];
}

/**
 * All policies that select an endpoint, whatever their kind and direction, in evaluation order, staged ones last: the same list
 * exactly where no policy that selects it is another, so that what depends on its policies does not differ either.
 */
export function selecting(world: World, endpoint: CompiledEndpoint): readonly CompiledPolicy[] {
  return stagesOf(world, endpoint).matching;
}

function stagesOf(world: World, endpoint: CompiledEndpoint): ByStage {
  const { policies, stagedPolicies } = world;
  const { lineage, place } = memoOf(policies, stagedPolicies);
  return lineage.after(place, endpoint);
}

function memoOf(policies: World["policies"], staged: World["stagedPolicies"]): PolicyMemo {
  const known = policyMemos.get(policies);
  if (known?.staged === staged) return known;
  const memo = { staged, lineage: lineageOf(stagesIn(policies, staged)), place: 0 };
  policyMemos.set(policies, memo);
  return memo;
}

/** What endpoints have, found when it is first asked for. */
function stagesIn(
  policies: World["policies"],
  staged: World["stagedPolicies"],
): (endpoint: CompiledEndpoint) => ByStage {
  let known: ((endpoint: CompiledEndpoint) => ByStage) | undefined;
  return (endpoint) => {
    known ??= prepared(policies, staged);
    return known(endpoint);
  };
}

function prepared(
  policies: World["policies"],
  staged: World["stagedPolicies"],
): (endpoint: CompiledEndpoint) => ByStage {
  const all = [...policies, ...staged];
  const used = new Set<string>();
  for (const { selector } of all) labelNames(selector, used);
  // Endpoints that agree on the labels that selectors read have the same policies.
  const names = new Set([...used].sort());
  const indexesOf = indexSelectors(all.map(({ selector }) => selector));
  const byLabels = new Map<string, ByStage>();
  const isStaged = new Set(staged);
  return ({ labels }) => {
    const key = projection(labels, names);
    const known = byLabels.get(key);
    if (known !== undefined) return known;
    const matching = indexesOf(labels).map((index) => all[index] as CompiledPolicy);
    const stages = byStage(isStaged, matching);
    byLabels.set(key, stages);
    return stages;
  };
}

/**
 * Takes over what is known of an earlier list of policies for one that differs in few, both in evaluation order: an endpoint
 * has what it had there, without those that are gone and with the new ones that select it.
 */
export function keepApplicable(
  { policies: earlier, stagedPolicies }: Pick<World, "policies" | "stagedPolicies">,
  policies: World["policies"],
  change: ListDifference<CompiledPolicy>,
): void {
  const { staged, lineage, place } = memoOf(earlier, stagedPolicies);
  const isLast = place === lineage.length;
  const own = isLast ? lineage : lineageOf((endpoint) => lineage.after(place, endpoint));
  const { gone, added } = change;
  const at = own.add({ gone: new Set(gone), added, selecting: selectingOf([...gone, ...added]), alike: new Map() });
  policyMemos.set(policies, { staged, lineage: own, place: at });
}

function lineageOf(first: (endpoint: CompiledEndpoint) => ByStage): PolicyLineage {
  return new Lineage(first, changed);
}

/** A change of a list of policies. */
interface Change {
  readonly gone: ReadonlySet<CompiledPolicy>;
  readonly added: readonly CompiledPolicy[];
  /** Those of `gone` and `added` that select what has some labels. */
  readonly selecting: (labels: CompiledEndpoint["labels"]) => readonly CompiledPolicy[];
  /** What endpoints have that had the same, and are selected by the same new policies. */
  readonly alike: Map<ByStage, Map<string, ByStage>>;
}

/** What an endpoint has after a change: the same object where no policy that selects it comes or goes, as only those and its labels decide. */
function changed({ labels }: CompiledEndpoint, had: ByStage, { gone, added, selecting: of, alike }: Change): ByStage {
  const found = of(labels);
  if (found.length === 0) return had;
  const selected = found.filter((policy) => !gone.has(policy));
  const key = selected.map((policy) => added.indexOf(policy)).join();
  const same = alike.get(had) ?? new Map<string, ByStage>();
  alike.set(had, same);
  const now = same.get(key) ?? byStage(had.staged, changedMatching(had, gone, selected), had);
  same.set(key, now);
  return now;
}

/** More selectors than that are found by the labels that they need. */
const FEW = 8;

/** Finds the policies that select what has some labels, in the order of the list. */
function selectingOf(policies: readonly CompiledPolicy[]): Change["selecting"] {
  if (policies.length <= FEW) {
    return (labels) => {
      let found: CompiledPolicy[] | undefined;
      for (const policy of policies) {
        if (!matches(policy.selector, labels)) continue;
        found ??= [];
        found.push(policy);
      }
      return found ?? NONE;
    };
  }
  const indexesOf = indexSelectors(policies.map(({ selector }) => selector));
  return (labels) => indexesOf(labels).map((index) => policies[index] as CompiledPolicy);
}

const NONE: readonly CompiledPolicy[] = [];

/** The policies and staged policies of an endpoint after a change; staged ones stay at the end. */
function changedMatching(
  { matching, staged }: ByStage,
  without: ReadonlySet<CompiledPolicy>,
  added: readonly CompiledPolicy[],
): readonly CompiledPolicy[] {
  const ordered = matching.filter((policy) => !without.has(policy) && !staged.has(policy));
  for (const policy of added) ordered.splice(placeOf(policy, ordered), 0, policy);
  return staged.size === 0 ? ordered : [...ordered, ...matching.filter((policy) => staged.has(policy))];
}

/** Divides policies by stage. Lists that hold the same as `had` has for the stage are its lists. */
function byStage(
  staged: ReadonlySet<CompiledPolicy>,
  matching: readonly CompiledPolicy[],
  had: ByStage | undefined = undefined,
): ByStage {
  const lists = { untracked: newLists(), "pre-DNAT": newLists(), normal: newLists(), forward: newLists() };
  const kinds = new Set<CompiledPolicy["kind"]>();
  for (const policy of matching) {
    const { kind, types, applyOnForward } = policy;
    if (types.ingress || types.egress) kinds.add(kind);
    if (staged.has(policy)) continue;
    for (const direction of DIRECTIONS) {
      if (!types[direction]) continue;
      lists[kind][direction].push(policy);
      if (kind === "normal" && applyOnForward) lists.forward[direction].push(policy);
    }
  }
  const of = (stage: keyof typeof lists): ByDirection => {
    const [made, before] = [lists[stage], had?.[stage]];
    if (before === undefined) return made;
    return { ingress: kept(before.ingress, made.ingress), egress: kept(before.egress, made.egress) };
  };
  const normal = of("normal");
  return {
    matching,
    staged,
    chains: chainsFor(kinds),
    untracked: of("untracked"),
    "pre-DNAT": of("pre-DNAT"),
    normal,
    forward: of("forward"),
    workload: normal,
  };
}

const DIRECTIONS: readonly Direction[] = ["ingress", "egress"];

function newLists(): Record<Direction, CompiledPolicy[]> {
  return { ingress: [], egress: [] };
}

function kept(before: readonly CompiledPolicy[], made: readonly CompiledPolicy[]): readonly CompiledPolicy[] {
  return isSameList(before, made) ? before : made;
}

const chainSets = new Map<string, ReadonlySet<PolicyStage>>();

/** The stages that have chains where there are policies of some kinds. */
function chainsFor(kinds: ReadonlySet<CompiledPolicy["kind"]>): ReadonlySet<PolicyStage> {
  const key = [...kinds].sort().join();
  const known = chainSets.get(key) ?? new Set(STAGES.filter((stage) => kinds.has(kindOf(stage))));
  chainSets.set(key, known);
  return known;
}

/** The kind of policy that a stage evaluates. */
function kindOf(stage: PolicyStage): CompiledPolicy["kind"] {
  return stage === "untracked" || stage === "pre-DNAT" ? stage : "normal";
}

/**
 * Whether any policy of the stage's kind selects the endpoint in any direction: then Felix has chains for the stage. Staged policies count: an INVALID packet is dropped in mangle where only they are (recorded: xnew-0108).
 */
export function hasStage(world: World, endpoint: CompiledEndpoint, stage: PolicyStage): boolean {
  return stagesOf(world, endpoint).chains.has(stage);
}

/** A policy of the stage's kind that does not apply, and why. */
export interface Skipped {
  readonly policy: CompiledPolicy;
  readonly why: SkipReason;
}

/** The policies of the stage's kind that do not apply to this endpoint and direction, in evaluation order. */
export function skipped(
  world: World,
  endpoint: CompiledEndpoint,
  stage: PolicyStage,
  direction: Direction,
): readonly Skipped[] {
  const list: Skipped[] = [];
  for (const policy of world.policies) {
    if (policy.kind !== kindOf(stage)) continue;
    const why = skipReason(policy, endpoint, stage, direction);
    if (why) list.push({ policy, why });
  }
  return list;
}

function skipReason(
  policy: CompiledPolicy,
  endpoint: CompiledEndpoint,
  stage: PolicyStage,
  direction: Direction,
): SkipReason | undefined {
  const { namespace } = policy.ref;
  if (namespace !== undefined && namespace !== endpoint.namespace) return { reason: "namespace", needs: namespace };
  const failing = unmetPart(policy.selector, endpoint.labels);
  if (failing) return { reason: "selector", ...failing };
  if (stage === "forward" && !policy.applyOnForward) return { reason: "not-apply-on-forward" };
  return policy.types[direction] ? undefined : { reason: "no-rules-in-direction" };
}
