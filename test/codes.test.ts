import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CODES } from "../src/generated/codes.ts";
import { EXPLANATIONS } from "../src/generated/explanations.ts";

/** Codes are stable and documented: every one in the source is explained in schemas/codes/, and no other. */
const ROOT = join(import.meta.dirname, "..");
const documented = Object.keys(EXPLANATIONS);
const families = new Set(documented.map((code) => code.split(".")[0]));

const source = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.startsWith("generated"))
  .map((file) => readFileSync(join(ROOT, "src", file), "utf8"))
  .join("\n");
/** Whole codes in quotes or brackets; these are words of other lists that only look like codes. */
const OTHER = new Set([
  "facts.node",
  "node.name",
  "address.family",
  "selector.kind",
  "value.kind",
  "nat.txt",
  "explore.html",
]);
const used = new Set(
  [...source.matchAll(/["[]([a-z-]+\.[a-z]+(?:-[a-z]+)*)["\]]/g)]
    .map(([, code = ""]) => code)
    .filter((code) => families.has(code.split(".")[0]) && !OTHER.has(code)),
);
/** Codes that are put together from a family and a word. */
const COMPOSED = ["config.", "flow.node", "flow.from", "flow.lines", "field.type", "field.value"];

test("every code is documented", () => {
  expect([...used].filter((code) => !documented.includes(code))).toEqual([]);
  expect(used.size).toBeGreaterThan(120);
});

test("every documented code is used, once", () => {
  const stale = documented.filter((code) => !used.has(code) && !COMPOSED.some((start) => code.startsWith(start)));
  expect(stale).toEqual([]);
  expect(documented.filter((code, i) => documented.indexOf(code) !== i)).toEqual([]);
});

test("the codes that the tool knows at run time are the documented ones", () => {
  expect(CODES).toEqual(documented);
});
