import type { Flow, FlowEnd } from "../../../../src/model/flow.ts";
import { formatAddress, parseCidr } from "../../../../src/model/net/address.ts";
import { toNet } from "../../../../src/policy/world/nets.ts";
import type { Chance } from "./chance.ts";
import { workloadAddress } from "./resources.ts";
import { NETS, type PlainRule, type PlainSide } from "./rules.ts";

/** A flow of one of the nodes. */
export interface NodeFlow {
  readonly node: number;
  readonly flow: Flow;
}

const SPECIAL = ["0.0.0.0", "255.255.255.255", "127.0.0.1", "224.0.0.5", "10.0.0.1", "10.0.1.2", "192.168.0.1"];
const PORT_EDGES = [0, 1, 2, 22, 53, 79, 80, 81, 443, 1023, 1024, 4789, 65_534, 65_535];
const [TCP, UDP, ICMP] = [6, 17, 1];

/** Addresses at the edges of a network, and next to it. */
function edges(text: string): string[] {
  const cidr = parseCidr(text);
  if (cidr?.address.family !== 4) return [];
  const { first, last } = toNet(cidr);
  const near = [first - 1n, first, first, last, last, last + 1n].filter((value) => value >= 0n && value < 1n << 32n);
  return near.map((value) => formatAddress({ family: 4, value }));
}

function portsNear(side: PlainSide | undefined): number[] {
  const written = [...(side?.ports ?? []), ...(side?.notPorts ?? [])];
  const ends = written.flatMap((port) => String(port).split(":").map(Number));
  return ends.flatMap((end) => [end - 1, end, end, end, end + 1]).filter((port) => port >= 0 && port <= 65_535);
}

function numberOf(protocol: string | number | undefined, chance: Chance): number {
  const known: Record<string, number> = { TCP, UDP, ICMP, SCTP: 132, UDPLite: 136 };
  if (protocol !== undefined) return known[protocol] ?? Number(protocol);
  return chance.of([TCP, TCP, UDP, ICMP, 132, 136, 4, 2, 99, 255]);
}

/** Makes flows at the edges of what rules are about. */
export function flowMaker(chance: Chance, rules: readonly PlainRule[]) {
  const anyEdges = NETS.flatMap(edges);
  function address(side: PlainSide | undefined): string {
    const near = [...(side?.nets ?? []), ...(side?.notNets ?? [])].flatMap(edges);
    if (near.length > 0 && !chance.once(8)) return chance.of(near);
    const workload = workloadAddress(chance.below(5), 1 + chance.below(3));
    return chance.of([workload, workload, chance.of(SPECIAL), chance.of(anyEdges)]);
  }
  function end(): FlowEnd {
    return chance.of<FlowEnd>([
      ...[{ process: true } as const, { process: true } as const],
      ...["eth0", "eth0", "eth1", "eth2", "cali1", "cali2", "cali3", "cali3"].map((name) => ({ interface: name })),
    ]);
  }
  const port = (near: readonly number[]) =>
    near.length > 0 && !chance.once(8) ? chance.of(near) : chance.of(PORT_EDGES);

  function packet(rule: PlainRule | undefined): Omit<Flow, "from" | "to"> {
    const protocol = numberOf(chance.once(16) ? undefined : rule?.protocol, chance);
    const addresses = { srcIP: address(rule?.source), dstIP: address(rule?.destination) };
    if (protocol === ICMP) {
      const clause = rule?.icmp ?? rule?.notICMP ?? {};
      const icmpType = chance.once(3) ? chance.of([0, 3, 8, 13, 254]) : (clause.type ?? 8);
      return { ...addresses, protocol, icmpType, icmpCode: clause.code ?? chance.below(3), conntrack: "new" };
    }
    const hasPorts = [TCP, UDP, 132, 136].includes(protocol);
    if (!hasPorts) return { ...addresses, protocol };
    return {
      ...addresses,
      protocol,
      srcPort: port(portsNear(rule?.source)),
      dstPort: port(portsNear(rule?.destination)),
    };
  }

  /** A flow between two ends. A workload sends from its own address. */
  function between(node: number, from: FlowEnd, to: FlowEnd | undefined): Flow {
    const made = packet(rules.length > 0 && !chance.once(6) ? chance.of(rules) : undefined);
    const workload = "interface" in from ? /^cali(.)$/.exec(from.interface ?? "") : null;
    const own = workload ? { srcIP: workloadAddress(node, Number(workload[1])) } : {};
    return { from, ...(to && { to }), ...made, ...own };
  }

  /** A flow between any ends; some from others' addresses, and some of known connections. */
  function any(node: number): Flow {
    const made = between(node, end(), chance.once(5) ? undefined : end());
    const spoofed = chance.once(20) ? { srcIP: address(undefined) } : {};
    const state = chance.once(40) ? { conntrack: chance.of(["established", "invalid"] as const) } : {};
    return { ...made, ...spoofed, ...state };
  }
  return { between, any };
}
