import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const RECORDED = join(ROOT, "test", "conformance", "recorded");
const page = readFileSync(join(ROOT, "docs/semantics.md"), "utf8");
/** The rows of the table of stages, and their cells. */
const rows = page
  .split("\n")
  .filter((line) => line.startsWith("| ") && line.includes("](#"))
  .map((line) => line.split("|").map((cell) => cell.trim()));

/** Sections that state no rule. */
const OTHER = ["In short", "Each stage, and where its rules come from", "Words"];
/** A mark of recorded packets. */
const MARKS = ["felixBug"];

test("the table of stages leads to every section that states rules", () => {
  const sections = [...page.matchAll(/^## (.*)$/gm)].map(([, title = ""]) => title);
  const linked = rows.flatMap(([, , cell = ""]) => [...cell.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor));
  const anchorOf = (title: string) =>
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9 -]/g, "")
      .replaceAll(" ", "-");
  expect(sections.filter((title) => !OTHER.includes(title) && !linked.includes(anchorOf(title)))).toEqual([]);
  expect(OTHER.filter((title) => !sections.includes(title))).toEqual([]);
});

test("what it names as recorded is recorded", () => {
  const files = readdirSync(RECORDED).map((name) => name.replace(/\.gz$/, ""));
  const scenarios = files
    .filter((name) => name.startsWith("flows-"))
    .flatMap((name) =>
      gunzipSync(readFileSync(join(RECORDED, `${name}.gz`)))
        .toString()
        .trim()
        .split("\n"),
    )
    .map((line) => JSON.parse(line) as { readonly area?: string; readonly name?: string });
  const known = new Set([...files, ...MARKS, ...scenarios.flatMap(({ area, name }) => [area, name?.split("-")[0]])]);
  const named = rows.flatMap((cells) => [...(cells[4] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name));
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});
