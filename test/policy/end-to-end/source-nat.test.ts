import { describe, expect, test } from "vitest";
import type { NodeFacts } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { allow, deny, felix, node, pool } from "../support.ts";
import { type Case, evaluate, fromNet, HOST2, onHost2, pathText, TUNNEL1, TUNNEL2 } from "./cluster.ts";

const NAT2: NodeFacts = {
  node: "node2",
  interfaces: { eth0: ["10.0.0.2/24"] },
  dnat: [{ protocol: "TCP", dst: "10.0.0.2", port: 80, toIP: "192.168.1.10", toPort: 8080 }],
};

const OUTGOING: readonly Case[] = [
  [
    "a pool with natOutgoing: the next node sees the node's address",
    "web node2",
    [pool({ natOutgoing: true }), HOST2, onHost2(deny(fromNet("192.168.0.0/16")), allow(fromNet("10.0.0.1/32")))],
    [],
    "node1:192.168.1.10:web>eth0 node2:10.0.0.1:eth0>process allow",
  ],
  [
    "without it the workload's",
    "web node2",
    [pool({ natOutgoing: false }), HOST2, onHost2(deny(fromNet("192.168.0.0/16")), allow())],
    [],
    "node1:192.168.1.10:web>eth0 node2:192.168.1.10:eth0>process deny",
  ],
  [
    "not to an address of a pool",
    "web db",
    [pool({ natOutgoing: true })],
    [],
    "node1:192.168.1.10:web>eth0 node2:192.168.1.10:eth0>db allow",
  ],
  [
    "an address of no pool is not translated",
    "web node2",
    [pool({ cidr: "172.16.0.0/16", natOutgoing: true })],
    [],
    "node1:192.168.1.10:web>eth0 node2:192.168.1.10:eth0>process allow",
  ],
  [
    "a pool inside it without does not spare its addresses: the pools are an IP set",
    "web node2",
    [
      pool({ natOutgoing: true }),
      { ...pool({ cidr: "192.168.1.0/24", natOutgoing: false }), metadata: { name: "inner" } },
    ],
    [],
    "node1:192.168.1.10:web>eth0 node2:10.0.0.1:eth0>process allow",
  ],
  [
    "through a tunnel to an address of no pool: the tunnel's address",
    "web db",
    [pool({ cidr: "192.168.1.0/24", ipipMode: "Always", natOutgoing: true })],
    [TUNNEL1, TUNNEL2],
    "node1:192.168.1.10:web>tunl0 IPIPnode1:10.0.0.1:process>eth0 IPIPnode2:10.0.0.1:eth0>process node2:192.168.1.1:tunl0>db allow",
  ],
];

const outgoing = (spec: Record<string, unknown>) => [pool({ natOutgoing: true }), felix(spec)];
const KEPT = "node1:192.168.1.10:web>eth0 node2:192.168.1.10:eth0>process allow";
const TRANSLATED = "node1:192.168.1.10:web>eth0 node2:10.0.0.1:eth0>process allow";

/** FelixConfiguration's settings of it: natOutgoingExclusions, natOutgoingAddress, iptablesNATOutgoingInterfaceFilter. */
const SETTINGS: readonly Case[] = [
  ["hosts are spared", "web node2", outgoing({ natOutgoingExclusions: "IPPoolsAndHostIPs" }), [], KEPT],
  ["hosts are not", "web node2", outgoing({ natOutgoingExclusions: "IPPoolsOnly" }), [], TRANSLATED],
  [
    "one address",
    "web node2",
    outgoing({ natOutgoingAddress: "10.9.9.9" }),
    [],
    TRANSLATED.replace("10.0.0.1", "10.9.9.9"),
  ],
  ["this interface", "web node2", outgoing({ iptablesNATOutgoingInterfaceFilter: "eth0" }), [], TRANSLATED],
  ["interfaces like it", "web node2", outgoing({ iptablesNATOutgoingInterfaceFilter: "eth+" }), [], TRANSLATED],
  ["other interfaces", "web node2", outgoing({ iptablesNATOutgoingInterfaceFilter: "ens+" }), [], KEPT],
  [
    "a node's own settings",
    "web node2",
    [
      ...outgoing({ natOutgoingExclusions: "IPPoolsAndHostIPs" }),
      felix({ natOutgoingExclusions: "IPPoolsOnly" }, "node.node1"),
    ],
    [],
    TRANSLATED,
  ],
];

const MARKS_ALL = { masquerade: [{ protocol: "all", dst: "0.0.0.0/0" }] };
const MARKED: readonly Case[] = [
  [
    "a packet that the node marks comes from the node",
    "198.51.100.7 node2",
    [],
    [{ ...NAT2, masquerade: [{ protocol: "TCP", dst: "10.0.0.2", port: 80 }] }],
    "node2:198.51.100.7:eth0>eth0 node1:10.0.0.2:eth0>web allow",
  ],
  [
    "from its address in the tunnel, where it leaves by that, as the Node has it",
    "198.51.100.7 node2",
    [pool({ ipipMode: "Always" })],
    [{ ...NAT2, interfaces: {}, ...MARKS_ALL }],
    "node2:198.51.100.7:eth0>tunl0 IPIPnode2:10.0.0.2:process>eth0 IPIPnode1:10.0.0.2:eth0>process node1:192.168.2.1:tunl0>web allow",
  ],
  [
    "one that it does not mark keeps its source",
    "198.51.100.7 node2",
    [],
    [{ ...NAT2, masquerade: [{ protocol: "UDP", dst: "10.0.0.2" }] }],
    "node2:198.51.100.7:eth0>eth0 node1:198.51.100.7:eth0>web allow",
  ],
];

