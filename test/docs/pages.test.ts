import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writtenPages } from "../../scripts/docs/written-pages.ts";
import { ANALYSIS } from "./pages/analysis.ts";
import { SIMULATION } from "./pages/simulation.ts";
import { START } from "./pages/start.ts";
import { STORES } from "./pages/stores.ts";
import { testPage } from "./run-page.ts";
import type { ShownPage } from "./shown-page.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** What the blocks of each page need; a page with nothing special about it is not here, and tested all the same. */
const PAGES: Readonly<Record<string, ShownPage>> = { ...START, ...ANALYSIS, ...SIMULATION, ...STORES };

/** Pages that are generated, by the beginning of their paths, and the test that runs the command lines that they are made from. */
const GENERATED: Readonly<Record<string, string>> = {
  "docs/commands.md": "test/cli/shell/help.test.ts",
  "docs/codes.md": "test/codes.test.ts",
};

/** The README and every page of docs/, but for what builds the site. */
const names = ["README.md", ...writtenPages(ROOT).map((name) => `docs/${name}`)].sort();
const isGenerated = (name: string) => Object.keys(GENERATED).some((beginning) => name.startsWith(beginning));

test("what is listed here is there", () => {
  expect(Object.keys(PAGES).filter((name) => !names.includes(name) || isGenerated(name))).toEqual([]);
  expect(Object.keys(GENERATED).filter((beginning) => !names.some((name) => name.startsWith(beginning)))).toEqual([]);
  expect(Object.values(GENERATED).filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

for (const name of names.filter((name) => !isGenerated(name))) testPage(name, PAGES[name] ?? {});
