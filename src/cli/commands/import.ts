import type { Common } from "../common.ts";
import { run as write } from "./write.ts";

/** `import -f`: as `apply`, but in the order of dependencies: tiers and policies before the endpoints they protect. */
export function run(
  common: Common,
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  return write("apply", common, args, { ...options, inDependencyOrder: true });
}
