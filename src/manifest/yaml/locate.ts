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
  readonly #documents: Pick<Locator, "forget">[] = [];

  /** Adds a document with a new tree, and frees the oldest one; never the new one, which may have been added before. */
  add(document: Pick<Locator, "forget">): void {
    const before = this.#documents.indexOf(document);
    if (before >= 0) this.#documents.splice(before, 1);
    if (this.#documents.push(document) > MOST_KEPT) this.#documents.shift()?.forget();
  }
}

/** What a locator may start from. */
export interface LocatorOptions {
  /** The document's tree, if there is one already. */
  readonly parsed?: Node | null;
  /** Frees the tree later; without it, only `forget` does. */
  readonly recent?: RecentTrees | undefined;
}

/** The places of a document that begins `line` lines below its source's beginning. Its methods are called on it, never apart from it. */
export function locator(source: string, text: string, line: number, options: LocatorOptions = {}): Locator {
  return new TextLocator(source, text, line, options);
}

/** A class, because a large manifest has one for each document, and functions of its own would take more memory than the text. */
class TextLocator implements Locator {
  readonly text: string;
  readonly #source: string;
  readonly #line: number;
  readonly #recent: RecentTrees | undefined;
  #starts: number[] | undefined;
  #root: Node | null | undefined;
  #fast: FastReading | undefined;
  /** Places that were found: an evaluator's trace names the same rules for each of many worlds, long after the tree was freed. */
  #known: Map<string, Span> | undefined;

  constructor(source: string, text: string, line: number, { parsed, recent }: LocatorOptions) {
    this.text = text;
    this.#source = source;
    this.#line = line;
    this.#recent = recent;
    this.#root = parsed;
    if (parsed !== undefined) this.#keep();
  }

  span(from: number, to: number): Span {
    const { length } = this.text;
    const start = Math.min(from, length);
    const end = Math.max(start, Math.min(to, length));
    return { source: this.#source, start: this.#position(start), end: this.#position(end) };
  }

  locate(path: FieldPath, part: Part = "value", offset = 0): Span {
    const key = JSON.stringify([path, part, offset]);
    this.#known ??= new Map();
    const found = this.#known.get(key) ?? this.#place(path, part, offset);
    this.#known.set(key, found);
    return found;
  }

  stretch(path: FieldPath, part: Part): readonly [from: number, to: number] {
    const [from, to] = this.#pointed(path, part);
    return [from, to];
  }

  plainText(path: FieldPath): string | undefined {
    const own = this.#fastAt(path)?.own;
    if (typeof own === "object") return own.isPlain ? this.text.slice(own.from, own.to) : undefined;
    const { node } = nodeAt(this.#tree(), path);
    return isScalar(node) && node.type === "PLAIN" ? node.source : undefined;
  }

  forget(): void {
    this.#root = undefined;
    this.#fast = undefined;
    this.#starts = undefined;
  }

  /** Has the parsed text freed when others were parsed after it. */
  #keep(): void {
    this.#recent?.add(this);
  }

  #position(offset: number): Position {
    this.#starts ??= lineStarts(this.text);
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: this.#line + low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  #tree(): Node | null {
    if (this.#root === undefined) {
      const { text } = this;
      this.#root = parseTree(isTooDense(text) ? text.slice(0, HEAD) : text).contents;
      this.#keep();
    }
    return this.#root;
  }

  #fastAt(path: FieldPath): FieldAtPath | undefined {
    if (this.#root !== undefined) return undefined;
    if (this.#fast === undefined) {
      this.#fast = readFast(this.text);
      this.#keep();
    }
    const found = this.#fast.root && this.#fast.fields.at(this.#fast.root, path);
    return found?.own === "over lines" ? undefined : found;
  }

  #pointed(path: FieldPath, part: Part): readonly [from: number, to: number, value: string] {
    return fastStretch(this.text, this.#fastAt(path), part) ?? treeStretch(this.#tree(), path, part);
  }

  #place(path: FieldPath, part: Part, offset: number): Span {
    const [from, to, value] = this.#pointed(path, part);
    const inside = offset > 0 && value !== "" ? this.text.slice(from, to).indexOf(value) : -1;
    if (inside === -1) return this.span(from, to);
    const end = from + inside + value.length;
    const start = Math.min(from + inside + offset, end);
    return start < end ? this.span(start, end) : this.span(end - 1, end);
  }
}

/** Of a text that would take seconds to parse only this much is parsed for places; a later field has the place of the object it is in. */
const HEAD = 64 * 1024;

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
