import { type Command, Option } from "commander";
import type { Run } from "./program.ts";
import { once } from "./usage.ts";

/** How a command is declared: its name and summary, and for those that need them the options of a kind. */
export interface Declare {
  readonly add: (name: string, summary: string, load: () => Promise<{ run: Run }>) => Command;
  /** Options of commands that use the datastore. */
  readonly stored: (command: Command) => Command;
  /** Options of commands that read manifests. */
  readonly manifests: (command: Command) => Command;
}

const SELECTOR = "only those whose labels match, in Calico's language: role == 'web' && has(zone)";

/** The commands about stored resources that are more than reading and writing manifests, by name; each is declared when called. */
export function resourceCommands({ add, stored, manifests }: Declare): Readonly<Record<string, () => Command>> {
  return {
    label: () =>
      stored(add("label", "Set or remove labels of resources", () => import("./commands/label.ts")))
        .argument("[kind]", "kind of the resource, such as hep or gnp")
        .argument("[name-and-labels...]", "its name, then KEY=VALUE..., or KEY... with --remove")
        .option("--overwrite", "change labels that exist")
        .option("--remove", "remove the labels instead")
        .addOption(selectorOption())
        .option("--all", "label all resources of the kind, instead of one by name"),
    patch: () =>
      stored(add("patch", "Change a part of a resource", () => import("./commands/patch.ts")))
        .argument("[kind]", "kind of the resource, such as hep or gnp; or KIND/NAME")
        .argument("[name]", "its name")
        .option("-p, --patch <json>", "the patch, in JSON", once("--patch"))
        .option(
          "-t, --type <type>",
          "strategic (the default) and merge (RFC 7386) merge an object, json (RFC 6902) is a list of operations",
          once("--type"),
        ),
    diff: () =>
      manifests(stored(add("diff", "Show what apply would change", () => import("./commands/diff.ts")))).addHelpText(
        "after",
        "\nExit code: 0 nothing would change, 1 something would, 2 it cannot be told.",
      ),
    export: () =>
      stored(add("export", "Print the whole store as manifests", () => import("./commands/export.ts"))).argument(
        "[kinds]",
        "only these kinds, hep or hep,gnp",
      ),
    import: () =>
      writing(
        manifests(
          stored(add("import", "Apply manifests in the order of dependencies", () => import("./commands/import.ts"))),
        ),
      ).option("--skip-unchanged", "do not write what would not change (with -o always)"),
    explain: () =>
      add("explain", "Describe a kind and its fields", () => import("./commands/explain.ts"))
        .argument("[path]", "KIND or KIND.FIELD..., such as hep.spec.ports")
        .argument("[more...]")
        .option("--recursive", "all fields below, without their descriptions"),
    completion: () =>
      add(
        "completion",
        "Print the script that makes a shell complete this tool",
        () => import("./commands/completion.ts"),
      )
        .argument("[shell]", "bash, zsh or fish")
        .argument("[more...]"),
    __complete: () =>
      stored(add("__complete", "What a word may become", () => import("./commands/complete.ts")))
        .argument("[words...]")
        .passThroughOptions()
        .allowUnknownOption(),
  };
}

/** Options of the commands that write resources from manifests. */
export function writing(command: Command): Command {
  return command
    .option("-o, --output <format>", "say what became of each resource: name or json", once("--output"))
    .addOption(dryRunOption());
}

/** `-l`, `--selector`; before the command `-l` is the log level. */
export function selectorOption(): Option {
  return new Option("-l, --selector <selector>", SELECTOR).argParser(once("--selector"));
}

/** `--dry-run`, alone or with how. */
export function dryRunOption(): Option {
  return new Option("--dry-run [how]", "write nothing: client checks the input, server asks the datastore, too");
}
