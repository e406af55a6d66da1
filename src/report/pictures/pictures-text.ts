import type { EndToEndAnswer, FlowAnswer } from "../outcomes/answer.ts";
import { pathPicture } from "./path-picture.ts";
import { pathSvgElement } from "./svg/path-svg.ts";

/** Answers as one SVG document, below each other. */
export function picturesSvg(answers: readonly (FlowAnswer | EndToEndAnswer)[], allSteps: boolean): string {
  const pictures = answers.map((answer) => pathPicture(answer, allSteps));
  return `${pathSvgElement(pictures)}\n`;
}
