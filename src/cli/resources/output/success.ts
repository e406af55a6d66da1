import type { DryRun } from "../writing/dry-run.ts";

/**
 * The line that scripts read, as calicoctl prints it: `Successfully created 2 'HostEndpoint' resource(s)`; without the
 * kind where `kinds` (one entry a resource) differ.
 */
export function successLine(done: string, count: number, kinds: readonly string[]): string {
  const distinct = new Set(kinds);
  const kind = distinct.size === 1 ? `'${[...distinct][0]}' ` : "";
  return `Successfully ${done} ${count} ${kind}resource(s)\n`;
}

/** The line that scripts read; for a dry run it adds that nothing was written. */
export function doneLine(done: string, count: number, kinds: readonly string[], dryRun: DryRun): string {
  const line = successLine(done, count, kinds);
  return dryRun === "none" ? line : line.replace("Successfully", "Dry run:").replace(/\n$/, "; nothing was written\n");
}
