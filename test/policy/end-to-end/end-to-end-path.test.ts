import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NodeFacts } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { evaluateEndToEnd } from "../../../src/policy/end-to-end/end-to-end-path.ts";
import type { EndToEndRequest } from "../../../src/policy/end-to-end/path-types.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { allow, deny, gnp, hep, node, profile, tcpFrom, tcpTo, wep, worldOf } from "../support.ts";

/** Two nodes with a host endpoint each; workloads `web` and `api` on the first, `db` on the second. */
const CLUSTER: readonly Resource[] = [
  node("node1", { bgp: { ipv4Address: "10.0.0.1/24" } }),
  node("node2", { bgp: { ipv4Address: "10.0.0.2/24" } }),
  hep("h1", { expectedIPs: ["10.0.0.1"], profiles: ["open"] }, { host: "h1" }),
  hep("h2", { node: "node2", expectedIPs: ["10.0.0.2"], profiles: ["open"] }, { host: "h2" }),
  wep("web", "192.168.1.10/32", { profiles: ["open"] }),
  wep("api", "192.168.1.11/32", { profiles: ["open"] }),
  wep("db", "192.168.2.20/32", { node: "node2", profiles: ["open"] }),
  profile("open", { ingress: [allow()], egress: [allow()] }),
];
const ON_HOST = { applyOnForward: true, types: ["Ingress", "Egress"] };
const REFUSE_DB = gnp("refuse-db", { selector: "app == 'db'", ingress: [deny()] });
const KEEP_IN = gnp("keep-in", { selector: "host == 'h1'", ...ON_HOST, ingress: [allow()], egress: [deny()] });
const GUARD_H2 = gnp("guard-h2", { selector: "host == 'h2'", ingress: [allow(tcpTo(443)), deny()] });
const ONE_SIDED = gnp("one-sided", { selector: "host == 'h2'", ...ON_HOST, doNotTrack: true, ingress: [allow()] });
const TWO_SIDED = gnp("two-sided", {
  ...{ selector: "host == 'h2'", ...ON_HOST, doNotTrack: true },
  ingress: [allow(tcpTo(80))],
  egress: [allow(tcpFrom(80))],
});

interface Case {
  readonly what: string;
  /** `FROM TO`. */
  readonly ends: string;
  readonly resources?: readonly Resource[];
  readonly facts?: readonly NodeFacts[];
  readonly more?: Partial<EndToEndRequest>;
  /** A word a hop, `node1:eth0>db`, then the verdict, and the reply's after a slash; or the question. */
  readonly answer: string;
}

/** Evaluates a packet to TCP port 80 over the two nodes. */
function ask({ ends, resources = [], facts = [], more = {} }: Omit<Case, "what" | "answer">) {
  const [from = "", to = ""] = ends.split(" ");
  const packet = { protocol: "TCP", srcPort: 40000, dstPort: 80 };
  const world = worldOf([...CLUSTER, ...resources]);
  const byNode = new Map(facts.map((known) => [known.node, known]));
  return { world, byNode, result: evaluateEndToEnd(world, byNode, { from, to, packet, ...more }) };
}

function check(request: Omit<Case, "what" | "answer">): string {
  const { result } = ask(request);
  if (!result.ok) return `${result.question.about}? ${result.question.fitting.join(" ")}`.trim();
  const end = (at: object): string => Object.values(at).map(String).join().replace("true", "process");
  const { hops, verdict, return: back, diesAt, returnDiesAt } = result.path;
  const passed = hops.map(({ node: name, flow }) => `${name}:${end(flow.from)}>${end(flow.to ?? {})}`);
  const at = (hop: number | undefined) => (hop === undefined ? "" : `@${hops[hop]?.node}`);
  const reply = back === undefined ? "" : `/${back}${at(returnDiesAt)}`;
  return `${passed.join(" ")} ${verdict}${at(diesAt)}${reply}`;
}

const WEB = "default/node1-k8s-web-eth0";
const DB = "default/node1-k8s-db-eth0";
const NODE_PORT = { protocol: "TCP", dst: "10.0.0.1", port: 80, toIP: "192.168.2.20", toPort: 5432 };

