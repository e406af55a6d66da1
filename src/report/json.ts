const ESCAPES: Readonly<Record<string, string>> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** JSON as calicoctl prints it: two blanks of indent, HTML characters escaped (controls above ASCII, too), a final newline. */
export function goJson(value: unknown): string {
  return `${escaped(JSON.stringify(value, undefined, 2))}\n`;
}

/** The same on one line. */
export function goJsonLine(value: unknown): string {
  return `${escaped(JSON.stringify(value))}\n`;
}

const escaped = (json: string): string =>
  json.replace(/[<>&\u007f-\u009f\u2028\u2029]/g, (c) => ESCAPES[c] ?? `\\u00${c.charCodeAt(0).toString(16)}`);
