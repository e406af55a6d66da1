import { expect, test } from "vitest";
import type { DnatRule } from "../../../src/model/flow.ts";
import { DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import { parseAddress } from "../../../src/model/net/address.ts";
import { readFacts } from "../../../src/policy/flow/facts-input.ts";
import { isIn } from "../../../src/policy/tables/classes/address-ranges.ts";
import { maybeTranslated } from "../../../src/policy/tables/destinations.ts";
import { compileNode } from "../../../src/policy/tables/evaluate.ts";
import { world } from "../../../src/policy/world/world.ts";

const rule = (dst: string): DnatRule => ({ protocol: "TCP", dst, toIP: "10.9.9.9" });
const interfaces = { eth0: ["10.0.0.1/24", "fd00::1"], eth1: [] };

test.each([
  { dnat: [], address: "10.0.0.1", maybe: false },
  { dnat: [rule("10.0.0.1")], address: "10.0.0.1", maybe: true },
  { dnat: [rule("10.0.0.1")], address: "10.0.0.2", maybe: false },
  { dnat: [rule("10.0.0.0/30")], address: "10.0.0.3", maybe: true },
  { dnat: [rule("fd00::/64")], address: "10.0.0.3", maybe: false },
  { dnat: [rule("nonsense")], address: "10.0.0.3", maybe: false },
  { dnat: [rule("LOCAL")], address: "10.0.0.3", maybe: true },
  { dnat: [rule("LOCAL")], interfaces, address: "10.0.0.1", maybe: true },
  { dnat: [rule("LOCAL")], interfaces, address: "10.0.0.3", maybe: false },
  { dnat: [rule("LOCAL")], interfaces, address: "127.0.0.9", maybe: true },
])("DNATs $dnat.0.dst may translate $address: $maybe", ({ dnat, address, maybe, ...facts }) => {
  const value = Number(parseAddress(address)?.value);
  const read = readFacts({ node: "n1", dnat, ...facts });
  expect(isIn(maybeTranslated(read.dnat, read), value)).toBe(maybe);
});

test.each([
  { dstIP: "10.0.0.1", by: { kind: "unpoliced", interface: "eth0", reason: "no-host-endpoint" } },
  { dstIP: "10.0.1.5", by: { kind: "unpoliced", interface: "eth0", reason: "forwarded" } },
  { dstIP: "10.0.2.5", by: { kind: "not-evaluated" } },
  { dstIP: "fd00::1", by: { kind: "unpoliced", interface: "eth0", reason: "no-host-endpoint" } },
])("a flow to $dstIP finds its way by the node's routes, the second time too", ({ dstIP, by }) => {
  const routes = [{ dst: "10.0.1.0/24", type: "unicast" as const, interfaces: ["eth1"] }];
  const node = compileNode(world([], { calico: DEFAULT_CALICO }).world, { node: "n1", interfaces, routes });
  const srcIP = dstIP.includes(":") ? "fd00::9" : "10.0.0.9";
  const flow = { from: { interface: "eth0" }, protocol: "TCP", srcIP, dstIP, srcPort: 1, dstPort: 80 };
  expect(node.simulate(flow).decidedBy).toEqual(by);
  expect(node.simulate(flow).decidedBy).toEqual(by);
});

test.each([
  { node: "n1", dnat: 3 },
  { node: "n1", interfaces: [null] },
  { node: "n1", interfaces: { eth0: [7] }, dnat: [null, { dst: {} }] },
  { node: "n1", routes: [{ dst: 1 }] },
])("facts that cannot be read make every flow one that cannot be evaluated: %j", (facts) => {
  const node = compileNode(world([], { calico: DEFAULT_CALICO }).world, JSON.parse(JSON.stringify(facts)));
  const process = { process: true } as const;
  const flow = { from: process, to: process, protocol: 99, srcIP: "10.0.0.1", dstIP: "10.0.0.1" };
  expect(node.simulate(flow).decidedBy).toEqual({ kind: "not-evaluated" });
});
