import type { BrowserContext, Page } from "playwright-core";

/** A page as the browser shows it. */
export interface OpenedPage {
  /** Where its links lead. */
  readonly links: readonly string[];
  /** What links may name behind `#`. */
  readonly ids: readonly string[];
  /** Errors that it prints, requests that fail, and requests to another host. */
  readonly problems: readonly string[];
  /** Widths of the window that the page does not fit into. */
  readonly tooWide: readonly number[];
}

const WIDTHS = [390, 1400];
/** Pages that are open at a time. */
const TABS = 2;

/** Opens the home page and every page that a page links to; by path. */
export async function openPages(context: BrowserContext, origin: string): Promise<ReadonlyMap<string, OpenedPage>> {
  const opened = new Map<string, OpenedPage>();
  const tabs = await Promise.all(Array.from({ length: TABS }, () => context.newPage()));
  for (let paths = ["/"]; paths.length > 0; paths = unopened(opened, origin)) {
    const open = [...paths];
    const openSome = async (tab: Page): Promise<void> => {
      for (let path = open.pop(); path !== undefined; path = open.pop())
        opened.set(path, await openPage(tab, origin, path));
    };
    await Promise.all(tabs.map(openSome));
  }
  await Promise.all(tabs.map((tab) => tab.close()));
  return opened;
}

function unopened(opened: ReadonlyMap<string, OpenedPage>, origin: string): string[] {
  const links = [...opened.values()].flatMap((page) => page.links.map((link) => new URL(link)));
  const paths = links.filter((link) => link.origin === origin && isPage(link.pathname)).map(({ pathname }) => pathname);
  return [...new Set(paths)].filter((path) => !opened.has(path));
}

/** Whether a path is that of a page, and not of a file that is on the site as it is, or that a command of the gallery made. */
export const isPage = (path: string): boolean => /(?:\/|\.html)$/.test(path) && !path.startsWith("/made/");

async function openPage(tab: Page, origin: string, path: string): Promise<OpenedPage> {
  const problems: string[] = [];
  tab.on("console", (message) => message.type() === "error" && problems.push(`console: ${message.text()}`));
  tab.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  tab.on("requestfailed", (request) => {
    // What a page fetches ahead is given up when the tab goes on to the next one.
    const reason = request.failure()?.errorText;
    if (reason !== "net::ERR_ABORTED") problems.push(`${reason}: ${request.url()}`);
  });
  tab.on(
    "response",
    (response) => response.status() >= 400 && problems.push(`${response.status()}: ${response.url()}`),
  );
  tab.on("request", (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== origin)
      problems.push(`host: ${request.url()}`);
  });
  await tab.setViewportSize({ width: 1400, height: 900 });
  await tab.goto(origin + path);
  // Set once the scripts of the page have run.
  await tab.waitForFunction("document.querySelector('#app')?.__vue_app__ !== undefined");
  const tooWide: number[] = [];
  for (const width of WIDTHS) {
    await tab.setViewportSize({ width, height: 844 });
    if ((await tab.evaluate<number>("document.documentElement.scrollWidth")) > width) tooWide.push(width);
  }
  const links = await tab.evaluate<string[]>("Array.from(document.links, ({ href }) => href)");
  const ids = await tab.evaluate<string[]>("Array.from(document.querySelectorAll('[id]'), ({ id }) => id)");
  tab.removeAllListeners();
  return { links, ids, problems, tooWide };
}
