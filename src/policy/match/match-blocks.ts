import type { Port } from "../../model/net/port.ts";
import type { CompiledRule, Net } from "../world/compiled.ts";

/** The lists of a rule that Felix renders as a block of alternatives when they are many-valued. */
export type ListName = "sourcePorts" | "destinationPorts" | "sourceNets" | "destinationNets";

/** Slots of one multiport match in iptables; a range takes two. */
const MULTIPORT_SLOTS = 15;

/**
 * The lists that a node does not check: of a rule's many-valued lists, in this order, the first two are enforced and the
 * others ignored, because Felix does not reset its scratch mark between blocks (recorded: `x-matchblock-bug`,
 * `match-block-ranges`, flows marked `felixBug`; both versions). Usually none.
 */
export function uncheckedLists(rule: CompiledRule, family: 4 | 6): ReadonlySet<ListName> | undefined {
  const { source, destination } = rule;
  const many: ListName[] = [];
  if (portAlternatives(source.ports) > 1) many.push("sourcePorts");
  if (portAlternatives(destination.ports) > 1) many.push("destinationPorts");
  if (netCount(source.nets, family) > 1) many.push("sourceNets");
  if (netCount(destination.nets, family) > 1) many.push("destinationNets");
  return many.length > 2 ? new Set(many.slice(2)) : undefined;
}

/** Each name is an alternative; numeric ports go in groups of fifteen slots, in the order written. */
function portAlternatives(ports: readonly Port[]): number {
  let alternatives = 0;
  let used = MULTIPORT_SLOTS;
  for (const port of ports) {
    if (port.kind === "name") {
      alternatives++;
      continue;
    }
    const slots = port.from === port.to ? 1 : 2;
    if (used + slots > MULTIPORT_SLOTS) {
      alternatives++;
      used = 0;
    }
    used += slots;
  }
  return alternatives;
}

function netCount(nets: readonly Net[], family: 4 | 6): number {
  return nets.reduce((count, net) => (net.family === family ? count + 1 : count), 0);
}
