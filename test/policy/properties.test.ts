import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Flow } from "../../src/model/flow.ts";
import type { Resource } from "../../src/model/resource.ts";
import type { Step } from "../../src/policy/outcome.ts";
import { simulate } from "../../src/policy/simulate.ts";
import {
  allow,
  deny,
  FACTS,
  felix,
  gnp,
  hep,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  netset,
  np,
  OUT_OF_PROCESS,
  OUT_OF_WORKLOAD,
  profile,
  THROUGH,
  wep,
  worldOf,
} from "./support.ts";

const selector = fc.constantFrom(
  "",
  "all()",
  "has(host-endpoint)",
  "host-endpoint == 'a'",
  "has(app)",
  "!has(app)",
  "app == 'w1'",
);
const ports = fc.array(fc.constantFrom(80, "22", "1:100", "web", 8080), { maxLength: 3 });
const side = fc.record(
  {
    nets: fc.array(fc.constantFrom("10.0.0.0/8", "192.168.1.10/32", "172.16.0.0/12"), { maxLength: 3 }),
    notNets: fc.array(fc.constantFrom("10.0.0.2/32"), { maxLength: 1 }),
    selector,
    notSelector: selector,
    ports,
    notPorts: ports,
  },
  { requiredKeys: [] },
);
const rule = fc.record(
  {
    action: fc.constantFrom("Allow", "Deny", "Pass", "Log"),
    protocol: fc.constantFrom("TCP", "UDP"),
    source: side,
    destination: side,
  },
  { requiredKeys: ["action", "protocol"] },
);
const rules = fc.array(rule, { maxLength: 3 });
const kind = fc.constantFrom(
  {},
  { applyOnForward: true },
  { preDNAT: true, applyOnForward: true },
  { doNotTrack: true, applyOnForward: true },
);
const policySpec = fc.record({
  selector,
  order: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
  ingress: rules,
  egress: rules,
});

/** Resources with distinct names, of all kinds that decide a packet. */
const resources: fc.Arbitrary<Resource[]> = fc
  .record({
    policies: fc.array(fc.tuple(policySpec, kind), { maxLength: 4 }),
    namespaced: fc.array(policySpec, { maxLength: 1 }),
    endpoints: fc.subarray([
      hep("a", { expectedIPs: ["10.0.0.1"], profiles: ["p1"] }),
      hep("b", { interfaceName: "eth1" }),
      hep("s", { interfaceName: "*" }),
    ]),
    workloads: fc.subarray([
      wep("w1", "192.168.1.10/32", { profiles: ["p1", "p2"], ports: [{ name: "web", protocol: "TCP", port: 80 }] }),
      netset("set", ["10.0.0.0/24"], { app: "w1" }),
      felix({ defaultEndpointToHostAction: "Accept" }),
    ]),
    profiles: fc.array(fc.record({ ingress: rules, egress: rules }), { maxLength: 2 }),
  })
  .map(({ policies, namespaced, endpoints, workloads, profiles }) => [
    ...policies.map(([spec, more], index) => gnp(`g${index}`, { ...spec, ...more })),
    ...namespaced.map((spec, index) => np(`n${index}`, "default", spec)),
    ...endpoints,
    ...workloads,
    ...profiles.map((spec, index) => profile(`p${index + 1}`, spec)),
  ]);

const flow: fc.Arbitrary<Flow> = fc
  .record({
    base: fc.constantFrom(IN_TO_PROCESS, IN_TO_WORKLOAD, THROUGH, OUT_OF_PROCESS, OUT_OF_WORKLOAD, {
      ...OUT_OF_WORKLOAD,
      to: { process: true as const },
      dstIP: "10.0.0.1",
    }),
    protocol: fc.constantFrom("TCP", "UDP", "SCTP"),
    dstPort: fc.constantFrom(22, 53, 80, 8080),
  })
  .map(({ base, ...rest }) => ({ ...base, ...rest }));

const version = fc.constantFrom("v3.7" as const, "v3.32" as const);
const RUNS = { numRuns: 300, seed: 1 };

/** What must not change: everything that says allow or deny, and why. */
function essence(of: readonly Resource[], packet: Flow, profileName: "v3.7" | "v3.32", trace = false) {
  const { verdict, return: back, decidedBy, dropStage } = simulate(worldOf(of, profileName), FACTS, packet, { trace });
  return { verdict, back, decidedBy, dropStage };
}

