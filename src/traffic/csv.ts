import type { Flow, FlowEnd } from "../model/flow.ts";
import type { NodeEvaluator } from "../policy/tables/evaluate.ts";
import { splitCells } from "./csv-cells.ts";
import { BAD_END, type FlowReader } from "./reader.ts";
import { columnKinds } from "./rows/csv-rows.ts";

/** The fields of a flow that a row may have. */
const COLUMNS = [
  "from",
  "to",
  "protocol",
  "srcIP",
  "dstIP",
  "srcPort",
  "dstPort",
  "icmpType",
  "icmpCode",
  "tcpFlags",
  "conntrack",
  "name",
] as const satisfies readonly (keyof Flow)[];
type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ["from", "protocol", "srcIP", "dstIP"];

/**
 * The reader of a CSV file whose header names the columns: `from`, `to` (`process`, `interface:NAME`, `workload:NAME`),
 * `protocol`, `srcIP`, `dstIP`, `srcPort`, `dstPort`, `icmpType`, `icmpCode`, `tcpFlags`, `conntrack`, `name`. A message
 * where the header is wrong. `node` is the node that the flows enter.
 */
export function csvReader(header: string, node: Pick<NodeEvaluator, "end">): FlowReader | string {
  const columns = readHeader(header);
  if (typeof columns === "string") return columns;
  return {
    code: "flow.csv",
    flow: (line) => toFlow(columns, line),
    usual: {
      kinds: columnKinds(columns),
      endOf: (text) => {
        const end = parseEnd(text);
        return end === undefined ? BAD_END : node.end(end);
      },
    },
  };
}

/** The columns that a header names, or what is wrong with it. */
function readHeader(header: string): readonly Column[] | string {
  const cells = splitCells(header.replace(/^\uFEFF/, ""));
  if (cells === undefined) return "the header has a quote that is not closed";
  const columns: Column[] = [];
  for (const cell of cells) {
    const column = COLUMNS.find((known) => known === cell.trim());
    if (column === undefined) return `\`${cell.slice(0, 80)}\` is not a column; columns: ${COLUMNS.join(", ")}`;
    if (columns.includes(column)) return `column \`${column}\` is given twice`;
    columns.push(column);
  }
  const missing = NEEDED.find((column) => !columns.includes(column));
  return missing === undefined ? columns : `column \`${missing}\` is missing`;
}

/** `process`, `interface:NAME` or `workload:NAME`. */
function parseEnd(text: string): FlowEnd | undefined {
  if (text === "process") return { process: true };
  const colon = text.indexOf(":");
  const name = text.slice(colon + 1);
  if (colon === -1 || name === "") return undefined;
  if (text.startsWith("interface:")) return { interface: name };
  return text.startsWith("workload:") ? { workload: name } : undefined;
}

function toFlow(columns: readonly Column[], line: string): Flow | string {
  const cells = splitCells(line);
  if (cells === undefined) return "a quote is not closed";
  if (cells.length > columns.length) return `the row has ${cells.length} cells, the header ${columns.length}`;
  const cell = (column: Column) => cells[columns.indexOf(column)]?.trim() || undefined;
  const ends: Partial<Record<"from" | "to", FlowEnd>> = {};
  for (const column of ["from", "to"] as const) {
    const text = cell(column);
    const end = text === undefined ? undefined : parseEnd(text);
    if (text !== undefined && !end) {
      return `\`${column}\` is \`${text.slice(0, 80)}\`: not process, interface:NAME or workload:NAME`;
    }
    if (end) ends[column] = end;
  }
  if (ends.from === undefined) return "`from` is empty";
  const conntrack = cell("conntrack");
  if (conntrack !== undefined && conntrack !== "new" && conntrack !== "established" && conntrack !== "invalid") {
    return `\`conntrack\` is \`${conntrack.slice(0, 80)}\`: not new, established or invalid`;
  }
  const numbers: Partial<Record<"srcPort" | "dstPort" | "icmpType" | "icmpCode", number>> = {};
  for (const column of ["srcPort", "dstPort", "icmpType", "icmpCode"] as const) {
    const text = cell(column);
    if (text !== undefined && !/^\d{1,9}$/.test(text)) return `\`${column}\` is \`${text.slice(0, 80)}\`: not a number`;
    if (text !== undefined) numbers[column] = Number(text);
  }
  const tcpFlags = cell("tcpFlags");
  return {
    from: ends.from,
    ...(ends.to ? { to: ends.to } : {}),
    protocol: cell("protocol") ?? "",
    srcIP: cell("srcIP") ?? "",
    dstIP: cell("dstIP") ?? "",
    ...numbers,
    ...(tcpFlags === undefined ? {} : { tcpFlags }),
    ...(conntrack === undefined ? {} : { conntrack }),
  };
}
