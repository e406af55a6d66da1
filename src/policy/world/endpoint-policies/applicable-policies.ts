import type { Labels } from "../../../selector/matches.ts";
import type { Selector } from "../../../selector/selector.ts";
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
 * Whether any policy of the stage's kind selects the endpoint in any direction: then Felix has chains for the stage. Staged
 * policies count: an INVALID packet is dropped in mangle where only they are (recorded: xnew-0108).
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
  const ofSelector = unmetSelectors(endpoint.labels);
  for (const policy of world.policies) {
    if (policy.kind !== kindOf(stage)) continue;
    const { selector, types, ref } = policy;
    const isElsewhere = ref.namespace !== undefined && ref.namespace !== endpoint.namespace;
    let why: SkipReason | undefined;
    if (isElsewhere) why = { reason: "namespace", needs: ref.namespace };
    else why = ofSelector(selector);
    if (why === undefined && stage === "forward" && !policy.applyOnForward) why = { reason: "not-apply-on-forward" };
    if (why === undefined && !types[direction]) why = { reason: "no-rules-in-direction" };
    if (why !== undefined) list.push({ policy, why });
  }
  return list;
}

/** Why selectors do not match the labels; found once for each selector, as hundreds of policies may have the same. */
function unmetSelectors(labels: Labels): (selector: Selector) => SkipReason | undefined {
  const known = new Map<Selector, SkipReason | undefined>();
  return (selector) => {
    if (known.has(selector)) return known.get(selector);
    const failing = unmetPart(selector, labels);
    const why: SkipReason | undefined = failing && { reason: "selector", ...failing };
    known.set(selector, why);
    return why;
  };
}
