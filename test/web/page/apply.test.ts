import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FELIX, HOST, policy, STORES, type TestStore } from "../../cli/explore/apply/stores.ts";
import { exported } from "../../cli/explore/apply/writing-page.ts";
import { NEEDS_CHROMIUM } from "../../support/browser/chromium.ts";
import { type Running, runCli, start } from "../../support/cli.ts";
import { needsEtcd } from "../../support/etcd.ts";
import { waitUntil } from "../../support/wait.ts";
import { hasChromium, openWatched, startChromium } from "./chromium.ts";
import { expectAccessible } from "./save-page.ts";

const EDIT = "#/edit?protocol=tcp&port=443&from=10.20.0.9&to=node1-eth0&file=GlobalNetworkPolicy+web";
/** A policy whose name and whose texts would do something if they were markup. */
const ODD = `apiVersion: projectcalico.org/v3
kind: GlobalNetworkSet
metadata: {name: odd, annotations: {a: "<img src=x onerror=alert(1)><script>alert(2)</script>"}}
spec: {nets: [10.0.0.0/8]}
`;

describe.skipIf(!hasChromium)(`Apply in What if, in Chromium${NEEDS_CHROMIUM}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser?.close());

  describe.each(STORES)("on %s", (_, isHere, begin) => {
    describe.skipIf(!isHere)(`where it is${isHere ? "" : needsEtcd}`, () => {
      let store: TestStore;
      let running: Running;
      let address: string;
      const apply = async (...texts: readonly string[]): Promise<void> => {
        expect(await runCli(["apply", "-f", "-"], { env: store.env, stdin: texts.join("---\n") })).toMatchObject({
          code: 0,
        });
      };
      beforeAll(async () => {
        store = await begin();
        await apply(FELIX, HOST, policy("ssh", 22, 5), policy("web", 80), ODD);
        running = start("explore --allow-apply --skip-lifeline dhcp", { env: store.env });
        await running.until("stdout", /\/\n$/);
        address = running.written.stdout.trim();
      });
      afterAll(async () => {
        await running?.interrupt();
        await store?.stop();
      });

      const panel = (page: Page) => page.getByRole("region", { name: "Apply", exact: true });
      const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
      const verdict = (page: Page, text: RegExp) => page.locator(".verdict-line").filter({ hasText: text });

      /** Puts another text in the place of a line of the editor. */
      async function retype(page: Page, line: string, text: string): Promise<void> {
        await page.locator(".cm-line").filter({ hasText: line }).first().click();
        await page.keyboard.press("Home");
        await page.keyboard.press("Shift+End");
        await page.keyboard.insertText(text);
        await page.keyboard.press("Escape");
      }

      /** Waits until everything that is stored has this text, or has it not. */
      const stores = (text: string, isThere = true) =>
        waitUntil(async () => (await exported(store.env)).includes(text) === isThere);

      test("an edit is applied: the plan, the verdict, the store; then it is no edit any more", async () => {
        const { page, problems } = await openWatched(browser, address + EDIT, { bypassCSP: true });
        await verdict(page, /DENY/).first().waitFor();
        await retype(page, "- 80", "        - 443");
        await verdict(page, /would be.*ALLOW/s).waitFor();
        await button(page, "Apply…").click();
        await panel(page)
          .getByRole("heading", { name: /^Proved: / })
          .waitFor();
        expect(await panel(page).locator("pre.diff").textContent()).toMatch(/\n- +- 80\n\+ +- 443\n/);
        expect(await exported(store.env)).not.toContain("443");
        await expectAccessible(page);
        await page.setViewportSize({ width: 1400, height: 900 });
        await button(page, "Write this resource").click();
        await panel(page).getByText("The resource was written.").waitFor();
        await stores("443");
        await page.locator(".edited-banner").waitFor({ state: "detached" });
        await page.waitForURL((url) => !url.hash.includes("edits="));
        await verdict(page, /ALLOW/).first().waitFor();
        await page
          .locator("[role=status]")
          .filter({ hasText: "1 resource was written." })
          .waitFor({ state: "attached" });
        expect(problems).toEqual([]);
        await expectAccessible(page);
        await page.context().close();
      });

      test("another writer in between is a conflict; nothing is lost, and the edit can be kept or dropped", async () => {
        await apply(policy("web", 80));
        const { page } = await openWatched(browser, address + EDIT, { bypassCSP: true });
        await retype(page, "- 80", "        - 8443");
        await apply(policy("web", 9090));
        await verdict(page, /would be/)
          .first()
          .waitFor();
        await button(page, "Apply…").click();
        await panel(page).getByText("Another writer was there in between. Nothing").waitFor();
        expect(await panel(page).locator("pre.diff").first().textContent()).toMatch(/\n- +- 80\n\+ +- 9090\n/);
        expect(await button(page, /^Write /).count()).toBe(0);
        expect(await exported(store.env)).toContain("9090");
        await expectAccessible(page);
        await button(page, "Keep my edit").click();
        await button(page, "Look again").click();
        await button(page, "Write this resource").click();
        await panel(page).getByText("The resource was written.").waitFor();
        await stores("8443");
        expect(await exported(store.env)).not.toContain("9090");
        await page.context().close();
      });

      test("what cuts a lifeline is refused, with its packet; markup in the store is text", async () => {
        const before = await exported(store.env);
        const { page, problems } = await openWatched(browser, `${address}#/edit?file=GlobalNetworkPolicy+ssh`, {
          bypassCSP: true,
        });
        await retype(page, "- 22", "        - 23");
        await button(page, "Apply…").click();
        await panel(page).getByText("Refused: a lifeline would be cut").waitFor();
        expect(await button(page, /^Write /).count()).toBe(0);
        expect(await exported(store.env)).toBe(before);
        await expectAccessible(page);
        await page.getByRole("link", { name: "Ask about the packet that is cut" }).click();
        await page.locator(".banner-deny").waitFor();
        await page.goto(`${address}#/edit?file=GlobalNetworkSet+odd`);
        await button(page, "Discard edits").click();
        await page.getByRole("button", { name: "Delete", exact: true }).click();
        await button(page, "Apply…").click();
        await panel(page).getByText("<script>alert(2)</script>").waitFor();
        await button(page, "Write this resource").click();
        await stores("odd", false);
        expect(problems).toEqual([]);
        await page.context().close();
      });
    });
  });

  test("with --confirm-within what is written waits in every view, and is taken back with its edits kept", async () => {
    const [, , begin] = STORES[0] ?? [];
    const store = await begin?.();
    if (store === undefined) throw new Error("there is no store");
    const stdin = [HOST, policy("web", 80)].join("---\n");
    expect(await runCli(["apply", "-f", "-"], { env: store.env, stdin })).toMatchObject({ code: 0 });
    const running = start("explore --allow-apply --confirm-within 10m", { env: store.env });
    await running.until("stdout", /\/\n$/);
    const { page, problems } = await openWatched(
      browser,
      `${running.written.stdout.trim()}#/edit?file=GlobalNetworkPolicy+web`,
      { bypassCSP: true },
    );
    const write = async (): Promise<void> => {
      await page.getByRole("button", { name: "Apply…" }).click();
      await page.getByRole("button", { name: "Write this resource" }).click();
      await page.locator("main").getByText("Not confirmed yet.").waitFor();
    };
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await write();
    expect(await exported(store.env)).not.toContain("name: web");
    await page.getByRole("link", { name: "Cluster", exact: true }).click();
    await page.locator("main").getByText("Not confirmed yet.").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Take it back" }).click();
    await page.locator("main").getByText("What was written is taken back.").waitFor();
    expect(await exported(store.env)).toContain("name: web");
    await page.locator("main").getByText("1 resource changed").waitFor();
    await page.getByRole("region", { name: "Confirmation" }).getByRole("button", { name: "Close" }).click();
    await page.getByRole("link", { name: "What if", exact: true }).click();
    await write();
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.locator("main").getByText("Confirmed: what was written stays.").waitFor();
    expect(await exported(store.env)).not.toContain("name: web");
    expect(problems).toEqual([]);
    await page.context().close();
    await running.interrupt();
  });
});
