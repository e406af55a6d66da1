import type { Mutant } from "../../analysis/mutation/mutant.ts";
import type { MutationResult, Survivor } from "../../analysis/mutation/run-mutants.ts";
import { printable } from "../../model/printable.ts";
import { connectionResult } from "../../policy/flow/every-choice.ts";
import type { Outcome } from "../../policy/outcome.ts";
import { fileAndLine } from "../place-text.ts";
import type { Style } from "../style.ts";
import { expectationOf, flowEntry } from "./flow-entry.ts";

/** Survivors that people are shown. */
const SHOWN = 50;

/** What a suite does not notice, each with a flow that would, for people. */
export function mutationText(result: MutationResult, style: Style): string {
  const { survivors, notProved, notTried } = result;
  const shown = survivors.slice(0, SHOWN);
  const rest = survivors.length - shown.length;
  return [
    ...shown.map((one) => `${survivorText(one, style)}\n`),
    rest > 0 ? `... and ${rest} more; -o json lists all\n\n` : "",
    ...notProved.map(
      ({ mutant, why }) => `${style.yellow("not proved")}  ${placeAndText(mutant)}: ${printable(why)}\n`,
    ),
    notTried.length > 0 ? `${style.yellow("not tried")}  ${notTriedText(notTried)}\n` : "",
    `${mutationSum(result)}\n`,
  ].join("");
}

/** How many mutants there are of each kind of answer. */
export function mutationSum(result: MutationResult): string {
  const { killed, equivalent, survivors, notProved, notTried } = result;
  const open = [
    ...(notProved.length > 0 ? [`, ${notProved.length} not proved`] : []),
    ...(notTried.length > 0 ? [`, ${notTried.length} not tried`] : []),
  ];
  return `mutants: ${mutantCount(result)}; ${killed.length} noticed by the tests, ${survivors.length} not noticed, ${equivalent.length} change no verdict (proved)${open.join("")}`;
}

/** How many mutants there are, tried or not. */
export function mutantCount({ killed, equivalent, survivors, notProved, notTried }: MutationResult): number {
  return [killed, equivalent, survivors, notProved, notTried].reduce((sum, list) => sum + list.length, 0);
}

function notTriedText([first, ...rest]: readonly Mutant[]): string {
  const more = rest.length === 0 ? "" : `, and the ${rest.length} after it`;
  return `${first === undefined ? "" : placeAndText(first)}${more}: the limit of the whole run is reached`;
}

function survivorText(survivor: Survivor, style: Style): string {
  return [
    `${style.red(style.bold("not noticed"))}  ${placeAndText(survivor.mutant)}\n`,
    `  ${survivorChange(survivor)}; a flow that would notice it:\n`,
    survivorFlow(survivor).replace(/.+/g, printable),
  ].join("");
}

/** What the mutant changes for its packet: `deny becomes allow on node1`. */
export function survivorChange({ packet: { node, before, after } }: Survivor): string {
  return `${connectionResult(before)} becomes ${connectionResult(after)} on ${printable(node)}`;
}

/** The flow to add, as an entry of a flow file. */
export function survivorFlow({ mutant, packet: { flow, before } }: Survivor): string {
  const { expect: _, ...packet } = flow;
  const expect = expectationOf(before);
  return flowEntry(`notices ${mutant.text}`, { ...packet, ...(expect && { expect }) });
}

function placeAndText({ span, text }: Mutant): string {
  return printable(`${span === undefined ? "(datastore)" : fileAndLine(span)}  ${text}`);
}

/** The same as data (`schemas/simulate/test-report.schema.json`). */
export function mutationData(result: MutationResult): Record<string, unknown> {
  const { killed, equivalent, survivors, notProved, notTried } = result;
  return {
    ...{ total: mutantCount(result), killed: killed.length, equivalent: equivalent.length },
    survivors: survivors.map((one) => ({
      ...mutantData(one.mutant),
      node: one.packet.node,
      flow: one.packet.flow,
      before: answerData(one.packet.before),
      after: answerData(one.packet.after),
      entry: survivorFlow(one),
    })),
    notProved: notProved.map(({ mutant, why }) => ({ ...mutantData(mutant), why })),
    ...(notTried.length > 0 && { notTried: notTried.map(mutantData) }),
  };
}

function mutantData({ kind, text, span }: Mutant): Record<string, unknown> {
  return { kind, text, ...(span && { place: fileAndLine(span) }) };
}

function answerData(outcome: Outcome): string {
  return connectionResult(outcome);
}
