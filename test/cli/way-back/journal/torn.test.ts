import { describe, expect, test } from "vitest";
import { JournalFault, type JournalLine, writesOf } from "../../../../src/cli/way-back/journal/journal-form.ts";
import { sealedLine } from "../../../../src/cli/way-back/journal/sealed-line.ts";

const KEY = (name: string): string => `/calico/resources/v3/projectcalico.org/hostendpoints/${name}`;
const before = { value: '{"é":"\\u0000"}', modRevision: "3" };
const made = (of: number): JournalLine => ({ of, outcome: { kind: "made", revision: String(of + 5) } });
const LINES: readonly JournalLine[] = [
  { until: 1, all: false },
  { at: 0, key: KEY("a"), before, value: "new é" },
  made(0),
  { at: 1, key: KEY("b"), before: undefined, value: "new" },
  { at: 2, key: KEY("c"), before, value: undefined },
  made(2),
  made(1),
  { at: 3, key: KEY("d"), before, value: "new" },
];
const TEXTS = LINES.map(sealedLine);
const BYTES = Buffer.from(TEXTS.join(""));
/** The lengths at which the bytes end with a whole line, without its end. */
const ENDS = TEXTS.map((_, at) => Buffer.byteLength(TEXTS.slice(0, at + 1).join("")) - 1);
const ZEROS = Buffer.alloc(4096);
const LENGTHS = Array.from({ length: BYTES.length + 1 }, (_, length) => length);

const read = (bytes: Buffer) => writesOf(bytes.toString("utf8"));
/** What the first so many lines say. */
const first = (count: number) => writesOf(TEXTS.slice(0, count).join(""));

describe("a file of writes that a loss of power has cut at any byte", () => {
  test("the file ends there: it is read up to the last whole line", () => {
    for (const length of LENGTHS)
      expect(read(BYTES.subarray(0, length)), `${length}`).toEqual(first(ENDS.filter((end) => end <= length).length));
  });

  test("the rest was not written and is zeros: it is read up to the last line that has its end", () => {
    for (const length of LENGTHS) {
      const bytes = Buffer.concat([BYTES.subarray(0, length), ZEROS]);
      expect(read(bytes), `${length}`).toEqual(first(ENDS.filter((end) => end < length).length));
    }
  });

  /** The line that was not written, and whether what stands behind it says that a write of it was sent. */
  test.each([
    [1, true],
    [3, true],
    [4, true],
    [5, false],
    [7, false],
  ])("line %d was not written, and lines behind it were: refused is %s", (at, isRefused) => {
    const bytes = Buffer.concat([
      Buffer.from(TEXTS.slice(0, at).join("")),
      ZEROS,
      Buffer.from(TEXTS.slice(at).join("")),
    ]);
    if (isRefused) expect(() => read(bytes)).toThrow(/line \d of the writes is damaged/);
    else expect(read(bytes)).toEqual(first(at));
  });
});

describe("a file of writes that is damaged otherwise", () => {
  test.each([1, 0x20, 0x80, 0xff])("any byte changed by %d: it is never read as something else", (mask) => {
    for (let at = 0; at < BYTES.length; at++) {
      const bytes = Buffer.from(BYTES);
      bytes[at] = (bytes[at] ?? 0) ^ mask;
      expect(() => read(bytes), `byte ${at}`).toThrow(/line \d of the writes is damaged/);
    }
  });

  test.each([1, 3, 4])("without line %d, of a write that others follow, it is refused", (left) => {
    expect(() => writesOf(TEXTS.filter((_, at) => at !== left).join(""))).toThrow(JournalFault);
  });
});
