import { expect, test } from "vitest";
import type { Mutant } from "../../../src/analysis/mutation/mutant.ts";
import { mutantsOf } from "../../../src/analysis/mutation/mutants.ts";
import type { SuiteCheck } from "../../../src/analysis/mutation/run-mutants.ts";
import { DEFAULT_BUDGET } from "../../../src/analysis/sets/budget.ts";
import type { Flow } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { allow, deny, gnp, hep, IN_TO_PROCESS, THROUGH, tcpTo, unlocated, worldOf } from "../../policy/support.ts";
import { mutated } from "./mutated.ts";

const ingress = (name: string, order: number, ...rules: readonly Readonly<Record<string, unknown>>[]): Resource =>
  gnp(name, { selector: "all()", order, types: ["Ingress"], ingress: rules });
const flagged = (flags: Readonly<Record<string, unknown>>, ...rules: readonly Readonly<Record<string, unknown>>[]) =>
  gnp("p", { selector: "all()", applyOnForward: true, types: ["Ingress"], ingress: rules, ...flags });
const into = (dstPort: number): Flow => ({ ...IN_TO_PROCESS, dstPort });
const through = (dstPort: number): Flow => ({ ...THROUGH, dstPort });

/** A mistake of each kind, the policies in which it is made, a flow that notices it, and one that does not. */
test.each<[string, string, readonly Resource[], Flow, Flow]>([
  [
    "action-flipped",
    "policy web, ingress rule 1: Deny instead of Allow",
    [ingress("web", 1, allow(tcpTo(80)))],
    into(80),
    into(9),
  ],
  [
    "action-flipped",
    "policy web, ingress rule 1: Allow instead of Deny",
    [ingress("web", 1, deny(tcpTo(81)), allow())],
    into(81),
    into(80),
  ],
  ["rule-dropped", "policy web, ingress rule 1: left out", [ingress("web", 1, allow(tcpTo(80)))], into(80), into(9)],
  [
    "rules-swapped",
    "policy web, ingress rule 1: after rule 2",
    [ingress("web", 1, allow(tcpTo(80)), deny(tcpTo("80:81")))],
    into(80),
    into(81),
  ],
  [
    "orders-swapped",
    "policies a and b: with their orders swapped",
    [ingress("a", 1, allow(tcpTo(80))), ingress("b", 2, deny())],
    into(80),
    into(9),
  ],
  [
    "policy-dropped",
    "policy a: left out",
    [ingress("a", 1, deny(tcpTo(80))), ingress("b", 2, allow())],
    into(80),
    into(9),
  ],
  [
    "flag-dropped",
    "policy p: without applyOnForward",
    [flagged({}, deny(tcpTo(80)), allow())],
    through(80),
    through(9),
  ],
  ["flag-dropped", "policy p: without preDNAT", [flagged({ preDNAT: true }, deny(tcpTo(80)))], through(9), through(80)],
  [
    "flag-dropped",
    "policy p: without doNotTrack",
    [flagged({ doNotTrack: true }, allow(tcpTo(80)))],
    through(9),
    through(80),
  ],
])("%s: %s", (kind, text, policies, noticing, blind) => {
  const resources = [hep("h"), ...policies];
  const noticed = mutated(resources, [noticing]);
  expect(noticed.killed).toContainEqual(expect.objectContaining({ kind, text }));
  expect(noticed.survivors.map(({ mutant }) => mutant.text)).not.toContain(text);
  const missed = mutated(resources, [blind]);
  expect(missed.killed.map((one) => one.text)).not.toContain(text);
  expect(missed.survivors.map(({ mutant }) => mutant)).toContainEqual(expect.objectContaining({ kind, text }));
});

const RESOURCES = [hep("h"), ingress("web", 1, allow(tcpTo(80)), deny(tcpTo(80)), allow(tcpTo(81)))];
const MUTANTS = mutantsOf(worldOf(RESOURCES), RESOURCES.map(unlocated));
const texts = (of: readonly Mutant[]) => of.map(({ text }) => text);

test("an assertion that is not proved notices nothing, and is named; what changes nothing is still proved to", () => {
  const open: SuiteCheck = { holds: () => ({ is: "not-proved", why: "whether forbid 1 would notice it" }) };
  const without = mutated(RESOURCES, [into(80)]);
  const result = mutated(RESOURCES, [into(80)], { assertions: [open] });
  expect(texts(result.killed)).toEqual(texts(without.killed));
  expect(texts(result.equivalent)).toEqual(texts(without.equivalent));
  expect(without.equivalent.length).toBeGreaterThan(0);
  expect(result.survivors).toEqual([]);
  expect(without.survivors.length).toBeGreaterThan(0);
  expect(result.notProved.map(({ mutant, why }) => [mutant.text, why])).toEqual(
    without.survivors.map(({ mutant }) => [mutant.text, "whether forbid 1 would notice it"]),
  );
});

test.each([0, 15, 200, 2000])(
  "a run of %d steps says which mutants it has not tried, and counts none of them",
  (steps) => {
    const { killed, equivalent, survivors, notProved, notTried } = mutated(RESOURCES, [into(80)], {
      budget: { ...DEFAULT_BUDGET, steps },
    });
    const tried = [...killed, ...equivalent, ...[...survivors, ...notProved].map(({ mutant }) => mutant)];
    expect(texts(notTried)).toEqual(texts(MUTANTS.slice(tried.length)));
    expect(texts(tried).sort()).toEqual(texts(MUTANTS.slice(0, tried.length)).sort());
    expect(notTried.length > 0).toBe(steps < 2000);
    const whole = mutated(RESOURCES, [into(80)]);
    for (const one of texts(killed)) expect(texts(whole.killed)).toContain(one);
    for (const one of texts(equivalent)) expect(texts(whole.equivalent)).toContain(one);
  },
);
