import { END, HASH, isBlankOrEnd, isBreak, SPACE, TAB } from "./characters.ts";
import { Cursor, type Mark } from "./cursor.ts";
import { scanBlock } from "./scan-block.ts";
import { scanPlain } from "./scan-plain.ts";
import { scanName, scanTag } from "./scan-properties.ts";
import { scanQuoted } from "./scan-quoted.ts";
import { SimpleKeys } from "./simple-keys.ts";
import { TAB_HELP } from "./tabs.ts";
import type { Token, TokenKind } from "./token.ts";

/**
 * Cuts a text into the tokens of YAML 1.1 as Go's library does, one at a time: what stands behind the first document is never
 * looked at. Throws a `Refusal`.
 */
export class Scanner {
  readonly #cursor: Cursor;
  readonly #tokens: Token[] = [];
  /** Tokens that were taken already: the number of the first one in `#tokens`. */
  #taken = 0;
  /** The columns of the blocks around the current one; -1 at the top. */
  readonly #indents: number[] = [];
  #indent = -1;
  #brackets = 0;
  /** Whether the first token is known to stay what it is. */
  #isSettled = false;
  readonly #keys = new SimpleKeys();

  constructor(text: string) {
    this.#cursor = new Cursor(text);
  }

  /** The next token, which stays. A token that may turn out to begin a map (`a` of `a: b`) is looked behind first. */
  peek(): Token {
    for (;;) {
      const token = this.#tokens[0];
      if (token !== undefined && (this.#isSettled || !this.#keys.mayBegin(this.#taken, this.#cursor))) {
        this.#isSettled = true;
        return token;
      }
      this.#scan();
    }
  }

  /** Takes the next token. */
  next(): Token {
    const token = this.peek();
    this.#tokens.shift();
    this.#taken += 1;
    this.#isSettled = false;
    return token;
  }

  #scan(): void {
    const cursor = this.#cursor;
    this.#skipToToken();
    this.#closeBlocks(cursor.column);
    const sign = cursor.text.charAt(cursor.at);
    const isAlone = isBlankOrEnd(cursor.code(1)) || this.#brackets > 0;
    if (cursor.code() === END) this.#end();
    else if (cursor.isDocumentMark("---")) this.#documentMark("document-start");
    else if (cursor.isDocumentMark("...")) this.#documentMark("document-end");
    else if (sign === "[" || sign === "{") this.#openBracket(sign);
    else if (sign === "]" || sign === "}") this.#closeBracket(sign);
    else if (sign === ",") this.#sign(",", true);
    else if (sign === "-" && isBlankOrEnd(cursor.code(1))) this.#item();
    else if (sign === "?" && isAlone) this.#key();
    else if (sign === ":" && isAlone) this.#value();
    else this.#scanNode(sign);
  }

  /** Reads a text, or a property or alias. */
  #scanNode(sign: string): void {
    const cursor = this.#cursor;
    if (sign === "*" || sign === "&") this.#property(sign === "*" ? "alias" : "anchor");
    else if (sign === "!") this.#property("tag");
    else if ((sign === "|" || sign === ">") && this.#brackets === 0) this.#block();
    else if (sign === "'" || sign === '"') this.#quoted();
    else if (sign === "\t")
      throw cursor.refusal("a tab cannot stand here", cursor.at, { code: "yaml.tab", help: TAB_HELP });
    else if (NOT_PLAIN.includes(sign) || (sign === "%" && cursor.column === 0))
      throw cursor.refusal(`text cannot begin with \`${sign}\``, cursor.at, { help: "put the text in quotes" });
    else this.#plain();
  }

  /** Skips spaces, comments and line breaks; a tab counts as a space only where no key of a block may begin. */
  #skipToToken(): void {
    const cursor = this.#cursor;
    for (;;) {
      const skipsTabs = this.#brackets > 0 || !this.#keys.isAllowed;
      while (cursor.code() === SPACE || (skipsTabs && cursor.code() === TAB)) cursor.advance();
      if (cursor.code() === HASH) cursor.skipComment();
      if (!isBreak(cursor.code())) return;
      cursor.readBreak();
      if (this.#brackets === 0) this.#keys.isAllowed = true;
    }
  }

