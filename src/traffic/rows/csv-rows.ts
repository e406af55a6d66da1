import { eachRow, type ReadRow } from "./each-row.ts";
import { BYTE, endOfCell, LONGEST_ROW, protocolReader, readAddress, readPort } from "./row-cells.ts";
import { NO_TEXT, type RowReader } from "./row-columns.ts";
import { NO_NUMBER, type TextNumbers } from "./text-numbers.ts";

/** What a column of a usual row holds; `other` are those that must be empty there. */
const COMMON = { from: 0, to: 1, protocol: 2, srcIP: 3, dstIP: 4, srcPort: 5, dstPort: 6, other: 7, name: 8 } as const;
const REQUIRED = [COMMON.from, COMMON.protocol, COMMON.srcIP, COMMON.dstIP, COMMON.srcPort, COMMON.dstPort]
  .map((kind) => 1 << kind)
  .reduce((bits, bit) => bits | bit);

/** The columns of a CSV file as `csvRows` takes them. */
export function columnKinds(columns: readonly string[]): Uint8Array {
  return Uint8Array.from(columns, (column) => (column in COMMON ? COMMON[column as "from"] : COMMON.other));
}

const { lineFeed: LINE_FEED, return: RETURN, blank: BLANK, quote: QUOTE, comma: COMMA } = BYTE;

/** By byte, whether a cell that is read as text may have it: printable ASCII without a blank, a comma or a quote. */
const IS_TEXT = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte > BLANK && byte < 127 && byte !== COMMA && byte !== QUOTE ? 1 : 0,
);

/**
 * Reads rows of CSV from bytes, for columns of these `kinds`; the ends that rows name get numbers among `ends`. A row that it
 * reads is the same packet to the reader of texts (`csvReader`), and every doubt makes a row unusual: quotes, blanks, IPv6, ICMP,
 * all that is not ASCII.
 */
export function csvRows(kinds: Uint8Array, ends: TextNumbers): RowReader {
  const readProtocol = protocolReader();
  const readRow: ReadRow = (bytes, words, start, row, into) => {
    let at = start;
    let filled = 0;
    into.to[row] = NO_TEXT;
    for (let column = 0; ; column++) {
      const byte = bytes[at] as number;
      if (byte !== COMMA && byte !== LINE_FEED && byte !== RETURN) {
        const kind = kinds[column] as number;
        filled |= 1 << kind;
        switch (kind) {
          case COMMON.from:
          case COMMON.to: {
            const from = at;
            at = endOfCell(words, from);
            const number = at === -1 ? NO_NUMBER : ends.numberOf(words, from, at);
            if (number === NO_NUMBER) return -1;
            (kind === COMMON.from ? into.from : into.to)[row] = number;
            break;
          }
          case COMMON.protocol: {
            const from = at;
            at = endOfCell(words, from);
            if (at === -1 || !readProtocol(words, from, at, into.protocol, row)) return -1;
            break;
          }
          case COMMON.srcIP:
          case COMMON.dstIP:
            at = readAddress(bytes, at, kind === COMMON.srcIP ? into.source : into.destination, row);
            break;
          case COMMON.srcPort:
          case COMMON.dstPort:
            at = readPort(bytes, at, kind === COMMON.srcPort ? into.sourcePort : into.destinationPort, row);
            break;
          case COMMON.name:
            while (IS_TEXT[bytes[at] as number] === 1 || bytes[at] === BLANK) at++;
            break;
          default:
            return -1;
        }
        if (at === -1) return -1;
      }
      if (bytes[at] !== COMMA || column === kinds.length - 1) break;
      at++;
    }
    if (bytes[at] === RETURN) at++;
    return bytes[at] === LINE_FEED && (filled & REQUIRED) === REQUIRED && at - start <= LONGEST_ROW ? at : -1;
  };
  return eachRow(readRow);
}
