import { goFloat } from "../../../model/go-numbers.ts";
import { byteLength } from "../../checks/lenient.ts";
import { naturalOrder } from "./key-order.ts";
import { scalarText } from "./scalar-text.ts";

/**
 * YAML as calicoctl prints it, by the rules of Go's library (go-yaml 2.4 behind sigs.k8s.io/yaml): keys in its order,
 * lists not indented below their key, lines folded behind 80 characters (or `width`), quotes only where they are needed.
 */
export function goYaml(value: unknown, { width = LINE }: { readonly width?: number } = {}): string {
  const text = node(value, { column: 0, indent: 0, width, isAlone: true });
  return `${text}\n`;
}

/** Lines are folded behind so many characters. */
const LINE = 80;
/** About how many characters a piece of a long text has. */
const PIECE = 64 * 1024;

/** The same in pieces, made one after the other, so that the resources of a large store are never one text. */
export function* goYamlPieces(value: unknown): Generator<string> {
  let piece = "";
  for (const part of partsOf(value)) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}\n`;
}

/** The items of a list, and of each list that is a field, apart. */
function* partsOf(value: unknown): Generator<string> {
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  const fields = isMap ? fieldsOf(value) : [];
  if (Array.isArray(value) && value.length > 0) yield* partsOfList(value);
  else if (fields.length === 0) yield node(value, { column: 0, indent: 0, width: LINE, isAlone: true });
  for (const [at, [key, field]] of fields.entries()) {
    if (at > 0) yield "\n";
    if (!Array.isArray(field) || field.length === 0 || isLong(key)) yield entry(key, field, 0, LINE);
    else {
      yield `${simpleKey(key, 0, LINE)}:\n`;
      yield* partsOfList(field);
    }
  }
}

function* partsOfList(items: readonly unknown[]): Generator<string> {
  for (const [at, item] of items.entries())
    yield `${at > 0 ? "\n" : ""}- ${node(item, { column: 2, indent: 2, width: LINE })}`;
}

/** Where a value is written. */
interface Place {
  /** Characters that stand before it on its line. */
  readonly column: number;
  /** The column of its keys or dashes, when it has some. */
  readonly indent: number;
  /** Lines with more characters are folded. */
  readonly width: number;
  /** Whether it is the whole document. */
  readonly isAlone?: boolean;
}

type Fields = readonly (readonly [string, unknown])[];

/** The longest key, in bytes, that stands before its value on one line. */
const LONGEST_KEY = 128;

/** What ends a line in YAML 1.1. */
const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/;

function node(value: unknown, place: Place): string {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : list(value, place);
  if (typeof value === "object" && value !== null) {
    const fields = fieldsOf(value);
    return fields.length === 0 ? "{}" : map(fields, place);
  }
  if (typeof value !== "string") return other(value);
  const indent = place.isAlone ? 2 : place.indent;
  return scalarText(value, { ...place, indent, isSimpleKey: false });
}

function list(items: readonly unknown[], { indent, width }: Place): string {
  const inner = { column: indent + 2, indent: indent + 2, width };
  return items.map((item) => `- ${node(item, inner)}`).join(`\n${" ".repeat(indent)}`);
}

function map(fields: Fields, { indent, width }: Place): string {
  return fields.map(([key, value]) => entry(key, value, indent, width)).join(`\n${" ".repeat(indent)}`);
}

function entry(key: string, value: unknown, indent: number, width: number): string {
  if (isLong(key)) return longEntry(key, value, indent, width);
  const written = simpleKey(key, indent, width);
  const below = blockIndent(value, indent);
  if (below !== undefined)
    return `${written}:\n${" ".repeat(below)}${node(value, { column: below, indent: below, width })}`;
  return `${written}: ${node(value, { column: indent + written.length + 2, indent: indent + 2, width })}`;
}

function isLong(key: string): boolean {
  return LINE_BREAK.test(key) || byteLength(key) > LONGEST_KEY;
}

function simpleKey(key: string, indent: number, width: number): string {
  return scalarText(key, { column: indent, indent: indent + 2, width, isSimpleKey: true });
}

/** A key that is too long, or has several lines, stands behind a question mark, and its value behind a colon. */
function longEntry(key: string, value: unknown, indent: number, width: number): string {
  const inner = { column: indent + 2, indent: indent + 2, width };
  return `? ${scalarText(key, { ...inner, isSimpleKey: false })}\n${" ".repeat(indent)}: ${node(value, inner)}`;
}

/** The column of a list or map below its key; `undefined` for what stands beside it. */
function blockIndent(value: unknown, indent: number): number | undefined {
  if (Array.isArray(value)) return value.length === 0 ? undefined : indent;
  const isMap = typeof value === "object" && value !== null && Object.values(value).some(isPrinted);
  return isMap ? indent + 2 : undefined;
}

/** The fields that are printed, in order. */
function fieldsOf(value: object): Fields {
  const fields: (readonly [string, unknown])[] = [];
  for (const key of inOrder(Object.keys(value))) {
    const field = (value as Readonly<Record<string, unknown>>)[key];
    if (isPrinted(field)) fields.push([key, field]);
  }
  return fields;
}

function isPrinted(field: unknown): boolean {
  return field !== undefined;
}

/** The keys of objects in their order, by all of them joined: the objects of a long list have the same few. */
const ordered = new Map<string, readonly string[]>();
const MOST_ORDERED = 1000;
/** Joins keys; those that have it in them are not kept. */
const BETWEEN = "\0";

function inOrder(keys: string[]): readonly string[] {
  if (keys.length < 2) return keys;
  const joined = keys.join(BETWEEN);
  const known = ordered.get(joined);
  // As many as there are between the marks: no key of either has one in it.
  if (known?.length === keys.length) return known;
  const sorted = keys.sort(naturalOrder);
  if (ordered.size >= MOST_ORDERED) ordered.clear();
  if (joined.split(BETWEEN).length === keys.length) ordered.set(joined, sorted);
  return sorted;
}

/** A number, a boolean or null. */
function other(value: unknown): string {
  return typeof value === "number" ? number(value) : JSON.stringify(value ?? null);
}

/** Integers of up to 64 bits in full, others as Go's floats. */
function number(value: number): string {
  if (Number.isInteger(value) && value > -(2 ** 63) && value < 2 ** 64) return BigInt(value).toString();
  return goFloat(value);
}