describe("properties", () => {
  test("the order of resources never changes a verdict", () => {
    const shuffled = resources.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, flow, version, ([list, other], packet, v) => {
        expect(essence(other, packet, v)).toEqual(essence(list, packet, v));
      }),
      RUNS,
    );
  });

  test("an endpoint that nothing refers to never changes a verdict elsewhere", () => {
    const lonely = [
      hep("zz", { interfaceName: "eth7", expectedIPs: ["198.51.100.99"] }, { lonely: "yes" }),
      { ...wep("w7", "198.51.100.98/32", {}, { lonely: "yes" }) },
    ];
    fc.assert(
      fc.property(resources, flow, version, (list, packet, v) => {
        expect(essence([...list, ...lonely], packet, v)).toEqual(essence(list, packet, v));
      }),
      RUNS,
    );
  });

  test("a verdict with a trace equals the verdict without", () => {
    fc.assert(
      fc.property(resources, flow, version, (list, packet, v) => {
        expect(essence(list, packet, v, true)).toEqual(essence(list, packet, v, false));
      }),
      RUNS,
    );
  });

  test("a trace of matches is the trace without what does not apply or match", () => {
    const isLeftOut = ({ kind }: Step) => kind === "policy-skipped" || kind === "rule-missed" || kind === "source-nat";
    const kept = (steps: readonly Step[] | undefined) => steps?.filter((step) => !isLeftOut(step));
    fc.assert(
      fc.property(resources, flow, version, (list, packet, v) => {
        const world = worldOf(list, v);
        const { steps, returnSteps, ...whole } = simulate(world, FACTS, packet);
        const { hooks: _, returnHooks: __, ...rest } = { ...whole, hints: [] };
        const expected = { ...rest, steps: kept(steps), ...(returnSteps && { returnSteps: kept(returnSteps) }) };
        expect(simulate(world, FACTS, packet, { trace: "matches" })).toEqual(expected);
      }),
      RUNS,
    );
  });

  test("every deny names a policy and rule, a profile, a default, or a missing endpoint", () => {
    fc.assert(
      fc.property(resources, flow, version, (list, packet, v) => {
        const { verdict, decidedBy } = essence(list, packet, v);
        if (verdict === "allow") return;
        const withoutWorkload =
          decidedBy.kind === "not-evaluated" && !list.some(({ kind: k }) => k === "WorkloadEndpoint");
        const named = [
          "rule",
          "default",
          "missing-profile",
          "unknown-workload-interface",
          "endpoint-to-host",
          "conntrack",
        ];
        expect(withoutWorkload || named.includes(decidedBy.kind)).toBe(true);
        if (decidedBy.kind === "rule") expect(decidedBy.rule).toBeGreaterThan(0);
        if (decidedBy.kind === "default") expect(decidedBy.endpoint.name).not.toBe("");
      }),
      RUNS,
    );
  });

  test("a first policy that denies everything never turns a deny into an allow", () => {
    fc.assert(
      fc.property(resources, flow, version, (list, packet, v) => {
        const before = essence(list, packet, v);
        const first = gnp("first", { order: -1, types: ["Ingress", "Egress"], ingress: [deny()], egress: [deny()] });
        const after = essence([...list, first], packet, v);
        if (before.verdict === "deny") expect(after.verdict).toBe("deny");
      }),
      RUNS,
    );
  });

  test("hostile resources and flows give an outcome, never an exception", () => {
    const junk = fc.object({
      maxDepth: 4,
      key: fc.constantFrom(
        "metadata",
        "spec",
        "name",
        "ingress",
        "source",
        "selector",
        "nets",
        "ports",
        "__proto__",
        "labels",
        "order",
        "types",
        "bgp",
        "profiles",
      ),
    });
    const kinds = fc.constantFrom(
      "GlobalNetworkPolicy",
      "NetworkPolicy",
      "Profile",
      "HostEndpoint",
      "WorkloadEndpoint",
      "Node",
      "FelixConfiguration",
      "NetworkSet",
      "GlobalNetworkSet",
    );
    fc.assert(
      fc.property(kinds, junk, junk, flow, (k, spec, metadata, packet) => {
        const hostile = JSON.parse(
          JSON.stringify({
            kind: k,
            metadata: { name: "x", ...metadata },
            spec: { node: "node1", interfaceName: "eth0", ...spec },
          }),
        ) as Resource;
        const list = [hostile, hep("a"), gnp("g", { ingress: [allow()] })];
        expect(["allow", "deny"]).toContain(essence(list, packet, "v3.7", true).verdict);
        const flowJunk = JSON.parse(JSON.stringify({ ...packet, ...spec })) as Flow;
        expect(["allow", "deny"]).toContain(essence(list, flowJunk, "v3.32", true).verdict);
      }),
      { numRuns: 1000 },
    );
  });
});
