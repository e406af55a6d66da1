import { basename, join } from "node:path";
import type { BegunWrite, WriteOutcome } from "../../../datastore/way-back/recorded-write.ts";
import { fileReason } from "../../../files/file-reason.ts";
import {
  checkPrivateFolder,
  type GrowingFile,
  makeFolderOf,
  makePrivateFolder,
  namesIn,
  openGrowing,
  privateText,
  removeFolder,
  writeOnce,
} from "../../../files/private-folder.ts";
import { isRunning, type ProcessIdentity, thisProcess } from "../../../files/running-process.ts";
import {
  type Decision,
  decisionOf,
  type Ending,
  endingOf,
  JournalFault,
  type JournalLine,
  type Plan,
  planOf,
  processOf,
  type RecordedWrites,
  writesOf,
} from "./journal-form.ts";
import { type ReadablePart, readablePartOf } from "./readable-part.ts";
import { sealedLine } from "./sealed-line.ts";

const [PLAN, WRITES, DECISION, RESULT, KEEPER] = ["plan.json", "writes.ndjson", "decision", "result", "keeper"];
/** A file that is there to make room on a full disk, for the small files that must be written then. */
const ROOM = "room";
const ROOM_BYTES = 64 * 1024;
const ID = /^[0-9a-f]{6}$/;
const MOST_SMALL = 1024 * 1024;
const MOST_WRITES = 256 * 1024 * 1024;
/** Bytes after which no write is begun any more, so that what becomes of the others can be read, too. */
const MOST_BEGUN = MOST_WRITES / 2;
/** Finished journals that are kept, to be asked about. */
const MOST_FINISHED = 20;

/**
 * One change that can be taken back, as a folder of files that survive its processes and the machine: the plan; the writes, a
 * line before and after each; what was decided; who takes it back (`claim-N`); the result. What several processes may do at
 * once is a file that is made once: the first of them has done it.
 */
export interface Journal {
  readonly id: string;
  readonly plan: Plan;
  /** Reads the writes; throws `JournalFault`. */
  readonly read: () => RecordedWrites;
  /** Reads what can be read of damaged writes; throws `JournalFault` where there is no file of them. */
  readonly readablePart: () => ReadablePart;
  readonly decision: () => Decision | undefined;
  /**
   * Decides, unless that has been done; returns what was decided. On a disk that takes nothing, to take it back is decided
   * all the same; to confirm it throws.
   */
  readonly decide: (decision: Decision) => Decision;
  /** How it ended; `undefined` while it has not. */
  readonly ending: () => Ending | undefined;
  /** Keeps how it ended, where the disk takes it: without it, to take back again finds nothing left to do. */
  readonly finish: (ending: Ending) => void;
  /** Says that this process keeps the way back. */
  readonly keep: () => void;
  /** Whether the writer or the keeper still runs. */
  readonly isHeld: () => boolean;
  /** Takes the right to take it back; the process that has it, while that runs. */
  readonly claim: () => ProcessIdentity | undefined;
  readonly remove: () => void;
}

/** The side of the writer: records its writes. */
export interface JournalWriter {
  readonly begin: (writes: readonly BegunWrite[], until: number, durably: boolean) => number;
  readonly makeDurable: () => void;
  readonly end: (number: number, outcome: WriteOutcome) => void;
  /** Says that nothing more will be written, and until when a confirmation is waited for. */
  readonly all: (until: number) => void;
  readonly count: () => number;
  readonly close: () => void;
}

/** Makes a journal in that folder, on the disk when it returns. Throws `FileFault`, and the system's error. */
export function createJournal(
  folder: string,
  plan: Plan,
): { readonly journal: Journal; readonly writer: JournalWriter } {
  makePrivateFolder(folder);
  const path = join(folder, plan.id);
  makeFolderOf(path, { [PLAN]: sealedLine(plan), [WRITES]: "", [ROOM]: " ".repeat(ROOM_BYTES) });
  return {
    journal: journalIn(path, plan),
    writer: journalWriter(openGrowing(join(path, WRITES)), () => removeFolder(join(path, ROOM))),
  };
}

/** The journal of that name in a folder; `undefined` where there is none. Throws `JournalFault`, `FileFault` and the system's error. */
export function openJournal(folder: string, id: string): Journal | undefined {
  if (!ID.test(id) || !namesIn(folder).includes(id)) return undefined;
  checkPrivateFolder(folder);
  const path = join(folder, id);
  checkPrivateFolder(path);
  return journalIn(path, planOf(textOf(join(path, PLAN), MOST_SMALL) ?? "", id));
}

/** The names of the journals in a folder. */
export function journalIds(folder: string): readonly string[] {
  return namesIn(folder).filter((name) => ID.test(name));
}

