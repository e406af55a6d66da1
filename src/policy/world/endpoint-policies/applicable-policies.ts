import { unmetPart } from "../../../selector/unmet.ts";
import type { Direction, PolicyStage, SkipReason } from "../../outcome.ts";
import type { CompiledEndpoint, CompiledPolicy, World } from "../compiled.ts";
import { policiesOf } from "./policies-of-endpoints.ts";
import { kindOf } from "./stage-policies.ts";

/** The policies that a stage evaluates for an endpoint and direction, in evaluation order; one list for all endpoints that agree. */
export function applicable(
  world: World,
  endpoint: CompiledEndpoint,
  stage: PolicyStage,
  direction: Direction,
): readonly CompiledPolicy[] {
  return policiesOf(world, endpoint)[stage][direction];
}

/**
 * All policies that select an endpoint, whatever their kind and direction, in evaluation order, staged ones last: the same list
 * exactly where no policy that selects it is another, so that what depends on its policies does not differ either.
 */
export function selecting(world: World, endpoint: CompiledEndpoint): readonly CompiledPolicy[] {
  return policiesOf(world, endpoint).matching;
}

/**
 * Whether any policy of the stage's kind selects the endpoint in any direction: then Felix has chains for the stage. Staged policies count: an INVALID packet is dropped in mangle where only they are (recorded: xnew-0108).
 */
export function hasStage(world: World, endpoint: CompiledEndpoint, stage: PolicyStage): boolean {
  return policiesOf(world, endpoint).chains.has(stage);
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
