import { describe, expect, test } from "vitest";
import type { Flow, NodeFacts } from "../../../src/model/flow.ts";
import type { CalicoVersion } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { allow, answer, FACTS, felix, gnp, hep, OUT_OF_PROCESS, profile, run, tcpTo, wep } from "../support.ts";

/** A service of the cluster, whose packets go by eth0 before they are translated and by eth1 after. */
const SERVICE: Flow = { ...OUT_OF_PROCESS, to: { interface: "eth1" }, dstIP: "10.96.0.10" };
const DNAT: NodeFacts = {
  ...FACTS,
  routes: [{ dst: "0.0.0.0/0", interfaces: ["eth0"] }],
  outputDnat: [
    { protocol: "TCP", dst: "10.96.0.10", port: 80, toIP: "172.16.0.2", toPort: 8080 },
    { protocol: "TCP", dst: "10.96.0.11", port: 80, toIP: "192.168.1.10", toPort: 8080 },
    { protocol: "TCP", dst: "10.96.0.12", port: 80, toIP: "10.0.0.1", toPort: 8080 },
  ],
};
const OPEN = profile("open", { ingress: [allow()], egress: [allow()] });
const W1 = wep("w1", "192.168.1.10/32", { profiles: ["open"] });
const at = (name: string) => hep(name, { interfaceName: name }, { iface: name });
const egress = (name: string, port: number, spec = {}) =>
  gnp(`p-${name}`, { selector: `iface == '${name}'`, types: ["Egress"], egress: [allow(tcpTo(port))], ...spec });

type Case = readonly [what: string, resources: readonly Resource[], flow: Flow, old: string, now: string];

/** What v3.7 and v3.32 do; each with its drop stage where it drops. */
const CASES: readonly Case[] = [
  ["no host endpoint", [], SERVICE, "allow/allow", "allow/allow"],
  ["the interface before translation denies", [at("eth0")], SERVICE, "deny at filter", "allow/allow"],
  ["the interface after translation denies", [at("eth1")], SERVICE, "allow/allow", "deny at mangle"],
  [
    "both see the translated port",
    [at("eth0"), at("eth1"), egress("eth0", 8080), egress("eth1", 8080)],
    SERVICE,
    "allow/allow",
    "allow/allow",
  ],
  [
    "neither the original one",
    [at("eth0"), at("eth1"), egress("eth0", 80), egress("eth1", 80)],
    SERVICE,
    "deny at filter",
    "deny at mangle",
  ],
  [
    "an untracked policy sees the original one, and the packet is not translated",
    [at("eth0"), egress("eth0", 80, { doNotTrack: true, applyOnForward: true })],
    SERVICE,
    "allow/deny",
    "allow/deny",
  ],
  [
    "to a workload",
    [at("eth0"), W1, OPEN],
    { ...SERVICE, to: { workload: "w1" }, dstIP: "10.96.0.11" },
    "deny at filter",
    "allow/allow",
  ],
  [
    "other ports stay",
    [at("eth0")],
    { ...SERVICE, dstPort: 81, to: { interface: "eth0" } },
    "deny at filter",
    "deny at filter",
  ],
];

describe("packets of local processes that nat OUTPUT translates", () => {
  for (const version of ["v3.7", "v3.32"] satisfies CalicoVersion[]) {
    test.each(CASES)(`%s (${version})`, (_, resources, flow, old, now) => {
      const outcome = run(resources, flow, { version, facts: DNAT });
      expect([answer(outcome), outcome.dropStage].filter(Boolean).join(" at ")).toBe(version === "v3.7" ? old : now);
    });
  }

  test("go where the translated address is routed, by the interface that the routes give before that", () => {
    const { to: _, ...flow } = SERVICE;
    const routes = [...(DNAT.routes ?? []), { dst: "172.16.0.0/24", interfaces: ["eth1"] }];
    const outcome = run([at("eth0")], flow, { facts: { ...DNAT, routes } });
    expect([answer(outcome), outcome.assumptions]).toEqual(["deny", []]);
  });

  test("without a route the interface before translation is assumed, and said", () => {
    const { routes: _, ...facts } = DNAT;
    expect(run([at("eth0")], SERVICE, { facts }).assumptions).toEqual([
      "10.96.0.10 is taken to be routed through eth0 before it is translated: no route was given",
    ]);
  });

  test("to the node itself go over lo, and meet a host endpoint there", () => {
    const flow: Flow = { ...SERVICE, to: { process: true }, dstIP: "10.96.0.12" };
    const lo = hep("lo", { interfaceName: "lo" });
    expect([run([], flow, { facts: DNAT }), run([lo], flow, { facts: DNAT })].map(answer)).toEqual([
      "allow/allow",
      "deny",
    ]);
  });
});

