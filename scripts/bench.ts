import { benchAnalysis } from "./bench-analysis.ts";
import { benchBatch } from "./bench-batch.ts";
import { benchCluster } from "./bench-cluster.ts";
import { benchEtcd } from "./bench-etcd.ts";
import { benchFlowFiles } from "./bench-flow-files.ts";
import { benchPage } from "./bench-page.ts";
import { benchProofs } from "./bench-proofs.ts";
import { benchScale } from "./bench-scale.ts";
import { benchStart } from "./start/bench-start.ts";

/** What is measured, by the name that `npm run bench -- NAME` gives it. */
const PARTS: Readonly<Record<string, (rows?: string) => void | Promise<void>>> = {
  start: benchStart,
  etcd: benchEtcd,
  cluster: benchCluster,
  batch: async (rows) => {
    if (rows !== "files") await benchBatch();
    await benchFlowFiles();
  },
  analysis: benchAnalysis,
  page: benchPage,
  proofs: benchProofs,
};

/**
 * All parts in turn, or the one that is named; of `proofs` the rows with a text in their names, where one is given, and of `batch` only
 * `files`. `--scale` is the cost of growth, which takes minutes: up to the size that is given, or to 100,000 resources.
 */
const [part, rows] = process.argv.slice(2);
if (part === "--scale") {
  await benchScale(rows === undefined ? Number.POSITIVE_INFINITY : Number(rows));
} else {
  const chosen = part === undefined ? Object.values(PARTS) : [Object.hasOwn(PARTS, part) ? PARTS[part] : undefined];
  for (const bench of chosen) {
    if (bench === undefined) throw new Error(`there is no ${part}: give one of ${Object.keys(PARTS).join(", ")}`);
    await bench(rows);
  }
}
