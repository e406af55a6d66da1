import { expect, test } from "vitest";
import { pathPicture } from "../../../src/report/pictures/path-picture.ts";
import { pathSvg } from "../../../src/report/pictures/svg/path-svg.ts";
import { everyAnswer } from "./answers.ts";
import { documentText } from "./document-text.ts";
import { sentencesOf } from "./sentences.ts";

const ANSWERS = everyAnswer();

test.each([960, 360])("every sentence of every answer is in its picture of %i pixels", (width) => {
  const missing = ANSWERS.flatMap(([what, answer]) => {
    const text = documentText(pathSvg(pathPicture(answer, true), { width }));
    return sentencesOf(answer).flatMap((sentence) => (text.includes(sentence) ? [] : [`${what}: ${sentence}`]));
  });
  expect(missing).toEqual([]);
  expect(ANSWERS.length).toBeGreaterThan(50);
});
