import { NO_RETURN, newAnswer, type TableAnswer } from "../../policy/tables/answer.ts";
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
/** Room for these, those of the lines that are answered meanwhile, and as many again. */
const SLOTS = 2 ** 18;

/** The texts of answers in a form. */
export function answerTexts(node: Pick<NodeEvaluator, "decidedBy">, form: LineForm): AnswerTexts {
  const answer = newAnswer();
  const texts: string[] = [""];
  /** By hash of an answer: its reason, detail, verdict with return, and the number of its text; 0 where there is none. */
  const numbers = new Int32Array(SLOTS);
  const reasons = new Float64Array(SLOTS);
  const details = new Float64Array(SLOTS);
  const verdicts = new Uint8Array(SLOTS);
  let generation = 0;

  const textOf = (): string => form.answered(answer.verdict === ALLOW, returnOf(answer), node.decidedBy(answer));

  function numberOf(): number {
    const { reason, detail } = answer;
    const verdict = answer.verdict * 4 + answer.return;
    const mixed = Math.imul(reason, 0x2c1b3c6d) + Math.imul(detail, 0x297a2d39) + verdict;
    let slot = (mixed ^ (mixed >>> 15)) & (SLOTS - 1);
    for (; numbers[slot] !== NO_ANSWER; slot = (slot + 1) & (SLOTS - 1)) {
      if (reasons[slot] === reason && details[slot] === detail && verdicts[slot] === verdict) {
        return numbers[slot] as number;
      }
    }
    const number = texts.push(textOf()) - 1;
    numbers[slot] = number;
    reasons[slot] = reason;
    details[slot] = detail;
    verdicts[slot] = verdict;
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
      numbers.fill(NO_ANSWER);
      generation++;
    },
  };
}

function returnOf({ return: back }: TableAnswer): boolean | undefined {
  return back === NO_RETURN ? undefined : back === ALLOW;
}
