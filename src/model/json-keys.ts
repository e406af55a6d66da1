/**
 * The keys of all objects in a JSON value; no number where it nests deeper than `deepest`. A key that its text repeats counts once,
 * so that fewer than `writtenKeys` says that one is repeated.
 */
export function heldKeys(value: unknown, deepest: number, depth = 0): number {
  if (value === null || typeof value !== "object") return 0;
  if (depth > deepest) return Number.NaN;
  const items = Object.values(value);
  let keys = Array.isArray(value) ? 0 : items.length;
  for (const item of items) keys += heldKeys(item, deepest, depth + 1);
  return keys;
}

/** The colons outside strings of a JSON text, one for each key written. */
export function writtenKeys(text: string): number {
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
