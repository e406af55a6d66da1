import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pathHtml } from "../../../src/report/pictures/path-html.ts";
import { pathMermaid } from "../../../src/report/pictures/path-mermaid.ts";
import { pathPicture } from "../../../src/report/pictures/path-picture.ts";
import { pathSvg } from "../../../src/report/pictures/svg/path-svg.ts";
import { CHROMIUM, NEEDS_CHROMIUM } from "../../support/browser/chromium.ts";
import {
  accessibilityProblems,
  misplacedTexts,
  openBrowser,
  show,
  VIEWS,
} from "../../support/browser/shown-document.ts";
import { sampled } from "../../support/full.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { everyAnswer } from "./answers.ts";
import { hostileAnswer } from "./hostile-answer.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const has = (program: string): boolean => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
const needs = (program: string): string => (has(program) ? "" : ` [skipped: no ${program} here]`);
const MERMAID = execFileSync("bash", ["scripts/install-mermaid.sh", "--file"], { cwd: ROOT, encoding: "utf8" }).trim();
const NEEDS_MERMAID = existsSync(MERMAID) ? "" : " [skipped: Mermaid is not installed, see scripts/install-mermaid.sh]";

const PICTURES = [...everyAnswer().map(([, answer]) => answer), hostileAnswer()].map((answer) => pathPicture(answer));

describe("pictures as SVG files", () => {
  const folder = tmpFolder();
  const files = PICTURES.flatMap((picture, at) =>
    [960, 360].map((width) => {
      const file = join(folder, `${at}-${width}.svg`);
      writeFileSync(file, pathSvg(picture, { width }));
      return file;
    }),
  );

  test.skipIf(!has("xmllint"))(`an XML parser reads them${needs("xmllint")}`, () => {
    expect(spawnSync("xmllint", ["--noout", ...files], { encoding: "utf8" }).stderr).toBe("");
  });

  test.skipIf(!has("rsvg-convert"))(`a second program draws them${needs("rsvg-convert")}`, () => {
    const pdf = join(folder, "all.pdf");
    const drawn = spawnSync("rsvg-convert", ["--format", "pdf", "--output", pdf, ...sampled(files, 9)], {
      encoding: "utf8",
    });
    expect([drawn.stderr, drawn.status]).toEqual(["", 0]);
    expect(readFileSync(pdf, "latin1")).toMatch(/^%PDF/);
  });
});

describe.skipIf(CHROMIUM === "")(`pictures in Chromium${NEEDS_CHROMIUM}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test.each(VIEWS)("a page of all is without errors and requests, and shuts nobody out: %j", async (view) => {
    const { page, problems } = await show(browser, pathHtml(PICTURES), view);
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    expect(await misplacedTexts(page)).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(await page.evaluate("typeof window.hit")).toBe("undefined");
    const foreign = "document.querySelectorAll('script, iframe, img, b, foreignObject, a:not([href^=\"#\"])').length";
    expect(await page.evaluate(foreign)).toBe(0);
    expect(problems).toEqual([]);
    await page.close();
  });

  test("SVG files are XML to it", async () => {
    const { page } = await show(browser, "", VIEWS[0] as (typeof VIEWS)[0]);
    const texts = JSON.stringify(PICTURES.map((picture) => pathSvg(picture)));
    const broken = await page.evaluate<number>(
      `${texts}.filter((text) => new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror")).length`,
    );
    expect(broken).toBe(0);
    await page.close();
  });

  test.skipIf(NEEDS_MERMAID !== "")(`Mermaid takes its flowcharts${NEEDS_MERMAID}`, async () => {
    const { page, problems } = await show(browser, "<main></main>", VIEWS[0] as (typeof VIEWS)[0]);
    await page.addScriptTag({ path: MERMAID });
    const charts = [...PICTURES.map((picture) => pathMermaid([picture])), pathMermaid(PICTURES)];
    const refused: string[] = [];
    for (const chart of charts) {
      const source = JSON.stringify(chart);
      const error = await page.evaluate<string>(`mermaid.parse(${source}).then(() => "", (error) => error.message)`);
      if (error !== "") refused.push(`${error}\n${chart}`);
    }
    expect(refused).toEqual([]);
    // Drawn as GitHub draws it: names are texts of the picture, nothing else.
    const hostile = JSON.stringify(charts.at(-2));
    const drawn = await page.evaluate<string>(`mermaid.initialize({ securityLevel: "strict", startOnLoad: false });
      mermaid.render("drawn", ${hostile}).then(({ svg }) => { document.querySelector("main").innerHTML = svg; return document.querySelector("main").textContent; })`);
    expect(drawn).toContain("<script>window.hit=1</script>");
    expect(await page.evaluate("document.querySelectorAll('main script, main img, main iframe, main a').length")).toBe(
      0,
    );
    expect(await page.evaluate("typeof window.hit")).toBe("undefined");
    expect(problems).toEqual([]);
    await page.close();
  });
});
