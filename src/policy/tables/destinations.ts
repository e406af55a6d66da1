import type { DnatMatch, NodeFacts } from "../../model/flow.ts";
import { formatAddress, networkOf, parseCidr, parseNet } from "../../model/net/address.ts";
import type { ReadFacts } from "../flow/facts-input.ts";
import { resolveFlow } from "../flow/resolve-flow.ts";
import type { NodeView } from "../path/node-view.ts";
import type { Net, World } from "../world/compiled.ts";
import { firstNumber, lastNumber, toNet } from "../world/nets.ts";
import { type Ranges, ranges4, union } from "./classes/address-ranges.ts";
import { intervalAt } from "./classes/criterion-table.ts";
import { BAD_END, type Ends, flowEndOf } from "./ends.ts";

/** The addresses that are always the node's own. */
const LOOPBACK_NET = toNet({ address: { family: 4, value: 127n << 24n }, prefix: 8, masked: true });

/** Every network that the end of a destination depends on: addresses of the node, its endpoints' and its routes' networks. */
function networks(world: World, view: NodeView): Net[] {
  const nets = [...view.hostEndpoints, ...view.workloadEndpoints].flatMap(({ nets, floatingIps }) =>
    floatingIps.length === 0 ? nets : [...nets, ...floatingIps.map(({ external }) => external)],
  );
  nets.push(LOOPBACK_NET, ...(world.nodes.get(view.node)?.nets ?? []));
  for (const addresses of view.interfaces.values()) {
    for (const { address, net } of addresses) {
      nets.push(toNet(networkOf(address)));
      if (net) nets.push(toNet(net));
    }
  }
  for (const { dst } of view.routes ?? []) {
    const cidr = parseCidr(dst);
    if (cidr) nets.push(toNet(cidr));
  }
  return nets;
}

function range4(net: Net): readonly [number, number] {
  return [firstNumber(net), lastNumber(net) + 1];
}

/**
 * Prepares the ends of packets without `to`: returns a function from an end and an IPv4 destination to an end's number.
 * Resolved once for each end and each interval of addresses; all addresses of an interval resolve alike.
 */
export function compileDestinations(
  world: World,
  view: NodeView,
  facts: NodeFacts,
  ends: Ends,
): (from: number, destination: number) => number {
  const bounds = networks(world, view).flatMap((net) => (net.family === 4 ? range4(net) : []));
  const cuts = Uint32Array.from(new Set([0, ...bounds.filter((at) => at < 2 ** 32)])).sort();
  const untranslated = { ...facts, dnat: [] };
  const memo = new Map<number, Int32Array>();
  const unknown = -3;
  return (from, destination) => {
    const end = ends.list[from];
    if (end === undefined) return BAD_END;
    const known = memo.get(from) ?? new Int32Array(cuts.length).fill(unknown);
    memo.set(from, known);
    const at = intervalAt(cuts, destination);
    if (known[at] !== unknown) return known[at] as number;
    const dstIP = formatAddress({ family: 4, value: BigInt(destination) });
    const flow = { from: flowEndOf(end.end), protocol: 99, srcIP: "0.0.0.0", dstIP };
    const resolved = resolveFlow(world, untranslated, flow);
    known[at] = resolved.ok ? ends.numberOf(resolved.to) : BAD_END;
    return known[at] as number;
  };
}

/** The IPv4 destinations that rules of the node may translate, or refuse; more than they do, never fewer. */
export function maybeTranslated(rules: readonly DnatMatch[], { interfaces }: ReadFacts): Ranges {
  return union(
    rules.flatMap(({ dst }): (readonly [number, number])[] => {
      if (dst === "LOCAL") return interfaces === undefined ? [[0, 2 ** 32]] : nodeRanges(interfaces);
      const cidr = typeof dst === "string" ? parseNet(dst) : undefined;
      return cidr?.address.family === 4 ? [range4(toNet(cidr))] : [];
    }),
  );
}

/** The addresses of the node, those of its loopback among them. */
function nodeRanges(interfaces: NonNullable<ReadFacts["interfaces"]>): (readonly [number, number])[] {
  const addresses = [...interfaces.values()].flat().map(({ address }) => address);
  const singles = addresses.filter(({ family }) => family === 4).map(({ value }) => Number(value));
  return [[127 * 2 ** 24, 128 * 2 ** 24], ...singles.map((value): [number, number] => [value, value + 1])];
}

/** The IPv4 addresses of host endpoints that name no interface. */
export function addressedEndpoints({ hostEndpoints }: NodeView): Ranges {
  const nets = hostEndpoints.filter(({ interfaceName }) => interfaceName === "").flatMap((endpoint) => endpoint.nets);
  return ranges4(nets);
}
