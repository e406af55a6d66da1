/**
 * The line scripts read, as calicoctl prints it: `Successfully created 2 'HostEndpoint' resource(s)`; without the
 * kind where `kinds` (one entry a resource) differ.
 */
export function successLine(done: string, count: number, kinds: readonly string[]): string {
  const distinct = new Set(kinds);
  const kind = distinct.size === 1 ? `'${[...distinct][0]}' ` : "";
  return `Successfully ${done} ${count} ${kind}resource(s)\n`;
}
