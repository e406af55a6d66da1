import { describe, expect, test } from "vitest";
import type { Flow } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import type { Miss } from "../../../src/policy/outcome.ts";
import { decidedByText, missText, stepText } from "../../../src/report/outcomes/step-text.ts";
import { OPEN, W1 } from "../../policy/cast.ts";
import {
  allow,
  deny,
  FACTS,
  felix,
  gnp,
  hep,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  np,
  OUT_OF_WORKLOAD,
  run,
  THROUGH,
  tcpTo,
} from "../../policy/support.ts";

describe("missText", () => {
  const side = "destination";
  const cases: [Miss, string][] = [
    [{ criterion: "ipVersion", actual: 4, wanted: 6 }, "the packet is IPv4, the rule is for IPv6"],
    [{ criterion: "family", actual: 4, wanted: "fd00::/8" }, "the rule is not for IPv4: it has fd00::/8"],
    [{ criterion: "protocol", actual: "TCP", wanted: "UDP" }, "protocol TCP is not UDP"],
    [{ criterion: "notProtocol", actual: "TCP", wanted: "TCP" }, "protocol TCP is excluded"],
    [{ criterion: "icmp", actual: "8/0", wanted: "13" }, "ICMP type 8/0 is not 13"],
    [{ criterion: "notICMP", actual: "8/0", wanted: "8" }, "ICMP type 8/0 is excluded by 8"],
    [
      { criterion: "nets", side, actual: "1.2.3.4", wanted: ["10.0.0.0/8", "192.168.0.0/16"] },
      "destination 1.2.3.4 is outside 10.0.0.0/8, 192.168.0.0/16",
    ],
    [
      { criterion: "notNets", side, actual: "10.0.0.1", wanted: ["10.0.0.0/8"] },
      "destination 10.0.0.1 is in the excluded 10.0.0.0/8",
    ],
    [
      { criterion: "selector", side, actual: "10.0.0.1", wanted: "has(a)" },
      "destination 10.0.0.1 is not an address of anything with has(a)",
    ],
    [
      { criterion: "notSelector", side, actual: "10.0.0.1", wanted: "has(a)" },
      "destination 10.0.0.1 is an address of something with has(a)",
    ],
    [{ criterion: "ports", side, actual: 8443, wanted: ["31852"] }, "destination port 8443 is not 31852"],
    [
      { criterion: "ports", side, actual: 8443, wanted: ["80", "90:99", "web"] },
      "destination port 8443 is not 80, 90:99 or web",
    ],
    [{ criterion: "ports", side, actual: undefined, wanted: ["80"] }, "destination port (none) is not 80"],
    [{ criterion: "notPorts", side, actual: 80, wanted: ["80"] }, "destination port 80 is in the excluded 80"],
  ];
  test.each(cases)("%j", (miss, text) => expect(missText(miss)).toBe(text));
});

/** The steps as lines `stage | subject | result | why`, and the deciding thing as the last. */
function check(resources: readonly Resource[], flow: Flow, facts = FACTS): string[] {
  const outcome = run(resources, flow, { facts });
  const lines = outcome.steps.map((step) => {
    const { stage, subject, result, why } = stepText(step);
    return `${stage} | ${subject} | ${result} | ${why}`;
  });
  return [...lines, decidedByText(outcome.decidedBy)];
}

