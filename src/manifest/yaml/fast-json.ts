import { MAX_NESTING } from "./limits.ts";

/**
 * Reads JSON with the runtime's own parser: the value, or `undefined` for what the YAML parser must read: anything else,
 * repeated keys (which are reported), integers that a number cannot hold, and line breaks that are hidden.
 */
export function readFastJson(text: string): { readonly value: unknown } | undefined {
  if (!/^\s*[[{]/.test(text) || /\d{16}|\r(?!\n)/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return heldKeys(value) === writtenKeys(text) ? { value } : undefined;
  } catch {
    return undefined;
  }
}

/** The keys of all objects in a JSON value; no number where it nests deeper than a document may. */
function heldKeys(value: unknown, depth = 0): number {
  if (value === null || typeof value !== "object") return 0;
  if (depth > MAX_NESTING) return Number.NaN;
  const items = Object.values(value);
  let keys = Array.isArray(value) ? 0 : items.length;
  for (const item of items) keys += heldKeys(item, depth + 1);
  return keys;
}

/** The colons outside strings of a JSON text, one for each key written. */
function writtenKeys(text: string): number {
  let keys = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x3a) keys += 1;
    else if (char === 0x22) {
      for (at += 1; at < text.length && text.charCodeAt(at) !== 0x22; at++) if (text.charCodeAt(at) === 0x5c) at += 1;
    }
  }
  return keys;
}
