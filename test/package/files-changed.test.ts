import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ask } from "../cli/explore/serving.ts";
import { Host } from "../cli/way-back/change.ts";
import { type ConfiguredStore, STORES, storeForSuite } from "../datastore/stores.ts";

const ROOT = join(import.meta.dirname, "..", "..");
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
  const manifests = join(ROOT, "examples", "lock-out");
  const child = spawn(process.execPath, [binary, "explore", "--offline", "-f", manifests, "--port", "0"]);
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
  const manifests = join(ROOT, "examples", "lock-out");
  const child = spawn(process.execPath, [binary, "explore", "--offline", "-f", manifests, "--port", "0"], { env });
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

test.each<[string, (path: string) => void]>([
  ["removed", (path) => rmSync(path)],
  [
    "replaced by one of another build",
    (path) => writeFileSync(path, readFileSync(path, "utf8").replace(/^(\/\* \w+) \w+/, "$1 0123456789abcdef")),
  ],
])("a command that loads a script which was %s says so, and does nothing", async (_, change) => {
  const { binary, script } = copyOfPackage();
  change(script("manifests.cjs"));
  const child = spawn(process.execPath, [binary, "validate", "-f", "-"]);
  child.stdin.end();
  let stderr = "";
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  const [code] = await once(child, "close");
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: "error: the files of calicoctl were removed or replaced while it ran: run it again\n",
  });
});
