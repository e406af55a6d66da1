/** A value as text that is equal for equal values: sorted keys, integers with all their digits, no negative zero. */
export function canonicalOf(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") return String(Object.is(value, -0) ? 0 : value);
  if (typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalOf).join()}]`;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, item]) => `${JSON.stringify(key)}:${canonicalOf(item)}`).join()}}`;
}

/** JSON in the same form; a number's digits are kept, since a large integer would lose some. */
export function canonicalJson(json: string): string {
  const kept = json.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?=[,\]}]|$)/g, (found) =>
    found.startsWith('"') || Number.isSafeInteger(Number(found)) ? found : `"\u{f0000}${found}"`,
  );
  return canonicalOf(JSON.parse(kept)).replace(/"\u{f0000}(-?\d+)"/gu, "$1");
}
