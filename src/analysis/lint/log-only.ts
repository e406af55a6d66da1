import { endpointName, policyName } from "../../policy/names.ts";
import type { Direction, PolicyStage } from "../../policy/outcome.ts";
import type { CompiledEndpoint, CompiledPolicy } from "../../policy/world/compiled.ts";
import { applicable } from "../../policy/world/endpoint-policies/applicable-policies.ts";
import { endpointsOf, endpointsText, findingAt, type LintFinding, type LintScope } from "./finding.ts";
import { DIRECTIONS } from "./rules-of-world.ts";

/**
 * Normal policies that only log, at endpoints where no other policy of their tier decides anything: to select an endpoint is
 * enough to make the tier's default deny apply there. Where another policy of the tier is there, logging is all they do.
 */
export function logOnlyPolicies({ world }: LintScope): readonly LintFinding[] {
  const logging = world.policies.filter(({ kind, tier }) => kind === "normal" && !tier.passesByDefault);
  const wanted = DIRECTIONS.flatMap((direction) =>
    logging.filter((policy) => onlyLogs(policy, direction)).map((policy) => ({ policy, direction })),
  );
  if (wanted.length === 0) return [];
  const all = endpointsOf(world);
  return wanted.flatMap(({ policy, direction }): LintFinding[] => {
    const denied = all.filter((endpoint) => isAlone(world, endpoint, policy, direction));
    const [first] = denied;
    if (first === undefined) return [];
    return [
      findingAt(policy.located, ["spec", direction], {
        severity: "warning",
        code: "lint.log-only",
        message: `${policyName(policy.ref)} only logs, yet it selects ${endpointsText(denied)}, which makes the default deny apply to ${direction} there`,
        help: "add an Allow rule, or a Pass rule where profiles are to decide",
        endpoints: denied.map(endpointName),
      }),
    ];
  });
}

function onlyLogs(policy: CompiledPolicy, direction: Direction): boolean {
  const rules = policy[direction];
  return policy.types[direction] && rules.length > 0 && rules.every(({ action }) => action === "Log");
}

/** Whether all policies of the tier at the endpoint only log. One without rules is meant to deny. */
function isAlone(
  world: LintScope["world"],
  endpoint: CompiledEndpoint,
  policy: CompiledPolicy,
  direction: Direction,
): boolean {
  const stage: PolicyStage = endpoint.kind === "HostEndpoint" ? "normal" : "workload";
  const here = applicable(world, endpoint, stage, direction);
  if (!here.includes(policy)) return false;
  return here.every((other) => other.tier !== policy.tier || onlyLogs(other, direction));
}
