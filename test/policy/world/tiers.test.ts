import { describe, expect, test } from "vitest";
import type { Flow } from "../../../src/model/flow.ts";
import type { CalicoVersion } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import type { Outcome } from "../../../src/policy/outcome.ts";
import { decidedByText, stepText } from "../../../src/report/outcomes/step-text.ts";
import {
  allow,
  answer,
  compiled,
  deny,
  differs,
  gnp,
  hep,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  OUT_OF_PROCESS,
  profile,
  run,
  THROUGH,
  tcpTo,
  tier,
  wep,
} from "../support.ts";

const PASS = { action: "Pass" };
const LOG = { action: "Log" };
type Rules = readonly object[];

/** A policy for everything: its tier, ingress rules and what else its spec has. */
const policy = (name: string, inTier: string | undefined, ingress: Rules, more: object = {}): Resource =>
  gnp(name, {
    ...(inTier === undefined ? {} : { tier: inTier }),
    selector: "all()",
    types: ["Ingress"],
    ingress,
    ...more,
  });

const HEP = hep("h", { profiles: ["open"] });
const OPEN = profile("open", { ingress: [allow()], egress: [allow()] });
const FIRST = tier("first", { order: 10 });
const FIRST_PASSES = tier("first", { order: 10, defaultAction: "Pass" });
const LAST = tier("last", { order: 2_000_000 });
const LAST_PASSES = tier("last", { order: 2_000_000, defaultAction: "Pass" });

/** What decided, short: `policy p1 rule 1`, `default normal no-rule-matched first`. */
function decided({ decidedBy: by }: Outcome): string {
  if (by.kind === "rule") return "policy" in by ? `${by.policy.name} ${by.rule}` : `profile ${by.profile}`;
  return by.kind === "default" ? `${by.reason}${by.tier === undefined ? "" : ` of ${by.tier}`}` : by.kind;
}

describe("a packet to a process", () => {
  test.each<[what: string, resources: Resource[], verdict: string, by: string]>([
    [
      "a tier is asked before `default`",
      [FIRST, policy("a", undefined, [deny()]), policy("z", "first", [allow()])],
      "allow/allow",
      "z 1",
    ],
    [
      "`order` counts inside a tier only",
      [FIRST, policy("a", undefined, [deny()], { order: 1 }), policy("z", "first", [allow()], { order: 9 })],
      "allow/allow",
      "z 1",
    ],
    [
      "a later tier is not asked",
      [LAST, policy("a", "last", [deny()]), policy("b", "default", [allow()])],
      "allow/allow",
      "b 1",
    ],
    [
      "what a tier does not decide it denies",
      [FIRST, policy("a", "first", [allow(tcpTo(81))]), policy("b", undefined, [allow()])],
      "deny",
      "no-rule-matched of first",
    ],
    [
      "unless its default action is Pass",
      [FIRST_PASSES, policy("a", "first", [allow(tcpTo(81))]), policy("b", undefined, [allow()])],
      "allow/allow",
      "b 1",
    ],
    [
      "Pass goes on to the next tier",
      [FIRST, policy("a", "first", [PASS]), policy("b", undefined, [deny()])],
      "deny",
      "b 1",
    ],
    [
      "Pass skips the rest of its tier",
      [FIRST, policy("a", "first", [PASS]), policy("b", "first", [deny()]), policy("c", undefined, [allow()])],
      "allow/allow",
      "c 1",
    ],
    [
      "the next tier may deny by default",
      [FIRST, policy("a", "first", [PASS]), policy("b", undefined, [allow(tcpTo(81))])],
      "deny",
      "no-rule-matched",
    ],
    [
      "Pass in the last tier goes to the profiles",
      [FIRST, policy("a", "first", [PASS])],
      "allow/allow",
      "profile open",
    ],
    [
      "and so does a last tier that passes",
      [LAST_PASSES, policy("a", "last", [deny(tcpTo(81))])],
      "allow/allow",
      "profile open",
    ],
    [
      "Log decides nothing",
      [FIRST, policy("a", "first", [LOG]), policy("b", undefined, [allow()])],
      "deny",
      "no-rule-matched of first",
    ],
    ["a tier without policies is not asked", [FIRST, policy("b", undefined, [allow()])], "allow/allow", "b 1"],
    [
      "nor is one whose policies are for the other direction",
      [FIRST, gnp("a", { tier: "first", types: ["Egress"], selector: "all()" }), policy("b", undefined, [allow()])],
      "allow/allow",
      "b 1",
    ],
    [
      "nor one whose policies select other endpoints",
      [FIRST, policy("a", "first", [deny()], { selector: "has(nothing)" }), policy("b", undefined, [allow()])],
      "allow/allow",
      "b 1",
    ],
    [
      "three tiers",
      [
        FIRST_PASSES,
        LAST,
        policy("a", "first", [LOG]),
        policy("b", undefined, [PASS]),
        policy("c", "last", [allow(tcpTo(80))]),
      ],
      "allow/allow",
      "c 1",
    ],
    [
      "tiers of one order are asked by name",
      [tier("b", { order: 5 }), tier("a", { order: 5 }), policy("p", "b", [deny()]), policy("q", "a", [allow()])],
      "allow/allow",
      "q 1",
    ],
    [
      "a tier without order is the last",
      [tier("a", {}), policy("p", "a", [deny()]), policy("q", undefined, [allow()])],
      "allow/allow",
      "q 1",
    ],
    [
      "kube-admin comes before `default` and passes",
      [policy("p", "kube-admin", [deny(tcpTo(81))]), policy("q", undefined, [allow()])],
      "allow/allow",
      "q 1",
    ],
    [
      "kube-baseline comes after it",
      [policy("p", "kube-baseline", [deny()]), policy("q", undefined, [PASS])],
      "deny",
      "p 1",
    ],
    [
      "a stored tier replaces the initial one",
      [
        tier("kube-admin", { order: 1, defaultAction: "Deny" }),
        policy("p", "kube-admin", [LOG]),
        policy("q", undefined, [allow()]),
      ],
      "deny",
      "no-rule-matched of kube-admin",
    ],
    [
      "the default tier may be told to pass",
      [tier("default", { order: 1_000_000, defaultAction: "Pass" }), policy("p", undefined, [LOG])],
      "allow/allow",
      "profile open",
    ],
  ])("%s", (_, resources, verdict, by) => {
    const outcome = run([HEP, OPEN, ...resources], IN_TO_PROCESS, { version: "v3.32" });
    expect([answer(outcome), decided(outcome)]).toEqual([verdict, by]);
    expect(differs([HEP, OPEN, ...resources], IN_TO_PROCESS, "v3.32")).toBeUndefined();
  });
});

