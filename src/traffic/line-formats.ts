import type { NodeEvaluator } from "../policy/tables/evaluate.ts";
import { csvReader } from "./csv.ts";
import type { LineFormat } from "./line-format-names.ts";
import { ndjsonReader } from "./ndjson.ts";
import type { FlowReader } from "./reader.ts";

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
