import { globSync } from "tinyglobby";

/**
 * The files that a pattern such as `policies/*.yaml` stands for, in lexical order; none where nothing matches. Names that
 * begin with a dot are left out unless the pattern has the dot, as in a shell.
 */
export function filesMatching(pattern: string): readonly string[] {
  return globSync(pattern, { expandDirectories: false, onlyFiles: true, dot: false }).sort();
}
