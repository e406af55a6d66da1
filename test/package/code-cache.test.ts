import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";

/** A tool in place of the built one, which says whether its functions come from a code cache. */
const TOOL = `/* 0123456789abcdef fedcba9876543210 */(function (exports, require, module) {
function work(n) { let sum = 0; for (let i = 0; i < n; i++) sum += i * i; return sum; }
const main = async ([command]) => {
  process.stdout.write("sum " + work(10) + "\\n");
  return { failing: 1, usage: 2, unmet: 3 }[command] ?? Number(process.env.EXIT_CODE ?? 0);
};
module.exports = () => ({ main });
})
`;
const root = mkdtempSync(join(tmpdir(), "calicoctl-code-cache-"));
const BIN = join(import.meta.dirname, "..", "..", "bin");
cpSync(BIN, join(root, "bin"), { recursive: true });
mkdirSync(join(root, "dist"));
writeFileSync(join(root, "dist", "main.cjs"), TOOL);
const { readCodeCache } = createRequire(import.meta.url)(join(BIN, "calicoctl")) as {
  readonly readCodeCache: (path: string) => Buffer | undefined;
};

let base: string;
let folder: string;
beforeEach(() => {
  base = mkdtempSync(join(root, "cache-"));
  folder = join(base, "calicoctl-ts");
});
afterAll(() => rmSync(root, { recursive: true }));

interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Result> {
  const child = spawn(process.execPath, [join(root, "bin", "calicoctl"), ...argv], {
    env: { PATH: process.env.PATH, XDG_CACHE_HOME: base, ...env },
  });
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) child[stream].on("data", (text) => (output[stream] += text));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, ...output })));
}

/** As root a folder that a test makes for another user; else the root's. */
const FOREIGN = { XDG_CACHE_HOME: "/" };
const isRoot = process.getuid?.() === 0;
const DONE: Result = { code: 0, stdout: "sum 285\n", stderr: "" };
const caches = (): string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** The one code cache, after a run that wrote it. */
async function written(): Promise<string> {
  expect(await run(["get"])).toEqual(DONE);
  const [name = "", ...others] = caches();
  expect(others).toEqual([]);
  return join(folder, name);
}

function moveAndLink(path: string): void {
  const moved = join(base, "moved");
  renameSync(path, moved);
  symlinkSync(moved, path);
}

