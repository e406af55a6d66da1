import "../../../support/work.ts";
import { expect, test } from "vitest";
import { unifiedDiff } from "../../../../src/cli/resources/output/line-diff.ts";
import { workOf } from "../../../support/work.ts";

const same = (text: string) => text;
const PLAIN = { removed: same, added: same, place: same };

test.each([2000, 20_000])("texts of %i lines with nothing in common take bounded work", async (length) => {
  const long = (mark: string) => Array.from({ length }, (_, i) => `${mark}${i}\n`).join("");
  let lines = 0;
  const work = await workOf(() => {
    const text = unifiedDiff({ name: "a", text: long("a") }, { name: "b", text: long("b") }, PLAIN);
    lines = text.split("\n").length;
  });
  expect(lines).toBe(2 * length + 4);
  expect(work).toBeLessThan(50_000_000);
});
