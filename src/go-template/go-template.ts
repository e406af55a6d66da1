import { compileTemplate } from "./evaluate.ts";
import { TemplateError } from "./syntax.ts";
import type { Value } from "./values.ts";

/** Output, or one line that says what is wrong with the template and where (`1:4: ...`). */
export type Rendered = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** The text that Go's text/template makes of the template and the value. */
export function renderTemplate(source: string, value: Value): Rendered {
  return attempt(source, () => compileTemplate(source).apply(value));
}

/** What is wrong with the template itself and where; `undefined` for one that can be applied. */
export function templateFault(source: string): string | undefined {
  const compiled = attempt(source, () => {
    compileTemplate(source);
    return "";
  });
  return compiled.ok ? undefined : compiled.message;
}

/** The text, or the fault with its place. */
function attempt(source: string, make: () => string): Rendered {
  try {
    return { ok: true, text: make() };
  } catch (error) {
    // One function applied to several very long texts can exceed the longest string.
    if (error instanceof RangeError) return { ok: false, message: "1:1: the template makes too much text" };
    if (!(error instanceof TemplateError)) throw error;
    return { ok: false, message: `${position(source, error.offset)}: ${error.message}` };
  }
}

function position(source: string, offset: number): string {
  const before = source.slice(0, offset).split("\n");
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
