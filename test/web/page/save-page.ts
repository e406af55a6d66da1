import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
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

/** Expects that axe finds nothing wrong with a page as it is and on a small screen, on which nothing is wider than the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await violationsOf(page)).toEqual([]);
  // The picture of the cluster is laid out again after the window has changed.
  await expect.poll(() => page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
}
