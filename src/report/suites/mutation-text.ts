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
export function mutationText(
  { total, killed, equivalent, survivors, notProved }: MutationResult,
  style: Style,
): string {
  const shown = survivors.slice(0, SHOWN);
  const rest = survivors.length - shown.length;
  const open = notProved.length === 0 ? "" : `, ${notProved.length} not proved`;
  return [
    ...shown.map((one) => `${survivorText(one, style)}\n`),
    rest > 0 ? `... and ${rest} more; -o json lists all\n\n` : "",
    ...notProved.map(
      ({ mutant, why }) => `${style.yellow("not proved")}  ${placeAndText(mutant)}: ${printable(why)}\n`,
    ),
    `mutants: ${total}; ${killed} noticed by the flows, ${survivors.length} not noticed, ${equivalent} change no verdict (proved)${open}\n`,
  ].join("");
}

function survivorText({ mutant, packet }: Survivor, style: Style): string {
  const { node, before, after } = packet;
  const change = `${connectionResult(before)} becomes ${connectionResult(after)}`;
  return [
    `${style.red(style.bold("not noticed"))}  ${placeAndText(mutant)}\n`,
    `  ${change} on ${printable(node)}; a flow that would notice it:\n`,
    survivorFlow({ mutant, packet }).replace(/.+/g, printable),
  ].join("");
}

/** The flow to add, as an entry of a flow file. */
function survivorFlow({ mutant, packet: { flow, before } }: Survivor): string {
  const { expect: _, ...packet } = flow;
  const expect = expectationOf(before);
  return flowEntry(`notices ${mutant.text}`, { ...packet, ...(expect && { expect }) });
}

function placeAndText({ span, text }: Mutant): string {
  return printable(`${span === undefined ? "(datastore)" : fileAndLine(span)}  ${text}`);
}

/** The same as data (`schemas/simulate/test-report.schema.json`). */
export function mutationData({
  total,
  killed,
  equivalent,
  survivors,
  notProved,
}: MutationResult): Record<string, unknown> {
  return {
    ...{ total, killed, equivalent },
    survivors: survivors.map((one) => ({
      ...mutantData(one.mutant),
      node: one.packet.node,
      flow: one.packet.flow,
      before: answerData(one.packet.before),
      after: answerData(one.packet.after),
      entry: survivorFlow(one),
    })),
    notProved: notProved.map(({ mutant, why }) => ({ ...mutantData(mutant), why })),
  };
}

function mutantData({ kind, text, span }: Mutant): Record<string, unknown> {
  return { kind, text, ...(span && { place: fileAndLine(span) }) };
}

function answerData(outcome: Outcome): string {
  return connectionResult(outcome);
}
