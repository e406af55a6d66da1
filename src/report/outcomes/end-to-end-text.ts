import { printable } from "../../model/printable.ts";
import { wordList } from "../../model/word-list.ts";
import type { Place } from "../../policy/end-to-end/endpoint-places.ts";
import type { NodeHop } from "../../policy/end-to-end/path-types.ts";
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
  const { from, to, hops, decidedBy, diesAt, returnDiesAt } = outcome;
  const verdict =
    decidedBy.kind === "not-evaluated" ? style.yellow(style.bold("UNKNOWN")) : verdictText(outcome.verdict, style);
  const indent = " ".repeat((decidedBy.kind === "not-evaluated" ? "UNKNOWN" : outcome.verdict).length + 2);
  const where = diesAt === undefined ? `through ${nodesText(hops)}` : `dropped on ${hops[diesAt]?.node}`;
  const last = hops.at(-1)?.node;
  const why =
    diesAt === undefined && hops.length > 1 ? `on ${last} ${decidedByText(decidedBy)}` : decidedByText(decidedBy);
  return [
    `${verdict}  ${packetText(flow)}, ${printable(`from ${placeName(from)} to ${placeName(to)}, ${where}`)}\n`,
    `${indent}${printable(why)}${style.dim(printable(placeSuffix(decidedBy)))}\n`,
    replyText(outcome, indent, style, returnDiesAt === undefined ? "" : ` on ${hops[returnDiesAt]?.node}`),
    ...hops.map((hop) => hopText(hop, style, allSteps)),
    assumptionsText(outcome.assumptions),
  ].join("");
}

function nodesText(hops: readonly NodeHop[]): string {
  const own = hops.filter(({ tunnel }) => tunnel === undefined);
  return wordList(
    own.map(({ node }) => node),
    "and",
  );
}

function placeName({ kind, name, node }: Place): string {
  if (kind === "outside") return "outside the cluster";
  return kind === "workload" ? `workload ${name}` : name === node ? name : `${name} (${node})`;
}

function hopText({ node, flow, outcome, tunnel, sourceNat }: NodeHop, style: Style, allSteps: boolean): string {
  const { decidedBy, steps, hints } = outcome;
  const result = decidedBy.kind === "not-evaluated" ? "unknown" : outcome.verdict === "allow" ? "allowed" : "denied";
  const outer = tunnel === undefined ? "" : `the ${tunnel} packet around it, `;
  const heading = `${printable(node)}: ${outer}${result}, ${endsText(flow, node, steps)}`;
  const source = sourceNat === undefined ? "" : `\n  source NAT: ${printable(sourceNat)}\n`;
  return `\n${style.bold(heading)}\n\n${pathTable(steps, hints, style, allSteps)}${source}`;
}
