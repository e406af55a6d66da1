import { el, emptyEl, type Markup } from "../markup.ts";
import type { Block } from "./block.ts";
import { PICTURE_STYLE } from "./picture-style.ts";

/** What a picture is called, and how large it is. */
export interface SvgFrame {
  /** The beginning of the ids in it. */
  readonly id: string;
  /** What a screen reader calls it, and what it reads of it. */
  readonly title: string;
  readonly description: string;
  readonly width: number;
  /** Around what is drawn. */
  readonly margin: number;
  /** Whether the page that it is a part of has the style of pictures. */
  readonly isStyledByPage?: boolean | undefined;
}

/** A picture as an element of SVG that is a whole document, or a part of a page. */
export function svgElement(frame: SvgFrame, content: Block): Markup {
  const { id, title, description, width, margin, isStyledByPage = false } = frame;
  const height = Math.ceil(content.height + 2 * margin);
  const [titleId, descriptionId] = [`${id}-title`, `${id}-desc`];
  return el(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "picture",
      viewBox: `0 0 ${width} ${height}`,
      ...{ width, height },
      role: "img",
      "aria-labelledby": `${titleId} ${descriptionId}`,
    },
    el("title", { id: titleId }, title),
    el("desc", { id: descriptionId }, description),
    ...(isStyledByPage ? [] : [el("style", {}, PICTURE_STYLE)]),
    emptyEl("rect", { ...{ width, height }, class: "ground" }),
    ...content.draw(margin, margin),
  );
}
