import { addressNumber } from "../../../src/analysis/paths/boxes/dimension-values.ts";
import type { Way } from "../../../src/analysis/paths/way.ts";
import { waysOf } from "../../../src/analysis/paths/ways-of.ts";
import { flowOf } from "../../../src/analysis/paths/witness.ts";
import type { Flow, NodeFacts, PacketAssertion } from "../../../src/model/flow.ts";
import { BITS, parseAddress, parseNet } from "../../../src/model/net/address.ts";
import type { World } from "../../../src/policy/world/compiled.ts";
import { sized } from "../../support/full.ts";

/** A packet as a flow, with what it is evaluated with. */
export interface AssertedPacket {
  readonly flow: Flow;
  readonly facts: NodeFacts;
}

/** What names of assertions stand for in the worlds of these tests; other texts are networks. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  admins: ["172.16.0.0/12", "10.0.0.9/32"],
  "role == 'admin'": ["172.16.0.0/12", "10.0.0.9/32", "fd00:10::/64", "10.0.0.3/32"],
};
const OWN: Readonly<Record<string, readonly string[]>> = {
  a: ["a"],
  b: ["b"],
  "has(iface)": ["a", "b"],
  "app == 'w1'": ["node1-k8s-w1-eth0"],
};
/** On both sides of every bound that worlds and assertions have. */
const ADDRESSES = {
  4: [
    ...["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.9", "10.0.0.10", "172.15.255.255", "172.16.0.0", "172.16.0.1"],
    ...["172.31.255.255", "172.32.0.0", "192.168.1.10", "198.51.100.7"],
    ...sized(
      ["9.255.255.255", "10.0.0.8", "10.255.255.255", "11.0.0.0", "172.20.0.5", "192.168.1.9", "192.168.1.11"],
      [],
    ),
  ],
  6: [
    ...["fd00:10::1", "fd00:10::2", "fd00:11::1", "2001:db8::7"],
    ...sized(["fd00:10::", "fd00:10::ffff:ffff:ffff:ffff", "fcff::1", "fe00::"], []),
  ],
};
const PORTS = [21, 22, 23, 79, 80, 81, 443, 444];
const SOURCE_PORTS = [1023, 1024, 65535];
const SERVICES = [
  ...[6, 17].flatMap((protocol) =>
    PORTS.flatMap((port) => SOURCE_PORTS.map((sourcePort) => ({ protocol, sourcePort, portOrIcmp: port }))),
  ),
  ...[1, 58].flatMap((protocol) => [8, 128].map((type) => ({ protocol, sourcePort: 0, portOrIcmp: type << 8 }))),
  { protocol: 47, sourcePort: 0, portOrIcmp: 0 },
];

/** All packets of a small universe that an assertion is about, on all ways: read from its fields, without any sets. */
export function* assertedPackets(world: World, facts: NodeFacts, asserted: PacketAssertion): Generator<AssertedPacket> {
  for (const way of waysOf(world, [facts])) {
    if (!isAboutWay(way, asserted)) continue;
    const numbers = ADDRESSES[way.family].flatMap((text) => parseAddress(text) ?? []).map(addressNumber);
    for (const source of numbers) {
      for (const destination of numbers) {
        if (way.destinations?.every(([first, last]) => destination < first || last < destination)) continue;
        for (const service of SERVICES) {
          if (service.protocol === { 4: 58, 6: 1 }[way.family]) continue;
          const flow = flowOf(way, { source, destination, ...service });
          if (isAsserted(flow, asserted)) yield { flow, facts: way.facts };
        }
      }
    }
  }
}

function isAboutWay(
  { kind, endpoint, family }: Way,
  { direction = "in", from, to, way = "local" }: PacketAssertion,
): boolean {
  const own = direction === "in" ? to : from;
  if (endpoint === undefined) return false;
  if (own !== undefined && !listOf(own).some((text) => OWN[text]?.includes(endpoint.name))) return false;
  // The workload has an IPv4 address alone.
  if (endpoint.kind === "WorkloadEndpoint" && family === 6) return false;
  const isIn = kind === "local in" || kind === "forwarded in" || kind === "to workload";
  if (isIn !== (direction === "in")) return false;
  if (endpoint.kind === "WorkloadEndpoint" || way === "any") return true;
  return kind.startsWith(way);
}

/** Whether a packet is one of those that an assertion is about, whatever way it takes. */
export function isAsserted(flow: Flow, asserted: PacketAssertion): boolean {
  const { direction = "in", from, to, except, ports, protocol, sourcePorts } = asserted;
  const [peers, address] = direction === "in" ? [from, flow.srcIP] : [to, flow.dstIP];
  if (peers !== undefined && !isIn(address, listOf(peers))) return false;
  if (except !== undefined && isIn(address, listOf(except))) return false;
  if (protocol !== undefined && String(flow.protocol) !== String(protocol)) return false;
  if (ports !== undefined && !listOf(ports).some((one) => isTo(flow, String(one)))) return false;
  if (sourcePorts === undefined) return true;
  return (
    flow.srcPort !== undefined && listOf(sourcePorts).some((one) => isBetween(flow.srcPort as number, String(one)))
  );
}

function isTo({ protocol, dstPort, icmpType }: Flow, text: string): boolean {
  const [name = "", range = ""] = text.split("/");
  if (String(protocol).toLowerCase() !== name) return false;
  return isBetween(name === "icmp" ? (icmpType as number) : (dstPort as number), range);
}

function isBetween(value: number, text: string): boolean {
  const [first, last = first] = text.split(":").map(Number);
  return (first as number) <= value && value <= (last as number);
}

function isIn(text: string, names: readonly string[]): boolean {
  const address = parseAddress(text);
  return names
    .flatMap((name) => NAMED[name] ?? [name])
    .some((net) => {
      const parsed = parseNet(net);
      if (parsed === undefined || address?.family !== parsed.address.family) return false;
      const host = BigInt(BITS[address.family] - parsed.prefix);
      return address.value >> host === parsed.address.value >> host;
    });
}

function listOf<T extends string | number>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}
