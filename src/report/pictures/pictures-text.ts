import type { EndToEndAnswer, FlowAnswer } from "../outcomes/answer.ts";
import { pathHtml } from "./path-html.ts";
import { pathMarkdown } from "./path-markdown.ts";
import { pathMermaid } from "./path-mermaid.ts";
import { pathPicture } from "./path-picture.ts";
import type { PathPicture } from "./picture-types.ts";
import { pathSvgElement } from "./svg/path-svg.ts";

/** The forms in which pictures are written, each one document with a part for each answer. */
const FORMATS = {
  svg: (pictures: readonly PathPicture[]) => `${pathSvgElement(pictures)}\n`,
  html: pathHtml,
  markdown: pathMarkdown,
  mermaid: pathMermaid,
} as const;

/** Answers as pictures, in one document. */
export function picturesText(
  answers: readonly (FlowAnswer | EndToEndAnswer)[],
  format: keyof typeof FORMATS,
  allSteps: boolean,
): string {
  return FORMATS[format](answers.map((answer) => pathPicture(answer, allSteps)));
}
