import { printable } from "../../model/printable.ts";
import type { NodeHop } from "../../policy/end-to-end/path-types.ts";
import { placeSuffix } from "../place-text.ts";
import type { Style } from "../style.ts";
import type { EndToEndAnswer } from "./answer.ts";
import { choicesText } from "./choices-text.ts";
import {
  betweenText,
  choiceReason,
  type Ends,
  hopResult,
  listedSteps,
  replyPlace,
  serviceText,
  throughText,
  whyText,
} from "./end-to-end-words.ts";
import { assumptionsText, endsText, packetText, pathTable, replyText, verdictText } from "./outcome-text.ts";

/**
 * An end-to-end path for people: the verdict in one line with the node that drops the packet, what decided, and what
 * happens to the reply; then the path on each node under a heading, and the assumptions.
 */
export function endToEndText(answer: EndToEndAnswer, style: Style, allSteps = false): string {
  const { choices } = answer;
  if (choices === undefined) return pathText(answer, answer, style, allSteps);
  return choicesText(choices, {
    heading: `${packetText(answer.flow)}${printable(`${serviceText(answer)}, ${betweenText(answer.outcome, answer)}`)}`,
    isOfBackends: answer.isOfBackends === true,
    reason: ({ outcome }) => choiceReason(outcome),
    path: (choice) => pathText(choice, choice, style, allSteps),
    ...{ style, allSteps },
  });
}

function pathText(
  { flow, outcome }: Pick<EndToEndAnswer, "flow" | "outcome">,
  ends: Ends,
  style: Style,
  allSteps: boolean,
): string {
  const { hops, decidedBy } = outcome;
  const verdict =
    decidedBy.kind === "not-evaluated" ? style.yellow(style.bold("UNKNOWN")) : verdictText(outcome.verdict, style);
  const indent = " ".repeat((decidedBy.kind === "not-evaluated" ? "UNKNOWN" : outcome.verdict).length + 2);
  const where = `${serviceText(ends)}, ${betweenText(outcome, ends)}, ${throughText(outcome)}`;
  return [
    `${verdict}  ${packetText(flow)}${printable(where)}\n`,
    `${indent}${printable(whyText(outcome))}${style.dim(printable(placeSuffix(decidedBy)))}\n`,
    replyText(outcome, indent, style, replyPlace(outcome)),
    ...hops.map((hop) => hopText(hop, style, allSteps)),
    assumptionsText(outcome.assumptions),
  ].join("");
}

function hopText(hop: NodeHop, style: Style, allSteps: boolean): string {
  const { node, flow, outcome, sourceNat } = hop;
  const heading = `${printable(node)}: ${hopResult(hop)}, ${endsText(flow, node, outcome.steps)}`;
  const source = sourceNat === undefined ? "" : `\n  source NAT: ${printable(sourceNat)}\n`;
  return `\n${style.bold(heading)}\n\n${pathTable(listedSteps(hop), outcome.hints, style, allSteps)}${source}`;
}
