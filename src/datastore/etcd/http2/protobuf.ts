import { isUtf8 } from "node:buffer";

/** A message of the protocol: its fields, in the order of their numbers. Of an answer those that are read; others are skipped. */
export interface Message {
  readonly fields: readonly Field[];
}

/**
 * A field: its number (below 16, so that it is written in a byte), its name, what it holds, and whether it is a list. Whole
 * numbers are texts: not all fit into a number.
 */
export type Field = readonly [number: number, name: string, kind: Kind, isList?: "list"];

type Kind = "bytes" | "string" | "int64" | "uint64" | "bool" | Message;

type Values = Readonly<Record<string, unknown>>;

const [VARINT, FIXED_64, DELIMITED, FIXED_32] = [0, 1, 2, 5];

/** The bytes of a message with these values; a field without one is left out. Values are of the fields' kinds, as types hold them. */
export function encode(message: Message, values: object): Buffer {
  const parts: Uint8Array[] = [];
  write(parts, message, values as Values);
  return Buffer.concat(parts);
}

/** Adds the bytes of a message to the parts; returns how many they are. */
function write(parts: Uint8Array[], { fields }: Message, values: Values): number {
  let length = 0;
  for (const [number, name, kind, isList] of fields) {
    const value = values[name];
    if (value === undefined) continue;
    for (const one of isList ? (value as readonly unknown[]) : [value]) length += writeField(parts, number, kind, one);
  }
  return length;
}

function writeField(parts: Uint8Array[], number: number, kind: Kind, value: unknown): number {
  if (kind === "int64" || kind === "uint64" || kind === "bool") {
    return add(parts, Buffer.from(varint([number * 8 + VARINT], Number(value), value as string | number | boolean)));
  }
  const inner: Uint8Array[] = [];
  const length =
    typeof kind === "object"
      ? write(inner, kind, value as Values)
      : add(inner, kind === "string" ? Buffer.from(value as string) : (value as Buffer));
  const start = add(parts, Buffer.from(varint([number * 8 + DELIMITED], length)));
  for (const part of inner) parts.push(part);
  return start + length;
}

function add(parts: Uint8Array[], bytes: Uint8Array): number {
  parts.push(bytes);
  return bytes.length;
}

/** Adds a whole number in groups of seven bits, the lowest first; `exact` is the same where the number is not. */
function varint(bytes: number[], value: number, exact: string | number | boolean = value): readonly number[] {
  if (value >= 0 && Number.isSafeInteger(value)) {
    let left = value;
    for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
    bytes.push(left);
    return bytes;
  }
  let left = BigInt.asUintN(64, BigInt(exact));
  for (; left > 127n; left >>= 7n) bytes.push(Number(left & 127n) | 128);
  bytes.push(Number(left));
  return bytes;
}

/** The values of a message; a field that is missing has the one that means so. Throws an `Error` that says why the bytes are no message. */
export function decode(message: Message, bytes: Buffer): unknown {
  const values: Record<string, unknown> = {};
  // Two thousand values are read at a time, by code that is not optimized yet: it takes no list apart.
  for (const field of message.fields) {
    const kind = field[2];
    values[field[1]] = field[3] ? [] : typeof kind === "object" ? null : MISSING[kind];
  }
  const reader = new Reader(bytes);
  while (!reader.isAtEnd) {
    const tag = reader.small();
    const number = Math.floor(tag / 8);
    const wire = tag % 8;
    if (number === 0) throw new Error("a field has the number 0");
    const field = numbered(message.fields, number);
    if (field === undefined || wire !== wireOf(field[2])) {
      reader.skip(wire);
      continue;
    }
    const name = field[1];
    const value = read(reader, field[2]);
    if (field[3]) (values[name] as unknown[]).push(value);
    else values[name] = value;
  }
  return values;
}

function numbered(fields: readonly Field[], number: number): Field | undefined {
  for (let at = 0; at < fields.length; at++) if (fields[at]?.[0] === number) return fields[at];
  return undefined;
}

/** What a field holds that is not there. */
const MISSING = { bytes: Buffer.alloc(0), string: "", int64: "0", uint64: "0", bool: false };

function wireOf(kind: Kind): number {
  return kind === "int64" || kind === "uint64" || kind === "bool" ? VARINT : DELIMITED;
}

function read(reader: Reader, kind: Kind): unknown {
  if (kind === "bytes") return reader.bytes();
  if (kind === "bool") return Number(reader.whole()) !== 0;
  if (kind === "uint64") return String(reader.whole());
  if (kind === "int64") return signed(reader.whole());
  if (typeof kind === "object") return decode(kind, reader.bytes());
  const bytes = reader.bytes();
  if (!isUtf8(bytes)) throw new Error("a text is not UTF-8");
  return bytes.toString();
}

function signed(whole: number | bigint): string {
  return String(typeof whole === "number" ? whole : BigInt.asIntN(64, whole));
}

/** Reads bytes from their beginning to their end, and never beyond it. */
class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** A whole number of at most 64 bits: exactly as a number where it is small enough, else as a `bigint`. */
  whole(): number | bigint {
    const first = this.#bytes[this.#at];
    if (first !== undefined && first < 128) {
      this.#at++;
      return first;
    }
    const start = this.#at;
    let value = 0;
    let unit = 1;
    // Seven groups are 49 bits, which a number holds.
    for (; this.#at < start + 7; unit *= 128) {
      const byte = this.#next();
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
    let exact = BigInt(value);
    for (let shift = 49n; shift <= 63n; shift += 7n) {
      const byte = this.#next();
      exact |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asUintN(64, exact);
    }
    throw new Error("a number is too long");
  }

  #next(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new Error("a number is cut off");
    return byte;
  }

  /** A whole number of at most 32 bits, as tags and lengths are. */
  small(): number {
    const value = this.whole();
    if (value > 0xffff_ffff) throw new Error("a tag or length is too large");
    return Number(value);
  }

  /** As many bytes as the number before them says. */
  bytes(): Buffer {
    return this.#take(this.small());
  }

  /** Passes over a field that is not read. */
  skip(wire: number): void {
    if (wire === VARINT) this.whole();
    else if (wire === DELIMITED) this.bytes();
    else if (wire === FIXED_64) this.#take(8);
    else if (wire === FIXED_32) this.#take(4);
    else throw new Error(`wire type ${wire} is not known`);
  }

  #take(length: number): Buffer {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new Error("it is cut off");
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }
}
