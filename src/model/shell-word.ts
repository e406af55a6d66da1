/** The text as one word of a command that a person may copy into a shell: quoted where a shell would act on it. */
export function shellWord(text: string): string {
  if (/^[-A-Za-z0-9._/,:=@+]+$/.test(text)) return text;
  // Selectors have single quotes; in double ones they need no escape. Bash takes `!has` for a command of its history there, `!=` not.
  if (text.includes("'") && !/["$`\\]|!(?!=)/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