const ETH0 = { interfaces: { eth0: ["10.0.0.1/24"], cali1: [] } };
const everything = { protocol: "all", dst: "0.0.0.0/0" };
const posted = (...sourceNat: NonNullable<NodeFacts["sourceNat"]>): NodeFacts => ({
  node: "node1",
  ...ETH0,
  sourceNat,
});
const masquerade = (fields: object = {}) => posted({ ...everything, toIP: "INTERFACE", ...fields });

/** Other source NATs of the node (POSTROUTING). */
const POSTED: readonly Case[] = [
  ["everything, with the interface's address", "web node2", [], [masquerade()], TRANSLATED],
  [
    "with the node's where the interface's is unknown",
    "web node2",
    [],
    [{ node: "node1", sourceNat: [{ ...everything, toIP: "INTERFACE" }] }],
    TRANSLATED,
  ],
  ["by the interface that it leaves by", "web node2", [], [masquerade({ interface: "eth0" })], TRANSLATED],
  ["not by another", "web node2", [], [masquerade({ interface: "docker0" })], KEPT],
  ["by its source", "web node2", [], [masquerade({ srcIP: "192.168.1.0/24" })], TRANSLATED],
  [
    "by its destination and port",
    "web node2",
    [],
    [masquerade({ protocol: "TCP", dst: "10.0.0.2", port: 80 })],
    TRANSLATED,
  ],
  ["not to another port", "web node2", [], [masquerade({ protocol: "TCP", port: 81 })], KEPT],
  ["except", "web node2", [], [masquerade({ except: [{ dst: "10.0.0.0/24" }] })], KEPT],
  [
    "a host's own packet",
    "node1 node2",
    [],
    [masquerade()],
    "node1:10.0.0.1:process>eth0 node2:10.0.0.1:eth0>process allow",
  ],
  [
    "another address",
    "web node2",
    [],
    [posted({ ...everything, toIP: "192.0.2.1" })],
    TRANSLATED.replace("10.0.0.1", "192.0.2.1"),
  ],
  [
    "Calico's own comes first",
    "web node2",
    [pool({ natOutgoing: true })],
    [posted({ ...everything, toIP: "192.0.2.1" })],
    TRANSLATED,
  ],
  [
    "as it is after DNAT",
    "198.51.100.7 node2",
    [],
    [{ ...NAT2, sourceNat: [{ protocol: "TCP", dst: "192.168.1.10", port: 8080, toIP: "INTERFACE" }] }],
    "node2:198.51.100.7:eth0>eth0 node1:10.0.0.2:eth0>web allow",
  ],
];

const WITHOUT_NODE1 = { node: "node1", interfaces: { eth0: [] }, routes: [{ dst: "0.0.0.0/0", interfaces: ["eth0"] }] };

/** What is assumed where the address that a packet gets is unknown. */
test.each<[what: string, ends: string, resources: readonly Resource[], facts: NodeFacts, expected: string]>([
  [
    "no address of the node: natOutgoing",
    "web node2",
    [node("node1"), pool({ natOutgoing: true })],
    WITHOUT_NODE1,
    "192.168.1.10 is taken to keep its address: node1 translates it to an own one, which is unknown",
  ],
  [
    "no address of the tunnel: what the host sends",
    "node3 db",
    [pool({ ipipMode: "Always" })],
    { node: "node3" },
    "10.0.3.3 is taken to keep its address: node3 translates it to that of tunl0, which is unknown",
  ],
  [
    "no address of the tunnel: what it masquerades",
    "198.51.100.7 10.0.3.3",
    [pool({ ipipMode: "Always" })],
    { ...NAT2, node: "node3", dnat: [{ protocol: "TCP", dst: "10.0.3.3", toIP: "192.168.2.20" }], ...MARKS_ALL },
    "node3 has 10.0.3.3 on tunl0, whose address is unknown",
  ],
])("assumed: %s", (_, ends, resources, facts, expected) => {
  const path = evaluate(ends, resources, [facts]);
  if (typeof path === "string") return expect.unreachable(path);
  expect(path.assumptions).toContain(expected);
});

/** What is assumed of source NAT. */
test.each<[what: string, facts: NodeFacts, expected: RegExp]>([
  ["nothing is known", { node: "node1" }, /no source NAT/],
  [
    "the sender's saved table has none, which says nothing of Calico's own",
    posted(),
    /else.*: no IP pool with natOutgoing/,
  ],
  ["the saved table is of the node that receives", { ...posted(), node: "node2" }, /no source NAT/],
  [
    "one of several addresses",
    posted({ ...everything, toIP: "192.0.2.1", alternatives: [{ toIP: "192.0.2.1" }, { toIP: "192.0.2.2" }] }),
    /192.168.1.10 becomes 192.0.2.1, the first of 2 addresses that node1 chooses from/,
  ],
  [
    "it is uncertain",
    posted({ ...everything, toIP: "INTERFACE", uncertain: "it depends on `-m set` (nat.txt:2)" }),
    /^node1 is taken not to translate the source 192.168.1.10: it depends on `-m set` \(nat.txt:2\)$/,
  ],
])("assumed: %s", (_, facts, expected) => {
  const path = evaluate("web node2", [], [facts]);
  if (typeof path === "string") return expect.unreachable(path);
  expect(path.assumptions).toContainEqual(expect.stringMatching(expected));
});

describe("what the next node sees of a packet", () => {
  test.each([...OUTGOING, ...SETTINGS, ...MARKED, ...POSTED])("%s", (_what, ends, resources, facts, expected) =>
    expect(pathText(evaluate(ends, resources, facts))).toBe(expected),
  );
});
