import { expect, test } from "vitest";
import { pathHtml } from "../../../src/report/pictures/path-html.ts";
import { pathMarkdown } from "../../../src/report/pictures/path-markdown.ts";
import { pathPicture } from "../../../src/report/pictures/path-picture.ts";
import type { PathPicture } from "../../../src/report/pictures/picture-types.ts";
import { pathSvg } from "../../../src/report/pictures/svg/path-svg.ts";
import { everyAnswer } from "./answers.ts";
import { documentText, markdownSource } from "./document-text.ts";
import { sentencesOf } from "./sentences.ts";

const ANSWERS = everyAnswer();

/** A form of a picture, as text without markup. */
const FORMS: readonly (readonly [form: string, text: (picture: PathPicture) => string])[] = [
  ["svg of 960 pixels", (picture) => documentText(pathSvg(picture))],
  ["svg of 360 pixels", (picture) => documentText(pathSvg(picture, { width: 360 }))],
  ["list in html", (picture) => documentText(pathHtml([picture]).replaceAll(/<figure.*?<\/figure>/gs, ""))],
  ["markdown", (picture) => markdownSource(pathMarkdown([picture]))],
];

test.each(FORMS)("every sentence of every answer is in its %s", (_, textOf) => {
  const missing = ANSWERS.flatMap(([what, answer]) => {
    const text = textOf(pathPicture(answer, true));
    return sentencesOf(answer).flatMap((sentence) => (text.includes(sentence) ? [] : [`${what}: ${sentence}`]));
  });
  expect(missing).toEqual([]);
  expect(ANSWERS.length).toBeGreaterThan(50);
});
