import { eachRow, type ReadRow } from "./each-row.ts";
import { BYTE, LONGEST_ROW, protocolReader, readAddress, readPort } from "./row-cells.ts";
import { NO_TEXT, type RowColumns, type RowReader } from "./row-columns.ts";
import { NO_NUMBER, type TextNumbers, textNumbers } from "./text-numbers.ts";

/** The fields of a usual flow. */
const FIELDS = ["from", "to", "protocol", "srcIP", "dstIP", "srcPort", "dstPort", "name"] as const;
const FIELD = { from: 0, to: 1, protocol: 2, srcIP: 3, dstIP: 4, srcPort: 5, dstPort: 6, name: 7 } as const;
/** All but `to` and `name`. */
const REQUIRED = 0b0111_1101;

const { lineFeed: LINE_FEED, return: RETURN, blank: BLANK, quote: QUOTE, comma: COMMA, zero: ZERO, nine: NINE } = BYTE;
const [BACKSLASH, OPEN, CLOSE, COLON] = [92, 123, 125, 58];

/** By byte, whether a string without escapes may have it: printable ASCII. */
const IS_TEXT = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= BLANK && byte < 127 && byte !== QUOTE && byte !== BACKSLASH ? 1 : 0,
);

/**
 * Reads flows that are a JSON object a line from bytes; the ends that they name get numbers among `ends`, by the text of the
 * whole object. A row that it reads is the same packet to the reader of texts (`ndjsonReader`), and every doubt makes a row
 * unusual: escapes, other fields, a field twice.
 */
export function jsonRows(ends: TextNumbers): RowReader {
  const fields = textNumbers(FIELDS);
  const readProtocol = protocolReader();

  /** Reads the value of a field; returns where it ends, or -1. */
  function readValue(
    field: number,
    bytes: Uint8Array,
    words: DataView,
    from: number,
    row: number,
    into: RowColumns,
  ): number {
    switch (field) {
      case FIELD.from:
      case FIELD.to: {
        const end = skipObject(bytes, from);
        const number = end === -1 ? NO_NUMBER : ends.numberOf(words, from, end);
        if (number === NO_NUMBER) return -1;
        (field === FIELD.from ? into.from : into.to)[row] = number;
        return end;
      }
      case FIELD.protocol: {
        const isString = bytes[from] === QUOTE;
        const end = isString ? skipString(bytes, from) : skipDigits(bytes, from);
        const margin = isString ? 1 : 0;
        return end !== -1 && readProtocol(words, from + margin, end - margin, into.protocol, row) ? end : -1;
      }
      case FIELD.srcIP:
      case FIELD.dstIP: {
        if (bytes[from] !== QUOTE) return -1;
        const end = readAddress(bytes, from + 1, field === FIELD.srcIP ? into.source : into.destination, row);
        return end !== -1 && bytes[end] === QUOTE ? end + 1 : -1;
      }
      case FIELD.srcPort:
      case FIELD.dstPort:
        return readPort(bytes, from, field === FIELD.srcPort ? into.sourcePort : into.destinationPort, row);
      default:
        return skipString(bytes, from);
    }
  }

  const readRow: ReadRow = (bytes, words, start, row, into) => {
    let filled = 0;
    into.to[row] = NO_TEXT;
    let at = skipBlanks(bytes, start);
    if (bytes[at] !== OPEN) return -1;
    do {
      const from = skipBlanks(bytes, at + 1);
      at = skipString(bytes, from);
      if (at === -1) return -1;
      const field = fields.numberOf(words, from + 1, at - 1);
      if (field < 0 || field >= FIELDS.length || (filled & (1 << field)) !== 0) return -1;
      filled |= 1 << field;
      at = skipBlanks(bytes, at);
      if (bytes[at] !== COLON) return -1;
      at = readValue(field, bytes, words, skipBlanks(bytes, at + 1), row, into);
      if (at === -1) return -1;
      at = skipBlanks(bytes, at);
    } while (bytes[at] === COMMA);
    if (bytes[at] !== CLOSE) return -1;
    at = skipBlanks(bytes, at + 1);
    if (bytes[at] === RETURN) at++;
    return bytes[at] === LINE_FEED && (filled & REQUIRED) === REQUIRED && at - start <= LONGEST_ROW ? at : -1;
  };
  return eachRow(readRow);
}

function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === BLANK) at++;
  return at;
}

function skipDigits(bytes: Uint8Array, from: number): number {
  let at = from;
  while ((bytes[at] as number) >= ZERO && (bytes[at] as number) <= NINE) at++;
  return at;
}

/** Where a string without escapes ends that begins here, or -1. */
function skipString(bytes: Uint8Array, from: number): number {
  if (bytes[from] !== QUOTE) return -1;
  let at = from + 1;
  while (IS_TEXT[bytes[at] as number] === 1) at++;
  return bytes[at] === QUOTE ? at + 1 : -1;
}

/**
 * Where an object with nothing in it but strings without escapes and words ends, or -1. Whether it is one is found where its text
 * is read.
 */
function skipObject(bytes: Uint8Array, from: number): number {
  if (bytes[from] !== OPEN) return -1;
  let at = from + 1;
  while (bytes[at] !== CLOSE && (IS_TEXT[bytes[at] as number] === 1 || bytes[at] === QUOTE)) at++;
  return bytes[at] === CLOSE ? at + 1 : -1;
}
