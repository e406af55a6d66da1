import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readlinkSync, realpathSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import libsql from "libsql";
import { describe, expect, it } from "vitest";
import { tmpFolder } from "../../support/tmp.ts";
import { waitUntil } from "../../support/wait.ts";
import { embeddedConfig, hostEndpoint, open } from "../stores.ts";

const WRITER = join(import.meta.dirname, "..", "..", "support", "store-writer.ts");
const TSX = join(import.meta.dirname, "..", "..", "..", "node_modules", ".bin", "tsx");

const directory = tmpFolder();

describe("several processes", () => {
  const start = (
    path: string,
    job: string,
    count: number,
  ): { child: ChildProcess; output: () => string; ended: Promise<number | null> } => {
    const child = spawn(TSX, [WRITER, path, job, String(count)], {
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
    let text = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
    // Not before all that it has written is read, and its own child is gone, too.
    return { child, output: () => text, ended: new Promise((resolve) => child.once("close", (code) => resolve(code))) };
  };

  it("may begin a new store and write at once; no increment is lost", async () => {
    const config = embeddedConfig(join(directory, "shared.db"));
    const writers = [start(config.path, "increment", 40), start(config.path, "increment", 40)];
    expect(await Promise.all(writers.map((writer) => writer.ended))).toEqual([0, 0]);
    const store = await open(config);
    expect((await store.get({ kind: "HostEndpoint", name: "counter" }))?.metadata.labels?.count).toBe("80");
    await store.close();
  });

  it("may change one resource in every way at once; none is refused because of the others", async () => {
    const config = embeddedConfig(join(directory, "contended.db"));
    const writers = Array.from({ length: 4 }, () => start(config.path, "contend", 40));
    expect(await Promise.all(writers.map((writer) => writer.ended))).toEqual([0, 0, 0, 0]);
  });

  // When a process opened the file twice, the kernel dropped its locks, and another process emptied the log it used.
  it("may each open the store several times: everything acknowledged is there and the file is whole", async () => {
    const config = embeddedConfig(join(directory, "reopened.db"));
    const jobs = ["reopen-a", "create-b", "reopen-c", "create-d"];
    const writers = jobs.map((job) => start(config.path, job, 50));
    expect(await Promise.all(writers.map((writer) => writer.ended))).toEqual(jobs.map(() => 0));
    const acknowledged = writers.flatMap((writer) => writer.output().split("\n").slice(0, -1));
    expect(acknowledged).toHaveLength(200);
    const store = await open(config);
    const names = new Set((await store.list("HostEndpoint")).items.map((item) => item.metadata.name));
    expect(acknowledged.filter((name) => !names.has(name))).toEqual([]);
    await store.close();
    const raw = new libsql(config.path);
    expect(raw.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
  });

  it("wait for one that has the file to itself, from the first statement on", async () => {
    const config = embeddedConfig(join(directory, "exclusive.db"));
    await start(config.path, "create-x", 1).ended;
    // Holds the file as a recovery of its log does, and lets go by itself: we wait inside SQLite, and can tell it nothing.
    const holder = `
      const database = new (require("libsql"))(process.argv[1]);
      database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE;");
      process.stdout.write("held");
      setTimeout(() => process.exit(), 1000);`;
    const child = spawn(process.execPath, ["-e", holder, config.path], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise((resolve) => child.stdout.once("data", resolve));
    const store = await open(config, 600_000);
    expect((await store.list("HostEndpoint")).items).toHaveLength(1);
    await store.close();
  });

  it.skipIf(process.platform !== "linux")("that open a store again open the file once", async () => {
    const config = embeddedConfig(join(directory, "once.db"));
    const descriptors = () =>
      readdirSync("/proc/self/fd").filter((fd) => {
        const link = `/proc/self/fd/${fd}`;
        return existsSync(link) && readlinkSync(link) === realpathSync(config.path);
      });
    const first = await open(config);
    await first.create(hostEndpoint("x"));
    const kept = descriptors();
    expect(kept).toHaveLength(1);
    symlinkSync(config.path, join(directory, "once-linked.db"));
    const others = [await open(config), await open(embeddedConfig(join(directory, "once-linked.db")))];
    for (const [at, store] of others.entries()) await store.create(hostEndpoint(`y${at}`));
    expect(descriptors()).toEqual(kept);
    for (const store of others) await store.close();
    expect(descriptors()).toEqual(kept);
    expect((await first.list("HostEndpoint")).items).toHaveLength(3);
    await first.close();
    expect((await (await open(config)).list("HostEndpoint")).items).toHaveLength(3);
    expect(descriptors()).toEqual(kept);
  });

  it("may be killed in mid-write: everything acknowledged is there and the store goes on", async () => {
    const config = embeddedConfig(join(directory, "killed.db"));
    for (let round = 0; round < 3; round++) {
      const writer = start(config.path, `create-${round}`, 100_000);
      await waitUntil(() => writer.child.exitCode !== null || writer.output().split("\n").length >= 30, writer.output);
      // tsx runs the script in a child of its own; both are in the group that we started.
      process.kill(-Number(writer.child.pid), "SIGKILL");
      await writer.ended;
      const acknowledged = writer.output().split("\n").slice(0, -1);
      expect(acknowledged.length).toBeGreaterThan(20);
      const store = await open(config);
      const list = await store.list("HostEndpoint");
      const names = new Set(list.items.map((item) => item.metadata.name));
      expect(acknowledged.filter((name) => !names.has(name))).toEqual([]);
      expect(list.unreadable).toEqual([]);
      expect(Number(list.revision)).toBe(1 + names.size);
      await store.close();
    }
  });
});
