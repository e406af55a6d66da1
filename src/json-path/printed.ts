import { goFloat } from "../model/go-numbers.ts";
import { isObject } from "../model/json.ts";

const ESCAPES: Readonly<Record<string, string>> = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026" };

/** A selected value as it is printed: texts as they are, lists and objects as JSON with sorted names, as kubectl does. */
export function printed(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : goFloat(value);
  return JSON.stringify(sorted(value)).replace(/[<>&]/g, (char) => ESCAPES[char] ?? char);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  // Without a prototype: a label may be called `__proto__`.
  const made: Record<string, unknown> = Object.create(null);
  for (const name of Object.keys(value).sort()) made[name] = sorted(value[name]);
  return made;
}
