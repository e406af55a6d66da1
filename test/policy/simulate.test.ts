import { describe, expect, test } from "vitest";
import type { Flow } from "../../src/model/flow.ts";
import { type CalicoVersion, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import type { FieldPath, Resource } from "../../src/model/resource.ts";
import { simulate } from "../../src/policy/simulate.ts";
import { world } from "../../src/policy/world/world.ts";
import { BOTH, OPEN, W1 } from "./cast.ts";
import {
  allow,
  answer,
  deny,
  FACTS,
  felix,
  gnp,
  hep,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  np,
  OUT_OF_PROCESS,
  OUT_OF_WORKLOAD,
  profile,
  run,
  THROUGH,
  tcpFrom,
  tcpTo,
  unlocated,
  wep,
} from "./support.ts";

const everything = (name: string, rules: object) => gnp(name, { types: BOTH, ...rules });
const ALLOW_ALL = everything("all", { ingress: [allow()], egress: [allow()] });

type Case = readonly [what: string, resources: readonly Resource[], flow: Flow, expected: string, decided: string];

/** Runs each case; `decided` is text that the deciding thing, as JSON, must hold. */
function check(cases: readonly Case[], version: CalicoVersion = "v3.7"): void {
  test.each(cases.map((each) => [...each] as const))("%s", (_what, resources, flow, expected, decided) => {
    const outcome = run(resources, flow, { version });
    expect(answer(outcome)).toBe(expected);
    expect(JSON.stringify(outcome.decidedBy)).toContain(decided);
  });
}

describe("which host endpoint governs", () => {
  const otherFacts = { ...IN_TO_PROCESS, from: { interface: "eth1" } };
  check([
    ["none", [], IN_TO_PROCESS, "allow/allow", "no-host-endpoint"],
    ["by name", [hep("a")], IN_TO_PROCESS, "deny", '"name":"a"'],
    ["by address", [hep("a", { interfaceName: "", expectedIPs: ["10.0.0.1"] })], IN_TO_PROCESS, "deny", '"name":"a"'],
    [
      "by an IPv6 address, IPv4 too",
      [hep("a", { interfaceName: "", expectedIPs: ["fd00:10::1"] })],
      IN_TO_PROCESS,
      "deny",
      "a",
    ],
    [
      "a name wins over its expectedIPs",
      [hep("a", { expectedIPs: ["172.16.0.1"] })],
      otherFacts,
      "allow/allow",
      "no-host",
    ],
    [
      "the first by name, however it matches",
      [hep("b"), hep("a", { interfaceName: "", expectedIPs: ["10.0.0.1"] })],
      IN_TO_PROCESS,
      "deny",
      '"name":"a"',
    ],
    ["of another node: none", [hep("a", { node: "node2" })], IN_TO_PROCESS, "allow/allow", "no-host-endpoint"],
    [
      "one that names a workload interface does nothing",
      [hep("a", { interfaceName: "caliw1" }), W1, OPEN],
      IN_TO_WORKLOAD,
      "allow/allow",
      "open",
    ],
  ]);
});

describe("a * host endpoint", () => {
  const star = hep("star", { interfaceName: "*" });
  const prednat = gnp("pre", { preDNAT: true, applyOnForward: true, ingress: [deny(tcpTo(80))] });
  const aof = gnp("aof", { selector: "host-endpoint == 'star'", applyOnForward: true, types: BOTH });
  describe("v3.7", () =>
    check([
      ["has no default deny", [star], IN_TO_PROCESS, "allow/allow", "no-host-endpoint"],
      ["its pre-DNAT policies apply", [star, prednat], IN_TO_PROCESS, "deny", "pre"],
      ["on workload interfaces too", [star, prednat, W1, OPEN], OUT_OF_WORKLOAD, "deny", "pre"],
      [
        "and beside an own one without such policies",
        [star, hep("a"), gnp("pre", { ...prednat.spec, selector: "host-endpoint == 'star'" })],
        IN_TO_PROCESS,
        "deny",
        "pre",
      ],
      ["an applyOnForward policy does nothing", [star, aof], THROUGH, "allow/allow", "forwarded"],
    ]));
  describe("v3.32", () =>
    check(
      [
        ["denies local traffic by default", [star], IN_TO_PROCESS, "deny", "no-policy-no-profile"],
        ["lets failsafe ports in", [star], { ...IN_TO_PROCESS, dstPort: 22 }, "allow/allow", "failsafe"],
        ["an applyOnForward policy applies", [star, aof], THROUGH, "deny", "no-rule-matched"],
        ["on workload interfaces too", [star, aof, W1, OPEN], OUT_OF_WORKLOAD, "deny", "no-rule-matched"],
        [
          "an own one shields",
          [star, hep("a"), hep("b", { interfaceName: "eth1" }), aof],
          THROUGH,
          "allow/allow",
          "no-forward-policy",
        ],
        [
          "does not police traffic from a workload to the host",
          [star, W1, OPEN, felix({ defaultEndpointToHostAction: "Accept" })],
          { ...OUT_OF_WORKLOAD, to: { process: true }, dstIP: "10.0.0.1" },
          "allow/allow",
          "open",
        ],
      ],
      "v3.32",
    ));
});

describe("order", () => {
  const one = (name: string, order: number | undefined, rule: object, more = {}) =>
    gnp(name, { ...(order === undefined ? {} : { order }), ingress: [rule], ...more });
  check([
    ["lower first", [hep("a"), one("x", 2, deny()), one("y", 1, allow())], IN_TO_PROCESS, "allow/allow", '"y"'],
    ["missing last", [hep("a"), one("a", undefined, allow()), one("z", 1e6, deny())], IN_TO_PROCESS, "deny", '"z"'],
    [
      "negative and fractions",
      [hep("a"), one("x", -1.5, deny()), one("y", -2, allow())],
      IN_TO_PROCESS,
      "allow/allow",
      '"y"',
    ],
    ["a tie by name", [hep("a"), one("b", 1, deny()), one("a-b", 1, allow())], IN_TO_PROCESS, "allow/allow", '"a-b"'],
  ]);
  const tie = [W1, OPEN, one("m", 1, deny()), np("a", "default", { order: 1, ingress: [allow()] })];
  describe("of a global and a namespaced policy: the stored key in v3.7", () =>
    check([["default.m before default/default.a", tie, IN_TO_WORKLOAD, "deny", '"m"']]));
  describe("the name first in v3.32", () =>
    check([["a before m", tie, IN_TO_WORKLOAD, "allow/allow", '"a"']], "v3.32"));
});

describe("types", () => {
  const policy = (spec: Readonly<Record<string, unknown>>) => [hep("a"), gnp("p", spec)];
  check([
    [
      "rules of a direction not in types are ignored",
      policy({ types: ["Egress"], ingress: [allow()] }),
      IN_TO_PROCESS,
      "deny",
      "no-policy-no-profile",
    ],
    [
      "omitted with egress rules only: no say in ingress",
      policy({ egress: [allow()] }),
      IN_TO_PROCESS,
      "deny",
      "no-policy-no-profile",
    ],
    ["omitted without rules: Ingress", policy({}), IN_TO_PROCESS, "deny", "no-rule-matched"],
    ["an empty list counts as omitted", policy({ types: [], egress: [allow()] }), OUT_OF_PROCESS, "allow/allow", '"p"'],
  ]);
});

describe("Pass, Log and profiles", () => {
  const ingress = (...rules: object[]) => gnp("p", { order: 1, ingress: rules });
  const later = gnp("q", { order: 2, ingress: [deny()] });
  const withProfiles = (...profiles: string[]) => hep("a", { profiles });
  const pass = { action: "Pass" };
  const log = { action: "Log" };
  check([
    [
      "Pass skips later policies and asks profiles",
      [withProfiles("open"), OPEN, ingress(pass), later],
      IN_TO_PROCESS,
      "allow/allow",
      '"open"',
    ],
    ["Pass without profiles denies", [hep("a"), ingress(pass), later], IN_TO_PROCESS, "deny", "no-policy-no-profile"],
    ["Log goes on", [hep("a"), ingress(log, allow())], IN_TO_PROCESS, "allow/allow", '"rule":2'],
    [
      "Log alone denies by default",
      [withProfiles("open"), OPEN, ingress(log)],
      IN_TO_PROCESS,
      "deny",
      "no-rule-matched",
    ],
    ["a missing profile denies", [withProfiles("gone", "open"), OPEN], IN_TO_PROCESS, "deny", "missing-profile"],
    ["but only when it is reached", [withProfiles("open", "gone"), OPEN], IN_TO_PROCESS, "allow/allow", '"open"'],
    [
      "Pass in a profile ends that profile only",
      [withProfiles("p1", "open"), OPEN, profile("p1", { ingress: [pass, deny()] })],
      IN_TO_PROCESS,
      "allow/allow",
      '"open"',
    ],
    ["no profile allows", [withProfiles("none"), profile("none", {})], IN_TO_PROCESS, "deny", "no-profile-allowed"],
    [
      "Pass in the forward stage lets on",
      [hep("a"), gnp("p", { applyOnForward: true, ingress: [pass] })],
      THROUGH,
      "allow/allow",
      "passed",
    ],
  ]);
});

describe("connection tracking", () => {
  const synAck = { ...IN_TO_PROCESS, tcpFlags: "SYN+ACK" };
  check([
    ["INVALID is dropped by the first chain", [hep("a"), ALLOW_ALL], synAck, "deny", '"invalid"'],
    ["before failsafes", [hep("a")], { ...synAck, dstPort: 22 }, "deny", '"invalid"'],
    ["forward chains included", [hep("a")], { ...THROUGH, tcpFlags: "RST" }, "deny", '"invalid"'],
    ["but not where nothing is policed", [], synAck, "allow", "no-host-endpoint"],
    [
      "untracked packets are not INVALID",
      [
        hep("a"),
        gnp("u", { doNotTrack: true, applyOnForward: true, types: BOTH, ingress: [allow()], egress: [allow()] }),
      ],
      synAck,
      "allow/allow",
      '"u"',
    ],
    ["a bare ACK is new", [hep("a"), ALLOW_ALL], { ...IN_TO_PROCESS, tcpFlags: "ACK" }, "allow/allow", '"all"'],
    [
      "established is accepted without asking",
      [hep("a")],
      { ...IN_TO_PROCESS, conntrack: "established" },
      "allow/allow",
      '"established"',
    ],
    ["an ICMP reply alone is INVALID", [hep("a"), ALLOW_ALL], icmpFlow(0), "deny", '"invalid"'],
    ["an ICMP request is not", [hep("a"), ALLOW_ALL], icmpFlow(13), "allow/allow", '"all"'],
    [
      "INVALID is let on where the check is off",
      [hep("a"), ALLOW_ALL, felix({ disableConntrackInvalidCheck: true })],
      synAck,
      "allow",
      '"all"',
    ],
  ]);
  function icmpFlow(icmpType: number): Flow {
    const { srcPort: _s, dstPort: _d, ...rest } = IN_TO_PROCESS;
    return { ...rest, protocol: "ICMP", icmpType };
  }
});

describe("untracked replies find their own way", () => {
  const only = (ingress: object[], egress: object[]) => [
    hep("a"),
    gnp("u", { doNotTrack: true, applyOnForward: true, types: BOTH, ingress, egress }),
  ];
  const udp = { ...IN_TO_PROCESS, protocol: "UDP" };
  check([
    ["one-sided", only([allow()], []), IN_TO_PROCESS, "allow/deny", '"u"'],
    ["two-sided", only([allow(tcpTo(80))], [allow(tcpFrom(80))]), IN_TO_PROCESS, "allow/allow", '"u"'],
    [
      "a UDP reply is new and meets normal egress",
      [...only([allow()], []), everything("n", { order: 9, egress: [allow()] })],
      udp,
      "allow/allow",
      '"u"',
    ],
    [
      "a failsafe port leaves the stage unmarked",
      only([allow()], [deny()]),
      { ...udp, dstPort: 68 },
      "allow/allow",
      "failsafe",
    ],
  ]);
});

describe("workloads", () => {
  const toHost = { ...OUT_OF_WORKLOAD, to: { process: true }, dstIP: "10.0.0.1" } as const;
  const unknown = { ...OUT_OF_WORKLOAD, from: { interface: "caliw9" } };
  check([
    ["to the host is dropped by default", [W1, OPEN], toHost, "deny", "Drop"],
    [
      "unless the node says otherwise",
      [W1, OPEN, felix({ defaultEndpointToHostAction: "Return" })],
      toHost,
      "allow/allow",
      "open",
    ],
    [
      "its own egress policy comes first",
      [W1, OPEN, felix({ defaultEndpointToHostAction: "Accept" }), gnp("p", { egress: [deny()] })],
      toHost,
      "deny",
      '"p"',
    ],
    ["an unknown interface drops", [], unknown, "deny", "unknown-workload-interface"],
    [
      "to an unknown interface too",
      [],
      { ...THROUGH, to: { interface: "caliw9" } },
      "deny",
      "unknown-workload-interface",
    ],
    [
      "a process reaches any workload",
      [W1],
      { ...OUT_OF_PROCESS, to: { workload: "w1" } },
      "allow/allow",
      "process-to-workload",
    ],
    [
      "but an unknown one cannot answer",
      [],
      { ...OUT_OF_PROCESS, to: { interface: "caliw9" } },
      "allow/deny",
      "process-to-workload",
    ],
    [
      "VXLAN is dropped before policy",
      [W1, OPEN, ALLOW_ALL],
      { ...OUT_OF_WORKLOAD, protocol: "UDP", dstPort: 4789 },
      "deny",
      "VXLAN",
    ],
    [
      "unless the node lets it",
      [W1, OPEN, felix({ allowVXLANPacketsFromWorkloads: true })],
      { ...OUT_OF_WORKLOAD, protocol: "UDP", dstPort: 4789 },
      "allow/allow",
      "open",
    ],
    [
      "another prefix makes another workload interface",
      [hep("a", { interfaceName: "tap1" }), felix({ interfacePrefix: "tap,cali" })],
      { ...IN_TO_PROCESS, from: { interface: "tap1" } },
      "deny",
      "unknown-workload-interface",
    ],
    ["without policy or profile deny", [wep("w1", "192.168.1.10/32")], IN_TO_WORKLOAD, "deny", "no-policy-no-profile"],
    [
      "a NetworkPolicy of its namespace applies",
      [W1, OPEN, np("p", "default", { ingress: [deny()] })],
      IN_TO_WORKLOAD,
      "deny",
      '"p"',
    ],
    [
      "of another does not",
      [W1, OPEN, np("p", "other", { ingress: [deny()] })],
      IN_TO_WORKLOAD,
      "allow/allow",
      '"open"',
    ],
    [
      "neither to a host endpoint",
      [hep("a"), np("p", "default", { ingress: [allow()] })],
      IN_TO_PROCESS,
      "deny",
      "no-policy-no-profile",
    ],
    ["neighbour discovery to the host", [W1], ndp(135), "allow", "neighbour-discovery"],
  ]);
  function ndp(icmpType: number): Flow {
    return {
      from: { workload: "w1" },
      to: { process: true },
      protocol: "ICMPv6",
      icmpType,
      srcIP: "fe80::2",
      dstIP: "fe80::1",
    };
  }
});

describe("failsafes", () => {
  const settings = { failsafeInboundHostPorts: [{ protocol: "TCP", port: 8080 }] };
  const blocked = gnp("no", { types: BOTH, applyOnForward: true, preDNAT: true, ingress: [deny()] });
  check([
    [
      "an own list replaces the default",
      [hep("a"), felix(settings)],
      { ...IN_TO_PROCESS, dstPort: 8080 },
      "allow/allow",
      "failsafe",
    ],
    ["and the default is gone", [hep("a"), felix(settings)], { ...IN_TO_PROCESS, dstPort: 22 }, "deny", "default"],
    [
      "an empty list turns them off",
      [hep("a"), felix({ failsafeInboundHostPorts: [] })],
      { ...IN_TO_PROCESS, dstPort: 22 },
      "deny",
      "default",
    ],
    [
      "a node's own list wins",
      [hep("a"), felix(settings), felix({ failsafeInboundHostPorts: [] }, "node.node1")],
      { ...IN_TO_PROCESS, dstPort: 8080 },
      "deny",
      "default",
    ],
    [
      "they let past a pre-DNAT deny",
      [hep("a"), blocked],
      { ...IN_TO_PROCESS, dstPort: 22 },
      "allow/allow",
      "failsafe",
    ],
    ["not by source port", [hep("a")], { ...IN_TO_PROCESS, srcPort: 22 }, "deny", "default"],
    [
      "outbound has its own",
      [hep("a")],
      { ...OUT_OF_PROCESS, protocol: "UDP", dstPort: 53 },
      "allow/allow",
      "failsafe",
    ],
    ["6443 is none in v3.7", [hep("a")], { ...IN_TO_PROCESS, dstPort: 6443 }, "deny", "default"],
  ]);
  describe("v3.32", () =>
    check([["6443 is one", [hep("a")], { ...IN_TO_PROCESS, dstPort: 6443 }, "allow/allow", "failsafe"]], "v3.32"));
});

describe("DNAT", () => {
  const facts = {
    ...FACTS,
    dnat: [{ protocol: "TCP", dst: "10.0.0.1", port: 31852, toIP: "192.168.1.10", toPort: 8080 }],
  };
  const nodePort = { ...IN_TO_WORKLOAD, dstIP: "10.0.0.1", dstPort: 31852 };
  const at = (kind: object, port: number) =>
    gnp("p", { order: 1, applyOnForward: true, ingress: [deny(tcpTo(port))], ...kind });
  const verdict = (policy: Resource) => run([hep("a"), W1, OPEN, policy], nodePort, { facts }).verdict;
  test("pre-DNAT policy sees the original port", () => {
    expect(verdict(at({ preDNAT: true }, 31852))).toBe("deny");
    expect(verdict(at({ preDNAT: true }, 8080))).toBe("allow");
  });
  test("applyOnForward and workload policy see the translated one", () => {
    expect(verdict(at({ selector: "has(host-endpoint)" }, 8080))).toBe("deny");
    expect(verdict(at({ selector: "has(app)" }, 31852))).toBe("deny");
    expect(verdict(at({ selector: "has(host-endpoint)", types: ["Ingress"], ingress: [allow(tcpTo(8080))] }, 0))).toBe(
      "allow",
    );
  });
  test("an untracked packet is not translated and reaches the node itself", () => {
    const u = gnp("u", { doNotTrack: true, applyOnForward: true, ingress: [allow()] });
    const outcome = run([hep("a"), wep("w1", "192.168.1.10/32"), u], nodePort, { facts });
    expect(outcome.verdict).toBe("allow");
    expect(outcome.steps).toContainEqual({
      kind: "dnat",
      from: "10.0.0.1:31852",
      to: "192.168.1.10:8080",
      applied: false,
    });
  });
  test("the step says from where to where", () => {
    const { steps } = run([W1, OPEN], nodePort, { facts });
    expect(steps).toContainEqual({ kind: "dnat", from: "10.0.0.1:31852", to: "192.168.1.10:8080", applied: true });
  });
});

describe("the outcome", () => {
  const nets = ["10.0.0.0/8", "172.16.0.0/12"];
  const misrendered = gnp("m", {
    ingress: [
      allow({
        protocol: "TCP",
        source: { nets },
        destination: { ports: ["x", 80], nets: ["1.1.1.1/32", "2.2.2.2/32"] },
      }),
    ],
  });
  test("warns of a rule that is not enforced as written, with the verdict as meant", () => {
    const outcome = run([hep("a"), misrendered], IN_TO_PROCESS);
    expect(outcome.verdict).toBe("allow");
    expect(outcome.diagnostics).toEqual([expect.objectContaining({ severity: "warning", code: "felix.match-block" })]);
    expect(outcome.diagnostics[0]?.message).toContain("the verdict as meant is deny");
  });
  test("names the kernel's table that drops", () => {
    const kind = (more: object) =>
      run([hep("a"), gnp("p", { applyOnForward: true, ingress: [deny()], ...more })], IN_TO_PROCESS).dropStage;
    expect([kind({ doNotTrack: true }), kind({ preDNAT: true }), kind({})]).toEqual(["raw", "mangle", "filter"]);
  });
  test("has a rule's number from 1 and its place", () => {
    const outcome = run([hep("a"), gnp("p", { ingress: [deny(tcpTo(81)), allow(tcpTo(80))] })], IN_TO_PROCESS);
    expect(outcome.decidedBy).toMatchObject({
      kind: "rule",
      rule: 2,
      action: "Allow",
      policy: { name: "p" },
      direction: "ingress",
    });
  });
  test("a rule's place is the one its file gives", () => {
    const policy = gnp("p", { ingress: [deny(tcpTo(81)), deny()] });
    const span = (line: number) => ({ source: "p.yaml", start: { line, column: 1 }, end: { line, column: 2 } });
    const located = {
      resource: policy,
      source: "p.yaml",
      locate: (path: FieldPath) => span(10 + Number(path[2] ?? 0)),
    };
    const { world: built } = world([located, unlocated(hep("a"))], { calico: DEFAULT_CALICO });
    const outcome = simulate(built, FACTS, IN_TO_PROCESS);
    expect(outcome.decidedBy).toMatchObject({ rule: 2, span: span(11) });
    expect(outcome.steps).toContainEqual(expect.objectContaining({ kind: "rule-missed", rule: 1, span: span(10) }));
  });
  test("a flow that cannot be evaluated says why and decides nothing", () => {
    const outcome = run([], { ...IN_TO_PROCESS, srcIP: "x" });
    expect(outcome.decidedBy).toEqual({ kind: "not-evaluated" });
    expect(outcome.diagnostics).toEqual([
      expect.objectContaining({ code: "flow.address", path: "srcIP", severity: "error" }),
    ]);
  });
  test("stages after the decision are listed as not reached", () => {
    const { steps } = run(
      [hep("a"), gnp("p", { preDNAT: true, applyOnForward: true, ingress: [deny()] })],
      IN_TO_PROCESS,
    );
    expect(steps.at(-1)).toEqual({ kind: "not-reached", stage: "normal", direction: "ingress" });
  });
  test("a flow without replies has no return", () => {
    expect(run([], { ...IN_TO_PROCESS, tcpFlags: "RST" }).return).toBeUndefined();
    expect(run([hep("a")], IN_TO_PROCESS).return).toBeUndefined();
  });
});
