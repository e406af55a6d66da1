import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { nearest } from "../model/nearest.ts";
import { printable } from "../model/printable.ts";
import { CALICO_VERSIONS, DEFAULT_PROFILE, type VersionProfile, versionProfile } from "../model/version.ts";
import type { Io } from "./io.ts";
import { collect, expandPrefixes, once, UsageError } from "./usage.ts";

/** What every command gets besides its own options. */
export interface Common {
  readonly io: Io;
  readonly profile: VersionProfile;
  /** The file that says where the datastore is, where one was named. */
  readonly config: string | undefined;
  /** How long any one command may wait for a remote datastore. */
  readonly timeoutMs: number;
  readonly namespace: string | undefined;
}

type Options = Readonly<Record<string, unknown>>;
type Run = (common: Common, args: readonly string[], options: Options) => Promise<number>;

const MANIFEST_HELP = "file with resources, a directory of such files, or - for standard input";

/**
 * The command line: which commands there are, their options and help. What a command does is in `commands/`, loaded
 * when it runs. `finish` receives the exit code of the command that ran.
 */
export function program(io: Io, finish: (code: number) => void): Command {
  const root = new Command("calicoctl")
    .description("Manage Calico host endpoints and policy, and see what a policy does to a packet before it does it.")
    .option("-l, --log-level <level>", "accepted for compatibility; this tool logs nothing")
    .option("--version", "print the version")
    .usage("[options] <command> [<args>...]")
    .helpCommand(false)
    .addHelpText("after", "\nTry `calicoctl simulate --help` to ask what happens to a packet.");
  root.action((options: Options) => {
    if (options.version !== true) root.help({ error: true });
    io.stdout.write("Run 'calicoctl version' to see version information.\n");
    finish(0);
  });

  const add = (name: string, summary: string, load: () => Promise<{ run: Run }>): Command => {
    const command = root.command(name).summary(summary).description(`${summary}.`);
    command.action(async (...received: unknown[]) => {
      const options = received.at(-2) as Options;
      const args = received.slice(0, -2).flatMap((arg) => (arg === undefined ? [] : (arg as string | string[])));
      const { run } = await load();
      finish(await run(commonOf(io, options), args, options));
    });
    return command.addOption(
      new Option(
        "--calico-version <version>",
        `behave as this Calico: ${CALICO_VERSIONS.join(" or ")} (CALICO_VERSION)`,
      ),
    );
  };
  const stored = (command: Command): Command =>
    command
      .option(
        "-c, --config <file>",
        "datastore configuration file (default /etc/calico/calicoctl.cfg)",
        once("--config"),
      )
      .option("-n, --namespace <namespace>", "namespace of the resources (default `default`)", once("--namespace"))
      .option("--timeout <seconds>", "how long to wait for the datastore (default 10)", seconds);
  const manifests = (command: Command): Command =>
    command
      .option("-f, --filename <file>", `${MANIFEST_HELP} (repeatable)`, collect)
      .option("-R, --recursive", "read the directories below, too");

  const write = () => import("./commands/write.ts");
  for (const [verb, summary] of [
    ["create", "Create resources that do not exist yet"],
    ["apply", "Create resources or replace those that exist"],
    ["replace", "Replace resources that exist"],
  ] as const) {
    const command = manifests(
      stored(add(verb, summary, async () => ({ run: async (...input) => (await write()).run(verb, ...input) }))),
    );
    if (verb === "create") command.option("--skip-exists", "leave resources that exist already as they are");
  }
  manifests(stored(add("delete", "Delete resources", () => import("./commands/delete.ts"))))
    .argument("[kind]", "kind of the resources, such as hep or gnp")
    .argument("[names...]", "their names")
    .option("-s, --skip-not-exists", "do not fail for resources that do not exist");
  manifests(stored(add("get", "Show resources", () => import("./commands/get.ts"))))
    .argument("[kind]", "kind of the resources, such as hep or gnp")
    .argument("[names...]", "their names; all of the kind when none is given")
    .option("-o, --output <format>", "ps, wide, yaml, json or custom-columns=COLUMN,...", once("--output"))
    .option("-a, --all-namespaces", "resources of every namespace")
    .option("--export", "without the fields that belong to one cluster (with names)");
  manifests(add("validate", "Check manifests; no datastore needed", () => import("./commands/validate.ts"))).option(
    "-o, --output <format>",
    "text or json",
    once("--output"),
  );
  simulateOptions(
    manifests(
      stored(add("simulate", "Say what Calico does to a packet, and why", () => import("./commands/simulate.ts"))),
    ),
  );
  stored(
    add("version", "Show the versions of this tool and of the cluster", () => import("./commands/version.ts")),
  ).option("--client", "this tool's version only");
  for (const command of [root, ...root.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    });
  }
  return root;
}

