import { describe, expect, test } from "vitest";
import type { Flow } from "../../../../src/model/flow.ts";
import type { Resource } from "../../../../src/model/resource.ts";
import { decidedByText, stepText } from "../../../../src/report/outcomes/step-text.ts";
import {
  allow,
  answer,
  deny,
  differs,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  OUT_OF_PROCESS,
  run,
  THROUGH,
  wep,
} from "../../support.ts";
import { decided, FIRST, FIRST_PASSES, HEP, LAST, LAST_PASSES, LOG, OPEN, PASS, policy } from "./tiered.ts";

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
