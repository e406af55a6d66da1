import { setTimeout } from "node:timers/promises";
import { type EtcdServer, startEtcd } from "../../test/support/etcd.ts";
import { claimsOf, falseClaims } from "./claims.ts";
import { type Answer, type Client, startClient } from "./client.ts";
import { killModel } from "./kill-model.ts";
import { generations } from "./manifests.ts";
import type { TortureOptions, TorturePart, TortureReport } from "./part.ts";

/** The writer is killed in mid-write, again and again; a round is a kill. What was acknowledged must be there afterwards. */
export const etcdKills: TorturePart = { name: "etcd-kills", run: killWriters };

/** etcd is killed in mid-write and started again; a round is a kill. Nothing acknowledged is lost, and every report is true. */
export const etcdServerKills: TorturePart = { name: "etcd-server-kills", run: killServer };

async function killWriters({ rounds, random, folder }: TortureOptions): Promise<TortureReport> {
  const server = await startEtcd();
  const model = killModel(folder, random);
  const broken: string[] = [];
  let acknowledged = 0;
  for (let kill = 0; kill < rounds; kill++) {
    const client = startClient({ ETCD_ENDPOINTS: server.endpoint });
    broken.push(...model.judge(await stored(client)).map((what) => `kill ${kill}: ${what}`));
    const killed = setTimeout(random() < 0.5 ? random() * 50 : random() * 800).then(() => client.kill());
    for (;;) {
      const { argv, wanted } = model.next();
      const answer = await client.run(...argv);
      model.settle(wanted, answer?.code === 0);
      if (answer === undefined) break;
      if (answer.code === 0) acknowledged++;
      else broken.push(`refused: ${argv.join(" ")}: ${answer.stderr.split("\n")[0]}`);
    }
    await killed;
  }
  const last = startClient({ ETCD_ENDPOINTS: server.endpoint });
  broken.push(...model.judge(await stored(last)));
  await last.kill();
  await server.stop();
  return { figures: `${rounds} kills, ${acknowledged} commands acknowledged`, broken };
}

async function killServer({ rounds, random, folder }: TortureOptions): Promise<TortureReport> {
  const server = await startEtcd();
  const model = killModel(folder, random);
  const broken: string[] = [];
  const counts = { done: 0, "not done": 0, unknown: 0 };
  let acknowledged = 0;
  const client = startClient({ ETCD_ENDPOINTS: server.endpoint });
  await stored(client);
  for (let kill = 0; kill < rounds; kill++) {
    let isBack = false;
    const restarted = restart(server, random).then(() => {
      isBack = true;
    });
    for (let isUp = true; isUp; ) {
      const { argv, wanted } = model.next();
      const answer = await client.run(...argv, "--timeout", "4");
      model.settle(wanted, answer?.code === 0);
      if (answer?.code === 0) acknowledged++;
      else {
        isUp = false;
        await restarted;
        const there = await stored(client);
        const claims = claimsOf(answer?.stderr ?? "", [...wanted.keys()]);
        for (const claim of claims.values()) counts[claim]++;
        const wrong = [...falseClaims(claims, wanted, there), ...model.judge(there)];
        if (answer === undefined || /internal error/.test(answer.stderr)) wrong.push(`answered ${answer?.stderr}`);
        broken.push(...wrong.map((what) => `kill ${kill}: ${argv.slice(0, 2).join(" ")}: ${what}`));
      }
      // The kill may have come between two commands.
      if (isBack) isUp = false;
    }
    await restarted;
  }
  broken.push(...model.judge(await stored(client)));
  await client.kill();
  await server.stop();
  const claimed = `told of the others: ${counts.done} done, ${counts["not done"]} not done, ${counts.unknown} unknown`;
  return { figures: `${rounds} kills, ${acknowledged} commands acknowledged; ${claimed}`, broken };
}

/** Kills etcd at a chance moment, and starts it again at once or later than the tool waits. */
async function restart(server: EtcdServer, random: () => number): Promise<void> {
  await setTimeout(random() < 0.5 ? random() * 100 : random() * 800);
  await server.kill();
  await setTimeout(random() < 0.7 ? random() * 500 : 5000);
  await server.restart();
}

/** The label `gen` of every host endpoint, as soon as etcd answers. */
export async function stored(client: Client): Promise<ReadonlyMap<string, string | undefined>> {
  let answer: Answer | undefined;
  for (let attempt = 0; attempt < 100; attempt++) {
    answer = await client.run("get", "hep", "-o", "json");
    if (answer?.code === 0) return generations(answer.stdout);
    await setTimeout(300);
  }
  throw new Error(`etcd does not answer: ${answer?.stderr}`);
}
