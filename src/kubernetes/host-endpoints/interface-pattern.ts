/** Where matches that begin at some offsets of a text may end. */
type Matcher = (text: string, starts: ReadonlySet<number>) => ReadonlySet<number>;

/** The longest pattern that is read; groups may be nested as deep. */
const LONGEST_PATTERN = 1000;

/**
 * Reads a pattern of interface names, a regular expression of Go that may match anywhere in the name. Returns `undefined` for
 * what it does not know of Go's syntax. It takes all alternatives at once, so that no pattern takes long; JavaScript's own
 * expressions try one after the other.
 */
export function interfacePattern(pattern: string): ((name: string) => boolean) | undefined {
  if (pattern.length > LONGEST_PATTERN) return undefined;
  const reader: Reader = { pattern, at: 0 };
  const matcher = readAlternatives(reader);
  if (matcher === undefined || reader.at < pattern.length) return undefined;
  return (name) => matcher(name, new Set(Array.from({ length: name.length + 1 }, (_, start) => start))).size > 0;
}

interface Reader {
  readonly pattern: string;
  at: number;
}

function peek({ pattern, at }: Reader): string {
  return pattern.charAt(at);
}

/** Goes past the text where it is next. */
function takes(reader: Reader, text: string): boolean {
  if (!reader.pattern.startsWith(text, reader.at)) return false;
  reader.at += text.length;
  return true;
}

function readAlternatives(reader: Reader): Matcher | undefined {
  const alternatives: Matcher[] = [];
  do {
    const parts: Matcher[] = [];
    while (peek(reader) !== "" && !"|)".includes(peek(reader))) {
      const part = readRepeated(reader);
      if (part === undefined) return undefined;
      parts.push(part);
    }
    alternatives.push((text, starts) => parts.reduce((ends, part) => part(text, ends), starts));
  } while (takes(reader, "|"));
  return (text, starts) => new Set(alternatives.flatMap((matcher) => [...matcher(text, starts)]));
}

function readRepeated(reader: Reader): Matcher | undefined {
  const one = readOne(reader);
  if (one === undefined) return undefined;
  const count = /^(?:[*+?]|\{(\d{1,3})(,(\d{0,3}))?\})/.exec(reader.pattern.slice(reader.at));
  if (count === null) return peek(reader) === "{" ? undefined : one;
  const [written, low, comma, high] = count;
  reader.at += written.length;
  // Lazy or not, the same names match.
  takes(reader, "?");
  if (peek(reader) !== "" && "*+?{".includes(peek(reader))) return undefined;
  const least = low === undefined ? Number(written === "+") : Number(low);
  const most =
    low === undefined ? (written === "?" ? 1 : Infinity) : comma === undefined ? least : Number(high || Infinity);
  return most < least ? undefined : repeated(one, least, most);
}

function repeated(one: Matcher, least: number, most: number): Matcher {
  return (text, starts) => {
    let ends = starts;
    for (let count = 0; count < least; count++) {
      const next = one(text, ends);
      if (isSame(next, ends)) break;
      ends = next;
    }
    for (let count = least; count < most; count++) {
      const next = new Set([...ends, ...one(text, ends)]);
      if (next.size === ends.size) break;
      ends = next;
    }
    return ends;
  };
}

function isSame(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((offset) => b.has(offset));
}

function readOne(reader: Reader): Matcher | undefined {
  if (takes(reader, "(")) {
    if (!takes(reader, "?:") && peek(reader) === "?") return undefined;
    const group = readAlternatives(reader);
    return takes(reader, ")") ? group : undefined;
  }
  if (takes(reader, "^")) return (_, starts) => new Set(starts.has(0) ? [0] : []);
  if (takes(reader, "$")) return (text, starts) => new Set(starts.has(text.length) ? [text.length] : []);
  if (takes(reader, "[")) return readClass(reader);
  if (takes(reader, ".")) return oneOf((char) => char !== "\n");
  if ("*+?{".includes(peek(reader))) return undefined;
  return readChar(reader);
}

function oneOf(accepts: (char: string) => boolean): Matcher {
  return (text, starts) =>
    new Set([...starts].flatMap((at) => (at < text.length && accepts(text.charAt(at)) ? [at + 1] : [])));
}

/** The classes that a letter stands for. */
const CLASSES: Readonly<Record<string, RegExp>> = { d: /[0-9]/, D: /[^0-9]/, w: /\w/, W: /\W/, s: /\s/, S: /\S/ };

/** A character, or an escaped one; `undefined` for an escape that is not known. */
function readChar(reader: Reader): Matcher | undefined {
  if (!takes(reader, "\\")) {
    const char = reader.pattern.charAt(reader.at++);
    return oneOf((other) => other === char);
  }
  const char = reader.pattern.charAt(reader.at++);
  const known = Object.hasOwn(CLASSES, char) ? CLASSES[char] : undefined;
  if (known !== undefined) return oneOf((other) => known.test(other));
  return char === "" || /[a-zA-Z0-9]/.test(char) ? undefined : oneOf((other) => other === char);
}

function readClass(reader: Reader): Matcher | undefined {
  const isNegated = takes(reader, "^");
  const ranges: (readonly [from: string, to: string])[] = [];
  for (let isFirst = true; isFirst || peek(reader) !== "]"; isFirst = false) {
    const from = readClassChar(reader);
    if (from === undefined) return undefined;
    const isRange = peek(reader) === "-" && reader.pattern.charAt(reader.at + 1) !== "]";
    if (isRange) reader.at++;
    const to = isRange ? readClassChar(reader) : from;
    if (to === undefined || to < from) return undefined;
    ranges.push([from, to]);
  }
  reader.at++;
  return oneOf((char) => ranges.some(([from, to]) => from <= char && char <= to) !== isNegated);
}

function readClassChar(reader: Reader): string | undefined {
  const char = reader.pattern.charAt(reader.at++);
  if (char === "" || (char === "[" && peek(reader) === ":")) return undefined;
  if (char !== "\\") return char;
  const escaped = reader.pattern.charAt(reader.at++);
  return escaped === "" || /[a-zA-Z0-9]/.test(escaped) ? undefined : escaped;
}
