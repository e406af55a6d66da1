/** Readers for the checks: a value of another type reads as absent, since the schema refuses it. */

export type Values = Readonly<Record<string, unknown>>;

/** The items of a list, or none. */
export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text, or `""`. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The strings of a list with their indexes. */
export function texts(value: unknown): readonly (readonly [number, string])[] {
  return items(value).flatMap((item, at) => (typeof item === "string" ? [[at, item] as const] : []));
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
