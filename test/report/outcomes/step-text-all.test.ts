import { describe, expect, test } from "vitest";
import { endpointName, policyName, stageName } from "../../../src/policy/names.ts";
import type { DecidedBy, Step, Where } from "../../../src/policy/outcome.ts";
import { decidedByText, stepText } from "../../../src/report/outcomes/step-text.ts";

const HOST = { kind: "HostEndpoint", name: "node1-eth0", node: "node1", interface: "eth0" } as const;
const POD = { ...HOST, kind: "WorkloadEndpoint", namespace: "shop", name: "web", interface: "cali1" } as const;
const at = (stage: Where["stage"], direction: Where["direction"] = "ingress", endpoint: Where["endpoint"] = HOST) => ({
  stage,
  direction,
  endpoint,
});
const NORMAL = at("normal");
const global = { kind: "GlobalNetworkPolicy", name: "guard" } as const;
const spaced = { kind: "NetworkPolicy", namespace: "shop", name: "guard" } as const;
const miss = { criterion: "protocol", actual: "TCP", wanted: "UDP" } as const;
const span = { source: "p.yaml", start: { line: 3, column: 5 }, end: { line: 3, column: 9 } };

/** A step, and its row of the path: `STAGE | SUBJECT | RESULT | WHY`. */
const STEPS: readonly (readonly [step: Step, row: string])[] = [
  [
    { kind: "stage", ...NORMAL, policies: 0 },
    "normal ingress |  |  | host endpoint node1-eth0, no normal policy applies",
  ],
  [
    { kind: "stage", ...at("untracked", "egress"), policies: 1 },
    "untracked egress |  |  | host endpoint node1-eth0, 1 untracked policy applies",
  ],
  [
    { kind: "stage", ...at("pre-DNAT"), policies: 2 },
    "pre-DNAT |  |  | host endpoint node1-eth0, 2 pre-DNAT policies apply",
  ],
  [
    { kind: "stage", ...at("forward", "egress"), policies: 12 },
    "forward egress |  |  | host endpoint node1-eth0, 12 applyOnForward policies apply",
  ],
  [
    { kind: "stage", ...at("workload", "egress", POD), policies: 1 },
    "workload egress |  |  | workload endpoint shop/web, 1 workload policy applies",
  ],
  [
    { kind: "unpoliced", interface: "eth0", stage: "normal", direction: "egress", reason: "no-host-endpoint" },
    "normal egress |  | allow | eth0: no host endpoint governs this interface: its traffic is left alone",
  ],
  [
    { kind: "unpoliced", interface: "eth0", stage: "forward", direction: "ingress", reason: "forwarded" },
    "forward ingress |  | allow | eth0: no host endpoint governs this interface: forwarded traffic is left alone",
  ],
  [
    { kind: "unpoliced", interface: "cali1", stage: "normal", direction: "egress", reason: "process-to-workload" },
    "normal egress |  | allow | cali1: traffic from a local process to a workload is not policed",
  ],
  [
    {
      kind: "policy-skipped",
      ...NORMAL,
      policy: global,
      why: { reason: "selector", needs: "has(a)", has: ["no label a", "b=1"] },
    },
    "normal ingress | guard | not applied | its selector needs has(a), node1-eth0 has no label a, b=1",
  ],
  [
    { kind: "policy-skipped", ...NORMAL, policy: global, why: { reason: "selector", needs: "!all()", has: [] } },
    "normal ingress | guard | not applied | its selector needs !all(), node1-eth0 has no labels for it",
  ],
  [
    { kind: "policy-skipped", ...NORMAL, policy: spaced, why: { reason: "namespace", needs: "shop" } },
    "normal ingress | shop/guard | not applied | it is for workloads of namespace shop",
  ],
  [
    { kind: "policy-skipped", ...at("forward"), policy: global, why: { reason: "not-apply-on-forward" } },
    "forward ingress | guard | not applied | normal policy is skipped for forwarded traffic: applyOnForward is false",
  ],
  [
    { kind: "policy-skipped", ...at("pre-DNAT"), policy: global, why: { reason: "no-rules-in-direction" } },
    "pre-DNAT | guard | not applied | its types do not include this direction",
  ],
  [
    { kind: "rule-missed", ...NORMAL, policy: global, rule: 1, action: "Allow", miss },
    "normal ingress | guard | no match | rule 1: protocol TCP is not UDP",
  ],
  [
    { kind: "rule-missed", ...NORMAL, profile: "kns.shop", rule: 10, action: "Deny", miss },
    "normal ingress | profile kns.shop | no match | rule 10: protocol TCP is not UDP",
  ],
  [
    { kind: "rule-matched", ...NORMAL, policy: spaced, rule: 2, action: "Allow", matched: [] },
    "normal ingress | shop/guard | allow | rule 2 matches everything",
  ],
  [
    { kind: "rule-matched", ...NORMAL, policy: global, rule: 2, action: "Deny", matched: ["protocol TCP"] },
    "normal ingress | guard | deny | rule 2 matches protocol TCP",
  ],
  [
    {
      kind: "rule-matched",
      ...NORMAL,
      policy: global,
      rule: 2,
      action: "Pass",
      matched: ["protocol TCP", "source 10.0.0.0/8"],
    },
    "normal ingress | guard | pass | rule 2 matches protocol TCP, source 10.0.0.0/8",
  ],
  [
    { kind: "rule-matched", ...NORMAL, profile: "open", rule: 1, action: "Log", matched: [], ignored: miss },
    "normal ingress | profile open | log | rule 1 matches everything; the node ignores that protocol TCP is not UDP",
  ],
  [
    { kind: "failsafe", ...NORMAL, hit: true, reply: false, protocol: "TCP", port: 22, ports: [22, 179] },
    "normal ingress | failsafe | hit | TCP 22 is a failsafe port",
  ],
  [
    { kind: "failsafe", ...at("untracked"), hit: true, reply: true, protocol: "UDP", port: 40000, ports: [68] },
    "untracked ingress | failsafe | hit | it is a reply of a failsafe port, by its source port",
  ],
  [
    { kind: "failsafe", ...at("pre-DNAT"), hit: false, reply: false, protocol: "TCP", port: 80, ports: [22, 179] },
    "pre-DNAT | failsafe | no match | TCP 80 is not a failsafe port (22, 179)",
  ],
  [
    { kind: "failsafe", ...NORMAL, hit: false, reply: false, protocol: "ICMP", port: undefined, ports: [] },
    "normal ingress | failsafe | no match | ICMP has no ports, and so no failsafe ports",
  ],
  [
    { kind: "failsafe", ...NORMAL, hit: false, reply: false, protocol: "4", port: undefined, ports: [] },
    "normal ingress | failsafe | no match | protocol 4 has no ports, and so no failsafe ports",
  ],
  [
    { kind: "tunnel-untracked", protocol: "VXLAN", direction: "ingress" },
    "tunnels ingress |  | untracked | VXLAN packets for the node's own tunnel are not tracked",
  ],
  [
    { kind: "tunnel-untracked", protocol: "VXLAN", direction: "egress" },
    "tunnels egress |  | untracked | VXLAN packets for the node's own tunnel are not tracked",
  ],
  [
    { kind: "no-rules", ...at("normal", "egress"), policy: spaced },
    "normal egress | shop/guard | no match | it has no egress rules",
  ],
  [
    { kind: "profile-missing", ...NORMAL, profile: "gone" },
    "normal ingress | profile gone | deny | the profile does not exist, which denies everything",
  ],
  [
    { kind: "profile-no-match", ...NORMAL, profile: "open", rules: 0 },
    "normal ingress | profile open | no match | it has no rules",
  ],
  [
    { kind: "profile-no-match", ...NORMAL, profile: "open", rules: 3 },
    "normal ingress | profile open | no match | none of its rules decided",
  ],
  [
    { kind: "default", ...NORMAL, verdict: "deny", reason: "no-rule-matched" },
    "normal ingress | default | deny | policies select this endpoint and none of their rules matched",
  ],
  [
    { kind: "default", ...NORMAL, verdict: "deny", reason: "no-profile-allowed" },
    "normal ingress | default | deny | no policy decided and no profile allowed it",
  ],
  [
    { kind: "default", ...at("workload", "ingress", POD), verdict: "deny", reason: "no-policy-no-profile" },
    "workload ingress | default | deny | no policy decided and there is no profile: the default is to deny",
  ],
  [
    { kind: "default", ...at("forward"), verdict: "allow", reason: "no-forward-policy" },
    "forward ingress | default | allow | no applyOnForward policy selects this endpoint in this direction: forwarded traffic is allowed by default",
  ],
  [
    { kind: "default", ...at("forward"), verdict: "allow", reason: "passed" },
    "forward ingress | default | allow | a Pass rule ended the stage",
  ],
  [
    { kind: "default", ...at("pre-DNAT"), verdict: "allow", reason: "no-default-drop" },
    "pre-DNAT | default | allow | no rule matched, and this stage has no default deny",
  ],
  [
    { kind: "dnat", from: "10.0.0.1:80", to: "10.0.0.2:8080", applied: true },
    "DNAT |  | translated | 10.0.0.1:80 becomes 10.0.0.2:8080",
  ],
  [
    { kind: "dnat", from: "10.0.0.1:80", to: "10.0.0.2:8080", applied: false },
    "DNAT |  | not translated | 10.0.0.1:80 stays: packets that are not tracked are not translated to 10.0.0.2:8080",
  ],
  [
    { kind: "conntrack", ...NORMAL, state: "established", verdict: "allow" },
    "normal ingress | conntrack | allow | by connection tracking: the packet belongs to an established connection",
  ],
  [
    { kind: "conntrack", ...at("forward"), state: "invalid", verdict: "deny" },
    "forward ingress | conntrack | deny | by connection tracking: the packet is INVALID, it belongs to no connection and opens none",
  ],
  [
    { kind: "accepted-earlier", ...NORMAL, by: "pre-DNAT" },
    "normal ingress |  | skipped | already allowed by pre-DNAT policy",
  ],
  [
    { kind: "accepted-earlier", ...at("forward"), by: "untracked" },
    "forward ingress |  | skipped | already allowed by untracked policy",
  ],
  [
    { kind: "unknown-workload-interface", interface: "cali9", direction: "in" },
    "workload |  | deny | because cali9 is a workload interface that no WorkloadEndpoint names",
  ],
  [
    { kind: "endpoint-to-host", action: "Return" },
    "workload egress |  | return | defaultEndpointToHostAction is Return",
  ],
  [
    { kind: "encapsulation", ...at("workload", "egress", POD), protocol: "VXLAN" },
    "workload egress |  | deny | VXLAN packets from workloads are dropped before policy",
  ],
  [
    { kind: "neighbour-discovery", icmpType: 135 },
    "workload egress |  | allow | ICMPv6 type 135 from workloads is always let through",
  ],
  [{ kind: "not-reached", stage: "normal", direction: "egress" }, "normal egress | (not reached) |  | "],
];

