import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import libsql from "libsql";
import { describe, expect, it } from "vitest";
import type { StoreConfig } from "../../../src/datastore/config.ts";
import type { DatastoreError } from "../../../src/datastore/datastore-error.ts";
import { APPLICATION_ID } from "../../../src/datastore/embedded/check-file.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { embeddedConfig, fault, hostEndpoint, open } from "../stores.ts";

const directory = tmpFolder();

/** The error that using the store gives, for a read and for a write alike. */
function fileFault(config: StoreConfig, use: "read" | "write" = "write"): Promise<DatastoreError> {
  return fault(config, 300, (store) => (use === "read" ? store.list("HostEndpoint") : store.create(hostEndpoint("x"))));
}

describe("a file that is not ours", () => {
  const sqlite = (path: string, ...statements: string[]): void => {
    const database = new libsql(path);
    for (const statement of statements) database.exec(statement);
    database.close();
  };
  const cases: readonly { readonly name: string; readonly make: (path: string) => void; readonly message: RegExp }[] = [
    {
      name: "text",
      make: (path) => writeFileSync(path, "keep me\n".repeat(50)),
      message: /not a calicoctl embedded store/,
    },
    { name: "an empty file", make: (path) => writeFileSync(path, ""), message: /empty file/ },
    {
      name: "SQLite's first bytes only",
      make: (path) => writeFileSync(path, "SQLite format 3\0"),
      message: /not a calicoctl embedded store/,
    },
    {
      name: "another SQLite file",
      make: (path) => sqlite(path, "CREATE TABLE t (x)"),
      message: /another program's SQLite file/,
    },
    {
      name: "a later layout",
      make: (path) => sqlite(path, `PRAGMA application_id = ${APPLICATION_ID}`, "PRAGMA user_version = 99"),
      message: /later release/,
    },
    { name: "a directory", make: (path) => mkdirSync(path), message: /directory/ },
  ];
  it.each(cases)("$name is refused and not touched", async ({ name, make, message }) => {
    const path = join(directory, `foreign-${name.replaceAll(/\W/g, "-")}`);
    make(path);
    const before = statSync(path).isFile() ? readFileSync(path) : undefined;
    for (const use of ["read", "write"] as const) {
      const error = await fileFault(embeddedConfig(path), use);
      expect(error.code).toBe("datastore.not-ours");
      expect(error.message).toContain(path);
      expect(error.message).toMatch(message);
      expect(error.help).toContain("EMBEDDED_PATH");
    }
    if (before !== undefined) expect(readFileSync(path)).toEqual(before);
  });
});

