import { expect, test } from "vitest";
import { textWidth } from "../../src/report/text-width.ts";

test.each([
  ["", 0],
  ["eth0", 4],
  ["\u001b[31mDENY\u001b[39m", 4],
  ["e\u0301", 1],
  ["é", 1],
  ["日本", 4],
  ["ｅｔｈ", 6],
  ["한국", 4],
  ["⭐", 2],
  ["⌚", 2],
  ["✅", 2],
  ["🚀", 2],
  ["→ ≤ –", 5],
])("the columns of %j are %i", (text, columns) => expect(textWidth(text)).toBe(columns));
