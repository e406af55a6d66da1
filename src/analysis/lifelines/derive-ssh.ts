import { PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import { policyName } from "../../policy/names.ts";
import type { CompiledPolicy, CompiledRule, Net, World } from "../../policy/world/compiled.ts";
import { matches } from "../../selector/matches.ts";
import type { Selector } from "../../selector/selector.ts";
import { EVERY_HOST, type Lifeline } from "./lifeline.ts";
import type { LifelineSources } from "./lifeline-sources.ts";

const SSH = 22;

/**
 * Management by ssh: from the addresses that policies of hosts name in rules which allow it, those before the change, else
 * those after it; where none names any, from everywhere. One lifeline, however many rules name addresses.
 */
export function sshLifelines({ before, after }: Pick<LifelineSources, "before" | "after">): readonly Lifeline[] {
  const [rules = []] = [allowing(before), allowing(after)].filter((found) => found.length > 0);
  if (rules.length === 0)
    return [{ ...SSH_LIFELINE, peers: [], derivedFrom: "no policy names who may use it, so everyone who can today" }];
  const peers = [...new Map(rules.flatMap(({ nets }) => nets).map((net) => [net.text, net])).values()];
  const [first, ...others] = rules.map(({ text }) => text);
  const more = others.length === 0 ? "" : ` and ${others.length} more rule${others.length === 1 ? "" : "s"}`;
  return [{ ...SSH_LIFELINE, peers, derivedFrom: `policy ${first}${more}` }];
}

const SSH_LIFELINE = {
  name: "ssh",
  direction: "in",
  endpoints: EVERY_HOST,
  protocol: PROTOCOL_NUMBERS.TCP,
  ports: [[SSH, SSH]],
  sourcePorts: [],
  replies: true,
} as const;

/** The rules of hosts' policies that allow ssh from addresses that they name. */
function allowing(world: World): { readonly text: string; readonly nets: readonly Net[] }[] {
  return world.policies.flatMap((policy) => {
    if (!policy.types.ingress) return [];
    const rules = policy.ingress.flatMap((rule, index) => {
      const { nets } = rule.source;
      return allowsSsh(rule) && nets.length > 0 ? [{ text: `${policyName(policy.ref)}, rule ${index + 1}`, nets }] : [];
    });
    // Few policies have such rules, and which endpoints a policy selects takes longer to find.
    return rules.length > 0 && isOfHosts(policy, world) ? rules : [];
  });
}

/** Whether it selects a host endpoint, or nothing yet. */
function isOfHosts({ ref, selector }: CompiledPolicy, { hostEndpoints, workloadEndpoints }: World): boolean {
  if (ref.kind !== "GlobalNetworkPolicy") return false;
  return selectsAny(selector, hostEndpoints) || !selectsAny(selector, workloadEndpoints);
}

function selectsAny(selector: Selector, endpoints: World["hostEndpoints"]): boolean {
  for (const list of endpoints.values()) if (list.some(({ labels }) => matches(selector, labels))) return true;
  return false;
}

function allowsSsh({ action, protocol, destination: { ports } }: CompiledRule): boolean {
  if (action !== "Allow" || protocol !== PROTOCOL_NUMBERS.TCP) return false;
  return ports.some((port) => port.kind === "range" && port.from <= SSH && SSH <= port.to);
}