describe("a path that cannot be used", () => {
  it("reports that the directory is missing, and does not make it", async () => {
    const path = join(directory, "no", "such", "store.db");
    const error = await fileFault(embeddedConfig(path));
    expect(error.code).toBe("datastore.file");
    expect(error.message).toContain(`its directory \`${join(directory, "no", "such")}\` does not exist`);
    expect(existsSync(join(directory, "no"))).toBe(false);
  });
  it("reports that part of it is not a directory", async () => {
    writeFileSync(join(directory, "plain"), "x");
    expect((await fileFault(embeddedConfig(join(directory, "plain", "store.db")))).message).toMatch(/not a directory/);
  });
  it("reports that a device is not a regular file", async () => {
    expect((await fileFault(embeddedConfig("/dev/null"))).message).toContain("not a regular file");
  });
  it("reports that permission is denied", async () => {
    const closed = join(directory, "closed");
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    // Nothing is forbidden to root, so it becomes nobody for a moment.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      expect((await fileFault(embeddedConfig(join(closed, "store.db")))).message).toContain("permission denied");
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
  it("reports a file system on which it cannot be made", async () => {
    const error = await fileFault(embeddedConfig("/proc/store.db"));
    expect(error.code).toBe("datastore.file");
    expect(error.message).toContain("/proc/store.db");
  });
});

describe("the file", () => {
  it("is made by the first write, for its owner only, with nothing left beside it", async () => {
    const folder = join(directory, "fresh");
    mkdirSync(folder);
    const path = join(folder, "store.db");
    const store = await open(embeddedConfig(path));
    expect((await store.list("HostEndpoint")).items).toEqual([]);
    expect(await store.delete({ kind: "HostEndpoint", name: "x" })).toEqual({ kind: "not-found" });
    expect(readdirSync(folder)).toEqual([]);
    await store.create(hostEndpoint("x"));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await store.close();
    const beside = readdirSync(folder).filter((name) => name !== "store.db");
    expect(beside.filter((name) => name !== "store.db-shm" && statSync(join(folder, name)).size > 0)).toEqual([]);
  });
  it("gets its directories at the default path only", async () => {
    const path = join(directory, "home", ".local", "share", "calicoctl", "store.db");
    const store = await open({ ...embeddedConfig(path), makeDirectory: true });
    expect((await store.create(hostEndpoint("x"))).kind).toBe("written");
    await store.close();
  });
  it("keeps what it had", async () => {
    const config = embeddedConfig(join(directory, "kept.db"));
    const first = await open(config);
    const made = await first.create(hostEndpoint("x", { expectedIPs: ["10.0.0.1", "\u2028<&>"] }));
    await first.close();
    const second = await open(config);
    expect(made.kind === "written" && made.resource).toEqual(await second.get({ kind: "HostEndpoint", name: "x" }));
    expect((await second.list("HostEndpoint")).revision).toBe("2");
    await second.close();
  });
  it("may be reached through a link", async () => {
    const config = embeddedConfig(join(directory, "real.db"));
    const store = await open(config);
    await store.create(hostEndpoint("x"));
    await store.close();
    symlinkSync(config.path, join(directory, "link.db"));
    const linked = await open(embeddedConfig(join(directory, "link.db")));
    expect((await linked.list("HostEndpoint")).items).toHaveLength(1);
    await linked.close();
  });
  it("that is damaged is reported", async () => {
    const config = embeddedConfig(join(directory, "damaged.db"));
    const store = await open(config);
    await store.create(hostEndpoint("x"));
    await store.close();
    const bytes = readFileSync(config.path);
    bytes.fill(0xff, 100);
    // Another file: this process has the first one open, and reads it no more from the disk.
    const damaged = embeddedConfig(join(directory, "damaged-copy.db"));
    writeFileSync(damaged.path, bytes);
    expect((await fileFault(damaged, "read")).code).toBe("datastore.damaged");
  });
  it("that another process writes for too long is reported as locked", async () => {
    const config = embeddedConfig(join(directory, "locked.db"));
    const store = await open(config);
    await store.create(hostEndpoint("first"));
    const other = new libsql(config.path);
    other.exec("BEGIN IMMEDIATE");
    expect((await fileFault(config)).code).toBe("datastore.locked");
    // Reading is not held up by a writer.
    expect((await store.list("HostEndpoint")).items).toHaveLength(1);
    other.exec("ROLLBACK");
    other.close();
    await store.close();
  });
  it("reports values that cannot be read, and lets them be deleted", async () => {
    const config = embeddedConfig(join(directory, "unreadable.db"));
    const store = await open(config);
    await store.create(hostEndpoint("good"));
    const other = new libsql(config.path);
    const key = "/calico/resources/v3/projectcalico.org/hostendpoints/bad";
    other.prepare("INSERT INTO kv VALUES (?, ?, 1, 1)").run(key, "not json");
    other.close();
    const list = await store.list("HostEndpoint");
    expect(list.items.map((item) => item.metadata.name)).toEqual(["good"]);
    expect(list.unreadable).toEqual([
      { key, reason: "the stored value is not a JSON object", forCalico: "unreadable" },
    ]);
    const id = { kind: "HostEndpoint", name: "bad" };
    await expect(store.get(id)).rejects.toMatchObject({
      code: "value.unreadable",
      message: expect.stringContaining("HostEndpoint bad"),
    });
    expect(await store.apply(hostEndpoint("bad"))).toMatchObject({ kind: "unreadable" });
    expect((await store.delete(id)).kind).toBe("deleted");
    await store.close();
  });
});
