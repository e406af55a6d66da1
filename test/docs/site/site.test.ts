import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writtenPages } from "../../../scripts/docs/written-pages.ts";
import { allCommands } from "../../../src/cli/shell/registry.ts";
import { CHROMIUM, NEEDS_CHROMIUM } from "../../support/browser/chromium.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { waitUntil } from "../../support/wait.ts";
import { shownCommands } from "../command-blocks.ts";
import { isPage, type OpenedPage, openPages } from "./open-pages.ts";
import { picturesOf } from "./pictures.ts";
import { type ServedFolder, serveFolder } from "./serve.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");

/** A net: it fetches packages, builds all pages and opens each, which takes minutes on a machine that does much besides. */
const BUILD_MS = 3_600_000;

/** What is searched for, and a page that must be among the results. */
const SEARCHES: Readonly<Record<string, string>> = {
  lifeline: "/guard.html",
  rollback: "/way-back.html",
  preDNAT: "/semantics.html",
  "embedded store": "/datastores.html",
  Uninstall: "/install.html#uninstall",
  "--confirm-within": "/way-back.html",
  "port.range": "/reference/codes/port.range.html",
  "--skip-lifeline": "/reference/commands/",
  natOutgoing: "/reference/kinds/IPPool.html",
};

/** The first level of the sidebar, in its order. */
const SECTIONS = [
  "Install",
  "Quick start",
  "The guide step by step",
  "Gallery",
  "Do not lock yourself out",
  "From a Kubernetes cluster",
  "Flow tests in CI",
  "Datastores",
  "Facts of a node",
  "Performance, and what is not proved",
  "Versions, and where a node differs from the guide",
  "Coming from calicoctl or kubectl",
  "Reference",
  "Design",
];

