import { emptyEl, type Markup } from "../../markup.ts";
import { type Block, below, beside, padded, round } from "../../svg/block.ts";
import { paragraph, textPixels } from "../../svg/paragraph.ts";
import { pill, type Tone } from "../../svg/pill.ts";
import type { PicturedEnd, PicturedHop } from "../picture-types.ts";
import { RAIL, stageBlock } from "./stage-block.ts";

const TAB = { height: 24, size: 12, side: 10 };
const GAP = 12;

/**
 * A node: a frame with the stages that the packet meets there on one line, and a tab at each end of it for where it comes in and
 * goes out.
 */
export function hopBlock(hop: PicturedHop, width: number): Block {
  const { node, result, stages, from, to } = hop;
  const word = pill(result, toneOfHop(hop));
  const isLong = word.width > width / 2;
  const title = paragraph([{ text: node, class: "bold" }], { width: width - 40 - (isLong ? 0 : word.width), size: 16 });
  const head = isLong
    ? padded(below([title, word], 4), { left: 16 })
    : beside([
        [16, title],
        [width - word.width - 14, word],
      ]);
  const blocks = stages.map((stage) => stageBlock(stage, width));
  const body = below(blocks, GAP);
  const inside = padded(below([head, body], 16), { top: 26, bottom: 28 });
  const height = inside.height + TAB.height;
  const stagesTop = TAB.height / 2 + 26 + head.height + 16;
  return {
    height,
    draw: (x, y) => {
      const top = y + TAB.height / 2;
      const bottom = y + height - TAB.height / 2;
      const frame = { x, y: top, width, height: bottom - top, rx: 10 };
      return [
        emptyEl("rect", { ...frame, class: hop.tunnel === undefined ? "card" : "card dashed" }),
        ...wires(hop, blocks, { x: x + RAIL, top: y + stagesTop, end: bottom }),
        ...inside.draw(x, top),
        ...tab(from, x, y, width - 60),
        ...tab(to, x, bottom - TAB.height / 2, width - 60),
      ];
    },
  };
}

/** The line through the signs of the stages; dashed behind the one that drops the packet. */
function wires(
  { stages }: PicturedHop,
  blocks: readonly Block[],
  { x, top, end }: { readonly x: number; readonly top: number; readonly end: number },
): readonly Markup[] {
  const died = stages.findIndex(({ state }) => state === "denied");
  const before = blocks.slice(0, Math.max(died, 0)).reduce((sum, { height }) => sum + height + GAP, 0);
  const at = died < 0 ? end : top + before + 10;
  const line = (from: number, to: number, style: string) =>
    emptyEl("path", { d: `M${x} ${round(from)}V${round(to)}`, class: `wire ${style}` });
  return [line(top - 8, at, ""), ...(died < 0 ? [] : [line(at, end, "dashed")])];
}

function tab({ kind, name, endpoint }: PicturedEnd, x: number, y: number, most: number): readonly Markup[] {
  const words = kind === "interface" ? `interface ${name}` : name;
  const text = endpoint === undefined ? words : `${words}, ${endpoint}`;
  const pixels = Math.min(most, textPixels(text, TAB.size));
  const block = paragraph([{ text }], { width: pixels, size: TAB.size, most: 1 });
  const width = pixels + 2 * TAB.side;
  return [
    emptyEl("rect", { x: x + RAIL - 12, y, width: round(width), height: TAB.height, rx: 5, class: "tab" }),
    ...block.draw(x + RAIL - 12 + TAB.side, y + 3),
  ];
}

function toneOfHop({ result }: PicturedHop): Tone {
  if (result.endsWith("unknown")) return "odd";
  return result.endsWith("denied") ? "bad" : "good";
}
