import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unifiedDiff } from "../../../../src/cli/resources/output/line-diff.ts";

const same = (text: string) => text;
const PLAIN = { removed: same, added: same, place: same };
const diff = (a: string, b: string, style = PLAIN) =>
  unifiedDiff({ name: "a", text: a }, { name: "b", text: b }, style).replace("--- a\n+++ b\n", "");
const lines = (text: string) =>
  text
    .split("")
    .map((char) => `${char}\n`)
    .join("");

/** Letters are lines. */
test.each([
  ["abc", "abc", ""],
  ["", "a", "@@ -0,0 +1 @@\n+a\n"],
  ["a", "", "@@ -1 +0,0 @@\n-a\n"],
  ["abc", "axc", "@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n"],
  ["abcdefghij", "abcdefghiX", "@@ -7,4 +7,4 @@\n g\n h\n i\n-j\n+X\n"],
  ["abcdefghijk", "Xbcdefghijk", "@@ -1,4 +1,4 @@\n-a\n+X\n b\n c\n d\n"],
  ["abcdefghijkl", "XbcdefghijkY", "@@ -1,4 +1,4 @@\n-a\n+X\n b\n c\n d\n@@ -9,4 +9,4 @@\n i\n j\n k\n-l\n+Y\n"],
  ["abcdefg", "XbcdefY", "@@ -1,7 +1,7 @@\n-a\n+X\n b\n c\n d\n e\n f\n-g\n+Y\n"],
  ["abcabba", "cbabac", "@@ -1,7 +1,6 @@\n-a\n-b\n c\n+b\n a\n b\n-b\n a\n+c\n"],
])("%s to %s", (a, b, expected) => {
  expect(diff(lines(a), lines(b))).toBe(expected);
});

test("colours", () => {
  const style = { removed: (t: string) => `<${t}>`, added: (t: string) => `[${t}]`, place: (t: string) => `(${t})` };
  expect(unifiedDiff({ name: "x", text: "a\n" }, { name: "y", text: "b\n" }, style)).toBe(
    "<--- x>\n[+++ y]\n(@@ -1 +1 @@)\n<-a>\n[+b]\n",
  );
});

describe("properties", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 40 }).map((l) => lines(l.join("")));

  /** The old text with the hunks applied, as `patch` does; every kept and removed line must be the old one. */
  const patched = (old: string, shown: string): string => {
    const before = old.split("\n").slice(0, -1);
    const after: string[] = [];
    let at = 0;
    for (const row of shown.split("\n").slice(0, -1)) {
      const hunk = /^@@ -(\d+)(,0)?/.exec(row);
      if (hunk !== null) {
        const start = Number(hunk[1]) - (hunk[2] === undefined ? 1 : 0);
        while (at < start) after.push(before[at++] ?? "");
      } else if (row.startsWith("+")) after.push(row.slice(1));
      else {
        expect(before[at]).toBe(row.slice(1));
        if (row.startsWith(" ")) after.push(row.slice(1));
        at++;
      }
    }
    return [...after, ...before.slice(at)].map((line) => `${line}\n`).join("");
  };

  test("the old text with the difference applied is the new one", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(patched(a, diff(a, b))).toBe(b);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
});
