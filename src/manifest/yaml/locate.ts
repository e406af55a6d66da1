import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import type { Position, Span } from "../../model/diagnostic.ts";
import type { FieldPath } from "../../model/resource.ts";
import { isTooDense } from "./limits.ts";
import { keyText, parseTree } from "./tree.ts";

/** Which part of a field a place is about: its name, or its value. */
export type Part = "key" | "value";

/** The places of fields in one document. The text is parsed for it only when a place is needed: most documents are valid. */
export interface Locator {
  /**
   * The place of a field; where it is absent, the place of the nearest field around it. `offset` counts into the
   * field's text, and moves the beginning there.
   */
  readonly locate: (path: FieldPath, part?: Part, offset?: number) => Span;
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

  /** Adds the function that frees a new tree, and frees the oldest one. */
  add(forget: () => void): void {
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
  const forget = (): void => {
    root = undefined;
    starts = undefined;
  };
  if (root !== undefined) recent?.add(forget);
  return {
    span,
    forget,
    locate: (path, part = "value", offset = 0) => {
      const [from, to] = range(tree(), path, part);
      const { node } = walk(tree(), path);
      const value = isScalar(node) && offset > 0 ? String(node.value) : "";
      const inside = value === "" ? -1 : text.slice(from, to).indexOf(value);
      if (inside === -1) return span(from, to);
      const end = from + inside + value.length;
      const start = Math.min(from + inside + offset, end);
      return start < end ? span(start, end) : span(end - 1, end);
    },
    plainText: (path) => {
      const node = walk(tree(), path).node;
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

interface NodeAtPath {
  /** The node at the end of the path; `undefined` where the path leads nowhere. */
  readonly node: unknown;
  /** The map entry that leads to it, if one does. */
  readonly pair: Pair | undefined;
  /** Where the last field or item on the path begins: a field's key, an item's first key. */
  readonly place: [number, number] | undefined;
}

/** Follows a path as far as there are fields. Of a repeated key the last counts; case is ignored where no key is equal. */
function walk(root: unknown, path: FieldPath): NodeAtPath {
  let node = root;
  let pair: Pair | undefined;
  let place = start(root);
  for (const part of path) {
    if (typeof part === "number" && isSeq(node) && part < node.items.length) {
      node = node.items[part];
      pair = undefined;
      place = start(node) ?? place;
      continue;
    }
    pair = isMap(node) ? entry(node, String(part)) : undefined;
    if (pair === undefined) return { node: undefined, pair: undefined, place };
    node = pair.value;
    place = ends(pair.key) ?? place;
  }
  return { node, pair, place };
}

/** The entries of a map by name, and by name in lower case; made once for each map, because a text may have thousands of mistakes. */
interface Index {
  readonly exact: ReadonlyMap<string, Pair>;
  readonly lower: ReadonlyMap<string, Pair>;
}

const INDEXES = new WeakMap<YAMLMap, Index>();

function entry(map: YAMLMap, name: string): Pair | undefined {
  let index = INDEXES.get(map);
  if (index === undefined) {
    const named = map.items.flatMap((pair) => {
      const key = keyText(pair);
      return key === undefined ? [] : [[key, pair] as const];
    });
    index = { exact: new Map(named), lower: new Map(named.map(([key, pair]) => [key.toLowerCase(), pair])) };
    INDEXES.set(map, index);
  }
  return index.exact.get(name) ?? index.lower.get(name.toLowerCase());
}

/** The stretch to point at: a scalar's own text, for a map or list its key, or the first key of a map in a list. */
function range(root: unknown, path: FieldPath, part: Part): [number, number] {
  const { node, pair, place } = walk(root, path);
  const own = isScalar(node) || isAlias(node) ? ends(node) : undefined;
  const whole = pair === undefined || part === "value";
  return (own && whole && own[1] > own[0] ? own : place) ?? [0, 0];
}

/** Where a node begins: a map at its first key. */
function start(node: unknown): [number, number] | undefined {
  return (isMap(node) ? ends(node.items[0]?.key) : undefined) ?? ends(node);
}

function ends(node: unknown): [number, number] | undefined {
  const place = (node as Node | null | undefined)?.range;
  return place ? [place[0], place[1]] : undefined;
}
