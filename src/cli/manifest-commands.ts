import { type Command, Option } from "commander";
import { type Declare, dryRunOption, mismatchOption, selectorOption, skipEmptyOption, writing } from "./declare.ts";
import { once } from "./usage.ts";

/** calicoctl's own commands on resources and `validate`, by name; each is declared when called. */
export function manifestCommands({ add, stored, manifests }: Declare): Readonly<Record<string, () => Command>> {
  const write = () => import("./commands/write.ts");
  const writer = (verb: "create" | "apply" | "replace", summary: string): Command =>
    writing(
      manifests(
        stored(add(verb, summary, async () => ({ run: async (...input) => (await write()).run(verb, ...input) }))),
      ),
    ).addOption(skipEmptyOption());
  return {
    create: () =>
      writer("create", "Create resources that do not exist yet").option(
        "--skip-exists",
        "leave resources that exist already as they are",
      ),
    apply: () => writer("apply", "Create resources or replace those that exist, unless nothing would change"),
    replace: () => writer("replace", "Replace resources that exist"),
    delete: () =>
      manifests(stored(add("delete", "Delete resources", () => import("./commands/delete.ts"))))
        .argument("[kind]", "kind of the resources, such as hep or gnp; a list of kinds, or KIND/NAME")
        .argument("[names...]", "their names")
        .addOption(skipEmptyOption())
        .option("-s, --skip-not-exists", "do not fail for resources that do not exist")
        .addOption(selectorOption())
        .option("--all", "all of the kind (of the namespace); asks first")
        .option("-y, --yes", "do not ask")
        .addOption(dryRunOption()),
    get: () =>
      manifests(stored(add("get", "Show resources", () => import("./commands/get.ts"))))
        .argument("[kind]", "kind of the resources, such as hep or gnp; a list of kinds, KIND/NAME, or all")
        .argument("[names...]", "their names; all of the kind when none is given")
        .option(
          "-o, --output <format>",
          "ps, wide, yaml, json, name, custom-columns=COLUMN,..., go-template=TEMPLATE or go-template-file=FILE",
          once("--output"),
        )
        .addOption(selectorOption())
        .option("-a, --all-namespaces", "resources of every namespace; -A, too")
        .addOption(skipEmptyOption())
        .addOption(new Option("-A").hideHelp())
        .on("option:A", function (this: Command) {
          this.setOptionValue("allNamespaces", true);
        })
        .option("-w, --watch", "go on with a line or document for every change, until Ctrl-C")
        .option("--watch-only", "the same without what is there now")
        .option("--output-watch-events", "say of each line or document ADDED, MODIFIED or DELETED (with --watch)")
        .option("--export", "without the fields that belong to one cluster (with names)"),
    convert: () =>
      manifests(add("convert", "Bring manifests of the early API to today's", () => import("./commands/convert.ts")))
        .option("-o, --output <format>", "yaml (the default) or json", once("--output"))
        .option("--ignore-validation", "convert what today's rules refuse, too; only warn of it"),
    validate: () =>
      manifests(add("validate", "Check manifests; no datastore needed", () => import("./commands/validate.ts")))
        .argument("[files...]", "more files, as pre-commit gives them")
        .addOption(skipEmptyOption())
        .addOption(mismatchOption())
        .option("-o, --output <format>", "text, json, sarif, junit or github", once("--output")),
  };
}
