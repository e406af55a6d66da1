import type { LineProblem } from "../../../report/lines/line-forms.ts";
import { errorLine } from "../../shell/io/error-line.ts";
import type { Io } from "../../shell/io/io.ts";
import type { Progress } from "../../shell/io/progress.ts";
import { gatherLines } from "./gather-lines.ts";
import { type LinesTask, type OpenedLines, openLines } from "./open-lines.ts";
import type { Slot } from "./row-work.ts";
import { slotPool } from "./slot-pool.ts";
import type { RowStation } from "./station.ts";

/** What answering needs of the command. */
export interface LinesContext {
  readonly io: Io;
  /** Ends it early; what was not answered until then is not. */
  readonly stop: AbortController;
  readonly shown: Progress;
}

/** What was done. */
export interface AnsweredLines {
  /** Lines that are answered, all of them from the first on. */
  readonly answered: number;
  /** Lines that could not be evaluated. */
  readonly failed: number;
  /** Why it ended early. */
  readonly fault: { readonly error: unknown } | undefined;
}

/** Where answers do not name their lines, so many of those that could not be evaluated are named on stderr. */
const MOST_TOLD = 10;

/** When the lines of a slot, and all before them, are evaluated, and when their answers are written. */
interface SlotDone {
  readonly evaluated: Promise<void>;
  readonly written: Promise<void>;
}

/** Which lines of a slot are to be answered, and after which. */
interface SlotLines {
  readonly from: number;
  readonly to: number;
  readonly lines: OpenedLines;
  readonly station: RowStation;
  readonly before: SlotDone;
  /** Called when all of them are evaluated, and others may be. */
  readonly onEvaluated: () => void;
}

/**
 * Answers the lines of a text that comes in pieces, in their order, in constant memory. Lines are handed over in slots: their
 * rows are read into columns, evaluated here, and the answers made bytes. Where there is much of it the task's threads, which
 * whoever made them closes, read and write rows (`Stations`), and several slots are on their way at a time. What has come is
 * handed over as soon as nothing is on its way: more may be long in coming.
 */
export async function answerLines(
  pieces: AsyncIterable<Uint8Array>,
  task: LinesTask,
  { io, stop, shown }: LinesContext,
): Promise<AnsweredLines> {
  const { signal } = stop;
  // Threads may have more on their way than a slow reader takes in a minute.
  signal.addEventListener("abort", task.threads.endOutput, { once: true });
  const slots = slotPool();
  let opened: OpenedLines | undefined;
  let [evaluated, answered, failed] = [0, 0, 0];
  let fault: AnsweredLines["fault"];
  let onTheirWay = 0;
  let last: SlotDone = { evaluated: Promise.resolve(), written: Promise.resolve() };
  /** When all is written that this thread writes itself. */
  let ownWritten = Promise.resolve();

  function tell(line: number, { code, message }: LineProblem): void {
    failed++;
    if (opened?.form.beforeNumber !== undefined || failed > MOST_TOLD) return;
    io.stderr.write(errorLine({ message: `line ${line}: ${message}`, code }));
  }

  /** Writes the answers to rows, of which the first is on this line; calls `onTold` when no text of an answer is needed here any more. */
  async function writeAnswers(
    slot: Slot,
    rows: number,
    firstLine: number,
    { station, before }: SlotLines,
    onTold: () => void,
  ): Promise<void> {
    if (station.writesOutput) await ownWritten;
    for (let row = 0; row < rows; ) {
      const writing = station.write(slot, { from: row, to: rows, firstLine });
      if (station.writesOutput) onTold();
      const { end, length, error } = await writing;
      if (end === rows) onTold();
      await before.written;
      if (!station.writesOutput) {
        if (signal.aborted) return;
        await io.stdout.writeBytes(slot.answers.subarray(0, length));
      }
      if (end > row) {
        answered = firstLine + end - 1;
        shown.step(answered);
      }
      if (error !== undefined) return io.stdout.broken(error);
      if (station.writesOutput) return;
      row = end;
    }
  }

  async function answerSlot(slot: Slot, given: SlotLines): Promise<void> {
    const { from, to, lines, station, before, onEvaluated } = given;
    for (let at = from; at < to; ) {
      const read = await station.read(slot, at, to);
      await before.evaluated;
      if (signal.aborted || fault !== undefined) return;
      const firstLine = evaluated + 1;
      const { rows, problem } = lines.answer({ ...slot, ...read }, slot.numbers, (row, why) =>
        tell(firstLine + row, why),
      );
      evaluated += rows;
      at = read.end;
      const isLast = at >= to && problem === undefined;
      // Between two slots the event loop goes round: threads, signals and a reader that went away are heard there only.
      const onTold = isLast ? () => setImmediate(onEvaluated) : () => {};
      await writeAnswers(slot, rows, firstLine, given, onTold);
      if (problem !== undefined) {
        // What ends it all must not end those before.
        await before.written;
        throw problem.error;
      }
      if (signal.aborted) return;
    }
  }

  function sendOff(slot: Slot, from: number, to: number, lines: OpenedLines): void {
    onTheirWay++;
    const before = last;
    const station = lines.stations.next(to - from);
    let written: Promise<void> | undefined;
    const evaluated = new Promise<void>((onEvaluated) => {
      written = answerSlot(slot, { from, to, lines, station, before, onEvaluated })
        .catch((error: unknown) => {
          fault ??= { error };
          stop.abort();
        })
        .then(() => {
          onEvaluated();
          onTheirWay--;
          slots.release(slot);
          return before.written;
        });
    });
    last = { evaluated, written: written ?? before.written };
    if (!station.writesOutput) ownWritten = last.written;
  }

  async function take(slot: Slot, begin: number, to: number): Promise<Slot> {
    let from = begin;
    if (opened === undefined) {
      const first = openLines(slot.bytes, begin, to, task);
      ({ end: from, opened } = first);
      evaluated += first.lines;
      answered = evaluated;
      if (opened !== undefined) {
        io.stdout.writeData(opened.form.heading);
        ownWritten = io.stdout.flushed();
        await opened.stations.threadsReady;
      }
    }
    // The bytes behind its lines go on in the next slot, which is therefore another one.
    const next = await slots.take(opened?.stations.slots() ?? 2);
    if (opened !== undefined && from < to) sendOff(slot, from, to, opened);
    else slots.release(slot);
    return next;
  }

  try {
    const gathering = gatherLines(await slots.take(2), take);
    const iterator = pieces[Symbol.asyncIterator]();
    for (let next = nextOf(iterator); !signal.aborted; ) {
      if (gathering.hasLines() && onTheirWay === 0) await gathering.handOver();
      const idle = last.written.then(() => undefined);
      const piece = await (gathering.hasLines() ? Promise.race([next, idle]) : next);
      if (piece === undefined) continue;
      if (piece.done) break;
      await gathering.add(piece.value);
      next = nextOf(iterator);
    }
    if (!signal.aborted) await gathering.end();
  } catch (error) {
    await last.written;
    fault ??= { error };
    stop.abort();
  }
  await last.written;
  return { answered, failed, fault };
}

/** The next piece. Where the lines end before it comes, nobody waits for it any more. */
function nextOf<Piece>(iterator: AsyncIterator<Piece>): Promise<IteratorResult<Piece>> {
  const next = iterator.next();
  next.catch(() => undefined);
  return next;
}
