import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { largePolicies } from "../../../scripts/large-policies/large-policies.ts";
import { NEEDS_CHROMIUM } from "../../support/browser/chromium.ts";
import { runCli } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { hasChromium, openWatched, settled, startChromium } from "./chromium.ts";
import { expectAccessible, ROOT, savePage } from "./save-page.ts";

const FILE = join(ROOT, "examples/exposure/policies.yaml");
const OPEN = "#/exposure?cell=4%2C0";

describe.skipIf(!hasChromium)(`the matrix of who reaches whom, in Chromium${NEEDS_CHROMIUM}`, () => {
  const folder = tmpFolder();
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    browser = await startChromium();
    address = await savePage(join(folder, "exposure.html"), [FILE]);
  });
  afterAll(() => browser?.close());

  test("has the cells that the command prints, also where it is narrowed", async () => {
    const { page, problems } = await openWatched(browser, address);
    await page.getByRole("link", { name: "Who reaches whom" }).click();
    await page.locator(".matrix").waitFor();
    const shown = async () => {
      await settled(page);
      const rows = await page.locator(".matrix tbody tr").all();
      return Promise.all(rows.map(async (row) => row.locator("td").allTextContents()));
    };
    const printed = async (...flags: readonly string[]) => {
      const line = ["exposure", "--matrix", "--offline", "-f", FILE, ...flags, "-o", "json"];
      const { cells } = JSON.parse((await runCli(line)).stdout) as { cells: { source: number; allowed: string }[] };
      const rows = new Map<number, string[]>();
      for (const { source, allowed } of cells) rows.set(source, [...(rows.get(source) ?? []), allowed]);
      return [...rows.values()];
    };
    expect(await shown()).toEqual(await printed());
    await page.getByLabel("To", { exact: true }).fill("role == 'db'");
    await page.getByLabel("Services", { exact: true }).fill("tcp/22, tcp/5432");
    await page.locator(".matrix thead th").nth(2).waitFor({ state: "detached" });
    await expect.poll(shown).toEqual(await printed("--to", "role == 'db'", "--port", "tcp/22", "--port", "tcp/5432"));
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("opens a cell by keyboard, whose example leads to a packet that is allowed; its link opens the same elsewhere", async () => {
    const { page, problems } = await openWatched(browser, `${address}#/exposure`);
    await page.getByRole("button", { name: "anywhere else to node1-eth0: TCP 22" }).focus();
    await page.keyboard.press("Enter");
    await page.locator("h2:focus").filter({ hasText: "anywhere else to node1-eth0" }).waitFor();
    await expect.poll(() => new URL(page.url()).hash).toBe(OPEN);
    const panel = await page.locator(".cell-panel").textContent();
    for (const text of ["TCP 22", "0.0.0.0/0 except 10.0.0.1", "10.20.0.0/24"]) expect(panel).toContain(text);
    const other = await openWatched(browser, page.url());
    await other.page.locator(".cell-panel h3").waitFor();
    expect(await other.page.locator(".cell-panel").textContent()).toBe(panel);
    await page.getByRole("link", { name: "TCP 198.51.100.7 -> 10.0.0.1:22" }).click();
    await page.locator(".banner-allow").waitFor();
    expect([...problems, ...other.problems]).toEqual([]);
    await Promise.all([page.context().close(), other.page.context().close()]);
  });

  test("shows parts of a thousand endpoints, from the first to the last", async () => {
    const items = largePolicies({ endpoints: 1000, policies: 1000, rulesEach: 4, policiesEach: 8 });
    const file = join(folder, "large.json");
    writeFileSync(file, JSON.stringify({ apiVersion: "projectcalico.org/v3", kind: "List", items }));
    const large = await savePage(join(folder, "large.html"), [file]);
    const { page, problems } = await openWatched(browser, `${large}#/exposure`);
    await page.locator(".matrix").waitFor();
    expect(await page.locator(".matrix tbody tr").count()).toBe(25);
    expect(await page.locator(".pagers").textContent()).toMatch(/1 to 25 of 1,031.*1 to 8 of 1,000/);
    await page.getByRole("button", { name: "Sources after these" }).click();
    await page.getByRole("button", { name: "Destinations after these" }).click();
    await settled(page);
    expect(await page.locator(".pagers").textContent()).toMatch(/26 to 50 of 1,031.*9 to 16 of 1,000/);
    // Arrow keys lead over the edge of a part, and each cell says where in all of it it is.
    const table = page.locator("table.matrix");
    expect(await table.getAttribute("aria-rowcount")).toBe("1032");
    expect(await page.locator("tbody tr").first().getAttribute("aria-rowindex")).toBe("27");
    const focused = () => page.evaluate<string>("document.activeElement.dataset.cell");
    await page.locator('button[data-cell="25,8"]').focus();
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toBe("26,8");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.locator('button[data-cell="24,8"]:focus').waitFor();
    await page.keyboard.press("ArrowLeft");
    await page.locator('button[data-cell="24,7"]:focus').waitFor();
    expect(await page.locator(".pagers").textContent()).toMatch(/1 to 25 of 1,031.*1 to 8 of 1,000/);
    await page.goto(`${large}#/exposure?row=1025&column=992`);
    await page.getByRole("rowheader", { name: "anywhere else" }).waitFor();
    await settled(page);
    expect(await page.getByRole("button", { name: "Sources after these" }).isDisabled()).toBe(true);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test.each(
    ["#/exposure", OPEN, "#/exposure?from=nobody"].flatMap((fragment) =>
      (["light", "dark"] as const).map((colorScheme) => [fragment, colorScheme] as const),
    ),
  )("%s in the %s theme: axe finds nothing, and it fits a small screen", async (fragment, colorScheme) => {
    const { page, problems } = await openWatched(browser, address + fragment, { colorScheme, bypassCSP: true });
    for (const summary of await page.locator("main summary").all()) await summary.click();
    await expectAccessible(page);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("what is typed becomes no markup", async () => {
    const image = "<img src=x onerror=alert(1)>";
    const { page, problems } = await openWatched(browser, `${address}#/exposure?from=${encodeURIComponent(image)}`);
    expect(await page.locator("main").textContent()).toContain(image);
    expect(await page.locator("main img").count()).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