/** Removes journals that have ended but the last ones; `finished` are in the order of their beginnings. */
export function removeOld(finished: readonly Journal[]): void {
  for (const journal of finished.slice(0, Math.max(0, finished.length - MOST_FINISHED))) journal.remove();
}

function journalIn(path: string, plan: Plan): Journal {
  const file = (name: string): string => join(path, name);
  const read = <T>(name: string, of: (text: string) => T): T | undefined => {
    const text = textOf(file(name), name === RESULT ? MOST_WRITES : MOST_SMALL);
    return text === undefined ? undefined : of(text);
  };
  const decision = (): Decision | undefined => read(DECISION, decisionOf);
  const running = (name: string): ProcessIdentity | undefined => {
    try {
      const one = read(name, processOf);
      return one !== undefined && isRunning(one) ? one : undefined;
    } catch (error) {
      // Nobody that can be named: two that take back at once do no harm.
      if (error instanceof JournalFault) return undefined;
      throw error;
    }
  };
  const once = (name: string, value: unknown): boolean => {
    const text = `${JSON.stringify(value)}\n`;
    try {
      return writeOnce(file(name), text);
    } catch {
      removeFolder(file(ROOM));
      return writeOnce(file(name), text);
    }
  };
  const writes = (): string => {
    const text = textOf(file(WRITES), MOST_WRITES);
    if (text === undefined) throw new JournalFault("the file of writes is missing");
    return text;
  };
  return {
    id: plan.id,
    plan,
    read: () => writesOf(writes()),
    readablePart: () => readablePartOf(writes()),
    decision,
    decide(one) {
      try {
        return once(DECISION, one) ? one : (decision() ?? one);
      } catch (error) {
        if (error instanceof JournalFault) throw error;
        if (one.kind === "taken-back") return one;
        throw new JournalFault(`the decision cannot be written: ${fileReason(error)}`);
      }
    },
    ending: () => read(RESULT, endingOf),
    finish(ending) {
      try {
        once(RESULT, ending);
      } catch {
        // Said above.
      }
    },
    keep: () => void once(KEEPER, thisProcess()),
    isHeld: () => isRunning(plan.writer) || running(KEEPER) !== undefined,
    claim() {
      for (;;) {
        const last = namesIn(path).flatMap((name) => /^claim-(\d{1,6})$/.exec(name)?.[1] ?? []);
        const number = Math.max(0, ...last.map(Number));
        const holder = number === 0 ? undefined : running(`claim-${number}`);
        if (holder?.pid === thisProcess().pid) return undefined;
        if (holder !== undefined) return holder;
        try {
          if (once(`claim-${number + 1}`, thisProcess())) return undefined;
        } catch {
          // Two that take back at once do no harm.
          return undefined;
        }
      }
    },
    remove: () => removeFolder(path),
  };
}

/** The text of a file of a journal; `undefined` where there is none. Throws `JournalFault`. */
function textOf(path: string, most: number): string | undefined {
  try {
    return privateText(path, most);
  } catch (error) {
    throw new JournalFault(`${basename(path)}: ${fileReason(error)}`);
  }
}

/**
 * Records in the file of writes. Where a line could not be added no write is begun any more, with that fault; what became of
 * those that were begun is added where it can be. `makeRoom` frees a little of a full disk, for the last line.
 */
export function journalWriter(file: GrowingFile, makeRoom: () => void): JournalWriter {
  let [count, bytes] = [0, 0];
  let fault: { readonly why: unknown } | undefined;
  const add = (lines: readonly JournalLine[], durably: boolean): void => {
    const text = lines.map(sealedLine).join("");
    try {
      file.append(text, durably);
      bytes += Buffer.byteLength(text);
    } catch (error) {
      fault ??= { why: error };
      throw error;
    }
  };
  const begun = (lines: readonly JournalLine[], durably: boolean): void => {
    if (fault !== undefined) throw fault.why;
    if (bytes > MOST_BEGUN) throw new JournalFault(`it has more than ${MOST_BEGUN} bytes: make the change in parts`);
    add(lines, durably);
  };
  const succeeds = (lines: readonly JournalLine[], durably: boolean): boolean => {
    try {
      add(lines, durably);
      return true;
    } catch {
      return false;
    }
  };
  return {
    begin(writes, until, durably) {
      const first = count;
      const lines = writes.map(({ key, before, value }, at): JournalLine => ({ at: first + at, key, before, value }));
      begun(first === 0 ? [{ until, all: false }, ...lines] : lines, durably);
      count += writes.length;
      return first;
    },
    makeDurable: () => begun([], true),
    end(of, outcome) {
      // Without the line the result of the write is unknown until the key is read.
      succeeds([{ of, outcome }], false);
    },
    all(until) {
      const line = { until, all: true };
      if (succeeds([line], true)) return;
      makeRoom();
      // Without the line who takes it back waits for the end of this process.
      succeeds([line], true);
    },
    count: () => count,
    close: () => file.close(),
  };
}