  /** Adds a token of the next characters, at the end or before those that were added since token `number`. */
  #add(
    kind: TokenKind,
    mark: Mark,
    rest: { text?: string; isPlain?: boolean; to?: number } = {},
    number?: number,
  ): void {
    const token = {
      kind,
      from: mark.at,
      to: rest.to ?? this.#cursor.at,
      text: rest.text ?? "",
      isPlain: rest.isPlain ?? false,
    };
    if (number === undefined) this.#tokens.push(token);
    else this.#tokens.splice(number - this.#taken, 0, token);
  }

  get #count(): number {
    return this.#taken + this.#tokens.length;
  }

  #openBlock(kind: "block-list" | "block-map", mark: Mark, number?: number): void {
    if (this.#brackets > 0 || this.#indent >= mark.column) return;
    this.#indents.push(this.#indent);
    this.#indent = mark.column;
    this.#add(kind, mark, { to: mark.at }, number);
  }

  #closeBlocks(column: number): void {
    if (this.#brackets > 0) return;
    while (this.#indent > column) {
      this.#add("block-end", this.#cursor.mark);
      this.#indent = this.#indents.pop() ?? -1;
    }
  }

  /** The end of the text, which ends its line: nothing before it can be a key any more. */
  #end(): void {
    this.#cursor.endLine();
    this.#closeBlocks(-1);
    this.#keys.drop(this.#cursor);
    this.#keys.isAllowed = false;
    this.#add("end", this.#cursor.mark);
  }

  #documentMark(kind: "document-start" | "document-end"): void {
    this.#closeBlocks(-1);
    this.#keys.drop(this.#cursor);
    this.#keys.isAllowed = false;
    const { mark } = this.#cursor;
    this.#cursor.advance(3);
    this.#add(kind, mark);
  }

  /** A token of one sign; `allowsKey`: whether a key may begin behind it. */
  #sign(kind: TokenKind, allowsKey: boolean): void {
    this.#keys.drop(this.#cursor);
    this.#addSign(kind, allowsKey);
  }

  #addSign(kind: TokenKind, allowsKey: boolean): void {
    this.#keys.isAllowed = allowsKey;
    const { mark } = this.#cursor;
    this.#cursor.advance();
    this.#add(kind, mark);
  }

  #openBracket(sign: "[" | "{"): void {
    this.#saveKey();
    this.#keys.enter();
    this.#brackets += 1;
    this.#addSign(sign, true);
  }

  #closeBracket(sign: "]" | "}"): void {
    this.#keys.drop(this.#cursor);
    if (this.#brackets > 0) {
      this.#keys.leave();
      this.#brackets -= 1;
    }
    this.#addSign(sign, false);
  }

  #item(): void {
    if (this.#brackets === 0) {
      if (!this.#keys.isAllowed)
        throw this.#cursor.refusal("a list cannot begin here", this.#cursor.at, { help: "begin it on the next line" });
      this.#openBlock("block-list", this.#cursor.mark);
    }
    this.#sign("-", true);
  }

  #key(): void {
    if (this.#brackets === 0) {
      if (!this.#keys.isAllowed) throw this.#cursor.refusal("a key cannot begin here");
      this.#openBlock("block-map", this.#cursor.mark);
    }
    this.#sign("?", this.#brackets === 0);
  }

  /** The colon behind a key: what was before it is a key then. */
  #value(): void {
    const key = this.#keys.take(this.#cursor);
    if (key !== undefined) {
      this.#add("?", key.mark, { to: key.mark.at }, key.number);
      this.#openBlock("block-map", key.mark, key.number);
      this.#addSign(":", false);
      return;
    }
    if (this.#brackets === 0) {
      if (!this.#keys.isAllowed)
        throw this.#cursor.refusal("a second `key: value` cannot begin here", this.#cursor.at, {
          help: "quote the value, or begin a new line",
        });
      this.#openBlock("block-map", this.#cursor.mark);
    }
    this.#addSign(":", this.#brackets === 0);
  }

  #saveKey(): void {
    const isRequired = this.#brackets === 0 && this.#indent === this.#cursor.column;
    this.#keys.save(this.#count, isRequired, this.#cursor);
  }

  #property(kind: "alias" | "anchor" | "tag"): void {
    this.#saveKey();
    this.#keys.isAllowed = false;
    const { mark } = this.#cursor;
    const text = kind === "tag" ? scanTag(this.#cursor) : scanName(this.#cursor);
    this.#add(kind, mark, { text });
  }

  #block(): void {
    this.#keys.drop(this.#cursor);
    this.#keys.isAllowed = true;
    const { mark } = this.#cursor;
    const text = scanBlock(this.#cursor, this.#indent);
    this.#add("scalar", mark, { text });
  }

  #quoted(): void {
    this.#saveKey();
    this.#keys.isAllowed = false;
    const { mark } = this.#cursor;
    const text = scanQuoted(this.#cursor);
    this.#add("scalar", mark, { text });
  }

  #plain(): void {
    this.#saveKey();
    this.#keys.isAllowed = false;
    const { mark } = this.#cursor;
    const { text, to, endsLine } = scanPlain(this.#cursor, this.#indent + 1, this.#brackets > 0);
    if (endsLine) this.#keys.isAllowed = true;
    this.#add("scalar", mark, { text, isPlain: true, to });
  }
}

/** Signs that text without quotes cannot begin with; `-`, `?` and `:` begin one where no space follows. */
const NOT_PLAIN = "|>%@`";
