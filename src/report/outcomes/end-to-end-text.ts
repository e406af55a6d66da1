import { printable } from "../../model/printable.ts";
import { wordList } from "../../model/word-list.ts";
import type { Leg } from "../../policy/end-to-end/end-to-end-path.ts";
import type { Place } from "../../policy/end-to-end/endpoint-places.ts";
import { placeSuffix } from "../place-text.ts";
import type { Style } from "../style.ts";
import type { EndToEndAnswer } from "./answer.ts";
import { assumptionsText, endsText, packetText, pathTable, replyText, verdictText } from "./outcome-text.ts";
import { decidedByText } from "./step-text.ts";

/**
 * An end-to-end path for people: the verdict in one line with the node that drops the packet, what decided, and what
 * happens to the reply; then the path on each node under a heading, and the assumptions.
 */
export function endToEndText({ flow, outcome }: EndToEndAnswer, style: Style, allSteps = false): string {
  const { from, to, legs, decidedBy, diesAt, returnDiesAt } = outcome;
  const verdict =
    decidedBy.kind === "not-evaluated" ? style.yellow(style.bold("UNKNOWN")) : verdictText(outcome.verdict, style);
  const indent = " ".repeat((decidedBy.kind === "not-evaluated" ? "UNKNOWN" : outcome.verdict).length + 2);
  const where = diesAt === undefined ? `through ${nodesText(legs)}` : `dropped on ${legs[diesAt]?.node}`;
  const last = legs.at(-1)?.node;
  const why =
    diesAt === undefined && legs.length > 1 ? `on ${last} ${decidedByText(decidedBy)}` : decidedByText(decidedBy);
  return [
    `${verdict}  ${packetText(flow)}, ${printable(`from ${placeName(from)} to ${placeName(to)}, ${where}`)}\n`,
    `${indent}${printable(why)}${style.dim(printable(placeSuffix(decidedBy)))}\n`,
    replyText(outcome, indent, style, returnDiesAt === undefined ? "" : ` on ${legs[returnDiesAt]?.node}`),
    ...legs.map((leg) => legText(leg, style, allSteps)),
    assumptionsText(outcome.assumptions),
  ].join("");
}

function nodesText(legs: readonly Leg[]): string {
  return wordList(
    legs.map(({ node }) => node),
    "and",
  );
}

function placeName({ kind, name, node }: Place): string {
  if (kind === "outside") return "outside the cluster";
  return kind === "workload" ? `workload ${name}` : name === node ? name : `${name} (${node})`;
}

function legText({ node, flow, outcome }: Leg, style: Style, allSteps: boolean): string {
  const { decidedBy, steps, hints } = outcome;
  const result = decidedBy.kind === "not-evaluated" ? "unknown" : outcome.verdict === "allow" ? "allowed" : "denied";
  const heading = `${printable(node)}: ${result}, ${endsText(flow, node, steps)}`;
  return `\n${style.bold(heading)}\n\n${pathTable(steps, hints, style, allSteps)}`;
}
