import { kindOfKey } from "../../../datastore/keys.ts";
import type {
  BegunWrite,
  RecordedWrite,
  StoredBefore,
  WriteOutcome,
} from "../../../datastore/way-back/recorded-write.ts";
import type { RestoredKey } from "../../../datastore/way-back/restore.ts";
import type { ProcessIdentity } from "../../../files/running-process.ts";
import { isObject, type JsonObject } from "../../../model/json.ts";
import { unsealed, wholeLines } from "./sealed-line.ts";

/** The form of journals of this version of the tool. */
const FORM = 2;

/** How the datastore is found again. Secrets are not in it: `needs` names the settings that must be set. */
export interface DatastoreAccess {
  /** The absolute path of the config file; absent where the environment configures it. */
  readonly config?: string;
  /** `--context`. */
  readonly context?: string;
  /** `--calico-version`, or CALICO_VERSION. */
  readonly calico?: string;
  readonly env: Readonly<Record<string, string>>;
  readonly needs: readonly string[];
  readonly timeoutMs: number;
}

/** What is known before the first write. */
export interface Plan {
  /** The form of the journal. */
  readonly form: 2;
  readonly id: string;
  /** The command that wrote: `apply`. */
  readonly command: string;
  /** When it began, in RFC 3339. */
  readonly begun: string;
  /** How long it waits for a confirmation. */
  readonly seconds: number;
  /** What the datastore is called in messages. */
  readonly datastore: string;
  readonly access: DatastoreAccess;
  /** The process that writes. */
  readonly writer: ProcessIdentity;
}

/** How a change was decided, by whoever was first: it stays, or all of it is taken back. */
export interface Decision {
  readonly kind: "confirmed" | "taken-back";
  /** Why it is taken back, or how it was confirmed: `no confirmation came within 2m`. */
  readonly why: string;
}

/** How a change ended: it stays, or it was taken back, with what became of each key. */
export type Ending =
  | { readonly kind: "confirmed" }
  | { readonly kind: "taken-back"; readonly why: string; readonly keys: readonly RestoredKey[] };

/** A line of the file of writes. */
export type JournalLine =
  | ({ readonly at: number } & BegunWrite)
  | { readonly of: number; readonly outcome: WriteOutcome }
  /** The deadline, in ms of the epoch; `all`: everything is written, the writer writes no more. */
  | { readonly until: number; readonly all: boolean };

/** What the file of writes says. */
export interface RecordedWrites {
  readonly writes: readonly RecordedWrite[];
  /** The deadline, in ms of the epoch; `undefined` where nothing was written. */
  readonly until: number | undefined;
  /** Whether the writer is done. */
  readonly all: boolean;
}

/** A journal that is damaged, or that somebody else has made up. */
export class JournalFault extends Error {
  override name = "JournalFault";
}

/** The plan of a text; throws `JournalFault` for a text that is none. */
export function planOf(text: string, id: string): Plan {
  const value = unsealed(text.trimEnd());
  if (value === undefined) throw new JournalFault("the plan is damaged, or of another version of this tool");
  const { access, writer } = value;
  const isPlan =
    value.form === FORM &&
    value.id === id &&
    [value.command, value.begun, value.datastore].every(isText) &&
    isNumber(value.seconds) &&
    isObject(access) &&
    isObject(access.env) &&
    Object.values(access.env).every(isText) &&
    Array.isArray(access.needs) &&
    access.needs.every(isText) &&
    [access.config, access.context, access.calico].every((one) => one === undefined || isText(one)) &&
    isNumber(access.timeoutMs) &&
    isIdentity(writer);
  if (!isPlan) throw new JournalFault("the plan is not one of this tool");
  // Each field was looked at above; the compiler does not follow that through a list of checks.
  return value as unknown as Plan;
}

/**
 * What a file of writes says. Lines that a loss of power has cut are left out: they never were on the disk, so that their
 * writes were not made. Throws `JournalFault` for any other damage: what it hides may have been written.
 */
