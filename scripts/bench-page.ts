import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { goYaml } from "../src/manifest/yaml/writer/go-yaml.ts";
import { hasChromium, startChromium } from "../test/web/page/chromium.ts";
import { largePolicies } from "./large-policies/large-policies.ts";

const CLI = join(import.meta.dirname, "..", "bin", "calicoctl");
/** Key presses in one text of all manifests. */
const KEYS = 20;

/** The page of `explore`, in Chromium: how large it is, and how long it takes to a verdict on a large installation. */
export async function benchPage(): Promise<void> {
  if (!hasChromium) return console.log("the page: no chromium here");
  const folder = mkdtempSync(join(tmpdir(), "calicoctl-bench-"));
  const browser = await startChromium();
  try {
    const text = largePolicies({ endpoints: 1000, policies: 1000, rulesEach: 5, policiesEach: 30 })
      .map((resource) => goYaml(resource))
      .join("---\n");
    writeFileSync(join(folder, "all.yaml"), text);
    const path = join(folder, "page.html");
    const argv = ["explore", "--offline", "-f", join(folder, "all.yaml"), "--save", path];
    const { status, stderr } = spawnSync(process.execPath, [CLI, ...argv], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} kB`;
    console.log(`saved page, without data  ${kilobytes(statSync(path).size - JSON.stringify(text).length)}`);
    const page = await browser.newPage();
    const started = performance.now();
    await page.goto(`${pathToFileURL(path).href}#/packet?protocol=tcp&port=8443&from=198.51.100.7&to=host-0`);
    await page.locator(".banner").waitFor();
    console.log(
      `opened to first verdict, 1,000 endpoints, 1,000 policies  ${Math.round(performance.now() - started)} ms`,
    );
    const times = await page.evaluate<number[]>(keyPresses(text));
    times.sort((a, b) => a - b);
    const [min = 0, median = 0] = [times[0], times[KEYS >> 1]];
    console.log(`key press in a manifest to verdict  min ${min.toFixed(0)} ms  median ${median.toFixed(0)} ms`);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

/** A script that asks the engine of the page after each of some edits of the text, and returns how long each took. */
function keyPresses(text: string): string {
  return `(async (text) => {
    const packed = Uint8Array.from(atob(document.getElementById("engine").textContent), (one) => one.charCodeAt(0));
    const engine = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
    const start = "var module={exports:{}},exports=module.exports;" + engine + ";module.exports.startWorker()";
    const worker = new Worker(URL.createObjectURL(new Blob([start], { type: "text/javascript" })));
    const data = JSON.parse(document.getElementById("data").textContent);
    worker.postMessage({ type: "open", data });
    let id = 0;
    const ask = (edits) => new Promise((resolve) => {
      worker.onmessage = ({ data: { answer, message } }) => resolve(answer?.ok ? undefined : message ?? answer.refusal.message);
      const form = { protocol: "tcp", from: "198.51.100.7", to: "host-0", port: "8443" };
      worker.postMessage({ type: "ask", id: ++id, question: { kind: "packet", form, edits } });
    });
    const at = text.indexOf("action: Allow", text.length >> 1) + "action: Allow".length;
    const edit = (key) => ({ manifests: [{ name: data.manifests[0].name, text: text.slice(0, at) + " ".repeat(key) + text.slice(at) }], removed: [] });
    await ask(undefined);
    await ask(edit(1));
    const times = [];
    for (let key = 0; key < ${KEYS}; key++) {
      const edits = edit(key + 2);
      const from = performance.now();
      const wrong = await ask(edits);
      if (wrong !== undefined) throw new Error(wrong);
      times.push(performance.now() - from);
    }
    return times;
  })(${JSON.stringify(text)})`;
}
