import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { type ConfiguredStore, STORES, storeForSuite } from "../../datastore/stores.ts";
import { Host } from "./change.ts";

const NODE = (name: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: Node\nmetadata: {name: ${name}}\nspec: {bgp: {ipv4Address: 10.0.0.1/24}}\n`;
const BELONGS =
  "apiVersion: projectcalico.org/v3\nkind: FelixConfiguration\nmetadata: {name: node.node7}\nspec: {logSeverityScreen: Info}\n";
const POOL =
  "apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata: {name: pool}\nspec: {cidr: 10.9.0.0/16, ipipMode: Always}\n";

/** Commands that write something: the line, without the way back. */
const COMMANDS: readonly (readonly string[])[] = [
  ["delete", "hep", "a", "b"],
  ["label", "hep", "a", "is=new", "--overwrite"],
  ["label", "hep", "--all", "more=yes"],
  ["patch", "hep", "a", "-p", '{"spec": {"interfaceName": "eth9"}}'],
  ["delete", "node", "node7"],
  ["delete", "ippool", "pool"],
];

describe.each(STORES.filter(({ available }) => available))("on $name", ({ start }) => {
  let host: Host;
  storeForSuite(start, (store: ConfiguredStore) => {
    host = new Host(store.config, { ETCD_USERNAME: "root", ETCD_PASSWORD: "opensesame-17" });
  });
  beforeEach(() => host.reset());

  test.each(COMMANDS)("%s %s %s: every byte is as it was, whatever belongs to it", async (...argv) => {
    for (const stdin of [NODE("node7"), BELONGS, POOL]) await host.run(["apply", "-f", "-"], stdin);
    const before = await host.values();
    const change = await host.start(argv);
    expect(await host.values()).not.toEqual(before);
    change.kill("SIGINT");
    expect(await change.ended).toBe(3);
    expect(await host.values()).toEqual(before);
  });

  test("what another has changed since stays, and is named with what it has now", async () => {
    const before = await host.values();
    const change = await host.change();
    await host.run(["label", "hep", "a", "by=another"]);
    await host.run(
      ["apply", "-f", "-"],
      "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: d}\nspec: {node: x, interfaceName: e}\n",
    );
    const others = await host.values();
    change.kill("SIGINT");
    expect(await change.ended).toBe(3);
    expect(await host.values()).toEqual({ ...before, a: others.a, d: others.d });
    expect(change.output.stderr).toMatch(
      /HostEndpoint a was changed by another writer since, and is left alone: it is at resourceVersion \d+, \{.*"by":"another"/,
    );
    expect(change.output.stderr).toContain("taken back: 1 of 2 resources; 1 left alone\n");
  });

  test("what another has deleted since stays deleted", async () => {
    const change = await host.change();
    await host.run(["delete", "hep", "a", "c"]);
    change.kill("SIGINT");
    expect(await change.ended).toBe(3);
    expect(Object.keys(await host.values())).not.toContain("a");
    expect(change.output.stderr).toContain(
      "HostEndpoint a was changed by another writer since, and is left alone: it is deleted\n",
    );
  });

  test("confirmed from another session, it stays: exit code 0, and too late to take it back", async () => {
    const change = await host.change();
    const written = await host.values();
    expect(await host.run(["confirm"])).toMatchObject({ code: 0, stderr: "" });
    expect(await change.ended).toBe(0);
    expect(change.output.stderr).toMatch(/confirmed: what was written stays\n$/);
    expect(await host.run(["rollback", change.id])).toMatchObject({ code: 1 });
    expect(await host.values()).toEqual(written);
  });

  test("taken back from another session, it is too late to confirm it", async () => {
    const before = await host.values();
    const change = await host.change();
    expect(await host.run(["rollback", "--dry-run"])).toMatchObject({
      code: 0,
      stderr: "would: HostEndpoint c is deleted again\nwould: HostEndpoint a has again what it had before\n",
    });
    expect(await host.run(["rollback"])).toMatchObject({ code: 3 });
    expect(await change.ended).toBe(3);
    expect(await host.run(["confirm", change.id])).toMatchObject({ code: 1 });
    expect(await host.values()).toEqual(before);
  });

  test("a command that fails in part is taken back at once, with its own exit code", async () => {
    const before = await host.values();
    const ran = await host.run(["delete", "hep", "a", "none", "--confirm-within", "1h"]);
    expect(ran).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("taking back what was written: the command failed\n"),
    });
    expect(await host.values()).toEqual(before);
  });

  test("a second change of the same datastore is refused until the first is decided", async () => {
    const change = await host.change();
    const second = await host.run(["label", "hep", "b", "x=y", "--confirm-within", "1h"]);
    expect(second).toMatchObject({ code: 1, stderr: expect.stringContaining("[way-back.open]") });
    await host.run(["confirm"]);
    expect(await change.ended).toBe(0);
    const third = await host.start(["label", "hep", "b", "x=y"]);
    third.kill("SIGINT");
    expect(await third.ended).toBe(3);
  });

  test("after a crash, the next command that writes says what to run, and a unit finishes it", async () => {
    const before = await host.values();
    const change = await host.change();
    await change.crash();
    const next = await host.run(["label", "hep", "b", "x=y", "--dry-run=server"]);
    expect(next.stderr).toContain(`\`calicoctl rollback ${change.id}\` takes it back`);
    expect(await host.run(["rollback", "--all-expired"])).toMatchObject({ code: 3 });
    expect(await host.run(["rollback", "--all-expired"])).toMatchObject({ code: 0, stderr: "" });
    expect(await host.values()).toEqual(before);
  });

  test("nothing secret is in a journal, and without the secret it says what to set", async () => {
    const change = await host.change();
    const texts = readdirSync(change.journal).map((name) => readFileSync(join(change.journal, name), "utf8"));
    expect(texts.join("")).not.toContain("opensesame");
    const bare = new Host({ type: "etcd", endpoints: [], from: "", tls: {} }, { CALICOCTL_STATE_DIR: host.folder });
    const needsNone = host.env.DATASTORE_TYPE === "embedded";
    expect(await bare.run(["rollback"])).toMatchObject(
      needsNone ? { code: 3 } : { code: 1, stderr: expect.stringContaining("ETCD_PASSWORD must be set") },
    );
    // What was taken back ends by itself: a signal could come when nothing waits for one any more.
    if (!needsNone) change.kill("SIGINT");
    expect(await change.ended).toBe(3);
  });

  test("nothing to write: nothing to confirm", async () => {
    const ran = await host.run(["label", "hep", "none", "x=y", "--confirm-within", "1h"]);
    expect(ran.code).toBe(1);
    expect(await host.run(["rollback"])).toMatchObject({ code: 1 });
  });
});
