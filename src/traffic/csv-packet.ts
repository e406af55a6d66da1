import { hasPorts, PROTOCOL_NUMBERS } from "../model/net/protocol.ts";
import { NEW, NO_END, type TablePacket } from "../policy/tables/table-packet.ts";

/** What a column of the common kind of row holds; `other` are those that must be empty there. */
const COMMON = { from: 0, to: 1, protocol: 2, srcIP: 3, dstIP: 4, srcPort: 5, dstPort: 6, other: 7, name: 8 } as const;

/** The columns of a CSV file as `fillPacket` takes them. */
export function columnKinds(columns: readonly string[]): Uint8Array {
  return Uint8Array.from(columns, (column) => (column in COMMON ? COMMON[column as "from"] : COMMON.other));
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

/**
 * Fills a packet from a row of the common kind, whose columns have these `kinds`; `endOf` returns the number of a flow's
 * end from its text, negative for one that is unknown. False for every other row, valid or not.
 */
export function fillPacket(
  kinds: Uint8Array,
  endOf: (text: string) => number,
  line: string,
  into: TablePacket,
): boolean {
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

/** A cell's number; negative where it is not a number, or not of the common kind. */
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

function store(into: TablePacket, kind: number, value: number): void {
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
