/** The help to put the rest of a line into quotes. */
export function quoteHelp(rest: string): string {
  const value = rest.replace(/\s+#.*$/s, "").trim();
  const sign = ['"', "'"].find((quote) => !value.includes(quote));
  const shown = sign !== undefined && value.length <= 60 && !/[\\[\]{}]/.test(value);
  return shown ? `put the whole value in quotes: \`${sign}${value}${sign}\`` : "put the whole value in quotes";
}
