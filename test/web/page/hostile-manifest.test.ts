import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NEEDS_CHROMIUM } from "../../support/browser/chromium.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { hasChromium, openWatched, startChromium, type WatchedPage } from "./chromium.ts";
import { savePage } from "./save-page.ts";
import { HEP, PACKET, policyText } from "./serve-page.ts";

const MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>";
const quoted = JSON.stringify(MARKUP);
const policy = (metadata: string, spec = 'selector: "has(host)"'): string =>
  `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: ${metadata}\nspec: {${spec}}\n`;

/** What is written into the editor, and a word of it that the page must still show as text, where it shows it. */
const TEXTS: Readonly<Record<string, string>> = {
  "markup as a name": policy(`{name: ${quoted}}`),
  "markup as labels, annotations and values": policy(
    `{name: a, labels: {${quoted}: ${quoted}}, annotations: {a: ${quoted}}}`,
    `selector: ${quoted}, order: ${quoted}, types: [${quoted}], ingress: [{action: ${quoted}}]`,
  ),
  "markup as fields and kinds": `apiVersion: ${quoted}\nkind: ${quoted}\n${quoted}: {${quoted}: ${quoted}}\n`,
  "a script that ends scripts": policy(`{name: "</script></style></textarea><svg onload=alert(3)>"}`),
  "an address of a script": policy(`{name: "javascript:alert(4)", annotations: {href: "javascript:alert(5)"}}`),
  "names of prototypes": `${policy("{name: __proto__, labels: {__proto__: a, constructor: b}}")}__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\n---\n${policy("{name: constructor}")}---\n${policy("{name: toString}")}`,
  "control characters": policy(
    `{name: "a\\u0000\\u001b[31m\\u202e\\u2028\\ud800"}`,
    "selector: \"a == '\\u0007\\u001b]0;x'\"",
  ),
  "control characters as they are": policy(`{name: "a\u0001\u001b[2J\u202eb\u2028c\u0085"}`),
  "a huge name": policy(`{name: ${"a".repeat(100_000)}}`),
  "a huge list of markup": policy("{name: a}", `selector: all(), ingress: [${`{action: ${quoted}}, `.repeat(2000)}]`),
  "deep nesting": `${policy("{name: a}")}deep: ${"[".repeat(20_000)}`,
  "an alias for a million values": `${["a: &a [x,x,x,x,x,x,x,x,x,x]", ..."bcdefg"]
    .map((name, at) =>
      at === 0
        ? name
        : `${name}: &${name} [${Array(10)
            .fill(`*${"abcdef"[at - 1]}`)
            .join()}]`,
    )
    .join("\n")}\n`,
  "another language": `%PDF-1.7\n\u0000\u0001 ${MARKUP} {{constructor.constructor('alert(6)')()}} \${alert(7)}\n`,
};

describe.skipIf(!hasChromium)(`hostile manifests in the editor, in Chromium${NEEDS_CHROMIUM}`, () => {
  const folder = tmpFolder({ "a.yaml": `${HEP}---\n${policyText("one", 30, "Deny")}` });
  let browser: Browser;
  let address: string;
  let opened: WatchedPage;

  beforeAll(async () => {
    browser = await startChromium();
    address = await savePage(join(folder, "page.html"), [join(folder, "a.yaml")]);
    opened = await openWatched(browser, `${address}#/edit?${PACKET}`);
    await opened.page.getByLabel("Add a manifest").selectOption("GlobalNetworkPolicy");
    await opened.page.locator(".cm-line").first().waitFor();
  });
  afterAll(() => browser?.close());

  /** Puts a text into the editor in the place of what is there. */
  async function write(page: Page, text: string): Promise<void> {
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(text);
  }

  /** What a text would leave behind: elements of its own, and what a script of it would have done. */
  const traces = (page: Page) =>
    page.evaluate<unknown>(`(() => {
      const roots = [document, ...Array.from(document.querySelectorAll("*"), ({ shadowRoot }) => shadowRoot).filter(Boolean)];
      const found = roots.flatMap((root) => Array.from(root.querySelectorAll("img:not(.cm-widgetBuffer), main script, iframe, object, svg[onload], a[href^='javascript:']"), ({ outerHTML }) => outerHTML));
      return { found, polluted: {}.polluted, title: document.title };
    })()`);

  test.each(Object.entries(TEXTS))("%s: does nothing, and the page goes on", async (_, text) => {
    const { page, problems } = opened;
    await write(page, text);
    await page
      .getByText(/Not evaluated while a manifest is not valid|would be/)
      .first()
      .waitFor();
    // What is deferred until nobody types has been answered, too.
    await page.locator("main:not(:has([aria-busy=true]))").waitFor();
    expect(await traces(page)).toEqual({
      found: [],
      polluted: undefined,
      title: "What if · a.yaml".replace("a.yaml", join(folder, "a.yaml")),
    });
    await write(page, policyText("mine", 20, "Allow"));
    await page.locator(".verdict-line").filter({ hasText: "would be" }).filter({ hasText: "policy mine" }).waitFor();
    expect(problems).toEqual([]);
  });

  test("and in the other views, which show what is edited", async () => {
    const { page, problems } = opened;
    await write(
      page,
      `${policyText("mine", 20, "Allow").replace("{name: mine}", `{name: mine, labels: {a: ${quoted}}, annotations: {b: ${quoted}}}`)}`,
    );
    for (const view of ["Cluster", "Ask a packet", "Who reaches whom", "Flow tests", "What if"]) {
      await page.getByRole("link", { name: view, exact: true }).first().click();
      await page.locator("main h1").filter({ hasText: view }).waitFor();
      await page.locator("main:not(:has([aria-busy=true]))").waitFor();
      expect(await traces(page)).toMatchObject({ found: [], polluted: undefined });
    }
    expect(problems).toEqual([]);
  });
});
