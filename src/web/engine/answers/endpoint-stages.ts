import { stagesOfEndpoint } from "../../../analysis/lint/dead/rule-lists.ts";
import type { Span } from "../../../model/diagnostic.ts";
import { displayId, resourceId } from "../../../model/resource.ts";
import { policyName } from "../../../policy/names.ts";
import type { Direction, PolicyStage } from "../../../policy/outcome.ts";
import type { CompiledEndpoint, CompiledPolicy, World } from "../../../policy/world/compiled.ts";
import { skipped } from "../../../policy/world/endpoint-policies/applicable-policies.ts";
import { whySkipped } from "../../../report/outcomes/step-text.ts";

/** A stage of an endpoint, with the policies of its kind that are not evaluated there. */
export interface StageSkips {
  readonly stage: PolicyStage;
  readonly direction: Direction;
  /** How many there are. */
  readonly count: number;
  /** The first of them; those that select the endpoint come before all others. */
  readonly policies: readonly SkippedPolicy[];
}

/** A policy that does not apply, and why. */
export interface SkippedPolicy {
  readonly policy: string;
  readonly resource: string;
  readonly why: string;
  readonly place?: Span;
}

/** More policies than this are counted alone. */
const MOST_SKIPPED = 200;

/** What does not apply to an endpoint, stage by stage; stages of which there is no policy are left out. */
export function skipsOf(endpoint: CompiledEndpoint, world: World): readonly StageSkips[] {
  const { kind, namespace, name, node, interfaceName } = endpoint;
  const ref = { kind, name, node, interface: interfaceName, ...(namespace !== undefined && { namespace }) };
  return stagesOfEndpoint(world, endpoint).flatMap(([stage, direction]) => {
    const all = skipped(world, endpoint, stage, direction);
    if (all.length === 0) return [];
    const isSelected = ({ why: { reason } }: (typeof all)[number]): boolean =>
      reason !== "selector" && reason !== "namespace";
    const first = [...all.filter(isSelected), ...all.filter((one) => !isSelected(one))].slice(0, MOST_SKIPPED);
    const policies = first.map(({ policy, why }) => ({ ...nameAndPlace(policy), why: whySkipped(why, ref) }));
    return [{ stage, direction, count: all.length, policies }];
  });
}

function nameAndPlace({ ref, located }: CompiledPolicy): Omit<SkippedPolicy, "why"> {
  const place = located.locate(["metadata", "name"]);
  return { policy: policyName(ref), resource: displayId(resourceId(located.resource)), ...(place && { place }) };
}
