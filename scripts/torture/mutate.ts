/** Chance from a seed, and what can be made with it. */
export interface Mutator {
  readonly random: () => number;
  /** A whole number from 0 up to `below`. */
  readonly int: (below: number) => number;
  readonly pick: <Item>(list: readonly Item[]) => Item;
  /** The text with a few pieces cut, doubled, moved or replaced by hostile ones. */
  readonly text: (text: string) => string;
  /** The value with parts of it, at that rate, left out or replaced by hostile ones. */
  readonly value: (value: unknown, rate: number) => unknown;
}

/** What hostile or careless people put into a text: structure, other types, escapes, extremes, commands of shells and CI. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...[
    "",
    " ",
    "\n",
    "\t",
    "---\n",
    "...\n",
    "- ",
    ": ",
    "{",
    "}",
    "[",
    "]",
    "'",
    '"',
    "&a ",
    "*a",
    "<<: *a",
    "!!binary ",
    "!!int ",
    "! ",
  ],
  ...[
    "|\n",
    "|+2\n",
    ">",
    "%",
    ">-\n",
    "#",
    "%YAML 1.1\n",
    "null",
    "~",
    "true",
    "-1",
    "0",
    "-0",
    "1e999",
    ".inf",
    ".nan",
    "0o7",
    "0b1",
    "1_000",
  ],
  ...[
    "12:30:45",
    "2001-01-01",
    "99999999999999999999",
    "0x1f",
    "2001:db8::1",
    "::ffff:1.2.3.4",
    "256.0.0.1",
    "10.0.0.0/33",
    "all()",
  ],
  ...[
    "has(",
    "a == 'b' && ",
    "!",
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "{{",
    "}}",
    "%s%n",
  ],
  ...[
    "\u0000",
    "\u001b[31m",
    "\u001b]0;x\u0007",
    "\u009b31m",
    "\u202e",
    "\u2066",
    "\u200f",
    "\u061c",
    "\u00ad",
    "\u2060",
    "\u{e0041}",
  ],
  ...[
    "\ud800",
    "\udc00",
    "\u{1f600}",
    "\ufeff",
    "\ufe0f",
    "\u2028",
    "\r",
    "\r\n",
    "\u00a0",
    "\u0085",
    "x".repeat(300),
    "a/".repeat(100),
  ],
  ...[
    "$(touch ran)",
    "`touch ran`",
    "::error::x",
    "\n::add-mask::x\n",
    "##[error]x",
    "</failure>",
    "]]>",
    "../../../etc/passwd",
  ],
];

const HOSTILE_VALUES: readonly (() => unknown)[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e21,
    2 ** 53,
    -0,
    "",
    "x",
    65536,
    -65536,
    4294967296,
    "0",
    "65536",
    "1:2",
    "10.0.0.1/0",
    "all()",
  ].map((value) => () => value),
  () => [],
  () => ({}),
  () => [[]],
  () => [null],
  () => JSON.parse('{"__proto__": {"polluted": true}}'),
  () => ({ constructor: { prototype: { polluted: 1 } } }),
  () => ({ toString: 1, valueOf: 2 }),
  () => ({ hasOwnProperty: 1, length: -1 }),
  // biome-ignore lint/suspicious/noThenProperty: what awaits such a value by mistake would hang
  () => ({ then: 1, constructor: null }),
  () => "x".repeat(5000),
];

/** A mutator that uses this chance. */
export function mutator(random: () => number): Mutator {
  const int = (below: number): number => Math.floor(random() * below);
  const pick = <Item>(list: readonly Item[]): Item => list[int(list.length)] as Item;
  const hostile = (): unknown => (random() < 0.4 ? pick(HOSTILE_TEXTS) : pick(HOSTILE_VALUES)());
  const text = (before: string): string => {
    let now = before;
    for (let left = 1 + int(1 + int(4)); left > 0; left--) {
      const [at, length, how] = [int(now.length + 1), int(40), int(5)];
      const piece = now.slice(at, at + length);
      const put = how === 0 ? "" : how === 1 ? piece + piece : pick(HOSTILE_TEXTS);
      now = now.slice(0, at) + put + now.slice(how === 2 ? at : at + length);
      if (how === 3) now = lineMoved(now, int);
    }
    return now;
  };
  const value = (before: unknown, rate: number): unknown => {
    if (random() < rate) return hostile();
    if (typeof before === "string") return random() < rate ? text(before) : before;
    if (Array.isArray(before)) {
      const items = before.map((item) => value(item, rate));
      return random() < rate ? [...items, hostile()] : items;
    }
    if (typeof before !== "object" || before === null) return before;
    const fields = Object.entries(before).filter(() => random() > rate / 3);
    const changed = fields.map(([key, field]): [string, unknown] => {
      return [random() < rate / 2 ? pick(HOSTILE_TEXTS) : key, value(field, rate)];
    });
    return Object.fromEntries(random() < rate ? [...changed, [pick(HOSTILE_TEXTS), hostile()]] : changed);
  };
  return { random, int, pick, text, value };
}

/** The text with some of its lines in another one's place. */
function lineMoved(text: string, int: (below: number) => number): string {
  const lines = text.split("\n");
  const from = int(lines.length);
  lines.splice(int(lines.length), 1, ...lines.slice(from, from + 3));
  return lines.join("\n");
}
