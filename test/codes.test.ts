import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CODES } from "../src/generated/codes.ts";
import { EXPLANATIONS } from "../src/generated/explanations.ts";

/** Codes are stable and documented: every one in the source is explained in schemas/codes/, and no other. */
const ROOT = join(import.meta.dirname, "..");
const documented = Object.keys(EXPLANATIONS);
const families = new Set(documented.map((code) => code.split(".")[0]));

const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.startsWith("generated"))
  .map((file) => [file, readFileSync(join(ROOT, "src", file), "utf8")] as const);
const source = files.map(([, text]) => text).join("\n");
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
const WORD = "[a-z0-9]+(?:-[a-z0-9]+)*";
const used = new Set(
  [...source.matchAll(new RegExp(`["[](${WORD}\\.${WORD})["\\]]`, "g"))]
    .map(([, code = ""]) => code)
    .filter((code) => families.has(code.split(".")[0] ?? "") && !OTHER.has(code)),
);
/** What stands where a finding is made, whatever its family: the value of `code`, and the first argument of what makes findings. */
const MAKERS = "\\w*(?:[eE]rror|[wW]arning|[pP]roblem|[fF]inding)|report|refuse|fault|wrong|info|note|hint";
const made = new Set(
  [...source.matchAll(new RegExp(`\\b(?:code(?:: |=| = )|(?:${MAKERS})\\(\\s*)"(${WORD}\\.${WORD})"`, "g"))].map(
    ([, code = ""]) => code,
  ),
);
/** Codes that are put together from a family and a word in quotes, by the folder that does so. */
const COMPOSED = { config: "datastore/", flow: "scenario/" };
const composed = Object.entries(COMPOSED).flatMap(([family, folder]) => {
  const text = files.flatMap(([file, body]) => (file.startsWith(folder) ? [body] : [])).join("\n");
  expect(text).toContain(`\`${family}.\${`);
  return [...text.matchAll(new RegExp(`"(${WORD})"`, "g"))].map(([, word]) => `${family}.${word}`);
});

test("every code is documented", () => {
  expect([...used].filter((code) => !documented.includes(code))).toEqual([]);
  expect([...made].filter((code) => !documented.includes(code))).toEqual([]);
  expect(used.size).toBeGreaterThan(250);
  expect(made.size).toBeGreaterThan(100);
});

test("every documented code is used, once", () => {
  expect(documented.filter((code) => !used.has(code) && !composed.includes(code))).toEqual([]);
  expect(documented.filter((code, i) => documented.indexOf(code) !== i)).toEqual([]);
});

test("the codes that the tool knows at run time are the documented ones", () => {
  expect(CODES).toEqual(documented);
});
