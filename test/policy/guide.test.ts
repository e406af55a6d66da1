import { describe, expect, test } from "vitest";
import type { Flow } from "../../src/model/flow.ts";
import type { Resource } from "../../src/model/resource.ts";
import { BOTH, OPEN } from "./cast.ts";
import {
  allow,
  answer,
  deny,
  gnp,
  hep,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  OUT_OF_PROCESS,
  OUT_OF_WORKLOAD,
  run,
  THROUGH,
  tcpFrom,
  tcpTo,
  wep,
} from "./support.ts";

// The guide's section "When do host endpoint policies apply?", a test a paragraph, and the points where a node differs.

const HEPS = [hep("a"), hep("b", { interfaceName: "eth1" })];
const WORKLOADS = [wep("w1", "192.168.1.10/32", { profiles: ["open"] }), OPEN];
const ON_HEPS = { selector: "has(host-endpoint)" };

const normal = (rules: object, more = {}) => gnp("normal", { ...ON_HEPS, types: BOTH, order: 5, ...rules, ...more });
const aof = (rules: object) => normal(rules, { applyOnForward: true });
const preDnat = (...ingress: object[]) =>
  gnp("pre-dnat", { ...ON_HEPS, order: 3, preDNAT: true, applyOnForward: true, ingress });
const untracked = (rules: object, name = "untracked") =>
  gnp(name, { ...ON_HEPS, types: BOTH, order: 1, doNotTrack: true, applyOnForward: true, ...rules });
const DENY_ALL = { ingress: [deny()], egress: [deny()] };
const ALLOW_ALL = { ingress: [allow()], egress: [allow()] };
const FORWARD_RULE = allow(tcpTo(80));
const REPLY_RULE = allow(tcpFrom(80));
const HAIRPIN: Flow = { ...THROUGH, to: { interface: "eth0" }, dstIP: "10.0.0.3" };

type Case = readonly [what: string, policies: readonly Resource[], flow: Flow, expected: string];

function check(cases: readonly Case[], endpoints: readonly Resource[] = [...HEPS, ...WORKLOADS]): void {
  test.each(cases.map((each) => [...each] as const))("%s", (_what, policies, flow, expected) => {
    expect(answer(run([...endpoints, ...policies], flow))).toBe(expected);
  });
}

describe("from a host interface to a local workload", () => {
  check([
    ["pre-DNAT policies apply", [preDnat(deny())], IN_TO_WORKLOAD, "deny"],
    ["normal policies do apply if applyOnForward is true", [aof(DENY_ALL)], IN_TO_WORKLOAD, "deny"],
    ["normal policies do not apply if applyOnForward is false", [normal(DENY_ALL)], IN_TO_WORKLOAD, "allow/allow"],
    [
      "untracked policies never have a net positive effect: the reply is dropped",
      [untracked({ ingress: [FORWARD_RULE], egress: [REPLY_RULE] })],
      IN_TO_WORKLOAD,
      "allow/deny",
    ],
    [
      "and so where it has only the rules of one direction",
      [untracked({ ingress: [FORWARD_RULE] })],
      IN_TO_WORKLOAD,
      "allow/deny",
    ],
  ]);
});

describe("from a host interface to a local process", () => {
  check([
    ["untracked policies apply", [untracked(DENY_ALL), normal(ALLOW_ALL)], IN_TO_PROCESS, "deny"],
    ["pre-DNAT policies apply", [preDnat(deny()), normal(ALLOW_ALL)], IN_TO_PROCESS, "deny"],
    ["normal policies apply", [normal(ALLOW_ALL)], IN_TO_PROCESS, "allow/allow"],
    ["and deny by default", [], IN_TO_PROCESS, "deny"],
    [
      "allowed by untracked policy, it skips pre-DNAT and normal policy",
      [untracked({ ingress: [FORWARD_RULE], egress: [REPLY_RULE] }), preDnat(deny()), normal(DENY_ALL)],
      IN_TO_PROCESS,
      "allow/allow",
    ],
    [
      "allowed by pre-DNAT policy, it skips normal policy",
      [preDnat(allow()), normal(DENY_ALL)],
      IN_TO_PROCESS,
      "allow/allow",
    ],
  ]);
});

