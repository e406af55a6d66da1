import { heldKeys, writtenKeys } from "../../../model/json-keys.ts";
import { MAX_NESTING } from "../limits.ts";

/** JSON that Go's YAML refuses or reads otherwise: `\/`, half characters, a colon on the line behind its key. */
const REFUSED_BY_GO = /(?<!\\)(?:\\\\)*\\(?:\/|u[dD][89a-fA-F])|"[ \t\r]*\n[ \t\r\n]*:/;
/** Go's YAML takes no key longer than this for one, which it looks ahead for. */
const LONGEST_KEY = 1000;

/**
 * Reads JSON with the runtime's own parser: the value, or `undefined` for what the YAML parser must read: anything else,
 * repeated keys (which are reported), integers that a number cannot hold, line breaks that are hidden, and what Go refuses.
 */
export function readFastJson(text: string): { readonly value: unknown } | undefined {
  if (!/^[ \r\n]*[[{]/.test(text) || /\r(?!\n)/.test(text)) return undefined;
  if (REFUSED_BY_GO.test(text) || hasLongKey(text) || hasTabBehind(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return heldKeys(value, MAX_NESTING) === writtenKeys(text) && hasExactNumbers(value) ? { value } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether no number is too large, or a whole one that a number cannot hold; the value does not nest deeply. */
function hasExactNumbers(value: unknown): boolean {
  if (typeof value === "number") return Math.abs(value) < 1e15;
  if (typeof value !== "object" || value === null) return true;
  return (Array.isArray(value) ? value : Object.values(value)).every(hasExactNumbers);
}

/** Whether a key may be too long. */
function hasLongKey(text: string): boolean {
  const colon = /\s*:/y;
  for (let start = text.indexOf('"'); start >= 0; ) {
    const end = text.indexOf('"', start + 1);
    const behind = text.charCodeAt(end + 1);
    const isKeyAtOnce = behind === 0x3a && end - start < LONGEST_KEY - 1;
    if (isKeyAtOnce || (behind !== 0x3a && behind > 0x20)) {
      start = end;
      continue;
    }
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
