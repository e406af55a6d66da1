import { describe, expect, test } from "vitest";
import type { Flow, NodeFacts } from "../../src/model/flow.ts";
import type { Resource } from "../../src/model/resource.ts";
import { BOTH, OPEN, W1 } from "./cast.ts";
import {
  allow,
  deny,
  FACTS,
  felix,
  gnp,
  hep,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  OUT_OF_WORKLOAD,
  profile,
  run,
  THROUGH,
  tcpFrom,
  tcpTo,
  wep,
} from "./support.ts";

const NODE_PORT = {
  ...FACTS,
  dnat: [{ protocol: "TCP", dst: "10.0.0.1", port: 31852, toIP: "192.168.1.10", toPort: 8080 }],
};
const TO_NODE_PORT = { ...IN_TO_WORKLOAD, dstIP: "10.0.0.1", dstPort: 31852 };
const HEP_ONLY = { selector: "has(host-endpoint)", applyOnForward: true };

type Case = readonly [
  what: string,
  resources: readonly Resource[],
  flow: Flow,
  facts: NodeFacts,
  expected: readonly string[],
];

/** The codes of the hints, each with the kind of the step where it bites. */
function check(resources: readonly Resource[], flow: Flow, facts: NodeFacts): string[] {
  const { hints, steps } = run(resources, flow, { facts });
  return hints.map(({ code, step }) => `${code} at ${steps[step]?.kind}`);
}

