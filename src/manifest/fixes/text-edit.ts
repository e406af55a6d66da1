import type { TextEdit } from "../../model/diagnostic.ts";
import { isObject } from "../../model/json.ts";
import type { FieldPath } from "../../model/resource.ts";
import type { Locator } from "../yaml/locate.ts";
import { type Fix, shapeOf } from "./fix.ts";
import { flowKey, flowValue } from "./flow-value.ts";
import { isPlainScalar, removal, severalItems, type TextChange } from "./text-change.ts";

/** Where a fix is made: the resource as it was read, its path in the document, and the document's text. */
export interface FixPlace {
  readonly value: unknown;
  readonly base: FieldPath;
  readonly places: Locator;
}

/** A fix as a change of the text; `undefined` where the text is written in a way in which it cannot be made. */
export function textEdit(fix: Fix, path: FieldPath, place: FixPlace): TextEdit | undefined {
  const change = textChange(fix, path, place);
  return change && { span: place.places.span(change.from, change.to), text: change.text };
}

function textChange(fix: Fix, path: FieldPath, place: FixPlace): TextChange | undefined {
  const { base, places } = place;
  const { text } = places;
  const isJson = /^\s*[[{]/.test(text);
  if (fix.kind === "add") return addition(fix, place, isJson);
  const at = fieldAt(place.value, path);
  if (at === undefined) return undefined;
  const inDocument = [...base, ...at.path];
  if (fix.kind === "space") {
    const [start, end] = places.stretch(inDocument, typeof at.value === "string" ? "value" : "key");
    const isWord = text.slice(start, end) === `${fix.name}:${fix.rest}`;
    return isWord ? { from: start, to: end, text: `${fix.name}: ${fix.rest}` } : undefined;
  }
  const [from, to] = places.stretch(inDocument, "value");
  const written = text.slice(from, to);
  const isScalar = shapeOf(at.value) === "scalar" && isPlainScalar(text, from, to);
  if (fix.kind === "rename") {
    const { key, parent, value } = at;
    if (typeof key !== "string" || Object.hasOwn(parent, fix.to)) return undefined;
    const [keyFrom, keyTo] = places.stretch(inDocument, "key");
    const name = text.slice(keyFrom, keyTo);
    if (name.replace(/^(["'])(.*)\1$/, "$2") !== key) return undefined;
    const renamed = flowKey(fix.to, /^["']/.test(name));
    const shape = shapeOf(value);
    if (fix.holds === "scalars" && shape === "scalar")
      return isScalar && value !== "" && value !== null
        ? { from: keyFrom, to, text: `${renamed}${text.slice(keyTo, from)}[${written}]` }
        : undefined;
    const isOfShape = fix.holds === "any" || shape === (fix.holds === "scalars" ? "list" : fix.holds);
    return isOfShape ? { from: keyFrom, to: keyTo, text: renamed } : undefined;
  }
  if (fix.kind === "remove" && typeof at.key === "string") {
    const [keyFrom, keyTo] = places.stretch(inDocument, "key");
    const bare = /^[ \t]*:(?=[ \t]*(?:\r?\n|[,}]|$)|[ \t]+#)/.exec(text.slice(keyTo));
    if (at.value === null && bare !== null) return removal(text, keyFrom, keyTo + bare[0].length);
    return isScalar ? removal(text, keyFrom, to) : undefined;
  }
  if (!isScalar) return undefined;
  if (fix.kind === "items")
    return severalItems(
      text,
      from,
      to,
      fix.values.map((value) => flowValue(value, isJson)),
    );
  if (fix.kind !== "write") return undefined;
  // A number as it is written: its value may have fewer digits.
  const isOwn = Array.isArray(fix.value) && fix.value.length === 1 && fix.value[0] === at.value;
  if (isOwn && typeof at.value === "number") return { from, to, text: `[${written}]` };
  const quote = /^["']/.exec(written)?.[0];
  return { from, to, text: flowValue(fix.value, isJson, typeof fix.value === "string" ? quote : "") };
}

/** A field more: before the first of an object, in braces that have nothing between them, or in an object that is not there yet. */
function addition(fix: Extract<Fix, { kind: "add" }>, place: FixPlace, isJson: boolean): TextChange | undefined {
  const { base, places } = place;
  const { text } = places;
  const { in: into, field: name, value } = fix;
  const object = into.length === 0 ? place.value : fieldAt(place.value, into)?.value;
  const last = into.at(-1);
  if (object === undefined && typeof last === "string")
    return addition({ kind: "add", in: into.slice(0, -1), field: last, value: { [name]: value } }, place, isJson);
  if (!isObject(object) || Object.hasOwn(object, name)) return undefined;
  const field = `${flowKey(name, isJson)}: ${flowValue(value, isJson)}`;
  const [first] = Object.keys(object);
  if (first === undefined) {
    const [, keyTo] = places.stretch([...base, ...into], "key");
    const empty = /^(["']?[ \t]*:\s*)\{\s*\}/.exec(text.slice(keyTo));
    if (into.length === 0 || empty === null) return undefined;
    return { from: keyTo + (empty[1] ?? "").length, to: keyTo + empty[0].length, text: `{${field}}` };
  }
  const [at] = places.stretch([...base, ...into, first], "key");
  if (/[{,]\s*$/.test(text.slice(0, at))) return { from: at, to: at, text: `${field}, ` };
  const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const isInBlock = /^[ -]*$/.test(before);
  return isInBlock ? { from: at, to: at, text: `${field}${lineEnd}${" ".repeat(before.length)}` } : undefined;
}

/** A field of the resource as it is written. */
interface WrittenField {
  readonly path: FieldPath;
  readonly key: string | number;
  readonly parent: object;
  readonly value: unknown;
}

/** The field at a path, whose names may be written in another case; `undefined` where it is not written, or twice. */
function fieldAt(root: unknown, path: FieldPath): WrittenField | undefined {
  let field: WrittenField | undefined;
  let value = root;
  const written: (string | number)[] = [];
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    const key = Object.hasOwn(value, part) ? part : otherCaseOf(value, part);
    if (key === undefined) return undefined;
    written.push(key);
    const parent = value;
    value = (parent as Record<string | number, unknown>)[key];
    field = { path: written, key, parent, value };
  }
  return field;
}

function otherCaseOf(value: object, part: string | number): string | undefined {
  const keys = Object.keys(value).filter((key) => key.toLowerCase() === String(part).toLowerCase());
  return keys.length === 1 && typeof part === "string" ? keys[0] : undefined;
}
