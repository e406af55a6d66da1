import { describe, expect, test } from "vitest";
import type { NodeFacts } from "../../../src/model/flow.ts";
import { allow, deny, felix, pool } from "../support.ts";
import { type Case, evaluate, fromNet, HOST2, onHost2, pathText } from "./cluster.ts";

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
    "the pool of the longest prefix counts",
    "web node2",
    [
      pool({ natOutgoing: true }),
      { ...pool({ cidr: "192.168.1.0/24", natOutgoing: false }), metadata: { name: "inner" } },
    ],
    [],
    "node1:192.168.1.10:web>eth0 node2:192.168.1.10:eth0>process allow",
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

const MARKED: readonly Case[] = [
  [
    "a packet that the node marks comes from the node",
    "198.51.100.7 node2",
    [],
    [{ ...NAT2, masquerade: [{ protocol: "TCP", dst: "10.0.0.2", port: 80 }] }],
    "node2:198.51.100.7:eth0>eth0 node1:10.0.0.2:eth0>web allow",
  ],
  [
    "one that it does not mark keeps its source",
    "198.51.100.7 node2",
    [],
    [{ ...NAT2, masquerade: [{ protocol: "UDP", dst: "10.0.0.2" }] }],
    "node2:198.51.100.7:eth0>eth0 node1:198.51.100.7:eth0>web allow",
  ],
];

describe("what the next node sees of a packet", () => {
  test.each([...OUTGOING, ...SETTINGS, ...MARKED])("%s", (_what, ends, resources, facts, expected) =>
    expect(pathText(evaluate(ends, resources, facts))).toBe(expected),
  );
});
