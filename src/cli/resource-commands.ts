import type { Command } from "commander";
import { type Declare, dryRunOption, selectorOption, writing } from "./declare.ts";
import { once } from "./usage.ts";

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
        .option("--all", "label all resources of the kind, instead of one by name")
        .addOption(dryRunOption()),
    patch: () =>
      stored(add("patch", "Change a part of a resource", () => import("./commands/patch.ts")))
        .argument("[kind]", "kind of the resource, such as hep or gnp; or KIND/NAME")
        .argument("[name]", "its name")
        .option("-p, --patch <json>", "the patch, in JSON", once("--patch"))
        .option(
          "-t, --type <type>",
          "strategic (the default) and merge (RFC 7386) merge an object, json (RFC 6902) is a list of operations",
          once("--type"),
        )
        .addOption(dryRunOption()),
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
      ),
    datastore: () =>
      stored(add("datastore", "Lock the datastore, or unlock it", () => import("./commands/datastore.ts")))
        .argument("[migrate]", "the word `migrate`")
        .argument("[command]", "lock or unlock")
        .argument("[more...]")
        .option("-f, --filename <file>", "accepted for compatibility"),
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
