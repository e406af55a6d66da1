import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import libsql from "libsql";
import { describe, expect, it } from "vitest";
import { tmpFolder } from "../../support/tmp.ts";
import { embeddedConfig, fault, hostEndpoint, open } from "../stores.ts";

const directory = tmpFolder();

/** A complete store of some endpoints, without a log: as a process that has ended leaves it. */
async function made(name: string, endpoints = 1): Promise<string> {
  const path = join(directory, name);
  const store = await open(embeddedConfig(join(directory, `made-${name}`)));
  for (let i = 0; i < endpoints; i++) await store.create(hostEndpoint(`e${i}`));
  await store.close();
  // Another file: this process keeps the first one open.
  writeFileSync(path, readFileSync(join(directory, `made-${name}`)));
  return path;
}

/** A store whose latest writes are in its log: the log, the file before it was emptied (its size), and after. */
async function withLog(name: string): Promise<{ short: number; whole: Buffer; log: Buffer }> {
  const used = await made(name, 150);
  const short = statSync(used).size;
  const store = await open(embeddedConfig(used));
  for (let i = 0; i < 60; i++) await store.create(hostEndpoint(`logged${i}`));
  const log = readFileSync(`${used}-wal`);
  await store.close();
  return { short, whole: readFileSync(used), log };
}

function sqlite(path: string, ...statements: string[]): void {
  const database = new libsql(path);
  for (const statement of statements) database.exec(statement);
  database.close();
}

/** Makes a faulty file at the path (or returns another one); the code, the words and what to do. */
type Case = readonly [
  title: string,
  make: (path: string) => Promise<string | undefined> | string | undefined,
  code: "datastore.file" | "datastore.not-ours" | "datastore.damaged",
  words: RegExp,
  help: RegExp,
];

const changed =
  (...statements: string[]) =>
  async (path: string): Promise<undefined> => {
    await made(path.slice(directory.length + 1));
    sqlite(path, ...statements, "PRAGMA wal_checkpoint(TRUNCATE)");
  };
const cut =
  (bytes: number) =>
  async (path: string): Promise<undefined> => {
    await made(path.slice(directory.length + 1), 40);
    truncateSync(path, statSync(path).size - bytes);
  };
/** Some pages are only in the log, and those that are in neither are missing. */
const cutWithLog = async (path: string): Promise<undefined> => {
  const { short, whole, log } = await withLog(`${path.slice(directory.length + 1)}-used`);
  expect(short).toBeGreaterThan(5 * 4096);
  writeFileSync(path, whole.subarray(0, 3 * 4096));
  writeFileSync(`${path}-wal`, log);
};
const linked = (target: string) => (path: string) => {
  symlinkSync(target, path);
  return undefined;
};
/** A store, and what stands where its log would be. */
const besideLog = (make: (log: string) => void) => async (path: string) => {
  await made(path.slice(directory.length + 1));
  make(`${path}-wal`);
  return undefined;
};

