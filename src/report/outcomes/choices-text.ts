import { printable } from "../../model/printable.ts";
import { connectionResult } from "../../policy/flow/every-choice.ts";
import { placeSuffix } from "../place-text.ts";
import type { Style } from "../style.ts";
import { columns } from "../text-columns.ts";
import type { FlowChoice } from "./answer.ts";
import { alikeChoices, choiceCounts, commonVerdict } from "./choices.ts";
import { verdictText } from "./outcome-text.ts";

/** How choices are shown: what differs between a path through several nodes and one through one. */
export interface ChoicesShown<Choice extends FlowChoice> {
  /** The packet and its ends, printable. */
  readonly heading: string;
  /** Whether they differ only in the targets that nodes choose. */
  readonly isOfBackends: boolean;
  /** What decided a choice. */
  readonly reason: (choice: Choice) => string;
  /** The whole answer of a choice. */
  readonly path: (choice: Choice) => string;
  readonly style: Style;
  /** Whether the path of each is shown, also of those that end alike. */
  readonly allSteps: boolean;
}

/** The verdict of all choices, what becomes of each, and the path of one of those that end alike. */
export function choicesText<Choice extends FlowChoice>(
  choices: readonly Choice[],
  { heading, isOfBackends, reason, path, style, allSteps }: ChoicesShown<Choice>,
): string {
  const common = commonVerdict(choices);
  const verdict =
    common === "allow" || common === "deny"
      ? verdictText(common, style)
      : style.yellow(style.bold(common.toUpperCase()));
  const indent = " ".repeat(common.length + 2);
  const rows = choices.map((choice) => [
    resultText(connectionResult(choice.outcome), style),
    printable(choice.name),
    printable(reason(choice)) + style.dim(printable(placeSuffix(choice.outcome.decidedBy))),
  ]);
  const table = columns(
    ["result", "choice", "why"].map((text) => style.dim(text)),
    rows,
    style.width,
  );
  const shown = allSteps ? choices.map((choice) => [choice]) : alikeChoices(choices);
  return [
    `${verdict}  ${heading}\n`,
    `${indent}${printable(choiceCounts(choices, isOfBackends, reason))}\n\n`,
    table,
    ...shown.map(([choice, ...others]) => {
      if (choice === undefined) return "";
      const likewise = others.length === 0 ? "" : ` (and ${others.length} more that end alike: --all-steps)`;
      return `\n${style.bold(printable(`${choice.name}${likewise}`))}\n${path(choice)}`;
    }),
  ].join("");
}

function resultText(result: string, style: Style): string {
  if (result === "allow") return style.green(result);
  return result === "deny" ? style.red(result) : style.yellow(result);
}
