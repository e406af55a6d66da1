import { afterAll, describe, expect, it } from "vitest";
import type { DeleteResult, WriteResult } from "../../src/datastore/datastore.ts";
import { openEtcd } from "../../src/datastore/etcd/etcd-store.ts";
import { resourceStore } from "../../src/datastore/resources/resource-store.ts";
import { canonical } from "../../src/manifest/canonical.ts";
import { kindNamed } from "../../src/model/kinds/kinds.ts";
import { type CalicoVersionRules, calicoVersionRules, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import { type Resource, resourceId } from "../../src/model/resource.ts";
import { etcdConfig } from "../datastore/stores.ts";
import { hasEtcd, needsEtcd, startEtcd } from "../support/etcd.ts";
import { sampled } from "../support/full.ts";
import { recordedFile } from "./corpus.ts";

const ROOT = "/calico/";

/** A key's value and revisions, as recorded or as found. */
interface Stored {
  readonly raw: string;
  readonly create_revision: number;
  readonly mod_revision: number;
}
interface Step {
  readonly argv: readonly string[];
  readonly exit: number;
  readonly etcd_delta: Readonly<Record<string, "deleted" | { readonly new?: Stored; readonly changed?: Stored }>>;
  readonly revision: number;
  readonly requests: Readonly<Record<string, number>>;
}
type KindRecord = Readonly<Record<"create" | "apply_same" | "apply_changed" | "delete", Step>> & {
  readonly manifest: Resource;
};
const MUTATIONS = ["create", "apply_same", "apply_changed", "delete"] as const;
/** Requests differ here on purpose: we do not release addresses, and look before a Node goes. */
const OTHER_REQUESTS: Readonly<Record<string, readonly string[]>> = { IPPool: [...MUTATIONS], Node: ["delete"] };

/**
 * What v3.32 asks that we do not, by method. Every command of the real one checks the cluster's version (ours does
 * when it opens the store, before what is counted here), and with every write looks for what a store begins with,
 * twice for a Node; we look once a run. So it is with a policy's tier.
 */
function spared(step: Step, kind: string, seen: { start: boolean; tier: boolean }): Readonly<Record<string, number>> {
  if (step.argv[0] === "delete") return { Range: 1 };
  const tiered = kindNamed(kind)?.tiered === true;
  const looks = (kind === "Node" ? 2 : 1) - (seen.start ? 0 : 1);
  const fewer = { Range: 1 + looks + (tiered && seen.tier ? 1 : 0), Txn: 3 * looks };
  seen.tier ||= tiered;
  return fewer;
}

/** The recorded requests without those that are spared. */
function without(
  requests: Readonly<Record<string, number>>,
  less: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const left = Object.entries(requests).map(([method, count]) => [method, count - (less[method] ?? 0)] as const);
  return Object.fromEntries(left.filter(([, count]) => count !== 0));
}

const recordings = recordedFile<Record<string, Record<string, unknown>>>("layout.json");

const mask = (raw: string): string =>
  raw
    .replace(/"uid":"[0-9a-f-]{36}"/, '"uid":"<uid>"')
    .replace(/"creationTimestamp":"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ"/, '"creationTimestamp":"<timestamp>"')
    .replace(/"clusterGUID":"[0-9a-f]{32}"/, '"clusterGUID":"<guid>"');

/** The same value with its keys in another order, so that the stored order is ours and not the input's. */
function scrambled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(scrambled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([key, inner]) => [key, scrambled(inner)]),
  );
}

/** What a manifest would have said to be stored like this, with its keys in another order. */
function manifestOf(stored: Stored, drop: readonly string[] = []): Resource {
  const value = scrambled(JSON.parse(stored.raw)) as Resource;
  const { uid: _uid, creationTimestamp: _time, ...metadata } = value.metadata;
  const name = kindNamed(value.kind)?.tiered ? metadata.name.replace(/^default\./, "") : metadata.name;
  const spec = Object.fromEntries(Object.entries(value.spec ?? {}).filter(([key]) => !drop.includes(key)));
  return { ...value, metadata: { ...metadata, name }, spec };
}

/** What stores begin with, and does not count as written by a step. */
const INITIAL = /\/clusterinformations\/|\/tiers\/(default|kube-admin|kube-baseline)$/;

