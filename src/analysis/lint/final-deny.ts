import { endpointName, policyName } from "../../policy/names.ts";
import { applicable } from "../../policy/world/applicable-policies.ts";
import type { CompiledEndpoint, CompiledPolicy, World } from "../../policy/world/compiled.ts";
import { printSelector } from "../../selector/print.ts";
import { endpointsText, findingAt, type LintFinding, type LintScope, someOf } from "./finding.ts";

/** Pre-DNAT policies in order that no Deny ends, and the host endpoints that have exactly these. */
interface Unended {
  readonly policies: readonly CompiledPolicy[];
  readonly endpoints: CompiledEndpoint[];
}

/**
 * Pre-DNAT policies that only allow, at host endpoints where no policy with applyOnForward is for ingress: what they do not
 * allow goes on (a pre-DNAT stage has no default deny) and is forwarded all the same, to pods and services for instance. Where
 * the input has no host endpoints, policies with one selector are taken to be at one endpoint.
 */
export function preDnatWithoutDeny({ world }: LintScope): readonly LintFinding[] {
  return unended(world).map(({ policies, endpoints }) => {
    const last = policies.at(-1) as CompiledPolicy;
    const names = someOf(policies.map(({ ref }) => policyName(ref)));
    const at = endpoints.length === 0 ? "" : ` at ${endpointsText(endpoints)}`;
    return findingAt(last.located, ["spec"], {
      severity: endpoints.length === 0 ? "info" : "warning",
      code: "lint.no-final-deny",
      message: `no policy denies what ${names} ${policies.length === 1 ? "does" : "do"} not allow${at}: pre-DNAT policies drop nothing by default, so that it is forwarded all the same`,
      help: `add a pre-DNAT policy with the same selector and a higher order whose only ingress rule is \`action: Deny\` (preDNAT: true, applyOnForward: true); allow first what must stay open`,
      endpoints: endpoints.map(endpointName),
    });
  });
}

function unended(world: World): readonly Unended[] {
  const groups = new Map<string, Unended>();
  const add = (policies: readonly CompiledPolicy[], endpoint?: CompiledEndpoint): void => {
    if (!allows(policies) || denies(policies)) return;
    const key = policies.map(({ ref }) => policyName(ref)).join();
    const group = groups.get(key) ?? { policies, endpoints: [] };
    if (endpoint) group.endpoints.push(endpoint);
    groups.set(key, group);
  };
  const hosts = [...world.hostEndpoints.values()].flat();
  for (const endpoint of hosts) {
    if (applicable(world, endpoint, "forward", "ingress").length > 0) continue;
    add(applicable(world, endpoint, "pre-DNAT", "ingress"), endpoint);
  }
  if (hosts.length === 0) for (const policies of bySelector(world)) add(policies);
  return [...groups.values()];
}

/** The pre-DNAT policies that select alike, where no policy with applyOnForward could deny what they leave. */
function bySelector({ policies }: World): Iterable<readonly CompiledPolicy[]> {
  const isForwarding = ({ kind, applyOnForward, types }: CompiledPolicy) =>
    kind === "normal" && applyOnForward && types.ingress;
  if (policies.some(isForwarding)) return [];
  const groups = new Map<string, CompiledPolicy[]>();
  for (const policy of policies) {
    if (policy.kind !== "pre-DNAT") continue;
    const key = printSelector(policy.selector);
    groups.set(key, [...(groups.get(key) ?? []), policy]);
  }
  return groups.values();
}

const hasAction = (policies: readonly CompiledPolicy[], action: string): boolean =>
  policies.some(({ ingress }) => ingress.some((rule) => rule.action === action));
const allows = (policies: readonly CompiledPolicy[]): boolean => hasAction(policies, "Allow");
const denies = (policies: readonly CompiledPolicy[]): boolean => hasAction(policies, "Deny");
