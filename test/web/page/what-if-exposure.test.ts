import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NEEDS_CHROMIUM } from "../../support/browser/chromium.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { hasChromium, openWatched, settled, startChromium } from "./chromium.ts";
import { expectAccessible, ROOT, savePage } from "./save-page.ts";

const FILES = ["policy", "host-endpoint", "allow-nodeport"].map((name) =>
  join(ROOT, "examples/worked-example", `${name}.yaml`),
);

describe.skipIf(!hasChromium)(`who reaches an endpoint, in What if in Chromium${NEEDS_CHROMIUM}`, () => {
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    browser = await startChromium();
    address = await savePage(join(tmpFolder(), "page.html"), FILES);
  });
  afterAll(() => browser?.close());

  const panel = (page: Page) => page.getByRole("region", { name: "Who reaches" });
  const changed = (page: Page) => panel(page).locator(".effect-change");

  /** Types another port into the policy that lets one in from everywhere. */
  async function editPort(page: Page, to: string): Promise<void> {
    await page.locator("button.manifest", { hasText: "allow-nodeport" }).click();
    await page.locator(".cm-line", { hasText: "ports: [31852]" }).click();
    await page.keyboard.press("End");
    for (let digit = 0; digit < "31852]".length; digit++) await page.keyboard.press("Backspace");
    await page.keyboard.insertText(`${to}]`);
    await changed(page).first().waitFor();
  }

  test("a port is edited: the new one is newly reached, the old one no longer, and a link shows the same", async () => {
    const { page, problems } = await openWatched(browser, `${address}#/edit`);
    await panel(page).getByRole("heading", { name: "Who reaches node1-eth0" }).waitFor();
    const lines = await panel(page).getByRole("listitem").allTextContents();
    expect(lines.map((text) => text.trim())).toContain(
      "TCP 22, 179, 2379:2380, 6666:6667, 31852; UDP 68 from 0.0.0.0/0; ::/0",
    );
    expect(await changed(page).count()).toBe(0);
    await editPort(page, "8443");
    const expected = ["newly TCP 8443 from", "no longer TCP 31852 from"];
    expect((await changed(page).allTextContents()).map((text) => text.replace(/ from .*/, " from"))).toEqual(expected);
    await panel(page).getByLabel("Endpoint").fill("node/node1");
    await page.waitForURL((url) => url.hash.includes("reach=node%2Fnode1"));
    await page.locator("button:enabled", { hasText: "Copy link" }).waitFor();
    const other = await openWatched(browser, page.url());
    expect(await panel(other.page).getByLabel("Endpoint").inputValue()).toBe("node/node1");
    await changed(other.page).first().waitFor();
    expect(await panel(other.page).textContent()).toContain("TCP 8443");
    await panel(other.page).getByLabel("Endpoint").fill("nobody");
    await panel(other.page).getByText("unknown endpoint `nobody`").waitFor();
    await panel(other.page).getByLabel("Endpoint").fill("");
    await panel(other.page).getByText("TCP 8443").waitFor();
    await other.page.getByRole("button", { name: "Discard edits" }).click();
    await changed(other.page).first().waitFor({ state: "detached" });
    expect([...problems, ...other.problems]).toEqual([]);
    for (const opened of [page, other.page]) await opened.context().close();
  });

  test.each(["light", "dark"] as const)("in the %s theme axe finds nothing, and it fits", async (colorScheme) => {
    const { page, problems } = await openWatched(browser, `${address}#/edit`, { colorScheme, bypassCSP: true });
    await editPort(page, "8443");
    await settled(page);
    await expectAccessible(page);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
