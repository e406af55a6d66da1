/**
 * The line that scripts read, as calicoctl prints it: `Successfully created 2 'HostEndpoint' resource(s)`; without the
 * kind where `kinds` (one entry a resource) differ.
 */
export function successLine(done: string, count: number, kinds: readonly string[]): string {
  const distinct = new Set(kinds);
  const kind = distinct.size === 1 ? `'${[...distinct][0]}' ` : "";
  return `Successfully ${done} ${count} ${kind}resource(s)\n`;
}

/** The line about a dry run that only checks the input, of `kinds` with one entry a resource. */
export function validLine(kinds: readonly string[]): string {
  const [only] = kinds;
  const valid = kinds.length === 1 ? `1 ${only} is` : `${kinds.length} resources are`;
  return `Dry run: ${valid} valid; nothing was read or written\n`;
}
