/** How every help begins that is to put a value into quotes. */
export const QUOTE_HELP = "put the whole value in quotes";

/** The help to put the rest of a line into quotes. */
export function quoteHelp(rest: string): string {
  const quoted = inQuotes(rest);
  return quoted === undefined ? QUOTE_HELP : `${QUOTE_HELP}: \`${quoted}\``;
}

/** The rest of a line without a comment. */
export function withoutComment(rest: string): string {
  return rest.replace(/\s+#.*$/s, "").trim();
}

/** The rest of a line as a text in quotes, in others where it has some around it; `undefined` where it is long or needs escapes. */
export function inQuotes(rest: string): string | undefined {
  const value = withoutComment(rest);
  const text = /^(?:'[^"]*'|"[^']*")$/.test(value) ? value.slice(1, -1) : value;
  const sign = ['"', "'"].find((quote) => !text.includes(quote));
  return sign !== undefined && value.length <= 60 && !/[\\[\]{}]/.test(value) ? `${sign}${text}${sign}` : undefined;
}
