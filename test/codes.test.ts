import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CODES } from "../src/generated/codes.ts";
import { EXPLANATIONS } from "../src/generated/explanations.ts";
import type { Code, Diagnostic } from "../src/model/diagnostic.ts";

/** Codes are stable and documented: every one in the source is explained in schemas/codes/, and no other. */
const ROOT = join(import.meta.dirname, "..");
const documented = Object.keys(EXPLANATIONS);

const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.startsWith("generated"))
  .map((file) => [file, readFileSync(join(ROOT, "src", file), "utf8")] as const);
const source = files.map(([, text]) => text).join("\n");
const WORD = "[a-z0-9]+(?:-[a-z0-9]+)*";
/** Whole codes in quotes or brackets. */
const used = new Set(
  [...source.matchAll(new RegExp(`["[](${WORD}\\.${WORD})["\\]]`, "g"))].map(([, code = ""]) => code),
);
/** Codes that are put together from a family and a word in quotes, by the folder that does so. */
const COMPOSED = { flow: "scenario/" };
const composed = Object.entries(COMPOSED).flatMap(([family, folder]) => {
  const text = files.flatMap(([file, body]) => (file.startsWith(folder) ? [body] : [])).join("\n");
  expect(text).toContain(`\`${family}.\${`);
  return [...text.matchAll(new RegExp(`"(${WORD})"`, "g"))].map(([, word]) => `${family}.${word}`);
});

/** The compiler is the test: it refuses these lines unless a code that nothing documents is refused, also one that is put together. */
test("a finding has a documented code, or it does not compile", () => {
  const of = (code: Code): Diagnostic => ({ severity: "error", code, message: "" });
  const word = (known: "end" | "node"): Diagnostic => of(`flow.${known}`);
  // @ts-expect-error no such code
  const unknown = of("field.unheard-of");
  // @ts-expect-error some text, which may be no code
  const text = (any: string): Diagnostic => of(any);
  // @ts-expect-error of two words that one makes no code
  const wrong = (known: "node" | "unheard-of"): Diagnostic => of(`flow.${known}`);
  expect([unknown, text("a"), word("node"), wrong("node")]).toHaveLength(4);
});

test("every documented code is used, once", () => {
  expect(documented.filter((code) => !used.has(code) && !composed.includes(code))).toEqual([]);
  expect(documented.filter((code, i) => documented.indexOf(code) !== i)).toEqual([]);
});

test("the codes that the tool knows at run time are the documented ones", () => {
  expect(CODES).toEqual(documented);
  expect(CODES.length).toBeGreaterThan(250);
});
