import { describe, expect, test } from "vitest";
import { claimsOf, falseClaims } from "../../scripts/torture/claims.ts";
import { etcdCluster, etcdQuota } from "../../scripts/torture/etcd-faults.ts";
import { etcdKills, etcdServerKills } from "../../scripts/torture/etcd-kills.ts";
import { etcdWriters } from "../../scripts/torture/etcd-writers.ts";
import { seeded, type TorturePart } from "../../scripts/torture/part.ts";
import { hasEtcd, needsEtcd } from "../support/etcd.ts";
import { sized } from "../support/full.ts";
import { tmpFolder } from "../support/tmp.ts";

/** The short form of `npm run torture`: as many rounds in a full run, and in a quick one. */
const PARTS: readonly (readonly [part: TorturePart, full: number, quick: number])[] = [
  [etcdWriters, 10, 2],
  [etcdKills, 20, 4],
  [etcdServerKills, 6, 1],
  [etcdQuota, 6, 1],
  [etcdCluster, 6, 1],
];

describe.skipIf(!hasEtcd)(`on etcd${needsEtcd}`, () => {
  test.each(PARTS)("$name: every promise is kept", async ({ run }, full, quick) => {
    const report = await run({ rounds: sized(full, quick), random: seeded(1), folder: tmpFolder() });
    expect(report.broken).toEqual([]);
    expect(report.figures).toMatch(/acknowledged|not done/);
  });
});

describe("what a report claims", () => {
  const names = ["a", "b", "c", "d", "e"];
  const stderr = [
    "applied 2 of 5 resources; stopped",
    "  written: HostEndpoint a (f.yaml:1) to HostEndpoint b (f.yaml:2)",
    "  unknown whether written: HostEndpoint c",
    "  not written: HostEndpoint d (f.yaml:4), HostEndpoint e (f.yaml:5)",
    "error: etcd refused [datastore.full]",
  ].join("\n");

  test("is read for each resource", () => {
    expect([...claimsOf(stderr, names)]).toEqual([
      ["a", "done"],
      ["b", "done"],
      ["c", "unknown"],
      ["d", "not done"],
      ["e", "not done"],
    ]);
  });

  test.each([
    [["a", "b"], []],
    [["a", "b", "c"], []],
    [["a"], ["b is said to be done, but is absent"]],
    [["a", "b", "e"], ["e is said to be not done, but is 1"]],
  ])("where %j are stored", (stored, wrong) => {
    const wanted = new Map(names.map((name) => [name, "1"]));
    expect(falseClaims(claimsOf(stderr, names), wanted, new Map(stored.map((name) => [name, "1"])))).toEqual(wrong);
  });

  test("of deletes", () => {
    const claims = claimsOf("  deleted: HostEndpoint a\n  not deleted: HostEndpoint b\n", names);
    const wanted = new Map(names.map((name) => [name, undefined]));
    expect(falseClaims(claims, wanted, new Map([["b", "1"]]))).toEqual([]);
    expect(falseClaims(claims, wanted, new Map([["a", "1"]]))).toHaveLength(2);
  });
});
