import { Command as Commander, CommanderError } from "commander";
import { type CalicoVersionRules, calicoVersionRules, DEFAULT_CALICO } from "../../model/kinds/version.ts";
import { printableLines } from "../../model/printable.ts";
import { calicoctlOptions, expandAbbreviations } from "./abbreviated-options.ts";
import type { Command, Declaration } from "./command.ts";
import { addCommand, addNotes, commanderOption, onStreams } from "./commander.ts";
import { contextOf } from "./context.ts";
import { errorLine } from "./io/error-line.ts";
import type { Io } from "./io/io.ts";
import { optionName } from "./option.ts";
import { allCommands, commandNamed, helpForUnknown, unknownCommand } from "./registry.ts";
import { optionsOf } from "./shared-options.ts";
import { KEEPER_WORD, TOOL } from "./tool.ts";
import { UsageError } from "./usage.ts";

/** Runs one command line and returns the exit code. Wrong usage is reported on stderr and returns 2. */
export async function runCommandLine(argv: readonly string[], io: Io): Promise<number> {
  if (argv[0] === "__complete") {
    const { complete } = await import("./complete.ts");
    return complete(argv.slice(argv[1] === "--" ? 2 : 1), io);
  }
  const [first, folder, id] = argv;
  if (first === KEEPER_WORD && folder !== undefined && id !== undefined) {
    const { keepWayBack } = await import("../way-back/keeper.ts");
    return keepWayBack(folder, id, io);
  }
  let code = 0;
  try {
    const name = commandWord(argv);
    const command = name === undefined ? undefined : await commandNamed(name);
    const unknown = name === undefined ? undefined : unknownCommand(name, argv);
    if (unknown !== undefined) throw new UsageError(`unknown command \`${unknown}\``, helpForUnknown(unknown));
    const line = writtenOut(argv, command?.declaration, io);
    const root = program(await commandsFor(line, command), io, (result) => {
      code = result;
    });
    await root.parseAsync(line, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError)) throw error;
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
    .configureHelp({ subcommandTerm: (command) => command.name() })
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
      const run = parse(words, kept);
      finish(await run(contextOf(io, kept, root.opts())));
    });
    onStreams(command, io, printableLines);
  }
  return root;
}

/** The line with abbreviated options written out: before the command's name those of the tool, after it the command's. */
function writtenOut(argv: readonly string[], command: Declaration | undefined, io: Io): string[] {
  const at = command === undefined ? argv.length : argv.indexOf(command.name);
  const calico = versionRulesOf(argv, io);
  const expanded = (part: readonly string[], declaration: Declaration) =>
    expandAbbreviations(part, longOptions(declaration), calicoctlOptions(declaration, calico));
  const before = expanded(argv.slice(0, at), TOOL);
  return command === undefined ? before : [...before, ...expanded(argv.slice(at), command)];
}

function longOptions(declaration: Declaration): string[] {
  const names = optionsOf(declaration).map(({ flags }) => optionName(flags));
  return [...names.filter((name) => name.startsWith("--")).map((name) => name.slice(2)), "help"];
}

/** The version that the line or the environment names, before the line is parsed; the default where it names none that is known. */
function versionRulesOf(argv: readonly string[], { env }: Io): CalicoVersionRules {
  const at = argv.findIndex((arg) => /^--calico-version(=|$)/.test(arg));
  const named = at < 0 ? env.CALICO_VERSION : (/=(.*)$/s.exec(argv[at] ?? "")?.[1] ?? argv[at + 1]);
  return calicoVersionRules(named ?? "") ?? DEFAULT_CALICO;
}

/** The first word of the line that is not an option, which names the command. */
function commandWord(argv: readonly string[]): string | undefined {
  const valued = optionsOf(TOOL).filter(({ flags }) => flags.includes("<"));
  const takesValue = (arg = "") =>
    valued.some(
      ({ flags }) => arg === /^-\w(?=,)/.exec(flags)?.[0] || (arg.length > 2 && optionName(flags).startsWith(arg)),
    );
  return argv.find((arg, i) => !arg.startsWith("-") && !takesValue(argv[i - 1]));
}
