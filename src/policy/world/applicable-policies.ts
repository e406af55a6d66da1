import { labelNames } from "../../selector/labels.ts";
import { matches } from "../../selector/matches.ts";
import { unmetPart } from "../../selector/unmet.ts";
import { listDifference } from "../compile-memo.ts";
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

interface PolicyMemo {
  readonly staged: World["stagedPolicies"];
  /** What each endpoint has, computed at the first use. */
  readonly stages: (endpoint: CompiledEndpoint) => ByStage;
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

function stagesOf(world: World, endpoint: CompiledEndpoint): ByStage {
  const { policies, stagedPolicies } = world;
  const last = policyMemos.get(policies);
  const memo = last?.staged === stagedPolicies ? last : newMemo(world);
  policyMemos.set(policies, memo);
  return memo.stages(endpoint);
}

function newMemo({ policies, stagedPolicies: staged }: World): PolicyMemo {
  const all = [...policies, ...staged];
  const used = new Set<string>();
  for (const { selector } of all) labelNames(selector, used);
  // Endpoints that agree on the labels that selectors read have the same policies.
  const names = new Set([...used].sort());
  const indexesOf = indexSelectors(all.map(({ selector }) => selector));
  const selecting = (labels: CompiledEndpoint["labels"]) => indexesOf(labels).flatMap((index) => all[index] ?? []);
  const byLabels = new Map<string, ByStage>();
  const known = new WeakMap<CompiledEndpoint, ByStage>();
  return {
    staged,
    stages: (endpoint) => {
      const found = known.get(endpoint);
      if (found) return found;
      const key = projection(endpoint.labels, names);
      const stages = byLabels.get(key) ?? byStage(staged, selecting(endpoint.labels));
      byLabels.set(key, stages);
      known.set(endpoint, stages);
      return stages;
    },
  };
}

/**
 * Takes over what is known of an earlier list of policies for one that differs in few, both in evaluation order: an endpoint
 * has what it had there, without those that are gone and with the new ones that select it.
 */
export function keepApplicable(earlier: World["policies"], policies: World["policies"]): void {
  const memo = policyMemos.get(earlier);
  if (memo === undefined) return;
  const { gone, added } = listDifference(earlier, policies);
  const without = new Set(gone);
  const known = new Map<CompiledEndpoint, ByStage>();
  const shared = new Map<ByStage, Map<string, ByStage>>();
  const stages = (endpoint: CompiledEndpoint): ByStage => {
    const found = known.get(endpoint);
    if (found) return found;
    const had = memo.stages(endpoint);
    const isSelecting = ({ selector }: CompiledPolicy) => matches(selector, endpoint.labels);
    const selected = added.filter(isSelecting);
    if (selected.length === 0 && !gone.some(isSelecting)) {
      known.set(endpoint, had);
      return had;
    }
    const key = selected.map((policy) => added.indexOf(policy)).join();
    const alike = shared.get(had) ?? new Map<string, ByStage>();
    shared.set(had, alike);
    const now = alike.get(key) ?? byStage(memo.staged, changedMatching(had, without, selected));
    alike.set(key, now);
    known.set(endpoint, now);
    return now;
  };
  policyMemos.set(policies, { staged: memo.staged, stages });
}

/** The policies and staged policies of an endpoint after a change; staged ones stay at the end. */
function changedMatching(
  { matching, staged }: ByStage,
  without: ReadonlySet<CompiledPolicy>,
  added: readonly CompiledPolicy[],
): readonly CompiledPolicy[] {
  const ordered = matching.filter((policy) => !without.has(policy) && !staged.has(policy));
  for (const policy of added) ordered.splice(placeOf(policy, ordered), 0, policy);
  return [...ordered, ...matching.filter((policy) => staged.has(policy))];
}

function byStage(stagedPolicies: World["stagedPolicies"], matching: readonly CompiledPolicy[]): ByStage {
  const staged = new Set(stagedPolicies);
  const selected = staged.size === 0 ? matching : matching.filter((policy) => !staged.has(policy));
  const of = (wanted: PolicyStage): ByDirection => {
    const evaluated = selected.filter(
      (policy) => kindOf(wanted) === policy.kind && (wanted !== "forward" || policy.applyOnForward),
    );
    return {
      ingress: evaluated.filter(({ types }) => types.ingress),
      egress: evaluated.filter(({ types }) => types.egress),
    };
  };
  const normal = of("normal");
  const hasChains = (stage: PolicyStage) =>
    matching.some(({ kind, types }) => kind === kindOf(stage) && (types.ingress || types.egress));
  return {
    matching,
    staged,
    chains: new Set(STAGES.filter(hasChains)),
    untracked: of("untracked"),
    "pre-DNAT": of("pre-DNAT"),
    normal,
    forward: of("forward"),
    workload: normal,
  };
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
