import { expect, test } from "vitest";
import { lineFormatOf } from "../../src/traffic/line-format-names.ts";
import { openReader } from "../../src/traffic/line-formats.ts";

test.each([
  ["flows.csv", "csv"],
  ["a/b.NDJSON", "ndjson"],
  ["x.jsonl", "ndjson"],
  ["flows.yaml", undefined],
  ["-", undefined],
] as const)("the format of %s is %s", (file, format) => {
  expect(lineFormatOf(file)).toBe(format);
});

const node = { end: () => 0 };

test.each([
  ["csv", "from,protocol,srcIP,dstIP", { reader: { code: "flow.csv" }, hasHeader: true }],
  ["ndjson", "{}", { reader: { code: "flow.json" }, hasHeader: false }],
] as const)("a reader for %s that begins with %s", (format, firstLine, opened) => {
  expect(openReader(format, firstLine, node)).toMatchObject(opened);
});

test("a wrong header is a message", () => {
  expect(openReader("csv", "from", node)).toBe("column `protocol` is missing");
});
