import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { largePolicies } from "../../../scripts/large-policies/large-policies.ts";
import { NEEDS_CHROMIUM } from "../../support/browser/chromium.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { hasChromium, openWatched, settled, startChromium } from "./chromium.ts";
import { ROOT, savePage, violationsOf } from "./save-page.ts";

const GUIDE = ["policy.yaml", "host-endpoint.yaml", "pod.yaml"].map((name) =>
  join(ROOT, "examples/worked-example", name),
);

describe.skipIf(!hasChromium)(`the picture of the cluster, in Chromium${NEEDS_CHROMIUM}`, () => {
  const folder = tmpFolder();
  let browser: Browser;

  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser?.close());

  test("shows each node with its interfaces and workloads, which lead to their pages", async () => {
    const { page, problems } = await openWatched(browser, await savePage(join(folder, "guide.html"), GUIDE));
    const picture = page.locator("svg[role=group]");
    expect(await picture.locator(".node-title").allTextContents()).toEqual(["node1node1"]);
    expect(await picture.locator(".end-text").allTextContents()).toEqual(["◆ eth0", "◆ default/web"]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(async () => (await picture.boundingBox())?.width).toBeLessThanOrEqual(358);
    await picture.locator("a").first().click();
    await settled(page);
    expect(await page.locator("h1").textContent()).toBe("node1-eth0");
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("draws a thousand nodes as few boxes", async () => {
    const items = largePolicies({ endpoints: 1000, policies: 100, rulesEach: 2, policiesEach: 8 });
    const file = join(folder, "large.json");
    writeFileSync(file, JSON.stringify({ apiVersion: "projectcalico.org/v3", kind: "List", items }));
    const address = await savePage(join(folder, "large.html"), [file]);
    const { page, problems } = await openWatched(browser, address, { bypassCSP: true });
    const titles = await page.locator("svg[role=group] .node-title").allTextContents();
    expect(titles.length).toBeLessThanOrEqual(24);
    expect(titles[0]).toMatch(/^[\d,]+ nodes like host-|^[\d,]+ nodes like node-/);
    expect(await violationsOf(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
