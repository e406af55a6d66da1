import { labelNames } from "../../selector/labels.ts";
import { unmetPart } from "../../selector/unmet.ts";
import type { Direction, PolicyStage, SkipReason } from "../outcome.ts";
import type { CompiledEndpoint, CompiledPolicy, World } from "./compiled.ts";
import { indexSelectors, projection } from "./label-index.ts";

type ByDirection = Readonly<Record<Direction, readonly CompiledPolicy[]>>;
type ByStage = Readonly<Record<PolicyStage, ByDirection>> & {
  /** The stages that Felix has chains for. */
  readonly chains: ReadonlySet<PolicyStage>;
};

interface PolicyMemo {
  /** The labels that policies' selectors read: endpoints that agree on them have the same policies. */
  readonly names: readonly string[];
  readonly selecting: (labels: CompiledEndpoint["labels"]) => readonly CompiledPolicy[];
  readonly byLabels: Map<string, ByStage>;
  readonly byEndpoint: WeakMap<CompiledEndpoint, ByStage>;
}

/** The stages at which policies are evaluated. */
export const STAGES: readonly PolicyStage[] = ["untracked", "pre-DNAT", "normal", "forward", "workload"];

/** The policies of each endpoint by World, computed at the first use. */
const policyMemos = new WeakMap<World, PolicyMemo>();

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
  const memo = policyMemos.get(world) ?? newMemo(world);
  policyMemos.set(world, memo);
  const known = memo.byEndpoint.get(endpoint);
  if (known) return known;
  const key = projection(endpoint.labels, memo.names);
  const stages = memo.byLabels.get(key) ?? byStage(world, memo.selecting(endpoint.labels));
  memo.byLabels.set(key, stages);
  memo.byEndpoint.set(endpoint, stages);
  return stages;
}

function newMemo({ policies, stagedPolicies }: World): PolicyMemo {
  const all = [...policies, ...stagedPolicies];
  const names = new Set<string>();
  for (const { selector } of all) labelNames(selector, names);
  const indexesOf = indexSelectors(all.map(({ selector }) => selector));
  const selecting: PolicyMemo["selecting"] = (labels) => indexesOf(labels).flatMap((index) => all[index] ?? []);
  return { names: [...names].sort(), selecting, byLabels: new Map(), byEndpoint: new WeakMap() };
}

function byStage({ stagedPolicies }: World, matching: readonly CompiledPolicy[]): ByStage {
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
