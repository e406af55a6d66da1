import { describe, expect, test } from "vitest";
import type { NodeFacts } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { evaluateEndToEnd } from "../../../src/policy/end-to-end/end-to-end-path.ts";
import type { EndToEndRequest } from "../../../src/policy/end-to-end/path-types.ts";
import { allow, deny, gnp, hep, node, profile, wep, worldOf } from "../support.ts";

const OPEN = { profiles: ["open"] };
const CLUSTER: readonly Resource[] = [
  node("node1", { bgp: { ipv4Address: "10.0.0.1/24" } }),
  node("node2", { bgp: { ipv4Address: "10.0.0.2/24" } }),
  hep("h1", { expectedIPs: ["10.0.0.1"], ...OPEN }, { host: "h1" }),
  hep("h2", { node: "node2", expectedIPs: ["10.0.0.2"], ...OPEN }, { host: "h2" }),
  wep("web", "192.168.1.10/32", OPEN),
  wep("db", "192.168.2.20/32", { node: "node2", ...OPEN }),
  wep("dual", "192.168.1.30/32", { ipNetworks: ["192.168.1.30/32", "192.168.1.31/32", "fd00:1::30/128"], ...OPEN }),
  profile("open", { ingress: [allow()], egress: [allow()] }),
];
const AT = "the only host interface known there: no route was given";
const UNCHANGED =
  "between the nodes nothing changes or drops the packet: no source NAT, no overlay (IPIP, VXLAN), no other firewall";

interface Extra {
  readonly resources?: readonly Resource[];
  readonly facts?: readonly NodeFacts[];
  readonly more?: Partial<EndToEndRequest>;
}

function ask(from: string, to: string, { resources = [], facts = [], more = {} }: Extra = {}) {
  const packet = { protocol: "TCP", srcPort: 40000, dstPort: 80 };
  const byNode = new Map(facts.map((known) => [known.node, known]));
  return evaluateEndToEnd(worldOf([...CLUSTER, ...resources]), byNode, { from, to, packet, ...more });
}

/** Questions that an ambiguous request gets. */
const QUESTIONS: readonly (readonly [from: string, to: string, extra: Extra, question: string, fitting: string])[] = [
  [
    "nobody",
    "db",
    {},
    "from: nothing in the cluster is called `nobody`",
    "default/db default/dual default/web h1 h2 node1 node2",
  ],
  ["web", "bd", {}, "to: nothing in the cluster is called `bd`", "db"],
  [
    "10.0.0.9",
    "web",
    { resources: [wep("x", "10.0.0.9/32"), wep("y", "10.0.0.9/32")] },
    "from: `10.0.0.9` is the address of several endpoints",
    "default/node1-k8s-x-eth0 default/node1-k8s-y-eth0",
  ],
  [
    "twin",
    "web",
    { resources: [wep("x", "10.0.0.8/32", { pod: "twin" }), wep("y", "10.0.0.9/32", { pod: "twin" })] },
    "from: `twin` is the name of several endpoints",
    "default/node1-k8s-x-eth0 default/node1-k8s-y-eth0",
  ],
  [
    "web",
    "h3",
    { resources: [hep("h3", { node: "node3" })] },
    "to: no address of `h3` is known: give the address itself, expectedIPs, or the facts of its node",
    "",
  ],
  [
    "node3",
    "web",
    { resources: [hep("h3", { node: "node3" })] },
    "from: no address of `node3` is known: give the address itself, expectedIPs, or the facts of its node",
    "",
  ],
  ["web", "fd00::1", {}, "to: `web` and `fd00::1` have no addresses of the same IP version", ""],
  [
    "198.51.100.7",
    "198.51.100.8",
    {},
    "from: neither `198.51.100.7` nor `198.51.100.8` is in the cluster: no node is known to see the packet",
    "",
  ],
  [
    "web",
    "db",
    { resources: [hep("h1b", { interfaceName: "eth1" })] },
    "out: through which interface do packets to `192.168.2.20` leave `node1`?",
    "eth0 eth1",
  ],
  [
    "web",
    "db",
    { resources: [hep("h2b", { node: "node2", interfaceName: "eth1" })] },
    "in: through which interface do packets from `node1 (10.0.0.1)` come in to `node2`?",
    "eth0 eth1",
  ],
];

