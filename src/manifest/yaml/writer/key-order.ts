const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= "0" && character <= "9";
const isLetter = (character: string): boolean => /\p{L}/u.test(character);

const LETTERS = /^[A-Za-z]*$/;

/**
 * The order of the Go library's map keys: by character, but letters after other characters, and runs of digits by their
 * value (`a2` before `a10`).
 */
export function naturalOrder(left: string, right: string): number {
  if (LETTERS.test(left) && LETTERS.test(right)) return left < right ? -1 : left > right ? 1 : 0;
  const a = [...left];
  const b = [...right];
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  const [x, y] = [a[at], b[at]];
  if (x === undefined || y === undefined) return a.length - b.length;
  const [xIsLetter, yIsLetter] = [isLetter(x), isLetter(y)];
  if (xIsLetter !== yIsLetter) return yIsLetter ? -1 : 1;
  const byCodePoint = (x.codePointAt(0) ?? 0) - (y.codePointAt(0) ?? 0);
  if (xIsLetter) return byCodePoint;
  // Behind digits that are not all 0, a 0 counts as a digit of their number.
  const isInside = (x === "0" || y === "0") && endsInNumber(a, at);
  const [aEnd, aNumber] = numberAt(a, at, isInside);
  const [bEnd, bNumber] = numberAt(b, at, isInside);
  if (aNumber !== bNumber) return aNumber < bNumber ? -1 : 1;
  return aEnd - bEnd || byCodePoint;
}

/** Whether the digits before a place are a number above 0. */
function endsInNumber(characters: readonly string[], end: number): boolean {
  for (let at = end - 1; at >= 0 && isDigit(characters[at]); at--) if (characters[at] !== "0") return true;
  return false;
}

/** The end of the digits from a place on, and their value (modulo 2^64, as Go counts). */
function numberAt(characters: readonly string[], start: number, isInside: boolean): readonly [number, bigint] {
  let end = start;
  while (isDigit(characters[end])) end++;
  const digits = characters.slice(start, end).join("");
  return [end, BigInt.asIntN(64, BigInt(`${isInside ? "1" : ""}${digits}` || "0"))];
}
