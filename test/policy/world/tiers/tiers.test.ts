import { describe, expect, test } from "vitest";
import type { CalicoVersion } from "../../../../src/model/kinds/version.ts";
import type { Resource } from "../../../../src/model/resource.ts";
import { allow, answer, compiled, deny, differs, gnp, hep, IN_TO_PROCESS, run, tcpTo, tier } from "../../support.ts";
import { decided, FIRST, FIRST_PASSES, HEP, LAST, LAST_PASSES, LOG, OPEN, PASS, policy } from "./tiered.ts";

describe("a packet to a process", () => {
  test.each<[what: string, resources: Resource[], verdict: string, by: string]>([
    [
      "a tier is evaluated before `default`",
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
      "a later tier is not evaluated",
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
    ["a tier without policies is not evaluated", [FIRST, policy("b", undefined, [allow()])], "allow/allow", "b 1"],
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
      "tiers of one order are evaluated by name",
      [tier("b", { order: 5 }), tier("a", { order: 5 }), policy("p", "b", [deny()]), policy("q", "a", [allow()])],
      "allow/allow",
      "q 1",
    ],
    [
      "a tier without order ties with the tier default, by name: before it",
      [tier("a", {}), policy("p", "a", [deny()]), policy("q", undefined, [allow()])],
      "deny",
      "p 1",
    ],
    [
      "or after it",
      [tier("z", {}), policy("p", "z", [deny()]), policy("q", undefined, [allow()])],
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
      "the default tier may pass by default",
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

/** Tiers and policies that are left out of the World, and their diagnostics. */
test.each<[what: string, resources: Resource[], version: CalicoVersion, verdict: string, messages: string[]]>([
  [
    "a policy of no tier",
    [policy("p", "none", [deny()])],
    "v3.32",
    "allow/allow",
    ["GlobalNetworkPolicy p is treated as missing: tier `none` does not exist"],
  ],
  [
    "a tier that cannot be read",
    [tier("t", { order: "x" }), policy("p", "t", [deny()])],
    "v3.32",
    "allow/allow",
    [
      "Tier t is treated as missing: `order` must be a number",
      "GlobalNetworkPolicy p is treated as missing: tier `t` does not exist",
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
])("%s", (_, resources, version, verdict, messages) => {
  const all = [HEP, OPEN, ...resources];
  expect(answer(run(all, IN_TO_PROCESS, { version }))).toBe(verdict);
  expect(compiled(all, version).diagnostics.map(({ message }) => message)).toEqual(messages);
});

/** The profile that v3.32 has without anyone making it. */
test.each<[CalicoVersion, string, string]>([
  ["v3.32", "allow/allow", "profile projectcalico-default-allow"],
  ["v3.7", "deny", "missing-profile"],
])("%s: a host endpoint with projectcalico-default-allow", (version, verdict, by) => {
  const outcome = run([hep("h", { profiles: ["projectcalico-default-allow"] })], IN_TO_PROCESS, { version });
  expect([answer(outcome), decided(outcome)]).toEqual([verdict, by]);
});
