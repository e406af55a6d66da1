import { type DescribeOptions, describeCommand, describeOptions } from "../../describe/describe-resources.ts";
import { declare, type Line } from "../../shell/command.ts";
import type { CommandContext } from "../../shell/context.ts";
import { flag, oneOf } from "../../shell/option.ts";
import { DATASTORE_OPTIONS, FACTS_OPTIONS, MANIFEST_OPTIONS, SELECTOR } from "../../shell/shared-options.ts";

/** `describe` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "describe",
  summary: "Show what a resource does: its policies, rules, endpoints and traps",
  arguments: [
    {
      syntax: "[kind]",
      help: "kind of the resources, such as hep or gnp; a list of kinds, or KIND/NAME",
      completes: "kinds",
    },
    { syntax: "[names...]", help: "their names; all of the kind when none is given", completes: "names" },
  ],
  options: {
    selector: SELECTOR,
    allNamespaces: flag("-A, --all-namespaces", "resources of every namespace"),
    output: oneOf("-o, --output <format>", "text or json", ["text", "json"]),
    offline: flag("--offline", "use the files of -f only, not the datastore"),
    ...MANIFEST_OPTIONS,
    ...FACTS_OPTIONS,
    ...DATASTORE_OPTIONS,
  },
  notes: ["With -f the files are laid over what is stored, and without a kind what they hold is described."],
  exits: { 1: "a resource does not exist, or something cannot be read" },
  examples: [
    {
      line: "calicoctl describe hep node1-eth0",
      shows: "the policies it meets, in order, and what becomes of the rest",
    },
    { line: "calicoctl describe gnp allow-ssh", shows: "its rules in words, and where it is evaluated" },
    { line: "calicoctl describe -f policies/", shows: "what these would do if they were applied" },
  ],
});

/** The options of `describe`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ words, options }: Line<typeof declaration.options>): DescribeOptions {
  return describeOptions(words, options);
}

/** `describe KIND NAME...`: what resources do among the others that there are. */
export async function run(options: DescribeOptions, context: CommandContext): Promise<number> {
  return describeCommand(options, context);
}
