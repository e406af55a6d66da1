import type { NodeEvaluator } from "../policy/tables/evaluate.ts";
import { csvReader } from "./csv.ts";
import { ndjsonReader } from "./ndjson.ts";
import type { FlowReader } from "./reader.ts";

/** The formats of texts with one flow a line. */
export const LINE_FORMATS = ["ndjson", "csv"] as const;
export type LineFormat = (typeof LINE_FORMATS)[number];

const NAMES: Readonly<Record<LineFormat, RegExp>> = { ndjson: /\.(ndjson|jsonl)$/i, csv: /\.csv$/i };

/** The format that a file's name shows; `undefined` for a flow file, which is read as a whole. */
export function lineFormatOf(file: string): LineFormat | undefined {
  return LINE_FORMATS.find((format) => NAMES[format].test(file));
}

/** A reader, and whether the first line was a header, not a flow. */
export interface OpenedReader {
  readonly reader: FlowReader;
  readonly hasHeader: boolean;
}

/**
 * Opens the reader for a text by its first line that is not empty; a message where that line is a wrong header. `node` is
 * the node that the flows enter.
 */
export function openReader(
  format: LineFormat,
  firstLine: string,
  node: Pick<NodeEvaluator, "end">,
): OpenedReader | string {
  switch (format) {
    case "ndjson":
      return { reader: ndjsonReader(node), hasHeader: false };
    case "csv": {
      const reader = csvReader(firstLine, node);
      return typeof reader === "string" ? reader : { reader, hasHeader: true };
    }
  }
}
