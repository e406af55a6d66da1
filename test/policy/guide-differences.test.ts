import { describe, expect, test } from "vitest";
import type { Flow } from "../../src/model/flow.ts";
import type { Resource } from "../../src/model/resource.ts";
import { BOTH, OPEN } from "./cast.ts";
import { ALLOW_ALL, aof, check, DENY_ALL, normal, ON_HEPS, preDnat, untracked, WORKLOADS } from "./guide-policies.ts";
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
} from "./support.ts";

// The points where a node differs from the guide's section "When do host endpoint policies apply?", and its example.

/** The first five differences of docs/versions.md, in its order. */
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
    ["3. without it, normal policy is skipped", [normal({ ingress: [], egress: [] })], IN_TO_WORKLOAD, "allow/allow"],
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
      ["a host endpoint without policy evaluates its profiles before it denies", [OPEN], IN_TO_PROCESS, "allow/allow"],
      ["but profiles are not evaluated for forwarded traffic that policy denies", [OPEN, aof({})], THROUGH, "deny"],
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
