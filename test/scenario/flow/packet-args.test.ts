import { expect, test } from "vitest";
import { packetTo } from "../../../src/scenario/end-to-end/end-to-end-args.ts";
import { factsFromFlags } from "../../../src/scenario/flow/fact-flags.ts";
import { type PacketOptions, packetQuery } from "../../../src/scenario/flow/packet-args.ts";
import { type QueryOptions, queryOf } from "../../../src/scenario/flow/query.ts";
import { RequestError } from "../../../src/scenario/request-error.ts";

const NONE: QueryOptions = {
  ...{
    node: undefined,
    from: undefined,
    to: undefined,
    ...{ protocol: undefined, src: undefined, dst: undefined, port: undefined },
    flows: undefined,
    flowsFormat: undefined,
    namespace: undefined,
  },
  ...{ in: undefined, fromProcess: false, fromWorkload: undefined },
  ...{ out: undefined, toProcess: false, toWorkload: undefined },
  ...{
    icmp: undefined,
    tcpFlags: undefined,
    established: false,
    expect: undefined,
    interface: [],
    dnat: [],
    outputDnat: [],
  },
};
const wordsOf = (line: string): string[] => line.split(" ").filter(Boolean);
const flow = (line: string, options: Partial<PacketOptions>) => packetQuery(wordsOf(line), { ...NONE, ...options });
const query = (line: string, options: Partial<QueryOptions>) => queryOf(wordsOf(line), { ...NONE, ...options });

/** The packet that a command line describes. */
test.each([
  [
    "tcp 10.0.0.2 10.0.0.1:80",
    {},
    { protocol: "TCP", srcIP: "10.0.0.2", dstIP: "10.0.0.1", srcPort: 40000, dstPort: 80 },
  ],
  [
    "UDP 10.0.0.2:68 10.0.0.1:67",
    {},
    { protocol: "UDP", srcIP: "10.0.0.2", dstIP: "10.0.0.1", srcPort: 68, dstPort: 67 },
  ],
  ["6 fd00::2 [fd00::1]:80", {}, { protocol: "TCP", srcIP: "fd00::2", dstIP: "fd00::1", srcPort: 40000, dstPort: 80 }],
  ["icmp 10.0.0.2 10.0.0.1", {}, { protocol: "ICMP", srcIP: "10.0.0.2", dstIP: "10.0.0.1", icmpType: 8, icmpCode: 0 }],
  [
    "icmpv6 fd00::2 [fd00::1]",
    {},
    { protocol: "ICMPv6", srcIP: "fd00::2", dstIP: "fd00::1", icmpType: 128, icmpCode: 0 },
  ],
  [
    "icmp 1.1.1.1 1.1.1.2",
    { icmp: "3/4" },
    { protocol: "ICMP", srcIP: "1.1.1.1", dstIP: "1.1.1.2", icmpType: 3, icmpCode: 4 },
  ],
  ["99 1.1.1.1 1.1.1.2", {}, { protocol: "99", srcIP: "1.1.1.1", dstIP: "1.1.1.2" }],
  [
    "tcp 1.1.1.1 1.1.1.2:1",
    { tcpFlags: "RST", established: true, expect: "Deny" },
    {
      protocol: "TCP",
      srcIP: "1.1.1.1",
      dstIP: "1.1.1.2",
      srcPort: 40000,
      dstPort: 1,
      tcpFlags: "RST",
      conntrack: "established",
      expect: "deny",
    },
  ],
])("%s %j", (line, options, packet) => {
  expect(flow(line, options as Partial<PacketOptions>).packet).toEqual(packet);
});

/** Where it comes from and goes to. */
test.each([
  [{}, {}],
  [
    { in: "eth0", toProcess: true },
    { from: { interface: "eth0" }, to: { process: true } },
  ],
  [
    { fromWorkload: "w1", out: "eth0" },
    { from: { workload: "w1" }, to: { interface: "eth0" } },
  ],
  [
    { fromProcess: true, toWorkload: "w1" },
    { from: { process: true }, to: { workload: "w1" } },
  ],
] as const)("options %j", (options, ends) => {
  const { from, to } = flow("tcp 10.0.0.2 10.0.0.1:80", options).packet;
  expect({ ...(from && { from }), ...(to && { to }) }).toEqual(ends);
});

