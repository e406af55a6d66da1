import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { PacketsDomain } from "../../../src/analysis/paths/domain/packets-domain.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import type { CompiledRule, CompiledRules, CompiledSide, World } from "../../../src/policy/world/compiled.ts";
import { world } from "../../../src/policy/world/world.ts";
import { unlocated } from "../../conformance/flows.ts";
import { type MadeWorld, madeWorlds } from "../../support/worlds.ts";
import { differences, nothingSeen } from "./way-packets.ts";

const resource = (kind: string, name: string, spec: Record<string, unknown>): Resource => ({
  apiVersion: "projectcalico.org/v3",
  kind,
  metadata: { name },
  spec,
});

/** What few random worlds have: a VXLAN tunnel, a DNAT and a service network that decide something, an ICMP type that is left out. */
const RARE: Pick<MadeWorld, "version" | "resources" | "services" | "facts"> = {
  version: "v3.32",
  facts: {
    node: "n1",
    interfaces: { eth0: ["10.0.0.1"] },
    dnat: [{ protocol: "TCP", dst: "10.0.0.1", toIP: "10.0.1.1" }],
  },
  resources: [
    resource("FelixConfiguration", "default", { vxlanEnabled: true }),
    resource("BGPConfiguration", "default", { serviceClusterIPs: [{ cidr: "10.96.0.0/12" }] }),
    resource("Node", "n1", { bgp: { ipv4Address: "10.0.0.1/24" }, ipv4VXLANTunnelAddr: "10.9.0.1" }),
    resource("Node", "n2", { bgp: { ipv4Address: "10.0.0.2/24" }, ipv4VXLANTunnelAddr: "10.9.0.2" }),
    resource("HostEndpoint", "h", { node: "n1", interfaceName: "eth0" }),
    resource("GlobalNetworkPolicy", "ping", {
      types: ["Ingress", "Egress"],
      ingress: [
        { action: "Allow", protocol: "ICMP", notICMP: { type: 8 } },
        { action: "Allow", protocol: "TCP", destination: { nets: ["10.0.1.1/32"] } },
      ],
    }),
  ],
};

const MADE = [RARE, ...fc.sample(madeWorlds(1), { numRuns: 60, seed: 7 })].map((made) => {
  const calico = calicoVersionRules(made.version) ?? expect.unreachable();
  const options = { calico, ...(made.services && { services: made.services }) };
  return { facts: made.facts, compiled: world(made.resources.map(unlocated), options).world };
});

/** How many of the worlds it takes until an edge of a region shows the fault; `undefined` if none does. */
function worldsUntilSeen(changed: (compiled: World) => World = (compiled) => compiled): number | undefined {
  for (const [index, { facts, compiled }] of MADE.entries()) {
    const first = differences(compiled, facts, nothingSeen(), index === 0 ? 12 : 2, { changed }).next();
    if (!first.done) return index + 1;
  }
  return undefined;
}

afterEach(() => vi.restoreAllMocks());

/** Parts of the domain, and what they return where they do nothing. */
const FORGOTTEN: Readonly<Record<string, (...given: readonly unknown[]) => unknown>> = {
  failsafe: (_, packets) => [[undefined, packets]],
  tunnelRule: (_, packets) => [[undefined, packets]],
  untrackTunnel: (_, part) => [part],
  spoofed: (_, __, packets) => [[undefined, packets]],
  serviceLoop: (packets) => [[undefined, packets]],
  tunnel: (packets) => [[undefined, packets]],
  discovery: (packets) => [[undefined, packets]],
  translate: (_, to, part) => [[to, part]],
  translateOutput: (_, part) => [{ part }],
};

describe("a part of the domain that is forgotten is seen", () => {
  for (const [method, nothing] of Object.entries(FORGOTTEN)) {
    test(method, () => {
      vi.spyOn(PacketsDomain.prototype, method as "failsafe").mockImplementation(nothing as never);
      expect(worldsUntilSeen()).toBeDefined();
    });
  }
});

test("Pass as Deny, and a Log that ends the search, are seen", () => {
  const action = (from: string, to: CompiledRule["action"]) => (rule: CompiledRule) =>
    rule.action === from ? { ...rule, action: to } : rule;
  expect(worldsUntilSeen(withRules(action("Pass", "Deny")))).toBeDefined();
  expect(worldsUntilSeen(withRules(action("Log", "Allow")))).toBeDefined();
});

const side =
  (change: (side: CompiledSide) => CompiledSide) =>
  (rule: CompiledRule): CompiledRule => ({
    ...rule,
    source: change(rule.source),
    destination: change(rule.destination),
  });

/** Criteria of rules that are dropped. */
const DROPPED: Readonly<Record<string, (rule: CompiledRule) => CompiledRule>> = {
  nets: side((one) => ({ ...one, nets: [] })),
  notNets: side((one) => ({ ...one, notNets: [] })),
  ports: side((one) => ({ ...one, ports: [] })),
  notPorts: side((one) => ({ ...one, notPorts: [] })),
  set: side(({ set: _, ...one }) => one),
  notSet: side(({ notSet: _, ...one }) => one),
  service: side(({ service: _, ...one }) => one),
  icmp: ({ icmp: _, ...rule }) => rule,
  notIcmp: ({ notIcmp: _, ...rule }) => rule,
  protocol: ({ protocol: _, ...rule }) => rule,
  notProtocol: ({ notProtocol: _, ...rule }) => rule,
  ipVersion: ({ ipVersion: _, ...rule }) => rule,
};

describe("a criterion that is dropped is seen", () => {
  for (const [name, drop] of Object.entries(DROPPED))
    test(name, () => expect(worldsUntilSeen(withRules(drop))).toBeDefined());
});

test("without a fault nothing is seen", () => {
  const clean = MADE.slice(0, 5).flatMap(({ facts, compiled }) => [
    ...differences(compiled, facts, nothingSeen(), 2, { changed: withRules((rule) => ({ ...rule })) }),
  ]);
  expect(clean).toEqual([]);
});

function withRules(change: (rule: CompiledRule) => CompiledRule): (compiled: World) => World {
  const changed = <Rules extends CompiledRules>(rules: Rules): Rules => ({
    ...rules,
    ingress: rules.ingress.map(change),
    egress: rules.egress.map(change),
  });
  return (compiled) => ({
    ...compiled,
    policies: compiled.policies.map(changed),
    profiles: new Map([...compiled.profiles].map(([name, profile]) => [name, changed(profile)])),
  });
}
