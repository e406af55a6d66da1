import type { Flow, FlowFile } from "../../src/model/flow.ts";
import { calicoVersionRules } from "../../src/model/kinds/version.ts";
import type { Located, Resource } from "../../src/model/resource.ts";
import { simulate } from "../../src/policy/simulate.ts";
import { world } from "../../src/policy/world/world.ts";
import { type Recording, recordedLines } from "./corpus.ts";

/** A recorded flow: what went in, and what the node did. */
export type RecordedFlow = Flow & {
  readonly verdict: "allow" | "deny";
  readonly return?: "allow" | "deny";
  readonly dropStage?: string;
  readonly returnDropStage?: string;
  readonly felixBug?: string;
};

/** One recorded scenario, a line of a `flows-*.jsonl`. */
export interface Scenario extends FlowFile {
  readonly name: string;
  readonly calico: string;
  /** What the scenario is about (`tunnels`), in the later recordings. */
  readonly area?: string;
  readonly node: string;
  readonly resources: readonly Resource[];
  readonly flows: readonly RecordedFlow[];
}

/** Agreement on one kind of answer. */
export interface Score {
  agreed: number;
  of: number;
}

/** What a run over one file found; `misses` name scenario, flow index and what differs. */
export interface Agreement {
  readonly verdicts: Score;
  readonly returns: Score;
  readonly dropStages: Score;
  readonly bugs: Score;
  readonly misses: string[];
}

/** Returns the scenarios of a recording of packets. */
export function readScenarios(file: Recording): Scenario[] {
  return recordedLines<Scenario>(file);
}

/** A resource that came from no file. */
export function unlocated(resource: Resource): Located {
  return { resource, locate: () => undefined };
}

/** Runs every flow of every scenario and compares. */
export function measure(scenarios: readonly Scenario[]): Agreement {
  const agreement: Agreement = {
    verdicts: { agreed: 0, of: 0 },
    returns: { agreed: 0, of: 0 },
    dropStages: { agreed: 0, of: 0 },
    bugs: { agreed: 0, of: 0 },
    misses: [],
  };
  for (const scenario of scenarios) measureScenario(scenario, agreement);
  return agreement;
}

function measureScenario(scenario: Scenario, { verdicts, returns, dropStages, bugs, misses }: Agreement): void {
  const calico = calicoVersionRules(scenario.calico);
  if (calico === undefined) throw new Error(`no profile for ${scenario.calico}`);
  const compiled = world(scenario.resources.map(unlocated), { calico });
  for (const [index, flow] of scenario.flows.entries()) {
    const outcome = simulate(compiled.world, scenario, flow, { trace: false });
    const compare = (what: string, score: Score, actual: unknown, recorded: unknown) => {
      if (recorded === undefined) return;
      score.of++;
      if (actual === recorded) score.agreed++;
      else misses.push(`${scenario.name}[${index}] ${what}: recorded ${recorded}, computed ${actual}`);
    };
    compare("verdict", verdicts, outcome.verdict, flow.verdict);
    compare("return", returns, outcome.return, flow.return);
    compare("dropStage", dropStages, outcome.dropStage, flow.dropStage);
    compare("returnDropStage", dropStages, outcome.returnDropStage, flow.returnDropStage);
    const warned = outcome.diagnostics.find(({ code }) => code === "felix.match-block");
    const meant = flow.verdict === "allow" ? "deny" : "allow";
    if (flow.felixBug) compare("meant verdict", bugs, warned?.message.includes(`as meant is ${meant}`), true);
  }
}