describe("from a host interface A out of a host interface B", () => {
  const only = (name: string, rules: object) => ({
    ...untracked(rules, name),
    spec: { ...untracked(rules).spec, selector: `host-endpoint == '${name}'` },
  });
  check([
    ["untracked ingress of A applies to the packet", [only("a", DENY_ALL)], THROUGH, "deny"],
    ["untracked egress of B does not", [only("b", { egress: [deny()] })], THROUGH, "allow/allow"],
    ["untracked ingress of B applies to the reply", [only("b", { ingress: [deny()] })], THROUGH, "allow/deny"],
    [
      "untracked ingress on both sides lets both ways through",
      [untracked({ ingress: [FORWARD_RULE, REPLY_RULE] })],
      THROUGH,
      "allow/allow",
    ],
    [
      "pre-DNAT ingress of A applies, the reply is allowed by conntrack",
      [preDnat(FORWARD_RULE, deny())],
      THROUGH,
      "allow/allow",
    ],
    ["pre-DNAT deny", [preDnat(deny())], THROUGH, "deny"],
    [
      "normal policies apply if applyOnForward is true: ingress of A",
      [aof({ ...ALLOW_ALL, ingress: [deny()] })],
      THROUGH,
      "deny",
    ],
    ["and egress of B", [aof({ ...ALLOW_ALL, egress: [deny()] })], THROUGH, "deny"],
    [
      "the reverse direction is allowed by conntrack",
      [aof({ ingress: [FORWARD_RULE], egress: [FORWARD_RULE] })],
      THROUGH,
      "allow/allow",
    ],
    ["normal policies do not apply if applyOnForward is false", [normal(DENY_ALL)], THROUGH, "allow/allow"],
    ["out of the same interface: its ingress applies", [aof({ ...ALLOW_ALL, ingress: [deny()] })], HAIRPIN, "deny"],
    ["out of the same interface: its egress, too", [aof({ ...ALLOW_ALL, egress: [deny()] })], HAIRPIN, "deny"],
    ["out of the same interface, allowed by both", [aof(ALLOW_ALL)], HAIRPIN, "allow/allow"],
    [
      "out of the same interface, untracked: its ingress lets both ways through",
      [untracked({ ingress: [FORWARD_RULE, REPLY_RULE], egress: [deny()] })],
      HAIRPIN,
      "allow/allow",
    ],
    [
      "allowed by untracked policy, it skips the pre-DNAT and the ingress policy of A",
      [
        untracked({ ingress: [FORWARD_RULE, REPLY_RULE] }),
        preDnat(deny()),
        aof({ ingress: [deny()], egress: [allow()] }),
      ],
      THROUGH,
      "allow/allow",
    ],
    [
      "allowed by pre-DNAT policy, it skips the ingress policy of A",
      [preDnat(allow()), aof({ ingress: [deny()], egress: [allow()] })],
      THROUGH,
      "allow/allow",
    ],
  ]);
});

describe("from a local process out of a host interface", () => {
  check([
    ["untracked egress applies", [untracked({ egress: [deny()] }), normal(ALLOW_ALL)], OUT_OF_PROCESS, "deny"],
    ["normal egress applies", [normal(ALLOW_ALL)], OUT_OF_PROCESS, "allow/allow"],
    ["and denies by default", [normal({ ingress: [allow()] })], OUT_OF_PROCESS, "deny"],
    ["pre-DNAT policies do not apply", [preDnat(deny()), normal(ALLOW_ALL)], OUT_OF_PROCESS, "allow/allow"],
  ]);
});

describe("from a local workload out of a host interface", () => {
  check([
    [
      "no untracked or pre-DNAT policies apply",
      [untracked({ egress: [deny()] }), preDnat(deny(tcpTo(80)))],
      OUT_OF_WORKLOAD,
      "allow/allow",
    ],
    [
      "normal egress applies if applyOnForward is true",
      [aof({ ...ALLOW_ALL, egress: [deny()] })],
      OUT_OF_WORKLOAD,
      "deny",
    ],
    [
      "the reverse direction is allowed by conntrack",
      [aof({ egress: [allow()], ingress: [deny()] })],
      OUT_OF_WORKLOAD,
      "allow/allow",
    ],
    ["normal policies do not apply if applyOnForward is false", [normal(DENY_ALL)], OUT_OF_WORKLOAD, "allow/allow"],
  ]);
});

