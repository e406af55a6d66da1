import { PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import { policyName } from "../../policy/names.ts";
import type { CompiledPolicy, CompiledRule, World } from "../../policy/world/compiled.ts";
import { matches } from "../../selector/matches.ts";
import { EVERY_HOST, type Lifeline } from "./lifeline.ts";
import type { LifelineSources } from "./lifeline-sources.ts";

const SSH = 22;

/**
 * Management by ssh: from the addresses that policies of hosts name in rules which allow it, those before the change, else
 * those after it; where none names any, from everywhere.
 */
export function sshLifelines({ before, after }: Pick<LifelineSources, "before" | "after">): readonly Lifeline[] {
  const [first = []] = [named(before), named(after)].filter((found) => found.length > 0);
  if (first.length > 0) return first;
  return [{ ...SSH_LIFELINE, peers: [], derivedFrom: "no policy names who may use it, so everyone who can today" }];
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

function named(world: World): Lifeline[] {
  return world.policies
    .filter((policy) => isOfHosts(policy, world))
    .flatMap((policy) => {
      if (!policy.types.ingress) return [];
      return policy.ingress.flatMap((rule, index): Lifeline[] => {
        const peers = rule.source.nets;
        if (!allowsSsh(rule) || peers.length === 0) return [];
        return [{ ...SSH_LIFELINE, peers, derivedFrom: `policy ${policyName(policy.ref)}, rule ${index + 1}` }];
      });
    });
}

/** Whether it selects a host endpoint, or nothing yet. */
function isOfHosts({ ref, selector }: CompiledPolicy, { hostEndpoints, workloadEndpoints }: World): boolean {
  if (ref.kind !== "GlobalNetworkPolicy") return false;
  const selects = (lists: World["hostEndpoints"]) =>
    [...lists.values()].some((list) => list.some(({ labels }) => matches(selector, labels)));
  return selects(hostEndpoints) || !selects(workloadEndpoints);
}

function allowsSsh({ action, protocol, destination: { ports } }: CompiledRule): boolean {
  if (action !== "Allow" || protocol !== PROTOCOL_NUMBERS.TCP) return false;
  return ports.some((port) => port.kind === "range" && port.from <= SSH && SSH <= port.to);
}
