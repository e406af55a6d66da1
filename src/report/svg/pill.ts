import { el, emptyEl } from "../markup.ts";
import { type Block, round } from "./block.ts";
import { textPixels } from "./paragraph.ts";

/** The colour of a state or verdict, as a class of the picture's style. */
export type Tone = "good" | "bad" | "odd" | "calm" | "faint";

const PILL = { height: 20, size: 11.5, side: 8 };

/** A word in a rounded frame. */
export function pill(word: string, tone: Tone): Block & { readonly width: number } {
  const width = Math.ceil(textPixels(word, PILL.size, "bold")) + 2 * PILL.side;
  return {
    width,
    height: PILL.height,
    draw: (x, y) => [
      emptyEl("rect", { x, y, width, height: PILL.height, rx: PILL.height / 2, class: `pill ${tone}` }),
      el(
        "text",
        {
          x: round(x + width / 2),
          y: y + 14,
          "font-size": PILL.size,
          "text-anchor": "middle",
          class: `bold word ${tone}`,
        },
        word,
      ),
    ],
  };
}
