import { describe, expect, test } from "vitest";
import { capturedOutput } from "../../../../src/cli/explore/apply/captured-output.ts";
import { writePlan } from "../../../../src/cli/explore/apply/write-plan.ts";
import type { WriteStep } from "../../../../src/cli/explore/apply/write-step.ts";
import { contextOf } from "../../../../src/cli/shell/context.ts";
import type { Datastore, WriteResult } from "../../../../src/datastore/datastore.ts";
import { DatastoreError } from "../../../../src/datastore/datastore-error.ts";
import { memoryDatastore } from "../../../../src/datastore/resources/memory-datastore.ts";
import { DEFAULT_CALICO } from "../../../../src/model/kinds/version.ts";
import type { Resource } from "../../../../src/model/resource.ts";
import { testIo } from "../../../support/cli.ts";

const set = (name: string, net: string): Resource => ({
  apiVersion: "projectcalico.org/v3",
  kind: "GlobalNetworkSet",
  metadata: { name },
  spec: { nets: [net] },
});
const located = (resource: Resource) => ({ resource, locate: () => undefined });
const GUARD = {
  ...{ lifelines: undefined, skip: [], withoutFailsafes: false, offline: true, dataplane: undefined, reorder: false },
  saved: { facts: [], addresses: [], routes: [], nat: [] },
};

/** A store with one set in it, and the writes that change that one, create two and delete one. */
async function begun() {
  const store = memoryDatastore(DEFAULT_CALICO);
  const [old, gone] = [await store.create(set("old", "10.0.0.0/8")), await store.create(set("gone", "10.0.0.0/8"))];
  if (old.kind !== "written" || gone.kind !== "written") throw new Error("not written");
  const revision = (one: Resource) => {
    const { resourceVersion } = one.metadata;
    return resourceVersion === undefined ? {} : { resourceVersion };
  };
  const next = set("old", "11.0.0.0/8");
  const steps: readonly WriteStep[] = [
    {
      kind: "change",
      name: "GlobalNetworkSet old",
      located: located({ ...next, metadata: { ...next.metadata, ...revision(old.resource) } }),
      before: old.resource,
    },
    { kind: "create", name: "GlobalNetworkSet a", located: located(set("a", "10.0.0.0/8")) },
    { kind: "create", name: "GlobalNetworkSet b", located: located(set("b", "10.0.0.0/8")) },
    {
      kind: "delete",
      name: "GlobalNetworkSet gone",
      target: { id: { kind: "GlobalNetworkSet", name: "gone" }, ...revision(gone.resource) },
      before: gone.resource,
    },
  ];
  return { store, steps };
}

/** The store, on which something happens to the write of `a`. */
function failing(store: Datastore, happens: () => Promise<WriteResult>): Datastore {
  return new Proxy(store, {
    get(target, name) {
      if (name === "create")
        return (resource: Resource) => (resource.metadata.name === "a" ? happens() : target.create(resource));
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

describe("a plan that fails half-way says what was written and what was not, and how to take it back", () => {
  test.each<[string, () => Promise<WriteResult>, "not written" | "unknown", RegExp]>([
    [
      "another writer was there",
      async () => ({ kind: "exists", resource: set("a", "10.0.0.0/8") }),
      "not written",
      /another writer changed GlobalNetworkSet a/,
    ],
    [
      "the store refuses it",
      async () => ({ kind: "refused", reason: "it is read-only" }),
      "not written",
      /it is read-only/,
    ],
    [
      "the store goes away",
      () => Promise.reject(new DatastoreError("datastore.unavailable", "the connection is lost", undefined, "unknown")),
      "unknown",
      /the connection is lost/,
    ],
  ])("%s", async (_, happens, state, why) => {
    const { store, steps } = await begun();
    const { io } = testIo();
    const output = capturedOutput(contextOf(io, {}, {}));
    const { written, code } = await writePlan(steps, failing(store, happens), GUARD, output);
    expect(written).toMatchObject({
      result: "some",
      writes: [
        { name: "GlobalNetworkSet old", state: "written" },
        { name: "GlobalNetworkSet a", state },
        { name: "GlobalNetworkSet b", state: "not written" },
        { name: "GlobalNetworkSet gone", state: "not written" },
      ],
      back: [expect.stringMatching(/^calicoctl apply -f - <<'EOF'\n[\s\S]*10\.0\.0\.0\/8/)],
    });
    expect(JSON.stringify([written.writes, written.notes])).toMatch(why);
    expect(code).not.toBe(0);
    const names = (await store.list("GlobalNetworkSet")).items.map(
      ({ metadata, spec }) => `${metadata.name} ${spec?.nets}`,
    );
    expect(names).toEqual(["gone 10.0.0.0/8", "old 11.0.0.0/8"]);
  });
});

test("a store that goes away after the last write is said, and what was written is known", async () => {
  const { store, steps } = await begun();
  const { io } = testIo();
  let isWritten = false;
  const gone = new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      if (name === "delete")
        return async (...words: Parameters<Datastore["delete"]>) => {
          isWritten = true;
          return target.delete(...words);
        };
      if (name === "list" && isWritten)
        return () => Promise.reject(new DatastoreError("datastore.unavailable", "the connection is lost"));
      return value.bind(target);
    },
  });
  const { written, code } = await writePlan(steps, gone, GUARD, capturedOutput(contextOf(io, {}, {})));
  expect(written).toMatchObject({
    result: "all",
    back: { length: 4 },
    notes: [expect.stringContaining("connection is lost")],
  });
  expect(code).toBe(1);
});