/** What decided, and the words that follow the verdict. */
const DECIDED: readonly (readonly [by: DecidedBy, words: string])[] = [
  [{ kind: "rule", action: "Allow", ...NORMAL, policy: global, rule: 1 }, "by policy guard, ingress rule 1"],
  [
    { kind: "rule", action: "Deny", ...at("forward", "egress"), policy: spaced, rule: 12 },
    "by policy shop/guard, egress rule 12",
  ],
  [{ kind: "rule", action: "Deny", ...NORMAL, profile: "open", rule: 2 }, "by profile open, ingress rule 2"],
  [{ kind: "failsafe", ...NORMAL, protocol: "TCP", port: 22 }, "by failsafe port TCP 22 of host endpoint node1-eth0"],
  [
    { kind: "default", ...at("pre-DNAT"), reason: "no-default-drop" },
    "by default at host endpoint node1-eth0, pre-DNAT: no rule matched, and this stage has no default deny",
  ],
  [
    { kind: "default", ...at("workload", "egress", POD), reason: "no-rule-matched" },
    "by default at workload endpoint shop/web, workload egress: policies select this endpoint and none of their rules matched",
  ],
  [
    { kind: "missing-profile", ...NORMAL, profile: "gone" },
    "by profile gone of host endpoint node1-eth0, which does not exist and so denies everything",
  ],
  [
    { kind: "conntrack", ...NORMAL, state: "established" },
    "by connection tracking: the packet belongs to an established connection",
  ],
  [
    { kind: "conntrack", ...NORMAL, state: "invalid" },
    "by connection tracking: the packet is INVALID, it belongs to no connection and opens none",
  ],
  [
    { kind: "unpoliced", interface: "eth0", reason: "no-host-endpoint" },
    "at eth0: no host endpoint governs this interface: its traffic is left alone",
  ],
  [
    { kind: "unpoliced", interface: "cali1", reason: "process-to-workload" },
    "at cali1: traffic from a local process to a workload is not policed",
  ],
  [
    { kind: "unpoliced", interface: "", reason: "forwarded" },
    "no host endpoint governs this interface: forwarded traffic is left alone",
  ],
  [
    { kind: "unknown-workload-interface", interface: "cali9", direction: "out" },
    "because cali9 is a workload interface that no WorkloadEndpoint names",
  ],
  [{ kind: "endpoint-to-host", action: "Drop" }, "by defaultEndpointToHostAction Drop"],
  [
    { kind: "encapsulation", ...at("workload", "egress", POD), protocol: "IPIP" },
    "because IPIP packets from workloads are dropped before policy",
  ],
  [{ kind: "neighbour-discovery", icmpType: 136 }, "because ICMPv6 type 136 from workloads is always let through"],
  [{ kind: "not-evaluated" }, "the flow could not be evaluated"],
];

describe("each step in words", () => {
  test.each(STEPS)("%j", (step, row) => {
    const { stage, subject, result, why, span: place } = stepText(step);
    expect(`${stage} | ${subject} | ${result} | ${why}`).toBe(row);
    expect(place).toBeUndefined();
  });
  test.each(STEPS.filter(([{ kind }]) => ["policy-skipped", "rule-missed", "rule-matched", "no-rules"].includes(kind)))(
    "with its place in a file: %j",
    (step) => expect(stepText({ ...step, span } as Step).span).toEqual(span),
  );
});

describe("what decided, in words", () => {
  test.each(DECIDED)("%j", (by, words) => expect(decidedByText(by)).toBe(words));
});

test("names, as users type them", () => {
  expect([policyName(global), policyName(spaced)]).toEqual(["guard", "shop/guard"]);
  expect([endpointName(HOST), endpointName(POD)]).toEqual(["host endpoint node1-eth0", "workload endpoint shop/web"]);
  expect(endpointName({ kind: "WorkloadEndpoint", name: "web" })).toBe("workload endpoint web");
  expect([stageName(at("pre-DNAT")), stageName(at("untracked", "egress"))]).toEqual(["pre-DNAT", "untracked egress"]);
});
