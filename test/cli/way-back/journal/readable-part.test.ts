import { expect, test } from "vitest";
import type { JournalLine } from "../../../../src/cli/way-back/journal/journal-form.ts";
import { JournalFault, writesOf } from "../../../../src/cli/way-back/journal/journal-form.ts";
import { readablePartOf } from "../../../../src/cli/way-back/journal/readable-part.ts";
import { sealedLine } from "../../../../src/cli/way-back/journal/sealed-line.ts";

const KEY = (name: string): string => `/calico/resources/v3/projectcalico.org/hostendpoints/${name}`;
const first = { value: "first", modRevision: "3" };
const made = (of: number): JournalLine => ({ of, outcome: { kind: "made", revision: String(of + 5) } });
const LINES: readonly JournalLine[] = [
  { until: 1, all: false },
  { at: 0, key: KEY("a"), before: first, value: "second" },
  made(0),
  { at: 1, key: KEY("b"), before: first, value: "second" },
  made(1),
  { at: 2, key: KEY("a"), before: { value: "second", modRevision: "5" }, value: "third" },
  made(2),
  { at: 3, key: KEY("c"), before: undefined, value: "new" },
  made(3),
  { until: 1, all: true },
];
const TEXTS = LINES.map(sealedLine);

const flipped = (text: string): string => text.replace(/.(?=.{20}\n$)/, (one) => (one === "x" ? "y" : "x"));
const with_ = (at: number, text: string): string => TEXTS.map((one, i) => (i === at ? text : one)).join("");

/** A file of writes, the keys whose writes are taken back, what is reported as damage, and keys that are left out. */
const ROWS: readonly (readonly [
  name: string,
  text: string,
  writes: readonly string[],
  damage: readonly string[],
  unknown: readonly string[],
])[] = [
  ["that is whole", TEXTS.join(""), ["a", "b", "a", "c"], [], []],
  [
    "whose first write is flipped: what `a` had before is unknown, and nothing tells what was written of the others",
    with_(1, flipped(TEXTS[1] ?? "")),
    [],
    ["line 2 of the writes is damaged", "the line of a write is missing before line 4"],
    ["b", "a", "c"],
  ],
  [
    "whose second write is flipped: a write behind it that replaced what a readable one stored counts",
    with_(3, flipped(TEXTS[3] ?? "")),
    ["a", "a"],
    ["line 4 of the writes is damaged", "the line of a write is missing before line 6"],
    ["c"],
  ],
  [
    "without the line of the second write",
    with_(3, ""),
    ["a", "a"],
    ["the line of a write is missing before line 5"],
    ["c"],
  ],
  [
    "without the lines of two writes",
    TEXTS.filter((_, at) => at !== 3 && at !== 5).join(""),
    ["a"],
    ["the lines of 2 writes are missing before line 6"],
    ["c"],
  ],
  [
    "of which an outcome is flipped: no write is missing",
    with_(4, flipped(TEXTS[4] ?? "")),
    ["a", "b", "a", "c"],
    ["line 5 of the writes is damaged"],
    [],
  ],
  [
    "whose last write is cut, with what follows",
    with_(7, (TEXTS[7] ?? "").slice(0, 60)).replace(/\{"sum":"\w+","until":1,"all":true\}\n$/, ""),
    ["a", "b", "a"],
    ["line 8 of the writes is damaged"],
    [],
  ],
];

const names = (keys: readonly string[]): readonly (string | undefined)[] => keys.map((key) => key.split("/").at(-1));

test.each(ROWS)("of a file %s", (_, text, writes, damage, unknown) => {
  const part = readablePartOf(text);
  expect(names(part.writes.map(({ key }) => key))).toEqual(writes);
  expect(part.damage).toEqual(damage);
  expect(names(part.unknownBefore)).toEqual(unknown);
});

test("any byte changed: every write that is read is one of the whole file, and damage is reported", () => {
  const whole = writesOf(TEXTS.join("")).writes;
  const bytes = Buffer.from(TEXTS.join(""));
  for (let at = 0; at < bytes.length; at++) {
    const spoiled = Buffer.from(bytes);
    spoiled[at] = (spoiled[at] ?? 0) ^ 1;
    const { writes, damage } = readablePartOf(spoiled.toString("utf8"));
    expect(damage, `byte ${at}`).not.toEqual([]);
    for (const { key, before, value } of writes)
      expect(whole, `byte ${at}`).toContainEqual(expect.objectContaining({ key, before, value }));
  }
});

test.each([
  ["a write that is there twice", [TEXTS[1], TEXTS[1]]],
  ["a key that is not Calico's", [flipped(TEXTS[0] ?? ""), sealedLine({ at: 0, key: "/x", before: null, value: "" })]],
  ["an outcome that is none", [flipped(TEXTS[0] ?? ""), sealedLine({ of: 0, outcome: {} })]],
])("%s: nothing is read, as no disk makes this", (_, lines) => {
  expect(() => readablePartOf(lines.join(""))).toThrow(JournalFault);
});
