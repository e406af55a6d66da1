import { expect, test } from "vitest";
import type { DecidedBy } from "../../../src/policy/outcome.ts";
import type { TableAnswer } from "../../../src/policy/tables/answer.ts";
import type { Spans } from "../../../src/policy/tables/reasons.ts";
import { answerTexts } from "../../../src/report/lines/answer-texts.ts";
import { LINE_FORMS } from "../../../src/report/lines/line-forms.ts";

/** Says the numbers of an answer, and whether it was asked for a place. */
const decidedBy = ({ reason, detail }: TableAnswer, spans?: Spans): DecidedBy => ({
  kind: "spoofed-source",
  interface: `${spans}`,
  source: `${reason}.${detail}`,
});

const ANSWERS = Array.from({ length: 20_000 }, (_, at) => ({
  reason: at % 3 === 0 ? -1 : at >>> 2,
  detail: at * 2 ** 21 + (at & 7),
  verdict: 1 + (at & 1),
  return: at % 3,
}));

test.each(["json", "csv"] as const)("many answers as %s have a text each, and the same again", (name) => {
  const { answer, answered, texts, tidy, generation } = answerTexts({ decidedBy }, LINE_FORMS[name]);
  const numbersOf = () =>
    ANSWERS.map((numbers) => {
      Object.assign(answer, numbers);
      return answered();
    });
  const first = numbersOf();
  expect(first).toEqual(ANSWERS.map((_, at) => at + 1));
  expect(numbersOf()).toEqual(first);
  for (const at of [0, 7, 19_999]) {
    const { reason, detail } = ANSWERS[at] as (typeof ANSWERS)[number];
    expect(texts[at + 1]).toContain(`${reason}.${detail}`);
    expect(texts[at + 1]).toContain(LINE_FORMS[name].spans);
  }
  tidy();
  expect(generation()).toBe(0);
  for (let at = 0; at < 3 * ANSWERS.length; at++) {
    Object.assign(answer, { reason: 1_000_000 + at, detail: 0 });
    answered();
  }
  tidy();
  expect(generation()).toBe(1);
  expect(numbersOf()).toEqual(first);
});
