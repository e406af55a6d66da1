import type { FieldPath } from "../../model/resource.ts";
import type { Unreadable } from "../datastore.ts";
import { MAX_DEPTH } from "./encode-json.ts";

/** The places, as `placeOf` writes them, of numbers that are not only what they are as JavaScript's. */
export interface NumberForms {
  /** Written with a fraction or an exponent, which Go reads into no whole number. */
  readonly fractions: ReadonlySet<string>;
  /** With more digits than a float64 has: written back, they would be others. */
  readonly inexact: ReadonlySet<string>;
}

/** The JSON of a stored value, and how its numbers are written; or why it is not read. */
export type StoredJson =
  | { readonly ok: true; readonly value: unknown; readonly numbers: NumberForms }
  | ({ readonly ok: false } & Omit<Unreadable, "key">);

/** Of a value whose numbers are all as they are. */
export const PLAIN_NUMBERS: NumberForms = { fractions: new Set(), inexact: new Set() };

/** A path as the key of a set. */
export function placeOf(path: FieldPath): string {
  return JSON.stringify(path);
}

/**
 * Reads the JSON of a stored value. What is written again as it was read, as nearly every value is, repeats no key and has no number
 * that is not as it seems: all else is looked through. Refused are a key that is repeated in one object, where Go joins what we
 * would replace, numbers that no float64 holds, and values so deep that no resource is like it.
 */
export function readStoredJson(text: string): StoredJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: "the stored value is not a JSON object", forCalico: "unreadable" };
  }
  if (isShallow(text) && JSON.stringify(value) === text) return { ok: true, value, numbers: PLAIN_NUMBERS };
  const fault = unusable(value, 0);
  if (fault !== undefined) return { ok: false, reason: `the stored value ${fault}`, forCalico: "perhaps" };
  const { repeated, numbers } = scan(text);
  if (repeated !== undefined)
    return { ok: false, reason: `the stored value has the key ${repeated} twice`, forCalico: "perhaps" };
  return { ok: true, value, numbers };
}

/** Whether a text has too few objects and lists for them to be nested too deep. */
function isShallow(text: string): boolean {
  let count = 0;
  for (const opening of ["{", "["]) {
    for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + 1))
      if (++count === MAX_DEPTH) return false;
  }
  return true;
}

/** Why a parsed value cannot be used; `undefined` where it can. */
function unusable(value: unknown, depth: number): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? undefined : "has a number that is too large";
  if (typeof value !== "object" || value === null) return undefined;
  if (depth === MAX_DEPTH) return `is nested more than ${MAX_DEPTH} levels deep`;
  for (const item of Array.isArray(value) ? value : Object.values(value)) {
    const fault = unusable(item, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** An object or a list that is being read: the keys of an object so far, and the key or number of the item at hand. */
interface Frame {
  readonly keys: Set<string> | undefined;
  part: string | number;
  isKeyNext: boolean;
}

/** Looks through valid JSON text for a repeated key (as JSON) and for how numbers are written. */
function scan(text: string): { readonly repeated?: string; readonly numbers: NumberForms } {
  const frames: Frame[] = [];
  const [fractions, inexact] = [new Set<string>(), new Set<string>()];
  const numbers = { fractions, inexact };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    const frame = frames.at(-1);
    if (char === "{") frames.push({ keys: new Set(), part: "", isKeyNext: true });
    else if (char === "[") frames.push({ keys: undefined, part: 0, isKeyNext: false });
    else if (char === "}" || char === "]") frames.pop();
    else if (char === "," && frame !== undefined) {
      if (typeof frame.part === "number") frame.part += 1;
      frame.isKeyNext = frame.keys !== undefined;
    } else if (char === '"') {
      const end = endOfString(text, at);
      if (frame?.keys !== undefined && frame.isKeyNext) {
        const key = String(JSON.parse(text.slice(at, end + 1)));
        if (frame.keys.has(key)) return { repeated: JSON.stringify(key), numbers };
        frame.keys.add(key);
        frame.part = key;
        frame.isKeyNext = false;
      }
      at = end;
    } else if (char === "-" || (char >= "0" && char <= "9")) {
      let end = at;
      while (/[-+.eE\d]/.test(text[end + 1] ?? "")) end += 1;
      const token = text.slice(at, end + 1);
      const places = /[.eE]/.test(token) ? fractions : inexact;
      // `-0` is written as it was read, although JavaScript shows it as `0`.
      if (places === fractions || (token !== "-0" && String(Number(token)) !== token))
        places.add(placeOf(frames.map(({ part }) => part)));
      at = end;
    }
  }
  return { numbers };
}

/** Where the string that begins at `start` ends: the place of its closing quote. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}
