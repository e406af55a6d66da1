import type { Resource } from "../../../model/resource.ts";
import { compileTemplate } from "./evaluate.ts";
import { TemplateError } from "./syntax.ts";
import { eventValue, listValue, resourceValue, type Value } from "./values.ts";

/** What `get` found: a whole kind, resources by name, or one change of a watch. */
export type Found =
  | { readonly event: string; readonly resource: Resource }
  | {
      readonly kind: string;
      readonly apiVersion: string;
      readonly revision: string;
      readonly items: readonly Resource[];
    }
  | readonly Resource[];

/** Output, or one line saying what is wrong with the template and where. */
export type Rendered = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/**
 * Applies a Go template as calicoctl does (recorded: get-o-11, get-o-15, get-two-o-05): to a list of objects, which are
 * the resources named, or list objects with `.Items` for whole kinds. `version` says which fields there are.
 */
export function renderGoTemplate(source: string, found: readonly Found[], version: string): Rendered {
  return attempt(source, () => {
    const items = found.flatMap((one) => values(one, version));
    return compileTemplate(source).apply({ kind: "list", items });
  });
}

/** Whether it is a template at all, before any resource is read; gives what is wrong with it. */
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
    // A text longer than there can be, made by one function of several very long ones.
    if (error instanceof RangeError) return { ok: false, message: "1:1: the template makes too much text" };
    if (!(error instanceof TemplateError)) throw error;
    return { ok: false, message: `${position(source, error.offset)}: ${error.message}` };
  }
}

function values(found: Found, version: string): Value[] {
  if ("event" in found) return [eventValue(found.event, resourceValue(found.resource, version, true))];
  if (!("items" in found)) return found.map((resource) => resourceValue(resource, version, true));
  const items = found.items.map((resource) => resourceValue(resource, version, false));
  return [listValue(found.kind, found.apiVersion, found.revision, items)];
}

function position(source: string, offset: number): string {
  const before = source.slice(0, offset).split("\n");
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
