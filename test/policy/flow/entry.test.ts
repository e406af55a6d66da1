import { expect, test } from "vitest";
import type { FlowEnd } from "../../../src/model/flow.ts";
import type { Located } from "../../../src/model/resource.ts";
import { type EntryRequest, inferEntry } from "../../../src/policy/flow/entry.ts";
import { ownersIn, unlocated, wep } from "../support.ts";

const resource = (kind: string, name: string, spec: Record<string, unknown> | null): Located => ({
  resource: {
    apiVersion: "projectcalico.org/v3",
    kind,
    metadata: { name },
    ...(spec === null ? { spec: null as never } : { spec }),
  },
  locate: () => undefined,
});

const n1 = resource("Node", "n1", { bgp: { ipv4Address: "10.0.0.1/24" } });
const eth0 = resource("HostEndpoint", "n1-eth0", { node: "n1", interfaceName: "eth0", expectedIPs: ["10.0.0.1"] });
const eth1 = resource("HostEndpoint", "n1-eth1", { node: "n1", interfaceName: "eth1", expectedIPs: ["172.16.0.1"] });
const bare = resource("HostEndpoint", "n1-eth0", { node: "n1", interfaceName: "eth0" });
const star = resource("HostEndpoint", "n1-all", { node: "n1", interfaceName: "*" });
const n2 = resource("HostEndpoint", "n2-eth0", { node: "n2", interfaceName: "eth0", expectedIPs: ["10.0.0.2"] });
const w1 = unlocated(wep("w1", "192.168.1.10/32", { node: "n1" }));
const broken = resource("HostEndpoint", "x", { node: 7, expectedIPs: "10.0.0.1" });

const empty = resource("HostEndpoint", "y", null);

const OUT = "198.51.100.7";

interface Case {
  readonly what: string;
  readonly resources: readonly Located[];
  readonly request: Partial<EntryRequest>;
  readonly entry: readonly [string, FlowEnd] | { readonly missing: string; readonly fitting: readonly string[] };
}

const IN_ETH0 = ["n1", { interface: "eth0" }] as const;

