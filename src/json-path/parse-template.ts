import { parsePath } from "./parse-path.ts";
import { JsonPathError, type Part, type Path } from "./syntax.ts";

interface OpenRange {
  readonly over: Path;
  readonly body: Part[];
  readonly offset: number;
}

/** Reads a template: text with paths in braces, `{range PATH}...{end}` around what is repeated. Throws `JsonPathError`. */
export function parseTemplate(source: string): readonly Part[] {
  const parts: Part[] = [];
  const open: OpenRange[] = [];
  const add = (part: Part): void => void (open.at(-1)?.body ?? parts).push(part);
  let at = 0;
  while (at < source.length) {
    const brace = source.indexOf("{", at);
    const text = source.slice(at, brace < 0 ? undefined : brace);
    if (text !== "") add({ kind: "text", text });
    if (brace < 0) break;
    const [all, word] = /^{ *(range|end)(?=[ .[$@}])/.exec(source.slice(brace)) ?? ["{"];
    const { path, end } = parsePath(source, brace + all.length);
    if (source[end] !== "}") throw new JsonPathError("`{` has no `}`", brace);
    if (word === "range") open.push({ over: path, body: [], offset: brace });
    else if (word === undefined) add({ kind: "print", path });
    else {
      const range = open.pop();
      if (range === undefined) throw new JsonPathError("`{end}` has no `{range ...}`", brace);
      if (path.length > 0) throw new JsonPathError("`end` stands alone in its braces", brace);
      add({ kind: "range", over: range.over, body: range.body });
    }
    at = end + 1;
  }
  const [unclosed] = open;
  if (unclosed !== undefined) throw new JsonPathError("`{range ...}` has no `{end}`", unclosed.offset);
  return parts;
}