/** docs/simulate.md lists these five, in this order. */
describe("where a node differs from the guide", () => {
  const UDP = { protocol: "UDP" } as const;
  const REPLIES = gnp("w1-replies", {
    selector: "app == 'w1'",
    types: BOTH,
    order: 1,
    ingress: [allow()],
    egress: [allow({ destination: { nets: ["10.0.0.2/32"] } })],
  });
  check([
    [
      "1. a pre-DNAT allow skips only the ingress policy of A: egress policy of B is still enforced",
      [preDnat(allow()), aof({ ingress: [allow()], egress: [deny()] })],
      THROUGH,
      "deny",
    ],
    [
      "1. and so with an untracked allow",
      [untracked({ ingress: [allow()] }), aof({ ...ALLOW_ALL, egress: [deny()] })],
      THROUGH,
      "deny",
    ],
    [
      "1. and so with the policy of a workload",
      [preDnat(allow()), gnp("w1", { selector: "app == 'w1'", ingress: [deny()] })],
      IN_TO_WORKLOAD,
      "deny",
    ],
    [
      "2. an untracked deny does drop packets to a workload",
      [untracked({ ingress: [deny()] })],
      IN_TO_WORKLOAD,
      "deny",
    ],
    [
      "2. an untracked allow makes TCP replies invalid, though the workload's policy allows them",
      [untracked({ ingress: [allow()] }), REPLIES],
      IN_TO_WORKLOAD,
      "allow/deny",
    ],
    [
      "2. of UDP they come back where the workload's policy allows them",
      [untracked({ ingress: [allow()] }), REPLIES],
      { ...IN_TO_WORKLOAD, ...UDP },
      "allow/allow",
    ],
    [
      "3. normal policy is skipped for a local workload only without applyOnForward",
      [aof({ ingress: [], egress: [] })],
      IN_TO_WORKLOAD,
      "deny",
    ],
    ["3. without it, it is", [normal({ ingress: [], egress: [] })], IN_TO_WORKLOAD, "allow/allow"],
    [
      "4. failsafes keep ports open for local traffic only: applyOnForward policy denies a forwarded one",
      [aof(DENY_ALL)],
      { ...IN_TO_WORKLOAD, dstPort: 22 },
      "deny",
    ],
    [
      "4. and so does the policy of a workload",
      [gnp("w1", { selector: "app == 'w1'", ingress: [deny()] })],
      { ...IN_TO_WORKLOAD, dstPort: 22 },
      "deny",
    ],
    ["4. they do let local traffic in", [aof(DENY_ALL)], { ...IN_TO_PROCESS, dstPort: 22 }, "allow/allow"],
    [
      "4. they let it past pre-DNAT and untracked denies",
      [preDnat(deny()), untracked(DENY_ALL)],
      { ...IN_TO_PROCESS, dstPort: 22 },
      "allow/allow",
    ],
    [
      "4. and forwarded traffic, too",
      [preDnat(deny()), untracked({ ingress: [deny()] })],
      { ...IN_TO_WORKLOAD, dstPort: 22 },
      "allow/allow",
    ],
    [
      "5. an untracked deny also drops replies of tracked connections",
      [untracked({ ingress: [deny()] }), normal(ALLOW_ALL)],
      OUT_OF_PROCESS,
      "allow/deny",
    ],
  ]);
  check(
    [
      ["a host endpoint without policy asks its profiles before it denies", [OPEN], IN_TO_PROCESS, "allow/allow"],
      ["but profiles are not asked about forwarded traffic that policy denies", [OPEN, aof({})], THROUGH, "deny"],
    ],
    [hep("a", { profiles: ["open"] })],
  );
});

describe("the worked example", () => {
  const nodePort = { protocol: "TCP", destination: { ports: [31852] } };
  const POLICIES = [
    gnp("allow-cluster-internal-ingress", {
      ...ON_HEPS,
      order: 10,
      preDNAT: true,
      applyOnForward: true,
      ingress: [allow({ source: { nets: ["10.240.0.0/16", "192.168.0.0/16"] } })],
    }),
    gnp("drop-other-ingress", { ...ON_HEPS, order: 20, preDNAT: true, applyOnForward: true, ingress: [deny()] }),
  ];
  const OUTBOUND = gnp("allow-outbound-external", { ...ON_HEPS, order: 10, egress: [allow()] });
  const PINHOLE = gnp("allow-nodeport", {
    ...ON_HEPS,
    order: 10,
    preDNAT: true,
    applyOnForward: true,
    ingress: [allow(nodePort)],
  });
  const outside = { ...IN_TO_WORKLOAD, srcIP: "198.51.100.7", dstIP: "10.0.0.1", dstPort: 31852 };
  const facts = {
    node: "node1",
    interfaces: { eth0: ["10.0.0.1"] },
    dnat: [{ protocol: "TCP", dst: "10.0.0.1", port: 31852, toIP: "192.168.1.10", toPort: 8080 }],
  };
  const cases: [string, Resource[], Flow, string, string][] = [
    ["from outside to a NodePort not opened", [], outside, "deny", "drop-other-ingress"],
    ["opened by allow-nodeport", [PINHOLE], outside, "allow/allow", "open"],
    ["inside the cluster", [], { ...outside, srcIP: "10.240.0.9" }, "allow/allow", "open"],
    ["ssh from outside", [], { ...IN_TO_PROCESS, srcIP: "198.51.100.7", dstPort: 22 }, "allow/allow", "22"],
    ["local process out", [OUTBOUND], OUT_OF_PROCESS, "allow/allow", "allow-outbound-external"],
    ["local process out without that policy", [], OUT_OF_PROCESS, "deny", "no-policy-no-profile"],
    ["pod traffic out: not applyOnForward", [OUTBOUND], OUT_OF_WORKLOAD, "allow/allow", "open"],
  ];
  test.each(cases)("%s", (_what, more, flow, expected, decidedBy) => {
    const outcome = run([hep("a"), ...WORKLOADS, ...POLICIES, ...more], flow, { facts });
    expect(answer(outcome)).toBe(expected);
    expect(JSON.stringify(outcome.decidedBy)).toContain(decidedBy);
  });
});