/** The one value a step wrote for a resource of its own (ClusterInformation comes along with the first Node). */
function writtenBy(step: Step): Stored {
  for (const [key, change] of Object.entries(step.etcd_delta)) {
    const stored = change === "deleted" ? undefined : (change.new ?? change.changed);
    if (stored && !INITIAL.test(key)) return stored;
  }
  throw new Error("the step wrote nothing");
}

/** A new etcd, the store on it, and what changed in it since the last step. */
async function world(calico: CalicoVersionRules) {
  const server = await startEtcd();
  const kv = await openEtcd(etcdConfig(server.endpoint), 10_000);
  const data = resourceStore(kv, calico);
  let before = new Map<string, Stored>();
  const seen = { start: false, tier: false };
  let counted = await requests(server.endpoint);
  const contents = async () => {
    const range = await kv.list(ROOT);
    const entries = range.kvs.map((entry): [string, Stored] => [
      entry.key,
      {
        raw: mask(entry.value),
        create_revision: Number(entry.createRevision),
        mod_revision: Number(entry.modRevision),
      },
    ]);
    return { stored: new Map(entries), revision: Number(range.revision) };
  };
  return {
    data,
    contents,
    /** What one operation changed, in the recorded form, and the requests it made. */
    observe: async (run: () => Promise<WriteResult | DeleteResult>) => {
      counted = await requests(server.endpoint);
      const result = await run();
      const after = await requests(server.endpoint);
      const { stored, revision } = await contents();
      const delta: Record<string, unknown> = {};
      for (const [key, now] of stored) {
        const was = before.get(key);
        if (was === undefined) delta[key] = { new: now };
        else if (was.mod_revision !== now.mod_revision) delta[key] = { changed: now };
      }
      for (const key of before.keys()) if (!stored.has(key)) delta[key] = "deleted";
      before = stored;
      seen.start ||= stored.size > 0;
      const made = Object.fromEntries(
        Object.entries(after)
          .map(([name, n]) => [name, n - (counted[name] ?? 0)])
          .filter(([, n]) => n !== 0),
      );
      return { result, delta, revision, made };
    },
    /** What this connection knows to be there: what every store begins with, the tier of policies. */
    seen,
    stop: async () => {
      await data.close();
      await server.stop();
    },
  };
}

/** How many KV calls the server has had, by method, from its own metrics. */
async function requests(endpoint: string): Promise<Record<string, number>> {
  const text = await (await fetch(`${endpoint}/metrics`)).text();
  const counts: Record<string, number> = {};
  for (const [, method, service, n] of text.matchAll(
    /^grpc_server_started_total\{grpc_method="(\w+)",grpc_service="([\w.]+)".*\} (\S+)$/gm,
  ))
    if (service === "etcdserverpb.KV" && method !== undefined) counts[method] = Number(n);
  return counts;
}

/** A recorded delta without the count of versions, which follows from the rest. */
function deltaOf(step: Step): Record<string, unknown> {
  const plain = ({ raw, create_revision, mod_revision }: Stored): Stored => ({ raw, create_revision, mod_revision });
  return Object.fromEntries(
    Object.entries(step.etcd_delta).map(([key, change]) => {
      if (change === "deleted") return [key, change];
      return [key, change.new ? { new: plain(change.new) } : { changed: plain(change.changed as Stored) }];
    }),
  );
}

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

/** A resource that is stored under that key and belongs to node1, unless it is the global peer. */
function exampleFor(key: string): Resource {
  const [plural = "", ...rest] = key.replace(/^.*projectcalico\.org\//, "").split("/");
  const name = rest.at(-1) ?? "";
  const kinds: Readonly<Record<string, readonly [string, Readonly<Record<string, unknown>>]>> = {
    bgpconfigurations: ["BGPConfiguration", {}],
    bgppeers: [
      "BGPPeer",
      name === "gpeer" ? { peerIP: "10.0.0.2", asNumber: 1 } : { node: "node1", peerIP: "10.0.0.2", asNumber: 1 },
    ],
    felixconfigurations: ["FelixConfiguration", {}],
    hostendpoints: ["HostEndpoint", { node: "node1", interfaceName: "eth0" }],
    nodes: ["Node", {}],
    workloadendpoints: ["WorkloadEndpoint", { node: "node1", orchestrator: "k8s", pod: "pod1", endpoint: "eth0" }],
  };
  const [kind, spec] = kinds[plural] ?? ["", {}];
  const namespace = rest.length > 1 ? { namespace: String(rest[0]) } : {};
  return { apiVersion: "projectcalico.org/v3", kind, metadata: { name, ...namespace }, spec };
}
