import type { TextEdit } from "../../model/diagnostic.ts";
import { objectOrEmpty } from "../../model/json.ts";
import type { FieldPath } from "../../model/resource.ts";
import type { Locator } from "../yaml/locate.ts";
import { type Fix, shapeOf } from "./fix.ts";
import { flowKey, flowValue } from "./flow-value.ts";

/** Where a fix is made: the resource as it was read, its path in the document, and the document's text. */
export interface FixPlace {
  readonly value: unknown;
  readonly base: FieldPath;
  readonly places: Locator;
}

/** A fix as a change of the text; `undefined` where the text is written in a way in which it cannot be made. */
export function textEdit(fix: Fix, path: FieldPath, { value: root, base, places }: FixPlace): TextEdit | undefined {
  const { text } = places;
  const isJson = /^\s*[[{]/.test(text);
  const parent = valueAt(root, path.slice(0, -1));
  const key = path.at(-1);
  const isThere = typeof parent === "object" && parent !== null && key !== undefined && Object.hasOwn(parent, key);
  const edit = (from: number, to: number, written: string): TextEdit => ({
    span: places.span(from, to),
    text: written,
  });
  if (fix.kind === "add") {
    const object = objectOrEmpty(valueAt(root, fix.in));
    const [first] = Object.keys(object);
    if (first === undefined || Object.hasOwn(object, fix.field)) return undefined;
    const [at] = places.stretch([...base, ...fix.in, first], "key");
    const field = `${flowKey(fix.field, isJson)}: ${flowValue(fix.value, isJson)}`;
    if (/[{,]\s*$/.test(text.slice(0, at))) return edit(at, at, `${field}, `);
    const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
    const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
    return /^[ -]*$/.test(before) ? edit(at, at, `${field}${lineEnd}${" ".repeat(before.length)}`) : undefined;
  }
  if (!isThere) return undefined;
  const inDocument = [...base, ...path];
  if (fix.kind === "rename") {
    if (typeof key !== "string" || Object.hasOwn(parent, fix.to)) return undefined;
    if (fix.holds !== "any" && fix.holds !== shapeOf(valueAt(root, path))) return undefined;
    const [from, to] = places.stretch(inDocument, "key");
    const written = text.slice(from, to);
    return written.replace(/^(["'])(.*)\1$/, "$2") === key
      ? edit(from, to, flowKey(fix.to, /^["']/.test(written)))
      : undefined;
  }
  const [from, to] = places.stretch(inDocument, "value");
  const written = text.slice(from, to);
  if (shapeOf(valueAt(root, path)) !== "scalar" || !isPlainScalar(text, from, to)) return undefined;
  if (fix.kind === "write") {
    const quote = /^["']/.exec(written)?.[0];
    return edit(from, to, flowValue(fix.value, isJson, typeof fix.value === "string" ? quote : ""));
  }
  return typeof key === "string" ? removal(text, places.stretch(inDocument, "key")[0], to, edit) : undefined;
}

/** Leaves out a field: its lines in a block, in braces it with a comma. */
function removal(
  text: string,
  from: number,
  to: number,
  edit: (from: number, to: number, written: string) => TextEdit,
): TextEdit | undefined {
  const after = /^[ \t]*,\s*/.exec(text.slice(to));
  const comma = /,\s*$/.exec(text.slice(0, from));
  if (/[{,]\s*$/.test(text.slice(0, from))) {
    if (after !== null) return edit(from, to + after[0].length, "");
    return comma === null ? edit(from, to, "") : edit(from - comma[0].length, to, "");
  }
  const line = text.lastIndexOf("\n", from - 1) + 1;
  const rest = /^[ \t]*(?:#.*)?(?:\r?\n|$)/.exec(text.slice(to));
  return text.slice(line, from).trim() === "" && rest !== null ? edit(line, to + rest[0].length, "") : undefined;
}

/** Whether a scalar is written on one line, without an anchor or tag: only such a one can be written anew. */
function isPlainScalar(text: string, from: number, to: number): boolean {
  const before = text.slice(text.lastIndexOf("\n", from - 1) + 1, from);
  return from < to && !/^[&*!|>]|\n/.test(text.slice(from, to)) && !/(?:^|[\s[{,])[&!]\S*\s+$/.test(before);
}

function valueAt(root: unknown, path: FieldPath): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}
