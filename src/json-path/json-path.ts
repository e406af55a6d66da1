import { Run } from "./evaluate.ts";
import { parsePath } from "./parse-path.ts";
import { parseTemplate } from "./parse-template.ts";
import { JsonPathError, type Path } from "./syntax.ts";

/** Output, or one line that says what is wrong. */
export type RenderedPath =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

/** What kubectl's `-o jsonpath` prints for the template and the value (recorded: test/json-path). */
export function renderJsonPath(source: string, value: unknown): RenderedPath {
  return attempt(() => new Run().parts(parseTemplate(source), value));
}

/** What is wrong with the template itself and where; `undefined` for one that can be applied. */
export function jsonPathFault(source: string): string | undefined {
  const tried = attempt(() => {
    parseTemplate(source);
    return "";
  });
  return tried.ok ? undefined : tried.message;
}

/**
 * A path of one value, as `--sort-by` and columns take it: `{.metadata.name}`, `.metadata.name` or `metadata.name`. Throws
 * `JsonPathError`.
 */
export function pathOf(text: string): Path {
  const bare = /^\{(.*)\}$/s.exec(text.trim())?.[1] ?? text.trim();
  const source = /^[.[$@]/.test(bare) ? bare : `.${bare}`;
  const { path, end } = parsePath(source, 0);
  if (end < source.length || path.length === 0)
    throw new JsonPathError("this is not a path such as .metadata.name", end);
  return path;
}

/** The values that such a path selects of a value. Throws `JsonPathError`. */
export function selectedValues(path: Path, value: unknown): readonly unknown[] {
  return new Run().path(path, [value]);
}

function attempt(make: () => string): RenderedPath {
  try {
    return { ok: true, text: make() };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, message: "the template makes too much text" };
    if (!(error instanceof JsonPathError)) throw error;
    const place = error.offset === undefined ? "" : ` (at character ${error.offset + 1})`;
    return { ok: false, message: `${error.message}${place}` };
  }
}
