import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { compileNode } from "../../../src/policy/tables/evaluate.ts";
import { world } from "../../../src/policy/world/world.ts";
import { readScenarios, type Scenario, unlocated } from "../../conformance/flows.ts";
import { answersOfBatch } from "../../support/differential.ts";
import { FULL, sampled } from "../../support/full.ts";

const FILES = [
  { file: "flows-extra.jsonl", flows: 11_536, returns: 5_034 },
  { file: "flows-extra-v3.32.jsonl", flows: 15_875, returns: 7_259 },
  { file: "flows-handmade.jsonl", flows: 14_930, returns: 8_276 },
  { file: "flows-random.jsonl", flows: 49_480, returns: 16_791 },
  { file: "flows-selectors.jsonl", flows: 13_320, returns: 6_386 },
  { file: "flows-handmade-v3.32.jsonl", flows: 14_966, returns: 7_965 },
] as const;

/** Runs every flow of a scenario by the compiled form; `decisions` that differ from the explaining evaluator's are misses too. */
function measure(scenario: Scenario, totals: { verdicts: number; returns: number; misses: string[] }): void {
  const calico = calicoVersionRules(scenario.calico);
  if (calico === undefined) throw new Error(`no profile for ${scenario.calico}`);
  const compiled = world(scenario.resources.map(unlocated), { calico }).world;
  const node = compileNode(compiled, scenario);
  const { answers } = answersOfBatch(node, scenario.flows);
  for (const [index, flow] of scenario.flows.entries()) {
    const miss = (what: string) => totals.misses.push(`${scenario.name}[${index}] ${what}`);
    const answer = node.simulate(flow);
    const ofBatch = answers.get(flow);
    const explained = simulate(compiled, scenario, flow, { trace: false });
    if (answer.verdict === flow.verdict) totals.verdicts++;
    else miss(`verdict ${answer.verdict}`);
    if (flow.return !== undefined && answer.return === flow.return) totals.returns++;
    else if (flow.return !== undefined) miss(`return ${answer.return}`);
    if (answer.verdict !== explained.verdict || answer.return !== explained.return) miss("differs from simulate");
    const { verdict, return: reply, decidedBy } = explained;
    const wanted = { verdict, ...(reply && { return: reply }), decidedBy };
    if (ofBatch !== undefined && !isDeepStrictEqual(ofBatch, wanted)) miss(`in a batch ${JSON.stringify(ofBatch)}`);
    if (JSON.stringify(answer.decidedBy) !== JSON.stringify(explained.decidedBy)) {
      miss(`decided by ${JSON.stringify(answer.decidedBy)}, explained ${JSON.stringify(explained.decidedBy)}`);
    }
  }
}

describe("the compiled form on recorded packets", () => {
  for (const { file, flows, returns } of FILES) {
    test(file, () => {
      const scenarios = sampled(readScenarios(file), 8);
      const totals = { verdicts: 0, returns: 0, misses: [] as string[] };
      for (const scenario of scenarios) measure(scenario, totals);
      const total = scenarios.reduce((sum, scenario) => sum + scenario.flows.length, 0);
      const replies = scenarios
        .flatMap((scenario) => scenario.flows)
        .filter((flow) => flow.return !== undefined).length;
      process.stdout.write(
        `${file}, compiled form: verdicts ${totals.verdicts} of ${total}, returns ${totals.returns} of ${replies}\n`,
      );
      for (const miss of totals.misses.slice(0, 20)) process.stdout.write(`  ${miss}\n`);
      expect(totals.misses).toEqual([]);
      if (!FULL) return;
      expect(totals.verdicts).toBeGreaterThanOrEqual(flows);
      expect(totals.returns).toBeGreaterThanOrEqual(returns);
    });
  }
});
