import { matches } from "../selector/matches.ts";
import { unmet } from "../selector/unmet.ts";
import type { CompiledEndpoint, CompiledPolicy, World } from "./compiled.ts";
import type { Direction, PolicyStage, SkipReason } from "./outcome.ts";

type ByStage = Readonly<Record<PolicyStage, Readonly<Record<Direction, readonly CompiledPolicy[]>>>>;

/** Pure memory of the policies of each endpoint, found when it is first asked. */
const memos = new WeakMap<World, WeakMap<CompiledEndpoint, ByStage>>();

/** The policies a stage asks for an endpoint and direction, in evaluation order. */
export function applicable(
  world: World,
  endpoint: CompiledEndpoint,
  stage: PolicyStage,
  direction: Direction,
): readonly CompiledPolicy[] {
  const memo = memos.get(world) ?? new WeakMap<CompiledEndpoint, ByStage>();
  memos.set(world, memo);
  const known = memo.get(endpoint);
  if (known) return known[stage][direction];
  const selected = world.policies.filter((policy) => matches(policy.selector, endpoint.labels));
  const of = (wanted: PolicyStage) => {
    const asked = selected.filter(
      (policy) => kindOf(wanted) === policy.kind && (wanted !== "forward" || policy.applyOnForward),
    );
    return { ingress: asked.filter(({ types }) => types.ingress), egress: asked.filter(({ types }) => types.egress) };
  };
  const stages: ByStage = {
    untracked: of("untracked"),
    "pre-DNAT": of("pre-DNAT"),
    normal: of("normal"),
    forward: of("forward"),
    workload: of("workload"),
  };
  memo.set(endpoint, stages);
  return stages[stage][direction];
}

/** The kind of policy a stage asks. */
function kindOf(stage: PolicyStage): CompiledPolicy["kind"] {
  return stage === "untracked" || stage === "pre-DNAT" ? stage : "normal";
}

/** Whether any policy of the stage selects the endpoint in any direction: then Felix has chains for the stage. */
export function hasStage(world: World, endpoint: CompiledEndpoint, stage: PolicyStage): boolean {
  return (
    applicable(world, endpoint, stage, "ingress").length > 0 || applicable(world, endpoint, stage, "egress").length > 0
  );
}

/** A policy of the stage's kind that is not asked, and why. */
export interface Skipped {
  readonly policy: CompiledPolicy;
  readonly why: SkipReason;
}

/** The policies of the stage's kind that are not asked for this endpoint and direction, in evaluation order. */
export function skipped(
  world: World,
  endpoint: CompiledEndpoint,
  stage: PolicyStage,
  direction: Direction,
): readonly Skipped[] {
  const found: Skipped[] = [];
  for (const policy of world.policies) {
    if (policy.kind !== kindOf(stage)) continue;
    const why = skipReason(policy, endpoint, stage, direction);
    if (why) found.push({ policy, why });
  }
  return found;
}

function skipReason(
  policy: CompiledPolicy,
  endpoint: CompiledEndpoint,
  stage: PolicyStage,
  direction: Direction,
): SkipReason | undefined {
  const { namespace } = policy.ref;
  if (namespace !== undefined && namespace !== endpoint.namespace) return { reason: "namespace", needs: namespace };
  const failing = unmet(policy.selector, endpoint.labels);
  if (failing) return { reason: "selector", ...failing };
  if (stage === "forward" && !policy.applyOnForward) return { reason: "not-apply-on-forward" };
  return policy.types[direction] ? undefined : { reason: "no-rules-in-direction" };
}
