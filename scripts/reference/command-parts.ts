/** What the reference of a command consists of, for all forms of it: pages of the site, docs/commands.md and manual pages. */
import type { Declaration } from "../../src/cli/shell/command.ts";
import type { OptionDeclaration } from "../../src/cli/shell/option.ts";
import {
  DATASTORE_OPTIONS,
  FACTS_OPTIONS,
  GUARD_OPTIONS,
  optionsOf,
  VERSION_OPTION,
} from "../../src/cli/shell/shared-options.ts";
import { CALICO_VERSIONS, type CalicoVersion } from "../../src/model/kinds/version.ts";

/** Options that many commands have. */
export interface OptionGroup {
  readonly title: string;
  readonly options: readonly OptionDeclaration[];
}

/** The groups, in the order in which pages have them. */
export const OPTION_GROUPS: readonly OptionGroup[] = [
  { title: "Guard options", options: Object.values(GUARD_OPTIONS) },
  { title: "Datastore options", options: Object.values(DATASTORE_OPTIONS) },
  { title: "Facts options", options: Object.values(FACTS_OPTIONS) },
  { title: "Options of every command", options: [VERSION_OPTION] },
];

/** The options of a command that are shown: those that are its own, and the groups that it has. */
export interface ShownOptions {
  readonly own: readonly OptionDeclaration[];
  readonly groups: readonly OptionGroup[];
}

/** Cuts the options of a command into its own and groups. */
export function shownOptions(declaration: Declaration): ShownOptions {
  const options = optionsOf(declaration).filter(({ hidden }) => hidden !== true);
  const groups = OPTION_GROUPS.filter((group) => group.options.every((option) => options.includes(option)));
  const own = options.filter((option) => !groups.some((group) => group.options.includes(option)));
  return { own, groups };
}

/** The command's usage on a line: `calicoctl get [options] [kind] [names...]`. */
export function usageOf({ name, arguments: declared = [] }: Declaration): string {
  return ["calicoctl", name, "[options]", ...declared.map(({ syntax }) => syntax)].join(" ");
}

/** The versions of Calico that have what came with one: `v3.7 and v3.32`. */
export const since = (version: CalicoVersion): string =>
  CALICO_VERSIONS.slice(CALICO_VERSIONS.indexOf(version)).join(" and ");

/** In which versions of Calico calicoctl has the command, as a sentence. */
export function inCalicoctl({ calicoctl }: Declaration): string {
  return calicoctl === undefined ? "Only in this tool." : `In calicoctl ${since(calicoctl)}.`;
}

/** The paragraphs of the notes, whose lines are broken where they are declared. */
export function paragraphs({ notes = [] }: Declaration): readonly string[] {
  return notes.map((note) => note.replaceAll("\n", " "));
}
