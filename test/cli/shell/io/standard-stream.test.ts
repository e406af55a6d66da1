import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { expect, test } from "vitest";
import { tmpFolder } from "../../../support/tmp.ts";

/** A program that writes by `standardStream`, as a process of its own: its streams are what is tested. */
const MODULE = join(import.meta.dirname, "..", "..", "..", "..", "src", "cli", "shell", "io", "standard-stream.ts");
const folder = tmpFolder({});
const BUILT = join(folder, "standard-stream.mjs");
buildSync({ entryPoints: [MODULE], bundle: true, platform: "node", format: "esm", outfile: BUILT, logLevel: "error" });

function program(body: string): readonly string[] {
  const path = join(folder, `p${Math.random()}.mjs`);
  writeFileSync(
    path,
    `import { standardStream } from ${JSON.stringify(BUILT)};
let opened = 0;
const out = standardStream(
  { descriptor: 1, isTerminal: () => false, open: () => (opened++, process.stdout) },
  (error) => console.error("failed " + error.code),
);
${body}`,
  );
  return [path];
}

const LONG = "é".repeat(300_000);
const WRITE_LONG = `out.put("é".repeat(300_000)); out.put("end"); await out.drained(); console.error("opened " + opened);`;

test("text goes straight to a file, and to a pipe however much it is", () => {
  const argv = program(WRITE_LONG);
  const path = join(folder, "out");
  const file = openSync(path, "w");
  const ran = spawnSync(process.execPath, argv, { stdio: ["ignore", file, "pipe"], encoding: "utf8" });
  closeSync(file);
  expect([ran.stderr, readFileSync(path, "utf8") === `${LONG}end`]).toEqual(["opened 0\n", true]);
  const piped = spawnSync("bash", ["-c", '"$0" "$@" | cat', process.execPath, ...argv], {
    encoding: "utf8",
    maxBuffer: 2 ** 24,
  });
  expect([piped.stderr, piped.stdout === `${LONG}end`]).toEqual(["opened 0\n", true]);
});

test("a pipe that does not wait gets the rest by Node's stream, in order", async () => {
  // Node sets a pipe so that writing to it does not wait; its reader reads when all is said to be written.
  const argv = program(`process.stdout.fd;\n${WRITE_LONG.replace("await", 'console.error("put"); await')}`);
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "pipe"] });
  const errors = errorsOf(child);
  await once(child.stderr, "data");
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (more) => {
    text += more;
  });
  await once(child, "close");
  expect([errors(), text === `${LONG}end`]).toEqual(["put\nopened 1\n", true]);
});

test.each([
  ["nothing reads any more", "pipe", "EPIPE"],
  ["the disk is full", openSync("/dev/full", "w"), "ENOSPC"],
] as const)("says once, and to who asks, that %s", async (_, stdout, code) => {
  const argv = program(`
(await import("node:fs")).readFileSync(0);
out.onClose(() => console.error("closed"));
out.onClose(() => console.error("not called"))();
out.put("a"); out.put("b");
console.error("written", out.isWritten());`);
  const child = spawn(process.execPath, argv, { stdio: ["pipe", stdout, "pipe"] });
  const errors = errorsOf(child);
  child.stdout?.destroy();
  child.stdin?.end();
  await once(child, "close");
  expect(errors()).toBe(`failed ${code}\nwritten true\nclosed\n`);
});

test("after `neverWait` a reader that reads nothing does not hold up the process", async () => {
  const argv = program(`
out.neverWait();
out.put("x".repeat(2 ** 22));
console.error("written", out.isWritten());
process.exit(0);`);
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "pipe"] });
  const errors = errorsOf(child);
  await once(child, "exit");
  child.stdout.destroy();
  await once(child, "close");
  expect(errors()).toBe("written false\n");
});

test("where nothing can be written after `neverWait`, the process does not count as done until that is said", () => {
  const argv = program(`
out.neverWait();
out.put("a");
console.error("written", out.isWritten());
if (out.isWritten()) process.exit();`);
  const full = openSync("/dev/full", "w");
  const { stderr } = spawnSync(process.execPath, argv, { stdio: ["ignore", full, "pipe"], encoding: "utf8" });
  closeSync(full);
  expect(stderr).toBe("written false\nfailed ENOSPC\n");
});

function errorsOf({ stderr }: ChildProcess): () => string {
  let text = "";
  stderr?.setEncoding("utf8").on("data", (more) => {
    text += more;
  });
  return () => text;
}