export function writesOf(text: string): RecordedWrites {
  const { whole, behind, broken } = wholeLines(text);
  const writes: RecordedWrite[] = [];
  let [until, all]: [number | undefined, boolean] = [undefined, false];
  for (const [at, value] of whole.entries()) {
    const fault = (): JournalFault => new JournalFault(`line ${at + 1} of the writes is not one of this tool`);
    if (isNumber(value.until) && typeof value.all === "boolean")
      ({ until, all } = value as { until: number; all: boolean });
    else if (isNumber(value.at)) {
      if (value.at !== writes.length || !isBegun(value)) throw fault();
      const { key, before, value: written } = value;
      writes.push({ key, before: before ?? undefined, value: written ?? undefined, begun: at });
    } else {
      const { of, outcome } = value;
      const write = isNumber(of) ? writes[of] : undefined;
      if (write === undefined || !isOutcome(outcome)) throw fault();
      writes[Number(of)] = { ...write, outcome, ended: at };
    }
  }
  const wasOnDisk = behind.some(({ of, all: isAll }) => isAll === true || (isNumber(of) && of >= writes.length));
  if (broken !== undefined && (!broken.isCut || wasOnDisk))
    throw new JournalFault(`line ${broken.line} of the writes is damaged`);
  return { writes, until, all };
}

/** The decision of a text; throws `JournalFault`. */
export function decisionOf(text: string): Decision {
  const { kind, why } = jsonOf(text, "the decision");
  if ((kind !== "confirmed" && kind !== "taken-back") || !isText(why)) throw new JournalFault("the decision is none");
  return { kind, why };
}

/** The ending of a text; throws `JournalFault`. */
export function endingOf(text: string): Ending {
  const value = jsonOf(text, "the result");
  const { kind, why, keys } = value;
  const isTakenBack = kind === "taken-back" && isText(why) && Array.isArray(keys) && keys.every(isRestored);
  if (kind !== "confirmed" && !isTakenBack) throw new JournalFault("the result is none");
  // The fields that its kind has were looked at above.
  return value as unknown as Ending;
}

/** The process of a text; throws `JournalFault`. */
export function processOf(text: string): ProcessIdentity {
  const value = jsonOf(text, "the name of a process");
  if (!isIdentity(value)) throw new JournalFault("the name of a process is none");
  return value;
}

function jsonOf(text: string, what: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Told below.
  }
  throw new JournalFault(`${what} is not a JSON object`);
}

const isText = (value: unknown): value is string => typeof value === "string";
/** Whether a value of a line is a number. */
export const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isRevision = (value: unknown): value is string => isText(value) && /^[\w./-]{0,200}$/.test(value);

function isIdentity(value: unknown): value is ProcessIdentity {
  if (!isObject(value)) return false;
  const { pid, started, boot } = value;
  return (
    Number.isSafeInteger(pid) && Number(pid) > 1 && [started, boot].every((one) => one === undefined || isText(one))
  );
}

/** Whether a line begins a write. Only keys of Calico's resources are ever written. */
export function isBegun(
  value: JsonObject,
): value is { readonly key: string; readonly before: StoredBefore | null; readonly value: string | null } {
  const { key, before, value: written } = value;
  if (!isText(key) || kindOfKey(key) === undefined || (written !== null && !isText(written))) return false;
  return before === null || (isObject(before) && isText(before.value) && isRevision(before.modRevision));
}

function isRestored(value: unknown): boolean {
  return isObject(value) && isText(value.key) && isText(value.result);
}

/** Whether a value of a line is what became of a write. */
export function isOutcome(value: unknown): value is WriteOutcome {
  if (!isObject(value)) return false;
  if (value.kind === "not-made") return true;
  return value.kind === "made" && isRevision(value.revision) && (value.stored === undefined || isText(value.stored));
}