function simulateOptions(command: Command): Command {
  return command
    .argument("[protocol]", "tcp, udp, icmp, icmpv6, sctp, udplite, or a number")
    .argument("[source]", "source address, with :PORT where it matters; [2001:db8::1]:PORT for IPv6")
    .argument("[destination]", "destination address and port, as the packet carries it on its way in")
    .option("--node <node>", "the node the packet enters", once("--node"))
    .option("--in <interface>", "it comes in through this host interface", once("--in"))
    .option("--from-process", "it is sent by a process of the node")
    .option("--from-workload <name>", "it is sent by this workload of the node", once("--from-workload"))
    .option("--out <interface>", "it leaves through this interface", once("--out"))
    .option("--to-process", "it is for a process of the node")
    .option("--to-workload <name>", "it is for this workload of the node", once("--to-workload"))
    .option(
      "--interface <name=addresses>",
      "addresses of an interface of the node, eth0=10.0.0.1,... (repeatable)",
      collect,
    )
    .option("--dnat <rule>", "a DNAT of the node, tcp:10.0.0.1:31852=192.168.1.10:8080 (repeatable)", collect)
    .option("--icmp <type[/code]>", "ICMP type and code (default: echo request)", once("--icmp"))
    .option(
      "--tcp-flags <flags>",
      "TCP flags of a packet that does not open a connection: ACK, RST, SYN+ACK",
      once("--tcp-flags"),
    )
    .option("--established", "the packet belongs to a connection that is already open")
    .option("--flows <file>", "read flows from a file, or - for standard input", once("--flows"))
    .option("--offline", "use the files only, not the datastore")
    .option("--expect <verdict>", "exit with 3 unless the verdict is allow or deny", once("--expect"))
    .option("-o, --output <format>", "table, json or yaml", once("--output"))
    .addHelpText(
      "after",
      `
Examples:
  calicoctl simulate tcp 198.51.100.7 10.240.0.5:8443                  a packet from outside, to an address of a host endpoint
  calicoctl simulate -f new.yaml --node node1 --in eth0 tcp 198.51.100.7 10.240.0.5:22    what would happen if new.yaml were applied
  calicoctl simulate --node node1 --from-process tcp 10.240.0.5 203.0.113.9:443           out of the node
  calicoctl simulate -f policies/ --offline --flows flows.yaml                            a file of flows, no datastore`,
    );
}

function seconds(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number <= 3600))
    throw new InvalidArgumentError("It is a number of seconds, above 0 and up to 3600.");
  return number;
}

function commonOf(io: Io, options: Options): Common {
  const named = (options.calicoVersion as string | undefined) ?? io.env.CALICO_VERSION;
  const profile = named === undefined || named === "" ? DEFAULT_PROFILE : versionProfile(named);
  if (profile === undefined) {
    throw new UsageError(
      `no behaviour is recorded for Calico \`${named}\``,
      `known versions: ${CALICO_VERSIONS.join(", ")}`,
    );
  }
  return {
    io,
    profile,
    config: options.config as string | undefined,
    timeoutMs: ((options.timeout as number | undefined) ?? 10) * 1000,
    namespace: (options.namespace as string | undefined) || undefined,
  };
}

/** Runs one command line; gives the exit code. Wrong usage is told on stderr and gives 2. */
export async function runCommandLine(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const root = program(io, (result) => {
    code = result;
  });
  try {
    const command = commandOf(root, argv);
    const long = (command ?? root).options.flatMap((option) => option.long?.slice(2) ?? []);
    await root.parseAsync(expandPrefixes(argv, [...long, "help"]), { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError)) throw error;
    io.stderr.write(`error: ${printable(error.message)}\n${error.help === undefined ? "" : `  ${error.help}\n`}`);
    return 2;
  }
}

/** The command the line names; `undefined` for global options alone, wrong usage for a word that is no command. */
function commandOf(root: Command, argv: readonly string[]): Command | undefined {
  const valued = new Set(["-l", "--log-level"]);
  const word = argv.find((arg, i) => !arg.startsWith("-") && !valued.has(argv[i - 1] ?? ""));
  if (word === undefined) return undefined;
  const names = root.commands.map((command) => command.name());
  const command = root.commands[names.indexOf(word)];
  if (command !== undefined) return command;
  const close = nearest(word, names);
  const help = close === undefined ? `commands: ${names.join(", ")}` : `did you mean \`${close}\`?`;
  throw new UsageError(`unknown command \`${word}\``, help);
}
