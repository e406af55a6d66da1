import { expect, test, vi } from "vitest";
import { modifiedProblems, modify, newProblems } from "../../../../src/cli/resources/writing/modify.ts";
import type { Datastore } from "../../../../src/datastore/datastore.ts";
import { DEFAULT_CALICO } from "../../../../src/model/kinds/version.ts";
import { API_VERSION, type Resource } from "../../../../src/model/resource.ts";
import { NEVER_MS } from "../../../support/wait.ts";

const hep = (resourceVersion: string, labels: Record<string, string> = {}): Resource => ({
  apiVersion: API_VERSION,
  kind: "HostEndpoint",
  metadata: { name: "a", resourceVersion, labels },
  spec: { node: "n", interfaceName: "eth0" },
});
const ID = { kind: "HostEndpoint", name: "a" };
const NONE = { items: [], ids: [], unreadable: [], misnamed: [], revision: "1" };
const never = () => Promise.reject(new Error("not expected"));

/** A store whose resource another writer changes before each of the first `times` swaps. */
function contested(times: number, timeoutMs = NEVER_MS): Datastore & { readonly tried: () => number } {
  let revision = 1;
  let tried = 0;
  return {
    description: "a store",
    timeoutMs,
    calico: DEFAULT_CALICO,
    get: async () => hep(String(revision)),
    update: async (resource) => {
      tried++;
      if (tried <= times) revision++;
      if (resource.metadata.resourceVersion !== String(revision)) return { kind: "conflict", stored: String(revision) };
      return { kind: "written", resource };
    },
    list: never,
    create: never,
    apply: never,
    delete: never,
    transaction<T>(this: Datastore, work: (inner: Datastore) => Promise<T>): Promise<T> {
      return work(this);
    },
    watch: () => {
      throw new Error("not expected");
    },
    dryRun: () => {
      throw new Error("not expected");
    },
    close: async () => {},
    tried: () => tried,
  };
}

const labelled = (current: Resource) => ({
  ok: true as const,
  resource: { ...current, metadata: { ...current.metadata, labels: { x: "y" } } },
});

test.each([0, 3, 20])("%i races are lost before it is written", async (times) => {
  const store = contested(times);
  expect(await modify(store, ID, labelled)).toMatchObject({ kind: "written" });
  expect(store.tried()).toBe(times + 1);
});

test("it is given up only when the store's time is up", async () => {
  // Only its own pauses take time: a machine that stands still would take it all.
  vi.useFakeTimers();
  try {
    const store = contested(Number.POSITIVE_INFINITY, 300);
    const modified = modify(store, ID, labelled);
    await vi.advanceTimersByTimeAsync(300);
    expect(await modified).toMatchObject({ kind: "conflict" });
    expect(store.tried()).toBeGreaterThan(6);
  } finally {
    vi.useRealTimers();
  }
});

test("a version that the change itself sets is a condition, not tried again", async () => {
  const store = contested(0);
  const result = await modify(store, ID, () => ({ ok: true, resource: hep("7") }));
  expect(result).toEqual({ kind: "stale", stored: "1" });
  expect(store.tried()).toBe(1);
});

test("a lost race and a stale resourceVersion are distinguished", () => {
  const messages = (kind: "conflict" | "stale") =>
    modifiedProblems({ kind, stored: "7" }, ID).map(({ code, message }) => `${code}: ${message}`);
  expect(messages("conflict")).toEqual([
    "store.conflict: HostEndpoint a was changed by other writers during every attempt",
  ]);
  expect(messages("stale")).toEqual(["store.conflict: HostEndpoint a is at resourceVersion 7, not at the one given"]);
});

test("a change that is refused writes nothing, a missing resource is reported", async () => {
  const store = contested(0);
  expect(await modify(store, ID, () => ({ ok: false, problems: [] }))).toEqual({ kind: "rejected", problems: [] });
  expect(store.tried()).toBe(0);
  const other = { ...hep("1"), metadata: { name: "a1" } };
  const missing = { ...store, get: async () => undefined, list: async () => ({ ...NONE, items: [other] }) };
  expect(await modify(missing, { ...ID, name: "a2" }, labelled)).toEqual({
    kind: "not-found",
    help: "did you mean `a1`?",
  });
});

test("only what the change brings is wrong", () => {
  const before = { ...hep("1"), spec: { node: "n", interfaceName: "eth0", fromLater: 1 } };
  const wrong = { ...before, spec: { ...before.spec, interfaceName: "much-too-long-for-linux", unheardOf: 1 } };
  expect(newProblems(before, before, DEFAULT_CALICO)).toEqual([]);
  const problems = newProblems(before, wrong, DEFAULT_CALICO);
  expect(problems.map(({ message }) => message).join("\n")).toContain("HostEndpoint a: spec.interfaceName: ");
  expect(problems.map(({ message }) => message).join("\n")).toContain("unknown field `unheardOf`");
  expect(problems).toHaveLength(2);
});
