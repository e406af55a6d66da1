import { el, emptyEl, type Markup } from "../../markup.ts";
import { type Block, round } from "../../svg/block.ts";
import { textPixels } from "../../svg/paragraph.ts";
import type { Tone } from "../../svg/pill.ts";
import type { PictureVerdict, StageState } from "../picture-types.ts";

const STATES: Readonly<Record<StageState, Tone>> = {
  allowed: "good",
  passed: "calm",
  denied: "bad",
  "no policy": "faint",
  translated: "odd",
  "not reached": "faint",
};

const VERDICTS: Readonly<Record<PictureVerdict, Tone>> = { allow: "good", deny: "bad", unknown: "odd", differs: "odd" };

/** The colour of a stage's state. */
export function toneOf(state: StageState): Tone {
  return STATES[state];
}

/** The colour of a verdict. */
export function verdictTone(verdict: PictureVerdict): Tone {
  return VERDICTS[verdict];
}

/** The colour of what a row of a path or a choice came to. */
export function resultTone(result: string): Tone {
  switch (result) {
    case "allow":
    case "hit":
    case "accept":
      return "good";
    case "deny":
    case "drop":
    case "reject":
      return "bad";
    case "translated":
    case "unknown":
    case "allow, without replies":
      return "odd";
    case "no match":
    case "not applied":
      return "faint";
    default:
      return "calm";
  }
}

/** The sign of a state on the line of the path, around a point: each has a shape of its own, whatever its colour. */
export function stateSign(state: StageState, x: number, y: number): readonly Markup[] {
  const tone = toneOf(state);
  const sign = (d: string) => emptyEl("path", { d, class: `sign ${tone}` });
  const line = (...points: readonly (readonly [number, number])[]) =>
    `M${points.map(([dx, dy]) => `${round(x + dx)} ${round(y + dy)}`).join("L")}`;
  switch (state) {
    case "allowed":
      return [emptyEl("circle", { cx: x, cy: y, r: 9, class: `mark ${tone}` }), sign(line([-4, 0], [-1, 3], [4, -3]))];
    case "passed":
      return [
        emptyEl("circle", { cx: x, cy: y, r: 8, class: `mark ${tone}` }),
        sign(line([0, -4], [0, 3], [-3, 0]) + line([0, 3], [3, 0])),
      ];
    case "denied":
      return [
        emptyEl("path", {
          d: `${line([-4, -10], [4, -10], [10, -4], [10, 4], [4, 10], [-4, 10], [-10, 4], [-10, -4])}Z`,
          class: `mark ${tone}`,
        }),
        sign(line([-4, -4], [4, 4]) + line([4, -4], [-4, 4])),
      ];
    case "translated":
      return [
        emptyEl("path", { d: `${line([0, -10], [10, 0], [0, 10], [-10, 0])}Z`, class: `mark ${tone}` }),
        sign(line([-4, -2], [4, -2], [2, -4]) + line([4, 2], [-4, 2], [-2, 4])),
      ];
    case "no policy":
      return [emptyEl("circle", { cx: x, cy: y, r: 5, class: "mark calm" })];
    case "not reached":
      return [emptyEl("circle", { cx: x, cy: y, r: 6, class: "mark faint dashed" })];
  }
}

/** The verdict, large. */
export function verdictSign(verdict: PictureVerdict): Block & { readonly width: number } {
  const tone = verdictTone(verdict);
  const width = Math.ceil(textPixels(verdict.toUpperCase(), 16, "bold")) + 28;
  return {
    width,
    height: 32,
    draw: (x, y) => [
      emptyEl("rect", { x, y, width, height: 32, rx: 6, class: `verdict ${tone}` }),
      el(
        "text",
        { x: round(x + width / 2), y: y + 22, "font-size": 16, "text-anchor": "middle", class: `bold on ${tone}` },
        verdict.toUpperCase(),
      ),
    ],
  };
}
