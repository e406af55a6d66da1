import { type SaveFactsOptions, saveFacts } from "../../node-facts/save-facts.ts";
import { declare, type Line } from "../../shell/command.ts";
import type { CommandContext } from "../../shell/context.ts";
import { flag, text } from "../../shell/option.ts";
import { DATASTORE_OPTIONS } from "../../shell/shared-options.ts";
import { UsageError } from "../../shell/usage.ts";

const { timeout } = DATASTORE_OPTIONS;

/** `node` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "node",
  summary: "Save the facts of this node that simulate needs",
  arguments: [{ syntax: "[command]", help: "the word `facts`", values: ["facts"] }],
  options: {
    save: text("--save <folder>", "the folder to make, or one saved earlier to replace"),
    node: text("--node <node>", "the node's name in Calico: its facts go to the folder of that name in --save"),
    allowMissing: flag("--allow-missing", "save the rest where commands are missing or fail"),
    timeout: { ...timeout, help: "how long to wait for each command (default 9)" },
  },
  notes: [
    `It runs \`ip\`, \`iptables-save\` and \`ip6tables-save\`, which need root, and changes nothing on the node. The other node
commands of calicoctl are not in this tool; use Calico's own.`,
  ],
  exits: { 1: "the facts cannot be read; nothing is saved" },
  examples: [
    { line: "calicoctl node facts --save facts", shows: "addresses, routes, NAT and firewall rules of this node" },
    {
      line: "calicoctl node facts --save facts --node node1",
      shows: "the same as facts/node1; `--facts facts` reads those of all nodes",
    },
  ],
});

/** The options of `node`, from its line; throws `UsageError` for commands that only calicoctl has. */
export function parse({ words: [word], options }: Line<typeof declaration.options>): SaveFactsOptions {
  const { save, node, allowMissing } = options;
  if (word === undefined) throw new UsageError("which node command?", "calicoctl node facts --save FOLDER");
  if (word !== "facts")
    throw new UsageError(
      `\`node ${word}\` is not in this tool; use Calico's own calicoctl`,
      "only `node facts` is: calicoctl node facts --save FOLDER",
    );
  if (!save) throw new UsageError("which folder?", "name one with --save FOLDER");
  // A path would put the folder somewhere else.
  if (node !== undefined && !/^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(node))
    throw new UsageError(`invalid node name \`${node}\``, "the name of a Node resource, such as node1");
  return { folder: save, node, allowMissing };
}

/** `node facts --save FOLDER`: what `simulate --facts FOLDER` reads of this node. The folder is complete, or as it was. */
export async function run(options: SaveFactsOptions, context: CommandContext): Promise<number> {
  return saveFacts(options, context);
}
