import { declare, type Line, type UntypedLine, untyped } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import { DATASTORE_OPTIONS, MANIFEST_OPTIONS, WRITE_OPTIONS } from "../shell/shared-options.ts";
import { run as write } from "./write.ts";

export const declaration = declare({
  name: "import",
  summary: "Apply manifests in the order of dependencies",
  options: { ...MANIFEST_OPTIONS, ...WRITE_OPTIONS, ...DATASTORE_OPTIONS },
  examples: [
    { line: "calicoctl import -f store.yaml", shows: "what `calicoctl export` has printed, into this datastore" },
  ],
});

export function parse(line: Line<typeof declaration.options>): UntypedLine {
  return untyped(line);
}

/** `import -f`: as `apply`, but in the order of dependencies: tiers and policies before the endpoints they protect. */
export function run({ words, options }: UntypedLine, context: CommandContext): Promise<number> {
  return write("apply", context, words, { ...options, inDependencyOrder: true });
}
