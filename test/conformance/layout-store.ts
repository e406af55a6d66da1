import type { DeleteResult, WriteResult } from "../../src/datastore/datastore.ts";
import { openEtcd } from "../../src/datastore/etcd/etcd-store.ts";
import { resourceStore } from "../../src/datastore/resources/resource-store.ts";
import type { CalicoVersionRules } from "../../src/model/kinds/version.ts";
import { etcdConfig } from "../datastore/stores.ts";
import { startEtcd } from "../support/etcd.ts";
import { NEVER_MS } from "../support/wait.ts";
import type { Stored } from "./layout-steps.ts";

const ROOT = "/calico/";

/** A stored value without what differs from run to run: uid, time stamp, GUID. */
const mask = (raw: string): string =>
  raw
    .replace(/"uid":"[0-9a-f-]{36}"/, '"uid":"<uid>"')
    .replace(/"creationTimestamp":"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ"/, '"creationTimestamp":"<timestamp>"')
    .replace(/"clusterGUID":"[0-9a-f]{32}"/, '"clusterGUID":"<guid>"');

/** A new etcd, the store on it, and what changed in it since the last step. */
export async function world(calico: CalicoVersionRules) {
  const server = await startEtcd();
  const kv = await openEtcd(etcdConfig(server.endpoint), NEVER_MS);
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
export async function requests(endpoint: string): Promise<Record<string, number>> {
  const text = await (await fetch(`${endpoint}/metrics`)).text();
  const counts: Record<string, number> = {};
  for (const [, method, service, n] of text.matchAll(
    /^grpc_server_started_total\{grpc_method="(\w+)",grpc_service="([\w.]+)".*\} (\S+)$/gm,
  ))
    if (service === "etcdserverpb.KV" && method !== undefined) counts[method] = Number(n);
  return counts;
}
