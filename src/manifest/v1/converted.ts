import type { FieldPath } from "../../model/resource.ts";
import type { Problem } from "../problem.ts";

/** The fields of an object, as a schema has let them through. */
export type Values = Readonly<Record<string, unknown>>;

/** A v3 path and the one in the v1 manifest that it is made from. */
export type Moved = readonly [to: FieldPath, from: FieldPath];

/** The v3 resource that a v1 resource becomes: its fields, the v1 paths they come from, and notes. */
export interface Converted {
  readonly kind: string;
  readonly metadata: Values;
  readonly spec: Values;
  readonly moved: readonly Moved[];
  readonly notes: readonly Problem[];
}

/** The warning that a name had to change; none where it did not. */
export function renamed(name: string, becomes: string, field = "name"): readonly Problem[] {
  if (name === becomes) return [];
  const message = `\`${name}\` becomes \`${becomes}\`: names in v3 are in lower case, with \`-\` and \`.\` between`;
  const help = "change what refers to it by its name";
  return [{ severity: "warning", code: "convert.renamed", message, help, path: ["metadata", field] }];
}

/** Moves of fields that are `from.FIELD` in the v1 manifest and `spec.FIELD` in v3. */
export function movedFields(from: string, fields: readonly string[]): readonly Moved[] {
  return fields.map(
    (field): Moved => [
      ["spec", field],
      [from, field],
    ],
  );
}

/** Without the fields that are `undefined`. */
export function given(fields: Values): Values {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The path in the v1 manifest of a v3 field: by the longest path that moved, else the same path. */
export function movedFrom(path: FieldPath, moved: readonly Moved[]): FieldPath {
  let best: Moved | undefined;
  for (const move of moved) {
    const [to] = move;
    const fits = to.length <= path.length && to.every((part, at) => part === path[at]);
    if (fits && to.length >= (best?.[0].length ?? 0)) best = move;
  }
  return best === undefined ? path : [...best[1], ...path.slice(best[0].length)];
}
