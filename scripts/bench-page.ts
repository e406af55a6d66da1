import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { goYaml } from "../src/manifest/yaml/writer/go-yaml.ts";
import { hasChromium, settled, startChromium } from "../test/web/page/chromium.ts";
import { largePolicies } from "./large-policies/large-policies.ts";
import { type KeyPresses, pressKeys } from "./page/key-presses.ts";

const CLI = join(import.meta.dirname, "..", "bin", "calicoctl");
const PACKET = "protocol=tcp&from=198.51.100.7&to=host-0&port=";
/** How often two keys are pressed that leave all as it was. */
const PAIRS = 15;
const OPENED = 5;

/** The page of `explore`, in Chromium: how large it is, and how long it takes to a verdict on a large installation. */
export async function benchPage(): Promise<void> {
  if (!hasChromium) return console.log("the page: no chromium here");
  const folder = mkdtempSync(join(tmpdir(), "calicoctl-bench-"));
  const browser = await startChromium();
  try {
    const address = savedPage(folder);
    await benchOpening(browser, `${address}#/packet?${PACKET}8443`);
    await benchPacket(browser, `${address}#/packet?${PACKET}84`);
    await benchEditor(browser, `${address}#/edit?${PACKET}8443`);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

/** The address of a saved page with 1,000 endpoints and 1,000 policies. */
function savedPage(folder: string): string {
  const text = largePolicies({ endpoints: 1000, policies: 1000, rulesEach: 5, policiesEach: 30 })
    .map((resource) => goYaml(resource))
    .join("---\n");
  const [manifest, path] = [join(folder, "all.yaml"), join(folder, "page.html")];
  writeFileSync(manifest, text);
  const argv = ["explore", "--offline", "-f", manifest, "--save", path];
  const { status, stderr } = spawnSync(process.execPath, [CLI, ...argv], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const own = statSync(path).size - JSON.stringify(text).length;
  console.log(`saved page, without data  ${Math.round(own / 1024)} kB`);
  return pathToFileURL(path).href;
}

async function benchOpening(browser: Browser, address: string): Promise<void> {
  const waits: number[] = [];
  for (let count = 0; count < OPENED; count++) {
    const page = await browser.newPage();
    const from = performance.now();
    await page.goto(address);
    await page.locator(".banner").waitFor();
    waits.push(performance.now() - from);
    await page.close();
  }
  report("opened to first verdict, 1,000 endpoints, 1,000 policies", { waits });
}

/** The last digits of a port are typed and taken back. */
async function benchPacket(browser: Browser, address: string): Promise<void> {
  const page = await opened(browser, address);
  await page.getByLabel("Port", { exact: true }).click();
  await page.keyboard.press("End");
  report(
    "key press to verdict, ask a packet",
    await pressKeys(page, { busy: "section[aria-label=Answer]", keys: pairs("4") }),
  );
  await page.close();
}

/** Keys in the midst of one text of all manifests: in a line, and lines, after which all else has another place. */
async function benchEditor(browser: Browser, address: string): Promise<void> {
  const page = await opened(browser, address);
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+f");
  await page.keyboard.insertText("name: policy-500");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowRight");
  // What is as it was is no edit, of which nothing is asked.
  await page.keyboard.press("1");
  await settled(page);
  for (const [what, busy] of [
    ["verdict", "section[aria-label=Packet]"],
    ["findings", "section.manifest-pane"],
  ] as const) {
    report(`key press to ${what}, a name in a manifest`, await pressKeys(page, { busy, keys: pairs("5") }));
    report(`key press to ${what}, a line in a manifest`, await pressKeys(page, { busy, keys: pairs("Enter") }));
  }
  await page.close();
}

async function opened(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(address);
  await settled(page);
  return page;
}

const pairs = (key: string): readonly string[] => Array.from({ length: PAIRS }, () => [key, "Backspace"]).flat();

function report(what: string, { waits, cpu }: Pick<KeyPresses, "waits"> & Partial<KeyPresses>): void {
  const sorted = [...waits].sort((a, b) => a - b);
  const at = (part: number): string => `${(sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(0)} ms`;
  const used = cpu === undefined ? "" : `  CPU ${cpu.toFixed(0)} ms each`;
  console.log(`${what}  median ${at(0.5)}  90% ${at(0.9)}${used}`);
}
