import { Command as Commander, CommanderError } from "commander";
import { type CalicoVersionRules, calicoVersionRules, DEFAULT_CALICO } from "../../model/kinds/version.ts";
import { printableLines } from "../../model/printable.ts";
import { RequestError } from "../../scenario/request-error.ts";
import type { Command, Declaration } from "./command.ts";
import { addCommand, addNotes, commanderOption, onStreams } from "./commander.ts";
import { contextOf } from "./context.ts";
import { errorLine } from "./io/error-line.ts";
import type { Io } from "./io/io.ts";
import { calicoctlOptions, expandAbbreviations } from "./line/abbreviated-options.ts";
import { withNamedFiles } from "./line/named-files.ts";
import { plainForms } from "./line/option-forms.ts";
import { type CutLine, cutAtCommand } from "./line/options-in-front.ts";
import { helpForUnknown, unknownCommand } from "./line/unknown-commands.ts";
import { type OptionDeclaration, optionName } from "./option.ts";
import { allCommands, commandNamed } from "./registry.ts";
import { optionsOf } from "./shared-options.ts";
import { KEEPER_WORD, TOOL } from "./tool.ts";
import { UsageError } from "./usage.ts";

/** Runs one command line and returns the exit code. Wrong usage is reported on stderr and returns 2. */
export async function runCommandLine(argv: readonly string[], io: Io): Promise<number> {
  if (argv[0] === "__complete") {
    const { complete } = await import("./complete/complete.ts");
    return complete(argv.slice(1), io);
  }
  const [first, folder, id] = argv;
  if (first === KEEPER_WORD && folder !== undefined && id !== undefined) {
    const { keepWayBack } = await import("../way-back/keeper.ts");
    return keepWayBack(folder, id, io);
  }
  let code = 0;
  try {
    const cut = await cutAtCommand(withHelpAsOption(argv), optionsOf(TOOL), optionsOfCommands);
    const command = cut.name === undefined ? undefined : await commandNamed(cut.name);
    const unknown = cut.name === undefined ? undefined : unknownCommand(cut.name, [cut.name, ...cut.after]);
    if (unknown !== undefined) throw new UsageError(`unknown command \`${unknown}\``, helpForUnknown(unknown));
    const line = writtenOut(cut, command?.declaration, io);
    const root = program(await commandsFor(line, command), io, (result) => {
      code = result;
    });
    await root.parseAsync(line, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof RequestError)) throw error;
    io.stderr.write(errorLine(error));
    return 2;
  }
}

/** The commands that a line needs: the one it names; for help all of them; for `--version` none, because loading them takes time. */
async function commandsFor(line: readonly string[], named: Command | undefined): Promise<readonly Command[]> {
  if (named !== undefined) return [named];
  const showsHelp = line.includes("--help") || line.includes("-h") || !line.includes("--version");
  return showsHelp ? allCommands() : [];
}

/** Commander's program of those commands; `finish` receives the exit code of the command that ran. */
function program(commands: readonly Command[], io: Io, finish: (code: number) => void): Commander {
  const root = new Commander("calicoctl")
    .description(`${TOOL.summary}.`)
    .usage("[options] <command> [<args>...]")
    .helpCommand(false)
    .configureHelp({ subcommandTerm: (command) => command.name(), minWidthToWrap: 20 })
    .enablePositionalOptions();
  addNotes(root, TOOL);
  for (const option of optionsOf(TOOL)) root.addOption(commanderOption(option));
  root.action(({ version }: { version?: boolean }) => {
    if (version !== true) root.help({ error: true });
    io.stdout.write("Run 'calicoctl version' to see version information.\n");
    finish(0);
  });
  onStreams(root, io, printableLines);
  for (const { declaration, parse } of commands) {
    const command = addCommand(root, declaration, optionsOf(declaration), async (words, kept) => {
      const line = await withNamedFiles(declaration, { words, kept }, io);
      const run = parse(line.words, line.kept);
      finish(await run(contextOf(io, kept, root.opts(), [declaration.name, ...line.words])));
    });
    onStreams(command, io, printableLines);
  }
  return root;
}

/** `help get` as `get --help`. */
function withHelpAsOption(argv: readonly string[]): readonly string[] {
  const [first, command, ...rest] = argv;
  if (first !== "help") return argv;
  return command === undefined ? ["--help"] : [command, "--help", ...rest];
}

/** The options of all commands, for a line that has one of them in front of its command's name. */
async function optionsOfCommands(): Promise<readonly OptionDeclaration[]> {
  const commands = await allCommands();
  return commands.flatMap(({ declaration }) => optionsOf(declaration));
}

/** The line as the parser takes it: abbreviated options written out, and each option where it belongs. */
function writtenOut(
  { before, name, moved, after }: CutLine,
  command: Declaration | undefined,
  { env }: Io,
): readonly string[] {
  const calico = versionRulesOf([...before, ...moved, ...after], env);
  const forms = (part: readonly string[], declaration: Declaration) => {
    const written = expandAbbreviations(part, longOptions(declaration), calicoctlOptions(declaration, calico));
    return plainForms(written, declaration.name, optionsOf(declaration));
  };
  const start = forms(before, TOOL);
  return name === undefined || command === undefined
    ? start
    : [...start, name, ...forms([...moved, ...after], command)];
}

function longOptions(declaration: Declaration): string[] {
  const names = optionsOf(declaration).map(({ flags }) => optionName(flags));
  return [...names.filter((name) => name.startsWith("--")).map((name) => name.slice(2)), "help"];
}

/** The version that the line or the environment names, before the line is parsed; the default where it names none that is known. */
function versionRulesOf(argv: readonly string[], env: Io["env"]): CalicoVersionRules {
  const at = argv.findIndex((arg) => /^--calico-version(=|$)/.test(arg));
  const named = at < 0 ? env.CALICO_VERSION : (/=(.*)$/s.exec(argv[at] ?? "")?.[1] ?? argv[at + 1]);
  return calicoVersionRules(named ?? "") ?? DEFAULT_CALICO;
}
