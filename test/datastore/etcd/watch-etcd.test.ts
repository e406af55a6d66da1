import { Etcd3 } from "etcd3";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Datastore } from "../../../src/datastore/datastore.ts";
import { type EtcdServer, hasEtcd, needsEtcd, startEtcd } from "../../support/etcd.ts";
import { startWay, type Way } from "../../support/loopback/way.ts";
import { waitUntil } from "../../support/wait.ts";
import { type Watching, watching } from "../resources/watching.ts";
import { etcdConfig, hostEndpoint, open } from "../stores.ts";

/** How long a server may be silent in the test of one that is; all others have no timeout, however long the machine stands still. */
const SILENT_MS = 900;

describe.skipIf(!hasEtcd)(`watching etcd over a way that breaks${needsEtcd}`, () => {
  let server: EtcdServer;
  let way: Way;
  let writer: Datastore;
  let watched: Datastore;
  let watch: Watching;
  let client: Etcd3;
  let count = 0;
  const unhandled: unknown[] = [];
  const keep = (error: unknown): void => void unhandled.push(error);

  beforeAll(async () => {
    process.on("unhandledRejection", keep).on("uncaughtException", keep);
    server = await startEtcd();
    writer = await open(etcdConfig(server.endpoint));
    client = new Etcd3({ hosts: server.endpoint });
  });
  afterAll(async () => {
    await writer?.close();
    client?.close();
    await server?.stop();
    process.off("unhandledRejection", keep).off("uncaughtException", keep);
    expect(unhandled).toEqual([]);
  });
  beforeEach(async () => {
    way = await startWay(server.port);
    watched = await open(etcdConfig(way.endpoint));
    watch = await watching(watched, { kind: "HostEndpoint" });
    await write(1);
    await watch.until(/new/);
  });
  afterEach(async () => {
    way.stop();
    await watch.stop();
    await watched.close();
  });

  /** Makes so many host endpoints, each under a name of its own; gives the lines that tell of them. */
  const write = async (many: number): Promise<string[]> => {
    const made: string[] = [];
    for (let i = 0; i < many; i++) {
      const name = `h${String(count++).padStart(4, "0")}`;
      const written = await writer.create(hostEndpoint(name));
      expect(written.kind).toBe("written");
      made.push(`new HostEndpoint ${name}`);
    }
    return made;
  };
  const revision = async (): Promise<string> => (await writer.list("Node")).revision;

  it("a lost connection is reported once, and no change is missed or reported twice", async () => {
    for (let round = 0; round < 3; round++) {
      way.cut();
      expect(await watch.until(/trouble/)).toEqual(["trouble datastore.unreachable"]);
      const made = await write(20);
      await waitUntil(() => way.refused() > 0);
      way.mend();
      const last = made.at(-1) ?? "";
      const lines = await watch.until(new RegExp(last));
      expect(lines.filter((line) => !line.startsWith("trouble"))).toEqual(["resumed", ...made]);
    }
  });

  it("a connection that breaks while changes are on their way", async () => {
    const made: string[] = [];
    for (let round = 0; round < 15; round++) {
      made.push(...(await write(10)));
      way.cut();
      way.mend();
    }
    const lines = await watch.until(new RegExp(made.at(-1) ?? ""));
    expect(lines.filter((line) => line.startsWith("new"))).toEqual(made);
  });

  it("a server that falls silent is reported", async () => {
    const impatient = await open(etcdConfig(way.endpoint), SILENT_MS);
    // Where the machine stands still for so long, its first list fails.
    let own: Watching | undefined;
    await waitUntil(async () => {
      own = await watching(impatient, { kind: "HostEndpoint" }).catch(() => undefined);
      return own !== undefined;
    });
    if (own === undefined) throw new Error("it is not watched");
    // What is told of a change comes by the stream: from then on there is nothing else that could time out.
    await own.until(new RegExp((await write(1)).at(-1) ?? ""));
    way.mute();
    expect(await own.until(/trouble/)).toEqual(["trouble datastore.timeout"]);
    const made = await write(3);
    way.mend();
    const lines = await own.until(new RegExp(made.at(-1) ?? ""));
    // A machine that stands still is as silent, and may have it report the same again.
    expect(lines.filter((line) => line.startsWith("new"))).toEqual(made);
    expect(lines.slice(0, lines.indexOf(made[0] ?? ""))).toContain("resumed");
    expect(await own.stop()).toBe("ended");
    await impatient.close();
  });

  it("the changes were compacted away meanwhile: the difference is reported, and why", async () => {
    const [doomed = ""] = await write(1);
    await watch.until(new RegExp(doomed));
    way.cut();
    await watch.until(/trouble/);
    const made = await write(5);
    expect((await writer.delete({ kind: "HostEndpoint", name: doomed.slice(-5) })).kind).toBe("deleted");
    await writer.create(hostEndpoint("brief"));
    await writer.delete({ kind: "HostEndpoint", name: "brief" });
    await client.kv.compact({ revision: await revision(), physical: true });
    way.mend();
    const lines = await watch.until(/gone/);
    expect(lines.filter((line) => !/trouble|lost/.test(line))).toEqual([
      "resumed",
      ...made,
      `gone ${doomed.slice("new ".length)}`,
    ]);
    expect(lines.find((line) => line.startsWith("lost"))).toMatch(
      /^lost: the changes after revision \d+ were compacted/,
    );
    expect(await write(1)).toEqual([...(await watch.until(/new/))]);
  });

  it("the server stops and comes back: etcd itself goes away", async () => {
    await server.kill();
    expect(await watch.until(/trouble/)).toEqual(["trouble datastore.unreachable"]);
    await server.restart();
    await watch.until(/resumed/);
    const made = await write(2);
    expect((await watch.until(new RegExp(made[1] ?? ""))).filter((line) => line.startsWith("new"))).toEqual(made);
  });

  it.each(["open", "cut", "mute"] as const)("ends without waiting for the server when the way is %s", async (how) => {
    // Its timeout never comes: an end that waited for an answer would not come either.
    if (how !== "open") way[how]();
    if (how === "cut") await watch.until(/trouble/);
    expect(await watch.stop()).toBe("ended");
  });
});

