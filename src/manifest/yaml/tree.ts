import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  type YAMLMap,
} from "yaml";
import type { Diagnostic, Span } from "../../model/diagnostic.ts";
import { MAX_NESTING } from "./limits.ts";
import { quoteHelp } from "./quote-help.ts";
import { resolvePlain, scalarText } from "./scalars.ts";

/** A finding about a stretch of a document's text; offsets count UTF-16 units. */
export interface TextProblem {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly message: string;
  readonly from: number;
  readonly to: number;
  readonly help?: string;
}

/** A finding about a stretch of a text, at its place. */
export function textDiagnostic(
  { severity, code, message, from, to, help }: TextProblem,
  span: (from: number, to: number) => Span,
): Diagnostic {
  return { severity, code, message, span: span(from, to), ...(help !== undefined && { help }) };
}

/** Values that aliases may repeat in one document before it counts as an attack. */
const MAX_REPEATED = 400_000;

/** Parses YAML to nodes with their places; scalars stay text, which `resolveScalar` turns into values. */
export function parseTree(text: string): Document.Parsed {
  return parseDocument(text, {
    schema: "failsafe",
    version: "1.2",
    uniqueKeys: false,
    merge: false,
    logLevel: "silent",
    prettyErrors: false,
  });
}

/** What a scalar node means: plain ones by YAML 1.1, the others are text; a tag decides before both. `undefined`: base64 that is not. */
function resolveScalar(scalar: Scalar): unknown {
  const text = typeof scalar.source === "string" ? scalar.source : String(scalar.value ?? "");
  const tag = scalar.tag?.replace("tag:yaml.org,2002:", "");
  if (tag === "int" || tag === "float" || tag === "bool" || tag === "null") return resolvePlain(text);
  if (tag === "binary") return fromBase64(text);
  if (tag !== undefined) return text;
  return scalar.type === Scalar.PLAIN || scalar.type === undefined ? resolvePlain(text) : text;
}

/** The text that base64 stands for, which may be on several lines, or `undefined`. */
function fromBase64(text: string): string | undefined {
  const digits = text.replace(/[\r\n]/g, "");
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(digits)) return undefined;
  return new TextDecoder().decode(Uint8Array.from(atob(digits), (char) => char.charCodeAt(0)));
}

/**
 * The document as plain values (objects have only own properties, `__proto__` among them if it is written). Aliases
 * share their anchor's value. Findings go to `report`; values with errors are left out. `text` is what was parsed.
 */
export function treeValue(document: Document.Parsed, text: string, report: (problem: TextProblem) => void): unknown {
  const anchors = new Map<string, { value: unknown; size: number; open: boolean }>();
  let size = 0;
  let repeated = 0;

  const problem = (node: Node | null, code: string, message: string, help?: string): undefined => {
    const [from = 0, to = 0] = node?.range ?? [];
    report({ severity: "error", code, message, from, to, ...(help !== undefined && { help }) });
    return undefined;
  };

  const convert = (node: unknown, depth: number): unknown => {
    size += 1;
    if (node === null || node === undefined) return null;
    if (isAlias(node)) return fromAlias(node);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    const before = size;
    const slot = { value: undefined as unknown, size: 0, open: true };
    if (anchor !== undefined) anchors.set(anchor, slot);
    slot.value = fromNode(node as Node, depth);
    slot.size = size - before + 1;
    slot.open = false;
    return slot.value;
  };

  const fromAlias = (alias: Alias): unknown => {
    const slot = anchors.get(alias.source);
    if (slot === undefined)
      return problem(
        alias,
        "yaml.alias",
        `no anchor \`&${alias.source}\` before this alias`,
        quoteHelp(`*${alias.source}`),
      );
    if (slot.open) return problem(alias, "yaml.alias", `\`*${alias.source}\` is inside its own anchor`);
    repeated += slot.size;
    size += slot.size;
    if (repeated > MAX_REPEATED) {
      if (repeated - slot.size <= MAX_REPEATED) problem(alias, "yaml.alias", "aliases repeat too much");
      return undefined;
    }
    return slot.value;
  };

  const fromNode = (node: Node, depth: number): unknown => {
    if (depth > MAX_NESTING) return problem(node, "yaml.too-deep", `nested deeper than ${MAX_NESTING} levels`);
    if (isScalar(node)) {
      if (isUnclosed(node, text)) return problem(node, "yaml.syntax", "the closing quote is missing", INDENT_MORE);
      const value = resolveScalar(node);
      if (value === undefined) return problem(node, "yaml.syntax", "this is not base64, which `!!binary` means");
      if (typeof value === "number" && !Number.isFinite(value)) {
        return problem(node, "yaml.number", `invalid number \`${node.source}\``);
      }
      return value;
    }
    if (isSeq(node)) return node.items.map((item) => convert(item, depth + 1));
    return isMap(node) ? fromMap(node, depth) : undefined;
  };

  const fromMap = (map: YAMLMap, depth: number): unknown => {
    const entries = new Map<string, unknown>();
    const own = new Set<string>();
    for (const pair of map.items) {
      const key = keyText(pair);
      if (key === undefined) {
        problem((pair.key ?? map) as Node, "yaml.key", "a key must be text", "quote it");
      } else if (key === "<<" && isScalar(pair.key) && pair.key.type === Scalar.PLAIN) {
        for (const [name, value] of merged(convert(pair.value, depth + 1)))
          if (!entries.has(name)) entries.set(name, value);
      } else {
        if (own.has(key) && isScalar(pair.key)) duplicate(pair.key, key);
        own.add(key);
        entries.set(key, convert(pair.value, depth + 1));
      }
    }
    return Object.fromEntries(entries);
  };

  const duplicate = (node: Scalar, key: string): void => {
    const [from = 0, to = 0] = node.range ?? [];
    const help = "remove one of them";
    const message = `\`${key}\` is given twice; the last one counts`;
    report({ severity: "warning", code: "yaml.duplicate-key", message, from, to, help });
  };

  return convert(document.contents, 0);
}

const INDENT_MORE = "text in quotes goes on in lines that are indented";

/**
 * Whether text in double quotes ends with a quote that is escaped. The package takes it for the closing one where the next
 * line is not indented, and drops the rest without an error; Go reads on.
 */
function isUnclosed({ type, range }: Scalar, text: string): boolean {
  if (type !== Scalar.QUOTE_DOUBLE || !range) return false;
  const [start, end] = range;
  let at = end - 2;
  while (at > start && text.charAt(at) === "\\") at -= 1;
  return (end - 2 - at) % 2 === 1;
}

/** The fields a merge key (`<<: *x`) brings: those of a map, or of each map of a list. */
function merged(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap((item) => merged(item));
  return value !== null && typeof value === "object" ? Object.entries(value) : [];
}

/** A key as text: numbers and booleans as they are stored; `undefined` for null, lists and maps. */
export function keyText(pair: Pair): string | undefined {
  if (!isScalar(pair.key)) return undefined;
  const value = resolveScalar(pair.key);
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint"
    ? scalarText(value)
    : undefined;
}
