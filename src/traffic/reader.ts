import type { Code } from "../model/diagnostic.ts";
import type { Flow } from "../model/flow.ts";
import type { TablePacket } from "../policy/tables/table-packet.ts";

/**
 * Reads traffic from a text of which every line is a flow. The caller counts the lines: a flow's place is its line.
 * A reader throws for no line.
 */
export interface FlowReader {
  /** The diagnostic code of lines that are not flows. */
  readonly code: Code;
  /** The flow on the line, or what is wrong with it. Values are taken as they are; the evaluator checks them. */
  readonly flow: (line: string) => Flow | string;
  /**
   * A faster reader, for formats that have one: fills a packet from a line of the common kind. False for every other line,
   * valid or not; `flow` then reads it.
   */
  readonly fill?: (line: string, into: TablePacket) => boolean;
}
