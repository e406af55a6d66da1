import { goYaml } from "../../../manifest/yaml/writer/go-yaml.ts";
import { printable } from "../../../model/printable.ts";
import { goJson } from "../../../report/json.ts";
import { columns } from "../../../report/text-columns.ts";
import { type ConfigRow, configRows } from "../../config/config-rows.ts";
import { declare, type Line } from "../../shell/command.ts";
import type { CommandContext } from "../../shell/context.ts";
import { printDiagnostics } from "../../shell/io/print-diagnostics.ts";
import { oneOf } from "../../shell/option.ts";
import { DATASTORE_OPTIONS } from "../../shell/shared-options.ts";
import { EXIT, UsageError } from "../../shell/usage.ts";
import { configured } from "../../shell/with-datastore.ts";

const { config, context: kubeContext } = DATASTORE_OPTIONS;

/** `config` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "config",
  summary: "Show which datastore is used, and what chose it",
  arguments: [{ syntax: "[command]", help: "the word `view`", values: ["view"] }],
  options: {
    output: oneOf("-o, --output <format>", "table, json or yaml", ["table", "json", "yaml"]),
    config,
    context: kubeContext,
  },
  notes: ["The datastore is not opened. Secrets are shown as REDACTED."],
  exits: { 1: "the configuration is wrong" },
  examples: [
    { line: "calicoctl config view", shows: "each setting in use, and the variable or the file that it comes from" },
  ],
});

/** How `config view` prints. */
export interface ConfigOptions {
  readonly output: "table" | "json" | "yaml";
}

/** The options of `config`, from its line; throws `UsageError` for any word but `view`. */
export function parse({ words: [word], options }: Line<typeof declaration.options>): ConfigOptions {
  if (word !== "view")
    throw new UsageError(
      word === undefined ? "which config command?" : `unknown config command \`${word}\``,
      "use `calicoctl config view`",
    );
  const { output = "table" } = options;
  return { output };
}

/** `config view`: the settings in use, each with what set it. Exit code 1 where the configuration is wrong. */
export async function run({ output }: ConfigOptions, context: CommandContext): Promise<number> {
  const { io, chosenVersion } = context;
  const loaded = await configured(context);
  if (!loaded.ok) {
    printDiagnostics(loaded.diagnostics, [], io);
    return EXIT.failed;
  }
  const chosenBy = io.env.CALICO_VERSION ? "--calico-version, else CALICO_VERSION" : "--calico-version";
  const version: ConfigRow = {
    setting: "Calico version",
    value: chosenVersion?.version ?? "that of the datastore",
    from: chosenVersion === undefined ? "default" : chosenBy,
  };
  const rows = [...configRows(loaded.config, io.env), version];
  if (output === "json") io.stdout.writeData(goJson(rows));
  else if (output === "yaml") io.stdout.writeData(goYaml(rows));
  else
    io.stdout.write(
      columns(
        ["SETTING", "VALUE", "FROM"],
        rows.map(({ setting, value, from }) => [setting, value, from].map(printable)),
      ),
    );
  return EXIT.ok;
}
