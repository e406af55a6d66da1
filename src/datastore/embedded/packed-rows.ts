import { isAscii } from "node:buffer";
import type Database from "libsql";
import type { KeyValue, RangeResult } from "../kv/kv.ts";
import { currentRevision, type Parameter, readRows, select } from "./rows.ts";

/** Rows as one: a row of the driver's costs several times what is in it. */
interface PackedRows {
  readonly count: number;
  /** How many of them are not of the types that this tool writes. */
  readonly odd: number | null;
  /** The bytes of the keys, one after the other, and of the values. */
  readonly keys: ArrayBuffer;
  readonly texts: ArrayBuffer;
  /** For each: how many bytes its key and its value have, and its revisions. */
  readonly numbers: string;
}

/** How many rows are read at once. */
const PAGE = 10_000;

const ROWS = `SELECT CAST(key AS BLOB) AS k, CAST(value AS BLOB) AS v,
  CAST(create_revision AS INTEGER) AS c, CAST(mod_revision AS INTEGER) AS m,
  typeof(key) <> 'text' OR typeof(value) <> 'text' OR typeof(create_revision) <> 'integer' OR typeof(mod_revision) <> 'integer' AS odd
  FROM kv WHERE key >= CAST(? AS TEXT) AND key < ? ORDER BY key LIMIT ?`;
const PACKED = `SELECT count(*) AS count, sum(odd) AS odd, CAST(group_concat(k, '') AS BLOB) AS keys,
  CAST(group_concat(v, '') AS BLOB) AS texts, group_concat(length(k) || ',' || length(v) || ',' || c || ',' || m) AS numbers
  FROM (${ROWS})`;

/** The entries whose keys begin with `prefix`, or the first `limit` of them, as the caller's transaction sees them. */
export function readPrefix(database: Database.Database, prefix: string, limit?: number): RangeResult {
  const revision = currentRevision(database);
  const range = [prefix, `${prefix}\u{10ffff}`] as const;
  return { kvs: readPacked(database, range, limit) ?? readRows(database, range, limit), revision };
}

/** As `readRows`; nothing where that has to look at each row, as one is not as this tool writes it, or they are too large for one. */
function readPacked(
  database: Database.Database,
  [from, to]: readonly [from: string, to: string],
  limit = Number.POSITIVE_INFINITY,
): readonly KeyValue[] | undefined {
  const entries: KeyValue[] = [];
  let first = Buffer.from(from);
  for (;;) {
    const wanted = Math.min(PAGE, limit - entries.length);
    const page = selectPage(database, [first, to, wanted]);
    if (page === undefined) return undefined;
    if (page.count === 0) return entries;
    const last = page.odd === 0 ? unpack(page, entries) : undefined;
    if (last === undefined) return undefined;
    if (page.count < wanted || entries.length === limit) return entries;
    // The next key that there may be. In bytes, as a key need not be UTF-8; and no OFFSET, which would read all pages before it again.
    first = Buffer.concat([last, Buffer.of(0)]);
  }
}

function selectPage(database: Database.Database, parameters: Parameter[]): PackedRows | undefined {
  try {
    return select<PackedRows>(database, PACKED, ...parameters)[0];
  } catch {
    // What cannot be read at all, reading row by row says.
    return undefined;
  }
}

/** Adds the entries of a page, and returns the last key; nothing where the page does not hold what it says. */
function unpack(page: PackedRows, entries: KeyValue[]): Buffer | undefined {
  const numbers = page.numbers.split(",");
  const [keys, values] = [new PackedTexts(page.keys), new PackedTexts(page.texts)];
  for (let at = 0; at < numbers.length; at += 4) {
    entries.push({
      key: keys.next(Number(numbers[at])),
      value: values.next(Number(numbers[at + 1])),
      createRevision: numbers[at + 2] ?? "",
      modRevision: numbers[at + 3] ?? "",
    });
  }
  const isWhole = keys.isAtEnd && values.isAtEnd && numbers.every((one) => Number.isSafeInteger(Number(one)));
  return isWhole ? Buffer.from(page.keys).subarray(-Number(numbers.at(-4))) : undefined;
}

/** Texts that stand one after the other; U+FFFD stands for bytes that are not UTF-8, as Go reads them. */
class PackedTexts {
  readonly #bytes: Buffer;
  /** All of them at once where a byte is a character, as it mostly is. */
  readonly #text: string | undefined;
  #at = 0;

  constructor(bytes: ArrayBuffer) {
    this.#bytes = Buffer.from(bytes);
    this.#text = isAscii(this.#bytes) ? this.#bytes.toString("latin1") : undefined;
  }

  next(length: number): string {
    const start = this.#at;
    this.#at += length;
    return this.#text?.slice(start, this.#at) ?? this.#bytes.toString("utf8", start, this.#at);
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }
}
