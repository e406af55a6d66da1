import type { Diagnostic, Span } from "../../model/diagnostic.ts";
import { printable, shortened } from "../../model/printable.ts";
import { type Located, nameInFindings } from "../../model/resource.ts";

/** A valid name with its kind and namespace is shorter. */
const LONGEST_NAME = 400;
/** Resources of one name, and errors in them, that are told apart: finding their places takes time. */
const MOST_PLACES = 100;

/**
 * `2 errors in 1 of 3 resources (GlobalNetworkPolicy allow-nodeport)`: how many errors, and where. What could not
 * be read as a resource is known from the findings alone.
 */
export function errorSummary(diagnostics: readonly Diagnostic[], resources: readonly Located[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const count = `${errors.length} error${errors.length === 1 ? "" : "s"}`;
  const names = [...new Set(errors.flatMap(({ resource }) => resource ?? []))];
  if (names.length === 0) return count;
  const read = byName(resources);
  const wrong = names.map((name) => {
    const spans = errors.flatMap(({ resource, span }) => (resource === name ? [span] : []));
    return wrongAmong(read.get(name) ?? [], spans);
  });
  const sum = wrong.reduce((a, b) => a + b, 0);
  const total = resources.length + names.filter((name) => !read.has(name)).length;
  const first = names.slice(0, 3).map((name) => shortened(name, LONGEST_NAME));
  const shown = names.length > 3 ? [...first, `${names.length - 3} more`] : first;
  return printable(`${count} in ${sum} of ${total} resource${total === 1 ? "" : "s"} (${shown.join(", ")})`);
}

/** How many of the resources of one name have errors at these places: those that begin last before one. */
function wrongAmong(resources: readonly Located[], errors: readonly (Span | undefined)[]): number {
  if (resources.length < 2) return 1;
  const starts = resources.slice(0, MOST_PLACES).map(({ locate }) => locate([]));
  const owners = errors.slice(0, MOST_PLACES).map((at) => starts.findLastIndex((start) => begins(start, at)));
  return new Set(owners).size;
}

function begins(start: Span | undefined, at: Span | undefined): boolean {
  if (start === undefined || at === undefined || start.source !== at.source) return false;
  return start.start.line <= at.start.line;
}

function byName(resources: readonly Located[]): ReadonlyMap<string, readonly Located[]> {
  const groups = new Map<string, Located[]>();
  for (const located of resources) {
    const name = nameInFindings(located.resource);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [located]);
    else group.push(located);
  }
  return groups;
}
