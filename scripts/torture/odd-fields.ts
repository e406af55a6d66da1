/** What a field may hold that is none of its kind: other types, names of JavaScript's own, extremes, text for terminals. */
export const ODD_VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1.5,
    1e21,
    2 ** 53,
    -0,
    65536,
    "",
    "x",
    " ",
    "0",
    "1:2",
    "10.0.0.1/0",
    "all()",
    "!all()",
    "a\nb",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "\u001b[2J",
    "\u202eabc",
    "\ud800",
    "$(touch x)",
    "%s{{",
    "x".repeat(5000),
  ],
  ...[[], {}, [[]], [null], ["x"], { a: null }, { hasOwnProperty: 1, length: -1 }],
  ...['{"__proto__":{"polluted":true}}', '{"then":1,"constructor":null}'].map((text): unknown => JSON.parse(text)),
  JSON.parse(`${"[".repeat(300)}${"]".repeat(300)}`),
];

const KEYS = ["__proto__", "constructor", "toString", "Spec", "name", "NODE", "ingress", ""];

/** The value with one place of it, chosen by numbers, changed to something odd. */
export function withOddField(value: unknown, steps: readonly number[], odd: unknown): unknown {
  const [step = 0, ...rest] = steps;
  if (rest.length === 0 || typeof value !== "object" || value === null) return odd;
  if (Array.isArray(value)) {
    if (value.length === 0) return [odd];
    return value.map((item, at) => (at === step % value.length ? withOddField(item, rest, odd) : item));
  }
  const entries = Object.entries(value);
  const at = step % (entries.length + 1);
  if (at === entries.length) return Object.fromEntries([...entries, [KEYS[step % KEYS.length] ?? "", odd]]);
  return Object.fromEntries(entries.map(([key, item], i) => [key, i === at ? withOddField(item, rest, odd) : item]));
}
