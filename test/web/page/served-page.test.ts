import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NEEDS_CHROMIUM } from "../../support/browser/chromium.ts";
import { type Running, runCli, start } from "../../support/cli.ts";
import { hasEtcd, needsEtcd, startEtcd } from "../../support/etcd.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { waitUntil } from "../../support/wait.ts";
import { hasChromium, openWatched, startChromium } from "./chromium.ts";

const HEP = `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: node1-eth0, labels: {host: a}}
spec: {node: node1, interfaceName: eth0, expectedIPs: [10.0.0.1]}
`;
const policy = (name: string, order: number, action: "Allow" | "Deny"): string => `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: ${name}}
spec: {order: ${order}, selector: "has(host)", types: [Ingress], ingress: [{action: ${action}}]}
`;
const ASKED = "#/packet?protocol=tcp&port=8443&from=198.51.100.7&to=node1-eth0";

/** Waits until the page shows this verdict, by this policy. */
async function verdict(page: Page, verdict: "allow" | "deny", by: string): Promise<void> {
  await page.locator(`.banner-${verdict}`).filter({ hasText: by }).waitFor();
}

const note = (page: Page, state: string) => page.locator(`.server-note[data-state=${state}]`);

/** Starts `explore`, and returns its address. */
async function served(line: string, env: Record<string, string>): Promise<{ running: Running; address: string }> {
  const running = start(line, { env });
  await running.until("stdout", /\/\n$/);
  return { running, address: running.written.stdout.trim() };
}

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
    writeFileSync(join(files, "a.yaml"), `${HEP}---\n${policy("one", 30, "Deny")}`);
    const env = { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: join(folder, "store.db") };
    const { running, address } = await served(`explore -R -f ${files}`, env);
    const { page, problems } = await openWatched(browser, address + ASKED, { bypassCSP: true });
    await page.evaluate("document.body.dataset.kept = 'yes'");
    await verdict(page, "deny", "one");
    writeFileSync(join(files, "a.yaml"), `${HEP}---\n${policy("one", 30, "Allow")}`);
    await verdict(page, "allow", "one");
    // A folder that is made later, and a file in it after that.
    mkdirSync(later);
    writeFileSync(join(later, "b.yaml"), policy("two", 20, "Deny"));
    await verdict(page, "deny", "two");
    expect(await runCli(["apply", "-f", "-"], { env, stdin: policy("three", 10, "Allow") })).toMatchObject({ code: 0 });
    await verdict(page, "allow", "three");
    writeFileSync(join(later, "b.yaml"), "kind: [");
    await note(page, "stale").waitFor();
    await verdict(page, "allow", "three");
    writeFileSync(join(later, "b.yaml"), policy("two", 5, "Deny"));
    await verdict(page, "deny", "two");
    await note(page, "following").waitFor({ state: "attached" });
    expect(problems).toEqual([]);
    expect(await running.interrupt()).toMatchObject({ code: 0 });
    await note(page, "gone").getByText("The command has ended").waitFor();
    // It goes on with what it has: another question is answered, and nothing was loaded again.
    await page.getByLabel("From", { exact: true }).fill("10.0.0.1");
    await page.getByLabel("To", { exact: true }).fill("198.51.100.7");
    await page.locator(".banner-allow").waitFor();
    expect(await page.locator("body").getAttribute("data-kept")).toBe("yes");
    await page.addScriptTag({ content: axe.source });
    expect(await page.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))")).toEqual([]);
    await page.context().close();
  });

  test("is opened from a private file, as --open does", async () => {
    const folder = tmpFolder({
      "a.yaml": `${HEP}---\n${policy("one", 30, "Deny")}`,
      "xdg-open": '#!/bin/sh\necho "$1" > "$OUT"\n',
    });
    chmodSync(join(folder, "xdg-open"), 0o755);
    const out = join(folder, "words");
    const env = { PATH: `${folder}:${process.env.PATH}`, OUT: out };
    const { running, address } = await served(`explore --offline --open -f ${folder}/a.yaml`, env);
    await waitUntil(() => existsSync(out) && readFileSync(out, "utf8").endsWith("\n"));
    const page = await browser.newPage();
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
    await apply(`${HEP}---\n${policy("one", 30, "Deny")}`);
    const { running, address } = await served("explore", env);
    const { page, problems } = await openWatched(browser, address + ASKED);
    await verdict(page, "deny", "one");
    await apply(policy("two", 20, "Allow"));
    await verdict(page, "allow", "two");
    await etcd.kill();
    await note(page, "stale").waitFor();
    await etcd.restart();
    await note(page, "following").waitFor({ state: "attached" });
    await apply(policy("three", 10, "Deny"));
    await verdict(page, "deny", "three");
    expect(problems).toEqual([]);
    await page.context().close();
    await running.interrupt();
    await etcd.stop();
  });
});
