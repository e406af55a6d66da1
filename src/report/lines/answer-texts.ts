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
/** The slots of the table to begin with, a power of two. */
const FIRST_SLOTS = 2 ** 12;
/** What a slot has of an answer: its reason, its detail, its verdict with return, and the number of its text; 0 where there is none. */
const [AT_REASON, AT_DETAIL, AT_VERDICT, AT_NUMBER, SLOT] = [0, 1, 2, 3, 4] as const;

/** The texts of answers in a form. */
export function answerTexts(node: Pick<NodeEvaluator, "decidedBy">, form: LineForm): AnswerTexts {
  const answer = newAnswer();
  const texts: string[] = [""];
  /** The slots by the hash of an answer, each in one place of memory; at most half of them are used. */
  let slots = new Float64Array(SLOT * FIRST_SLOTS);
  let mask = FIRST_SLOTS - 1;
  let used = 0;
  let generation = 0;

  const textOf = (): string =>
    form.answered(answer.verdict === ALLOW, returnOf(answer), node.decidedBy(answer, form.spans));

  /** The slot of an answer, or the one that is free for it. */
  function slotOf(reason: number, detail: number, verdict: number): number {
    const mixed = Math.imul(reason, 0x2c1b3c6d) + Math.imul(detail, 0x297a2d39) + verdict;
    for (let slot = mixed ^ (mixed >>> 15); ; slot++) {
      const at = SLOT * (slot & mask);
      if (slots[at + AT_NUMBER] === NO_ANSWER) return at;
      if (slots[at + AT_REASON] === reason && slots[at + AT_DETAIL] === detail && slots[at + AT_VERDICT] === verdict) {
        return at;
      }
    }
  }

  function grow(): void {
    const before = slots;
    slots = new Float64Array(2 * before.length);
    mask = 2 * mask + 1;
    for (let at = 0; at < before.length; at += SLOT) {
      const [reason = 0, detail = 0, verdict = 0, number] = before.subarray(at, at + SLOT);
      if (number !== NO_ANSWER) slots.set(before.subarray(at, at + SLOT), slotOf(reason, detail, verdict));
    }
  }

  function numberOf(): number {
    const { reason, detail } = answer;
    const verdict = answer.verdict * 4 + answer.return;
    const known = slots[slotOf(reason, detail, verdict) + AT_NUMBER] as number;
    if (known !== NO_ANSWER) return known;
    const number = texts.push(textOf()) - 1;
    if (2 * ++used > mask) grow();
    slots.set([reason, detail, verdict, number], slotOf(reason, detail, verdict));
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
      slots.fill(NO_ANSWER);
      used = 0;
      generation++;
    },
  };
}

function returnOf({ return: back }: TableAnswer): boolean | undefined {
  return back === NO_RETURN ? undefined : back === ALLOW;
}
