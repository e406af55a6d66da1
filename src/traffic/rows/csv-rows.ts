import { hasPorts, PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import { MOST_ROWS, NO_TEXT, type RowColumns, type RowReader, UNUSUAL } from "./row-columns.ts";
import { NO_NUMBER, type TextNumbers, textNumbers } from "./text-numbers.ts";

/** What a column of a usual row holds; `other` are those that must be empty there. */
const COMMON = { from: 0, to: 1, protocol: 2, srcIP: 3, dstIP: 4, srcPort: 5, dstPort: 6, other: 7, name: 8 } as const;
const REQUIRED = [COMMON.from, COMMON.protocol, COMMON.srcIP, COMMON.dstIP, COMMON.srcPort, COMMON.dstPort]
  .map((kind) => 1 << kind)
  .reduce((bits, bit) => bits | bit);

/** The columns of a CSV file as `csvRows` takes them. */
export function columnKinds(columns: readonly string[]): Uint8Array {
  return Uint8Array.from(columns, (column) => (column in COMMON ? COMMON[column as "from"] : COMMON.other));
}

/** The ways to write the protocols with ports, and the number of each. */
const PROTOCOLS = Object.entries(PROTOCOL_NUMBERS)
  .filter(([, number]) => hasPorts(number))
  .flatMap(([name, number]) =>
    [name, name.toLowerCase(), String(number)].map((text): readonly [string, number] => [text, number]),
  );
const PROTOCOL_TEXTS = PROTOCOLS.map(([text]) => text);
const PROTOCOL_OF_TEXT = Uint8Array.from(PROTOCOLS, ([, number]) => number);

const [LINE_FEED, RETURN, BLANK, QUOTE, COMMA, DOT, ZERO, NINE] = [10, 13, 32, 34, 44, 46, 48, 57];
/** A longer row is cut, as text. */
const LONGEST = 64 * 1024;

/** By byte, whether a cell that is read as text may have it: printable ASCII without a blank, a comma or a quote. */
const IS_TEXT = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte > BLANK && byte < 127 && byte !== COMMA && byte !== QUOTE ? 1 : 0,
);

/**
 * Reads rows of CSV from bytes, for columns of these `kinds`; the ends that rows name get numbers among `ends`. A row that it reads is the same
 * packet to the reader of texts (`csvReader`), and every doubt makes a row unusual: quotes, blanks, IPv6, ICMP, all that is not ASCII.
 */
export function csvRows(kinds: Uint8Array, ends: TextNumbers): RowReader {
  const protocols = textNumbers(PROTOCOL_TEXTS);

  /** Reads a row; returns where its line ends, or -1 where it is not usual. One function, in which each cell is read once: all depends on its speed. */
  function readRow(bytes: Uint8Array, start: number, row: number, into: RowColumns): number {
    let at = start;
    let byte = bytes[at] as number;
    let filled = 0;
    into.to[row] = NO_TEXT;
    for (let column = 0; ; column++) {
      if (byte !== COMMA && byte !== LINE_FEED && byte !== RETURN) {
        const kind = kinds[column] as number;
        filled |= 1 << kind;
        switch (kind) {
          case COMMON.from:
          case COMMON.to: {
            const from = at;
            while (IS_TEXT[byte] === 1) byte = bytes[++at] as number;
            const number = ends.numberOf(bytes, from, at);
            if (number === NO_NUMBER) return -1;
            (kind === COMMON.from ? into.from : into.to)[row] = number;
            break;
          }
          case COMMON.protocol: {
            const from = at;
            while (IS_TEXT[byte] === 1) byte = bytes[++at] as number;
            const number = protocols.numberOf(bytes, from, at);
            if (number < 0 || number >= PROTOCOL_TEXTS.length) return -1;
            into.protocol[row] = PROTOCOL_OF_TEXT[number] as number;
            break;
          }
          case COMMON.srcIP:
          case COMMON.dstIP: {
            let address = 0;
            for (let part = 0; part < 4; part++) {
              if (part > 0) {
                if (byte !== DOT) return -1;
                byte = bytes[++at] as number;
              }
              let number = byte - ZERO;
              if (number < 0 || number > 9) return -1;
              byte = bytes[++at] as number;
              // A zero that begins a longer number leaves a digit, which is no dot.
              if (number > 0 && byte >= ZERO && byte <= NINE) {
                number = number * 10 + byte - ZERO;
                byte = bytes[++at] as number;
                if (byte >= ZERO && byte <= NINE) {
                  number = number * 10 + byte - ZERO;
                  byte = bytes[++at] as number;
                  if (number > 255) return -1;
                }
              }
              address = (address << 8) | number;
            }
            (kind === COMMON.srcIP ? into.source : into.destination)[row] = address;
            break;
          }
          case COMMON.srcPort:
          case COMMON.dstPort: {
            let number = byte - ZERO;
            if (number < 0 || number > 9) return -1;
            byte = bytes[++at] as number;
            if (number > 0) {
              for (let digit = byte - ZERO; digit >= 0 && digit <= 9 && number < 10_000; digit = byte - ZERO) {
                number = number * 10 + digit;
                byte = bytes[++at] as number;
              }
            }
            if (number > 65_535) return -1;
            (kind === COMMON.srcPort ? into.sourcePort : into.destinationPort)[row] = number;
            break;
          }
          case COMMON.name:
            while (IS_TEXT[byte] === 1 || byte === BLANK) byte = bytes[++at] as number;
            break;
          default:
            return -1;
        }
      }
      if (byte !== COMMA || column === kinds.length - 1) break;
      byte = bytes[++at] as number;
    }
    if (byte === RETURN) byte = bytes[++at] as number;
    return byte === LINE_FEED && (filled & REQUIRED) === REQUIRED && at - start <= LONGEST ? at : -1;
  }

  return (bytes, from, to, into) => {
    let row = 0;
    let at = from;
    for (; at < to && row < MOST_ROWS; row++) {
      into.start[row] = at;
      let end = readRow(bytes, at, row, into);
      if (end === -1) {
        into.from[row] = UNUSUAL;
        end = bytes.indexOf(LINE_FEED, at);
      }
      at = end + 1;
    }
    into.start[row] = at;
    return { rows: row, end: at };
  };
}
