import { type Command as Commander, Option } from "commander";
import { didYouMean } from "../../model/nearest.ts";
import { shellWord } from "../../model/shell-word.ts";
import { textLines } from "../../report/text-lines.ts";
import type { Declaration } from "./command.ts";
import { helpAfter } from "./help.ts";
import { errorLine } from "./io/error-line.ts";
import type { Io } from "./io/io.ts";
import { type KeptValues, keptName, type OptionDeclaration, optionName } from "./option.ts";
import { UsageError } from "./usage.ts";

/** Columns of help that goes into a file or pipe. */
const HELP_WIDTH = 80;

/** What to do when commander has parsed a command's line. */
export type Started = (words: readonly string[], kept: KeptValues) => Promise<void>;

/** Adds the command to commander's root, from its declaration; `options` are its own and those that every command has. */
export function addCommand(
  root: Commander,
  declaration: Declaration,
  options: readonly OptionDeclaration[],
  started: Started,
): Commander {
  const { name, summary, arguments: declared = [] } = declaration;
  const command = root.command(name).summary(summary).description(`${summary}.`).allowExcessArguments();
  for (const { syntax, help } of declared) command.argument(syntax, help);
  for (const option of options) command.addOption(commanderOption(option));
  addNotes(command, declaration);
  command.action(async () => {
    refuseExcess(command, declaration);
    await started(command.args, command.opts());
  });
  return command;
}

/** Adds notes and examples to the help, as wide as commander's part of it. */
export function addNotes(command: Commander, declaration: Declaration): void {
  command.addHelpText("after", () =>
    helpAfter(declaration, command.configureOutput().getOutHelpWidth?.() ?? HELP_WIDTH),
  );
}

/** Commander's form of an option. */
export function commanderOption({ flags, help, hidden, again, check }: OptionDeclaration): Option {
  const option = new Option(flags, help).hideHelp(hidden === true);
  if (option.isBoolean()) return option;
  let times = 0;
  return option.argParser((value: string, before: unknown) => {
    const read = check === undefined ? value : check(value);
    if (again === "collects") return [...(Array.isArray(before) ? before : []), read];
    if (again === undefined && ++times > 1)
      throw new UsageError(`option \`${optionName(flags)}\` is given more than once`, onceHelp(flags));
    return read;
  });
}

/** What to write instead of an option given twice, where two values can be one. */
function onceHelp(flags: string): string | undefined {
  return optionName(flags) === "--selector" ? "write both in one: -l 'SELECTOR,SELECTOR'" : undefined;
}

/** What commander prints goes to the streams of `io`, and it throws instead of ending the process. */
export function onStreams(command: Commander, io: Io, printable: (text: string) => string): void {
  command
    .helpOption("-h, --help", "print this help")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      // It repeats what the line holds.
      writeErr: (text) => io.stderr.write(printable(text)),
      getOutHelpWidth: () => io.stdout.columns ?? HELP_WIDTH,
      getErrHelpWidth: () => io.stderr.columns ?? HELP_WIDTH,
      outputError: (text, write) => write(unknownOption(text, command) ?? text + missingValueHelp(text, command)),
    });
}

function refuseExcess({ args }: Commander, { name, arguments: declared = [], options }: Declaration): void {
  if (declared.some(({ syntax }) => syntax.includes("..."))) return;
  const more = args[declared.length];
  if (more === undefined) return;
  const reads = Object.values(options).some(({ flags }) => keptName(flags) === "filename");
  const help = reads && declared.length === 0 ? didYouMean(`-f ${shellWord(more)}`) : `calicoctl ${name} --help`;
  throw new UsageError(`unexpected argument \`${more}\``, help);
}

/** Commander's message about an unknown option as this tool writes errors; `undefined` for other messages. */
function unknownOption(message: string, command: Commander): string | undefined {
  const [, option, near] =
    /^error: unknown option '(.*)'\n(?:\(Did you mean (?:one of )?([^,]*).*\?\)\n)?$/s.exec(message) ?? [];
  if (option === undefined) return undefined;
  const name = command.parent === null ? "calicoctl" : `calicoctl ${command.name()}`;
  return errorLine({ message: `unknown option \`${option}\``, help: didYouMean(near) ?? `${name} --help` });
}

/** What the option's value is, on a line below commander's message that it is missing; empty for other messages. */
function missingValueHelp(message: string, { options }: Commander): string {
  const flags = /^error: option '(.+)' argument missing/.exec(message)?.[1];
  const option = options.find((one) => one.flags === flags);
  if (option === undefined) return "";
  const text = `${option.long ?? option.flags} needs a value: ${option.description}`;
  return `${textLines(text, HELP_WIDTH, "  ").join("\n")}\n`;
}
