import { goFloat32 } from "../../../model/go-numbers.ts";
import type { YamlNode } from "./node.ts";
import { scalarValue } from "./scalar-value.ts";

/** What a key is: a field's name, the sign of a merge, or nothing that can be one (null, lists, maps). */
export type Key =
  | {
      readonly kind: "name";
      /** As it is stored: numbers and booleans as text. */
      readonly name: string;
      /** How it is written, where it is not text: `yes` and `true`, `1` and `"1"` are different fields for Go, of one name. */
      readonly spelling: string | undefined;
    }
  | { readonly kind: "merge" }
  | { readonly kind: "invalid" };

/** What a key's node says. */
export function keyOf(node: YamlNode): Key {
  if (node.kind !== "scalar") return INVALID;
  if (node.text === "<<" && node.isPlain && node.tag === undefined) return { kind: "merge" };
  const result = scalarValue(node);
  if (!result.ok || (node.text === "<<" && node.tag !== undefined)) return INVALID;
  const { value } = result;
  if (typeof value === "string") return { kind: "name", name: value, spelling: undefined };
  const name = value === null ? undefined : nameOf(value, result.isFloat);
  return name === undefined ? INVALID : { kind: "name", name, spelling: node.text };
}

const INVALID = { kind: "invalid" } as const;

/** The text that a number or boolean without quotes is stored as where a text is wanted; `undefined` for what is none. */
export function plainAsText(text: string): string | undefined {
  const result = scalarValue({ kind: "scalar", text, isPlain: true, from: 0, to: 0 });
  if (!result.ok || result.value === null || typeof result.value === "string") return undefined;
  return typeof result.value === "bigint" ? String(result.value) : nameOf(result.value, result.isFloat);
}

/** Go writes a float as one of 32 bits, even where it is an integer; integers that only an unsigned number holds are not keys. */
function nameOf(value: number | bigint | boolean, isFloat: boolean): string | undefined {
  if (typeof value === "bigint") return value >= 2n ** 63n ? undefined : String(value);
  if (typeof value === "boolean" || !isFloat) return String(value);
  if (Number.isNaN(value)) return ".nan";
  if (Object.is(value, -0)) return "-0";
  const single = Math.fround(value);
  return Number.isFinite(single) ? goFloat32(value) : value > 0 ? ".inf" : "-.inf";
}