describe("hints", () => {
  const cases: Case[] = [
    [
      "none where nothing is odd",
      [hep("a"), gnp("p", { selector: "has(host-endpoint)", ingress: [allow()] })],
      IN_TO_PROCESS,
      FACTS,
      [],
    ],
    [
      "a pre-DNAT rule on the port after DNAT",
      [hep("a"), W1, OPEN, gnp("p", { ...HEP_ONLY, preDNAT: true, ingress: [allow(tcpTo("8000:8100")), deny()] })],
      TO_NODE_PORT,
      NODE_PORT,
      ["hint.port-after-dnat at rule-missed"],
    ],
    [
      "a normal rule on the port before DNAT",
      [hep("a"), W1, OPEN, gnp("p", { ...HEP_ONLY, ingress: [allow(tcpTo(31852))] })],
      TO_NODE_PORT,
      NODE_PORT,
      ["hint.port-before-dnat at rule-missed"],
    ],
    [
      "a pre-DNAT rule that missed, the packet being let on",
      [hep("a"), W1, OPEN, gnp("p", { ...HEP_ONLY, preDNAT: true, ingress: [allow(tcpTo(8080))] })],
      TO_NODE_PORT,
      NODE_PORT,
      ["hint.port-after-dnat at rule-missed"],
    ],
    [
      "a selector of a host endpoint without expectedIPs",
      [
        hep("a"),
        hep("b", { node: "n2" }, { role: "db" }),
        gnp("p", { selector: "has(host-endpoint)", ingress: [allow({ source: { selector: "role == 'db'" } })] }),
      ],
      IN_TO_PROCESS,
      FACTS,
      ["hint.no-expected-ips at rule-missed"],
    ],
    [
      "a policy that only logs",
      [hep("a"), gnp("p", { selector: "has(host-endpoint)", ingress: [{ action: "Log" }] })],
      IN_TO_PROCESS,
      FACTS,
      ["hint.log-only at default"],
    ],
    [
      "a policy without selector that denies",
      [hep("a"), gnp("p", { ingress: [deny()] })],
      IN_TO_PROCESS,
      FACTS,
      ["hint.no-selector at rule-matched"],
    ],
    ["and one that denies by default", [hep("a"), gnp("p", {})], IN_TO_PROCESS, FACTS, ["hint.no-selector at default"]],
    ["all() is a selector", [hep("a"), gnp("p", { selector: "all()", ingress: [deny()] })], IN_TO_PROCESS, FACTS, []],
    [
      "a deny of a failsafe port",
      [hep("a"), gnp("p", { selector: "has(host-endpoint)", ingress: [deny(tcpTo(22))] })],
      { ...IN_TO_PROCESS, dstPort: 22 },
      FACTS,
      ["hint.failsafe-wins at failsafe"],
    ],
    [
      "not where it is allowed first",
      [hep("a"), gnp("p", { selector: "has(host-endpoint)", ingress: [allow(tcpTo(22)), deny()] })],
      { ...IN_TO_PROCESS, dstPort: 22 },
      FACTS,
      [],
    ],
    [
      "a failsafe port that no rule allows",
      [hep("a"), gnp("p", { selector: "has(host-endpoint)", ingress: [allow(tcpTo(80))] })],
      { ...IN_TO_PROCESS, dstPort: 22 },
      FACTS,
      ["hint.failsafe-wins at failsafe"],
    ],
    ["not where no policy applies", [hep("a")], { ...IN_TO_PROCESS, dstPort: 22 }, FACTS, []],
    [
      "host endpoint policy that does not see the node's own workloads",
      [
        hep("a"),
        gnp("p", { selector: "has(host-endpoint)", ingress: [deny()] }),
        wep("w1", "192.168.1.10/32", { profiles: ["open"] }),
        profile("open", { egress: [allow()] }),
        felix({ defaultEndpointToHostAction: "Accept" }),
      ],
      { ...OUT_OF_WORKLOAD, to: { process: true }, dstIP: "10.0.0.1" },
      FACTS,
      ["hint.own-workload at endpoint-to-host"],
    ],
    [
      "a drop that the environment of calico/node may turn off",
      [wep("w1", "192.168.1.10/32", { profiles: ["open"] }), profile("open", { egress: [allow()] })],
      { ...OUT_OF_WORKLOAD, to: { process: true }, dstIP: "10.0.0.1" },
      FACTS,
      ["hint.node-environment at endpoint-to-host"],
    ],
    [
      "one-sided doNotTrack",
      [hep("a"), gnp("p", { ...HEP_ONLY, doNotTrack: true, types: BOTH, ingress: [allow(tcpTo(80))] })],
      IN_TO_PROCESS,
      FACTS,
      ["hint.one-sided-untracked at rule-matched"],
    ],
    [
      "two-sided",
      [
        hep("a"),
        gnp("p", {
          ...HEP_ONLY,
          doNotTrack: true,
          types: BOTH,
          ingress: [allow(tcpTo(80))],
          egress: [allow(tcpFrom(80))],
        }),
      ],
      IN_TO_PROCESS,
      FACTS,
      [],
    ],
    [
      "a pre-DNAT allow and the egress policy of the way out",
      [
        hep("a"),
        hep("b", { interfaceName: "eth1" }),
        gnp("p", { ...HEP_ONLY, preDNAT: true, ingress: [allow()] }),
        gnp("q", { ...HEP_ONLY, types: ["Egress"] }),
      ],
      THROUGH,
      FACTS,
      ["hint.egress-still-applies at stage"],
    ],
    [
      "a missing profile",
      [hep("a", { profiles: ["gone"] })],
      IN_TO_PROCESS,
      FACTS,
      ["hint.missing-profile at profile-missing"],
    ],
    [
      "a host endpoint that another shadows",
      [hep("a"), hep("b"), gnp("p", { selector: "has(host-endpoint)", ingress: [allow()] })],
      IN_TO_PROCESS,
      FACTS,
      ["hint.shadowed-endpoint at stage"],
    ],
    [
      "one that is found by its address, and shadows or is shadowed",
      [
        hep("a", { interfaceName: "", expectedIPs: ["10.0.0.1"] }),
        hep("b"),
        gnp("p", { selector: "has(host-endpoint)", ingress: [allow()] }),
      ],
      IN_TO_PROCESS,
      FACTS,
      ["hint.shadowed-endpoint at stage"],
    ],
    [
      "not one of another interface, of another node, or for all",
      [
        hep("a"),
        hep("b", { interfaceName: "eth1" }),
        hep("c", { node: "node2" }),
        hep("d", { interfaceName: "*" }),
        gnp("p", { selector: "has(host-endpoint)", ingress: [allow()] }),
      ],
      IN_TO_PROCESS,
      FACTS,
      [],
    ],
    [
      "an established connection",
      [hep("a")],
      { ...IN_TO_PROCESS, conntrack: "established" },
      FACTS,
      ["hint.established at conntrack"],
    ],
  ];
  test.each(cases.map((each) => [...each] as const))("%s", (_what, resources, flow, facts, expected) => {
    expect(check(resources, flow, facts)).toEqual(expected);
  });
  test("what to type about an established connection", () => {
    const { hints } = run([hep("a")], { ...IN_TO_PROCESS, conntrack: "established" });
    expect(hints[0]?.help).toContain("conntrack -D -p tcp --orig-port-dst 80");
  });
  test("say what happens and what to do", () => {
    const { hints } = run(
      [hep("a"), W1, OPEN, gnp("allow-web", { ...HEP_ONLY, ingress: [allow(tcpTo(31852))] })],
      TO_NODE_PORT,
      { facts: NODE_PORT },
    );
    expect(hints[0]?.message).toBe(
      "allow-web matches destination port 31852, but it is not a pre-DNAT policy: it sees the packet after DNAT, on port 8080",
    );
    expect(hints[0]?.help).toContain("match port 8080");
  });
  test("name what a shadowed host endpoint is shadowed by", () => {
    const { hints } = run([hep("b"), hep("c"), hep("a")], IN_TO_PROCESS);
    expect(hints[0]?.message).toBe(
      "eth0 has several host endpoints: a is the first by name and governs alone, b, c do nothing here",
    );
    expect(hints).toHaveLength(1);
  });
  test("without a trace there are none", () => {
    expect(run([hep("a", { profiles: ["gone"] })], IN_TO_PROCESS, { trace: false }).hints).toEqual([]);
  });
});
