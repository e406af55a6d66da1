import { printable, shortened } from "../../model/printable.ts";
import { type Child, el, type Markup } from "../markup.ts";
import { textWidth } from "../text-width.ts";
import { type Block, round } from "./block.ts";

/** A part of a paragraph: a text with a class of the picture's style. */
export interface Run {
  readonly text: string;
  /** `mono` and `bold` are wider than others. */
  readonly class?: string;
}

/** How a paragraph is set. */
export interface ParagraphOptions {
  readonly width: number;
  readonly size?: number;
  /** The class of all of it. */
  readonly class?: string;
  /** Lines at most; what is behind them is in a tooltip. */
  readonly most?: number;
}

/** Pixels from one line to the next, and of the text's size where none is given. */
export const LINE = 19;
const SIZE = 13;
/** Pixels that a text is given in any case. */
const LEAST = 60;
const MOST_LINES = 8;
/** Letters of a text at most: a name of megabytes must not fill the picture. */
const MOST_LETTERS = 4000;

interface Word {
  readonly text: string;
  readonly class: string;
  readonly width: number;
}

/**
 * A text in lines that fit into a width, broken at blanks, and inside of words that are wider. It stays one text, so that it is
 * selected and read as one. The fonts are the reader's: letters are taken to be as wide as in the widest of the usual ones.
 */
export function paragraph(runs: readonly Run[], options: ParagraphOptions): Block {
  const { size = SIZE, most = MOST_LINES } = options;
  const width = Math.max(options.width, LEAST);
  const lines = linesOf(wordsOf(runs, { ...options, width }), width, size);
  const shown = lines.slice(0, most);
  const isCut = lines.length > most;
  const whole = runs.map(({ text }) => printable(shortened(text, MOST_LETTERS))).join("");
  const height = Math.round((LINE * size) / SIZE);
  return {
    height: shown.length * height,
    draw: (x, y) => [
      el(
        "text",
        { x, y: round(y + height * 0.72), "font-size": size, ...(options.class && { class: options.class }) },
        ...(isCut ? [el("title", {}, whole)] : []),
        ...shown.map((line, at) => {
          const position = at === 0 ? {} : { x, dy: height };
          return el("tspan", position, ...lineText(isCut && at === shown.length - 1 ? shortenedLine(line) : line));
        }),
      ),
    ],
  };
}

/** Letters that are wider than others, and much wider. */
const WIDE = /[A-Z<>=+~#&|*"mw_]/g;
const WIDEST = /[MW@%]/g;

/** The pixels that a text takes at most. */
export function textPixels(text: string, size = SIZE, className = ""): number {
  if (/\bmono\b/.test(className)) return textWidth(text) * size * 0.61;
  const wide = (text.match(WIDE)?.length ?? 0) * 0.16 + (text.match(WIDEST)?.length ?? 0) * 0.22;
  return (textWidth(text) * (/\bbold\b/.test(className) ? 0.68 : 0.61) + wide) * size;
}

/** A line with a mark that more follows, in the place of its last letters. */
function shortenedLine(words: readonly Word[]): readonly Word[] {
  const [last] = words.slice(-1);
  return last === undefined ? [] : [...words.slice(0, -1), { ...last, text: `${last.text.slice(0, -2)}…` }];
}

/** The words of a line; those of one class together. */
function lineText(words: readonly Word[]): readonly Child[] {
  const parts: { text: string; class: string }[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    if (last?.class === word.class) last.text += word.text;
    else parts.push({ text: word.text, class: word.class });
  }
  return parts.map(({ text, class: name }): string | Markup =>
    name === "" ? text : el("tspan", { class: name }, text),
  );
}

/** Words with the blank behind them. */
function wordsOf(runs: readonly Run[], { width, size = SIZE, class: all = "" }: ParagraphOptions): readonly Word[] {
  return runs.flatMap(({ text, class: name = "" }) =>
    printable(shortened(text, MOST_LETTERS))
      .split(/(?<= )/)
      .flatMap((word) => pieces(word, (piece) => textPixels(piece, size, `${all} ${name}`), width))
      .map(({ text: piece, width: pixels }) => ({ text: piece, class: name, width: pixels })),
  );
}

/** A word, cut where it is wider than a line: after a mark if there is one, else anywhere. */
function pieces(
  word: string,
  widthOf: (text: string) => number,
  most: number,
): readonly { readonly text: string; readonly width: number }[] {
  const width = widthOf(word.trimEnd());
  if (width <= most) return [{ text: word, width }];
  const letters = [...word];
  let end = 1;
  while (end < letters.length && widthOf(letters.slice(0, end + 1).join("")) <= most) end++;
  const mark = letters.slice(0, end).findLastIndex((letter) => "/.-:,=_".includes(letter));
  const cut = mark > end / 2 ? mark + 1 : end;
  const text = letters.slice(0, cut).join("");
  return [{ text, width: widthOf(text) }, ...pieces(letters.slice(cut).join(""), widthOf, most)];
}

function linesOf(words: readonly Word[], width: number, size: number): readonly (readonly Word[])[] {
  const lines: Word[][] = [[]];
  let used = 0;
  for (const word of words) {
    if (used + word.width > width && used > 0) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(word);
    const blank = word.text.length - word.text.trimEnd().length;
    used += word.width + blank * size * 0.35;
  }
  return lines;
}
