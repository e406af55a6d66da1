import { resolvePlain } from "../nodes/scalars.ts";
import type { Own, WrittenFields } from "./written-fields.ts";

/** What receives the places of the fields, and where the collection begins in the text of that. */
interface Telling {
  readonly fields: WrittenFields;
  readonly from: number;
}

/**
 * Reads a YAML collection on one line, `{a: b, c: [d, "e"]}`, as `fast-block` reads blocks. Returns `undefined` for whatever
 * the `yaml` package could read differently, and for what is not a whole collection.
 */
export function readFastInline(text: string, telling?: Telling): object | undefined {
  const reader = new Reader(text, telling);
  const value = reader.collection(0);
  return value === undefined || !reader.atEnd ? undefined : value;
}

/** Less than any reader's limit. */
const MOST_LEVELS = 40;
const LONGEST_KEY = 200;

/** A key that is neither a number nor quoted; the space behind the colon distinguishes it from a word with a colon in it. */
const KEY = /([A-Za-z_][A-Za-z0-9_./-]*): +/y;
/** Words of plain text, a colon only between letters and digits, as in addresses; what is very long is not read here. */
const WORD = "[A-Za-z0-9_./+~=$^()\\\\-]{1,400}(?::{1,9}[A-Za-z0-9_./+~=$^()\\\\-]{1,400}){0,40}";
const PLAIN = new RegExp(`-?(?![~=-])${WORD}(?: {1,9}${WORD}){0,60}(?= *[,\\]}])`, "y");
const QUOTED = /(?:"([^"\\]*)"|'([^']*)')(?= *[,\]}])/y;
const BLANKS = / */y;
/** `[` and `{`. */
const LIST = 0x5b;
const MAP = 0x7b;

class Reader {
  readonly #text: string;
  readonly #telling: Telling | undefined;
  #at = 0;

  constructor(text: string, telling?: Telling) {
    this.#text = text;
    this.#telling = telling;
  }

  get atEnd(): boolean {
    return this.#at === this.#text.length;
  }

  /** The collection that begins here. */
  collection(level: number): object | undefined {
    if (level > MOST_LEVELS) return undefined;
    const opening = this.#text.charCodeAt(this.#at);
    if (opening === LIST) return this.#list(level);
    return opening === MAP ? this.#map(level) : undefined;
  }

  #list(level: number): unknown[] | undefined {
    const list: unknown[] = [];
    if (this.#opens("]")) return list;
    do {
      const from = this.#at;
      const value = this.#value(level);
      if (value === undefined) return undefined;
      this.#telling?.fields.add(list, list.length, { own: this.#own(from) });
      list.push(value);
    } while (this.#goesOn());
    return this.#closes("]") ? list : undefined;
  }

  #map(level: number): object | undefined {
    const map: Record<string, unknown> = {};
    if (this.#opens("}")) return map;
    do {
      const start = this.#at + (this.#telling?.from ?? 0);
      const key = this.#match(KEY)?.[1];
      if (key === undefined || key.length > LONGEST_KEY || key === "__proto__") return undefined;
      if (Object.hasOwn(map, key) || resolvePlain(key) !== key) return undefined;
      const from = this.#at;
      const value = this.#value(level);
      if (value === undefined) return undefined;
      map[key] = value;
      this.#telling?.fields.add(map, key, { key: [start, start + key.length], own: this.#own(from) });
    } while (this.#goesOn());
    return this.#closes("}") ? map : undefined;
  }

  /** Where the value is that begins there and was read just now. */
  #own(from: number): Own {
    const start = this.#telling?.from ?? 0;
    return { from: start + from, to: start + this.#at, isPlain: !/[[{"']/.test(this.#text.charAt(from)) };
  }

  /** A scalar or collection; `undefined` for what is not read here. */
  #value(level: number): unknown {
    const first = this.#text.charCodeAt(this.#at);
    if (first === LIST || first === MAP) return this.collection(level + 1);
    if (first === 0x22 || first === 0x27) {
      const quoted = this.#match(QUOTED);
      return quoted?.[1] ?? quoted?.[2];
    }
    const plain = this.#match(PLAIN)?.[0];
    if (plain === undefined) return undefined;
    const value = resolvePlain(plain);
    return typeof value === "number" && !Number.isFinite(value) ? undefined : value;
  }

  /** Skips an opening bracket; returns whether the closing one follows at once, and then skips that also. */
  #opens(closing: string): boolean {
    this.#at += 1;
    this.#match(BLANKS);
    return this.#closes(closing);
  }

  /** Skips a comma and the spaces around it; returns whether another item follows, since a comma may end the list. */
  #goesOn(): boolean {
    this.#match(BLANKS);
    if (this.#text.charCodeAt(this.#at) !== 0x2c) return false;
    this.#at += 1;
    this.#match(BLANKS);
    const next = this.#text.charCodeAt(this.#at);
    return next !== 0x5d && next !== 0x7d;
  }

  #closes(closing: string): boolean {
    if (this.#text.charAt(this.#at) !== closing) return false;
    this.#at += 1;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return undefined;
    this.#at += match[0].length;
    return match;
  }
}
