import type { Markup } from "../markup.ts";

/** A part of a picture, drawn with its upper left corner at a point. */
export interface Block {
  readonly height: number;
  readonly draw: (x: number, y: number) => readonly Markup[];
}

/** Nothing, of a height. */
export function space(height: number): Block {
  return { height, draw: () => [] };
}

/** Blocks below each other. */
export function below(blocks: readonly Block[], gap = 0): Block {
  const shown = blocks.filter(({ height }) => height > 0);
  const height = shown.reduce((sum, one) => sum + one.height, 0) + gap * Math.max(0, shown.length - 1);
  return {
    height,
    draw: (x, y) => {
      let at = y;
      return shown.flatMap((one) => {
        const drawn = one.draw(x, at);
        at += one.height + gap;
        return drawn;
      });
    },
  };
}

/** Blocks beside each other, each so far from the left. */
export function beside(parts: readonly (readonly [left: number, block: Block])[]): Block {
  return {
    height: Math.max(0, ...parts.map(([, { height }]) => height)),
    draw: (x, y) => parts.flatMap(([left, block]) => block.draw(x + left, y)),
  };
}

/** A block with room around it. */
export function padded(block: Block, { left = 0, top = 0, bottom = 0 }): Block {
  return { height: block.height + top + bottom, draw: (x, y) => block.draw(x + left, y + top) };
}

/** A coordinate as it is written: to a tenth of a pixel. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