const CASES: readonly Case[] = [
  ["a link to nothing", linked("nowhere"), "datastore.file", /symbolic link to `nowhere`/, /remove the link/],
  ["a link to itself", linked("a-link-to-itself.db"), "datastore.file", /too many symbolic links/, /EMBEDDED_PATH/],
  [
    "no directory",
    (path) => join(path, "x", "s.db"),
    "datastore.file",
    /directory `.*x` does not exist/,
    /make the dir/,
  ],
  [
    "a file as directory",
    async (path) => join(await made(`${path.slice(directory.length + 1)}`), "s.db"),
    "datastore.file",
    /not a directory/,
    /EMBEDDED_PATH/,
  ],
  ["a memory store", () => ":memory:", "datastore.file", /looks like a store in memory/, /`\.\/:memory:`/],
  ["a file URL", () => "file:x.db?mode=memory", "datastore.file", /looks like a URL/, /`\.\/file:/],
  ["a server", () => "libsql://127.0.0.1:1/x", "datastore.file", /looks like a URL/, /`\.\/libsql:/],
  ["a web server", () => "http://127.0.0.1:1", "datastore.file", /looks like a URL/, /`\.\/http:/],
  ["a directory", (path) => void mkdirSync(path), "datastore.not-ours", /it is a directory/, /a file in it/],
  ["no bytes", (path) => void writeFileSync(path, ""), "datastore.not-ours", /empty file/, /remove this one/],
  [
    "a second name",
    async (path) => void linkSync(await made("first.db"), path),
    "datastore.not-ours",
    /2 names \(hard links\)/,
    /symbolic links/,
  ],
  [
    "a device as log",
    besideLog((log) => symlinkSync("/dev/null", log)),
    "datastore.file",
    /log `.*-wal` is not a regular/,
    /EMBEDDED/,
  ],
  ["a directory as log", besideLog(mkdirSync), "datastore.file", /log `.*-wal` is not a regular/, /EMBEDDED/],
  ["1 byte less", cut(1), "datastore.damaged", /end of the file is missing/, /restore a copy/],
  ["96 bytes less", cut(96), "datastore.damaged", /end of the file is missing/, /restore a copy/],
  ["a page less", cut(4096), "datastore.damaged", /end of the file is missing/, /restore a copy/],
  ["more than a page less", cut(5000), "datastore.damaged", /end of the file is missing/, /restore a copy/],
  ["some pages less, with a log", cutWithLog, "datastore.damaged", /\d+ of \d+ pages/, /restore a copy/],
  ["no revision", changed("DELETE FROM meta"), "datastore.damaged", /table `meta`.* is empty/, /restore a copy/],
  ["two revisions", changed("INSERT INTO meta VALUES (7)"), "datastore.damaged", /`meta` has 2 rows/, /restore a copy/],
  ["a text as revision", changed("UPDATE meta SET revision = 'x'"), "datastore.damaged", /revision, `x`/, /restore/],
  [
    "a revision too large",
    changed("UPDATE meta SET revision = 9007199254740992"),
    "datastore.damaged",
    /revision, `9/,
    /restore/,
  ],
  ["a revision of 0", changed("UPDATE meta SET revision = 0"), "datastore.damaged", /revision, `0`/, /restore/],
  ["no table of keys", changed("DROP TABLE kv"), "datastore.damaged", /no table `kv`/, /restore a copy/],
  ["no table of the revision", changed("DROP TABLE meta"), "datastore.damaged", /no table `meta`/, /restore a copy/],
  [
    "a trigger",
    changed("CREATE TRIGGER t AFTER UPDATE ON meta BEGIN DELETE FROM kv; END"),
    "datastore.damaged",
    /trigger `t`/,
    /restore/,
  ],
  ["no layout", changed("PRAGMA user_version = 0"), "datastore.not-ours", /no release .* layout, 0/, /another file/],
  ["a later layout", changed("PRAGMA user_version = 2"), "datastore.not-ours", /later release/, /use that release/],
];

describe("a file that cannot be used has its own words, for a read and a write alike", () => {
  it.each(CASES)("%s", async (title, make, code, words, help) => {
    const given = join(directory, `${title.replaceAll(/\W/g, "-")}.db`);
    const path = (await make(given)) ?? given;
    const before = existsSync(path) && statSync(path).isFile() ? readFileSync(path) : undefined;
    for (const use of ["read", "write"] as const) {
      const error = await fault(embeddedConfig(path), 300, (store) =>
        use === "read" ? store.list("HostEndpoint") : store.create(hostEndpoint("x")),
      );
      expect([error.code, error.message, error.help]).toEqual([
        code,
        expect.stringMatching(words),
        expect.stringMatching(help),
      ]);
    }
    if (before) expect(readFileSync(path)).toEqual(before);
  });
  it("has a case for every place that throws, and leaves no file behind", () => {
    expect(CASES.length).toBeGreaterThan(20);
    expect(existsSync(":memory:")).toBe(false);
    expect(readdirSync(directory).filter((name) => name.includes(".new-"))).toEqual([]);
  });
});

describe("a file that can be used", () => {
  it("although the process that created it was killed before it removed the other name", async () => {
    const path = await made("interrupted.db");
    linkSync(path, `${path}.new-0123456789abcdef`);
    const store = await open(embeddedConfig(path));
    expect((await store.list("HostEndpoint")).items).toHaveLength(1);
    expect(existsSync(`${path}.new-0123456789abcdef`)).toBe(false);
    await store.close();
  });
  it("although it is named as the drivers name other things", async () => {
    const path = join(directory, "file:x.db?mode=memory");
    const store = await open(embeddedConfig(path));
    expect((await store.create(hostEndpoint("x"))).kind).toBe("written");
    await store.close();
    expect(statSync(path).size).toBeGreaterThan(0);
  });
  it("although its end is only in the log: a process was killed while it emptied it", async () => {
    const path = join(directory, "logged.db");
    const { short, whole, log } = await withLog("used.db");
    // The first pages are written, and with them the number of all pages.
    writeFileSync(path, whole.subarray(0, short));
    writeFileSync(`${path}-wal`, log);
    const after = await open(embeddedConfig(path));
    expect((await after.list("HostEndpoint")).items).toHaveLength(210);
    await after.close();
  });
});
