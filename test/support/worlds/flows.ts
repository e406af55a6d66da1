import fc from "fast-check";
import type { DnatRule, Flow, FlowEnd, NodeFacts, Route } from "../../../src/model/flow.ts";
import { fields, maybe, pick, rarely, some } from "../arbitraries.ts";
import { address, INTERFACES, net, V4, V6 } from "./values.ts";

const interfaces = fc.record({
  eth0: fc.array(fc.oneof(address, pick("10.0.0.1/24", "fd00::1/64")), { maxLength: 2 }),
  eth1: fc.array(fc.oneof(address, pick("10.0.1.1/24")), { maxLength: 2 }),
});
const dnat: fc.Arbitrary<DnatRule[]> = fc.array(
  fields({
    protocol: pick<string | number>("TCP", "UDP", "all"),
    dst: fc.oneof(address, pick("LOCAL", "LOCAL", "10.0.0.0/24", "0.0.0.0/0")),
    port: rarely(pick(80, 8080, 443)),
    toIP: fc.oneof(address, pick("INTERFACE")),
    toPort: maybe(pick(80, 8080)),
    interface: maybe(pick("eth0", "cali+"), 2),
    uncertain: rarely(fc.constant("the choice is random")),
  }),
  { maxLength: 2 },
);
const routes: fc.Arbitrary<Route[]> = some(
  fc.record({
    dst: fc.oneof(net, pick("0.0.0.0/0", "::/0")),
    type: pick<"unicast" | "blackhole" | "local">("unicast", "unicast", "unicast", "blackhole", "local"),
    interfaces: pick<readonly string[]>(["eth0"], ["eth1"], ["cali1"], ["eth0", "eth1"]),
  }),
);
export const facts: fc.Arbitrary<NodeFacts> = fields({
  node: pick("n1", "n1", "n1", "n1", "n3"),
  interfaces: maybe(interfaces, 3),
  dnat: maybe(dnat, 3),
  outputDnat: rarely(dnat),
  routes: rarely(routes),
});

const end: fc.Arbitrary<FlowEnd> = fc.oneof(
  { arbitrary: pick(...INTERFACES).map((name) => ({ interface: name })), weight: 8 },
  { arbitrary: fc.constant({ process: true } as const), weight: 3 },
  { arbitrary: pick("w0", "pod1", "ns1/w0").map((workload) => ({ workload })), weight: 1 },
);
export const addresses = fc.oneof(
  { arbitrary: fc.record({ srcIP: pick(...V4), dstIP: pick(...V4) }), weight: 4 },
  { arbitrary: fc.record({ srcIP: pick(...V6), dstIP: pick(...V6) }), weight: 1 },
);
const flowPort = pick(80, 443, 22, 53, 8080, 4789, 40_000, 0, 65_535);
const packet = fc.oneof(
  {
    arbitrary: fields({
      protocol: pick<string | number>("TCP", "TCP", 6, "UDP", "SCTP", "UDPLite"),
      srcPort: flowPort,
      dstPort: flowPort,
    }),
    weight: 6,
  },
  {
    arbitrary: fields({
      protocol: fc.constant("TCP"),
      srcPort: flowPort,
      dstPort: flowPort,
      tcpFlags: pick("SYN", "SYN+ACK", "RST", "ACK"),
    }),
    weight: 1,
  },
  {
    arbitrary: fields({
      protocol: pick("ICMP", "ICMPv6"),
      icmpType: maybe(pick(8, 0, 3, 128, 129, 135)),
      icmpCode: maybe(pick(0, 1)),
    }),
    weight: 2,
  },
  { arbitrary: fields({ protocol: pick<string | number>(4, 99, "2") }), weight: 1 },
);
export const flow: fc.Arbitrary<Flow> = fc
  .tuple(
    end,
    maybe(end, 4),
    addresses,
    packet,
    rarely(pick("established" as const, "invalid" as const, "new" as const)),
  )
  .map(([from, to, ips, rest, conntrack]) => ({
    from,
    ...(to === undefined ? {} : { to }),
    ...ips,
    ...rest,
    ...(conntrack === undefined ? {} : { conntrack }),
  }));
