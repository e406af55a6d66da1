import { afterAll, describe, expect, it } from "vitest";
import type { DeleteResult, WriteResult } from "../../src/datastore/datastore.ts";
import { canonical } from "../../src/manifest/canonical.ts";
import { kindNamed } from "../../src/model/kinds/kinds.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import { type Resource, resourceId } from "../../src/model/resource.ts";
import { hasEtcd, needsEtcd } from "../support/etcd.ts";
import { sampled } from "../support/full.ts";
import {
  deltaOf,
  exampleFor,
  INITIAL,
  type KindRecord,
  MUTATIONS,
  manifestOf,
  OTHER_REQUESTS,
  recordings,
  type Step,
  type Stored,
  spared,
  without,
  writtenBy,
} from "./layout-steps.ts";
import { world } from "./layout-store.ts";

const VERSIONS = ["v3.9.5", "v3.32.1"];

describe.skipIf(!hasEtcd).each(VERSIONS)(`stored layout of %s${needsEtcd}`, (VERSION) => {
  const calico = calicoVersionRules(VERSION) ?? DEFAULT_CALICO;
  const recorded = recordings[VERSION];
  /** One part of the recording. */
  const part = <T>(name: string): T => recorded?.[name] as T;
  const tally = { agreed: 0, total: 0, requests: 0, counted: 0 };
  afterAll(() => {
    process.stdout.write(
      `layout ${VERSION}: ${tally.agreed} of ${tally.total} steps stored the same bytes and revisions; ${tally.requests} of ${tally.counted} made the recorded requests${calico.storedNames === "prefixed" ? "" : ", less what is spared"}\n`,
    );
  });
  const kinds = sampled(Object.keys(recorded ?? {}), 4).filter(
    (kind) => kindNamed(kind) && part<KindRecord>(kind).create.exit === 0,
  );
  type World = Awaited<ReturnType<typeof world>>;

  async function check(
    at: World,
    step: Step,
    run: () => Promise<WriteResult | DeleteResult>,
    kind: string,
    countRequests = true,
  ): Promise<void> {
    tally.total++;
    if (countRequests) tally.counted++;
    const fewer = calico.storedNames === "prefixed" ? {} : spared(step, kind, at.seen);
    const { delta, revision, made } = await at.observe(run);
    expect(delta).toEqual(deltaOf(step));
    expect(revision).toBe(step.revision);
    tally.agreed++;
    if (!countRequests) return;
    expect(made).toEqual(without(step.requests, fewer));
    tally.requests++;
  }

  it.each(kinds)("%s: create, apply, apply changed, delete", async (kind) => {
    const record = part<KindRecord>(kind);
    const at = await world(calico);
    try {
      const { data } = at;
      const manifest = canonical(kind, { ...record.manifest }, calico).resource;
      const changed = manifestOf(writtenBy(record.apply_changed));
      const runs: Readonly<Record<(typeof MUTATIONS)[number], () => Promise<WriteResult | DeleteResult>>> = {
        create: () => data.create(manifest),
        apply_same: () => data.apply(manifest),
        apply_changed: () => data.apply(changed),
        delete: () => data.delete(resourceId(record.manifest)),
      };
      for (const step of MUTATIONS)
        await check(at, record[step], runs[step], kind, !OTHER_REQUESTS[kind]?.includes(step));
    } finally {
      await at.stop();
    }
  });

  const story = (name: string, tell: (at: World) => Promise<void>): void => {
    it(name, async () => {
      const at = await world(calico);
      try {
        await tell(at);
      } finally {
        await at.stop();
      }
    });
  };

  for (const name of ["_full_HostEndpoint", "_full_GlobalNetworkPolicy", "_flags_GlobalNetworkPolicy"] as const)
    story(`${name}: every field in its place`, async (at) => {
      const manifest = manifestOf(writtenBy(part<Step>(name)));
      await check(at, part<Step>(name), () => at.data.create(manifest), manifest.kind);
    });

  story("types: from the rules where none are given", async (at) => {
    await at.observe(() =>
      at.data.create({
        apiVersion: "projectcalico.org/v3",
        kind: "HostEndpoint",
        metadata: { name: "first" },
        spec: { node: "n", interfaceName: "eth0" },
      }),
    );
    for (const [name, step] of Object.entries(part<Record<string, Step>>("_types_defaults"))) {
      const given = /explicit|disagree|given/.test(name);
      const drop = given ? ["selector"] : ["selector", "types"];
      await check(at, step, () => at.data.create(manifestOf(writtenBy(step), drop)), "GlobalNetworkPolicy");
    }
  });

  story("first and second write into an empty store", async (at) => {
    for (const step of [part<Step>("_first_write_empty_db"), part<Step>("_second_write")])
      await check(at, step, () => at.data.apply(manifestOf(writtenBy(step))), "HostEndpoint");
  });

  story("delete from an empty store", async (at) => {
    const step = part<Step>("_delete_on_empty_db");
    await check(at, step, () => at.data.delete({ kind: "HostEndpoint", name: "x" }), "HostEndpoint");
  });

  story("compare and swap", async (at) => {
    const entries = Object.entries(part<[Record<string, Stored>, number]>("_cas_create")[0]);
    const created = entries.find(([key]) => !INITIAL.test(key))?.[1];
    if (created === undefined) throw new Error("nothing recorded");
    const first = String(created.mod_revision);
    const manifest = manifestOf(created);
    const at2 = (resourceVersion: string): Resource => ({
      ...manifest,
      metadata: { ...manifest.metadata, resourceVersion },
    });
    const step = (name: string): Step => part<Step>(name);
    await at.observe(() => at.data.create(manifest));
    const current = manifestOf(writtenBy(step("_cas_apply_current")));
    const runs: readonly [string, () => Promise<WriteResult | DeleteResult>][] = [
      [
        "_cas_apply_current",
        () => at.data.apply({ ...current, metadata: { ...current.metadata, resourceVersion: first } }),
      ],
      ["_cas_apply_stale", () => at.data.apply(at2(first))],
      ["_cas_replace_stale", () => at.data.update(at2(first))],
      ["_cas_delete_stale", () => at.data.delete(resourceId(manifest), { resourceVersion: first })],
    ];
    for (const [name, run] of runs) await check(at, step(name), run, manifest.kind);
  });

  story("a Node takes its own configuration with it", async (at) => {
    const keys = part<string[]>("_node_cascade_before").filter((key) => !INITIAL.test(key));
    const nodeFirst = [
      ...keys.filter((key) => key.includes("/nodes/")),
      ...keys.filter((key) => !key.includes("/nodes/")),
    ];
    for (const key of nodeFirst) await at.observe(() => at.data.create(exampleFor(key)));
    const present = async (): Promise<string[]> => [...(await at.contents()).stored.keys()];
    expect(await present()).toEqual(part<string[]>("_node_cascade_before"));
    const { delta } = await at.observe(() => at.data.delete({ kind: "Node", name: "node1" }));
    tally.total++;
    expect(delta).toEqual(part<Step>("_node_cascade").etcd_delta);
    expect(await present()).toEqual(part<string[]>("_node_cascade_after"));
    tally.agreed++;
  });
});
