import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli, session, start } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { waitUntil } from "../../support/wait.ts";

const HEP = `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: node1-eth0}
spec: {node: node1, interfaceName: eth0, expectedIPs: [10.0.0.1]}
`;

/** Where nothing can be saved, whatever a test does. */
const UNSAVED = "/nowhere/page.html";

/** The data of a saved page. */
function dataOf(path: string): Record<string, unknown> {
  const [, text = ""] =
    /<script type="application\/json" id="data">(.*)<\/script>/.exec(readFileSync(path, "utf8")) ?? [];
  return JSON.parse(text) as Record<string, unknown>;
}

test("a saved page has the manifests, and what is stored below them", async () => {
  const folder = tmpFolder({ "hep.yaml": HEP });
  const run = session(folder);
  await run("apply -f -", HEP.replaceAll("eth0", "eth1"));
  const ran = await run(`explore -f ${folder}/hep.yaml --save ${folder}/page.html`);
  expect(ran).toMatchObject({ code: 0, stdout: `Successfully saved the page as ${folder}/page.html\n` });
  expect(dataOf(join(folder, "page.html"))).toMatchObject({
    title: `the datastore with ${folder}/hep.yaml`,
    calicoVersion: "v3.7",
    manifests: [{ name: `${folder}/hep.yaml`, text: HEP }],
    stored: [{ kind: "HostEndpoint", metadata: { name: "node1-eth1" } }],
  });
});

test("a saved page has the flow files of --flows, and of those that hold no flows what is wrong with them", async () => {
  const flows = "node: node1\npermit: [{to: [node1-eth0]}]\n";
  const secretText =
    "apiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: b}\ndata: {password: aHVudGVyMg==}\n";
  const folder = tmpFolder({ "hep.yaml": HEP, "flows/good.yaml": flows, "flows/secret.yaml": secretText });
  const args = ["-f", `${folder}/hep.yaml`, "--flows", `${folder}/flows`, "--save", `${folder}/page.html`];
  const ran = await runCli(["explore", "--offline", ...args]);
  expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining("holds resources, not flows [flow.resource]") });
  const [good, secret] = [`${folder}/flows/good.yaml`, `${folder}/flows/secret.yaml`];
  expect(dataOf(join(folder, "page.html"))).toMatchObject({
    flows: [
      { name: good, source: { name: good, text: flows }, diagnostics: [] },
      { name: secret, diagnostics: [{ code: "flow.resource" }] },
    ],
  });
  expect(readFileSync(join(folder, "page.html"), "utf8")).not.toContain("aHVudGVyMg");
});

test("a page is saved over a page of before, and over nothing else", async () => {
  const folder = tmpFolder({ "hep.yaml": HEP, "notes.html": "<p>mine</p>\n" });
  const save = (name: string) =>
    runCli(["explore", "--offline", "-f", `${folder}/hep.yaml`, "--save", `${folder}/${name}`]);
  expect(await save("page.html")).toMatchObject({ code: 0, stderr: "" });
  const first = statSync(join(folder, "page.html"));
  expect(await save("page.html")).toMatchObject({ code: 0, stderr: "" });
  expect(statSync(join(folder, "page.html")).mode).toBe(first.mode);
  expect(await save("notes.html")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("there is a file of another origin [explore.save]"),
  });
  expect(readFileSync(join(folder, "notes.html"), "utf8")).toBe("<p>mine</p>\n");
  expect(await save(".")).toMatchObject({ code: 1, stderr: expect.stringContaining("it is a folder") });
  expect(spawnSync("sh", ["-c", 'mkfifo "$1"', "sh", join(folder, "fifo")]).status).toBe(0);
  symlinkSync("/dev/zero", join(folder, "link"));
  expect(await save("fifo")).toMatchObject({ code: 1, stderr: expect.stringContaining("it is a FIFO [explore.save]") });
  expect(await save("link")).toMatchObject({ code: 1, stderr: expect.stringContaining("it is a device") });
  expect(await save("nowhere/page.html")).toMatchObject({ code: 1, stderr: expect.stringContaining("[explore.save]") });
});

