import { describe, expect, test } from "vitest";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import { world } from "../../../src/policy/world/world.ts";
import { readScenarios, unlocated } from "../../conformance/flows.ts";
import { sampled } from "../../support/full.ts";
import { FlowComparison } from "./flow-ways.ts";

const FILES = [
  "flows-extra.jsonl",
  "flows-extra-v3.32.jsonl",
  "flows-handmade.jsonl",
  "flows-random.jsonl",
  "flows-selectors.jsonl",
  "flows-handmade-v3.32.jsonl",
] as const;

describe("the sets of all packets of a way have each recorded packet where `simulate` has it", () => {
  for (const file of FILES) {
    test(file, () => {
      const compared = new FlowComparison();
      const scenarios = sampled(readScenarios(file), 32);
      for (const scenario of scenarios) {
        const calico = calicoVersionRules(scenario.calico) ?? expect.unreachable();
        const compiled = world(scenario.resources.map(unlocated), { calico }).world;
        compared.compare(scenario.name, compiled, scenario, scenario.flows);
      }
      const { flows, ways, notAnalysed } = compared.counts;
      process.stdout.write(`${file}, sets: ${flows} packets on ${ways} ways, ${JSON.stringify([...notAnalysed])}\n`);
      for (const miss of compared.misses.slice(0, 20)) process.stdout.write(`  ${miss}\n`);
      expect(compared.misses).toEqual([]);
    });
  }
});
