import { printed } from "../../json-path/printed.ts";
import type { Path } from "../../json-path/syntax.ts";
import type { Resource } from "../../model/resource.ts";
import { UsageError } from "../shell/usage.ts";
import { pathArgument, valuesAt } from "./output/custom-columns.ts";

/** `--sort-by`: a path, and as it is typed. */
export interface SortOrder {
  readonly text: string;
  readonly path: Path;
}

/** Reads `--sort-by`; `undefined` without it. */
export function sortOrderOf(text: string | undefined): SortOrder | undefined {
  return text === undefined ? undefined : { text, path: pathArgument("--sort-by", text) };
}

/** Throws `UsageError` where none of the resources has the field: it is misspelt, as kubectl says, too. */
export function checkSortable(resources: readonly Resource[], order: SortOrder | undefined): void {
  if (order === undefined || resources.length === 0) return;
  if (resources.some((resource) => valuesAt(order.path, resource).length > 0)) return;
  throw new UsageError(`no resource listed has the field \`${order.text}\` of --sort-by`);
}

/**
 * The resources in the order of the first value at that path, as kubectl v1.32 has it: numbers by size, also where they are texts,
 * other texts by their characters, those without a value first. Equal ones stay in their order.
 */
export function sortedResources(resources: readonly Resource[], order: SortOrder | undefined): readonly Resource[] {
  if (order === undefined) return resources;
  const keyed = resources.map((resource) => ({ resource, key: valuesAt(order.path, resource)[0] ?? undefined }));
  return keyed.sort((a, b) => compareValues(a.key, b.key)).map(({ resource }) => resource);
}

function compareValues(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  const [left, right] = [printed(a), printed(b)];
  if (isNumber(left) && isNumber(right)) return Number(left) - Number(right);
  return left < right ? -1 : Number(left > right);
}

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?(e[-+]\d+)?$/.test(text);
