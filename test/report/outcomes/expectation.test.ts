import { describe, expect, test } from "vitest";
import type { DecidedBy, Outcome, PolicyStage, Step } from "../../../src/policy/outcome.ts";
import { unmetExpectation } from "../../../src/report/outcomes/expectation.ts";

const endpoint = { kind: "HostEndpoint", name: "e", node: "n", interface: "eth0" } as const;
const where = { stage: "normal", direction: "ingress", endpoint } as const;
const byRule: DecidedBy = {
  kind: "rule",
  action: "Allow",
  ...where,
  rule: 2,
  policy: { kind: "GlobalNetworkPolicy", name: "p" },
};
const byNamespaced: DecidedBy = { ...byRule, policy: { kind: "NetworkPolicy", namespace: "ns", name: "p" } };
const byProfile: DecidedBy = { kind: "rule", action: "Allow", ...where, rule: 1, profile: "prof" };
const byDefault: DecidedBy = { kind: "default", reason: "no-rule-matched", ...where };

const allowedBy = (by: DecidedBy, stage: PolicyStage = "pre-DNAT"): Step =>
  ({ ...by, kind: "rule-matched", stage, action: "Allow", matched: [] }) as Step;
const outcome = (decidedBy: DecidedBy, steps: readonly Step[] = []): Outcome => ({
  verdict: "allow",
  decidedBy,
  steps,
  assumptions: [],
  hints: [],
  diagnostics: [],
});

test.each([
  [undefined, byRule, undefined],
  ["allow", byRule, undefined],
  ["deny", byRule, "expected deny, got allow"],
  ["deny", { kind: "not-evaluated" }, "the flow could not be evaluated"],
  [{ verdict: "allow", policy: "p", rule: 2 }, byRule, undefined],
  [{ verdict: "allow", policy: "q" }, byRule, "expected policy q to decide, it was p"],
  [{ verdict: "allow", policy: "ns/p" }, byNamespaced, undefined],
  [{ verdict: "allow", policy: "prof", rule: 1 }, byProfile, undefined],
  [{ verdict: "allow", rule: 1 }, byRule, "expected rule 1 to decide, it was rule 2"],
  [{ verdict: "allow", policy: "p" }, byDefault, "expected policy p to decide, it was no policy"],
  [{ verdict: "allow", rule: 1 }, byDefault, "expected rule 1 to decide, it was no rule"],
  [{ verdict: "deny", policy: "p" }, byRule, "expected deny, got allow"],
] as const)("%j", (expected, decidedBy, unmet) => {
  expect(unmetExpectation(expected, outcome(decidedBy))).toBe(unmet);
});

/** A packet that pre-DNAT policy `p` and profile `prof` let on, and `ns/p` decides about. */
describe("what allows a packet on its way", () => {
  const missed = { ...allowedBy(byRule), kind: "rule-missed", rule: 9, miss: {} } as unknown as Step;
  const denied = { ...allowedBy({ ...byRule, policy: { ...byRule.policy, name: "d" } }), action: "Deny" } as Step;
  const steps = [
    missed,
    allowedBy(byRule),
    allowedBy(byProfile, "forward"),
    denied,
    allowedBy(byNamespaced, "workload"),
  ];
  const lost = (name: string) => `expected policy ${name} to allow it on its way, and it did not`;
  test.each([
    [{ verdict: "allow", via: "p" }, undefined],
    [{ verdict: "allow", via: ["p", "prof", "ns/p"] }, undefined],
    [{ verdict: "allow", via: [] }, undefined],
    [{ verdict: "allow", policy: "ns/p", rule: 2, via: "p" }, undefined],
    [{ verdict: "allow", via: "q" }, lost("q")],
    [{ verdict: "allow", via: ["p", "ns/q"] }, lost("ns/q")],
    [{ verdict: "allow", via: "d" }, lost("d")],
    [{ verdict: "deny", via: "p" }, "expected deny, got allow"],
    [{ verdict: "allow", policy: "q", via: "q" }, "expected policy q to decide, it was ns/p"],
    [
      { verdict: "allow", policy: "p" },
      "expected policy p to decide, it was ns/p; p allowed it before, at pre-DNAT: write `via: p`",
    ],
    [
      { verdict: "allow", policy: "prof" },
      "expected policy prof to decide, it was ns/p; prof allowed it before, at forward ingress: write `via: prof`",
    ],
    [{ verdict: "allow", policy: "d" }, "expected policy d to decide, it was ns/p"],
  ] as const)("%j", (expected, unmet) => {
    expect(unmetExpectation(expected, outcome(byNamespaced, steps))).toBe(unmet);
  });
});