describe("the loopback interface", () => {
  const star = hep("star", { interfaceName: "*" });
  const denyIn = gnp("p", { preDNAT: true, applyOnForward: true, ingress: [{ action: "Deny" }] });
  const open = hep("lo", { interfaceName: "lo", profiles: ["open"] });
  const local: Flow = { ...OUT_OF_PROCESS, to: { process: true }, dstIP: "10.0.0.1" };
  const { to: _, ...unrouted } = local;
  test.each<[what: string, flow: Flow]>([
    ["an own address", unrouted],
    ["127.0.0.0/8, which no fact names", { ...unrouted, srcIP: "127.0.0.1", dstIP: "127.0.0.9" }],
    ["::1", { ...unrouted, srcIP: "::1", dstIP: "::1" }],
    ["out of lo", { ...local, to: { interface: "lo" } }],
    ["in from lo", { ...local, from: { interface: "lo" } }],
    ["from process to process", local],
  ])("%s: out and in again, and the policies of both are evaluated", (_what, flow) => {
    expect([run([], flow), run([star, denyIn], flow), run([OPEN, open], flow)].map(answer)).toEqual([
      "allow/allow",
      "deny",
      "allow/allow",
    ]);
    expect(run([star, denyIn], flow).decidedBy).toMatchObject({ endpoint: { name: "star", interface: "lo" } });
    expect(
      run([OPEN, open], flow)
        .steps.map((step) => ("direction" in step ? step.direction : ""))
        .join(" "),
    ).toMatch(/egress.*ingress/);
  });
});

describe("floating IPs", () => {
  const W1_FLOATING = wep("w1", "192.168.1.10/32", {
    profiles: ["open"],
    ipNATs: [{ internalIP: "192.168.1.10", externalIP: "198.51.100.7" }],
  });
  const inward: Flow = {
    ...OUT_OF_PROCESS,
    from: { interface: "eth0" },
    to: { workload: "w1" },
    srcIP: "10.0.0.2",
    dstIP: "198.51.100.7",
  };
  const onlyInternal = gnp("p", {
    selector: "app == 'w1'",
    types: ["Ingress"],
    ingress: [allow({ destination: { nets: ["192.168.1.10/32"] } })],
  });
  const enabled = felix({ floatingIPs: "Enabled" });
  test.each<[what: string, version: CalicoVersion, resources: Resource[], result: string]>([
    ["are translated in v3.7", "v3.7", [], "allow/allow"],
    ["in v3.32 not by default", "v3.32", [], "deny"],
    ["but where they are enabled", "v3.32", [enabled], "allow/allow"],
  ])("%s", (_, version, more, result) => {
    const outcome = run([W1_FLOATING, OPEN, onlyInternal, ...more], inward, { version });
    expect(answer(outcome)).toBe(result);
  });

  test("lead local processes to the workload without asking a host endpoint", () => {
    const { to: _, ...flow } = { ...inward, from: { process: true } as const, srcIP: "10.0.0.1" };
    expect(answer(run([W1_FLOATING, OPEN, at("eth0")], flow))).toBe("allow/allow");
  });
});

describe("a service of several targets", () => {
  const targets = [{ toIP: "192.168.1.10" }, { toIP: "192.168.1.11" }];
  const service = { protocol: "TCP", dst: "10.96.0.20", toIP: "192.168.1.10", alternatives: targets };
  const assumption = "10.96.0.20:80 becomes 192.168.1.10:80, the first of 2 targets that the node chooses from";
  test.each<[what: string, facts: NodeFacts, flow: Partial<Flow>, expected: readonly string[]]>([
    ["that comes in", { ...FACTS, dnat: [service] }, { from: { interface: "eth0" }, srcIP: "10.0.0.2" }, [assumption]],
    ["that a local process sends", { ...FACTS, outputDnat: [service] }, {}, [assumption]],
    ["of one target", { ...FACTS, outputDnat: [{ ...service, alternatives: targets.slice(1) }] }, {}, []],
  ])("a packet %s", (_, facts, flow, expected) => {
    const { assumptions } = run([], { ...SERVICE, dstIP: "10.96.0.20", ...flow }, { facts });
    expect(assumptions.filter((text) => text.includes("becomes"))).toEqual(expected);
  });
});
