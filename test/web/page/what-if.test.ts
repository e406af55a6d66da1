import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NEEDS_CHROMIUM } from "../../support/browser/chromium.ts";
import { runCli } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { hasChromium, openWatched, settled, startChromium } from "./chromium.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const FILES = ["policy.yaml", "host-endpoint.yaml"].flatMap((name) => [
  "-f",
  join(ROOT, "examples/worked-example", name),
]);
const ASKED = "#/edit?protocol=tcp&port=443&from=198.51.100.7&to=node1-eth0";

describe.skipIf(!hasChromium)(`what if, in Chromium${NEEDS_CHROMIUM}`, () => {
  const folder = tmpFolder();
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    browser = await startChromium();
    const path = join(folder, "page.html");
    const { code, stderr } = await runCli(["explore", "--offline", ...FILES, "--save", path]);
    expect(`${code} ${stderr}`).toBe("0 ");
    address = pathToFileURL(path).href;
  });
  afterAll(() => browser?.close());

  const line = (page: Page, text: string) => page.locator(".cm-line").filter({ hasText: text });
  const would = (page: Page) => page.locator(".verdict-line").filter({ hasText: "would be" });

  /** Adds a policy that lets the packet in. */
  async function edit(page: Page): Promise<void> {
    await page.getByLabel("Add a manifest").selectOption("GlobalNetworkPolicy");
    await line(page, "order: 100").click();
    await page.keyboard.press("End");
    for (let digit = 0; digit < 3; digit++) await page.keyboard.press("Backspace");
    for (const text of ["5", "preDNAT: true", "applyOnForward: true"]) {
      await page.keyboard.insertText(text);
      // A list of completions would take the Enter.
      await page.keyboard.press("Escape");
      if (text !== "applyOnForward: true") await page.keyboard.press("Enter");
    }
    await would(page).filter({ hasText: "ALLOW" }).waitFor();
    // On a busy machine these are perhaps still about what was there between two keys.
    await page.locator("section[aria-label=Export][aria-busy=false]").waitFor();
    await page.locator(".effect-panel[aria-busy=false] .effect-change").first().waitFor();
  }

  test("a policy is typed: the verdict and the effect follow, and what is exported does the same to a datastore", async () => {
    const { page, problems } = await openWatched(browser, address + ASKED);
    expect(await page.locator(".verdict-line").textContent()).toContain("DENY");
    await edit(page);
    expect(await page.locator(".verdict-line").first().textContent()).toMatch(/was.*DENY.*drop-other-ingress/);
    expect(await would(page).textContent()).toContain("by policy new-policy");
    const effect = page.locator(".effect-panel .effect-change").first();
    expect(await effect.textContent()).toMatch(/newly allowed.*TCP .*443/s);
    expect(await page.locator(".edited-banner").textContent()).toContain("1 resource changed");

    await page.locator("main").getByText("In the order below no single write cuts a lifeline (proved).").waitFor();
    await page.locator("main").getByText("What the guard says").click();
    expect(await page.locator(".guard-report").textContent()).toMatch(/checked: \d+ lifelines? x 1 write/);
    const script = await page.locator("textarea.command-text").inputValue();
    const [, yaml = ""] = /^calicoctl apply -f - <<'EOF'\n(.*)EOF\n$/s.exec(script) ?? [];
    const env = { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: join(folder, "store.db") };
    expect((await runCli(["apply", ...FILES], { env })).code).toBe(0);
    expect((await runCli(["apply", "-f", "-"], { env, stdin: yaml })).stderr).toBe("");
    const packet = ["simulate", "--node", "node1", "--in", "eth0", "tcp", "198.51.100.7", "10.240.0.5:443"];
    expect((await runCli(packet, { env })).stdout).toMatch(/^ALLOW.*new-policy/s);

    await effect.getByRole("link", { name: "Ask about one of them" }).click();
    await page.locator(".banner-allow").waitFor();
    await page.getByRole("button", { name: "Show base" }).click();
    await page.locator(".banner-deny").waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("a link has the edits, for every view; and they can be discarded", async () => {
    const { page } = await openWatched(browser, address + ASKED);
    await edit(page);
    // Before that the address has the edits as they were while the policy was typed.
    await page.locator("button:enabled", { hasText: "Copy link" }).waitFor();
    const link = page.url();
    const other = await openWatched(browser, link);
    await would(other.page).filter({ hasText: "ALLOW" }).waitFor();
    expect(await line(other.page, "preDNAT: true").count()).toBe(1);
    await other.page.getByRole("link", { name: "Cluster" }).click();
    await other.page.locator("main").getByText("new-policy").first().waitFor();
    expect(other.page.url()).toMatch(/#\/\?edits=/);
    await other.page.getByRole("button", { name: "Discard edits" }).click();
    await other.page.locator("main").getByText("new-policy").first().waitFor({ state: "detached" });
    await other.page.waitForURL((url) => !url.hash.includes("edits="));
    const broken = await openWatched(browser, `${address}#/edit?edits=AAAA`);
    expect(await broken.page.locator("main").textContent()).toContain("cannot be read");
    expect([...other.problems, ...broken.problems]).toEqual([]);
    for (const opened of [page, other.page, broken.page]) await opened.context().close();
  });

  test("findings are marked and mended, fields completed, and the keyboard leads out again", async () => {
    const { page, problems } = await openWatched(browser, address + ASKED);
    await page.getByLabel("Add a manifest").selectOption("GlobalNetworkPolicy");
    await line(page, "selector: all()").click();
    await page.keyboard.press("Home");
    await page.keyboard.insertText("x");
    await page.locator(".finding").filter({ hasText: "xselector" }).first().waitFor();
    await page.locator(".edited-banner").filter({ hasText: "not valid" }).waitFor();
    await page.getByRole("button", { name: "Fix it" }).first().click();
    await line(page, "xselector").waitFor({ state: "detached" });
    expect(await line(page, "selector: all()").count()).toBe(1);
    await line(page, "ports: [443]").click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("  eg");
    await page.locator(".cm-tooltip-autocomplete").filter({ hasText: "egress" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await page.evaluate<boolean>("document.activeElement.matches('.editor')")).toBe(false);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("the resource at the cursor is deleted, and the editor takes that back", async () => {
    const { page, problems } = await openWatched(browser, `${address}#/edit`);
    await line(page, "name: drop-other-ingress").click();
    await page.getByRole("button", { name: "Delete resource" }).click();
    // What is announced stands outside of the main part once more, a moment later.
    await page.locator("main").getByText("GlobalNetworkPolicy drop-other-ingress is deleted").waitFor();
    // What is announced and what the editor draws come one after the other.
    await line(page, "drop-other-ingress").waitFor({ state: "detached" });
    expect(await page.locator(".cm-content").textContent()).toMatch(
      /allow-cluster-internal-ingress.*allow-outbound-external/,
    );
    expect(await line(page, "drop-other-ingress").count()).toBe(0);
    await page
      .getByRole("region", { name: "Export" })
      .getByText("GlobalNetworkPolicy drop-other-ingress removed")
      .waitFor();
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Control+z");
    await line(page, "name: drop-other-ingress").waitFor();
    await page.locator(".edited-banner").waitFor({ state: "detached" });
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("fields of JSON and between brackets are completed as they are written there", async () => {
    const { page, problems } = await openWatched(browser, `${address}#/edit`);
    await page.getByLabel("Add a manifest").selectOption("GlobalNetworkPolicy");
    for (const [text, typed, written] of [
      ['{"kind": "HostEndpoint", "spec": {', '"interf', '"interfaceName": '],
      ["kind: GlobalNetworkPolicy\nspec:\n  ingress: [{ action: Allow, ", "proto", "protocol: "],
    ] as const) {
      await page.locator(".cm-content").focus();
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText(text);
      await page.keyboard.type(typed);
      await page.locator(".cm-tooltip-autocomplete li[aria-selected]", { hasText: written.replace(/\W/g, "") }).click();
      expect((await page.locator(".cm-line").allTextContents()).join("\n")).toBe(text + written);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test.each(["light", "dark"] as const)(
    "in the %s theme axe finds nothing, and it fits a small screen",
    async (colorScheme) => {
      const { page, problems } = await openWatched(browser, address + ASKED, { colorScheme, bypassCSP: true });
      await edit(page);
      await settled(page);
      await page.addScriptTag({ content: axe.source });
      const found = await page.evaluate<{ id: string; nodes: string[] }[]>(
        "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) })))",
      );
      expect(found).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
      expect(problems).toEqual([]);
      await page.context().close();
    },
  );
});
