import { declare, type Line, type UntypedLine, untyped } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import { DATASTORE_OPTIONS, MANIFEST_OPTIONS, SKIP_EMPTY, WRITE_OPTIONS } from "../shell/shared-options.ts";
import { run as write } from "./write.ts";

export const declaration = declare({
  name: "replace",
  summary: "Replace resources that exist",
  calicoctl: "v3.7",
  options: { ...MANIFEST_OPTIONS, skipEmpty: SKIP_EMPTY, ...WRITE_OPTIONS, ...DATASTORE_OPTIONS },
  examples: [{ line: "calicoctl replace -f policy.yaml", shows: "fails for a resource that does not exist" }],
});

export function parse(line: Line<typeof declaration.options>): UntypedLine {
  return untyped(line);
}

/** `replace -f`: exit code 1 when a resource does not exist. */
export function run({ words, options }: UntypedLine, context: CommandContext): Promise<number> {
  return write("replace", context, words, options);
}
