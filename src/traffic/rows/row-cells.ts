import { hasPorts, PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import { type TextNumbers, textNumbers } from "./text-numbers.ts";

/** The bytes of ASCII that rows are made of. */
export const BYTE = { lineFeed: 10, return: 13, blank: 32, quote: 34, comma: 44, dot: 46, zero: 48, nine: 57 } as const;

const { dot: DOT, zero: ZERO, nine: NINE } = BYTE;

/** A longer row is cut, as text. */
export const LONGEST_ROW = 64 * 1024;

/** The ways to write the protocols with ports, and the number of each. */
const PROTOCOLS = Object.entries(PROTOCOL_NUMBERS)
  .filter(([, number]) => hasPorts(number))
  .flatMap(([name, number]) =>
    [name, name.toLowerCase(), String(number)].map((text): readonly [string, number] => [text, number]),
  );
const PROTOCOL_OF_TEXT = Uint8Array.from(PROTOCOLS, ([, number]) => number);

/** Reads the names of protocols with ports. */
export function protocolReader(): (
  bytes: DataView,
  from: number,
  to: number,
  column: Uint8Array,
  row: number,
) => boolean {
  const texts: TextNumbers = textNumbers(PROTOCOLS.map(([text]) => text));
  return (bytes, from, to, column, row) => {
    const number = texts.numberOf(bytes, from, to);
    if (number < 0 || number >= PROTOCOLS.length) return false;
    column[row] = PROTOCOL_OF_TEXT[number] as number;
    return true;
  };
}

const EACH = 0x0101_0101;
const HIGH_BITS = 0x8080_8080;
/** The byte behind the comma: all that ends a cell is less, and all that names are made of is not. */
const BEHIND_COMMA = 45 * EACH;

/** Where the cell ends that begins at `from`: at the first byte that is not greater than a comma; -1 where it has more than ASCII. */
export function endOfCell(words: DataView, from: number): number {
  let all = 0;
  for (let at = from; ; at += 4) {
    const word = words.getInt32(at, true);
    // The lowest bit that is set is that of the first such byte; those above it may be of others.
    const less = (word - BEHIND_COMMA) & ~word & HIGH_BITS;
    if (less === 0) {
      all |= word;
      continue;
    }
    const low = less & -less;
    return ((all | (word & (low - 1))) & HIGH_BITS) === 0 ? at + ((31 - Math.clz32(low)) >>> 3) : -1;
  }
}

/** Reads an IPv4 address into a column; returns where it ends, or -1 for anything else. */
export function readAddress(bytes: Uint8Array, from: number, column: Uint32Array, row: number): number {
  let at = from;
  let address = 0;
  let byte = bytes[at] as number;
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
  column[row] = address;
  return at;
}

/** Reads a port into a column; returns where it ends, or -1 for anything else. */
export function readPort(bytes: Uint8Array, from: number, column: Uint16Array, row: number): number {
  let at = from;
  let number = (bytes[at] as number) - ZERO;
  if (number < 0 || number > 9) return -1;
  let byte = bytes[++at] as number;
  if (number > 0) {
    for (; byte >= ZERO && byte <= NINE && number < 10_000; byte = bytes[++at] as number)
      number = number * 10 + byte - ZERO;
  }
  if (number > 65_535) return -1;
  column[row] = number;
  return at;
}
