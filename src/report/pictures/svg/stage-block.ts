import type { Hint } from "../../../policy/outcome.ts";
import { emptyEl } from "../../markup.ts";
import { type Block, below, beside, padded } from "../../svg/block.ts";
import { paragraph, type Run } from "../../svg/paragraph.ts";
import { pill } from "../../svg/pill.ts";
import type { PicturedStage, PictureRow } from "../picture-types.ts";
import { stateWord } from "../state-words.ts";
import { resultTone, stateSign, toneOf } from "./marks.ts";

/** Where the line of the path is in a frame, and where what is beside it begins. */
export const RAIL = 26;
const LEFT = 50;
const RIGHT = 14;
/** Narrower pictures have the reason of a row below it. */
const NARROW = 560;
const SUBJECT = 214;
const RESULT = 104;

/** A stage: its sign on the line of the path, its name, what became of the packet, and the rows of what was looked at. */
export function stageBlock(stage: PicturedStage, width: number): Block {
  const { name, state, rows, about = "" } = stage;
  const room = width - LEFT - RIGHT;
  const word = pill(stateWord(stage), toneOf(state));
  const title = paragraph([{ text: name, class: "bold" }], { width: room - word.width - 8, size: 14 });
  const head = beside([
    [0, title],
    [room - word.width, word],
  ]);
  const caption = about === "" ? [] : [paragraph([{ text: about, class: "muted" }], { width: room })];
  const shown = rows.map((row) => rowBlock(row, room));
  const body = below([head, below([...caption, ...shown], 3)], 2);
  return {
    height: body.height,
    draw: (x, y) => [...body.draw(x + LEFT, y), ...stateSign(state, x + RAIL, y + 10)],
  };
}

function rowBlock(row: PictureRow, width: number): Block {
  const hints = row.hints.map((hint) => hintBlock(hint, width));
  return below([row.isDecisive ? decisive(row, width) : cells(row, width), ...hints], 3);
}

/** The row that decided, on a ground of its own. */
function decisive(row: PictureRow, width: number): Block {
  const tone = resultTone(row.result);
  return onGround(cells(row, width - 10), width, `row ${tone}`, `bar ${tone}`);
}

function hintBlock({ message, help }: Hint, width: number): Block {
  const text = below([
    paragraph([{ text: "hint: ", class: "bold" }, { text: message }], { width: width - 20 }),
    paragraph([{ text: help, class: "muted" }], { width: width - 20 }),
  ]);
  return onGround(text, width, "row odd", "bar odd");
}

function onGround(content: Block, width: number, ground: string, bar: string): Block {
  const inside = padded(content, { left: 8, top: 3, bottom: 3 });
  const { height } = inside;
  return {
    height,
    draw: (x, y) => [
      emptyEl("rect", { x: x - 4, y, width: width + 8, height, rx: 4, class: ground }),
      emptyEl("rect", { x: x - 4, y, width: 3, height, class: bar }),
      ...inside.draw(x - 4, y),
    ],
  };
}

function cells(row: PictureRow, width: number): Block {
  const { subject, result, why, place, isDecisive } = row;
  const reason: readonly Run[] = [
    { text: why, ...(!isDecisive && { class: "muted" }) },
    ...(place === undefined ? [] : [{ text: ` (${place})`, class: "mono muted" }]),
  ];
  if (subject === "" && result === "") return paragraph(reason, { width });
  const name = { text: subject, class: isDecisive ? "bold" : "" };
  const word = { text: result, class: `bold word ${resultTone(result)}` };
  if (width < NARROW) {
    const head = subject === "" ? [word] : [name, { text: "  " }, word];
    return below([paragraph(head, { width, most: 4 }), paragraph(reason, { width })]);
  }
  const first = subject === "" ? 0 : SUBJECT;
  return beside([
    [0, paragraph([name], { width: SUBJECT - 12, most: 4 })],
    [first, paragraph([word], { width: RESULT - 8 })],
    [first + RESULT, paragraph(reason, { width: width - first - RESULT })],
  ]);
}
