import type { Diagnostic } from "../model/diagnostic.ts";
import { isObject, type JsonObject } from "../model/json.ts";
import { problem } from "./problem.ts";

/**
 * Reads what `ip -j` printed: a list of objects. Empty objects, which `ip` prints for what its filter left out, are
 * dropped. `command` is the command whose output the file must have; anything else is an error.
 */
export function readList(
  text: string,
  source: string,
  command: string,
): readonly { readonly entry: JsonObject; readonly path: string }[] | Diagnostic {
  const fail = (line: number, message: string): Diagnostic =>
    problem(source, line, "error", "facts.json", message, { help: `save the output of \`${command}\`` });
  const body = text.replace(/^\uFEFF/, "");
  if (body.trim() === "") return fail(1, "the file is empty");
  if (!/^\s*[[{]/.test(body)) return fail(1, `not JSON: this looks like \`ip\` without \`-j\``);
  let list: unknown;
  try {
    list = JSON.parse(body);
  } catch (error) {
    return fail(lineOfError(body, error), "not valid JSON: the file is cut short or was changed");
  }
  if (!Array.isArray(list)) return fail(1, "not a list");
  const entries: { entry: JsonObject; path: string }[] = [];
  for (const [index, entry] of list.entries()) {
    if (!isObject(entry)) return fail(1, `entry ${index + 1} is not an object`);
    if (Object.keys(entry).length > 0) entries.push({ entry, path: `[${index}]` });
  }
  return entries;
}

function lineOfError(text: string, error: unknown): number {
  const message = error instanceof Error ? error.message : "";
  const position = /position (\d+)/.exec(message);
  const end = position ? Number(position[1]) : message.includes("end of JSON") ? text.length : 0;
  return text.slice(0, end).split("\n").length;
}
