import { labelNames } from "../../selector/labels.ts";
import { unmetPart } from "../../selector/unmet.ts";
import type { Direction, PolicyStage, SkipReason } from "../outcome.ts";
import type { CompiledEndpoint, CompiledPolicy, World } from "./compiled.ts";
import { indexSelectors, projection } from "./label-index.ts";

type ByStage = Readonly<Record<PolicyStage, Readonly<Record<Direction, readonly CompiledPolicy[]>>>>;

interface PolicyMemo {
  /** The labels that policies' selectors read: endpoints that agree on them have the same policies. */
  readonly names: readonly string[];
  readonly selecting: (labels: CompiledEndpoint["labels"]) => readonly number[];
  readonly byLabels: Map<string, ByStage>;
  readonly byEndpoint: WeakMap<CompiledEndpoint, ByStage>;
}

/** The policies of each endpoint by World, computed at the first use. */
const policyMemos = new WeakMap<World, PolicyMemo>();

/** The policies that a stage evaluates for an endpoint and direction, in evaluation order; one list for all endpoints that agree. */
export function applicable(
  world: World,
  endpoint: CompiledEndpoint,
  stage: PolicyStage,
  direction: Direction,
): readonly CompiledPolicy[] {
  const memo = policyMemos.get(world) ?? newMemo(world);
  policyMemos.set(world, memo);
  const known = memo.byEndpoint.get(endpoint);
  if (known) return known[stage][direction];
  const key = projection(endpoint.labels, memo.names);
  const stages = memo.byLabels.get(key) ?? byStage(world, memo.selecting(endpoint.labels));
  memo.byLabels.set(key, stages);
  memo.byEndpoint.set(endpoint, stages);
  return stages[stage][direction];
}

function newMemo({ policies }: World): PolicyMemo {
  const names = new Set<string>();
  for (const { selector } of policies) labelNames(selector, names);
  const selecting = indexSelectors(policies.map(({ selector }) => selector));
  return { names: [...names].sort(), selecting, byLabels: new Map(), byEndpoint: new WeakMap() };
}

function byStage({ policies }: World, indexes: readonly number[]): ByStage {
  const selected = indexes.flatMap((index) => policies[index] ?? []);
  const of = (wanted: PolicyStage) => {
    const evaluated = selected.filter(
      (policy) => kindOf(wanted) === policy.kind && (wanted !== "forward" || policy.applyOnForward),
    );
    return {
      ingress: evaluated.filter(({ types }) => types.ingress),
      egress: evaluated.filter(({ types }) => types.egress),
    };
  };
  const normal = of("normal");
  return {
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

/** Whether any policy of the stage selects the endpoint in any direction: then Felix has chains for the stage. */
export function hasStage(world: World, endpoint: CompiledEndpoint, stage: PolicyStage): boolean {
  return (
    applicable(world, endpoint, stage, "ingress").length > 0 || applicable(world, endpoint, stage, "egress").length > 0
  );
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
