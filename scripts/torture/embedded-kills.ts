import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Answer, type Client, startClient } from "./client.ts";
import { embeddedAt, integrityFaults } from "./embedded-writers.ts";
import { killModel } from "./kill-model.ts";
import { generations } from "./manifests.ts";
import type { TortureOptions, TorturePart, TortureReport } from "./part.ts";

/** How many kills a store lives through; then a new one is begun. */
const KILLS_A_STORE = 50;

/** The writer is killed in mid-write, again and again; a round is a kill. What was acknowledged must be there afterwards. */
export const embeddedKills: TorturePart = { name: "embedded-kills", run: killWriters };

async function killWriters({ rounds, random, folder }: TortureOptions): Promise<TortureReport> {
  const broken: string[] = [];
  let acknowledged = 0;
  let path = "";
  let model = killModel(folder, random);
  for (let kill = 0; kill < rounds; kill++) {
    if (kill % KILLS_A_STORE === 0) {
      path = join(folder, `store${kill}`, "store.db");
      mkdirSync(join(path, ".."));
      model = killModel(folder, random);
    }
    const client = startClient(embeddedAt(path));
    broken.push(...(await held(client, model.judge)).map((what) => `kill ${kill}: ${what}`));
    const killed = setTimeout(random() < 0.5 ? random() * 50 : random() * 800).then(() => client.kill());
    for (;;) {
      const { argv, wanted } = model.next();
      const answer = await client.run(...argv);
      model.settle(wanted, answer?.code === 0);
      if (answer?.code === 0) acknowledged++;
      else if (answer !== undefined) broken.push(`refused: ${argv.join(" ")}: ${answer.stderr.split("\n")[0]}`);
      if (answer === undefined) break;
    }
    await killed;
    if (kill % KILLS_A_STORE === KILLS_A_STORE - 1 || kill === rounds - 1) {
      const last = startClient(embeddedAt(path));
      broken.push(...(await held(last, model.judge)));
      await last.kill();
      broken.push(...integrityFaults(path));
    }
  }
  return { figures: `${rounds} kills, ${acknowledged} commands acknowledged`, broken };
}

/** Holds what is stored against the model; the store must open. */
async function held(client: Client, judge: (there: Map<string, string | undefined>) => string[]): Promise<string[]> {
  const answer: Answer | undefined = await client.run("get", "hep", "-o", "json");
  if (answer?.code !== 0) return [`the store does not open: ${answer?.stderr}`];
  return judge(generations(answer.stdout));
}
