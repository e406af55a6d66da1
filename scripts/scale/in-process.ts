import { DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import type { Located } from "../../src/model/resource.ts";
import { newAnswer } from "../../src/policy/tables/answer.ts";
import { compileNode } from "../../src/policy/tables/evaluate.ts";
import { newPacket } from "../../src/policy/tables/table-packet.ts";
import { world } from "../../src/policy/world/world.ts";
import { clusterOf, FACTS, flowToHost } from "./cluster.ts";

/** Packets of a batch. */
const FLOWS = 200_000;

/** What the evaluator took, in seconds of CPU time, and the most memory of the process in MB. */
export interface EvaluatorCost {
  readonly compile: number;
  readonly tables: number;
  readonly batch: number;
  readonly peak: number;
}

/** Compiles a cluster, makes the tables of one of its nodes, and answers packets by them; this process does nothing else. */
function measureEvaluator(size: number): EvaluatorCost {
  const located = clusterOf(size).map((resource): Located => ({ resource, locate: () => undefined }));
  const [compile, compiled] = timed(() => world(located, { calico: DEFAULT_CALICO }).world);
  const [tables, node] = timed(() => compileNode(compiled, FACTS));
  const answer = newAnswer();
  const packets = Array.from({ length: FLOWS }, (_, number) => {
    const packet = newPacket();
    if (!node.read(flowToHost(number), packet)) throw new Error("the flows of the bench can be read");
    return packet;
  });
  const round = (): void => {
    for (const packet of packets) node.evaluate(packet, answer);
  };
  round();
  const [batch] = timed(round);
  return { compile, tables, batch, peak: process.resourceUsage().maxRSS / 1024 };
}

function timed<T>(work: () => T): readonly [seconds: number, result: T] {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1e6, result];
}

if (process.argv[1] === import.meta.filename)
  process.stdout.write(JSON.stringify(measureEvaluator(Number(process.argv[2]))));
