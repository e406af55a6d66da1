import { policyName } from "../../policy/names.ts";
import type { CompiledEndpoint, CompiledPolicy } from "../../policy/world/compiled.ts";
import { matches } from "../../selector/matches.ts";
import { printSelector } from "../../selector/print.ts";
import { certaintyOf, endpointsOf, findingAt, type LintFinding, type LintScope } from "./finding.ts";

/**
 * Policies that select no endpoint of those they can apply to: untracked and pre-DNAT ones apply to host endpoints only.
 * Nothing where the input has no such endpoint.
 */
export function policiesThatSelectNothing(scope: LintScope): readonly LintFinding[] {
  const all = endpointsOf(scope.world);
  const hosts = all.filter(({ kind }) => kind === "HostEndpoint");
  const isHostOnly = ({ kind }: CompiledPolicy) => kind !== "normal";
  return scope.world.policies.flatMap((policy): LintFinding[] => {
    const candidates = isHostOnly(policy) ? hosts : all;
    if (candidates.length === 0 || candidates.some(({ labels }) => matches(policy.selector, labels))) return [];
    const { severity, unless } = certaintyOf(scope, isHostOnly(policy) ? "host endpoints" : "endpoints");
    const selectsWorkloads = isHostOnly(policy) && all.some(({ labels }) => matches(policy.selector, labels));
    const finding = {
      severity,
      code: "lint.selects-nothing",
      message: selectsWorkloads
        ? `${policyName(policy.ref)} selects workload endpoints only, to which ${policy.kind} policies do not apply`
        : `${policyName(policy.ref)} selects nothing: \`${printSelector(policy.selector)}\` matches none of ${counted(candidates)}${unless}`,
      help: selectsWorkloads
        ? "select host endpoints, or make it a normal policy"
        : "correct the selector, or the labels of the endpoints that it is for; until then the policy does nothing",
    } as const;
    return [findingAt(policy.located, ["spec", "selector"], finding)];
  });
}

function counted(endpoints: readonly CompiledEndpoint[]): string {
  const hosts = endpoints.filter(({ kind }) => kind === "HostEndpoint").length;
  const count = (number: number, what: string) => (number === 0 ? [] : [`${number} ${what}${number === 1 ? "" : "s"}`]);
  return [...count(hosts, "host endpoint"), ...count(endpoints.length - hosts, "workload endpoint")].join(" and ");
}
