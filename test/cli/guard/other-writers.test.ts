import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { guardWrites } from "../../../src/cli/guard/guard-writes.ts";
import { contextOf } from "../../../src/cli/shell/context.ts";
import type { Datastore, DeleteResult, WriteResult } from "../../../src/datastore/datastore.ts";
import { type Resource, type ResourceId, resourceId } from "../../../src/model/resource.ts";
import { ALL_STORES, type TestStore } from "../../datastore/stores.ts";
import { allow, gnp, hep } from "../../policy/support.ts";
import { testIo } from "../../support/cli.ts";
import { needsEtcd } from "../../support/etcd.ts";

const OPTIONS = {
  ...{ lifelines: undefined, skip: [], withoutFailsafes: false, reorder: false, offline: false, dataplane: undefined },
  saved: { facts: [], addresses: [], routes: [], nat: [] },
};

/** What a command is about to do with a resource. */
type Doing = (store: Datastore, resource: Resource) => Promise<WriteResult | DeleteResult>;

const apply: Doing = (store, resource) => store.apply(resource, { keepUnchanged: true });
const remove: Doing = (store, resource) => store.delete(resourceId(resource));

const policy = (name: string, order: number): Resource => gnp(name, { order, selector: "has(x)", ingress: [allow()] });

interface Row {
  /** What is stored before, besides a policy `other`. */
  readonly stored: readonly Resource[];
  readonly writes: readonly Resource[];
  readonly doing: Doing;
  /** What another writer does: before the proof is used, or just before the first write. */
  readonly other: (store: Datastore) => Promise<unknown>;
  readonly when: "during the proof" | "before a write";
  /** What becomes of the writes, and the exit code. */
  readonly expected: { readonly kinds: readonly string[]; readonly code: number; readonly said: string };
}

const ROWS: Readonly<Record<string, Row>> = {
  "nobody else writes": {
    stored: [policy("a", 1)],
    writes: [policy("a", 2), policy("b", 1)],
    doing: apply,
    other: async () => {},
    when: "before a write",
    expected: { kinds: ["written", "written"], code: 0, said: "checked: " },
  },
  "a resource that the proof was made of, during it": {
    stored: [policy("a", 1)],
    writes: [policy("a", 2)],
    doing: apply,
    other: (store) => store.apply(policy("other", 9)),
    when: "during the proof",
    expected: {
      kinds: [],
      code: 3,
      said: "another writer changed GlobalNetworkPolicy other since the proof; nothing was written",
    },
  },
  "the resource that is written": {
    stored: [policy("a", 1)],
    writes: [policy("a", 2), policy("b", 1)],
    doing: apply,
    other: (store) => store.apply(policy("a", 7)),
    when: "before a write",
    expected: { kinds: ["refused", "refused"], code: 3, said: "" },
  },
  "a resource of the name of a new one": {
    stored: [],
    writes: [policy("a", 2)],
    doing: apply,
    other: (store) => store.create(policy("a", 7)),
    when: "before a write",
    expected: { kinds: ["refused"], code: 3, said: "" },
  },
  "the resource that is deleted": {
    stored: [policy("a", 1), policy("b", 1)],
    writes: [policy("a", 1), policy("b", 1)],
    doing: remove,
    other: (store) => store.apply(policy("a", 7)),
    when: "before a write",
    expected: { kinds: ["refused", "refused"], code: 3, said: "" },
  },
  "a resource that is gone when it is replaced": {
    stored: [policy("a", 1)],
    writes: [policy("a", 2)],
    doing: (store, resource) => store.update(resource),
    other: (store) => store.delete(resourceId(policy("a", 1))),
    when: "before a write",
    expected: { kinds: ["refused"], code: 3, said: "" },
  },
  "another resource, between the writes": {
    stored: [policy("a", 1)],
    writes: [policy("a", 2)],
    doing: apply,
    other: (store) => store.apply(policy("other", 9)),
    when: "before a write",
    expected: {
      kinds: ["written"],
      code: 3,
      said: "another writer changed GlobalNetworkPolicy other while this was written: the proof is not about that",
    },
  },
};

for (const { name, available, start } of ALL_STORES) {
  describe.skipIf(!available)(`another writer changes, on ${name}${available ? "" : needsEtcd}`, () => {
    let store: TestStore;
    beforeAll(async () => {
      store = await start();
    });
    afterAll(() => store.stop());

    test.each(Object.entries(ROWS))("%s", async (_, { stored, writes, doing, other, when, expected }) => {
      const [ours, theirs] = [await store.open(), await store.open()];
      try {
        for (const { items } of [await theirs.list("GlobalNetworkPolicy"), await theirs.list("HostEndpoint")])
          for (const item of items) await theirs.delete(resourceId(item));
        for (const one of [policy("other", 1), ...stored]) expect((await theirs.apply(one)).kind).toBe("written");
        const { io, written } = testIo();
        const plan = {
          items: writes,
          idOf: (resource: Resource): ResourceId => resourceId(resource),
          write: async (resource: Resource, dry: Datastore) => {
            if (when === "during the proof") await other(theirs);
            return doing(dry, resource);
          },
        };
        const allowed = await guardWrites(plan, ours, OPTIONS, contextOf(io, {}, {}));
        const kinds: string[] = [];
        let code = 3;
        if (allowed.ok) {
          if (when === "before a write") await other(theirs);
          for (const resource of allowed.items) kinds.push((await doing(allowed.store, resource)).kind);
          expect(allowed.stopped()).toBe(expected.kinds.includes("refused"));
          code = await allowed.end(0);
        } else code = allowed.code;
        expect({ kinds, code }).toEqual({ kinds: expected.kinds, code: expected.code });
        expect(written.stderr).toContain(expected.said);
      } finally {
        await ours.close();
        await theirs.close();
      }
    });
  });
}

test("a change of what was read is refused where it was not read as it was proved", async () => {
  const store = await (ALL_STORES[0] as (typeof ALL_STORES)[number]).start();
  const [ours, theirs] = [await store.open(), await store.open()];
  const host = hep("one", {}, { role: "a" });
  await theirs.apply(host);
  const label = async (on: Datastore) => {
    const current = await on.get(resourceId(host));
    if (current === undefined) throw new Error("it is there");
    const labelled = { ...current, metadata: { ...current.metadata, labels: { role: "b" } } };
    return on.update(labelled, { initialise: false });
  };
  const plan = { items: [host], idOf: resourceId, write: (_: Resource, dry: Datastore) => label(dry) };
  const allowed = await guardWrites(
    plan,
    ours,
    { ...OPTIONS, skip: ["ssh", "dns", "dhcp"] },
    contextOf(testIo().io, {}, {}),
  );
  if (!allowed.ok) throw new Error("it is safe");
  await theirs.apply(hep("one", { interfaceName: "eth1" }, { role: "a" }));
  expect((await allowed.store.transaction(label)).kind).toBe("refused");
  expect(await allowed.end(0)).toBe(3);
  await ours.close();
  await theirs.close();
  await store.stop();
});