const CASES: readonly Case[] = [
  { what: "process to process", ends: "h1 h2", answer: "node1:process>eth0 node2:eth0>process allow/allow" },
  { what: "nodes by name", ends: "node1 node2", answer: "node1:process>eth0 node2:eth0>process allow/allow" },
  { what: "by address", ends: "10.0.0.1 10.0.0.2", answer: "node1:process>eth0 node2:eth0>process allow/allow" },
  { what: "workloads across nodes", ends: "web default/db", answer: `node1:${WEB}>eth0 node2:eth0>${DB} allow/allow` },
  { what: "workloads of one node", ends: "web api", answer: `node1:${WEB}>default/node1-k8s-api-eth0 allow/allow` },
  { what: "host to a workload of its own", ends: "h1 web", answer: `node1:process>${WEB} allow/allow` },
  { what: "host to a workload elsewhere", ends: "h1 db", answer: `node1:process>eth0 node2:eth0>${DB} allow/allow` },
  { what: "workload to its host", ends: "web h1", answer: `node1:${WEB}>process deny@node1` },
  { what: "a process and itself, through lo", ends: "h1 h1", answer: "node1:process>process allow/allow" },
  { what: "from outside to a host", ends: "198.51.100.7 h2", answer: "node2:eth0>process allow/allow" },
  { what: "from outside to a workload", ends: "198.51.100.7 192.168.2.20", answer: `node2:eth0>${DB} allow/allow` },
  { what: "out of the cluster", ends: "web 198.51.100.7", answer: `node1:${WEB}>eth0 allow/allow` },
  { what: "denied on the first node", ends: "web db", resources: [KEEP_IN], answer: `node1:${WEB}>eth0 deny@node1` },
  {
    what: "denied on the second",
    ends: "web db",
    resources: [REFUSE_DB],
    answer: `node1:${WEB}>eth0 node2:eth0>${DB} deny@node2`,
  },
  {
    what: "denied by the host endpoint of the second",
    ends: "h1 h2",
    resources: [GUARD_H2],
    answer: "node1:process>eth0 node2:eth0>process deny@node2",
  },
  {
    what: "the reply dropped by one-sided untracked policy",
    ends: "h1 h2",
    resources: [ONE_SIDED],
    answer: "node1:process>eth0 node2:eth0>process allow/deny@node2",
  },
  {
    what: "and not by two-sided",
    ends: "h1 h2",
    resources: [TWO_SIDED],
    answer: "node1:process>eth0 node2:eth0>process allow/allow",
  },
  {
    what: "untracked at the sender: the reply dies there",
    ends: "h1 h2",
    resources: [gnp("u", { selector: "host == 'h1'", doNotTrack: true, ...ON_HOST, egress: [allow()] })],
    answer: "node1:process>eth0 node2:eth0>process allow/deny@node1",
  },
  {
    what: "a DNAT of the first node sends it on",
    ends: "198.51.100.7 h1",
    facts: [{ node: "node1", dnat: [NODE_PORT] }],
    answer: `node1:eth0>eth0 node2:eth0>${DB} allow/allow`,
  },
  {
    what: "a DNAT for a service address",
    ends: "web 10.96.0.1",
    facts: [{ node: "node1", dnat: [{ ...NODE_PORT, dst: "10.96.0.1" }] }],
    answer: `node1:${WEB}>eth0 node2:eth0>${DB} allow/allow`,
  },
  {
    what: "not of packets that are not tracked",
    ends: "198.51.100.7 h2",
    resources: [TWO_SIDED],
    facts: [{ node: "node2", dnat: [{ ...NODE_PORT, dst: "10.0.0.2", toIP: "192.168.1.10" }] }],
    answer: "node2:eth0>process allow/allow",
  },
  {
    what: "routes say the interfaces",
    ends: "web db",
    facts: [
      { node: "node1", routes: [{ dst: "192.168.2.0/24", interfaces: ["tunl0"] }] },
      { node: "node2", routes: [{ dst: "192.168.1.0/24", interfaces: ["tunl0"] }] },
    ],
    answer: `node1:${WEB}>tunl0 node1:process>eth0 node2:eth0>process node2:tunl0>${DB} allow/allow`,
  },
  {
    what: "the user says them",
    ends: "web db",
    more: { out: "eth5", in: "eth6" },
    answer: `node1:${WEB}>eth5 node2:eth6>${DB} allow/allow`,
  },
  {
    what: "several ways in: asks",
    ends: "web db",
    resources: [hep("h2b", { node: "node2", interfaceName: "eth1" })],
    answer: "in? eth0 eth1",
  },
  {
    what: "several ways out: asks",
    ends: "web db",
    resources: [hep("h1b", { interfaceName: "eth1" })],
    answer: "out? eth0 eth1",
  },
  { what: "an unknown name: asks", ends: "wbe db", answer: "from? web" },
  {
    what: "a name of several: asks",
    ends: "web x",
    resources: [wep("x", "192.168.1.30/32"), wep("x2", "192.168.1.31/32", { pod: "x" })],
    answer: "to? default/node1-k8s-x-eth0 default/node1-k8s-x2-eth0",
  },
  { what: "no address known: asks", ends: "web h3", resources: [hep("h3", { node: "node3" })], answer: "to?" },
  { what: "neither in the cluster: asks", ends: "198.51.100.7 198.51.100.8", answer: "from?" },
  { what: "no common IP version: asks", ends: "web fd00::1", answer: "to?" },
  { what: "ICMPv6 of IPv4 ends: asks", ends: "web db", more: { packet: { protocol: "ICMPv6" } }, answer: "to?" },
];