describe("the other stages", () => {
  const FORWARD = { applyOnForward: true };
  const cases: [what: string, flow: Flow, resources: Resource[], verdict: string, by: string][] = [
    [
      "forwarded: a tier denies what it does not decide",
      THROUGH,
      [FIRST, policy("a", "first", [LOG], FORWARD), policy("b", undefined, [allow()], FORWARD)],
      "deny",
      "no-rule-matched of first",
    ],
    [
      "forwarded: only applyOnForward policies make a tier",
      THROUGH,
      [FIRST, policy("a", "first", [deny()]), policy("b", undefined, [allow()], FORWARD)],
      "allow/allow",
      "b 1",
    ],
    [
      "forwarded: a last tier that passes lets it on",
      THROUGH,
      [LAST_PASSES, policy("a", "last", [LOG], FORWARD)],
      "allow/allow",
      "passed",
    ],
    [
      "workload: tier by tier, then profiles",
      IN_TO_WORKLOAD,
      [FIRST, policy("a", "first", [PASS])],
      "allow/allow",
      "profile open",
    ],
    [
      "workload: a tier's default",
      IN_TO_WORKLOAD,
      [FIRST, policy("a", "first", [LOG]), policy("b", undefined, [allow()])],
      "deny",
      "no-rule-matched of first",
    ],
    [
      "pre-DNAT: no tier drops by default",
      IN_TO_PROCESS,
      [
        FIRST,
        policy("a", "first", [LOG], { preDNAT: true, ...FORWARD }),
        policy("b", undefined, [deny()], { preDNAT: true, ...FORWARD }),
      ],
      "deny",
      "b 1",
    ],
    [
      "pre-DNAT: Pass goes on to the next tier",
      IN_TO_PROCESS,
      [
        FIRST,
        policy("a", "first", [PASS], { preDNAT: true, ...FORWARD }),
        policy("b", undefined, [deny()], { preDNAT: true, ...FORWARD }),
      ],
      "deny",
      "b 1",
    ],
    [
      "untracked: no tier drops by default",
      IN_TO_PROCESS,
      [
        FIRST,
        policy("a", "first", [LOG], { doNotTrack: true, ...FORWARD }),
        policy("b", undefined, [deny()], { doNotTrack: true, ...FORWARD }),
      ],
      "deny",
      "b 1",
    ],
    [
      "out of a process: egress alone",
      OUT_OF_PROCESS,
      [
        FIRST,
        policy("a", "first", [], { types: ["Egress"], egress: [PASS] }),
        policy("b", undefined, [], { types: ["Egress"], egress: [deny()] }),
      ],
      "deny",
      "b 1",
    ],
  ];
  test.each(cases)("%s", (_, flow, resources, verdict, by) => {
    const workload = wep("w1", "192.168.1.10/32", { profiles: ["open"] }, {});
    const endpoints = flow === IN_TO_WORKLOAD ? [workload] : [HEP];
    const outcome = run([...endpoints, OPEN, ...resources], flow, { version: "v3.32" });
    expect([answer(outcome), decided(outcome)]).toEqual([verdict, by]);
    expect(differs([...endpoints, OPEN, ...resources], flow, "v3.32")).toBeUndefined();
  });
});

