import { chmodSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openCopy } from "../../../src/datastore/embedded/copy.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { embeddedConfig, fault, hostEndpoint, open } from "../stores.ts";

const root = tmpFolder();
chmodSync(root, 0o755);

/** The copies of a file that are left. Other tests make copies of theirs in the same folder, which come and go. */
function copiesOf(bytes: Buffer): readonly string[] {
  const isCopy = (name: string): boolean => {
    try {
      return readFileSync(join(tmpdir(), name, "copy")).equals(bytes);
    } catch {
      return false;
    }
  };
  return readdirSync(tmpdir()).filter((name) => name.startsWith("calicoctl-copy-") && isCopy(name));
}

/** Nothing is forbidden to root, so it becomes nobody for the rest of the test. */
function withoutRights(): void {
  if (process.geteuid?.() === 0) process.seteuid?.(65534);
}
afterEach(() => {
  if (process.getuid?.() === 0) process.seteuid?.(0);
});

/** A store of two endpoints, the second of which is only in the log where `withLog`: as a killed process leaves it. */
async function media(name: string, withLog: boolean): Promise<string> {
  const used = join(root, `${name}-used.db`);
  const store = await open(embeddedConfig(used));
  await store.create(hostEndpoint("a"));
  await store.close();
  const again = await open(embeddedConfig(used));
  await again.create(hostEndpoint("b"));
  const folder = join(root, name);
  mkdirSync(folder);
  const path = join(folder, "store.db");
  if (withLog) for (const suffix of ["", "-wal"]) writeFileSync(path + suffix, readFileSync(used + suffix));
  await again.close();
  if (!withLog) writeFileSync(path, readFileSync(used));
  return path;
}

/** Whether the second endpoint is only in the log, and the rights of the file and of its folder. */
const CASES: readonly (readonly [title: string, withLog: boolean, file: number, folder: number])[] = [
  ["file and folder", false, 0o444, 0o555],
  ["file and folder, with a log", true, 0o444, 0o555],
  ["the folder only", false, 0o666, 0o555],
  ["the folder only, with a log", true, 0o666, 0o555],
  // The system asks for the rights of the user who began the process: root's stay.
  ...(process.getuid?.() === 0 ? [] : [["the file only", false, 0o444, 0o777] as const]),
];

test.each(CASES)(
  "read-only: %s: all is read, a write is refused, nothing is left",
  async (title, withLog, file, folder) => {
    const path = await media(title.replaceAll(/\W/g, "-"), withLog);
    for (const name of readdirSync(join(path, ".."))) chmodSync(join(path, "..", name), file);
    chmodSync(join(path, ".."), folder);
    const there = readdirSync(join(path, ".."));
    const bytes = readFileSync(path);
    withoutRights();
    const store = await open(embeddedConfig(path));
    expect((await store.list("HostEndpoint")).items.map(({ metadata }) => metadata.name)).toEqual(["a", "b"]);
    await store.close();
    const error = await fault(embeddedConfig(path), 300, (again) => again.create(hostEndpoint("c")));
    expect([error.code, error.message]).toEqual(["datastore.file", expect.stringContaining("cannot be written")]);
    expect(readdirSync(join(path, ".."))).toEqual(there);
    expect(copiesOf(bytes)).toEqual([]);
  },
);

test("read-only: without a place for the copy", async () => {
  const path = await media("no-place", false);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = join(root, "nowhere");
  try {
    expect(() => openCopy(embeddedConfig(path), path, (copy) => copy)).toThrow(
      /no copy of it can be made in `.*nowhere`: no such file or directory/,
    );
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
});

test("read-only: a change by another user is seen by the next read", async () => {
  const path = await media("changed", false);
  // Times of files go on in steps, and the change is of the same size.
  utimesSync(path, 1, 1);
  chmodSync(path, 0o444);
  chmodSync(join(path, ".."), 0o555);
  withoutRights();
  const store = await open(embeddedConfig(path));
  expect((await store.list("HostEndpoint")).items).toHaveLength(2);
  if (process.getuid?.() === 0) process.seteuid?.(0);
  else for (const name of [path, join(path, "..")]) chmodSync(name, 0o755);
  const other = join(root, "changed-used.db");
  const writer = await open(embeddedConfig(other));
  await writer.create(hostEndpoint("c"));
  await writer.close();
  writeFileSync(path, readFileSync(other));
  withoutRights();
  expect((await store.list("HostEndpoint")).items).toHaveLength(3);
  await store.close();
});
