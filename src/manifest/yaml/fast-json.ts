import { heldKeys, writtenKeys } from "../../model/json-keys.ts";
import { MAX_NESTING } from "./limits.ts";

/**
 * Reads JSON with the runtime's own parser: the value, or `undefined` for what the YAML parser must read: anything else,
 * repeated keys (which are reported), integers that a number cannot hold, and line breaks that are hidden.
 */
export function readFastJson(text: string): { readonly value: unknown } | undefined {
  if (!/^\s*[[{]/.test(text) || /\d{16}|\r(?!\n)/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return heldKeys(value, MAX_NESTING) === writtenKeys(text) ? { value } : undefined;
  } catch {
    return undefined;
  }
}
