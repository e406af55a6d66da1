import { describe, expect, test } from "vitest";
import { etcdConfig } from "../../datastore/stores.ts";
import { hasEtcd, needsEtcd, startEtcd } from "../../support/etcd.ts";
import { startWay } from "../../support/loopback/way.ts";
import { type Change, Host } from "./change.ts";

/** Who is left to take it back while etcd is away. */
const LEFT: readonly (readonly [name: string, end: (change: Change) => void, says: RegExp | undefined])[] = [
  ["the command and the keeper", (change) => change.kill("SIGINT"), /warning: .*; it is tried again until it is done/],
  ["the keeper alone", (change) => change.kill("SIGKILL"), undefined],
  [
    "the command alone",
    (change) => {
      change.killKeeper();
      void change.says(/goes on alone/).then(() => change.kill("SIGHUP"));
    },
    /warning: .*; it is tried again until it is done/,
  ],
];

describe.skipIf(!hasEtcd)(`while etcd is away${needsEtcd}`, () => {
  test.each(LEFT)("%s try until it is back", async (_, end, says) => {
    const server = await startEtcd();
    try {
      const host = new Host(etcdConfig(server.endpoint));
      await host.reset();
      const before = await host.values();
      const change = await host.change();
      await server.kill();
      end(change);
      if (says !== undefined) await change.says(says);
      await server.restart();
      await change.settled();
      expect(await host.values()).toEqual(before);
    } finally {
      await server.stop();
    }
  });

  test("a connection that is cut in the middle of taking back", async () => {
    const server = await startEtcd();
    const way = await startWay(server.port);
    try {
      const host = new Host(etcdConfig(way.endpoint));
      await host.reset();
      const before = await host.values();
      const change = await host.change();
      way.mute();
      change.kill("SIGINT");
      await change.says(/taking back what was written/);
      way.cut();
      await change.says(/warning: .*; it is tried again/);
      way.mend();
      expect(await change.ended).toBe(3);
      expect(await host.values()).toEqual(before);
    } finally {
      way.stop();
      await server.stop();
    }
  });
});