test("the way names the tiers where there is more than one", () => {
  const resources = [
    FIRST_PASSES,
    policy("a", "first", [LOG]),
    policy("b", "last", [LOG]),
    LAST,
    policy("c", undefined, [PASS]),
  ];
  const { steps, decidedBy } = run([HEP, ...resources], IN_TO_PROCESS, { version: "v3.32" });
  const words = steps.map(stepText).filter(({ subject }) => subject.startsWith("tier "));
  expect(words.map(({ subject, result, why }) => `${subject}: ${result}: ${why}`)).toEqual([
    "tier first: pass: none of its rules matched; its default action is Pass",
    "tier default: evaluated next: tier first did not decide",
    "tier last: evaluated next: tier default did not decide",
  ]);
  expect(decidedByText(decidedBy)).toContain(
    "policies of tier last select this endpoint, none of their rules matched, and the tier denies by default",
  );
});

/** What is left out of the World, and what of Tiers and their policies is said about it. */
test.each<[what: string, resources: Resource[], version: CalicoVersion, verdict: string, said: string[]]>([
  [
    "a policy of no tier",
    [policy("p", "none", [deny()])],
    "v3.32",
    "allow/allow",
    ["GlobalNetworkPolicy p is treated as missing: there is no tier `none`"],
  ],
  [
    "a tier that cannot be read",
    [tier("t", { order: "x" }), policy("p", "t", [deny()])],
    "v3.32",
    "allow/allow",
    [
      "Tier t is treated as missing: `order` must be a number",
      "GlobalNetworkPolicy p is treated as missing: there is no tier `t`",
    ],
  ],
  [
    "an unknown default action",
    [tier("t", { defaultAction: "Drop" })],
    "v3.32",
    "allow/allow",
    ["Tier t is treated as missing: `Drop` is not a default action (Deny, Pass)"],
  ],
  [
    "v3.7 has no tiers",
    [tier("t", { order: 1 }), policy("p", "t", [LOG]), policy("q", undefined, [deny()])],
    "v3.7",
    "deny",
    ["GlobalNetworkPolicy p: Calico v3.7 has no `tier` here; it is ignored"],
  ],
])("%s", (_, resources, version, verdict, said) => {
  const all = [HEP, OPEN, ...resources];
  expect(answer(run(all, IN_TO_PROCESS, { version }))).toBe(verdict);
  expect(compiled(all, version).diagnostics.map(({ message }) => message)).toEqual(said);
});

/** The profile that v3.32 has without anyone making it. */
test.each<[CalicoVersion, string, string]>([
  ["v3.32", "allow/allow", "profile projectcalico-default-allow"],
  ["v3.7", "deny", "missing-profile"],
])("%s: a host endpoint with projectcalico-default-allow", (version, verdict, by) => {
  const outcome = run([hep("h", { profiles: ["projectcalico-default-allow"] })], IN_TO_PROCESS, { version });
  expect([answer(outcome), decided(outcome)]).toEqual([verdict, by]);
});
