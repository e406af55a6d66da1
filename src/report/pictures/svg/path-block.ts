import { emptyEl } from "../../markup.ts";
import { type Block, below, padded, round, space } from "../../svg/block.ts";
import { paragraph, type Run } from "../../svg/paragraph.ts";
import type { PicturedHop, PicturedPath, PicturedPlace } from "../picture-types.ts";
import { hopBlock } from "./hop-block.ts";
import { RAIL } from "./stage-block.ts";

const LINK = 30;

/** A path: the source, the nodes that the packet passes with arrows between them, the destination; the reply; what was assumed. */
export function pathBlock(path: PicturedPath, width: number): Block {
  const { hops, replyHops, assumptions, diagnostics, source, destination, verdict, reply } = path;
  const problems = diagnostics.map(({ severity, message, help }) => [
    `${severity}: ${message}`,
    ...(help === undefined ? [] : [help]),
  ]);
  const back = below([
    paragraph([{ text: "The reply", class: "bold" }], { width, size: 15 }),
    space(10),
    passed(replyHops, { from: destination, to: source, isThrough: reply?.verdict === "allow", width }),
  ]);
  return below(
    [
      passed(hops, { from: source, to: destination, isThrough: verdict === "allow", width }),
      ...(replyHops.length === 0 ? [] : [back]),
      list("assumed", assumptions, width),
      list("not evaluated", problems.flat(), width),
    ],
    22,
  );
}

/** Where a packet comes from and is to go, and whether it gets there. */
interface Passage {
  readonly from: PicturedPlace;
  readonly to: PicturedPlace;
  readonly isThrough: boolean;
  readonly width: number;
}

function passed(hops: readonly PicturedHop[], { from, to, isThrough, width }: Passage): Block {
  if (hops.length === 0) return space(0);
  return below([
    placeBlock(from, width, "from"),
    ...hops.flatMap((hop) => [arrow(true), hopBlock(hop, width)]),
    arrow(isThrough),
    placeBlock(to, width, isThrough ? "to" : "does not arrive at"),
  ]);
}

/** An end of the path: a dot on its line, and what is there. */
function placeBlock({ address, name }: PicturedPlace, width: number, word: string): Block {
  const isReached = word !== "does not arrive at";
  const text = paragraph(
    [
      { text: `${word} `, class: "muted" },
      ...(name === undefined || name === address ? [] : [{ text: `${name} `, class: isReached ? "bold" : "muted" }]),
      { text: address, class: isReached ? "mono" : "mono muted" },
    ],
    { width: width - RAIL - 20 },
  );
  return {
    height: text.height,
    draw: (x, y) => [
      emptyEl("circle", { cx: x + RAIL, cy: y + 10, r: 5, class: isReached ? "arrow" : "mark faint dashed" }),
      ...text.draw(x + RAIL + 16, y),
    ],
  };
}

/** An arrow from one node to the next; dashed where the packet does not come that far. */
function arrow(isReached: boolean): Block {
  return {
    height: LINK,
    draw: (x, y) => {
      const at = x + RAIL;
      const end = y + LINK;
      return [
        emptyEl("path", { d: `M${at} ${round(y)}V${round(end - 7)}`, class: isReached ? "wire" : "wire dashed" }),
        emptyEl("path", { d: `M${at - 5} ${round(end - 9)}h10l-5 8z`, class: "arrow" }),
      ];
    },
  };
}

function list(title: string, items: readonly string[], width: number): Block {
  if (items.length === 0) return space(0);
  const heading: Run = { text: title, class: "bold" };
  const lines = items.map((text) =>
    padded(paragraph([{ text: `– ${text}`, class: "muted" }], { width: width - 12 }), { left: 0 }),
  );
  return below([paragraph([heading], { width }), ...lines], 3);
}
