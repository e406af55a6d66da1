import type { Box, Mark } from "./picture-boxes.ts";

/** A mark at its place in the picture; its text may be cut to it. */
export interface PlacedMark extends Mark {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly shown: string;
}

/** A box at its place, with its marks. */
export interface PlacedBox {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly interfaces: readonly PlacedMark[];
  readonly workloads: readonly PlacedMark[];
}

/** The whole picture: boxes, and for each row of them the network that their interfaces are at. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly networks: readonly { readonly y: number; readonly from: number; readonly to: number }[];
}

/** The height of a mark. */
export const MARK_HEIGHT = 26;
const [GAP, PADDING, NARROWEST, WIDEST] = [16, 14, 250, 640];
/** Between the line of the network and the marks of interfaces. */
const STUB = 14;
const TITLE = 24;
/** Pixels of a letter of marks and titles, on average: room is left where a font is narrower. */
const [LETTER, TITLE_LETTER] = [7.2, 8.6];

/** Places boxes in rows of a width: each row below the network that its interfaces are at. */
export function layoutOf(boxes: readonly Box[], width: number): Layout {
  const columns = Math.max(1, Math.min(boxes.length, Math.floor((width + GAP) / (NARROWEST + GAP))));
  const each = Math.min(WIDEST, (width - GAP * (columns - 1)) / columns);
  const placed: PlacedBox[] = [];
  const networks: { y: number; from: number; to: number }[] = [];
  let y = 2;
  for (let first = 0; first < boxes.length; first += columns) {
    const row = boxes.slice(first, first + columns).map((box, at) => placeBox(box, at * (each + GAP), y, each));
    const height = Math.max(...row.map((one) => one.height));
    const last = row.at(-1);
    const hasInterfaces = row.some(({ interfaces }) => interfaces.length > 0);
    if (last !== undefined && hasInterfaces) networks.push({ y, from: 0, to: last.x + each });
    placed.push(...row.map((one) => ({ ...one, height })));
    y += STUB + MARK_HEIGHT / 2 + height + GAP;
  }
  return { width, height: Math.max(0, y - GAP + 2), boxes: placed, networks };
}

function placeBox(box: Box, x: number, y: number, width: number): PlacedBox {
  const top = y + STUB + MARK_HEIGHT / 2;
  const inside = { left: x + PADDING, width: width - 2 * PADDING };
  const interfaces = flow(box.interfaces, inside.left, top - MARK_HEIGHT / 2, inside.width);
  const titleTop = bottomOf(interfaces, top) + 8;
  const workloads = flow(box.workloads, inside.left, titleTop + TITLE + 6, inside.width);
  const bottom = bottomOf(workloads, titleTop + TITLE) + PADDING;
  const title = box.count === 1 ? box.name : `${box.count.toLocaleString("en")} nodes like ${box.name}`;
  return {
    ...{ box, x, y: top, width, height: bottom - top, interfaces, workloads },
    title: cut(title, inside.width, TITLE_LETTER),
  };
}

/** Marks one after the other, in as many lines as they need. */
function flow(marks: readonly Mark[], left: number, top: number, width: number): readonly PlacedMark[] {
  let [x, y] = [left, top];
  return marks.map((mark) => {
    const own = Math.min(width, mark.text.length * LETTER + 34);
    if (x > left && x + own > left + width) [x, y] = [left, y + MARK_HEIGHT + 6];
    const placed = { ...mark, x, y, width: own, shown: cut(mark.text, own - 30, LETTER) };
    x += own + 6;
    return placed;
  });
}

function bottomOf(marks: readonly PlacedMark[], otherwise: number): number {
  return marks.reduce((most, { y }) => Math.max(most, y + MARK_HEIGHT), otherwise);
}

function cut(text: string, width: number, letter: number): string {
  const most = Math.max(1, Math.floor(width / letter));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
