import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NEEDS_CHROMIUM } from "../../support/browser/chromium.ts";
import { runCli } from "../../support/cli.ts";
import { hasEtcd, needsEtcd, startEtcd } from "../../support/etcd.ts";
import { hasApiServer, needsApiServer, startApiServer } from "../../support/kube-apiserver/api-server.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { waitUntil } from "../../support/wait.ts";
import { hasChromium, openWatched, startChromium } from "./chromium.ts";
import { HEP, note, PACKET, policyText, served, verdict } from "./serve-page.ts";

const ASKED = `#/packet?${PACKET}`;

describe.skipIf(!hasChromium)(`a served page, in Chromium${NEEDS_CHROMIUM}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser?.close());

  test("follows files and what is stored without a new load, and goes on when the command has ended", async () => {
    const folder = tmpFolder();
    const [files, later] = [join(folder, "files"), join(folder, "files", "later")];
    mkdirSync(files);
    writeFileSync(join(files, "a.yaml"), `${HEP}---\n${policyText("one", 30, "Deny")}`);
    const env = { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: join(folder, "store.db") };
    const { running, address } = await served(`explore -R -f ${files}`, env);
    const { page, problems } = await openWatched(browser, address + ASKED, { bypassCSP: true });
    await page.evaluate("document.body.dataset.kept = 'yes'");
    await verdict(page, "deny", "one");
    writeFileSync(join(files, "a.yaml"), `${HEP}---\n${policyText("one", 30, "Allow")}`);
    await verdict(page, "allow", "one");
    // A folder that is made later, and a file in it after that.
    mkdirSync(later);
    writeFileSync(join(later, "b.yaml"), policyText("two", 20, "Deny"));
    await verdict(page, "deny", "two");
    expect(await runCli(["apply", "-f", "-"], { env, stdin: policyText("three", 10, "Allow") })).toMatchObject({
      code: 0,
    });
    await verdict(page, "allow", "three");
    writeFileSync(join(later, "b.yaml"), "kind: [");
    await note(page, "stale").waitFor();
    await verdict(page, "allow", "three");
    writeFileSync(join(later, "b.yaml"), policyText("two", 5, "Deny"));
    await verdict(page, "deny", "two");
    await note(page, "following").waitFor({ state: "attached" });
    expect(problems).toEqual([]);
    expect(await running.interrupt()).toMatchObject({ code: 0 });
    await note(page, "gone").getByText("The command has ended").waitFor();
    // It goes on with what it has: other questions are answered, and nothing was loaded again.
    await page.getByLabel("From", { exact: true }).fill("10.0.0.1");
    await verdict(page, "allow", "no host endpoint governs this interface");
    await page.getByLabel("To", { exact: true }).fill("198.51.100.7");
    await verdict(page, "deny", "TCP 10.0.0.1 -> 198.51.100.7:8443");
    expect(await page.locator("body").getAttribute("data-kept")).toBe("yes");
    await page.addScriptTag({ content: axe.source });
    expect(await page.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))")).toEqual([]);
    await page.context().close();
  });

  test("is opened from a private file, as --open does", async () => {
    const folder = tmpFolder({
      "a.yaml": `${HEP}---\n${policyText("one", 30, "Deny")}`,
      "xdg-open": '#!/bin/sh\necho "$1" > "$OUT"\n',
    });
    chmodSync(join(folder, "xdg-open"), 0o755);
    const out = join(folder, "words");
    const env = { PATH: `${folder}:${process.env.PATH}`, OUT: out };
    const { running, address } = await served(`explore --offline --open -f ${folder}/a.yaml`, env);
    await waitUntil(() => existsSync(out) && readFileSync(out, "utf8").endsWith("\n"));
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(pathToFileURL(readFileSync(out, "utf8").trim()).href);
    await page.waitForURL(`${address}**`);
    await page.getByRole("link", { name: "Ask a packet", exact: true }).waitFor();
    await page.close();
    await running.interrupt();
  });

  test.skipIf(!hasEtcd)(`follows etcd, also after it was away${needsEtcd}`, async () => {
    const etcd = await startEtcd();
    const env = { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: etcd.endpoint };
    const apply = async (stdin: string): Promise<void> => {
      expect(await runCli(["apply", "-f", "-"], { env, stdin })).toMatchObject({ code: 0 });
    };
    await apply(`${HEP}---\n${policyText("one", 30, "Deny")}`);
    const { running, address } = await served("explore", env);
    const { page, problems } = await openWatched(browser, address + ASKED);
    await verdict(page, "deny", "one");
    await apply(policyText("two", 20, "Allow"));
    await verdict(page, "allow", "two");
    await etcd.kill();
    await note(page, "stale").waitFor();
    await etcd.restart();
    await note(page, "following").waitFor({ state: "attached" });
    await apply(policyText("three", 10, "Deny"));
    await verdict(page, "deny", "three");
    expect(problems).toEqual([]);
    await page.context().close();
    await running.interrupt();
    await etcd.stop();
  });

  test("keeps edits when the data changes, and says what the same edits do then", async () => {
    const folder = tmpFolder({ "a.yaml": `${HEP}---\n${policyText("one", 30, "Deny")}` });
    const { running, address } = await served(`explore --offline -f ${folder}/a.yaml`, {});
    const { page, problems } = await openWatched(browser, `${address}#/edit?${PACKET}`);
    await page.getByLabel("Add a manifest").selectOption("GlobalNetworkPolicy");
    await page.locator(".cm-line").first().click();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(policyText("mine", 20, "Allow"));
    const lines = (word: string) => page.locator(".verdict-line").filter({ hasText: word });
    await lines("would be").filter({ hasText: "policy mine" }).waitFor();
    writeFileSync(join(folder, "a.yaml"), `${HEP}---\n${policyText("other", 10, "Deny")}`);
    await lines("was").filter({ hasText: "policy other" }).waitFor();
    await lines("would be").filter({ hasText: "policy other" }).waitFor();
    expect(await page.locator(".cm-content").textContent()).toContain("mine");
    writeFileSync(join(folder, "a.yaml"), `${HEP}---\n${policyText("other", 40, "Deny")}`);
    await lines("would be").filter({ hasText: "policy mine" }).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
    await running.interrupt();
  });

  test.skipIf(!hasApiServer)(`follows the resources of an API server${needsApiServer}`, async () => {
    const server = await startApiServer();
    const env = { DATASTORE_TYPE: "kubernetes", KUBECONFIG: server.kubeconfig, CALICO_VERSION: "v3.32" };
    const apply = async (stdin: string): Promise<void> => {
      const ran = await runCli(["apply", "-f", "-"], { env, stdin });
      expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: "" });
    };
    await apply(`${HEP}---\n${policyText("one", 30, "Deny")}`);
    const { running, address } = await served("explore", env);
    const { page, problems } = await openWatched(browser, address + ASKED);
    await verdict(page, "deny", "one");
    await apply(policyText("two", 20, "Allow"));
    await verdict(page, "allow", "two");
    expect(await runCli(["delete", "globalnetworkpolicy", "two"], { env })).toMatchObject({ code: 0 });
    await verdict(page, "deny", "one");
    expect(problems).toEqual([]);
    await page.context().close();
    await running.interrupt();
    await server.stop();
  });
});
