import { goFloat32 } from "../../../model/go-numbers.ts";

/**
 * What a plain (unquoted) YAML scalar means, as calicoctl reads it: YAML 1.1 without sexagesimal numbers and
 * timestamps (recorded cases of family `yaml`). The one place where this is decided. Integers too large for a number
 * come as bigint; `.inf` and `.nan` as what they are, for the caller to refuse.
 */
export function resolvePlain(source: string): null | boolean | number | bigint | string {
  if (NULLS.has(source)) return null;
  const word = BOOLEANS.get(source);
  if (word !== undefined) return word;
  return /^[-+.0-9]/.test(source) ? (resolveNumber(source) ?? source) : source;
}

const NULLS = new Set(["", "~", "null", "Null", "NULL"]);

const BOOLEANS = new Map<string, boolean>([
  ...["true", "yes", "on"].flatMap((word) => spellings(word).map((text) => [text, true] as const)),
  ...["false", "no", "off"].flatMap((word) => spellings(word).map((text) => [text, false] as const)),
  ["y", true],
  ["Y", true],
  ["n", false],
  ["N", false],
]);

/** `yes`, `Yes`, `YES`; other mixtures are strings. */
function spellings(word: string): string[] {
  return [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()];
}

const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** A number that begins with a dot is read as Go's: an underscore stands only between two digits. */
const POINT_FLOAT = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
/** A binary number may have its sign behind its mark. */
const SIGNED_BINARY = /^0b([-+])([01]{1,63})$/;
const INFINITE = /^([-+]?)\.(?:inf|Inf|INF)$/;

/** The number, with underscores ignored: `012` is 10, `0x1f` 31, `1_000` 1000, `08` 8 (no octal, so a float). */
function resolveNumber(source: string): number | bigint | undefined {
  const infinite = INFINITE.exec(source);
  if (infinite) return infinite[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (/^\.(?:nan|NaN|NAN)$/.test(source)) return Number.NaN;
  if (source.startsWith(".") && !POINT_FLOAT.test(source)) return undefined;
  const text = source.replaceAll("_", "");
  const [, mark, bits = ""] = SIGNED_BINARY.exec(text) ?? [];
  if (mark !== undefined) return Number(`0b${bits}`) * (mark === "-" ? -1 : 1);
  const integer = integerOf(text);
  if (integer !== undefined) return Number.isSafeInteger(Number(integer)) ? Number(integer) : integer;
  // What no 64 bit float holds (`1e400`) is text.
  const float = FLOAT.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(float) ? float : undefined;
}

/** The integer of 64 bits that a text without underscores is; `undefined` for a float, which a larger integer is too. */
function integerOf(text: string): bigint | undefined {
  const [whole, sign, hex, binary, octal, decimal] = INTEGER.exec(text) ?? [];
  // A decimal of more digits is never one, and takes long to convert.
  if (whole === undefined || (decimal?.length ?? 0) > 20) return undefined;
  const digits =
    decimal ?? (hex !== undefined ? `0x${hex}` : binary !== undefined ? `0b${binary}` : `0o${octal ?? "0"}`);
  const value = BigInt(digits) * (sign === "-" ? -1n : 1n);
  // One with a plus sign is never read as an unsigned one.
  return value >= -(2n ** 63n) && value < 2n ** (sign === "+" ? 63n : 64n) ? value : undefined;
}

/** Whether text that means a number means an integer, and no float. */
export function isIntegerText(source: string): boolean {
  const text = source.replaceAll("_", "");
  return integerOf(text) !== undefined || SIGNED_BINARY.test(text);
}

/**
 * A number or boolean where a string is wanted, as calicoctl stores it: integers in decimal, others with the digits a
 * 32 bit float needs, exponents from 1e+06 on and below 1e-04.
 */
export function scalarText(value: number | bigint | boolean): string {
  if (typeof value !== "number" || Number.isSafeInteger(value)) return String(value);
  return Number.isFinite(Math.fround(value)) ? goFloat32(value) : String(value);
}
