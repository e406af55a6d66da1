import type { Code } from "../model/diagnostic.ts";
import type { Flow } from "../model/flow.ts";

/**
 * Reads traffic from a text of which every line is a flow. The caller counts the lines: a flow's place is its line.
 * A reader throws for no line.
 */
export interface FlowReader {
  /** The diagnostic code of lines that are not flows. */
  readonly code: Code;
  /** The flow on the line, or what is wrong with it. Values are taken as they are; the evaluator checks them. */
  readonly flow: (line: string) => Flow | string;
  /** What reads usual lines from bytes (`csvRows`, `jsonRows`). */
  readonly usual: UsualLines;
}

/** The number of a text that is no end. */
export const BAD_END = -2;

/** The lines of a format that are read without making texts of them. */
export interface UsualLines {
  /** What each column of CSV holds. */
  readonly kinds?: Uint8Array;
  /** The number of a flow's end from its text, as `TablePacket` has it; negative for one that is unknown. */
  readonly endOf: (text: string) => number;
}
