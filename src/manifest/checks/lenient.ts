import { listOrEmpty } from "../../model/json.ts";

/** The fields of an object, whose types the schema has not checked yet. */
export type Values = Readonly<Record<string, unknown>>;

/** The strings of a list with their indexes; a value of another type reads as absent, since the schema refuses it. */
export function texts(value: unknown): readonly (readonly [number, string])[] {
  return listOrEmpty(value).flatMap((item, at) => (typeof item === "string" ? [[at, item] as const] : []));
}

/** The length in bytes of UTF-8, which is what Calico's limits count. */
export function byteLength(value: string): number {
  let bytes = 0;
  for (const char of value) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
