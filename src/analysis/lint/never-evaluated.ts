import { endpointName, policyName } from "../../policy/names.ts";
import type { CompiledEndpoint, CompiledPolicy } from "../../policy/world/compiled.ts";
import { matches } from "../../selector/matches.ts";
import { takenPacketsOf } from "./dead/taken-packets.ts";
import { endpointsOf, endpointsText, findingAt, type LintFinding, type LintScope, ruleNameText } from "./finding.ts";
import { rulesOfWorld, type WorldRule } from "./rules-of-world.ts";

/**
 * Policies that select endpoints and are evaluated at none of them: host endpoints of every interface (`*`) have no untracked
 * policy, and in v3.7 pre-DNAT policy only.
 */
export function policiesNeverEvaluated({ world }: LintScope): readonly LintFinding[] {
  const { lists } = takenPacketsOf(world);
  return world.policies.flatMap((policy): LintFinding[] => {
    if (lists.has(policy) || !(policy.types.ingress || policy.types.egress)) return [];
    const selected = endpointsOf(world).filter(
      ({ kind, labels }) => (kind === "HostEndpoint" || policy.kind === "normal") && matches(policy.selector, labels),
    );
    if (selected.length === 0) return [];
    const isOfAll = selected.every(({ interfaceName }) => interfaceName === "*");
    const why = isOfAll
      ? `a host endpoint of every interface (\`*\`) has no ${policy.kind} policy in Calico ${world.calico.version}`
      : `no stage evaluates ${policy.kind} policy for ${policy.types.egress ? "egress" : "ingress"} there`;
    return [
      findingAt(policy.located, ["spec", "selector"], {
        severity: "warning",
        code: "lint.never-evaluated",
        message: `${policyName(policy.ref)} selects ${endpointsText(selected)}, and is evaluated at none: ${why}`,
        help: isOfAll ? "make host endpoints of single interfaces, and select these" : "correct its types",
        endpoints: selected.map(endpointName),
      }),
    ];
  });
}

/**
 * Rules of normal policies without applyOnForward, at host endpoints only, that name addresses of workloads on the far side:
 * what a host endpoint's interface has to do with workloads is forwarded, and these policies do not see it. Advice, not proof:
 * a local process may have any address.
 */
export function rulesForForwarded({ world }: LintScope): readonly LintFinding[] {
  const workloads = [...world.workloadEndpoints.values()].flat();
  if (workloads.length === 0) return [];
  const { families } = takenPacketsOf(world);
  const isHostOnly = (policy: CompiledPolicy) =>
    policy.kind === "normal" &&
    !policy.applyOnForward &&
    !workloads.some(({ labels }) => matches(policy.selector, labels)) &&
    [...world.hostEndpoints.values()].flat().some(({ labels }) => matches(policy.selector, labels));
  const hostOnly = new Set<unknown>(world.policies.filter(isHostOnly));
  const hosts = world.owners.everywhere().filter(({ endpoint }) => endpoint?.kind !== "WorkloadEndpoint");
  const own = families.map((family) => ({
    family,
    workloads: family.addresses(workloads.flatMap(({ nets }: CompiledEndpoint) => nets)),
    hosts: family.addresses(hosts.flatMap(({ nets }) => nets)),
  }));
  const isForwarded = ({ rule, name: { direction } }: WorldRule): boolean => {
    const side = direction === "ingress" ? "destination" : "source";
    const boxes = own.flatMap((one) =>
      one.family.mayMatch(rule).map((box) => ({ ...one, addresses: box.parts[side] })),
    );
    return (
      boxes.length > 0 &&
      boxes.every(
        ({ addresses, family: { universe }, workloads: all, hosts: local }) =>
          addresses !== undefined &&
          universe.containsValues(all[side], addresses) &&
          universe.intersectValues(addresses, local[side]).intervals.length === 0,
      )
    );
  };
  return rulesOfWorld(world).flatMap((rule): LintFinding[] => {
    if (!hostOnly.has(rule.owner) || !isForwarded(rule)) return [];
    const [which, what] = rule.name.direction === "ingress" ? ["to", "into"] : ["from", "out of"];
    return [
      findingAt(rule.located, rule.path, {
        severity: "warning",
        code: "lint.not-forwarded",
        message: `${ruleNameText(rule.name)} is about packets ${which} workloads, which are forwarded ${what} the host's interface: without applyOnForward the policy sees packets of local processes only`,
        help: "set applyOnForward to true, or select the workloads with a policy",
        rule: rule.name,
      }),
    ];
  });
}
