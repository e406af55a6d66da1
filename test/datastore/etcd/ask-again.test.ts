import { describe, expect, test } from "vitest";
import { DatastoreError } from "../../../src/datastore/datastore-error.ts";
import { batchCalls } from "../../../src/datastore/etcd/batch.ts";
import type { Change } from "../../../src/datastore/kv/kv.ts";
import { NEVER_MS } from "../../support/wait.ts";
import { FakeEtcd } from "./fake-etcd.ts";

const CUT = "14 UNAVAILABLE: Connection dropped";
const LATE = "4 DEADLINE_EXCEEDED: Deadline exceeded after 1.0s";
const NO_LEADER = "14 UNAVAILABLE: etcdserver: leader changed";
const FULL = "8 RESOURCE_EXHAUSTED: etcdserver: mvcc: database space exceeded";
const IN_DOUBT = [CUT, LATE, NO_LEADER, "13 INTERNAL: something new"];

const create: Change = { kind: "put", key: "k", value: "ours", expected: "0" };
const update: Change = { kind: "put", key: "k", value: "ours", expected: "2" };
const drop: Change = { kind: "drop", key: "k", expected: undefined };
const dropAt: Change = { kind: "drop", key: "k", expected: "2" };

/** What others do after a change was made, or was lost on its way. */
const OTHERS = {
  nothing: () => {},
  overwrite: (fake: FakeEtcd) => fake.set("k", "theirs"),
  delete: (fake: FakeEtcd) => fake.unset("k"),
  "make it anew": (fake: FakeEtcd) => {
    fake.unset("k");
    fake.set("k", "theirs");
  },
} as const;

/**
 * Sends a change of which the answer is lost, after etcd has made it or not; returns in one word what was told, and how
 * often the change was sent. The key `k` is at revision 2 where `exists`.
 */
async function told(
  change: Change,
  fault: string,
  made: boolean,
  others: keyof typeof OTHERS,
  { exists = change !== create, compacted = false } = {},
): Promise<{ word: string; sent: number; error?: DatastoreError }> {
  let lost = false;
  const lose = (isMade: boolean) => (_: number, fake: FakeEtcd) => {
    if (lost || fake.changes === 0 || isMade !== made) return undefined;
    lost = true;
    OTHERS[others](fake);
    return fault;
  };
  const fake = new FakeEtcd({ compacted, before: lose(false), after: lose(true) });
  if (exists) fake.set("k", "old");
  const batched = batchCalls(fake.call, 200);
  await batched.get("k");
  try {
    return { word: (await batched.change(change)).kind, sent: fake.changes };
  } catch (error) {
    if (!(error instanceof DatastoreError)) throw error;
    return { word: error.effect, sent: fake.changes, error };
  }
}

describe("a change whose answer is lost", () => {
  const cases: readonly [string, Change, boolean, keyof typeof OTHERS, string][] = [
    ["a create that was made", create, true, "nothing", "written"],
    ["a create that was lost", create, false, "nothing", "unknown"],
    ["a create that was made, then overwritten", create, true, "overwrite", "written"],
    ["a create that another was faster with", create, false, "overwrite", "mismatch"],
    ["a create that was made, then deleted", create, true, "delete", "unknown"],
    ["an update that was made", update, true, "nothing", "written"],
    ["an update that was lost", update, false, "nothing", "unknown"],
    ["an update that was made, then overwritten", update, true, "overwrite", "written"],
    ["an update that another was faster with", update, false, "overwrite", "mismatch"],
    ["an update of what another deleted", update, false, "delete", "unknown"],
    ["a delete that was made", drop, true, "nothing", "deleted"],
    ["a delete that was lost", drop, false, "nothing", "unknown"],
    ["a delete of what another overwrote", drop, false, "overwrite", "unknown"],
    ["a delete that was made, then made anew", drop, true, "make it anew", "unknown"],
    ["a delete at a revision that was made", dropAt, true, "nothing", "deleted"],
    ["a delete at a revision that was lost", dropAt, false, "nothing", "unknown"],
    ["a delete at a revision that another overwrote", dropAt, false, "overwrite", "mismatch"],
    ["a delete at a revision, then made anew", dropAt, true, "make it anew", "unknown"],
  ];
  test.concurrent.each(cases.flatMap((row) => IN_DOUBT.map((fault) => [fault, ...row] as const)))(
    "%s: %s",
    async (fault, _, change, made, others, word) => {
      const ran = await told(change, fault, made, others);
      expect(ran).toMatchObject({ word, sent: 1 });
      if (word === "unknown")
        expect(ran.error?.message).toContain("may or may not have been stored; etcd, read again,");
    },
  );

  test.each(cases)("the quota: %s", async (_, change, made, others, word) => {
    // etcd has dealt with it: what is not there will not come. A create that is gone again is told as what it is: not there.
    const isSure = word === "unknown" && (change === create || (!made && others !== "delete"));
    const ran = await told(change, FULL, made, others);
    expect(ran).toMatchObject({ word: isSure ? "refused" : word, sent: 1 });
    if (isSure) expect(ran.error?.message).not.toContain("may or may not");
  });

  test("a delete of what was not there finds nothing", async () => {
    expect(await told(drop, CUT, true, "nothing", { exists: false })).toMatchObject({ word: "missing" });
  });

  test.each([
    ["overwrite", create, "unknown"],
    ["nothing", drop, "unknown"],
    ["nothing", create, "written"],
  ] as const)("where history is compacted, and others %s: %j", async (others, change, word) => {
    const exists = change.kind === "drop";
    const before = new FakeEtcd({});
    expect(before.revision).toBe(1);
    expect(await told(change, CUT, true, others, { exists, compacted: true })).toMatchObject({ word });
  });
});

test("a server that answers later is asked until then", async () => {
  const fake = new FakeEtcd({
    before: (request) => (request > 1 && request < 4 ? CUT : undefined),
    after: (request) => (request === 1 ? CUT : undefined),
  });
  const { change } = batchCalls(fake.call, NEVER_MS);
  const created = ["a", "b", "c"].map((key) => change({ ...create, key }));
  expect((await Promise.all(created)).map(({ kind }) => kind)).toEqual(["written", "written", "written"]);
  expect(fake.changes).toBe(1);
  expect(fake.requests.length).toBe(4);
});

test("of one transaction, each change is told for itself", async () => {
  const fake = new FakeEtcd({
    before: (request, server) => {
      if (request === 1) server.set("b", "theirs");
      return request === 1 ? FULL : undefined;
    },
  });
  const { change } = batchCalls(fake.call, 200);
  const settled = await Promise.allSettled(["a", "b"].map((key) => change({ ...create, key })));
  expect(settled.map((one) => (one.status === "fulfilled" ? one.value.kind : one.reason.effect))).toEqual([
    "refused",
    "mismatch",
  ]);
});
