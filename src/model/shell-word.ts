/**
 * The text as one word of a command that a person may copy into a shell: quoted where a shell would act on it, and on one line.
 * A name of hostile input must not begin a line of the output, which CI systems read commands from (`::error`).
 */
export function shellWord(text: string): string {
  if (/^[-A-Za-z0-9._/,:=@+]+$/.test(text)) return text;
  // Selectors have single quotes; in double ones they need no escape. Bash takes `!has` for a command of its history there, `!=` not.
  if (text.includes("'") && !/["$`\\\n]|!(?!=)/.test(text)) return `"${text}"`;
  const quoted = (one: string) => `'${one.replaceAll("'", String.raw`'\''`)}'`;
  if (!text.includes("\n")) return quoted(text);
  const format = text.replaceAll("\\", "\\\\").replaceAll("%", "%%").replaceAll("\n", "\\n");
  return `"$(printf ${quoted(format)})"`;
}
