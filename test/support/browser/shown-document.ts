import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { CHROMIUM } from "./chromium.ts";

/** Where axe-core's script is, which looks for what people who cannot see or use a mouse are shut out by. */
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Starts Chromium without a limit of time. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, timeout: 0 });
}

/** A document as Chromium shows it. */
export interface Shown {
  readonly page: Page;
  /** Errors that it prints, and requests that it makes. */
  readonly problems: string[];
}

/** How wide and in which scheme a document is shown. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly colorScheme: "light" | "dark";
}

/** Small and large, light and dark. */
export const VIEWS: readonly View[] = [
  { width: 1400, height: 900, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
];

/** Shows an HTML document, as if it were opened from a file. */
export async function show(browser: Browser, html: string, { width, height, colorScheme }: View): Promise<Shown> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, bypassCSP: false });
  context.setDefaultTimeout(0);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("request", (request) => problems.push(`request: ${request.url()}`));
  await page.setContent(html);
  return { page, problems };
}

/** What axe-core finds that is serious or worse, each with the first place. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(AXE, "utf8"));
  return page.evaluate<string[]>(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 200) + " " + nodes[0].failureSummary))`);
}

/** Texts of pictures that leave their picture or lie on another text; where each is, in a few words. */
export function misplacedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(() => {
    const wrong = [];
    for (const svg of document.querySelectorAll("svg")) {
      if (svg.getClientRects().length === 0) continue;
      const outer = svg.getBoundingClientRect();
      const boxes = [...svg.querySelectorAll("text")].map((text) => ({ words: text.textContent.slice(0, 60), box: text.getBoundingClientRect() }));
      for (const { words, box } of boxes)
        if (box.left < outer.left || box.right > outer.right + 0.5 || box.bottom > outer.bottom + 0.5) wrong.push("outside: " + words);
      for (const [at, { words, box }] of boxes.entries())
        for (const other of boxes.slice(at + 1)) {
          const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (wide > 1 && high > 3) wrong.push(words + " | " + other.words);
        }
    }
    return wrong;
  })()`);
}
