import fc from "fast-check";
import { expect, test } from "vitest";
import { exposureMatrix } from "../../../src/analysis/exposure/matrix/matrix.ts";
import { addressesEnd, elsewhereEnd, endpointEnd } from "../../../src/analysis/exposure/matrix/matrix-ends.ts";
import { SharedBudget } from "../../../src/analysis/sets/budget.ts";
import type { PacketValues } from "../../../src/analysis/sets/dimension.ts";
import type { FlowEnd } from "../../../src/model/flow.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import { formatAddress, parseAddress } from "../../../src/model/net/address.ts";
import { protocolName } from "../../../src/model/net/protocol.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import type { CompiledEndpoint, World } from "../../../src/policy/world/compiled.ts";
import { world } from "../../../src/policy/world/world.ts";
import { matrixData } from "../../../src/report/exposure/matrix/matrix-data.ts";
import type { PacketsData } from "../../../src/report/regions/region-data.ts";
import { unlocated } from "../../conformance/flows.ts";
import { asSent, hasPacket } from "../../report/regions/region-membership.ts";
import { sized } from "../../support/full.ts";

const WORLDS = sized(300, 40);
const PACKETS = 12;
/** Addresses of the ends below, at their edges, and of nobody. */
const ADDRESSES = ["10.0.0.0", "10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.255", "10.0.1.0", "192.168.0.9"];
const ADDRESSES_6 = ["fd00::1", "fd00::2", "fd00::3", "fd00::ffff", "fd00::1:0"];

const host = (node: string, expectedIPs?: readonly string[]) => ({
  kind: "HostEndpoint",
  metadata: { name: `${node}-eth0`, labels: { role: node } },
  spec: { node, interfaceName: "eth0", ...(expectedIPs && { expectedIPs }) },
});
const pod = (name: string, interfaceName: string, net: string) => ({
  kind: "WorkloadEndpoint",
  metadata: { name: `node1-k8s-${name}-eth0`, namespace: "shop", labels: { app: name } },
  spec: { node: "node1", orchestrator: "k8s", endpoint: "eth0", pod: name, interfaceName, ipNetworks: [net] },
});
const ENDS = [
  host("node1", ["10.0.0.1"]),
  host("node2", ["10.0.0.2", "fd00::2"]),
  host("node3"),
  pod("web", "cali1", "192.168.0.9/32"),
  pod("db", "cali2", "10.0.0.3/32"),
  {
    kind: "GlobalNetworkSet",
    metadata: { name: "office", labels: { role: "office" } },
    spec: { nets: ["10.0.0.0/24", "fd00::/112"] },
  },
];

const side = fc.constantFrom(
  {},
  {},
  { selector: "has(role)" },
  { selector: "app == 'web'" },
  { nets: ["10.0.0.2/31"] },
);
const rule = fc
  .tuple(
    fc.constantFrom("Allow", "Allow", "Deny", "Pass"),
    fc.constantFrom(
      {},
      { protocol: "TCP" },
      { protocol: "UDP" },
      { protocol: "TCP", destination: { ports: [22, "400:443"] } },
    ),
    side,
  )
  .map(([action, what, source]) => ({ action, ...what, source }));
