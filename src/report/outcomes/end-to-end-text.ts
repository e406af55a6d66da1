import { printable } from "../../model/printable.ts";
import { wordList } from "../../model/word-list.ts";
import type { NodeHop } from "../../policy/end-to-end/path-types.ts";
import { placeSuffix } from "../place-text.ts";
import type { Style } from "../style.ts";
import { columns } from "../text-columns.ts";
import type { EndToEndAnswer, EndToEndChoice } from "./answer.ts";
import { choiceResult, commonVerdict, placeName } from "./choices.ts";
import { assumptionsText, endsText, packetText, pathTable, replyText, verdictText } from "./outcome-text.ts";
import { decidedByText } from "./step-text.ts";

/**
 * An end-to-end path for people: the verdict in one line with the node that drops the packet, what decided, and what
 * happens to the reply; then the path on each node under a heading, and the assumptions.
 */
export function endToEndText(answer: EndToEndAnswer, style: Style, allSteps = false): string {
  const { choices } = answer;
  if (choices === undefined) return pathText(answer, answer, style, allSteps);
  return choicesText(answer, choices, style, allSteps);
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

/** The verdict of all choices, what becomes of each, and the path of one of those that end alike. */
function choicesText(
  answer: EndToEndAnswer,
  choices: readonly EndToEndChoice[],
  style: Style,
  allSteps: boolean,
): string {
  const common = commonVerdict(choices);
  const verdict =
    common === "allow" || common === "deny"
      ? verdictText(common, style)
      : style.yellow(style.bold(common.toUpperCase()));
  const indent = " ".repeat(common.length + 2);
  const [first] = choices;
  const heading = `${packetText(answer.flow)}${printable(`${serviceText(answer)}, ${betweenText(answer.outcome, answer)}`)}`;
  const rows = choices.map(({ name, outcome }) => [
    resultText(choiceResult(outcome), style),
    printable(name),
    printable(choiceReason(outcome)) + style.dim(printable(placeSuffix(outcome.decidedBy))),
  ]);
  const table = columns(
    ["result", "choice", "why"].map((text) => style.dim(text)),
    rows,
  );
  const shown = allSteps || first === undefined ? choices.map((choice) => [choice]) : alike(choices);
  return [
    `${verdict}  ${heading}\n`,
    `${indent}${printable(countsText(choices, answer.isOfBackends === true))}\n\n`,
    table,
    ...shown.map(([choice, ...others]) => {
      if (choice === undefined) return "";
      const likewise = others.length === 0 ? "" : ` (and ${others.length} more that end alike: --all-steps)`;
      return `\n${style.bold(printable(`${choice.name}${likewise}`))}\n${pathText(choice, choice, style, allSteps)}`;
    }),
  ].join("");
}

/** How many choices are allowed, and which is not. */
function countsText(choices: readonly EndToEndChoice[], isOfBackends: boolean): string {
  const what = isOfBackends ? "backends" : "choices";
  const results = choices.map(({ outcome }) => choiceResult(outcome));
  const other = results.findIndex((result) => result !== "allow");
  const [first = "allow"] = results;
  if (results.every((result) => result === first)) return `${first} for all ${choices.length} ${what}`;
  const choice = choices[other];
  if (choice === undefined) throw new Error("one of several results is not allow");
  const result = results[other] === "deny" ? "denied" : results[other] === "unknown" ? "unknown" : "no replies";
  const allowed = results.filter((one) => one === "allow").length;
  return `allow for ${allowed} of ${choices.length} ${what}: ${result} ${choice.name}, ${choiceReason(choice.outcome)}`;
}

/** What decided a choice, with the node where the packet or its reply is dropped. */
function choiceReason(outcome: EndToEndAnswer["outcome"]): string {
  const { hops, diesAt, returnDiesAt, decidedBy, returnDecidedBy } = outcome;
  const by = returnDiesAt === undefined ? decidedBy : (returnDecidedBy ?? decidedBy);
  const at = diesAt ?? returnDiesAt ?? hops.length - 1;
  return `on ${hops[at]?.node} ${decidedByText(by)}`;
}

/** The choices in groups of those with the same result for the same reason. */
function alike(choices: readonly EndToEndChoice[]): readonly (readonly EndToEndChoice[])[] {
  const groups = new Map<string, EndToEndChoice[]>();
  for (const choice of choices) {
    const key = `${choiceResult(choice.outcome)} ${decidedByText(choice.outcome.decidedBy)}`;
    const group = groups.get(key);
    if (group) group.push(choice);
    else groups.set(key, [choice]);
  }
  return [...groups.values()];
}

function resultText(result: string, style: Style): string {
  if (result === "allow") return style.green(result);
  return result === "deny" ? style.red(result) : style.yellow(result);
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
