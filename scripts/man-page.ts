/** Makes the manual page of section 1 from the declarations of the commands; the build puts it into dist. */
import type { Declaration } from "../src/cli/shell/command.ts";
import type { OptionDeclaration } from "../src/cli/shell/option.ts";
import { optionsOf } from "../src/cli/shell/shared-options.ts";

/** What the page says besides the commands. */
export interface ManPage {
  readonly version: string;
  /** Options before the command. */
  readonly options: readonly OptionDeclaration[];
  readonly commands: readonly Declaration[];
}

const EXIT_CODES: readonly (readonly [string, string])[] = [
  ["0", "done"],
  ["1", "failed, or the input is invalid; for diff: something would change"],
  ["2", "wrong usage; for diff: an error occurred"],
  ["3", "an expectation is not met"],
];

const FILES: readonly (readonly [string, string])[] = [
  ["/etc/calico/calicoctl.cfg", "the configuration, where it exists; --config names another file"],
  ["$XDG_CACHE_HOME/calicoctl-ts, ~/.cache/calicoctl-ts", "compiled code, for a faster start; may be removed"],
];

/** The page in the language of man(7). */
export function manPage({ version, options, commands }: ManPage): string {
  return [
    `.TH CALICOCTL 1 "" "calicoctl-ts ${version}"`,
    ".SH NAME",
    roff("calicoctl - validate Calico manifests, manage them in etcd, and simulate policy on a packet"),
    ".SH SYNOPSIS",
    `.B calicoctl\n${roff("[options] <command> [<args>...]")}`,
    ".SH OPTIONS",
    ...options.map(option),
    ".SH COMMANDS",
    ...commands.map(command),
    ".SH EXIT STATUS",
    ...EXIT_CODES.map(item),
    ".SH FILES",
    ...FILES.map(item),
    "",
  ].join("\n");
}

function command(declaration: Declaration): string {
  const { name, summary, arguments: declared = [], examples = [] } = declaration;
  const usage = ["calicoctl", name, "[options]", ...declared.map(({ syntax }) => syntax)].join(" ");
  return [
    `.SS ${roff(usage)}`,
    roff(`${summary}.`),
    ...declared.map(({ syntax, help }) => item([syntax, help])),
    ...optionsOf(declaration)
      .filter(({ hidden }) => hidden !== true)
      .map(option),
    ...examples.map(({ line, shows }) => `.PP\n${roff(`${shows}:`)}\n.PP\n.EX\n${roff(line)}\n.EE`),
  ].join("\n");
}

const option = ({ flags, help }: OptionDeclaration): string => item([flags, help]);

function item([term, text]: readonly [string, string]): string {
  return `.TP\n.B ${roff(term)}\n${roff(text)}`;
}

/** Text as roff prints it unchanged: no escapes, plain hyphens, and no line that begins like a request. */
export function roff(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^(?=[.'])/gm, "\\&");
}
