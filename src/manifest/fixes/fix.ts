import { isObject } from "../../model/json.ts";
import type { FieldPath } from "../../model/resource.ts";

/** What a field holds, as far as a misspelt one shows it; `scalars`: a list of them. */
export type Shape = "scalar" | "list" | "scalars" | "object" | "any";

/**
 * A change of the resource after which a finding is gone, as far as its check knows: a value in place of the field's, several items
 * in place of one, the space after a colon, another name of the field, the field left out, or a field more in an object.
 */
export type Fix =
  | { readonly kind: "write"; readonly value: unknown }
  | { readonly kind: "items"; readonly values: readonly unknown[] }
  | { readonly kind: "rename"; readonly to: string; readonly holds: Shape }
  | { readonly kind: "space"; readonly name: string; readonly rest: string }
  | { readonly kind: "remove" }
  | { readonly kind: "add"; readonly in: FieldPath; readonly field: string; readonly value: unknown };

/** Writes the value in place of the field's. */
export function write(value: unknown): Fix {
  return { kind: "write", value };
}

/** Writes several items in place of one of a list. */
export function items(values: readonly unknown[]): Fix {
  return { kind: "items", values };
}

/**
 * What is meant by `order:10` where YAML reads it as one word, if `isField` knows the field: the two with a space between them, and
 * the help to write them so.
 */
export function missingSpace(
  word: string,
  isField: (name: string) => boolean,
): { readonly help: string; readonly fix: Fix } | undefined {
  const [, name = "", rest = ""] = /^([A-Za-z][\w-]*):(\S.*)$/.exec(word) ?? [];
  if (rest === "" || !isField(name)) return undefined;
  return {
    help: `a space follows the \`:\` of a key: write \`${name}: ${rest}\``,
    fix: { kind: "space", name, rest },
  };
}

/** Gives the field another name, under which it holds such a value; `undefined` where no name is known. */
export function rename(to: string | undefined, holds: Shape): Fix | undefined {
  return to === undefined ? undefined : { kind: "rename", to, holds };
}

/** What sort of value that is. */
export function shapeOf(value: unknown): "scalar" | "list" | "object" {
  if (Array.isArray(value)) return "list";
  return isObject(value) ? "object" : "scalar";
}
