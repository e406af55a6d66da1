import { setTimeout } from "node:timers/promises";
import { leaderOf, startEtcd, startEtcdCluster } from "../../test/support/etcd.ts";
import { claimsOf, falseClaims } from "./claims.ts";
import { startClient } from "./client.ts";
import { stored } from "./etcd-kills.ts";
import { endpoint, manifest } from "./manifests.ts";
import type { TortureOptions, TorturePart, TortureReport } from "./part.ts";

/**
 * etcd's quota is used up in the middle of a batch; a round in three is a run. What is reported is what is stored, and nothing is
 * unknown.
 */
export const etcdQuota: TorturePart = { name: "etcd-quota", run: useUpQuota };

/** The leader of three members is killed during a batch, and starts again; a round in three is a run. No report may be false. */
export const etcdCluster: TorturePart = { name: "etcd-cluster", run: loseLeaders };

const BATCH = 3000;

function batchOf(tag: string, folder: string, padding = 0) {
  const names = Array.from({ length: BATCH }, (_, at) => `${tag}x${at}`);
  const resources = names.map((name) => {
    const resource = endpoint(name, tag) as { readonly spec: object };
    return {
      ...resource,
      spec: { ...resource.spec, expectedIPs: Array.from({ length: 1 + padding }, () => "10.0.0.1") },
    };
  });
  return { names, wanted: new Map(names.map((name) => [name, tag])), file: manifest(folder, resources) };
}

async function useUpQuota({ rounds, folder }: TortureOptions): Promise<TortureReport> {
  const broken: string[] = [];
  const counts = { done: 0, "not done": 0, unknown: 0 };
  const runs = Math.ceil(rounds / 3);
  for (let run = 0; run < runs; run++) {
    const server = await startEtcd(undefined, { "quota-backend-bytes": String((2 + (run % 3)) * 1024 * 1024) });
    const client = startClient({ ETCD_ENDPOINTS: server.endpoint });
    const { names, wanted, file } = batchOf(`q${run}`, folder, 150 + (run % 7));
    const answer = await client.run("apply", "-f", file);
    const claims = claimsOf(answer?.stderr ?? "", names);
    for (const claim of claims.values()) counts[claim]++;
    broken.push(...falseClaims(claims, wanted, await stored(client)).map((what) => `run ${run}: ${what}`));
    if (!answer?.stderr.includes("alarm disarm")) broken.push(`run ${run}: no advice: ${answer?.stderr}`);
    if (claims.size !== BATCH) broken.push(`run ${run}: ${claims.size} of ${BATCH} resources are reported`);
    await client.kill();
    await server.stop();
  }
  if (counts.unknown > 0) broken.push(`${counts.unknown} resources are reported as unknown`);
  return {
    figures: `${runs} runs: ${counts.done} done, ${counts["not done"]} not done, ${counts.unknown} unknown`,
    broken,
  };
}

async function loseLeaders({ rounds, random, folder }: TortureOptions): Promise<TortureReport> {
  const servers = await startEtcdCluster(3);
  const client = startClient({ ETCD_ENDPOINTS: servers.map((server) => server.endpoint).join(",") });
  const broken: string[] = [];
  const counts = { done: 0, "not done": 0, unknown: 0 };
  const runs = Math.ceil(rounds / 3);
  await stored(client);
  for (let run = 0; run < runs; run++) {
    const { names, wanted, file } = batchOf(`c${run}`, folder);
    const leader = await leaderOf(servers);
    const killed = setTimeout(random() * 300).then(() => leader.kill());
    const answer = await client.run("apply", "-f", file);
    await killed;
    await leader.restart();
    await setTimeout(1500);
    const there = await stored(client);
    const all: ReadonlyMap<string, "done"> = new Map(names.map((name) => [name, "done"]));
    const claims = answer?.code === 0 ? all : claimsOf(answer?.stderr ?? "", names);
    for (const claim of claims.values()) counts[claim]++;
    broken.push(...falseClaims(claims, wanted, there).map((what) => `run ${run}: ${what}`));
    if (claims.size === 0) broken.push(`run ${run}: ${answer?.stderr}`);
  }
  await client.kill();
  for (const server of servers) await server.stop();
  return {
    figures: `${runs} runs: ${counts.done} done, ${counts["not done"]} not done, ${counts.unknown} unknown`,
    broken,
  };
}
