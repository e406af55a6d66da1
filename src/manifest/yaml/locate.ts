import { isScalar, type Node } from "yaml";
import type { Position, Span } from "../../model/diagnostic.ts";
import type { FieldPath } from "../../model/resource.ts";
import { type FastReading, fastStretch, readFast } from "./fast/fast-stretch.ts";
import type { FieldAtPath } from "./fast/written-fields.ts";
import { isTooDense } from "./limits.ts";
import type { Part } from "./pointed.ts";
import { parseTree } from "./tree.ts";
import { nodeAt, treeStretch } from "./tree-stretch.ts";

/**
 * The places of fields in one document. The text is read for it only when a place is needed: most documents are valid. What
 * `fast-block` reads is not given to the `yaml` package, which takes ten times as long.
 */
export interface Locator {
  /**
   * The place of a field; where it is absent, the place of the nearest field around it. `offset` counts into the
   * field's text, and moves the beginning there.
   */
  readonly locate: (path: FieldPath, part?: Part, offset?: number) => Span;
  /** The document's text. */
  readonly text: string;
  /** The offsets in the text of what `locate` points at. */
  readonly stretch: (path: FieldPath, part: Part) => readonly [from: number, to: number];
  /** How a scalar is written, without quotes; `undefined` where there is none or it is quoted. */
  readonly plainText: (path: FieldPath) => string | undefined;
  /** The place of a stretch of the text. */
  readonly span: (from: number, to: number) => Span;
  /** Frees the parsed text; it is parsed again when a place is needed later. */
  readonly forget: () => void;
}

/** How many documents stay parsed: a tree takes a hundred times the memory of its text, and places are needed document by document. */
const MOST_KEPT = 8;

/** Frees the trees of all but the documents that were used last; one for all documents that are read together. */
export class RecentTrees {
  readonly #forget: (() => void)[] = [];

  /** Adds the function that frees a new tree, and frees the oldest one; never the new one, which may have been added before. */
  add(forget: () => void): void {
    const before = this.#forget.indexOf(forget);
    if (before >= 0) this.#forget.splice(before, 1);
    if (this.#forget.push(forget) > MOST_KEPT) this.#forget.shift()?.();
  }
}

/** What a locator may start from. */
export interface LocatorOptions {
  /** The document's tree, if there is one already. */
  readonly parsed?: Node | null;
  /** Frees the tree later; without it, only `forget` does. */
  readonly recent?: RecentTrees | undefined;
}

/** The places of a document that begins `line` lines below its source's beginning. */
export function locator(source: string, text: string, line: number, options: LocatorOptions = {}): Locator {
  const { recent } = options;
  let starts: number[] | undefined;
  let root = options.parsed;
  let fast: FastReading | undefined;
  // An evaluator's trace names the same rules for each of many worlds, long after the tree was freed.
  const known = new Map<string, Span>();

  const position = (offset: number): Position => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: line + low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
  const span = (from: number, to: number): Span => {
    const start = Math.min(from, text.length);
    return { source, start: position(start), end: position(Math.max(start, Math.min(to, text.length))) };
  };
  const tree = (): Node | null => {
    if (root === undefined) {
      root = parseTree(isTooDense(text) ? text.slice(0, HEAD) : text).contents;
      recent?.add(forget);
    }
    return root;
  };
  const fastAt = (path: FieldPath): FieldAtPath | undefined => {
    if (root !== undefined) return undefined;
    if (fast === undefined) {
      fast = readFast(text);
      recent?.add(forget);
    }
    const found = fast.root && fast.fields.at(fast.root, path);
    return found?.own === "over lines" ? undefined : found;
  };
  const forget = (): void => {
    root = undefined;
    fast = undefined;
    starts = undefined;
  };
  if (root !== undefined) recent?.add(forget);
  const pointed = (path: FieldPath, part: Part) =>
    fastStretch(text, fastAt(path), part) ?? treeStretch(tree(), path, part);
  const place = (path: FieldPath, part: Part, offset: number): Span => {
    const [from, to, value] = pointed(path, part);
    const inside = offset > 0 && value !== "" ? text.slice(from, to).indexOf(value) : -1;
    if (inside === -1) return span(from, to);
    const end = from + inside + value.length;
    const start = Math.min(from + inside + offset, end);
    return start < end ? span(start, end) : span(end - 1, end);
  };
  return {
    span,
    text,
    stretch: (path, part) => {
      const [from, to] = pointed(path, part);
      return [from, to];
    },
    forget,
    locate: (path, part = "value", offset = 0) => {
      const key = JSON.stringify([path, part, offset]);
      const found = known.get(key) ?? place(path, part, offset);
      known.set(key, found);
      return found;
    },
    plainText: (path) => {
      const own = fastAt(path)?.own;
      if (typeof own === "object") return own.isPlain ? text.slice(own.from, own.to) : undefined;
      const node = nodeAt(tree(), path).node;
      return isScalar(node) && node.type === "PLAIN" ? node.source : undefined;
    },
  };
}

/** Of a text that would take seconds to parse only this much is parsed for places; a later field has the place of the object it is in. */
const HEAD = 64 * 1024;

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
