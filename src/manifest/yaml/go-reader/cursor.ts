import type { Code } from "../../../model/diagnostic.ts";
import { END, HASH, isBlank, isBlankOrEnd, isBreak, LINE_FEED, RETURN } from "./characters.ts";
import { Refusal } from "./refusal.ts";

/** A place in a text, as the scanner remembers it. */
export interface Mark {
  readonly at: number;
  readonly line: number;
  readonly column: number;
}

/** Goes through a text, and counts lines and columns as YAML 1.1 does. */
export class Cursor {
  readonly text: string;
  at = 0;
  line = 0;
  column = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The character here, or that many behind it; 0 at the end. */
  code(offset = 0): number {
    const at = this.at + offset;
    return at < this.text.length ? this.text.charCodeAt(at) : END;
  }

  get mark(): Mark {
    return { at: this.at, line: this.line, column: this.column };
  }

  /** Skips characters of one line. */
  advance(count = 1): void {
    this.at += count;
    this.column += count;
  }

  /** Skips the line break here, and returns what it becomes in a text. */
  readBreak(): string {
    const code = this.code();
    this.at += code === RETURN && this.code(1) === LINE_FEED ? 2 : 1;
    this.endLine();
    return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : "\n";
  }

  /** What follows is on another line. */
  endLine(): void {
    this.line += 1;
    this.column = 0;
  }

  skipBlanks(): void {
    while (isBlank(this.code())) this.advance();
  }

  /** Skips the rest of the line if it is a comment. */
  skipComment(): void {
    if (this.code() !== HASH) return;
    while (this.code() !== END && !isBreak(this.code())) this.advance();
  }

  /** Whether `---` or `...` stands here, alone or before a space, at the beginning of a line. */
  isDocumentMark(sign: "---" | "..."): boolean {
    return this.column === 0 && this.text.startsWith(sign, this.at) && isBlankOrEnd(this.code(3));
  }

  /** The refusal of the text here, or from a place on. */
  refusal(message: string, from: Mark | number = this.at, more: { code?: Code; help?: string } = {}): Refusal {
    const at = typeof from === "number" ? from : from.at;
    return new Refusal(message, at, Math.max(this.at, at + 1), more);
  }
}