const policies = fc.array(
  fc.record({
    selector: fc.constantFrom("all()", "has(role)", "role == 'node2'", "has(app)"),
    ingress: fc.array(rule, { maxLength: 2 }),
    egress: fc.array(rule, { maxLength: 2 }),
    applyOnForward: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);

test("each cell has the packets that both ends let through, and no others", () => {
  const seen = { inside: 0, outside: 0, owned: 0 };
  fc.assert(
    fc.property(policies, fc.constantFrom("v3.7" as const, "v3.32" as const), fc.nat(), (specs, version, seed) => {
      const made = specs.map((spec, at) => ({
        kind: "GlobalNetworkPolicy",
        metadata: { name: `p${at}` },
        spec: { ...spec, order: at, types: ["Ingress", "Egress"] },
      }));
      const resources = [...ENDS, ...made].map((one) => ({ apiVersion: "projectcalico.org/v3", ...one }) as Resource);
      const calico = calicoVersionRules(version) ?? expect.unreachable();
      checkMatrix(world(resources.map(unlocated), { calico }).world, seed, seen);
    }),
    { numRuns: WORLDS, seed: 7 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(WORLDS * 5);
});

interface Cell {
  readonly source: number;
  readonly destination: number;
  readonly ipVersions: readonly { ipVersion: 4 | 6; ownNode: boolean; regions: readonly PacketsData[] }[];
}

function checkMatrix(compiled: World, seed: number, seen: { inside: number; outside: number; owned: number }): void {
  const endpoints = [...compiled.hostEndpoints.values(), ...compiled.workloadEndpoints.values()].flat();
  const ends = endpoints.map((endpoint) => endpointEnd(endpoint, { node: endpoint.node }));
  const office = addressesEnd("office", compiled.networkSets[0]?.nets ?? [], ends);
  const question = { sources: [...ends, office, elsewhereEnd([...ends, office])], destinations: ends, services: [] };
  const result = exposureMatrix(compiled, [], question, new SharedBudget());
  expect(result.exact).toBe(true);
  const data: { readonly cells: readonly Cell[] } = JSON.parse(JSON.stringify(matrixData(question, result)));
  expect(data.cells).toHaveLength(question.sources.length * ends.length);
  for (const { source, destination, ipVersions } of data.cells) {
    const [from, to] = [endpoints[source], endpoints[destination] ?? expect.unreachable()];
    const isOwn =
      from !== undefined &&
      from.node === to.node &&
      (from === to || (from.kind === to.kind && to.kind === "HostEndpoint"));
    for (const { ipVersion, ownNode, regions } of ipVersions) {
      expect(ownNode).toBe(isOwn);
      if (isOwn) seen.owned++;
      for (let number = 0; number < (isOwn ? 0 : PACKETS); number++) {
        const packet = packetOf(ipVersion, seed + 31 * number + 7 * source + destination);
        const found = regions.filter((region) => hasPacket({ ...region, ...NOWHERE }, packet)).length;
        const isExpected =
          isOf(ipVersion, packet.source, source, endpoints) &&
          has(to, ipVersion, packet.destination) &&
          passes(compiled, ipVersion, packet, from, to);
        expect(`${source} ${destination} ${text(ipVersion, packet)}: ${found}`).toBe(
          `${source} ${destination} ${text(ipVersion, packet)}: ${isExpected ? 1 : 0}`,
        );
        if (isExpected) seen.inside++;
        else seen.outside++;
      }
    }
  }
}

const NOWHERE = { node: "", way: "", interface: "", verdict: "allow" } as const;

function packetOf(family: 4 | 6, seed: number): PacketValues {
  const pick = <T>(list: readonly T[], at: number): T => list[Math.floor(seed / at) % list.length] as T;
  const numbers = (family === 4 ? ADDRESSES : ADDRESSES_6).map((one) => parseAddress(one)?.value ?? 0n);
  const number = (value: bigint) => (family === 4 ? Number(value) : value);
  const protocol = pick([6, 17, family === 4 ? 1 : 58, 47, 6], 3);
  return asSent({
    protocol,
    source: number(pick(numbers, 1)),
    destination: number(pick(numbers, 5)),
    sourcePort: 40000,
    portOrIcmp:
      protocol === 1 ? 8 * 256 : protocol === 58 ? 128 * 256 : pick([22, 21, 23, 400, 443, 444, 53, 68, 179], 2),
  });
}

function text(family: 4 | 6, { source, destination, protocol, portOrIcmp }: PacketValues): string {
  const shown = (value: number | bigint) => formatAddress({ family, value: BigInt(value) });
  return `${shown(source)} ${shown(destination)} ${protocol} ${portOrIcmp}`;
}

/** Whether an address may be an endpoint's: any of one that nothing is known of. */
function has({ nets }: CompiledEndpoint, family: 4 | 6, address: number | bigint): boolean {
  const isIn = nets.some((net) => net.family === family && net.first <= BigInt(address) && BigInt(address) <= net.last);
  return nets.length === 0 || isIn;
}

/** Whether a source may have an address: endpoints come before the network set, and that before everyone else. */
function isOf(
  family: 4 | 6,
  address: number | bigint,
  source: number,
  endpoints: readonly CompiledEndpoint[],
): boolean {
  const endpoint = endpoints[source];
  if (endpoint !== undefined) return has(endpoint, family, address);
  if (endpoints.some((one) => one.nets.length > 0 && has(one, family, address))) return false;
  const isOffice =
    formatAddress({ family, value: BigInt(address) }).match(/^(10\.0\.0\.\d+|fd00::[0-9a-f]{1,4})$/) !== null;
  return isOffice === (source === endpoints.length);
}

/** Whether the packet is let out of its source's node and into that of its destination, one by one or on one node. */
function passes(
  compiled: World,
  family: 4 | 6,
  packet: PacketValues,
  from: CompiledEndpoint | undefined,
  to: CompiledEndpoint,
): boolean {
  const inner = (one: CompiledEndpoint): FlowEnd =>
    one.kind === "HostEndpoint" ? { process: true } : { interface: one.interfaceName };
  const outer = (one: CompiledEndpoint): FlowEnd => ({ interface: one.kind === "HostEndpoint" ? "eth0" : "other" });
  const isAllowed = (node: string, start: FlowEnd, end: FlowEnd): boolean => {
    const protocol = Number(packet.protocol);
    const [type, hasPorts] = [Number(packet.portOrIcmp), protocol === 6 || protocol === 17];
    const flow = {
      ...{ from: start, to: end, protocol: protocol === 47 ? 47 : protocolName(protocol) },
      srcIP: formatAddress({ family, value: BigInt(packet.source) }),
      dstIP: formatAddress({ family, value: BigInt(packet.destination) }),
      ...(hasPorts && { srcPort: Number(packet.sourcePort), dstPort: type }),
      ...((protocol === 1 || protocol === 58) && { icmpType: type >> 8, icmpCode: type & 255 }),
    };
    const outcome = simulate(compiled, { node }, flow);
    expect(outcome.decidedBy.kind).not.toBe("not-evaluated");
    return outcome.verdict === "allow";
  };
  if (from?.node === to.node) return isAllowed(to.node, inner(from), inner(to));
  return (
    (from === undefined || isAllowed(from.node, inner(from), outer(from))) && isAllowed(to.node, outer(to), inner(to))
  );
}
