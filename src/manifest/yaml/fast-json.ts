/**
 * Reads JSON with the runtime's own parser: the value, or `undefined` for what the YAML parser must read: anything else,
 * repeated keys (which are reported) and integers that a number cannot hold.
 */
export function readFastJson(text: string): { readonly value: unknown } | undefined {
  if (!/^\s*[[{]/.test(text) || /\d{16}/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return heldKeys(value) === writtenKeys(text) ? { value } : undefined;
  } catch {
    return undefined;
  }
}

/** The keys of all objects in a JSON value. */
function heldKeys(value: unknown): number {
  if (value === null || typeof value !== "object") return 0;
  const items = Object.values(value);
  let keys = Array.isArray(value) ? 0 : items.length;
  for (const item of items) keys += heldKeys(item);
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
