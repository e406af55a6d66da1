import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ask } from "../cli/explore/serving.ts";
import { Host } from "../cli/way-back/change.ts";
import { type ConfiguredStore, STORES, storeForSuite } from "../datastore/stores.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const MANIFESTS = join(ROOT, "examples", "lock-out");
const folder = mkdtempSync(join(tmpdir(), "calicoctl-files-changed-"));
afterAll(() => rmSync(folder, { recursive: true }));

let copies = 0;
/** A copy of the package, which a test may remove: its tool, a script of it, and how it goes away. */
function copyOfPackage() {
  const copy = join(folder, String(copies++));
  for (const name of ["bin", "dist", "schemas", "package.json"])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  return {
    binary: join(copy, "bin", "calicoctl"),
    script: (name: string) => join(copy, "dist", name),
    remove: () => renameSync(copy, `${copy}.removed`),
  };
}

describe.each(STORES.filter(({ available }) => available))("on $name", ({ start }) => {
  let store: ConfiguredStore;
  storeForSuite(start, (started: ConfiguredStore) => {
    store = started;
  });

  test("what was written is taken back by the keeper alone after the package was removed", async () => {
    const { binary, remove } = copyOfPackage();
    const host = new Host(store.config, {}, binary);
    await host.reset();
    const before = await host.values();
    const change = await host.change();
    remove();
    change.kill("SIGKILL");
    await change.settled();
    expect(await host.values()).toEqual(before);
  });
});

test("explore serves its page after the package was removed", async () => {
  const { binary, remove } = copyOfPackage();
  const child = spawn(process.execPath, [binary, "explore", "--offline", "-f", MANIFESTS, "--port", "0"]);
  try {
    const [address] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
    const { text } = await ask(address.trim());
    remove();
    expect((await ask(address.trim())).text).toBe(text);
    expect(text).toContain("data-served");
  } finally {
    child.kill();
  }
});

test("a command whose package was removed meanwhile ends as it does otherwise, although it cannot keep its code caches", async () => {
  const { binary, remove } = copyOfPackage();
  const env = { PATH: process.env.PATH, XDG_CACHE_HOME: mkdtempSync(join(folder, "cache-")) };
  const child = spawn(process.execPath, [binary, "explore", "--offline", "-f", MANIFESTS, "--port", "0"], { env });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  await once(child.stdout, "data");
  remove();
  child.kill("SIGINT");
  const [code] = await once(child, "close");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "the page is for who has this address; Ctrl-C ends it\n" });
});

const FILES_CHANGED = "error: the files of calicoctl were removed or replaced while it ran: run it again\n";

/** What becomes of a script. */
const CHANGES: readonly (readonly [string, (path: string) => void])[] = [
  ["removed", (path) => rmSync(path)],
  [
    "replaced by one of another build",
    (path) => writeFileSync(path, readFileSync(path, "utf8").replace(/^(\/\* \w+) \w+/, "$1 0123456789abcdef")),
  ],
  ["replaced by what is no script", (path) => writeFileSync(path, "{")],
];

/** Answers flows that come as CSV on standard input. */
const ANSWERS_FLOWS = `simulate --offline -f ${MANIFESTS} --node node1 --flows - --flows-format csv -o csv`.split(" ");
const HEADER = "from,to,protocol,srcIP,dstIP,srcPort,dstPort\n";
const ROW = "interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443\n";

/** The words of a command that reads the script. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  "manifests.cjs": ["validate", "-f", "-"],
  "row-thread.cjs": ANSWERS_FLOWS,
};

describe.each(Object.entries(READERS))("%s", (name, words) => {
  test.each(CHANGES)("a command that loads it when it was %s says so, and does nothing", async (_, change) => {
    const { binary, script } = copyOfPackage();
    change(script(name));
    const child = spawn(process.execPath, [binary, ...words]);
    const ended = outcome(child);
    child.stdin.end();
    expect(await ended).toEqual({ code: 1, stdout: "", stderr: FILES_CHANGED });
  });
});

/** Enough for threads to start. */
const ROWS = 200_000;

test.each(CHANGES)("flows that come after all scripts were %s are answered, in threads as well", async (_, change) => {
  const { binary, script } = copyOfPackage();
  const child = spawn(process.execPath, [binary, ...ANSWERS_FLOWS]);
  const ended = outcome(child);
  child.stdin.write(HEADER + ROW);
  await once(child.stdout, "data");
  for (const name of readdirSync(script("")).filter((name) => name.endsWith(".cjs"))) change(script(name));
  child.stdin.end(`${ROW.repeat(ROWS)}x\n`);
  const { code, stdout, stderr } = await ended;
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/^error: line 200003: .*\n.* \[flow.lines\]\n$/),
  });
  const [heading, answer, ...others] = stdout.split("\n").slice(0, -2);
  expect(heading).toBe("verdict,return,decidedBy");
  expect(others).toHaveLength(ROWS);
  expect(new Set(others)).toEqual(new Set([answer]));
});

/** How a command ends. */
async function outcome(child: ChildProcessWithoutNullStreams) {
  const written = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      written[name] += text;
    });
  }
  const [code] = await once(child, "close");
  return { code, ...written };
}