describe("the path in words", () => {
  test("pre-DNAT, as the worked example has it", () => {
    const policies = [
      gnp("internal", {
        order: 1,
        preDNAT: true,
        applyOnForward: true,
        ingress: [allow({ source: { nets: ["10.240.0.0/16"] } })],
      }),
      gnp("nodeport", { order: 2, preDNAT: true, applyOnForward: true, ingress: [allow(tcpTo(31852))] }),
      gnp("web", {
        order: 2,
        preDNAT: true,
        applyOnForward: true,
        selector: "role == 'webserver'",
        ingress: [allow()],
      }),
      gnp("drop", { order: 3, preDNAT: true, applyOnForward: true, ingress: [deny()] }),
    ];
    expect(
      check([hep("node1-eth0", {}, { role: "db" }), ...policies], {
        ...IN_TO_PROCESS,
        srcIP: "198.51.100.7",
        dstPort: 8443,
      }),
    ).toEqual([
      "untracked ingress |  |  | host endpoint node1-eth0, no untracked policy applies",
      "pre-DNAT | failsafe | no match | TCP 8443 is not a failsafe port (22, 179, 2379, 2380, 6666, 6667)",
      "pre-DNAT |  |  | host endpoint node1-eth0, 3 pre-DNAT policies apply",
      "pre-DNAT | web | not applied | its selector needs role == 'webserver', node1-eth0 has role=db",
      "pre-DNAT | internal | no match | rule 1: source 198.51.100.7 is outside 10.240.0.0/16",
      "pre-DNAT | nodeport | no match | rule 1: destination port 8443 is not 31852",
      "pre-DNAT | drop | deny | rule 1 matches everything",
      "normal ingress | (not reached) |  | ",
      "by policy drop, ingress rule 1",
    ]);
  });
  test("forwarded, with a normal policy that does not apply", () => {
    const lines = check([hep("a"), gnp("n", { ingress: [deny()] })], THROUGH);
    expect(lines).toContain(
      "forward ingress | n | not applied | normal policy is skipped for forwarded traffic: applyOnForward is false",
    );
    expect(lines).toContain(
      "forward egress |  | allow | eth1: no host endpoint governs this interface: forwarded traffic is left alone",
    );
    expect(lines.at(-1)).toContain("by default at host endpoint a, forward ingress: no applyOnForward policy");
  });
  test("to a workload through DNAT, by a profile", () => {
    const facts = {
      ...FACTS,
      dnat: [{ protocol: "TCP", dst: "10.0.0.1", port: 80, toIP: "192.168.1.10", toPort: 8080 }],
    };
    const lines = check(
      [W1, OPEN, np("p", "other", {}), gnp("e", { egress: [], types: ["Egress"] })],
      { ...IN_TO_WORKLOAD, dstIP: "10.0.0.1" },
      facts,
    );
    expect(lines).toContain("DNAT |  | translated | 10.0.0.1:80 becomes 192.168.1.10:8080");
    expect(lines).toContain("workload ingress | other/p | not applied | it is for workloads of namespace other");
    expect(lines).toContain("workload ingress | e | not applied | its types do not include this direction");
    expect(lines).toContain("workload ingress | profile open | allow | rule 1 matches everything");
    expect(lines.at(-1)).toBe("by profile open, ingress rule 1");
  });
  const one = (resources: readonly Resource[], flow: Flow) => check(resources, flow).at(-1);
  const cases: [string, Resource[], Flow, string][] = [
    ["failsafe", [hep("a")], { ...IN_TO_PROCESS, dstPort: 22 }, "by failsafe port TCP 22 of host endpoint a"],
    [
      "default",
      [hep("a")],
      IN_TO_PROCESS,
      "by default at host endpoint a, normal ingress: no policy decided and there is no profile: the default is to deny",
    ],
    [
      "missing profile",
      [hep("a", { profiles: ["x"] })],
      IN_TO_PROCESS,
      "by profile x of host endpoint a, which does not exist and so denies everything",
    ],
    [
      "conntrack",
      [hep("a")],
      { ...IN_TO_PROCESS, tcpFlags: "RST" },
      "by connection tracking: the packet is INVALID, it belongs to no connection and opens none",
    ],
    ["unpoliced", [], IN_TO_PROCESS, "at eth0: no host endpoint governs this interface: its traffic is left alone"],
    [
      "unknown interface",
      [],
      { ...THROUGH, from: { interface: "caliw9" } },
      "because caliw9 is a workload interface that no WorkloadEndpoint names",
    ],
    [
      "endpoint to host",
      [W1, OPEN],
      { ...OUT_OF_WORKLOAD, to: { process: true } },
      "by defaultEndpointToHostAction Drop",
    ],
    [
      "encapsulation",
      [W1, OPEN, felix({})],
      { ...OUT_OF_WORKLOAD, protocol: "UDP", dstPort: 4789 },
      "because VXLAN packets from workloads are dropped before policy",
    ],
    ["not evaluated", [], { ...IN_TO_PROCESS, srcIP: "" }, "the flow could not be evaluated"],
  ];
  test.each(cases)("decided by %s", (_what, resources, flow, expected) => expect(one(resources, flow)).toBe(expected));

  test("a row keeps the rule's place", () => {
    const span = { source: "p.yaml", start: { line: 19, column: 3 }, end: { line: 19, column: 9 } };
    const step = {
      kind: "rule-matched",
      action: "Deny",
      matched: [],
      stage: "normal",
      direction: "ingress",
      endpoint: { kind: "HostEndpoint", name: "a", node: "n", interface: "eth0" },
      policy: { kind: "GlobalNetworkPolicy", name: "p" },
      rule: 1,
      span,
    } as const;
    expect(stepText(step)).toEqual({
      stage: "normal ingress",
      subject: "p",
      result: "deny",
      why: "rule 1 matches everything",
      span,
    });
  });
});
