import { fileReason } from "../../files/file-reason.ts";
import { isStdin, MAX_MEBIBYTES, piecesOfFile } from "../../files/read-text.ts";
import { STDIN } from "../../model/diagnostic.ts";
import type { NodeFacts } from "../../model/flow.ts";
import { compileNode } from "../../policy/tables/evaluate.ts";
import type { World } from "../../policy/world/compiled.ts";
import type { LinesQuery } from "../../scenario/flow/query.ts";
import { openReader } from "../../traffic/line-formats.ts";
import { errorLine } from "../shell/io/error-line.ts";
import type { Io } from "../shell/io/io.ts";
import { progress } from "../shell/io/progress.ts";
import { EXIT } from "../shell/usage.ts";
import { type AnswerLine, answerLines } from "./answer-lines.ts";

/** A longer line is not a flow. */
const LONGEST = 64 * 1024;
/** Answers gathered before they are written. */
const BLOCK = 64 * 1024;

/**
 * Evaluates flows line by line, in constant memory, however many there are: one line of JSON per flow, in the order of the
 * input, each with its line's number. Exit 1 when a line could not be evaluated, its answer says why, and when it
 * is interrupted; a reader that goes away (`| head`) ends it quietly.
 */
export async function streamFlows(
  { file: name, format }: LinesQuery,
  { world, facts }: { readonly world: World; readonly facts: NodeFacts },
  io: Io,
): Promise<number> {
  const node = compileNode(world, facts);
  const shown = progress("evaluated", undefined, io);
  let answerLine: AnswerLine | undefined;
  let [number, failed] = [0, 0];
  let block = "";
  let ended: "closed" | "interrupted" | undefined;
  const stopped = new AbortController();
  const stop = (why: "closed" | "interrupted") => () => {
    ended ??= why;
    stopped.abort();
  };
  const releases = [io.stdout.onClose(stop("closed")), io.onInterrupt(stop("interrupted"))];
  const pieces = name === "-" || isStdin(name) ? io.stdinPieces(stopped.signal) : piecesOfFile(name, stopped.signal);
  try {
    for await (const lines of linesOf(pieces)) {
      for (const line of lines) {
        number++;
        if (line.trim() === "") continue;
        if (answerLine === undefined) {
          const opened = openReader(format, line, node);
          if (typeof opened === "string") throw new Malformed(opened);
          answerLine = answerLines(node, opened.reader);
          if (opened.hasHeader) continue;
        }
        const { verdict, text } = answerLine(line.length > LONGEST ? line.slice(0, LONGEST) : line, number);
        if (verdict === "error") failed++;
        block += `${text}\n`;
        if (block.length < BLOCK) continue;
        io.stdout.writeData(block);
        block = "";
        shown.step(number);
        await io.stdout.drained();
        // Signals and a reader that went away are heard between turns of the event loop only.
        await new Promise((resolve) => setImmediate(resolve));
        if (ended !== undefined) break;
      }
      // All that has come is answered: more may be long in coming.
      io.stdout.writeData(block);
      block = "";
      await io.stdout.drained();
    }
  } catch (error) {
    io.stdout.writeData(block);
    const why = error instanceof Malformed ? error.message : fileReason(error);
    const file = name === "-" ? STDIN : name;
    io.stderr.write(errorLine({ message: `cannot read flows from \`${file}\`: ${why}`, code: "flow.lines" }));
    return EXIT.failed;
  } finally {
    shown.end();
    for (const release of releases) release();
  }
  if (ended === "closed") return EXIT.ok;
  if (ended === "interrupted") {
    io.stderr.write(`stopped: the first ${number} lines are answered, the rest was not read\n`);
    return EXIT.failed;
  }
  if (failed > 0)
    io.stderr.write(
      errorLine({ message: `${failed} line${failed === 1 ? "" : "s"} could not be evaluated`, code: "flow.lines" }),
    );
  return failed > 0 ? EXIT.failed : EXIT.ok;
}

/** A header that names no flow fields, or a line without end. */
class Malformed extends Error {}

/** The lines of a text that comes in pieces, without their ends: those that each piece completes. */
async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let rest = "";
  let unended = 0;
  for await (const piece of pieces) {
    const text = rest + piece;
    const lines: string[] = [];
    let start = 0;
    for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", start)) {
      lines.push(text.charCodeAt(end - 1) === 0x0d ? text.slice(start, end - 1) : text.slice(start, end));
      start = end + 1;
    }
    // An endless line must not fill the memory: what is beyond the longest flow is dropped. Nor must it go on for ever.
    rest = text.slice(start, start + 2 * LONGEST);
    unended = start === 0 ? unended + piece.length : text.length - start;
    if (lines.length > 0) yield lines;
    if (unended > MAX_MEBIBYTES * 1024 * 1024) throw new Malformed(`a line is longer than ${MAX_MEBIBYTES} MiB`);
  }
  if (rest !== "") yield [rest];
}