/** The facts that options state. */
test.each([
  [{}, {}],
  [{ interface: ["eth0=10.0.0.1,fd00::1", "eth1="] }, { interfaces: { eth0: ["10.0.0.1", "fd00::1"], eth1: [] } }],
  [
    { dnat: ["tcp:10.0.0.1:31852=192.168.1.10:8080", "udp:[fd00::1]:53=[fd00::2]:5353"] },
    {
      dnat: [
        { protocol: "TCP", dst: "10.0.0.1", port: 31852, toIP: "192.168.1.10", toPort: 8080 },
        { protocol: "UDP", dst: "fd00::1", port: 53, toIP: "fd00::2", toPort: 5353 },
      ],
    },
  ],
  [
    { outputDnat: ["tcp:10.96.0.1:443=10.0.0.9:6443"] },
    { outputDnat: [{ protocol: "TCP", dst: "10.96.0.1", port: 443, toIP: "10.0.0.9", toPort: 6443 }] },
  ],
] as const)("facts of %j", (options, facts) => {
  expect(factsFromFlags({ ...NONE, ...options })).toEqual(facts);
});

test("a source port that is given is not assumed", () => {
  expect(flow("tcp 10.0.0.2 10.0.0.1:80", {}).sourcePortAssumed).toBe(true);
  expect(flow("tcp 10.0.0.2:1 10.0.0.1:80", {}).sourcePortAssumed).toBe(false);
  expect(flow("icmp 10.0.0.2 10.0.0.1", {}).sourcePortAssumed).toBe(false);
});

test.each([
  ["", {}, "which packet"],
  ["tcp 10.0.0.2", {}, "which packet"],
  ["tpc 10.0.0.2 10.0.0.1:80", {}, "invalid protocol `tpc`"],
  ["0 10.0.0.2 10.0.0.1", {}, "invalid protocol `0`"],
  ["tcp 10.0.0.2 10.0.0.1", {}, "TCP needs a destination port"],
  ["tcp 10.0.0.2 10.0.0.1:70000", {}, "invalid port `70000` in destination `10.0.0.1:70000`"],
  ["tcp localhost 10.0.0.1:80", {}, "invalid source `localhost`"],
  ["tcp 10.0.0.02 10.0.0.1:80", {}, "invalid source `10.0.0.02`"],
  ["icmp 10.0.0.2 10.0.0.1:80", {}, "ICMP has no ports"],
  ["icmp 10.0.0.2 10.0.0.1", { icmp: "echo" }, "invalid ICMP type `echo`"],
  ["icmp 10.0.0.2 10.0.0.1", { icmp: "8/300" }, "invalid ICMP type `8/300`"],
  ["tcp 10.0.0.2 10.0.0.1:80", { icmp: "8" }, "--icmp goes with"],
  ["tcp 10.0.0.2 10.0.0.1:80", { in: "eth0", fromProcess: true }, "--from-process, --in, --from-workload exclude"],
  ["tcp 10.0.0.2 10.0.0.1:80", { expect: "maybe" }, "invalid verdict `maybe`"],
  ["tcp 10.0.0.2 10.0.0.1:80", { interface: ["eth0"] }, "invalid interface `eth0`"],
  ["tcp 10.0.0.2 10.0.0.1:80", { interface: ["eth0=x"] }, "invalid interface `eth0=x`"],
  ["tcp 10.0.0.2 10.0.0.1:80", { dnat: ["tcp:10.0.0.1"] }, "invalid DNAT `tcp:10.0.0.1`"],
] as const)("`%s` %j is wrong usage", (line, options, message) => {
  expect(() => query(line, options)).toThrow(RequestError);
  expect(() => query(line, options)).toThrow(message);
});

