import type { Labels } from "../../selector/matches.ts";

/** A value in a cell or behind a name: one or several. */
export type Value = string | number | readonly string[];

/** A table of a description. */
export interface DescriptionTable {
  /** Its name in JSON. */
  readonly key: string;
  /** Its heading for people. */
  readonly title: string;
  /** Rows with the same keys; a heading for people is the key. */
  readonly rows: readonly Readonly<Record<string, Value>>[];
  /** What people read where there is no row; absent: then it is left out. */
  readonly none?: string;
}

/** What `describe` says of one resource. */
export interface Description {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  /** By the words for people, in order; JSON has them in camel case. */
  readonly fields: Readonly<Record<string, Value>>;
  readonly tables: readonly DescriptionTable[];
  /** What is wrong or surprising, a sentence each. */
  readonly warnings: readonly string[];
}

/** Labels as people write them. */
export function labelTexts(labels: Labels): readonly string[] {
  return [...labels].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`);
}
