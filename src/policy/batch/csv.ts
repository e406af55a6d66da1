import type { Flow, FlowEnd } from "../../model/flow.ts";
import { PROTOCOL_NUMBERS } from "../../model/protocol.ts";
import { hasPorts } from "../packet.ts";
import type { BatchEvaluator } from "./evaluate.ts";
import { type BatchPacket, NEW, NO_END } from "./packet.ts";

/** Reads rows of one CSV file. */
export interface CsvReader {
  /**
   * Fills a packet from a row of the common kind: no quotes, IPv4, a protocol with ports by name, nothing about ICMP,
   * flags or connections. False for any other row, right or wrong; `flow` then tells.
   */
  readonly fill: (line: string, into: BatchPacket) => boolean;
  /** The row as a flow, or what is wrong with it. Values are taken as they are; the evaluator checks them. */
  readonly flow: (line: string) => Flow | string;
}

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
] as const;
type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ["from", "protocol", "srcIP", "dstIP"];
const COMMON = { from: 0, to: 1, protocol: 2, srcIP: 3, dstIP: 4, srcPort: 5, dstPort: 6, other: 7, name: 8 } as const;
/** Texts of ends that are remembered; a file names few. */
const KEPT_ENDS = 10_000;

/** Reads the header; gives a message where it is wrong. */
export function csvReader(header: string, node: Pick<BatchEvaluator, "end">): CsvReader | string {
  const cells = split(withoutReturn(header.replace(/^\uFEFF/, "")));
  if (cells === undefined) return "the header has a quote that is not closed";
  const columns: Column[] = [];
  for (const cell of cells) {
    const column = COLUMNS.find((known) => known === cell.trim());
    if (column === undefined) return `\`${cell.slice(0, 80)}\` is no column; columns: ${COLUMNS.join(", ")}`;
    if (columns.includes(column)) return `column \`${column}\` is given twice`;
    columns.push(column);
  }
  const missing = NEEDED.find((column) => !columns.includes(column));
  if (missing !== undefined) return `column \`${missing}\` is missing`;
  const ends = new Map<string, number>();
  const endOf = (text: string): number => {
    const known = ends.get(text);
    if (known !== undefined) return known;
    const end = parseEnd(text);
    const number = end === undefined ? -2 : node.end(end);
    if (ends.size >= KEPT_ENDS) ends.clear();
    ends.set(text, number);
    return number;
  };
  const kinds = Uint8Array.from(columns, (column) => (column in COMMON ? COMMON[column as "from"] : COMMON.other));
  return { fill: (line, into) => fill(kinds, endOf, line, into), flow: (line) => toFlow(columns, line) };
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

const COMMON_PROTOCOLS: ReadonlyMap<string, number> = new Map(
  Object.entries(PROTOCOL_NUMBERS)
    .filter(([, number]) => hasPorts(number))
    .flatMap(([name, number]): [string, number][] => [
      [name, number],
      [name.toLowerCase(), number],
      [String(number), number],
    ]),
);

function fill(kinds: Uint8Array, endOf: (text: string) => number, line: string, into: BatchPacket): boolean {
  let length = line.length;
  if (line.charCodeAt(length - 1) === 13) length--;
  if (line.includes('"')) return false;
  into.to = NO_END;
  into.family = 4;
  into.icmpType = 0;
  into.icmpCode = 0;
  into.state = NEW;
  let filled = 0;
  let from = 0;
  for (let column = 0; column < kinds.length && from <= length; column++) {
    const comma = line.indexOf(",", from);
    const to = comma === -1 || comma > length ? length : comma;
    const kind = kinds[column] as number;
    const value = from === to ? -1 : cellNumber(kind, line, from, to, endOf);
    if (value >= 0) {
      store(into, kind, value);
      filled |= 1 << kind;
    } else if (from !== to || (kind !== COMMON.to && kind < COMMON.other)) return false;
    from = to + 1;
  }
  return from > length && (filled & REQUIRED) === REQUIRED;
}

const REQUIRED =
  (1 << COMMON.from) |
  (1 << COMMON.protocol) |
  (1 << COMMON.srcIP) |
  (1 << COMMON.dstIP) |
  (1 << COMMON.srcPort) |
  (1 << COMMON.dstPort);

/** A cell's number; negative where it is none, or not of the common kind. */
function cellNumber(kind: number, line: string, from: number, to: number, endOf: (text: string) => number): number {
  switch (kind) {
    case COMMON.from:
    case COMMON.to:
      return endOf(line.slice(from, to));
    case COMMON.protocol:
      return COMMON_PROTOCOLS.get(line.slice(from, to)) ?? -1;
    case COMMON.srcIP:
    case COMMON.dstIP:
      return parse4(line, from, to);
    case COMMON.srcPort:
    case COMMON.dstPort:
      return digits(line, from, to, 65535);
    case COMMON.name:
      return 0;
    default:
      return -1;
  }
}

function store(into: BatchPacket, kind: number, value: number): void {
  switch (kind) {
    case COMMON.from:
      into.from = value;
      break;
    case COMMON.to:
      into.to = value;
      break;
    case COMMON.protocol:
      into.protocol = value;
      break;
    case COMMON.srcIP:
      into.source = value;
      break;
    case COMMON.dstIP:
      into.destination = value;
      break;
    case COMMON.srcPort:
      into.sourcePort = value;
      break;
    case COMMON.dstPort:
      into.destinationPort = value;
      break;
  }
}

/** A decimal number without a leading zero, up to `most`; -1 for anything else. */
function digits(line: string, from: number, to: number, most: number): number {
  if (to - from > 5 || (to - from > 1 && line.charCodeAt(from) === 48)) return -1;
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = line.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return to > from && number <= most ? number : -1;
}

/** An IPv4 address; -1 for anything else. */
function parse4(line: string, from: number, to: number): number {
  let address = 0;
  let start = from;
  for (let part = 0; part < 4; part++) {
    let end = start;
    while (end < to && line.charCodeAt(end) !== 46) end++;
    const byte = digits(line, start, end, 255);
    if (byte < 0 || (part < 3 ? end === to : end !== to)) return -1;
    address = address * 256 + byte;
    start = end + 1;
  }
  return address;
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
  const cells = split(withoutReturn(line));
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
    if (text !== undefined && !/^\d{1,9}$/.test(text)) return `\`${column}\` is \`${text.slice(0, 80)}\`: no number`;
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

/** The cells of a row; a quoted one may hold commas, and quotes twice. `undefined` where a quote is not closed. */
function split(line: string): string[] | undefined {
  if (!line.includes('"')) return line.split(",");
  const cells: string[] = [];
  for (let at = 0; at <= line.length; at++) {
    if (line[at] !== '"') {
      const comma = line.indexOf(",", at);
      const end = comma === -1 ? line.length : comma;
      cells.push(line.slice(at, end));
      at = end;
      continue;
    }
    let cell = "";
    for (at++; ; at++) {
      const quote = line.indexOf('"', at);
      if (quote === -1) return undefined;
      cell += line.slice(at, quote);
      at = quote + 1;
      if (line[at] !== '"') break;
      cell += '"';
    }
    const comma = line.indexOf(",", at);
    const end = comma === -1 ? line.length : comma;
    cells.push(cell + line.slice(at, end));
    at = end;
  }
  return cells;
}
