import { Command, CommanderError } from "commander";
import { nearest } from "../model/nearest.ts";
import { printable } from "../model/printable.ts";
import { DEFAULT_PROFILE, type VersionProfile, versionProfile } from "../model/version.ts";
import { commonOf, type Options } from "./common.ts";
import { contextOption, declareOn, mismatchOption, versionOption } from "./declare.ts";
import { evaluationCommands } from "./evaluation-commands.ts";
import type { Io } from "./io.ts";
import { manifestCommands } from "./manifest-commands.ts";
import { calicoctlOptions, expandPrefixes } from "./prefixes.ts";
import { resourceCommands } from "./resource-commands.ts";
import { UsageError } from "./usage.ts";

/**
 * The command line: which commands there are, their options and help. What a command does is in `commands/`, loaded
 * when it runs. `finish` receives the exit code of the command that ran. `only` names the one command that is needed.
 */
export function program(io: Io, finish: (code: number) => void, only?: string): Command {
  const root = new Command("calicoctl")
    .description("Manage Calico host endpoints and policy, and see what a policy does to a packet before it does it.")
    .option("-l, --log-level <level>", "accepted for compatibility; this tool logs nothing", logLevel)
    .option("--version", "print the version")
    .addOption(mismatchOption())
    .addOption(contextOption())
    .addOption(versionOption())
    .usage("[options] <command> [<args>...]")
    .helpCommand(false)
    .enablePositionalOptions()
    .addHelpText("after", "\nTry `calicoctl simulate --help` to ask what happens to a packet.");
  root.action((options: Options) => {
    if (options.version !== true) root.help({ error: true });
    io.stdout.write("Run 'calicoctl version' to see version information.\n");
    finish(0);
  });

  const declare = declareOn(root, async (run, args, options) => {
    finish(await run(commonOf(io, options, root.opts()), args, options));
  });
  const { add, stored } = declare;
  const commands: Readonly<Record<string, () => Command>> = {
    ...manifestCommands(declare),
    ...resourceCommands(declare),
    ...evaluationCommands(declare),
    version: () =>
      stored(
        add("version", "Show the versions of this tool and of the cluster", () => import("./commands/version.ts")),
      ).option("--client", "this tool's version only"),
  };
  // Declaring a command takes time: where the line names one, the others are not needed.
  const wanted = only !== undefined && Object.hasOwn(commands, only) ? [only] : Object.keys(commands);
  for (const name of wanted) commands[name]?.();
  for (const command of [root, ...root.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => io.stdout.write(text),
      // It repeats what the line holds.
      writeErr: (text) => io.stderr.write(printableLines(text)),
    });
  }
  return root;
}

/** Runs one command line; gives the exit code. Wrong usage is told on stderr and gives 2. */
export async function runCommandLine(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const word = commandWord(argv);
  const root = program(
    io,
    (result) => {
      code = result;
    },
    word,
  );
  try {
    const command = commandOf(root, word);
    await root.parseAsync(writtenOut(argv, root, command, io), { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError)) throw error;
    io.stderr.write(
      `error: ${printable(error.message)}\n${error.help === undefined ? "" : `  ${printableLines(error.help)}\n`}`,
    );
    return 2;
  }
}

/** As `printable`, but lines end. */
function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

/** The line with cut options written out: before the command's name those of the tool, after it the command's. */
function writtenOut(argv: readonly string[], root: Command, command: Command | undefined, io: Io): string[] {
  if (command?.name().startsWith("__")) return [...argv];
  const at = command === undefined ? argv.length : argv.indexOf(command.name());
  const long = ({ options }: Command) => [...options.flatMap((option) => option.long?.slice(2) ?? []), "help"];
  const profile = profileOf(argv, io);
  const before = expandPrefixes(argv.slice(0, at), long(root), calicoctlOptions("", profile));
  if (command === undefined) return before;
  return [...before, ...expandPrefixes(argv.slice(at), long(command), calicoctlOptions(command.name(), profile))];
}

/** The version that the line or the environment names, before the line is parsed; the default where it names none that is known. */
function profileOf(argv: readonly string[], { env }: Io): VersionProfile {
  const at = argv.findIndex((arg) => /^--calico-version(=|$)/.test(arg));
  const named = at < 0 ? env.CALICO_VERSION : (/=(.*)$/s.exec(argv[at] ?? "")?.[1] ?? argv[at + 1]);
  return versionProfile(named ?? "") ?? DEFAULT_PROFILE;
}

const LEVELS = ["panic", "fatal", "error", "warn", "warning", "info", "debug"];

/** The level as it is; wrong usage where calicoctl has none of that name (recorded: top-loglevel-bad). */
function logLevel(value: string): string {
  if (LEVELS.includes(value.toLowerCase())) return value;
  throw new UsageError(`unknown log level \`${value}\``, `levels: ${LEVELS.join(", ")}; this tool logs nothing`);
}

/** Options before the command that have a value. */
const VALUED = ["--log-level", "--context", "--calico-version"];

/** The first word of the line that is no option, which names the command. */
function commandWord(argv: readonly string[]): string | undefined {
  const takesValue = (arg = "") => arg === "-l" || (arg.length > 2 && VALUED.some((option) => option.startsWith(arg)));
  return argv.find((arg, i) => !arg.startsWith("-") && !takesValue(argv[i - 1]));
}

/** The command of that name; `undefined` for global options alone, wrong usage for a word that is no command. */
function commandOf(root: Command, word: string | undefined): Command | undefined {
  if (word === undefined) return undefined;
  const named = root.commands.find((command) => command.name() === word);
  if (named !== undefined) return named;
  const names = root.commands.map((command) => command.name()).filter((name) => !name.startsWith("__"));
  const close = nearest(word, names);
  const help = close === undefined ? `commands: ${names.join(", ")}` : `did you mean \`${close}\`?`;
  throw new UsageError(`unknown command \`${word}\``, help);
}