describe("end-to-end paths", () => {
  test.each(CASES)("$what", ({ answer, ...request }) => expect(check(request)).toBe(answer));

  test("each hop is what simulate returns for its flow, the path what its hops are", () => {
    for (const request of CASES) {
      const { world, byNode, result } = ask(request);
      if (!result.ok) continue;
      const { hops, verdict, steps, hints, decidedBy } = result.path;
      for (const { node: name, flow, outcome } of hops) {
        expect(outcome).toEqual(simulate(world, byNode.get(name) ?? { node: name }, flow));
      }
      expect(verdict).toBe(hops.some(({ outcome }) => outcome.verdict === "deny") ? "deny" : "allow");
      expect(decidedBy).toEqual(hops.at(-1)?.outcome.decidedBy);
      expect(steps).toEqual(hops.flatMap(({ outcome }) => outcome.steps));
      for (const hint of hints) expect(steps[hint.step]).toBeDefined();
    }
  });

  test("assumptions are reported", () => {
    const { result } = ask({ ends: "web db" });
    expect(result.ok && result.path.assumptions).toEqual([
      "packets to 192.168.2.20 leave node1 through eth0, the only host interface known there: no route was given",
      "packets from node1 (10.0.0.1) come in to node2 through eth0, the only host interface known there: no route was given",
      expect.stringContaining("no source NAT, no overlay"),
    ]);
  });

  test("hints point at steps of the whole way", () => {
    const { result } = ask({ ends: "h1 h2", resources: [ONE_SIDED] });
    const { hints, steps } = result.ok ? result.path : { hints: [], steps: [] };
    expect(hints.map(({ code, step }) => `${code} at ${steps[step]?.kind}`)).toEqual([
      "hint.one-sided-untracked at rule-matched",
    ]);
  });

  test("DNATs that send a packet round and round end", () => {
    const back = (dst: string, toIP: string) => [{ protocol: "TCP", dst, toIP }];
    const facts = [
      { node: "node1", dnat: back("10.0.0.1", "10.0.0.2") },
      { node: "node2", dnat: back("10.0.0.2", "10.0.0.1") },
    ];
    const { result } = ask({ ends: "198.51.100.7 h1", facts });
    expect(result.ok && result.path.hops).toHaveLength(8);
    expect(result.ok && result.path.assumptions.join()).toContain("is not followed further");
  });

  test("no text makes it throw", () => {
    const text = fc.oneof(
      fc.string(),
      fc.ipV4(),
      fc.ipV6(),
      fc.constantFrom("web", "h1", "__proto__", "default/", "/"),
    );
    fc.assert(
      fc.property(text, text, (from, to) => {
        expect(check({ ends: "", more: { from, to } })).toMatch(/\?|allow|deny/);
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});