const CASES: readonly Case[] = [
  { what: "the endpoint that holds the destination", resources: [eth0, eth1, n2], request: {}, entry: IN_ETH0 },
  { what: "the node's only endpoint", resources: [n1, bare], request: {}, entry: IN_ETH0 },
  { what: "the only node at all", resources: [bare], request: { dstIP: "10.9.9.9" }, entry: IN_ETH0 },
  {
    what: "interface facts",
    resources: [n1, star],
    request: { interfaces: { eth7: ["10.0.0.1"], eth8: [] } },
    entry: ["n1", { interface: "eth7" }],
  },
  {
    what: "the sender is a workload",
    resources: [eth0, n2, w1],
    request: { srcIP: "192.168.1.10", dstIP: OUT },
    entry: ["n1", { workload: "w1" }],
  },
  {
    what: "the sender is the host",
    resources: [eth0, n2],
    request: { srcIP: "10.0.0.2", dstIP: OUT },
    entry: ["n2", { process: true }],
  },
  {
    what: "the sender is the Node's own address, not its subnet",
    resources: [n1, bare],
    request: { srcIP: "10.0.0.1", dstIP: OUT },
    entry: ["n1", { process: true }],
  },
  {
    what: "a neighbour in the Node's subnet comes in",
    resources: [n1, bare],
    request: { srcIP: "10.0.0.77" },
    entry: IN_ETH0,
  },
  {
    what: "a named workload's node",
    resources: [eth0, n2, w1],
    request: { from: { workload: "w1" }, dstIP: OUT },
    entry: ["n1", { workload: "w1" }],
  },
  {
    what: "an interface that one node has",
    resources: [eth0, eth1, n2],
    request: { from: { interface: "eth1" }, dstIP: OUT },
    entry: ["n1", { interface: "eth1" }],
  },
  {
    what: "what is said is kept",
    resources: [eth0, n2],
    request: { node: "n2", from: { interface: "ens3" } },
    entry: ["n2", { interface: "ens3" }],
  },
  {
    what: "several nodes",
    resources: [eth0, n2],
    request: { dstIP: OUT },
    entry: { missing: "node", fitting: ["n1", "n2"] },
  },
  {
    what: "several interfaces",
    resources: [eth0, eth1],
    request: { dstIP: OUT },
    entry: { missing: "from", fitting: ["eth0", "eth1"] },
  },
  {
    what: "an address that was saved on a node",
    resources: [bare, n2],
    request: {
      dstIP: "172.16.0.1",
      facts: [{ node: "n1", interfaces: { lo: ["127.0.0.1"], eth5: ["172.16.0.1/24"] } }],
    },
    entry: ["n1", { interface: "eth5" }],
  },
  {
    what: "the sender, as saved",
    resources: [eth0],
    request: { srcIP: "172.16.0.1", dstIP: OUT, entered: { interfaces: { eth5: ["172.16.0.1"] } } },
    entry: ["n1", { process: true }],
  },
  {
    what: "the route back to the source",
    resources: [eth0, eth1],
    request: { entered: { routes: [{ dst: "0.0.0.0/0", interfaces: ["eth1"] }] } },
    entry: ["n1", { interface: "eth1" }],
  },
  {
    what: "the routes of the node entered, before others",
    resources: [eth0, n2],
    request: {
      facts: [
        { node: "n1", routes: [{ dst: "0.0.0.0/0", interfaces: ["eth8"] }] },
        { node: "n2", routes: [{ dst: "0.0.0.0/0", interfaces: ["eth9"] }] },
      ],
    },
    entry: ["n1", { interface: "eth8" }],
  },
  {
    what: "the network of the source, as it was said",
    resources: [eth0, eth1],
    request: { interfaces: { eth1: ["198.51.100.1/24"] } },
    entry: ["n1", { interface: "eth1" }],
  },
  {
    what: "the network of the source, as it was saved, before a shorter route back",
    resources: [eth0, eth1],
    request: {
      entered: { interfaces: { eth1: ["198.51.100.1/24"] }, routes: [{ dst: "0.0.0.0/0", interfaces: ["eth0"] }] },
    },
    entry: ["n1", { interface: "eth1" }],
  },
  {
    what: "a network of two interfaces tells no way",
    resources: [eth0, eth1],
    request: {
      dstIP: OUT,
      facts: [{ node: "n1", interfaces: { eth0: ["198.51.100.1/24"], eth1: ["198.51.100.2/24"] } }],
    },
    entry: { missing: "from", fitting: ["eth0", "eth1"] },
  },
  {
    what: "nothing comes in through lo and interfaces of link-local addresses alone",
    resources: [bare],
    request: { dstIP: OUT, entered: { interfaces: { lo: ["127.0.0.1"], cali1: ["fe80::1"], eth0: ["10.0.0.1"] } } },
    entry: IN_ETH0,
  },
  ...["FE80::1", "fe90::1/64", "febf::1"].map((address) => ({
    what: `${address} is a link-local address`,
    resources: [bare],
    request: { dstIP: OUT, entered: { interfaces: { cali1: [address], eth0: ["10.0.0.1"] } } },
    entry: IN_ETH0,
  })),
  { what: "no resource at all", resources: [], request: {}, entry: { missing: "node", fitting: [] } },
  { what: "a malformed resource is ignored", resources: [broken, empty, eth0], request: {}, entry: IN_ETH0 },
];

test.each(CASES)("$what", ({ resources, request, entry }) => {
  const inferred = inferEntry(ownersIn(resources), { srcIP: OUT, dstIP: "10.0.0.1", interfaces: {}, ...request });
  if ("missing" in entry) expect(inferred).toEqual({ ok: false, ...entry });
  else expect(inferred).toMatchObject({ ok: true, node: entry[0], from: entry[1] });
});

test("inferred values are assumptions, given values are not", () => {
  const request = { srcIP: OUT, dstIP: "10.0.0.1", interfaces: {} };
  expect(inferEntry(ownersIn([eth0]), request)).toMatchObject({
    inferred: ["the packet enters n1", "it comes in through eth0"],
  });
  expect(inferEntry(ownersIn([eth0]), { ...request, node: "n1", from: { interface: "eth0" } })).toMatchObject({
    inferred: [],
  });
});

test("a workload is found by the name of its endpoint, its pod and its workload", () => {
  const owners = ownersIn([eth0, n2, unlocated(wep("w1", "192.168.1.10/32", { node: "n1", workload: "default.w1" }))]);
  for (const workload of ["node1-k8s-w1-eth0", "w1", "default.w1"]) {
    const request = { srcIP: OUT, dstIP: OUT, interfaces: {}, from: { workload } };
    expect(inferEntry(owners, request), workload).toMatchObject({ ok: true, node: "n1" });
  }
});

test("what the World treats as missing owns no address", () => {
  const wrong = resource("WorkloadEndpoint", "w", { node: "n1", pod: "w", ipNetworks: ["192.168.1.10/32"] });
  const request = { srcIP: "192.168.1.10", dstIP: OUT, interfaces: {} };
  expect(inferEntry(ownersIn([wrong, eth0]), request)).toMatchObject({ ok: true, from: { interface: "eth0" } });
});
