import { fileReason } from "../../../files/file-reason.ts";
import { isStdin, piecesOfFile, sizeOfFile } from "../../../files/read-text.ts";
import { STDIN } from "../../../model/diagnostic.ts";
import type { NodeFacts } from "../../../model/flow.ts";
import { compileNode } from "../../../policy/tables/evaluate.ts";
import type { World } from "../../../policy/world/compiled.ts";
import type { LineFormName } from "../../../report/lines/form-names.ts";
import type { LinesQuery } from "../../../scenario/flow/query.ts";
import { errorLine } from "../../shell/io/error-line.ts";
import type { Io } from "../../shell/io/io.ts";
import { progress } from "../../shell/io/progress.ts";
import { EXIT } from "../../shell/usage.ts";
import { answerLines } from "./answer-lines.ts";
import { Malformed } from "./gather-lines.ts";
import { type RowThreads, rowThreads } from "./row-threads.ts";
import { THREADS_FROM } from "./stations.ts";
import { threadScript } from "./thread-script.ts";

/**
 * Evaluates flows line by line, in constant memory, however many there are: an answer for each, in the order of the
 * input. Exit 1 when a line could not be evaluated, its answer says why, and when it is interrupted; a reader that goes away
 * (`| head`) ends it quietly.
 */
export async function streamFlows(query: LinesQuery, form: LineFormName, node: FactsOfNode, io: Io): Promise<number> {
  const threads = rowThreads({ script: threadScript(), descriptor: io.stdout.descriptor });
  try {
    return await streamWith(threads, query, form, node, io);
  } finally {
    // Whatever ended it: a thread that waits for work would keep the process for ever.
    await threads.close();
  }
}

/** The World that flows are evaluated in, and the facts of the node that they meet. */
interface FactsOfNode {
  readonly world: World;
  readonly facts: NodeFacts;
}

async function streamWith(
  threads: RowThreads,
  { file: name, format }: LinesQuery,
  form: LineFormName,
  { world, facts }: FactsOfNode,
  io: Io,
): Promise<number> {
  if (sizeOfFile(name) > THREADS_FROM) threads.start();
  const stopped = new AbortController();
  let why: "closed" | "interrupted" | undefined;
  const stop = (reason: "closed" | "interrupted") => () => {
    why ??= reason;
    stopped.abort();
  };
  const releases = [io.stdout.onClose(stop("closed")), io.onInterrupt(stop("interrupted"))];
  const { signal } = stopped;
  const pieces = isStdin(name) ? io.stdinPieces(signal) : piecesOfFile(name, signal);
  const shown = progress("evaluated", undefined, io);
  const node = compileNode(world, facts);
  const { answered, failed, fault } = await answerLines(
    pieces,
    { format, form, node, threads },
    { io, stop: stopped, shown },
  );
  shown.end();
  for (const release of releases) release();
  if (why === "closed") return EXIT.ok;
  if (why === "interrupted") {
    io.stderr.write(`stopped: the first ${answered} lines are answered, the rest was not read\n`);
    return EXIT.failed;
  }
  if (fault !== undefined) {
    const reason = fault.error instanceof Malformed ? fault.error.message : fileReason(fault.error);
    const file = isStdin(name) ? STDIN : name;
    io.stderr.write(errorLine({ message: `cannot read flows from \`${file}\`: ${reason}`, code: "flow.lines" }));
    return EXIT.failed;
  }
  if (failed === 0) return EXIT.ok;
  const lines = `${failed} line${failed === 1 ? "" : "s"}`;
  io.stderr.write(errorLine({ message: `${lines} could not be evaluated`, code: "flow.lines" }));
  return EXIT.failed;
}
