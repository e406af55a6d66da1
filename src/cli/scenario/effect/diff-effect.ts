import { addressNames } from "../../../analysis/address-names.ts";
import type { Effect } from "../../../analysis/effect/effect.ts";
import { endpointSelector } from "../../../analysis/effect/endpoint-selectors.ts";
import { SharedBudget } from "../../../analysis/sets/budget.ts";
import { goYaml } from "../../../manifest/yaml/writer/go-yaml.ts";
import { hasErrors } from "../../../model/diagnostic.ts";
import { printable } from "../../../model/printable.ts";
import { effectData } from "../../../report/effect/effect-data.ts";
import { effectFindings } from "../../../report/effect/effect-findings.ts";
import { effectMarkdown } from "../../../report/effect/effect-markdown.ts";
import { effectText, notProvedText } from "../../../report/effect/effect-text.ts";
import type { AddressNames } from "../../../report/effect/place-names.ts";
import { github } from "../../../report/findings/github.ts";
import { goJson } from "../../../report/json.ts";
import { fileAndLine } from "../../../report/place-text.ts";
import { type ChangedResource, changedResources, withoutEffect } from "../../../scenario/effect/changed-resources.ts";
import {
  EFFECT_BUDGET,
  type EffectQuestion,
  effectOfQuestion,
  effectSides,
} from "../../../scenario/effect/effect-question.ts";
import { leftOutOf, type Scenario } from "../../../scenario/scenario.ts";
import type { CommandContext } from "../../shell/context.ts";
import { printDiagnostics, styleFor } from "../../shell/io/print-diagnostics.ts";
import { openScenario, printRefusal, type ScenarioOptions } from "../open-scenario.ts";

/** The forms in which an effect is written. */
export const EFFECT_OUTPUTS = ["text", "json", "yaml", "github", "markdown", "html"] as const;

/** What `diff --effect` compares, and how it writes the answer. */
export interface DiffEffectOptions {
  readonly scenario: ScenarioOptions;
  readonly question: EffectQuestion;
  readonly output: (typeof EFFECT_OUTPUTS)[number];
}

/** 0 nothing changes, which is proved; 1 something does; 2 there is no answer; 3 not all of it was proved. */
const EXIT = { same: 0, different: 1, trouble: 2, notProved: 3 } as const;

/** `diff --effect`: the packets that a change decides differently. Returns the exit code. */
export async function diffEffect(
  { scenario: of, question, output }: DiffEffectOptions,
  context: CommandContext,
): Promise<number> {
  const { io } = context;
  const opened = await openScenario(of, context);
  if (!opened.ok) {
    printRefusal(opened.refusal, io);
    return EXIT.trouble;
  }
  const { scenario } = opened;
  printDiagnostics(scenario.diagnostics, scenario.sources, io);
  const previous = scenario.previous?.();
  if (previous === undefined) return EXIT.trouble;
  const sides = effectSides(scenario, previous, question);
  const budget = new SharedBudget(EFFECT_BUDGET);
  const effect = effectOfQuestion(sides, question, budget);
  const changed = changedResources(previous.resources, scenario.resources, scenario.world.calico);
  const { resources, compile } = scenario;
  const idle = question.deciders ? [] : withoutEffect(changed, sides.after, { resources, compile, budget });
  const summary = summaryText(changed, idle);
  await print(effect, summary, scenario, output, context);
  if (hasErrors(scenario.diagnostics)) return EXIT.trouble;
  if (effect.notProved.length > 0) return EXIT.notProved;
  return effect.groups.length > 0 ? EXIT.different : EXIT.same;
}

async function print(
  effect: Effect,
  summary: string,
  scenario: Scenario,
  output: DiffEffectOptions["output"],
  { io }: CommandContext,
): Promise<void> {
  const namesOf = addressNames(scenario.world);
  const names: AddressNames = (side, region, family) => namesOf(family, region[side] ?? []);
  switch (output) {
    case "json":
    case "yaml": {
      const data = { ...effectData(effect), ...leftOutOf(scenario) };
      io.stdout.writeData(output === "json" ? goJson(data) : goYaml(data));
      return;
    }
    case "github":
      io.stdout.writeData(github(effectFindings(effect, names)));
      return;
    case "markdown":
      io.stdout.writeData(effectMarkdown(effect, names));
      return;
    case "html": {
      const { effectHtml } = await import("../../../report/effect/effect-html.ts");
      io.stdout.writeData(effectHtml(effect, names));
      return;
    }
    case "text": {
      const selectors = endpointSelector.bind(undefined, scenario.world);
      const text = effectText(effect, { style: styleFor(io.stdout), names, selectors });
      io.stdout.write(text);
      for (const assumption of effect.assumptions) io.stderr.write(`${printable(`assumed: ${assumption}`)}\n`);
      io.stderr.write(notProvedText(effect.notProved));
      if (effect.groups.length === 0 && effect.notProved.length === 0)
        io.stderr.write("no packet of a new connection is decided differently: proved for all\n");
      io.stderr.write(summary);
    }
  }
}

/** How many resources changed, and which of them change nothing. */
function summaryText(changed: readonly ChangedResource[], idle: readonly ChangedResource[] | undefined): string {
  if (changed.length === 0) return "";
  const count = `${changed.length} resource${changed.length === 1 ? "" : "s"} changed`;
  if (idle === undefined || idle.length === 0) return `${count}\n`;
  const place = ({ name, after }: ChangedResource) => {
    const span = after?.locate([]);
    return span === undefined ? name : fileAndLine(span);
  };
  const places = idle.slice(0, 5).map(place).join(", ");
  const rest = idle.length > 5 ? ` +${idle.length - 5}` : "";
  const which =
    idle.length === changed.length && idle.length === 1 ? "without effect" : `${idle.length} of them without effect`;
  return printable(`${count}, ${which} (${places}${rest}): lint reports why`).concat("\n");
}
