import type { KindInfo } from "../../../model/kinds/kind.ts";
import { allKinds } from "../../../model/kinds/kinds.ts";
import { API_VERSION } from "../../../model/resource.ts";
import { goJson } from "../../../report/json.ts";
import { wordsForKind } from "../../resources/kind.ts";
import { textTable } from "../../resources/output/text-table.ts";
import { declare, type Line } from "../../shell/command.ts";
import type { CommandContext } from "../../shell/context.ts";
import { oneOf } from "../../shell/option.ts";
import { EXIT } from "../../shell/usage.ts";

/** `api-resources` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "api-resources",
  summary: "List the kinds of resources, with their names",
  options: {
    output: oneOf("-o, --output <format>", "name, wide or json", ["name", "wide", "json"]),
    namespaced: oneOf("--namespaced [is]", "only kinds with namespaces, or only those without", ["true", "false"], {
      alone: "true",
    }),
  },
  examples: [
    { line: "calicoctl api-resources", shows: "a table of all kinds" },
    { line: "calicoctl api-resources -o name --namespaced=true", shows: "the names of those that have namespaces" },
    {
      line: "calicoctl api-resources -o wide",
      shows: "every short name, and the Calico version that brought the kind",
    },
  ],
});

/** Which kinds `api-resources` lists, and how. */
export interface ApiResourcesOptions {
  readonly output: "table" | "name" | "wide" | "json";
  readonly isNamespaced: boolean | undefined;
}

/** The options of `api-resources`, from its line. */
export function parse({ options }: Line<typeof declaration.options>): ApiResourcesOptions {
  const { output = "table", namespaced } = options;
  return { output, isNamespaced: namespaced === undefined ? undefined : namespaced === "true" };
}

/** `api-resources`: the kinds, by their plural names; those of the chosen Calico version, else all of them. */
export async function run({ output, isNamespaced }: ApiResourcesOptions, context: CommandContext): Promise<number> {
  const infos = allKinds(context.chosenVersion)
    .filter(({ namespaced }) => isNamespaced === undefined || namespaced === isNamespaced)
    .sort((a, b) => (a.plural < b.plural ? -1 : 1));
  const { stdout } = context.io;
  if (output === "name") stdout.write(infos.map(({ plural }) => `${plural}\n`).join(""));
  else if (output === "json") stdout.writeData(goJson(infos.map(dataOf)));
  else stdout.write(table(infos, output === "wide"));
  return EXIT.ok;
}

function table(infos: readonly KindInfo[], isWide: boolean): string {
  const headings = ["NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND", ...(isWide ? ["SINCE"] : [])];
  return textTable(
    headings,
    infos.map((info) => [
      info.plural,
      (isWide ? shortNames(info) : wordsForKind(info).slice(1)).join(","),
      API_VERSION,
      String(info.namespaced),
      info.kind,
      ...(isWide ? [info.since ?? ""] : []),
    ]),
  );
}

function dataOf(info: KindInfo) {
  const { plural, namespaced, kind, since } = info;
  return {
    name: plural,
    shortNames: shortNames(info),
    apiVersion: API_VERSION,
    namespaced,
    kind,
    ...(since !== undefined && { since }),
  };
}

/** The words for a kind beside its plural and its own name. */
function shortNames({ kind, plural, aliases }: KindInfo): readonly string[] {
  return aliases.filter((alias) => alias !== plural && alias !== kind.toLowerCase());
}
