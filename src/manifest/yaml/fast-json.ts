import { heldKeys, writtenKeys } from "../../model/json-keys.ts";
import { MAX_NESTING } from "./limits.ts";

/** JSON that Go's YAML refuses or reads otherwise: `\/`, half characters, a colon on the line behind its key, numbers that may be too large. */
const REFUSED_BY_GO = /\\\/|\\u[dD][89a-fA-F]|"[ \t\r]*\n[ \t\r\n]*:|\d[eE]\+?\d{3}/;
/** Go's YAML takes no key longer than this for one, which it looks ahead for. */
const LONGEST_KEY = 1000;

/**
 * Reads JSON with the runtime's own parser: the value, or `undefined` for what the YAML parser must read: anything else,
 * repeated keys (which are reported), integers that a number cannot hold, line breaks that are hidden, and what Go refuses.
 */
export function readFastJson(text: string): { readonly value: unknown } | undefined {
  if (!/^[ \r\n]*[[{]/.test(text) || /\d{16}|\r(?!\n)/.test(text)) return undefined;
  if (REFUSED_BY_GO.test(text) || hasLongKey(text) || hasTabBehind(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return heldKeys(value, MAX_NESTING) === writtenKeys(text) ? { value } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a key may be too long. */
function hasLongKey(text: string): boolean {
  const colon = /\s*:/y;
  for (let start = text.indexOf('"'); start >= 0; ) {
    const end = text.indexOf('"', start + 1);
    colon.lastIndex = end + 1;
    if (end > 0 && colon.test(text) && colon.lastIndex - start > LONGEST_KEY) return true;
    start = end;
  }
  return false;
}

/** Whether a line behind the value begins with a tab, or has one. */
function hasTabBehind(text: string): boolean {
  const behind = text.slice(text.trimEnd().length);
  const line = behind.indexOf("\n");
  return line >= 0 && behind.includes("\t", line);
}
