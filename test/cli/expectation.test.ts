import { expect, test } from "vitest";
import { unmetExpectation } from "../../src/cli/expectation.ts";
import type { DecidedBy, Outcome } from "../../src/policy/outcome.ts";

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

const outcome = (decidedBy: DecidedBy): Outcome => ({
  verdict: "allow",
  decidedBy,
  steps: [],
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
