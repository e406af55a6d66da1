import type { Markup } from "../../markup.ts";
import { type Block, below, beside, space } from "../../svg/block.ts";
import { paragraph, type Run, textPixels } from "../../svg/paragraph.ts";
import { svgElement } from "../../svg/svg-element.ts";
import type { PathPicture, PicturedChoice, PicturedPath, Reason } from "../picture-types.ts";
import { resultTone, verdictSign } from "./marks.ts";
import { pathBlock } from "./path-block.ts";

/** How a picture is drawn. */
export interface SvgOptions {
  /** In pixels; below 600 what is beside each other otherwise is below each other. */
  readonly width?: number;
  /** The beginning of the ids in it, which differ between pictures of one page. */
  readonly id?: string;
  /** Whether the verdict, what decided and the choices stand beside the picture, which then has the paths only. */
  readonly isBare?: boolean;
  /** Whether the page that it is a part of has the style of pictures. */
  readonly isStyledByPage?: boolean;
}

const WIDTH = 960;
/** Narrower pictures have below each other what others have beside each other. */
const NARROW = 600;

/** A picture as an SVG document: text that can be selected, light and dark, without scripts, fonts or requests. */
export function pathSvg(picture: PathPicture, options: SvgOptions = {}): string {
  return `${pathSvgElement([picture], options)}\n`;
}

/** Pictures below each other in one SVG element. */
export function pathSvgElement(pictures: readonly PathPicture[], options: SvgOptions = {}): Markup {
  const { width = WIDTH, id = "path", isBare = false, isStyledByPage } = options;
  const margin = isBare ? 2 : width < NARROW ? 14 : 28;
  const room = width - 2 * margin;
  const whole = below(
    pictures.map((picture) => pictureBlock(picture, room, isBare)),
    56,
  );
  const title = pictures.length === 1 ? titleText(pictures[0]) : `Paths of ${pictures.length} packets`;
  return svgElement(
    { id, title, description: pictures.map(descText).join("\n"), width, margin, isStyledByPage },
    whole,
  );
}

function titleText(picture: PathPicture | undefined): string {
  if (picture === undefined) return "";
  const { name, packet, verdict } = picture;
  return `${name === undefined ? "" : `${name}: `}${verdict.toUpperCase()} ${packet}`;
}

function descText(picture: PathPicture): string {
  const { route, reason, choices, paths } = picture;
  const replies = choices.length > 0 ? [] : paths.flatMap(({ reply }) => (reply ? [`${reply.head}${reply.why}`] : []));
  return [titleText(picture), route, reasonText(reason), ...replies].join("; ");
}

function reasonText({ text, place }: Reason): string {
  return place === undefined ? text : `${text} (${place})`;
}

function pictureBlock(picture: PathPicture, width: number, isBare: boolean): Block {
  const { choices, paths } = picture;
  return below(
    [
      ...(isBare ? [] : [headBlock(picture, width), choicesBlock(choices, width)]),
      ...paths.map((path) => choicePath(path, width)),
    ],
    20,
  );
}

function headBlock({ name, packet, route, verdict, reason, paths, choices, unmet }: PathPicture, width: number): Block {
  const sign = verdictSign(verdict);
  const isNarrow = width < NARROW - 40;
  const left = isNarrow ? 0 : sign.width + 16;
  const [only] = choices.length === 0 ? paths : [];
  const text = (runs: readonly Run[], size = 14) => paragraph(runs, { width: width - left, size });
  const failed: readonly Run[] = [{ text: "expectation not met: ", class: "bold word bad" }, { text: unmet ?? "" }];
  const words = below(
    [
      ...(name === undefined ? [] : [text([{ text: name, class: "bold" }], 17)]),
      text([{ text: packet, class: "mono bold" }], 16),
      text([{ text: route, class: "muted" }]),
      text(reasonRuns(reason)),
      ...replyLines(only, text),
      ...(unmet === undefined ? [] : [text(failed)]),
    ],
    4,
  );
  if (isNarrow) return below([sign, words], 8);
  return beside([
    [0, sign],
    [left, words],
  ]);
}

function replyLines(path: PicturedPath | undefined, text: (runs: readonly Run[]) => Block): readonly Block[] {
  if (path?.reply === undefined) return [];
  const { verdict, head, why } = path.reply;
  return [text([{ text: head, class: `bold word ${verdict === "allow" ? "good" : "bad"}` }, { text: why }])];
}

function reasonRuns({ text, place }: Reason): readonly Run[] {
  return [{ text }, ...(place === undefined ? [] : [{ text: ` (${place})`, class: "mono muted" }])];
}

function choicesBlock(choices: readonly PicturedChoice[], width: number): Block {
  const isNarrow = width < NARROW - 40;
  const first = Math.max(...choices.map(({ result }) => textPixels(result, 13, "bold"))) + 20;
  const half = (width - first) / 2;
  return below(
    choices.map(({ result, name, reason }) => {
      const word = paragraph([{ text: result, class: `bold word ${resultTone(result)}` }], { width });
      const what = (room: number) => paragraph([{ text: name }], { width: room });
      const why = (room: number) => paragraph(reasonRuns(reason), { width: room });
      if (isNarrow) return below([word, what(width), why(width)]);
      return beside([
        [0, word],
        [first, what(half - 16)],
        [first + half, why(half)],
      ]);
    }),
    6,
  );
}

function choicePath(path: PicturedPath, width: number): Block {
  const drawn = pathBlock(path, width);
  if (path.choice === undefined) return drawn;
  const { choice, packet, route, verdict, reason } = path;
  const head = headBlock({ name: choice, packet, route, verdict, reason, choices: [], paths: [path] }, width);
  return below([space(4), head, drawn], 20);
}