describe.skipIf(!hasEtcd)(`watching an etcd that is set back${needsEtcd}`, () => {
  it("reports the difference to the new state, and continues from there", async () => {
    const [first, second] = [await startEtcd(), await startEtcd()];
    const fill = async (endpoint: string, names: readonly string[]): Promise<void> => {
      const store = await open(etcdConfig(endpoint));
      for (const name of names) await store.create(hostEndpoint(name));
      await store.close();
    };
    await fill(first.endpoint, ["a", "b", "c", "d"]);
    await fill(second.endpoint, ["b", "z"]);
    const ports = [first.port, second.port];
    const store = await open(etcdConfig(`http://127.0.0.1:${ports[0]}`));
    const watch = await watching(store, { kind: "HostEndpoint" });
    expect(watch.lines).toEqual(["listed a b c d"]);
    await first.kill();
    await watch.until(/trouble/);
    const way = await startWay(second.port, first.port);
    const lines = await watch.until(/gone HostEndpoint d/);
    expect(lines.find((line) => line.startsWith("lost"))).toMatch(/was set back from revision 5 to 3/);
    expect(lines.filter((line) => /^(new|changed|gone)/.test(line)).sort()).toEqual([
      "changed HostEndpoint b",
      "gone HostEndpoint a",
      "gone HostEndpoint c",
      "gone HostEndpoint d",
      "new HostEndpoint z",
    ]);
    await fill(second.endpoint, ["more"]);
    await watch.until(/new HostEndpoint more/);
    expect(await watch.stop()).toBe("ended");
    await store.close();
    way.stop();
    await first.stop();
    await second.stop();
  });
});

describe.skipIf(!hasEtcd)(`watching an etcd with users${needsEtcd}`, () => {
  it("goes on after it has forgotten the user's token", async () => {
    const server = await startEtcd();
    const client = new Etcd3({ hosts: server.endpoint });
    const root = await client.user("root").create("root");
    await client.role("root").create();
    await root.addRole("root");
    await client.auth.authEnable();
    client.close();
    const config = { ...etcdConfig(server.endpoint), auth: { username: "root", password: "root" } };
    const store = await open(config);
    const watch = await watching(store, { kind: "HostEndpoint" });
    for (const name of ["a", "b", "c"]) {
      // Tokens are in its memory.
      await server.kill();
      await watch.until(/trouble/);
      await server.restart();
      await watch.until(/resumed/);
      const writer = await open(config);
      await writer.create(hostEndpoint(name));
      await writer.close();
      expect((await watch.until(/new/)).at(-1)).toBe(`new HostEndpoint ${name}`);
    }
    expect(await watch.stop()).toBe("ended");
    await store.close();
    await server.stop();
  });
});
