import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Datastore } from "../../../src/datastore/datastore.ts";
import { ABSENT, type KeyValue, type KeyValueStore } from "../../../src/datastore/kv/kv.ts";
import { resourceStore } from "../../../src/datastore/resources/resource-store.ts";
import { type CalicoVersionRules, calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { NEVER_MS } from "../../support/wait.ts";
import { hostEndpoint, resource } from "../stores.ts";

/** Keys in memory, what was called, and a chance for another writer before each swap. */
class Keys implements KeyValueStore {
  readonly description = "memory";
  readonly timeoutMs: number;
  readonly calls: string[] = [];
  readonly stored = new Map<string, KeyValue>();
  meanwhile: (key: string) => void = () => {};
  #revision = 1;

  constructor(timeoutMs: number) {
    this.timeoutMs = timeoutMs;
  }

  write(key: string, value: string): string {
    const revision = String(++this.#revision);
    const createRevision = this.stored.get(key)?.createRevision ?? revision;
    this.stored.set(key, { key, value, createRevision, modRevision: revision });
    return revision;
  }

  async get(key: string) {
    this.calls.push("get");
    const entry = this.stored.get(key);
    return { kvs: entry ? [entry] : [], revision: String(this.#revision) };
  }

  async list(prefix: string) {
    this.calls.push("list");
    const kvs = [...this.stored.values()].filter(({ key }) => key.startsWith(prefix));
    return { kvs, revision: String(this.#revision) };
  }

  async put(key: string, value: string, expected: string) {
    this.calls.push(expected === ABSENT ? "create" : "swap");
    if (expected !== ABSENT) this.meanwhile(key);
    const current = this.stored.get(key);
    if ((current?.modRevision ?? ABSENT) !== expected) return { kind: "mismatch" as const, current };
    return { kind: "written" as const, revision: this.write(key, value) };
  }

  async drop(key: string, expected?: string) {
    this.calls.push("drop");
    this.meanwhile(key);
    const previous = this.stored.get(key);
    if (previous === undefined) return { kind: "missing" as const };
    if (expected !== undefined && previous.modRevision !== expected)
      return { kind: "mismatch" as const, current: previous };
    this.stored.delete(key);
    return { kind: "deleted" as const, previous, revision: String(++this.#revision) };
  }

  watch(): never {
    throw new Error("not watched here");
  }

  async close() {}
}

function opened(calico: CalicoVersionRules = DEFAULT_CALICO, timeoutMs = NEVER_MS) {
  const keys = new Keys(timeoutMs);
  const data: Datastore = resourceStore(keys, calico);
  return { keys, data };
}

/** How often each was called. */
function tally(calls: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const call of calls) counts[call] = (counts[call] ?? 0) + 1;
  return counts;
}

const endpoints = (count: number, more: object = {}): Resource[] =>
  Array.from({ length: count }, (_, i) => hostEndpoint(`e${i}`, { ...more }));

describe("what applying asks of the store", () => {
  test("alone, new: one create; there already: what calicoctl asks", async () => {
    const { keys, data } = opened();
    await data.apply(hostEndpoint("a"));
    expect(keys.calls).toEqual(["create"]);
    for (let time = 0; time < 3; time++) {
      keys.calls.length = 0;
      await data.apply(hostEndpoint("a"));
      expect(keys.calls).toEqual(["create", "get", "swap"]);
    }
  });
  test("of many, what a failed create found is not read again", async () => {
    const { keys, data } = opened();
    await Promise.all(endpoints(20).map((one) => data.apply(one)));
    expect(tally(keys.calls)).toEqual({ create: 20 });
    keys.calls.length = 0;
    await Promise.all(endpoints(20).map((one) => data.apply(one)));
    const { create = 0, get = 0, swap } = tally(keys.calls);
    expect(swap).toBe(20);
    expect(create + get).toBeLessThanOrEqual(21);
  });
  test("where the last exists, the next is looked up, and created if it does not exist", async () => {
    const { keys, data } = opened();
    await Promise.all(endpoints(10).map((one) => data.apply(one)));
    await Promise.all(endpoints(10).map((one) => data.apply(one)));
    keys.calls.length = 0;
    const results = await Promise.all(endpoints(12, { interfaceName: "eth1" }).map((one) => data.apply(one)));
    expect(results.map((result) => result.kind === "written" && result.previous !== undefined)).toEqual(
      Array.from({ length: 12 }, (_, i) => i < 10),
    );
    // Only the first, alone for a moment, is tried as a new one.
    expect(tally(keys.calls)).toEqual({ create: 3, get: 11, swap: 10 });
    expect((await data.list("HostEndpoint")).items.every(({ spec }) => spec?.interfaceName === "eth1")).toBe(true);
  });
  test("a tier is read once, however many policies it has, and again where it did not exist", async () => {
    const { keys, data } = opened(calicoVersionRules("v3.32"));
    const policies = (tier: string) =>
      Array.from({ length: 10 }, (_, i) => resource("GlobalNetworkPolicy", { name: `${tier}.p${i}` }, { tier }));
    const refused = await Promise.all(policies("front").map((one) => data.create(one)));
    expect(refused.map((result) => result.kind)).toEqual(refused.map(() => "refused"));
    await data.create(resource("Tier", { name: "front" }, { order: 5 }));
    keys.calls.length = 0;
    const made = await Promise.all(policies("front").map((one) => data.create(one)));
    expect(made.map((result) => result.kind)).toEqual(made.map(() => "written"));
    expect(tally(keys.calls)).toEqual({ get: 1, create: 10 });
  });
});

test("what comes with the first Node is written once, however many are made at a time", async () => {
  const { keys, data } = opened();
  const nodes = Array.from({ length: 50 }, (_, i) => resource("Node", { name: `n${i}` }));
  const made = await Promise.all(nodes.map((one) => data.create(one)));
  expect(made.map(({ kind }) => kind)).toEqual(made.map(() => "written"));
  expect(tally(keys.calls)).toEqual({ get: 1, create: 51 });
  // Later Nodes look again, as calicoctl does.
  keys.calls.length = 0;
  await data.create(resource("Node", { name: "later" }));
  expect(tally(keys.calls)).toEqual({ get: 1, create: 1 });
});

describe("writers that meet", () => {
  test("a swap without a condition is tried again, and given up when its time is up", async () => {
    const { keys, data } = opened(DEFAULT_CALICO, 500);
    await data.create(hostEndpoint("a"));
    let others = 0;
    keys.meanwhile = (key) => {
      others++;
      keys.write(key, keys.stored.get(key)?.value ?? "");
    };
    keys.calls.length = 0;
    // Of a time that only the test moves on: a machine that stands still would leave less of it for attempts.
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const given = data.apply(hostEndpoint("a"));
    await vi.advanceTimersByTimeAsync(500);
    expect(await given).toMatchObject({ kind: "conflict" });
    expect(tally(keys.calls).swap).toBe(others);
    expect(others).toBeGreaterThan(6);
  });
  test("one deleted between the attempt to create it and the swap is created", async () => {
    const { keys, data } = opened();
    await data.create(hostEndpoint("a"));
    keys.meanwhile = (key) => {
      keys.stored.delete(key);
      keys.meanwhile = () => {};
    };
    const results = await Promise.all([data.apply(hostEndpoint("b")), data.apply(hostEndpoint("a"))]);
    expect(results.map((result) => result.kind)).toEqual(["written", "written"]);
    expect((await data.list("HostEndpoint")).items).toHaveLength(2);
  });
});

describe("deleting a Node", () => {
  const node = { kind: "Node", name: "n" };
  async function withConfiguration() {
    const { keys, data } = opened();
    await data.create(resource("Node", { name: "n" }));
    await data.create(resource("FelixConfiguration", { name: "node.n" }));
    const revision = (await data.get(node))?.metadata.resourceVersion ?? "";
    return { keys, data, revision, left: async () => (await data.list("FelixConfiguration")).items.length };
  }
  test("changed by another after the look at it: everything stays", async () => {
    const { keys, data, revision, left } = await withConfiguration();
    keys.meanwhile = (key) => {
      if (key.endsWith("/n")) keys.write(key, keys.stored.get(key)?.value ?? "");
    };
    expect((await data.delete(node, { resourceVersion: revision })).kind).toBe("conflict");
    expect(await left()).toBe(1);
  });
  test("at its revision: it goes with its configuration", async () => {
    const { data, revision, left } = await withConfiguration();
    expect((await data.delete(node, { resourceVersion: revision })).kind).toBe("deleted");
    expect(await left()).toBe(0);
  });
  test("without a condition it goes last, so that an interrupted delete can be repeated", async () => {
    const { keys, data, left } = await withConfiguration();
    let fails = true;
    keys.meanwhile = (key) => {
      if (key.endsWith("/n") && fails) throw new Error("cut off");
    };
    await expect(data.delete(node)).rejects.toThrow("cut off");
    expect(await left()).toBe(0);
    fails = false;
    expect((await data.delete(node)).kind).toBe("deleted");
    expect(await data.delete(node)).toEqual({ kind: "not-found" });
  });
});
