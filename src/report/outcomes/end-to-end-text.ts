import { printable } from "../../model/printable.ts";
import { wordList } from "../../model/word-list.ts";
import type { NodeHop } from "../../policy/end-to-end/path-types.ts";
import { placeSuffix } from "../place-text.ts";
import type { Style } from "../style.ts";
import type { EndToEndAnswer } from "./answer.ts";
import { placeName } from "./choices.ts";
import { choicesText } from "./choices-text.ts";
import { assumptionsText, endsText, packetText, pathTable, replyText, verdictText } from "./outcome-text.ts";
import { decidedByText } from "./step-text.ts";

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

/** The ends as the question names them. */
type Ends = Pick<EndToEndAnswer, "from" | "to" | "service">;

/** What of a Service the destination is, to follow it. */
function serviceText({ service }: Ends): string {
  return service === undefined ? "" : ` (${service})`;
}

function pathText(
  { flow, outcome }: Pick<EndToEndAnswer, "flow" | "outcome">,
  ends: Ends,
  style: Style,
  allSteps: boolean,
): string {
  const { hops, decidedBy, diesAt, returnDiesAt } = outcome;
  const verdict =
    decidedBy.kind === "not-evaluated" ? style.yellow(style.bold("UNKNOWN")) : verdictText(outcome.verdict, style);
  const indent = " ".repeat((decidedBy.kind === "not-evaluated" ? "UNKNOWN" : outcome.verdict).length + 2);
  const where = diesAt === undefined ? `through ${nodesText(hops)}` : `dropped on ${hops[diesAt]?.node}`;
  return [
    `${verdict}  ${packetText(flow)}${printable(`${serviceText(ends)}, ${betweenText(outcome, ends)}, ${where}`)}\n`,
    `${indent}${printable(whyText(outcome))}${style.dim(printable(placeSuffix(decidedBy)))}\n`,
    replyText(outcome, indent, style, returnDiesAt === undefined ? "" : ` on ${hops[returnDiesAt]?.node}`),
    ...hops.map((hop) => hopText(hop, style, allSteps)),
    assumptionsText(outcome.assumptions),
  ].join("");
}

function betweenText({ from, to }: EndToEndAnswer["outcome"], ends: Ends): string {
  return `from ${ends.from ?? placeName(from)} to ${ends.to ?? placeName(to)}`;
}

/** What decided, with the node where that is not the only one. */
function whyText({ decidedBy, diesAt, hops }: EndToEndAnswer["outcome"]): string {
  const text = decidedByText(decidedBy);
  return diesAt === undefined && hops.length > 1 ? `on ${hops.at(-1)?.node} ${text}` : text;
}

/** What decided a choice, with the node where the packet or its reply is dropped. */
function choiceReason(outcome: EndToEndAnswer["outcome"]): string {
  const { hops, diesAt, returnDiesAt, decidedBy, returnDecidedBy } = outcome;
  const by = returnDiesAt === undefined ? decidedBy : (returnDecidedBy ?? decidedBy);
  const at = diesAt ?? returnDiesAt ?? hops.length - 1;
  return `on ${hops[at]?.node} ${decidedByText(by)}`;
}

function nodesText(hops: readonly NodeHop[]): string {
  const own = hops.filter(({ tunnel }) => tunnel === undefined);
  return wordList(
    own.map(({ node }) => node),
    "and",
  );
}

function hopText({ node, flow, outcome, tunnel, sourceNat }: NodeHop, style: Style, allSteps: boolean): string {
  const { decidedBy, steps, hints } = outcome;
  const result = decidedBy.kind === "not-evaluated" ? "unknown" : outcome.verdict === "allow" ? "allowed" : "denied";
  const outer = tunnel === undefined ? "" : `the ${tunnel} packet around it, `;
  const heading = `${printable(node)}: ${outer}${result}, ${endsText(flow, node, steps)}`;
  const source = sourceNat === undefined ? "" : `\n  source NAT: ${printable(sourceNat)}\n`;
  // The sentence says what the last step does, for the path.
  const shown = sourceNat === undefined ? steps : steps.filter(({ kind }) => kind !== "source-nat");
  return `\n${style.bold(heading)}\n\n${pathTable(shown, hints, style, allSteps)}${source}`;
}