describe("what is refused", () => {
  test.each<[string, readonly string[], string, number, string]>([
    ["no file", ["--offline"], "", 2, "--offline evaluates files alone"],
    ["a port for a file", ["--save", UNSAVED, "--port", "1"], "", 2, "--save and --port exclude each other"],
    ["a browser for a file", ["--save", UNSAVED, "--open"], "", 2, "--save and --open exclude each other"],
    [
      "a saved page that writes",
      ["--save", UNSAVED, "--allow-apply"],
      "",
      2,
      "--save and --allow-apply exclude each other",
    ],
    [
      "files that are written to",
      ["--offline", "-f", "-", "--allow-apply"],
      HEP,
      2,
      "--offline and --allow-apply exclude",
    ],
    ["lifelines of a page that reads", ["--lifelines", "a.yaml"], "", 2, "go with --allow-apply"],
    ["a derived one that is left out there", ["--skip-lifeline", "ssh"], "", 2, "go with --allow-apply"],
    ["a way back of a page that reads", ["--confirm-within", "2m"], "", 2, "go with --allow-apply"],
    ["a lifeline that is none", ["--allow-apply", "--skip-lifeline", "a"], "", 2, "no derived lifeline is called `a`"],
    ["a port that is none", ["--port", "65536"], "", 2, "invalid port `65536`"],
    [
      "a manifest with errors",
      ["--offline", "-f", "-", "--save", UNSAVED],
      HEP.replace("eth0]", "a]").replace("10.0.0.1", "a"),
      1,
      "nothing was evaluated",
    ],
  ])("%s", async (_, words, stdin, code, message) => {
    const ran = await runCli(["explore", ...words], { stdin });
    expect(ran).toMatchObject({ code, stdout: "" });
    expect(ran.stderr).toContain(message);
  });
});

test("the page is served until it is interrupted, and follows the file and the datastore", async () => {
  const folder = tmpFolder({ "hep.yaml": HEP });
  const env = { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: `${folder}/store.db` };
  const running = start(`explore -f ${folder}/hep.yaml`, { env });
  await running.until("stdout", /\/\n$/);
  const address = running.written.stdout.trim();
  const data = async () =>
    (await (await fetch(`${address}data.json`)).json()) as { manifests: unknown; stored: readonly unknown[] };
  expect(await data()).toMatchObject({ stored: [] });
  writeFileSync(join(folder, "hep.yaml"), HEP.replaceAll("eth0", "eth2"));
  await waitUntil(async () => JSON.stringify((await data()).manifests).includes("eth2"));
  await session(folder, { env })("apply -f -", HEP.replaceAll("eth0", "eth1"));
  await waitUntil(async () => (await data()).stored.length === 1);
  writeFileSync(join(folder, "hep.yaml"), "kind: [");
  await running.until("stderr", /the page still shows what was read before/);
  expect(await data()).toMatchObject({ stored: [{ metadata: { name: "node1-eth1" } }] });
  expect(await running.interrupt()).toMatchObject({ code: 0 });
  await expect(fetch(address)).rejects.toThrow();
});

test.each(["-", "/dev/stdin"])(
  "what was read of standard input (%s) is kept, findings are shown once, and a port that is taken is said",
  async (name) => {
    const folder = tmpFolder({ "a.yaml": HEP.replaceAll("eth0", "eth2") });
    const stdin = `${HEP}---\napiVersion: v1\nkind: Secret\nmetadata: {name: a}\n`;
    let reads = 0;
    const running = start(`explore --offline -f ${name} -f ${folder}/a.yaml`, {
      stdin: () => (++reads > 1 ? "" : stdin),
    });
    await running.until("stdout", /\/\n$/);
    const address = running.written.stdout.trim();
    const manifests = async () => JSON.stringify(await (await fetch(`${address}data.json`)).json());
    writeFileSync(join(folder, "a.yaml"), HEP.replaceAll("eth0", "eth3"));
    await waitUntil(async () => (await manifests()).includes("eth3"));
    expect(await manifests()).toContain("eth0");
    expect(reads).toBe(1);
    expect(running.written.stderr.match(/Secret a/g)).toHaveLength(1);
    const taken = await runCli(["explore", "--offline", "-f", `${folder}/a.yaml`, "--port", new URL(address).port]);
    expect(taken).toMatchObject({ code: 1, stderr: expect.stringContaining("another program uses it [explore.port]") });
    await running.interrupt();
  },
);

test("a watch of the datastore that ends with a fault is said, and started again", async () => {
  const folder = tmpFolder();
  const store = join(folder, "store");
  mkdirSync(store);
  const env = { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: join(store, "store.db") };
  const run = session(folder, { env });
  await run("apply -f -", HEP);
  const running = start("explore", { env });
  await running.until("stdout", /\/\n$/);
  const address = running.written.stdout.trim();
  const stored = async () =>
    ((await (await fetch(`${address}data.json`)).json()) as { stored: readonly unknown[] }).stored.length;
  renameSync(store, join(folder, "kept"));
  mkdirSync(store);
  writeFileSync(join(store, "store.db"), "not a database ".repeat(1000));
  await running.until("stderr", /changes of the datastore are not followed now; trying again in 1 s\n[\s\S]*in 2 s\n/);
  expect(await stored()).toBe(1);
  rmSync(store, { recursive: true });
  renameSync(join(folder, "kept"), store);
  await run("apply -f -", HEP.replaceAll("eth0", "eth1"));
  await waitUntil(async () => (await stored()) === 2);
  expect(await running.interrupt()).toMatchObject({ code: 0 });
});
