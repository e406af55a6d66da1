/** Levels of nesting a manifest may have; real ones have about ten. */
export const MAX_NESTING = 100;

/**
 * The offset at which a text nests deeper than any manifest does, or `undefined`. Looked for before parsing, because
 * YAML parsers recurse. An overestimate (brackets inside strings count): twice the limit is given here, the tree that
 * comes out of the parser is measured exactly.
 */
export function offsetTooDeep(text: string): number | undefined {
  return offsetOfDeepBrackets(text) ?? deepIndents(text);
}

/** The offset of a bracket that nests deeper than any manifest does; brackets inside text count. */
export function offsetOfDeepBrackets(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x5b || char === 0x7b) {
      depth += 1;
      if (depth > 2 * MAX_NESTING) return at;
    } else if ((char === 0x5d || char === 0x7d) && depth > 0) depth -= 1;
  }
  return undefined;
}

/** Nesting by indentation, with `- - -` and `? ?` on one line also counted. */
function deepIndents(text: string): number | undefined {
  const columns: number[] = [];
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const end = newline === -1 ? text.length : newline;
    let place = at;
    while (place < end && isBlankAt(text, place)) place += 1;
    if (place < end) {
      while ((columns.at(-1) ?? -1) >= place - at) columns.pop();
      columns.push(place - at);
      while (place + 1 < end && isIndicator(text.charCodeAt(place)) && isBlankAt(text, place + 1)) {
        place += 2;
        while (place < end && isBlankAt(text, place)) place += 1;
        columns.push(place - at);
        if (columns.length > 2 * MAX_NESTING) return place;
      }
      if (columns.length > 2 * MAX_NESTING) return place;
    }
    at = end + 1;
  }
  return undefined;
}

const isBlankAt = (text: string, at: number): boolean => text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09;

/** `-`, `?` or `:`. */
const isIndicator = (char: number): boolean => char === 0x2d || char === 0x3f || char === 0x3a;

/** Characters of structure that a text may have for the `yaml` package: this many take about half a second. */
const MOST_SIGNS = 120_000;
const SIGNS = new Set([..."\n,:-[{"].map((sign) => sign.charCodeAt(0)));

/** Whether a text has so much structure that the `yaml` package would take longer than a second. */
export function isTooDense(text: string): boolean {
  if (text.length <= MOST_SIGNS) return false;
  let signs = 0;
  for (let at = 0; at < text.length && signs <= MOST_SIGNS; at++) if (SIGNS.has(text.charCodeAt(at))) signs += 1;
  return signs > MOST_SIGNS;
}
