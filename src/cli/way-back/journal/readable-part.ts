import type { RecordedWrite } from "../../../datastore/way-back/recorded-write.ts";
import type { JsonObject } from "../../../model/json.ts";
import { isBegun, isNumber, isOutcome, JournalFault, type RecordedWrites, writesOf } from "./journal-form.ts";
import { unsealed } from "./sealed-line.ts";

/** What can be read of a damaged file of writes, and what is left out of it. */
export interface ReadablePart extends RecordedWrites {
  /** Lines that cannot be read, or are missing, as sentences. */
  readonly damage: readonly string[];
  /** Keys that have a write which can be read, but perhaps an earlier one that cannot: what they had before is unknown. */
  readonly unknownBefore: readonly string[];
}

/** A write, and whether lines of writes are missing somewhere before it. */
interface FoundWrite extends RecordedWrite {
  readonly number: number;
  readonly isBehindGap: boolean;
}

/**
 * What a file of writes says as far as its lines can be read. Writes have numbers, so that it is known where some are missing. A
 * write behind such a place counts only where it replaced what a write that can be read has stored: else one that cannot be read
 * may have come before it, and what it replaced is not what was there before the change. All writes of such a key are left out.
 * Throws `JournalFault` for lines in an order in which no writer adds them.
 */
export function readablePartOf(text: string): ReadablePart {
  try {
    return { ...writesOf(text), damage: [], unknownBefore: [] };
  } catch (error) {
    if (!(error instanceof JournalFault)) throw error;
  }
  const found = new Map<number, FoundWrite>();
  const damage: string[] = [];
  let [until, all, next, isBehindGap]: [number | undefined, boolean, number, boolean] = [undefined, false, 0, false];
  for (const [at, line] of linesOf(text)) {
    const value = unsealed(line);
    if (value === undefined) damage.push(`line ${at + 1} of the writes is damaged`);
    else if (isNumber(value.until) && typeof value.all === "boolean")
      ({ until, all } = value as { until: number; all: boolean });
    else if (isNumber(value.at)) {
      const { at: number } = value;
      if (number < next || !isBegun(value)) throw notOurs(at);
      if (number > next) {
        damage.push(`${linesText(number - next)} missing before line ${at + 1}`);
        isBehindGap = true;
      }
      const { key, before, value: written } = value;
      const write = { key, before: before ?? undefined, value: written ?? undefined, begun: at };
      found.set(number, { ...write, number, isBehindGap });
      next = number + 1;
    } else addOutcome(found, value, at);
  }
  return { ...withoutUnknown([...found.values()]), until, all, damage };
}

function* linesOf(text: string): Iterable<readonly [at: number, line: string]> {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  yield* lines.entries();
}

/** Adds what became of a write; of one that cannot be read it says nothing that is of use. */
function addOutcome(found: Map<number, FoundWrite>, { of, outcome }: JsonObject, at: number): void {
  if (!isNumber(of) || !isOutcome(outcome)) throw notOurs(at);
  const write = found.get(of);
  if (write !== undefined) found.set(of, { ...write, outcome, ended: at });
}

function withoutUnknown(found: readonly FoundWrite[]): Pick<ReadablePart, "writes" | "unknownBefore"> {
  const last = new Map<string, FoundWrite>();
  const unknownBefore = new Set<string>();
  for (const write of found) {
    if (write.isBehindGap && !follows(write, last.get(write.key))) unknownBefore.add(write.key);
    last.set(write.key, write);
  }
  const writes = found
    .filter(({ key }) => !unknownBefore.has(key))
    .map(({ number: _, isBehindGap: _b, ...write }): RecordedWrite => write);
  return { writes, unknownBefore: [...unknownBefore] };
}

/** Whether a write replaced what an earlier one of its key has stored. */
function follows({ before }: FoundWrite, earlier: FoundWrite | undefined): boolean {
  if (earlier?.outcome?.kind !== "made") return false;
  return earlier.value === undefined ? before === undefined : before?.modRevision === earlier.outcome.revision;
}

function linesText(count: number): string {
  return count === 1 ? "the line of a write is" : `the lines of ${count} writes are`;
}

function notOurs(at: number): JournalFault {
  return new JournalFault(`line ${at + 1} of the writes is not one of this tool`);
}