describe.skipIf(CHROMIUM === "")(`the site of the documentation${NEEDS_CHROMIUM}`, () => {
  const folder = tmpFolder();
  let site: ServedFolder;
  let browser: Browser;
  let context: BrowserContext;
  let pages: ReadonlyMap<string, OpenedPage>;

  beforeAll(() => {
    execFileSync("bash", ["scripts/docs.sh", "--outDir", folder], { cwd: ROOT, stdio: "pipe" });
  }, BUILD_MS);
  beforeAll(async () => {
    site = await serveFolder(folder);
    browser = await chromium.launch({ executablePath: CHROMIUM, timeout: 0 });
    context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    context.setDefaultTimeout(0);
    pages = await openPages(context, site.origin);
  }, BUILD_MS);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** What is wrong with each page that something is wrong with. */
  const wrong = (problemsOf: (page: OpenedPage) => readonly unknown[]) =>
    Object.fromEntries(
      [...pages].map(([path, page]) => [path, problemsOf(page)] as const).filter(([, problems]) => problems.length > 0),
    );

  const openPage = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.setViewportSize({ width: 1400, height: 900 });
    await page.goto(site.origin + path);
    await page.waitForFunction("document.querySelector('#app')?.__vue_app__ !== undefined");
    return page;
  };

  test("no page prints an error, has a request that fails, or one to another host", () => {
    expect(wrong(({ problems }) => problems)).toEqual({});
  });

  test("every page is reached by links", () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (name) => name.endsWith(".html") && isPage(`/${name}`),
    );
    const reached = [...pages.keys()].map((path) => (path.endsWith("/") ? `${path}index.html` : path).slice(1));
    expect(files.filter((name) => name !== "404.html" && !reached.includes(name))).toEqual([]);
  });

  test("no link is dead, neither of a page nor of a place in it nor of a file", () => {
    const isDead = (link: string): boolean => {
      const { origin, pathname, hash } = new URL(link);
      if (origin !== site.origin) return false;
      if (!isPage(pathname))
        return statSync(join(folder, decodeURIComponent(pathname)), { throwIfNoEntry: false })?.isFile() !== true;
      const target = pages.get(pathname);
      if (target === undefined || target.problems.some((problem) => problem.startsWith("404"))) return true;
      return hash !== "" && !target.ids.includes(decodeURIComponent(hash.slice(1)));
    };
    expect(wrong(({ links }) => links.filter(isDead))).toEqual({});
  });

  test("no page is wider than a telephone or a window", () => {
    expect(wrong(({ tooWide }) => tooWide)).toEqual({});
  });

  test("the sidebar has its sections in their order, and every page that is written by hand", async () => {
    const page = await openPage("/install.html");
    // Pages outside of a section are a group without a name.
    const sections = await page.evaluate<string[]>(`
      Array.from(document.querySelectorAll(".VPSidebar .group")).flatMap((group) =>
        Array.from(group.querySelectorAll(group.querySelector(".level-0 > .item") ? ".level-0 > .item .text" : ".text"),
          ({ innerText }) => innerText))`);
    expect(sections).toEqual(SECTIONS);
    const links = await page.evaluate<string[]>(
      "Array.from(document.querySelectorAll('.VPSidebar a'), ({ pathname }) => pathname)",
    );
    const written = writtenPages(ROOT)
      .filter((name) => name !== "index.md")
      .map((name) => `/${name.replace(/md$/, "html")}`);
    expect(written.filter((path) => !links.includes(path))).toEqual([]);
    await page.close();
  });

  test.each(Object.entries(SEARCHES))("a search for `%s` finds %s", async (words, path) => {
    const page = await openPage("/");
    await page.click(".VPNavBarSearch button");
    await page.fill("#localsearch-input", words);
    await page.click(`.VPLocalSearchBox a.result[href^="${path}"]`);
    await page.waitForURL(`${site.origin}${path}*`);
    await page.close();
  });

  test("the first result for a command's name is its page", async () => {
    const names = (await allCommands()).map(({ declaration }) => declaration.name);
    const others: Record<string, string | null> = {};
    for (const name of names) {
      const page = await openPage("/404.html");
      await page.click(".VPNavBarSearch button");
      await page.fill("#localsearch-input", name);
      const first = await page.locator(".VPLocalSearchBox a.result").first().getAttribute("href");
      if (!first?.startsWith(`/reference/commands/${name}.html#calicoctl-${name}`)) others[name] = first;
      await page.close();
    }
    expect(others).toEqual({});
    expect(names.length).toBeGreaterThan(25);
  });

  test("the button of a block with prompts copies the commands and not what they print", async () => {
    const page = await openPage("/");
    await page.evaluate("navigator.clipboard.writeText('')");
    await page.locator(".language-console").first().hover();
    await page.locator(".language-console > button.copy").first().click();
    // That it says so is over after two seconds, which may pass before one looks.
    const copied = () => page.evaluate<string>("navigator.clipboard.readText()");
    await waitUntil(async () => (await copied()) !== "");
    expect((await copied()).trim().split("\n")).toEqual([
      "calicoctl create -f examples/lock-out/stored.yaml",
      "calicoctl create --guard -f examples/lock-out/change.yaml",
    ]);
    await page.close();
  });

  const GALLERY = shownCommands(readFileSync(join(ROOT, "docs", "gallery.md"), "utf8"));
  const drawn = GALLERY.flatMap(({ line }) => /([\w-]+\.svg)$/.exec(line)?.[1] ?? []);

  test("the gallery shows every picture that its commands draw, light or dark as the page is", async () => {
    const page = await openPage("/gallery.html");
    expect(await picturesOf(page)).toEqual(drawn.map((name) => [name, "light"]));
    await page.click(".VPSwitchAppearance >> visible=true");
    expect(await picturesOf(page)).toEqual(drawn.map((name) => [name, "dark"]));
    expect(drawn.length).toBeGreaterThan(6);
    await page.close();
  });

  test("the pages that the gallery's commands make answer in their frames, without an error", async () => {
    const page = await context.newPage();
    const problems: string[] = [];
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("pageerror", ({ message }) => problems.push(message));
    await page.goto(`${site.origin}/gallery.html`);
    const frame = (name: string) => page.frameLocator(`iframe[src="/made/${name}.html"]`);
    const live = frame("live-page");
    await live.getByRole("link", { name: "Ask a packet", exact: true }).click();
    await live.getByLabel("From", { exact: true }).fill("external:198.51.100.7");
    await live.getByLabel("To", { exact: true }).fill("node/node1:31852");
    await live.locator(".banner-allow").waitFor();
    // Frames are loaded when one comes to them.
    await page.locator('iframe[src="/made/effect.html"]').scrollIntoViewIfNeeded();
    await frame("effect").getByText("allow-nodeport").first().waitFor();
    await page.locator('iframe[src="/made/tests.html"]').scrollIntoViewIfNeeded();
    await frame("tests").getByText("5 passed, 0 failed").waitFor();
    expect(problems).toEqual([]);
    await page.close();
  });

  test("every schema is at its address", () => {
    const names = readdirSync(join(ROOT, "schemas"), { recursive: true, encoding: "utf8" });
    const schemas = names.filter((name) => name.endsWith(".schema.json"));
    const misplaced = schemas.filter((name) => {
      const { $id } = JSON.parse(readFileSync(join(ROOT, "schemas", name), "utf8"));
      const published = join(folder, new URL($id).pathname);
      return !existsSync(published) || JSON.parse(readFileSync(published, "utf8")).$id !== $id;
    });
    expect(misplaced).toEqual([]);
    expect(schemas.length).toBeGreaterThan(20);
  });
});
