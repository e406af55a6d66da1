import type { TextProblem } from "./text-problem.ts";

/** A template's sign where YAML would begin a value, a key or a line: `{{ .Values.x }}` (Helm, Jinja), `{% if x %}`. */
const SIGN = /(?:^|[\s:[,(-])(\{\{|\{%)/;

/**
 * The finding that a text which cannot be read is a template, at its first sign outside quotes and comments; `undefined` where
 * it has none. It stands for all that is wrong with such a text.
 */
export function templateProblem(text: string): TextProblem | undefined {
  if (!/\{[{%]/.test(text)) return undefined;
  let offset = 0;
  for (const line of text.split("\n")) {
    const match = /^\s*#/.test(line) ? null : SIGN.exec(line);
    const at = match === null ? 0 : match.index + match[0].length - 2;
    if (match !== null && !inQuotes(line.slice(0, at))) {
      const place = { from: offset + at, to: offset + at + 2 };
      const message = "this is a template, not YAML";
      return { severity: "error", code: "yaml.template", message, help: "render it first", ...place };
    }
    offset += line.length + 1;
  }
  return undefined;
}

const inQuotes = (before: string): boolean => /^(?:[^"']|"[^"]*"|'[^']*')*["'][^"']*$/.test(before);