/** From end to end: the request, and whether the source port is our own. */
test.each([
  ["tcp 80", {}, { protocol: "TCP", srcPort: 40000, dstPort: 80 }],
  ["udp 5353:53", {}, { protocol: "UDP", srcPort: 5353, dstPort: 53 }],
  ["icmp", { icmp: "13" }, { protocol: "ICMP", icmpType: 13, icmpCode: 0 }],
  ["99", { in: "eth0", out: "eth1" }, { protocol: "99" }],
  [
    "tcp 80",
    { tcpFlags: "ACK", established: true },
    { protocol: "TCP", srcPort: 40000, dstPort: 80, tcpFlags: "ACK", conntrack: "established" },
  ],
] as const)("from end to end: %s %j", (line, options, packet) => {
  const made = query(line, { from: "a", to: "b", ...options });
  expect(made).toMatchObject({ kind: "end-to-end", from: { text: "a" }, to: { text: "b" }, expect: undefined });
  if (made.kind !== "end-to-end") return;
  expect(packetTo(made, typeof made.port === "number" ? { port: made.port } : {})).toEqual({ packet, assumptions: [] });
});

/** What a query asks for in Kubernetes' words: the protocol, the source port and the port. */
test.each([
  ["tcp 80", "svc/web", ["6", "-", "80"]],
  ["tcp http", "svc/web", ["6", "-", "http"]],
  ["tcp 5000:http", "svc/web", ["6", "5000", "http"]],
  ["udp", "svc/web:dns", ["17", "-", "dns"]],
  ["tcp 80", "svc/web:80", ["6", "-", "80"]],
  ["", "svc/web", ["-", "-", "-"]],
  ["", "node/node2:31852", ["-", "-", "31852"]],
  ["icmp", "pod/web-1", ["1", "-", "-"]],
] as const)("%s to %s", (line, to, expected) => {
  const made = query(line, { from: "a", to });
  if (made.kind !== "end-to-end") throw new Error(made.kind);
  expect([made.protocol, made.sourcePort, made.port].map((value) => String(value ?? "-"))).toEqual(expected);
});

test.each([
  ["tcp 80", { to: undefined }, "--from and --to go together"],
  ["tcp 80", { fromProcess: true }, "--from-process cannot be combined with --from and --to"],
  ["", { flows: "f" }, "--flows cannot be combined with --from and --to"],
  ["", {}, "give PROTOCOL PORT"],
  ["tcp 10.0.0.1 10.0.0.2:80", {}, "give PROTOCOL PORT"],
  ["tcp", {}, "TCP needs a port"],
  ["tcp 1:2:3", {}, "invalid port `1:2:3`"],
  ["tcp 65536", {}, "invalid port `65536`"],
  ["icmp 80", {}, "ICMP has no ports"],
  ["tcp 80", { expect: "maybe" }, "invalid verdict `maybe`"],
  ["tcp frob", {}, "unknown service `frob`"],
  ["udp http", {}, "`http` is a service of TCP, not of UDP"],
  ["tcp 80", { to: "svc/web:81" }, "two ports are given: `80`"],
  ["tcp HTTP", { to: "svc/web" }, "invalid port `HTTP`"],
  ["tcp 80", { from: "pod/a:81" }, "the port is that of the end of --to"],
  ["tcp 80", { to: "pod/" }, "`pod/` names no pod"],
] as const)("from end to end: `%s` %j is wrong usage", (line, options, message) => {
  const parse = () => query(line, { from: "a", to: "b", ...options });
  expect(parse).toThrow(RequestError);
  expect(parse).toThrow(message);
});

/** What `--flows` asks for, and what does not go with it. */
test.each([
  ["f.yaml", {}, { kind: "flow-file", file: "f.yaml" }],
  ["f.csv", {}, { kind: "lines", file: "f.csv", format: "csv" }],
  ["-", { flowsFormat: "ndjson" }, { kind: "lines", file: "-", format: "ndjson" }],
] as const)("--flows %s %j", (flows, options, wanted) => {
  expect(query("", { flows, ...options })).toMatchObject(wanted);
});

test.each([
  ["tcp 1.1.1.1 2.2.2.2:80", {}, "either --flows or a packet"],
  ["", { in: "eth0", established: true }, "--in, --established cannot be combined with --flows"],
  ["", { flowsFormat: "xml" }, "unknown flows format `xml`"],
] as const)("--flows with `%s` %j is wrong usage", (line, options, message) => {
  expect(() => query(line, { flows: "f", ...options })).toThrow(message);
});
