import type { MatrixCell, MatrixQuestion } from "../../../analysis/exposure/matrix/matrix.ts";
import { htmlPage, listOf } from "../../html/page.ts";
import { el, emptyEl, type Markup } from "../../markup.ts";
import { type Block, below, beside, padded, space } from "../../svg/block.ts";
import { paragraph } from "../../svg/paragraph.ts";
import type { Tone } from "../../svg/pill.ts";
import { svgElement } from "../../svg/svg-element.ts";
import { cellText, endName, NOTHING, PARTLY, rowsOfCells } from "../matrix/cell-text.ts";

const LABEL = 180;
const CELL = 150;
const MARGIN = 24;
const TITLE = "Who may reach whom";
const NOTE = `${PARTLY} between some of the addresses; -o json shows which`;

/**
 * A matrix as a picture: sources down, destinations across; the ground of a cell says whether all, some or nothing may pass, as
 * its text does.
 */
export function matrixSvg(question: MatrixQuestion, cells: readonly MatrixCell[]): Markup {
  const { sources, destinations } = question;
  const heads = [endCell("from \\ to", LABEL), ...destinations.map((end) => endCell(endName(end), CELL))];
  const rows = rowsOfCells(question, cells).map((row, at) => {
    const source = sources[at];
    return lineBlock([endCell(source === undefined ? "" : endName(source), LABEL), ...row.map(cellBlock)]);
  });
  const width = LABEL + CELL * destinations.length + 2 * MARGIN;
  const title = paragraph([{ text: TITLE, class: "bold" }], { width: width - 2 * MARGIN, size: 18 });
  const note = isPartly(cells) ? paragraph([{ text: NOTE, class: "muted" }], { width: width - 2 * MARGIN }) : space(0);
  const whole = below([title, space(8), lineBlock(heads), ...rows, space(8), note], 4);
  const description = cells
    .map((cell) => `${endName(cell.source)} to ${endName(cell.destination)}: ${cellText(cell)}`)
    .join("\n");
  return svgElement({ id: "matrix", title: TITLE, description, width, margin: MARGIN }, whole);
}

/** A matrix as an HTML document with one table. */
export function matrixHtml(
  question: MatrixQuestion,
  cells: readonly MatrixCell[],
  assumptions: readonly string[],
): string {
  const { sources, destinations } = question;
  const rows = rowsOfCells(question, cells).map((row, at) => {
    const source = sources[at];
    const name = source === undefined ? "" : endName(source);
    const tds = row.map((cell) => el("td", { class: `cell ${toneOf(cell)}` }, cellText(cell)));
    return el("tr", {}, el("th", { scope: "row" }, name), ...tds);
  });
  const heads = destinations.map((end) => el("th", { scope: "col" }, endName(end)));
  const table = el(
    "table",
    { class: "matrix" },
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "from \\ to"), ...heads)),
    el("tbody", {}, ...rows),
  );
  return htmlPage({
    title: TITLE,
    body: [
      el("div", { class: "wide", tabindex: 0, role: "region", "aria-label": TITLE }, table),
      ...(isPartly(cells) ? [el("p", { class: "muted" }, NOTE)] : []),
      ...(assumptions.length === 0 ? [] : [el("h2", {}, "assumed"), ...listOf(assumptions)]),
    ],
    style: STYLE,
  });
}

const STYLE = [
  ".matrix { margin: 16px 0; border-spacing: 3px; border-collapse: separate; }",
  ".matrix th { padding: 6px 10px; border: 0; color: var(--text); font-size: 14px; }",
  ".matrix td { padding: 6px 10px; border: 0; border-radius: 6px; min-width: 120px; max-width: 260px; font-size: 13.5px; }",
  ...["good", "odd", "faint"].map(
    (tone) => `.cell.${tone} { background: var(--${tone}-tint); color: var(--${tone}-ink); }`,
  ),
].join("\n");

function isPartly(cells: readonly MatrixCell[]): boolean {
  return cells.some((cell) => cellText(cell).includes(PARTLY));
}

/** Everything may pass, some of it, or nothing. */
function toneOf(cell: MatrixCell): Tone {
  const text = cellText(cell);
  if (text === "all") return "good";
  const isEmpty = text === NOTHING || cell.answers.every(({ allowed }) => allowed === "own node");
  return isEmpty ? "faint" : "odd";
}

function endCell(name: string, width: number): SizedBlock {
  return { width, ...padded(paragraph([{ text: name, class: "bold" }], { width: width - 18, most: 4 }), PADDING) };
}

function cellBlock(cell: MatrixCell): SizedBlock {
  const tone = toneOf(cell);
  const style = { width: CELL - 18, size: 12.5, most: 12, class: `word ${tone}` };
  return { width: CELL, tone, ...padded(paragraph([{ text: cellText(cell) }], style), PADDING) };
}

const PADDING = { left: 8, top: 6, bottom: 6 };

interface SizedBlock extends Block {
  readonly width: number;
  /** The ground of it, if it has one. */
  readonly tone?: Tone;
}

/** Cells beside each other, all as high as the highest. */
function lineBlock(cells: readonly SizedBlock[]): Block {
  const lefts = cells.map((_, at) => cells.slice(0, at).reduce((sum, { width }) => sum + width, 0));
  const line = beside(cells.map((cell, at) => [lefts[at] ?? 0, cell] as const));
  return {
    height: line.height,
    draw: (x, y) => [
      ...cells.flatMap(({ tone, width }, at) =>
        tone === undefined
          ? []
          : [
              emptyEl("rect", {
                x: x + (lefts[at] ?? 0),
                y,
                width: width - 4,
                height: line.height,
                rx: 5,
                class: `row ${tone}`,
              }),
            ],
      ),
      ...line.draw(x, y),
    ],
  };
}
