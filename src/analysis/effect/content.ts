const texts = new WeakMap<object, string>();

/** What a value holds, as text: equal for values that hold the same. Where things were read, and what they were made of, is left out. */
export function content(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const known = texts.get(value) ?? JSON.stringify(value, plain);
  texts.set(value, known);
  return known;
}

/** Whether two values hold the same. */
export function sameContent(a: unknown, b: unknown): boolean {
  return a === b || content(a) === content(b);
}

function plain(name: string, value: unknown): unknown {
  if (name === "located" || name === "span") return undefined;
  if (typeof value === "bigint") return `${value}n`;
  if (value instanceof Map) return [...value].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return value instanceof Set ? [...value].sort() : value;
}
