import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { embeddedAt, integrityFaults } from "./embedded-writers.ts";
import { endpoint, manifest } from "./manifests.ts";
import type { TortureOptions, TorturePart, TortureReport } from "./part.ts";

const WRITERS = 8;
const TOOL = join(import.meta.dirname, "..", "..", "bin", "calicoctl");
const runTool = promisify(execFile);

/**
 * Eight writers, each command a process of its own: half of the manifests are ones that only a later Calico version takes, so
 * that the store is looked at before it is used. A round is a command of each. All that was acknowledged must be there.
 */
export const embeddedRace: TorturePart = { name: "embedded-race", run: race };

async function race({ rounds, folder }: TortureOptions): Promise<TortureReport> {
  const path = join(folder, "store.db");
  const env = { PATH: process.env.PATH ?? "", ...embeddedAt(path) };
  const tool = async (...argv: string[]): Promise<string> =>
    (await runTool(process.execPath, [TOOL, ...argv], { env })).stdout;
  const resource = (kind: string, name: string, spec: object) => ({
    apiVersion: "projectcalico.org/v3",
    kind,
    metadata: { name },
    spec,
  });
  await tool("apply", "-f", manifest(folder, [resource("Tier", "t1", { order: 10 })]), "--calico-version", "v3.32");
  const acknowledged = new Set<string>();
  const broken: string[] = [];
  const write = async (writer: number): Promise<void> => {
    for (let round = 0; round < rounds; round++) {
      const name = `w${writer}x${round}`;
      const isStaged = writer % 2 === 0;
      const staged = resource("StagedGlobalNetworkPolicy", name, { tier: "t1", selector: "all()" });
      try {
        await tool("apply", "-f", manifest(folder, [isStaged ? staged : endpoint(name, "0")]));
        acknowledged.add(`${isStaged ? "stagedglobalnetworkpolicy" : "hostendpoint"}/${name}`);
      } catch (error) {
        broken.push(`refused: ${name}: ${String(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  const there = new Set(
    `${await tool("get", "hep", "-o", "name")}${await tool("get", "sgnp", "-o", "name")}`.split("\n"),
  );
  const lost = [...acknowledged].filter((name) => !there.has(name));
  broken.push(...lost.map((name) => `lost: ${name}`), ...integrityFaults(path));
  return { figures: `${acknowledged.size} of ${WRITERS * rounds} acknowledged, ${lost.length} lost`, broken };
}
