import { NO_RETURN, newAnswer, type TableAnswer } from "../../policy/tables/answer.ts";
import { keptNumbers } from "../../policy/tables/batch/kept-numbers.ts";
import type { NodeEvaluator } from "../../policy/tables/evaluate.ts";
import { ALLOW } from "../../policy/tables/rule-list.ts";
import type { LineForm, LineProblem } from "./line-forms.ts";

/** The number of the text that a line without a flow has: none. */
export const NO_ANSWER = 0;

/** The answers of one node's flows as numbers of texts: many lines share few. */
export interface AnswerTexts {
  /** What the evaluator fills. */
  readonly answer: TableAnswer;
  /** The number of the text for what is in `answer`; why there is no verdict instead where the flow could not be evaluated. */
  readonly answered: () => number | LineProblem;
  /** The number of the text for a line that has no verdict. */
  readonly problem: (problem: LineProblem) => number;
  /** All texts by their numbers. */
  readonly texts: readonly string[];
  /** How often the texts were forgotten; then their numbers begin again. */
  readonly generation: () => number;
  /** Forgets the texts where they are many. */
  readonly tidy: () => void;
}

/** More texts than these are forgotten: the addresses in some are never the same again. */
const MOST_TEXTS = 50_000;

/** The texts of answers in a form. */
export function answerTexts(node: Pick<NodeEvaluator, "decidedBy">, form: LineForm): AnswerTexts {
  const answer = newAnswer();
  const texts: string[] = [""];
  /** By what decided; the answers of a batch have found most of theirs before (`PacketBatch.keptNumber`). */
  const numbers = keptNumbers();
  let generation = 0;

  const textOf = (): string =>
    form.answered(answer.verdict === ALLOW, returnOf(answer), node.decidedBy(answer, form.spans));

  function numberOf(): number {
    const { reason, detail } = answer;
    // A detail has more than 32 bits.
    const rest = (Math.floor(detail / 2 ** 32) << 4) | (answer.verdict << 2) | answer.return;
    const known = numbers.find(reason, detail | 0, rest);
    if (known !== NO_ANSWER) return known;
    const number = texts.push(textOf()) - 1;
    numbers.keep(reason, detail | 0, rest, number);
    return number;
  }

  return {
    answer,
    answered: () => {
      if (answer.outcome === undefined) return numberOf();
      const [first] = answer.outcome.decidedBy.kind === "not-evaluated" ? answer.outcome.diagnostics : [];
      return first ?? texts.push(textOf()) - 1;
    },
    problem: (problem) => texts.push(form.problem(problem)) - 1,
    texts,
    generation: () => generation,
    tidy: () => {
      if (texts.length <= MOST_TEXTS) return;
      texts.length = 1;
      numbers.clear();
      generation++;
    },
  };
}

function returnOf({ return: back }: TableAnswer): boolean | undefined {
  return back === NO_RETURN ? undefined : back === ALLOW;
}
