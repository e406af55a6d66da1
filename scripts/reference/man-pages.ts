/**
 * Makes the manual pages of section 1 from the declarations of the commands: one of the tool, and one a command; the build puts
 * them into dist/man.
 */
import type { Declaration } from "../../src/cli/shell/command.ts";
import { type OptionDeclaration, optionName } from "../../src/cli/shell/option.ts";
import { exitCodes } from "../../src/cli/shell/usage.ts";
import { CALICO_VERSIONS } from "../../src/model/kinds/version.ts";
import { inCalicoctl, OPTION_GROUPS, type OptionGroup, paragraphs, shownOptions } from "./command-parts.ts";
import { bold, item, references, roff, roffText } from "./roff.ts";
import { relatedCommands } from "./see-also.ts";
import { brokenLine } from "./shell-lines.ts";

/** What the pages are made from. */
export interface Manual {
  readonly version: string;
  /** The day of the release: `2026-11-29`. */
  readonly date: string;
  /** The tool itself: its options stand before the command. */
  readonly tool: Declaration;
  readonly commands: readonly Declaration[];
}

const ENVIRONMENT: readonly (readonly [string, string])[] = [
  ["DATASTORE_TYPE, ETCD_ENDPOINTS, KUBECONFIG, ...", "the datastore; `calicoctl config view` lists them all"],
  ["CALICO_VERSION", "the Calico version whose behaviour applies, where --calico-version is not given"],
  ["CALICOCTL_STATE_DIR", "where changes that wait for a confirmation are recorded"],
  ["CALICO_EDITOR, KUBE_EDITOR, EDITOR", "the editor of `calicoctl edit`; the first that is set"],
  ["COLUMNS, NO_COLOR", "the width of texts; whether they have no colours"],
];

const FILES: readonly (readonly [string, string])[] = [
  ["/etc/calico/calicoctl.cfg", "the configuration, where it exists; --config names another file"],
  ["$XDG_CACHE_HOME/calicoctl-ts, ~/.cache/calicoctl-ts", "compiled code, for a faster start; may be removed"],
];

/** The pages by the names of their files: `calicoctl.1`, `calicoctl-apply.1`. */
export function manPages(manual: Manual): ReadonlyMap<string, string> {
  const commands = manual.commands.map((one) => [`calicoctl-${one.name}.1`, commandPage(one, manual)] as const);
  return new Map([["calicoctl.1", overview(manual)], ...commands]);
}

function overview(manual: Manual): string {
  const { tool, commands } = manual;
  return lines([
    title("calicoctl", manual),
    ".SH NAME",
    named("calicoctl", tool.summary),
    ".SH SYNOPSIS",
    `.B calicoctl\n${roff("[options] <command> [<args>...]")}`,
    ".SH DESCRIPTION",
    roffText(`${tool.summary}. Each command has a manual page of its own.`),
    ".SH OPTIONS",
    ...Object.values(tool.options).map(option),
    ...OPTION_GROUPS.flatMap(({ title, options }) => [`.SS ${title}`, ...options.map(option)]),
    ".SH COMMANDS",
    ...commands.map(({ name, summary }) => item(`.BR ${roff(`calicoctl-${name}`)} (1)`, `${summary}.`)),
    exitStatus(tool),
    ".SH ENVIRONMENT",
    ...ENVIRONMENT.map(([term, text]) => item(bold(term), text)),
    ".SH FILES",
    ...FILES.map(([term, text]) => item(bold(term), text)),
  ]);
}

function commandPage(declaration: Declaration, manual: Manual): string {
  const { name: command, summary, arguments: declared = [], examples = [] } = declaration;
  const { own, groups } = shownOptions(declaration);
  const words = declared.map(({ syntax }) => ` ${syntax}`).join("");
  return lines([
    title(`calicoctl-${command}`, manual),
    ".SH NAME",
    named(`calicoctl-${command}`, summary),
    ".SH SYNOPSIS",
    `.B calicoctl ${roff(command)}\n${roff(`[options]${words}`)}`,
    ".SH DESCRIPTION",
    roffText(`${summary}.`),
    ...paragraphs(declaration).map((note) => `.PP\n${roffText(note)}`),
    ...(declared.length === 0 ? [] : [".SH ARGUMENTS"]),
    ...declared.map(({ syntax, help }) => item(bold(syntax), help)),
    ".SH OPTIONS",
    ...own.map(option),
    ...groups.map(sharedOptions),
    compatibility(declaration),
    exitStatus(declaration),
    ".SH EXAMPLES",
    ...examples.map(
      ({ line, shows }, i) =>
        `${i > 0 ? ".PP\n" : ""}${roffText(`${capital(shows)}:`)}\n.PP\n.RS 4\n.EX\n${roff(brokenLine(line, 68))}\n.EE\n.RE`,
    ),
    ".SH SEE ALSO",
    references(["calicoctl", ...relatedCommands(command).map((other) => `calicoctl-${other}`)]),
  ]);
}

/** The lines of a page; no words are hyphenated, because a reader copies them, and each heading turns that on again. */
const lines = (all: readonly string[]): string =>
  `${all
    .filter((text) => text !== "")
    .join("\n")
    .replaceAll(/^\.S[HS] .*$/gm, "$&\n.nh")}\n`;

const title = (page: string, { version, date }: Manual): string =>
  `.TH ${roff(page.toUpperCase())} 1 "${date}" "calicoctl\\-ts ${version}" "calicoctl manual"\n.ad l`;

const named = (page: string, summary: string): string =>
  roffText(`${page} - ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function exitStatus({ exits }: Declaration): string {
  return [".SH EXIT STATUS", ...exitCodes(exits).map(([code, meaning]) => item(bold(code), meaning))].join("\n");
}

/** Which calicoctl also has the command, and with which of its options. */
function compatibility(declaration: Declaration): string {
  const { own, groups } = shownOptions(declaration);
  const all = [...own, ...groups.flatMap(({ options }) => options)];
  const sentences = CALICO_VERSIONS.map((version) => {
    const names = all.filter(({ calicoctl }) => calicoctl === version).map(({ flags }) => optionName(flags));
    return names.length === 0 ? "" : ` Its options since Calico ${version}: ${names.join(", ")}.`;
  });
  const known = declaration.calicoctl === undefined ? [] : sentences;
  return `.SH COMPATIBILITY\n${roffText(`${inCalicoctl(declaration)}${known.join("")}`)}`;
}

/** The names of options that many commands have; the page of the tool describes them. */
function sharedOptions({ title, options }: OptionGroup): string {
  return `.SS ${title}\n${roffText(`${options.map(({ flags }) => `\`${flags}\``).join(", ")}.`)}\nSee\n${references(["calicoctl"])}.`;
}

/** An option: its names in bold, its value in italics. */
function option({ flags, help }: OptionDeclaration): string {
  const [, names = "", value = ""] = /^(\S+(?:, \S+)?)(.*)$/.exec(flags) ?? [];
  return item(`\\fB${roff(names)}\\fR${value === "" ? "" : ` \\fI${roff(value.trim())}\\fR`}`, help);
}
