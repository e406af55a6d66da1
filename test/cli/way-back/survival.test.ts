import { beforeAll, describe, expect, test } from "vitest";
import { type ConfiguredStore, STORES, storeForSuite } from "../../datastore/stores.ts";
import { waitUntil } from "../../support/wait.ts";
import { type Change, Host } from "./change.ts";

/** What `calicoctl confirm` takes to begin, about. */
const STARTS_MS = 200;

/** What ends the waiting, how the command ends then, and what is said. */
const ENDS: readonly (readonly [name: string, end: (change: Change) => void, exit: number | string, says: RegExp])[] = [
  ["Ctrl-C", (change) => change.kill("SIGINT"), 3, /taking back what was written: it was interrupted\n/],
  ["SIGTERM", (change) => change.kill("SIGTERM"), 3, /taking back what was written: it was interrupted\n/],
  ["SIGHUP", (change) => change.kill("SIGHUP"), 3, /taking back what was written: the terminal has gone away\n/],
  ["SIGKILL", (change) => change.kill("SIGKILL"), "SIGKILL", /not confirmed yet/],
  [
    "SIGKILL of the keeper, then Ctrl-C",
    (change) => {
      change.killKeeper();
      void change.says(/has ended; this one goes on alone/).then(() => change.kill("SIGINT"));
    },
    3,
    /HostEndpoint c is deleted again\nHostEndpoint a has again what it had before\ntaken back: 2 of 2 resources\n$/,
  ],
  [
    "SIGSTOP of the keeper, then Ctrl-C",
    (change) => {
      change.signalKeeper("SIGSTOP");
      change.kill("SIGINT");
      void change.ended.then(() => change.signalKeeper("SIGKILL"));
    },
    3,
    /taken back: 2 of 2 resources\n$/,
  ],
];

describe.each(STORES.filter(({ available }) => available))("on $name", ({ start }) => {
  let host: Host;
  let before: Record<string, string>;
  storeForSuite(start, (store: ConfiguredStore) => {
    host = new Host(store.config);
  });
  beforeAll(async () => {
    await host.reset();
    before = await host.values();
  });

  test.each(ENDS)("%s: every byte is as it was", async (_, end, exit, says) => {
    const change = await host.change();
    expect(await host.values()).not.toEqual(before);
    end(change);
    expect(await change.ended, change.output.stderr).toBe(exit);
    await change.settled();
    expect(change.output.stderr).toMatch(says);
    expect(await host.values()).toEqual(before);
  });

  test("no answer in time: exit code 3, and every byte is as it was", async () => {
    const change = await host.change("1s");
    expect(await change.ended).toBe(3);
    expect(change.output.stdout).toBe("Successfully applied 2 'HostEndpoint' resource(s)\n");
    expect(change.output.stderr).toContain("taking back what was written: no confirmation came within 1s\n");
    expect(await host.values()).toEqual(before);
  });

  test("SIGKILL of both: `calicoctl rollback` finishes it, two at once do no harm, and later there is nothing left", async () => {
    const change = await host.change();
    await change.crash();
    expect(await host.values()).not.toEqual(before);
    const refused = await host.run(["apply", "-f", "-", "--confirm-within", "1m"], "");
    expect(refused.code).not.toBe(0);
    const [one, other] = await Promise.all([host.run(["rollback"]), host.run(["rollback", change.id])]);
    expect([one.code, other.code]).toContain(3);
    expect(await host.values()).toEqual(before);
    const again = await host.run(["rollback", change.id]);
    expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining("was taken back already") });
    expect(await host.values()).toEqual(before);
  });

  test("a stopped command cannot hold the deadline up", async () => {
    const change = await host.change("1s");
    change.kill("SIGSTOP");
    await change.settled();
    expect(await host.values()).toEqual(before);
    change.kill("SIGCONT");
    expect(await change.ended).toBe(3);
  });

  test("both processes stand still across the deadline: it is taken back when they go on", async () => {
    const change = await standingStill(host);
    const deadline = Date.now() + 1000;
    await waitUntil(() => Date.now() > deadline);
    change.signalKeeper("SIGCONT");
    change.kill("SIGCONT");
    expect(await change.ended).toBe(3);
    expect(await host.values()).toEqual(before);
  });

  /** A confirmation that many ms after the command has asked for it, which it does for a second. */
  test.each([700, 950, 1000, 1100])(
    "a confirmation races the deadline (%d ms): one of them wins everywhere",
    async (ms) => {
      const change = await host.change("1s");
      const written = await host.values();
      const start = Date.now();
      await waitUntil(() => Date.now() > start + ms - STARTS_MS);
      const confirmed = await host.run(["confirm", change.id]);
      const isKept = confirmed.code === 0;
      expect(await change.ended).toBe(isKept ? 0 : 3);
      expect(await host.values()).toEqual(isKept ? written : before);
      expect((await host.run(["rollback", change.id])).code).toBe(isKept ? 1 : 0);
      if (isKept) await host.reset();
      before = await host.values();
    },
  );
});

/** A change whose processes are stopped before its time, a second, is over; a busy machine may need more than one for it. */
async function standingStill(host: Host): Promise<Change> {
  for (;;) {
    const change = await host.change("1s");
    change.kill("SIGSTOP");
    if (change.signalKeeper("SIGSTOP") && !change.isDecided()) return change;
    change.signalKeeper("SIGCONT");
    change.kill("SIGCONT");
    await change.ended;
  }
}
