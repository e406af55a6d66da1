import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NEEDS_CHROMIUM } from "../../support/browser/chromium.ts";
import { runCli } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { hasChromium, openWatched, startChromium } from "./chromium.ts";
import { ROOT, savePage, violationsOf } from "./save-page.ts";

const GUIDE = ["policy.yaml", "host-endpoint.yaml", "allow-nodeport.yaml"].map((name) =>
  join(ROOT, "examples/worked-example", name),
);
const ASKED = "#/packet?protocol=tcp&port=8443&from=198.51.100.7&to=node1-eth0";

describe.skipIf(!hasChromium)(`the picture of a path, in Chromium${NEEDS_CHROMIUM}`, () => {
  const folder = tmpFolder();
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    browser = await startChromium();
    address = await savePage(join(folder, "guide.html"), GUIDE);
  });
  afterAll(() => browser?.close());

  const textOf = (page: Page): Promise<string | null> => page.locator(".path-drawing svg").textContent();
  const groundOf = (page: Page): Promise<string> =>
    page.evaluate<string>("getComputedStyle(document.querySelector('.path-drawing .ground')).fill");

  test("is drawn where it is opened, follows what is typed and the theme, and its link draws it again", async () => {
    const { page, problems } = await openWatched(browser, address + ASKED);
    expect(await page.locator(".path-drawing").count()).toBe(0);
    await page.locator("main").getByText("Picture of the path").click();
    await page.locator(".path-drawing svg").waitFor();
    const [light, denied] = [await groundOf(page), await textOf(page)];
    expect(denied).toContain("dropped here");
    await page.getByRole("button", { name: "Use the dark theme" }).click();
    await expect.poll(() => groundOf(page)).not.toBe(light);
    await page.getByLabel("Port", { exact: true }).fill("31852");
    await expect.poll(() => textOf(page)).not.toContain("dropped here");
    await page.getByLabel("Port", { exact: true }).fill("8443");
    await expect.poll(() => textOf(page)).toBe(denied);
    const other = await openWatched(browser, page.url());
    await other.page.locator(".path-drawing svg").waitFor();
    expect(await textOf(other.page)).toBe(denied);
    // The steps are below it, and lead on.
    await page.getByRole("link", { name: "Open the rule in drop-other-ingress" }).click();
    await page.locator("tr.marked").waitFor();
    expect([...problems, ...other.problems]).toEqual([]);
    await Promise.all([page.context().close(), other.page.context().close()]);
  });

  test("has the stages and rules of the picture that the command draws", async () => {
    const { page } = await openWatched(browser, `${address}${ASKED}&picture=yes`);
    await page.locator(".path-drawing svg").waitFor();
    const line = ["simulate", "--from", "198.51.100.7", "--to", "node1-eth0", "--protocol", "tcp", "--port", "8443"];
    const { stdout } = await runCli([...line, "--offline", ...GUIDE.flatMap((file) => ["-f", file]), "-o", "svg"]);
    // The lines of a text end elsewhere in a picture of another width.
    const letters = (text: string): string => text.replace(/\s/g, "");
    const drawn = stdout.replace(/<style>.*?<\/style>/s, "").replace(/<title.*?<\/desc>/s, "");
    const printed = letters(drawn.replace(/<[^>]*>/g, " "))
      .replaceAll("&gt;", ">")
      .replaceAll("&apos;", "'");
    const shown = letters((await page.locator(".path-drawing svg text").allTextContents()).join(" "));
    expect(shown).toContain("allow-cluster-internal-ingress");
    // The verdict and what decided are beside the picture, and not in it.
    expect(printed.endsWith(shown)).toBe(true);
    await page.context().close();
  });

  test.each(["light", "dark"] as const)(
    "axe finds nothing in the %s theme, and it fits a small screen",
    async (colorScheme) => {
      const to = `${address}${ASKED}&picture=yes`;
      const { page, problems } = await openWatched(browser, to, {
        colorScheme,
        bypassCSP: true,
        viewport: { width: 390, height: 844 },
      });
      await page.locator(".path-drawing svg").waitFor();
      expect(await violationsOf(page)).toEqual([]);
      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
      expect(problems).toEqual([]);
      await page.context().close();
    },
  );

  test("nothing in it becomes markup", async () => {
    const image = "<img src=x onerror=alert(1)>";
    const file = join(folder, `${image}.yaml`);
    writeFileSync(file, GUIDE.map((name) => readFileSync(name, "utf8")).join("\n---\n"));
    const harm = await savePage(join(folder, "harm.html"), [file]);
    const { page, problems } = await openWatched(browser, `${harm}${ASKED}&picture=yes`);
    await page.locator(".path-drawing svg").waitFor();
    expect((await textOf(page))?.replace(/\s/g, "")).toContain(image.replace(/\s/g, ""));
    expect(await page.locator("img, main script").count()).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