/** What is assumed on the way. */
const ASSUMED: readonly (readonly [
  what: string,
  from: string,
  to: string,
  extra: Extra,
  assumptions: readonly string[],
])[] = [
  [
    "over two nodes",
    "h1",
    "h2",
    {},
    [
      "packets to 10.0.0.2 leave node1 through eth0, the interface of h1: no route was given",
      "packets from node1 (10.0.0.1) come in to node2 through eth0, the interface of h2: no route was given",
      UNCHANGED,
    ],
  ],
  [
    "a node that only its host endpoint names",
    "node4",
    "h2",
    { resources: [hep("h4", { node: "node4", expectedIPs: ["10.0.0.4"], ...OPEN })] },
    [
      "node4 is taken to have the address of its host endpoint h4, 10.0.0.4",
      "packets to 10.0.0.2 leave node4 through eth0, the interface of node4: no route was given",
      "packets from 10.0.0.4 come in to node2 through eth0, the interface of h2: no route was given",
      UNCHANGED,
    ],
  ],
  [
    "a node that only its facts name",
    "node5",
    "h2",
    { facts: [{ node: "node5", interfaces: { eth7: ["10.0.0.5/24"] } }] },
    [
      "packets to 10.0.0.2 leave node5 through eth7, whose network holds the address: no route was given",
      "packets from node5 (10.0.0.5) come in to node2 through eth0, the interface of h2: no route was given",
      UNCHANGED,
      "nothing is known about a node node5: no Node, HostEndpoint or WorkloadEndpoint names it",
    ],
  ],
  ["where both interfaces are given", "web", "db", { more: { out: "eth0", in: "eth0" } }, [UNCHANGED]],
  [
    "the first of several addresses",
    "dual",
    "web",
    {},
    ["default/dual is at 192.168.1.30, the first of its addresses"],
  ],
  [
    "the first of several addresses of the other end",
    "web",
    "dual",
    {},
    ["default/dual is at 192.168.1.30, the first of its addresses"],
  ],
  [
    "one address of the version",
    "fd00:1::40",
    "dual",
    {},
    ["packets from fd00:1::40 come in to node1 through eth0, the only host interface known there: no route was given"],
  ],
  [
    "replies of a translated packet",
    "198.51.100.7",
    "h1",
    { facts: [{ node: "node1", dnat: [{ protocol: "TCP", dst: "10.0.0.1", port: 80, toIP: "192.168.2.20" }] }] },
    [
      "packets from 198.51.100.7 come in to node1 through eth0, the interface of h1: no route was given",
      `packets to 192.168.2.20 leave node1 through eth0, ${AT}`,
      "replies come back through the node that translated the destination, which takes source NAT there",
      `packets from node1 (10.0.0.1) come in to node2 through eth0, ${AT}`,
      UNCHANGED,
    ],
  ],
  [
    "a translation on the sender's own node needs no source NAT",
    "web",
    "10.96.0.1",
    { facts: [{ node: "node1", dnat: [{ protocol: "TCP", dst: "10.96.0.1", port: 80, toIP: "192.168.2.20" }] }] },
    [
      `packets to 192.168.2.20 leave node1 through eth0, ${AT}`,
      `packets from node1 (10.0.0.1) come in to node2 through eth0, ${AT}`,
      UNCHANGED,
    ],
  ],
];

describe("the questions of an end-to-end path", () => {
  test.each(QUESTIONS)("%s to %s", (from, to, extra, question, fitting) => {
    const result = ask(from, to, extra);
    const { about, message, fitting: fits } = result.ok ? expect.unreachable("nothing was asked") : result.question;
    expect(`${about}: ${message}`).toBe(question);
    expect(fits.join(" ")).toBe(fitting);
  });
});

describe("the assumptions of an end-to-end path", () => {
  test.each(ASSUMED)("%s", (_what, from, to, extra, assumptions) => {
    const result = ask(from, to, extra);
    expect(result.ok && result.path.assumptions).toEqual(assumptions);
  });
});

describe("the reply of the whole way", () => {
  const untracked = (host: string, rules: object) =>
    gnp(`u-${host}`, { selector: `host == '${host}'`, doNotTrack: true, applyOnForward: true, ...rules });
  /** Where the reply dies, what decided it there, and the nodes whose steps it has, in order. */
  const reply = (...resources: Resource[]) => {
    const result = ask("h1", "h2", { resources });
    if (!result.ok) return expect.unreachable(result.question.message);
    const { return: back, returnDiesAt, returnDecidedBy, returnDropStage, returnSteps = [], hops } = result.path;
    const nodes = returnSteps.flatMap((step) => ("endpoint" in step ? [step.endpoint.node] : []));
    return {
      back,
      at: returnDiesAt === undefined ? undefined : hops[returnDiesAt]?.node,
      by: returnDecidedBy?.kind,
      in: returnDropStage,
      nodes: [...new Set(nodes)].join(" "),
    };
  };
  test("passes the nodes backwards", () => {
    expect(reply()).toEqual({ back: "allow", at: undefined, by: "conntrack", in: undefined, nodes: "node2 node1" });
  });
  test("dies on the first of them that denies it", () => {
    const egress = untracked("h2", { types: ["Ingress", "Egress"], ingress: [allow()], egress: [deny()] });
    expect(reply(egress)).toEqual({ back: "deny", at: "node2", by: "rule", in: "raw", nodes: "node2" });
  });
  test("or on the second", () => {
    const ingress = untracked("h1", { types: ["Ingress", "Egress"], ingress: [deny()], egress: [allow()] });
    expect(reply(ingress)).toEqual({ back: "deny", at: "node1", by: "rule", in: "raw", nodes: "node2 node1" });
  });
  test("there is none where the packet itself is denied", () => {
    const result = ask("h1", "h2", { resources: [gnp("no", { selector: "host == 'h2'", ingress: [deny()] })] });
    const path = result.ok ? result.path : expect.unreachable();
    expect([path.verdict, path.diesAt, path.dropStage]).toEqual(["deny", 1, "filter"]);
    expect(Object.keys(path).filter((key) => key.startsWith("return"))).toEqual([]);
  });
  test("a packet that cannot be evaluated dies nowhere", () => {
    const result = ask("h1", "h2", { more: { packet: { protocol: "TCP", srcPort: 1, dstPort: -1 } } });
    const path = result.ok ? result.path : expect.unreachable();
    expect([path.decidedBy.kind, path.diesAt, path.hops.length]).toEqual(["not-evaluated", undefined, 1]);
  });
});
