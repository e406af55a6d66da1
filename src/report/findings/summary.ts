import type { Diagnostic } from "../../model/diagnostic.ts";
import { printable, shortened } from "../../model/printable.ts";
import { displayId, type Located, resourceId } from "../../model/resource.ts";

/** A valid name with its kind and namespace is shorter. */
const LONGEST_NAME = 400;

/**
 * `2 errors in 1 of 3 resources (GlobalNetworkPolicy allow-nodeport)`: how many errors, and where. What could not
 * be read as a resource is known from the findings alone.
 */
export function errorSummary(diagnostics: readonly Diagnostic[], resources: readonly Located[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const names = [...new Set(errors.flatMap(({ resource }) => resource ?? []))];
  const count = `${errors.length} error${errors.length === 1 ? "" : "s"}`;
  if (names.length === 0) return count;
  const first = names.slice(0, 3).map((name) => shortened(name, LONGEST_NAME));
  const shown = names.length > 3 ? [...first, `${names.length - 3} more`] : first;
  const read = new Set(resources.map(({ resource }) => displayId(resourceId(resource))));
  const total = Math.max(resources.length + names.filter((name) => !read.has(name)).length, names.length);
  return printable(`${count} in ${names.length} of ${total} resource${total === 1 ? "" : "s"} (${shown.join(", ")})`);
}
