import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { CHROMIUM } from "../../support/browser/chromium.ts";

/** Whether there is a Chromium here. */
export const hasChromium = CHROMIUM !== "";

/** Starts Debian's Chromium, without a limit of time. */
export function startChromium(): Promise<Browser> {
  // Chromium has no sandbox of its own for root, as which tests run in containers.
  return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"], timeout: 0 });
}

/** A page with what it complains about: errors that are printed or thrown, requests to others, what its policy refuses. */
export interface WatchedPage {
  readonly page: Page;
  readonly problems: readonly string[];
}

/** Opens an address in a browser of its own, and waits until the first view has its answer. */
export async function openWatched(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  context.setDefaultTimeout(0);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  page.on("pageerror", ({ message }) => problems.push(message));
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const { origin } = new URL(address);
  page.on("request", (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && new URL(url).origin !== origin) problems.push(`request: ${url}`);
  });
  await page.goto(address);
  await settled(page);
  return { page, problems };
}

/** Waits until the view has the answers to its questions. */
export async function settled(page: Page): Promise<void> {
  await page.locator("main h1").waitFor();
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
}
