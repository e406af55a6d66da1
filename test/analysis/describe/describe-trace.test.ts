import { expect, test } from "vitest";
import { describer } from "../../../src/analysis/describe/describe.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import { displayId, type Resource, resourceId } from "../../../src/model/resource.ts";
import { policyName } from "../../../src/policy/names.ts";
import type { Step, Where } from "../../../src/policy/outcome.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { world } from "../../../src/policy/world/world.ts";
import { readScenarios, type Scenario, unlocated } from "../../conformance/flows.ts";
import { sampled } from "../../support/full.ts";

/** One line of the table of policies that `describe` prints of an endpoint. */
interface Row {
  readonly stage: string;
  readonly direction: string;
  readonly tier?: string;
  readonly policy: string;
}

/** A passage of a packet through the policies of a stage, as the trace has it. */
interface Passage {
  readonly where: Where;
  /** How many policies the stage has there. */
  readonly count: number;
  /** Those of which a rule was looked at, or that have none, in order; each once. */
  readonly considered: readonly string[];
  /** Whether no rule decided or passed on: then all were considered, of the tiers up to `last`. */
  readonly isWhole: boolean;
  /** The tier at whose end the packet was denied; absent: it was not. */
  readonly last?: string;
}

const nameOf = (step: Step): string | undefined =>
  (step.kind === "rule-missed" || step.kind === "rule-matched" || step.kind === "no-rules") && "policy" in step
    ? policyName(step.policy)
    : undefined;

function passagesOf(steps: readonly Step[]): readonly Passage[] {
  return steps.flatMap((step, index): Passage[] => {
    if (step.kind !== "stage") return [];
    const end = steps.findIndex((one, at) => at > index && one.kind === "stage");
    const own = steps.slice(index + 1, end === -1 ? undefined : end);
    const names = own.flatMap((one) => nameOf(one) ?? []);
    const isWhole = !own.some((one) => one.kind === "rule-matched" && one.action !== "Log");
    const last = own.flatMap((one) => (one.kind === "default" ? [one.tier ?? "default"] : []))[0];
    const { stage, direction, endpoint, policies: count } = step;
    return [
      {
        where: { stage, direction, endpoint },
        count,
        considered: [...new Set(names)],
        isWhole,
        ...(last !== undefined && { last }),
      },
    ];
  });
}

/** What is wrong with a passage by the rows of its stage: of each tier the first policies are considered, in order. */
function faults({ count, considered, isWhole, last }: Passage, rows: readonly Row[]): readonly string[] {
  const listed = rows.map(({ policy }) => policy);
  const tiers = [...new Set(rows.map(({ tier = "default" }) => tier))];
  const open = last === undefined || !tiers.includes(last) ? tiers : tiers.slice(0, tiers.indexOf(last) + 1);
  const met = rows.filter(({ tier = "default" }) => open.includes(tier));
  const reached = tiers.flatMap((tier) => {
    const own = rows.filter((row) => (row.tier ?? "default") === tier).map(({ policy }) => policy);
    const some = considered.filter((policy) => own.includes(policy));
    return own.slice(0, some.length);
  });
  return [
    ...(count === listed.length ? [] : [`${count} policies, ${listed.length} are listed`]),
    ...(JSON.stringify(reached) === JSON.stringify(considered) ? [] : [`considers ${considered}, lists ${listed}`]),
    ...(!isWhole || considered.length === met.length ? [] : [`only ${considered} of ${listed}`]),
  ];
}

/** The rows of each endpoint of a scenario, by its kind and name. */
function rowsOf(scenario: Scenario, compiled: ReturnType<typeof world>["world"]): (where: Where) => readonly Row[] {
  const describe = describer({ world: compiled, findings: new Map(), factsOf: () => undefined });
  const byId = new Map(scenario.resources.map((one) => [displayId(resourceId(one)), one]));
  const known = new Map<Resource, readonly Row[]>();
  return ({ endpoint: { kind, name, namespace }, stage, direction }) => {
    const id = displayId({ kind, name, ...(namespace !== undefined && { namespace }) } as Parameters<
      typeof displayId
    >[0]);
    const resource = byId.get(id);
    if (resource === undefined) throw new Error(`no ${id}`);
    const rows = known.get(resource) ?? policiesIn(describe(resource));
    known.set(resource, rows);
    return rows.filter((row) => row.stage === stage && row.direction === direction);
  };
}

function policiesIn({ tables }: ReturnType<ReturnType<typeof describer>>): readonly Row[] {
  return (tables.find(({ key }) => key === "policies")?.rows ?? []) as unknown as readonly Row[];
}

test.each([
  "flows-handmade.jsonl",
  "flows-handmade-v3.32.jsonl",
  "flows-random.jsonl",
  "flows-extra-v3.32.jsonl",
] as const)("%s: the policies that describe lists are those that packets meet, in that order", (file) => {
  const wrong: string[] = [];
  const counts = { passages: 0, policies: 0, whole: 0 };
  for (const scenario of sampled(readScenarios(file), 8)) {
    const calico = calicoVersionRules(scenario.calico);
    if (calico === undefined) throw new Error(`no rules of ${scenario.calico}`);
    const compiled = world(scenario.resources.map(unlocated), { calico }).world;
    const rows = rowsOf(scenario, compiled);
    for (const flow of scenario.flows) {
      const { steps, returnSteps = [] } = simulate(compiled, scenario, flow);
      for (const passage of [...passagesOf(steps), ...passagesOf(returnSteps)]) {
        counts.passages++;
        counts.policies += passage.considered.length;
        if (passage.isWhole && passage.count > 0) counts.whole++;
        const own = faults(passage, rows(passage.where));
        wrong.push(
          ...own.map((fault) => `${scenario.name}: ${passage.where.stage} ${passage.where.direction}: ${fault}`),
        );
      }
    }
  }
  process.stdout.write(
    `${file}: ${counts.passages} stages, ${counts.policies} policies met, ${counts.whole} stages whole\n`,
  );
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(counts.whole).toBeGreaterThan(50);
});

test("a policy at another place, or one that is not listed, would be found", () => {
  const row = (policy: string, tier = "default"): Row => ({ stage: "normal", direction: "ingress", tier, policy });
  const passage = (considered: readonly string[], count: number, isWhole: boolean): Passage =>
    ({ where: {} as Where, considered, count, isWhole }) satisfies Passage;
  const rows = [row("a", "t"), row("b", "t"), row("c")];
  expect(faults(passage(["a", "c"], 3, false), rows)).toEqual([]);
  expect(faults(passage(["b", "c"], 3, false), rows)).toHaveLength(1);
  expect(faults(passage(["c", "a"], 3, false), rows)).toHaveLength(1);
  expect(faults(passage(["a", "d"], 3, false), rows)).toHaveLength(1);
  expect(faults(passage(["a", "b"], 3, true), rows)).toHaveLength(1);
  expect(faults(passage(["a", "b", "c"], 4, true), rows)).toHaveLength(1);
});
