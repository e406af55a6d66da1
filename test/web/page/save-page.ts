import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { runCli } from "../../support/cli.ts";

/** The repository's root. */
export const ROOT = join(import.meta.dirname, "..", "..", "..");

/** Saves the page of these files, and of flow files, with `explore --save`, and returns its address. */
export async function savePage(path: string, files: readonly string[], flows: readonly string[] = []): Promise<string> {
  const named = [...files.flatMap((file) => ["-f", file]), ...flows.flatMap((file) => ["--flows", file])];
  const { code, stderr } = await runCli(["explore", "--offline", ...named, "--save", path]);
  if (code !== 0) throw new Error(stderr);
  return pathToFileURL(path).href;
}

/** What axe finds wrong with what a page shows; the page must have been opened with `bypassCSP`. */
export async function violationsOf(page: Page): Promise<readonly unknown[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.addScriptTag({ content: axe.source });
  return page.evaluate<unknown[]>(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) })))",
  );
}