describe("the code cache", () => {
  test("is written by the first successful run of a command, for this user alone, and named by build and Node", async () => {
    const path = await written();
    expect(path).toContain(`/main.0123456789abcdef.${process.version}.${process.arch}.`);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const before = statSync(path);
    expect(await run(["get"])).toEqual(DONE);
    expect(statSync(path)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    expect(readCodeCache(path)?.length).toBe(before.size / 2);
    expect(await run(["simulate"]), "a flag of V8's that this Node does not have would be named here").toEqual(DONE);
    expect(caches()).toHaveLength(2);
  });

  test.each([
    ["help, which compiles little of a command", ["get", "--help"]],
    ["files of flows, for which V8 has other flags", ["get", "--flows=a.csv"]],
  ])("is another one for %s", async (_, words) => {
    const path = await written();
    const { ino } = statSync(path);
    expect(await run(words)).toEqual(DONE);
    expect(caches()).toHaveLength(2);
    expect(statSync(path).ino).toBe(ino);
  });

  test("is in ~/.cache without XDG_CACHE_HOME, which is made where it is missing", async () => {
    expect(await run(["get"], { XDG_CACHE_HOME: "", HOME: base })).toEqual(DONE);
    expect(readdirSync(join(base, ".cache", "calicoctl-ts"))).toHaveLength(1);
    expect(statSync(join(base, ".cache")).mode & 0o777).toBe(0o700);
  });

  test.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    ["a usage mistake", ["usage"], {}],
    ["a user who turned Node's off", ["get"], { NODE_DISABLE_COMPILE_CACHE: "1" }],
    ["a relative folder and no home", ["get"], { XDG_CACHE_HOME: "cache" }],
    ["a folder that cannot be made", ["get"], { XDG_CACHE_HOME: "/proc/none" }],
    ["a folder of another user", ["get"], FOREIGN],
  ])("is not written for %s", async (_, argv, env) => {
    const foreign = join(base, "foreign");
    if (env === FOREIGN && isRoot) {
      mkdirSync(foreign);
      chownSync(foreign, 12345, 12345);
    }
    expect(await run(argv, env === FOREIGN && isRoot ? { XDG_CACHE_HOME: foreign } : env)).toEqual({
      ...DONE,
      code: argv[0] === "usage" ? 2 : 0,
    });
    expect(caches()).toEqual([]);
    expect(existsSync(join(foreign, "calicoctl-ts"))).toBe(false);
  });

  test.each([
    ["failing", 1],
    ["unmet", 3],
  ])("is written by a run that does not succeed: %s", async (command, code) => {
    expect(await run([command])).toEqual({ ...DONE, code });
    const [name = "", ...others] = caches();
    expect(others).toEqual([]);
    expect(name).toMatch(/\.failed\.cache$/);
    const before = statSync(join(folder, name));
    expect(await run([command])).toEqual({ ...DONE, code });
    expect(statSync(join(folder, name)), "it is used, so not written again").toMatchObject({ ino: before.ino });
  });

  test("of a run that failed gives way to that of the first run that succeeds, which no later failure replaces", async () => {
    const failed = { EXIT_CODE: "1" };
    expect(await run(["get"], failed)).toEqual({ ...DONE, code: 1 });
    expect(caches()).toHaveLength(1);
    expect(await run(["get"])).toEqual(DONE);
    expect(caches()).toHaveLength(2);
    const whole = caches().find((name) => !name.endsWith(".failed.cache")) ?? "";
    const { ino } = statSync(join(folder, whole));
    expect(await run(["get"], failed)).toEqual({ ...DONE, code: 1 });
    expect(await run(["get"])).toEqual(DONE);
    expect(caches()).toHaveLength(2);
    expect(statSync(join(folder, whole)).ino).toBe(ino);
  });

  test("is not used with any bit flipped, nor cut short", async () => {
    const path = await written();
    const good = readFileSync(path);
    const used: string[] = [];
    for (let at = 0; at < good.length; at++) {
      const bad = Buffer.from(good);
      bad.writeUInt8(good.readUInt8(at) ^ (1 << (at % 8)), at);
      writeFileSync(path, bad);
      if (readCodeCache(path) !== undefined) used.push(`bit of byte ${at}`);
    }
    for (const length of [0, 1, 2, 4, good.length / 2, good.length - 2, good.length - 1]) {
      writeFileSync(path, good.subarray(0, length));
      if (readCodeCache(path) !== undefined) used.push(`${length} bytes`);
    }
    expect(used).toEqual([]);
    expect(await run(["get"])).toEqual(DONE);
    expect(readCodeCache(path), "a damaged one is written anew").toBeDefined();
  });

  test.each<[string, (path: string) => void]>([
    ["a file that others may write", (path) => chmodSync(path, 0o622)],
    ["a folder that others may write", () => chmodSync(folder, 0o777)],
    ["a link in its place", moveAndLink],
    ["a link to its folder", () => moveAndLink(folder)],
  ])("is not used: %s", async (_, change) => {
    const path = await written();
    expect(readCodeCache(path)).toBeDefined();
    change(path);
    expect(readCodeCache(path)).toBeUndefined();
    expect(await run(["get"])).toEqual(DONE);
  });

  test("is used, and written, in a folder that others may read, and that has other folders", async () => {
    mkdirSync(join(folder, "other"), { recursive: true });
    chmodSync(folder, 0o755);
    utimesSync(join(folder, "other"), 1, 1);
    expect(await run(["get"])).toEqual(DONE);
    const [name = ""] = caches().filter((each) => each !== "other");
    expect(readCodeCache(join(folder, name))).toBeDefined();
    expect(existsSync(join(folder, "other"))).toBe(true);
  });

  test.skipIf(!isRoot)("is not used when it belongs to another user", async () => {
    const path = await written();
    chownSync(path, 12345, 12345);
    expect(readCodeCache(path)).toBeUndefined();
  });

  test("is whole when several processes write it at once", async () => {
    const results = await Promise.all(Array.from({ length: 6 }, () => run(["get"])));
    expect(results).toEqual(results.map(() => DONE));
    const [name = "", ...others] = caches();
    expect(others).toEqual([]);
    expect(readCodeCache(join(folder, name))).toBeDefined();
  });

  test("is written where a killed process with the same id has left a part of one, as in containers", async () => {
    const preload = join(base, "pid.cjs");
    writeFileSync(preload, "Object.defineProperty(process, 'pid', { value: 7 });");
    const env = { NODE_OPTIONS: `--require ${preload}` };
    expect(await run(["get"], env)).toEqual(DONE);
    const [name = ""] = caches();
    rmSync(join(folder, name));
    const left = `${name}.7.tmp`;
    writeFileSync(join(folder, left), "");
    expect(await run(["get"], env)).toEqual(DONE);
    expect(caches().sort()).toEqual([name, left]);
  });

  test("of a month ago is removed when another is written", async () => {
    const path = await written();
    const old = join(folder, "main.of-another-build.cache");
    writeFileSync(old, "");
    utimesSync(old, 1, 1);
    rmSync(path);
    await written();
  });
});
