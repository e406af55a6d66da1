import { offsetOfDeepBrackets } from "../limits.ts";
import { resolvePlain } from "../nodes/scalars.ts";
import { readFastInline } from "./fast-inline.ts";
import { readGoingOn, readLiteral, readQuoted } from "./fast-scalars.ts";
import type { Own, WrittenFields } from "./written-fields.ts";

/**
 * Reads YAML as tools and most people write it: block maps and lists, scalars and collections (`fast-inline`) on one line,
 * the texts over several lines that Go's YAML prints (`fast-scalars`), comments. Returns `undefined` for whatever the `yaml`
 * package could read differently (anchors, tags, most escapes, repeated keys, tabs, spaces of other scripts); what it does
 * read, the package reads alike and without a finding (test/manifest/yaml/fast/fast-block.test.ts). `fields` receives where
 * the fields are.
 */
export function readFastBlock(text: string, fields?: WrittenFields): { readonly value: unknown } | undefined {
  if (/^\s*[[{]/.test(text) || isStrange(text) || offsetOfDeepBrackets(text) !== undefined) return undefined;
  const reader = new Reader(text, fields);
  const value = reader.block(reader.indent, 0);
  return value === UNREAD || !reader.atEnd ? undefined : { value };
}

/** Whether it has anything but line ends, spaces and visible characters: letters, marks, numbers, punctuation and symbols. */
function isStrange(text: string): boolean {
  // The other pattern takes as long to make as a short manifest to read.
  return !/^[\n\x20-\x7e]*$/.test(text) && /[^\n\x20-\x7e\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(text);
}

/** The result for what is not read here; no document has this value. */
const UNREAD = Symbol("unread");

/** Far deeper than any resource, and less than the parser's limit. */
const MOST_LEVELS = 50;
const LONGEST_KEY = 300;

/** A key that begins with a letter, so that it is not a number; it ends at a colon with a space or nothing behind it. */
const KEY = /([A-Za-z_][A-Za-z0-9_./-]*):(?: +|(?=\n|$))/y;
/** The keys of `managedFields`: `.`, `f:spec`, `k:{"name":"main"}`, `v:"x"`. */
const FIELD_KEY = /(\.|[fkv]:[^\s#]{1,300}?):(?: +|(?=\n|$))/y;
/** An item's dash and the spaces behind it. */
const DASH = /- +/y;
/** Text without quotes: begins with no indicator. */
const PLAIN = /^(?:[A-Za-z0-9_./+(\\~=$^<]|-(?! |$|--))/;
/** Such text must not contain another key. */
const NOT_PLAIN = /: |:$/;
/** A collection with a comment behind it that holds no bracket. */
const COMMENTED = /^(.*[\]}]) +#[^\]}]*$/;

class Reader {
  readonly #text: string;
  readonly #fields: WrittenFields | undefined;
  /** Where the value that was read last is. */
  #own: Own;
  /** The offset of the current line's content, after its spaces; the text's length at its end. */
  #at = 0;
  /** The column of the current line's content. */
  indent = 0;
  /** The keys that were found to be text; few, and used often. */
  readonly #keys = new Set<string>();

  constructor(text: string, fields?: WrittenFields) {
    this.#text = text;
    this.#fields = fields;
    this.#nextLine(0);
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Reads the map or list that begins on the current line, at that column. */
  block(column: number, level: number): unknown {
    if (this.atEnd || level > MOST_LEVELS) return UNREAD;
    return this.#isItem() ? this.#list(column, level) : this.#map(column, level);
  }

  #map(column: number, level: number): unknown {
    const map: Record<string, unknown> = {};
    while (this.indent === column && !this.atEnd && !this.#isItem()) {
      const match = this.#keyAt(this.#at);
      const key = match?.[1] ?? "";
      if (match === null || key.length > LONGEST_KEY || key === "__proto__" || Object.hasOwn(map, key)) return UNREAD;
      // A key such as `yes` or `null` is stored under another name.
      if (!this.#keys.has(key)) {
        if (resolvePlain(key) !== key) return UNREAD;
        this.#keys.add(key);
      }
      const from = this.#at;
      const value = this.#valueAfter(from + match[0].length, column, level);
      if (value === UNREAD) return UNREAD;
      map[key] = value;
      this.#fields?.add(map, key, { key: [from, from + key.length], own: this.#own });
    }
    return this.indent > column ? UNREAD : map;
  }

  #keyAt(from: number): RegExpExecArray | null {
    KEY.lastIndex = from;
    FIELD_KEY.lastIndex = from;
    return KEY.exec(this.#text) ?? FIELD_KEY.exec(this.#text);
  }

  /** A key's value: the rest of its line, or the block below; a list may begin at the key's own column. */
  #valueAfter(from: number, column: number, level: number): unknown {
    const value = this.#scalarAt(from, column);
    if (value !== undefined) return value;
    const below = this.indent > column || (this.indent === column && this.#isItem());
    const block = below && !this.atEnd ? this.block(this.indent, level + 1) : null;
    this.#own = undefined;
    return block;
  }

  #list(column: number, level: number): unknown {
    const list: unknown[] = [];
    while (this.indent === column && !this.atEnd && this.#isItem()) {
      DASH.lastIndex = this.#at;
      DASH.test(this.#text);
      const inner = column + DASH.lastIndex - this.#at;
      const item = this.#itemAt(DASH.lastIndex, inner, level);
      if (item === UNREAD) return UNREAD;
      this.#fields?.add(list, list.length, { own: this.#own });
      list.push(item);
    }
    return this.indent > column ? UNREAD : list;
  }

  /** Reads what follows a dash: a map that begins on its line, or a scalar. */
  #itemAt(from: number, column: number, level: number): unknown {
    if (this.#keyAt(from) !== null) {
      this.#at = from;
      this.indent = column;
      const map = level > MOST_LEVELS ? UNREAD : this.#map(column, level + 1);
      this.#own = undefined;
      return map;
    }
    return this.#scalarAt(from, this.indent) ?? UNREAD;
  }

  /**
   * The scalar that begins there, with the lines further in than `column` that it goes on on; `undefined` where there is
   * nothing, or a comment.
   */
  #scalarAt(from: number, column: number): unknown {
    const text = this.#text;
    const first = text.charCodeAt(from);
    this.#own = "over lines";
    if (first === 0x22 || first === 0x27 || first === 0x7c) {
      const read = first === 0x7c ? readLiteral(text, from, column) : readQuoted(text, from, column);
      if (read === undefined) return UNREAD;
      if (this.#fields && read.end !== undefined) this.#own = { from, to: read.end, isPlain: false };
      this.#nextLine(read.next);
      return read.value;
    }
    const rest = this.#restOfLine(from);
    if (rest === "") return undefined;
    // Lines further in go on what is plain text.
    if (this.indent <= column || this.atEnd || !isPlain(rest)) return this.#oneLine(rest, from);
    const more = readGoingOn(text, this.#lineEnd(from), column);
    if (more === undefined) return UNREAD;
    this.#nextLine(more.next);
    return `${rest} ${more.value}`;
  }

  /** The value of one line's text, which is not empty and not in quotes. */
  #oneLine(rest: string, from: number): unknown {
    if (rest.startsWith("[") || rest.startsWith("{")) {
      const written = COMMENTED.exec(rest)?.[1] ?? rest;
      if (this.#fields) this.#own = { from, to: from + written.length, isPlain: false };
      return readFastInline(written, this.#fields && { fields: this.#fields, from }) ?? UNREAD;
    }
    const comment = rest.indexOf(" #");
    const plain = comment === -1 ? rest : rest.slice(0, comment).trimEnd();
    if (!PLAIN.test(plain) || NOT_PLAIN.test(plain)) return UNREAD;
    if (this.#fields) this.#own = { from, to: from + plain.length, isPlain: true };
    const value = resolvePlain(plain);
    return typeof value === "number" && !Number.isFinite(value) ? UNREAD : value;
  }

  #lineEnd(from: number): number {
    const newline = this.#text.indexOf("\n", from);
    return newline === -1 ? this.#text.length : newline + 1;
  }

  /** Whether the current line is an item with something behind its dash. */
  #isItem(): boolean {
    return this.#text.charCodeAt(this.#at) === 0x2d && this.#text.charCodeAt(this.#at + 1) === 0x20;
  }

  /** Returns the rest of the current line without trailing spaces, and advances to the next line. */
  #restOfLine(from: number): string {
    const newline = this.#text.indexOf("\n", from);
    const end = newline === -1 ? this.#text.length : newline;
    const rest = this.#text.slice(from, end).trimEnd();
    this.#nextLine(end + 1);
    return rest.startsWith("#") ? "" : rest;
  }

  /** Advances to the next line that is neither empty nor a comment. */
  #nextLine(from: number): void {
    const text = this.#text;
    for (let line = from; line < text.length; ) {
      let at = line;
      while (text.charCodeAt(at) === 0x20) at++;
      const first = text.charCodeAt(at);
      if (at < text.length && first !== 0x0a && first !== 0x23) {
        this.#at = at;
        this.indent = at - line;
        return;
      }
      const newline = text.indexOf("\n", at);
      line = newline === -1 ? text.length : newline + 1;
    }
    this.#at = text.length;
    this.indent = -1;
  }
}

/** Whether the text of a line is plain as a whole, so that lines further in go on with it. */
function isPlain(text: string): boolean {
  return PLAIN.test(text) && !NOT_PLAIN.test(text) && !text.includes(" #");
}
