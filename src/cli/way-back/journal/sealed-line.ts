import { createHash } from "node:crypto";
import { isObject, type JsonObject } from "../../../model/json.ts";

const SEALED = /^\{"sum":"([0-9a-f]{16})",(.+)$/s;
/** As many zeros in a row as no file of a journal has, unless a loss of power left a block of the disk unwritten. */
const UNWRITTEN = "\0".repeat(512);

/** An object with a field at least as one line of text, with a checksum that shows every damage. */
export function sealedLine(value: object): string {
  const rest = JSON.stringify(value, (_, part: unknown) => part ?? null).slice(1);
  return `{"sum":"${sumOf(rest)}",${rest}\n`;
}

/** The object of a line (its end left out); `undefined` for a line that is damaged, or was never whole. */
export function unsealed(line: string): JsonObject | undefined {
  const [, sum, rest = ""] = SEALED.exec(line) ?? [];
  if (sum === undefined || sum !== sumOf(rest)) return undefined;
  try {
    const value: unknown = JSON.parse(`{${rest}`);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The lines of a file that is only ever made longer, as far as they are whole, and what stands behind them. */
export interface WholeLines {
  readonly whole: readonly JsonObject[];
  /** The whole lines behind the first that is not. */
  readonly behind: readonly JsonObject[];
  /**
   * The number of the first line that is not whole; absent where all are. `cut`: as a loss of power leaves it, which never
   * was on the disk: the end is missing, or was not written.
   */
  readonly broken?: { readonly line: number; readonly isCut: boolean };
}

/** Reads the lines of a text. */
export function wholeLines(text: string): WholeLines {
  const lines = text.split("\n");
  const last = lines.pop() ?? "";
  const values = lines.map(unsealed);
  const at = values.indexOf(undefined);
  if (at >= 0) {
    const behind = present(values.slice(at));
    const isCut = lines[at]?.includes(UNWRITTEN) ?? false;
    return { whole: present(values.slice(0, at)), behind, broken: { line: at + 1, isCut } };
  }
  const whole = present(values);
  const end = unsealed(last);
  if (last === "") return { whole, behind: [] };
  // Only its end is missing: whoever wrote it may have gone on.
  if (end !== undefined) return { whole: [...whole, end], behind: [] };
  // A whole line whose end is another character was damaged later.
  const isCut = unsealed(last.slice(0, -1)) === undefined;
  return { whole, behind: [], broken: { line: lines.length + 1, isCut } };
}

function present(values: readonly (JsonObject | undefined)[]): readonly JsonObject[] {
  return values.filter((value) => value !== undefined);
}

function sumOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
