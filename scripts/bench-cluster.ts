import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { goYaml } from "../src/manifest/yaml/writer/go-yaml.ts";
import { objectOrEmpty } from "../src/model/json.ts";
import { clusterObjects, LARGE } from "./large-cluster/objects.ts";
import { measureCommand } from "./measure-command.ts";

const ROUNDS = 3;
/** What a dump of the cluster may take: seconds, and MB of memory. */
const GOAL = { seconds: 5, memory: 512 };

/**
 * One packet to a pod of a large cluster, from a dump of it as `kubectl get -o yaml` and `-o json` print it: the whole process,
 * with reading, checking and compiling. Wall time, CPU and peak memory of the fastest round.
 */
export function benchCluster(): void {
  const folder = mkdtempSync(join(tmpdir(), "calicoctl-bench-cluster-"));
  try {
    const items = clusterObjects(LARGE);
    const list = { apiVersion: "v1", items, kind: "List", metadata: { resourceVersion: "" } };
    const pod = objectOrEmpty(items.find(({ kind }) => kind === "Pod")?.metadata);
    console.log(
      `one packet from a dump: ${LARGE.pods} pods, ${LARGE.policies} policies, ${LARGE.services} services, ${LARGE.nodes} nodes`,
    );
    for (const [format, text] of [
      ["yaml", () => goYaml(list)],
      ["json", () => `${JSON.stringify(list, null, 4)}\n`],
    ] as const) {
      const file = join(folder, `cluster.${format}`);
      writeFileSync(file, text());
      const argv = ["simulate", "--offline", "--calico-version", "v3.32", "-f", file, "--from", "external:203.0.113.9"];
      row(
        format,
        readFileSync(file).length,
        [...argv, "--to", `pod/${pod.namespace}/${pod.name}`, "tcp", "8080"],
        folder,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function row(format: string, bytes: number, argv: readonly string[], folder: string): void {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const measured = measureCommand(argv, folder);
    if (measured.code !== 0) throw new Error(`${argv.join(" ")}: ${measured.stderr}`);
    return measured;
  });
  const [best = { wall: Number.NaN, cpu: Number.NaN, peak: Number.NaN }] = rounds.sort((a, b) => a.wall - b.wall);
  const isMet = best.wall <= GOAL.seconds && best.peak <= GOAL.memory;
  const goal = `goal ${GOAL.seconds} s, ${GOAL.memory} MB: ${isMet ? "met" : "MISSED"}`;
  console.log(
    `${format.padEnd(5)} ${(bytes / 1e6).toFixed(0)} MB  ${best.wall.toFixed(2)} s  CPU ${best.cpu.toFixed(2)} s  peak ${best.peak.toFixed(0)} MB  ${goal}`,
  );
}
