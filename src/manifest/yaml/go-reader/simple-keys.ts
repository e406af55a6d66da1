import type { Cursor, Mark } from "./cursor.ts";

/** A token that may turn out to be a key, once a colon follows. */
interface Candidate {
  /** The token's number. */
  readonly number: number;
  readonly mark: Mark;
  /** Whether nothing else can stand there. */
  readonly isRequired: boolean;
}

/** A key without `? ` before it ends on its line, and within so many characters. */
const LONGEST = 1024;

/** The token that may be a key, for each level of brackets. */
export class SimpleKeys {
  /** Whether a key may begin here. */
  isAllowed = true;
  readonly #levels: (Candidate | undefined)[] = [undefined];

  enter(): void {
    this.#levels.push(undefined);
  }

  leave(): void {
    this.#levels.pop();
  }

  /** Remembers the token that begins here, if a key may begin here. */
  save(number: number, isRequired: boolean, cursor: Cursor): void {
    if (!this.isAllowed) return;
    this.drop(cursor);
    this.#levels[this.#levels.length - 1] = { number, mark: cursor.mark, isRequired };
  }

  /** Forgets the token: it is not a key. */
  drop(cursor: Cursor): void {
    const key = this.#levels.at(-1);
    if (key?.isRequired) throw missingColon(key, cursor);
    this.#levels[this.#levels.length - 1] = undefined;
  }

  /** The token that a colon here makes a key, and forgets it. */
  take(cursor: Cursor): Candidate | undefined {
    const key = this.#current(this.#levels.length - 1, cursor);
    if (key !== undefined) this.#levels[this.#levels.length - 1] = undefined;
    return key;
  }

  /** Whether the token of this number may still turn out to be a key. */
  mayBegin(number: number, cursor: Cursor): boolean {
    const level = this.#levels.findIndex((key) => key?.number === number);
    return level >= 0 && this.#current(level, cursor) !== undefined;
  }

  #current(level: number, cursor: Cursor): Candidate | undefined {
    const key = this.#levels[level];
    if (key === undefined) return undefined;
    if (key.mark.line === cursor.line && key.mark.at + LONGEST >= cursor.at) return key;
    if (key.isRequired) throw missingColon(key, cursor);
    this.#levels[level] = undefined;
    return undefined;
  }
}

function missingColon({ mark }: Candidate, cursor: Cursor): Error {
  const help = "a key ends in a colon on its own line, within 1,024 characters";
  return cursor.refusal("a `:` is missing behind this key", mark, { help });
}
