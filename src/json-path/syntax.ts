/** What a filter compares with; `exists` has no right side. */
export const OPERATORS = ["==", "!=", "<=", ">=", "<", ">"] as const;
export type Operator = (typeof OPERATORS)[number];

/** A step from values to those that it selects. Indexes count from the end where they are negative. */
export type Step =
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "wildcard" | "recursive" }
  | { readonly kind: "index"; readonly at: number }
  | { readonly kind: "slice"; readonly from?: number; readonly to?: number; readonly step: number }
  | { readonly kind: "union"; readonly paths: readonly Path[] }
  | { readonly kind: "exists"; readonly path: Path }
  | { readonly kind: "filter"; readonly left: Path; readonly operator: Operator; readonly right: Path }
  | { readonly kind: "constant"; readonly value: string | number | boolean };

/** Steps one after the other: `.items[0].metadata`. */
export type Path = readonly Step[];

/** A part of a template: text, what `{...}` selects, or what is between `{range ...}` and `{end}`. */
export type Part =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "print"; readonly path: Path }
  | { readonly kind: "range"; readonly over: Path; readonly body: readonly Part[] };

/** What is wrong with a template, in one lower-case line, and where (`offset` in UTF-16 units from 0, of parsing only). */
export class JsonPathError extends Error {
  readonly offset: number | undefined;

  constructor(message: string, offset?: number) {
    super(message);
    this.offset = offset;
  }
}
