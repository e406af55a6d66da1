import { printed } from "../../json-path/printed.ts";
import type { Path } from "../../json-path/syntax.ts";
import type { Resource } from "../../model/resource.ts";
import { valuesAt } from "./output/custom-columns.ts";

/**
 * The resources in the order of the first value at that path, as kubectl's `--sort-by` has it: numbers by size, texts by their
 * characters with runs of digits by size, those without a value first. Equal ones stay in their order.
 */
export function sortedResources(resources: readonly Resource[], path: Path | undefined): readonly Resource[] {
  if (path === undefined) return resources;
  const keyed = resources.map((resource) => ({ resource, key: valuesAt(path, resource)[0] ?? undefined }));
  return keyed.sort((a, b) => compareValues(a.key, b.key)).map(({ resource }) => resource);
}

function compareValues(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return typeof a === "number" && typeof b === "number" ? a - b : compareNaturally(printed(a), printed(b));
}

function compareNaturally(a: string, b: string): number {
  const [left, right] = [pieces(a), pieces(b)];
  for (const [at, one] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    if (one === other) continue;
    const difference = /^\d/.test(one) && /^\d/.test(other) ? sizeOf(one, other) : 0;
    return difference !== 0 ? difference : one < other ? -1 : 1;
  }
  return left.length - right.length;
}

/** Runs of digits, and the characters between them. */
const pieces = (text: string): readonly string[] => text.match(/\d+|\D/g) ?? [];

function sizeOf(one: string, other: string): number {
  const difference = BigInt(one) - BigInt(other);
  return difference < 0n ? -1 : Number(difference > 0n);
}
