import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { nearest } from "../model/nearest.ts";
import { printable } from "../model/printable.ts";
import { CALICO_VERSIONS, DEFAULT_PROFILE, type VersionProfile, versionProfile } from "../model/version.ts";
import type { Io } from "./io.ts";
import { dryRunOption, resourceCommands, selectorOption, writing } from "./resource-commands.ts";
import { collect, expandPrefixes, once, UsageError } from "./usage.ts";

/** What every command gets besides its own options. */
export interface Common {
  readonly io: Io;
  /** The Calico version that is meant: the chosen one, else, once the datastore is open, the datastore's, else the default. */
  readonly profile: VersionProfile;
  /** Whether the command line or the environment chose the version. */
  readonly versionChosen: boolean;
  /** Tells which version the datastore has; it counts where none was chosen. */
  readonly detected: (profile: VersionProfile) => void;
  /** Use a cluster of another release than v3.32 asks for. */
  readonly allowVersionMismatch: boolean;
  /** The file that says where the datastore is, where one was named. */
  readonly config: string | undefined;
  /** How long any one command may wait for a remote datastore. */
  readonly timeoutMs: number;
  readonly namespace: string | undefined;
}

type Options = Readonly<Record<string, unknown>>;
/** A command's work: its surroundings, the words after its name, its options; gives the exit code. */
export type Run = (common: Common, args: readonly string[], options: Options) => Promise<number>;

/** The wait for a datastore unless said otherwise: with the start-up and the end around it, less than ten seconds in all. */
const TIMEOUT_SECONDS = 9;

const MANIFEST_HELP = "file with resources, a directory of such files, or - for standard input";

/**
 * The command line: which commands there are, their options and help. What a command does is in `commands/`, loaded
 * when it runs. `finish` receives the exit code of the command that ran. `only` names the one command that is needed.
 */
export function program(io: Io, finish: (code: number) => void, only?: string): Command {
  const root = new Command("calicoctl")
    .description("Manage Calico host endpoints and policy, and see what a policy does to a packet before it does it.")
    .option("-l, --log-level <level>", "accepted for compatibility; this tool logs nothing")
    .option("--version", "print the version")
    .addOption(mismatchOption())
    .usage("[options] <command> [<args>...]")
    .helpCommand(false)
    .enablePositionalOptions()
    .addHelpText("after", "\nTry `calicoctl simulate --help` to ask what happens to a packet.");
  root.action((options: Options) => {
    if (options.version !== true) root.help({ error: true });
    io.stdout.write("Run 'calicoctl version' to see version information.\n");
    finish(0);
  });

  const add = (name: string, summary: string, load: () => Promise<{ run: Run }>): Command => {
    const command = root
      .command(name, { hidden: name.startsWith("__") })
      .summary(summary)
      .description(`${summary}.`);
    command.action(async (...received: unknown[]) => {
      const options = received.at(-2) as Options;
      const args = received.slice(0, -2).flatMap((arg) => (arg === undefined ? [] : (arg as string | string[])));
      const { run } = await load();
      finish(await run(commonOf(io, options, root.opts()), args, options));
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
      .option("--timeout <seconds>", `how long to wait for the datastore (default ${TIMEOUT_SECONDS})`, seconds)
      .addOption(mismatchOption())
      .option("--context <context>", "accepted for compatibility; there is no Kubernetes context here");
  const manifests = (command: Command): Command =>
    command
      .option("-f, --filename <file>", `${MANIFEST_HELP} (repeatable)`, collect)
      .option("-R, --recursive", "read the directories below, too");

  const write = () => import("./commands/write.ts");
  const writer = (verb: "create" | "apply" | "replace", summary: string): Command =>
    writing(
      manifests(
        stored(add(verb, summary, async () => ({ run: async (...input) => (await write()).run(verb, ...input) }))),
      ),
    );
  const commands: Readonly<Record<string, () => Command>> = {
    create: () =>
      writer("create", "Create resources that do not exist yet").option(
        "--skip-exists",
        "leave resources that exist already as they are",
      ),
    apply: () =>
      writer("apply", "Create resources or replace those that exist").option(
        "--skip-unchanged",
        "do not write what would not change (with -o always)",
      ),
    replace: () => writer("replace", "Replace resources that exist"),
    delete: () =>
      manifests(stored(add("delete", "Delete resources", () => import("./commands/delete.ts"))))
        .argument("[kind]", "kind of the resources, such as hep or gnp; a list of kinds, or KIND/NAME")
        .argument("[names...]", "their names")
        .option("-s, --skip-not-exists", "do not fail for resources that do not exist")
        .addOption(selectorOption())
        .option("--all", "all of the kind (of the namespace); asks first")
        .option("-y, --yes", "do not ask")
        .addOption(dryRunOption()),
    get: () =>
      manifests(stored(add("get", "Show resources", () => import("./commands/get.ts"))))
        .argument("[kind]", "kind of the resources, such as hep or gnp; a list of kinds, KIND/NAME, or all")
        .argument("[names...]", "their names; all of the kind when none is given")
        .option(
          "-o, --output <format>",
          "ps, wide, yaml, json, name, custom-columns=COLUMN,..., go-template=TEMPLATE or go-template-file=FILE",
          once("--output"),
        )
        .addOption(selectorOption())
        .option("-a, --all-namespaces", "resources of every namespace")
        .option("--export", "without the fields that belong to one cluster (with names)"),
    validate: () =>
      manifests(add("validate", "Check manifests; no datastore needed", () => import("./commands/validate.ts")))
        .argument("[files...]", "more files, as pre-commit gives them")
        .option("-o, --output <format>", "text, json, sarif, junit or github", once("--output")),
    ...resourceCommands({ add, stored, manifests }),
    simulate: () =>
      simulateOptions(
        manifests(
          stored(add("simulate", "Say what Calico does to a packet, and why", () => import("./commands/simulate.ts"))),
        ),
      ),
    test: () =>
      testOptions(
        manifests(
          stored(add("test", "Check flow files: does every flow end as expected", () => import("./commands/test.ts"))),
        ),
      ),
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
      writeErr: (text) => io.stderr.write(text),
    });
  }
  return root;
}

function mismatchOption(): Option {
  return new Option("--allow-version-mismatch", "use a cluster of another release than v3.32 asks for");
}

function simulateOptions(command: Command): Command {
  return factsOptions(command)
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
    .option("--from <endpoint>", "with --to: from this endpoint, wherever it is (see below)", once("--from"))
    .option("--to <endpoint>", "with --from: to this endpoint, through every node on the way", once("--to"))
    .option("--icmp <type[/code]>", "ICMP type and code (default: echo request)", once("--icmp"))
    .option(
      "--tcp-flags <flags>",
      "TCP flags of a packet that does not open a connection: ACK, RST, SYN+ACK",
      once("--tcp-flags"),
    )
    .option("--established", "the packet belongs to a connection that is already open")
    .option("--flows <file>", "read flows from a file, or - for standard input", once("--flows"))
    .option(
      "--flows-format <format>",
      "ndjson or csv: a flow a line, evaluated as a stream (told by .ndjson, .jsonl, .csv)",
    )
    .option("--offline", "use the files only, not the datastore")
    .option("--expect <verdict>", "exit with 3 unless the verdict is allow or deny", once("--expect"))
    .option("-o, --output <format>", "table, json or yaml", once("--output"))
    .addHelpText(
      "after",
      `
End to end: simulate --from ENDPOINT --to ENDPOINT PROTOCOL PORT, where ENDPOINT is a host endpoint, a node, a workload
([NAMESPACE/]POD, or its endpoint's name) or an address. --out is then the interface of the first node, --in that of the
next; --node says whose --interface, --dnat and facts without a node are.

Facts: a folder with addr.json (ip -j addr), route.json (ip -j route) and nat.txt (iptables-save -t nat), each optional;
any names with \`addr\`, \`route\`, \`nat\` or \`iptables\` in them do. Or a folder of such folders, called after the nodes.
--interface and --dnat come before what a flow file says, and that before what was saved.

Examples:
  calicoctl simulate --from default/web-1 --to db-1 tcp 5432           through both nodes, and back
  calicoctl simulate --facts saved/ --node node1 tcp 198.51.100.7 10.240.0.5:31852        with the DNATs that node1 has
  calicoctl simulate tcp 198.51.100.7 10.240.0.5:8443                  a packet from outside, to an address of a host endpoint
  calicoctl simulate -f new.yaml --node node1 --in eth0 tcp 198.51.100.7 10.240.0.5:22    what would happen if new.yaml were applied
  calicoctl simulate --node node1 --from-process tcp 10.240.0.5 203.0.113.9:443           out of the node
  calicoctl simulate -f policies/ --offline --flows flows.yaml                            a file of flows, no datastore`,
    );
}

/** Where to read what was saved on nodes. */
function factsOptions(command: Command): Command {
  return command
    .option("--facts <[node=]folder>", "what was saved on a node: addr.json, route.json, nat.txt (repeatable)", collect)
    .option("--addresses <[node=]file>", "output of `ip -j addr` on the node (repeatable)", collect)
    .option("--routes <[node=]file>", "output of `ip -j route` on the node (repeatable)", collect)
    .option("--nat <[node=]file>", "output of `iptables-save -t nat` on the node (repeatable)", collect);
}

function testOptions(command: Command): Command {
  return factsOptions(command)
    .argument("<files...>", "flow files, directories of them (and all below), or - for standard input")
    .option("--node <node>", "the node of flow files that name none", once("--node"))
    .option("--offline", "use the files of -f only, not the datastore")
    .option("-o, --output <format>", "table, junit, tap or json", once("--output"))
    .option("--coverage", "list the rules and the default denies of endpoints that no flow reached")
    .option(
      "--coverage-threshold <percent>",
      "exit with 3 when fewer of them were reached (0 to 100); implies --coverage",
      percentage,
    )
    .addHelpText(
      "after",
      `
A flow states \`expect: allow\` or \`expect: deny\`, or {verdict: deny, policy: NAME, rule: NUMBER} for what decides it.
Exit code 3: an expectation is not met, or the coverage is too low; 1: a file cannot be read or a flow not evaluated.

Examples:
  calicoctl test flows/                                           on the policy that the datastore holds
  calicoctl test flows/ -f policies/                              what they would say if policies/ were applied
  calicoctl test flows/ -f policies/ --offline --coverage         on the files alone, as in CI
  calicoctl test flows/ -f policies/ --offline -o junit > report.xml`,
    );
}

function percentage(value: string): number {
  const number = Number(value);
  if (value.trim() === "" || !(number >= 0 && number <= 100))
    throw new InvalidArgumentError("It is a number from 0 to 100.");
  return number;
}

function seconds(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number <= 3600))
    throw new InvalidArgumentError("It is a number of seconds, above 0 and up to 3600.");
  return number;
}

function commonOf(io: Io, options: Options, rootOptions: Options): Common {
  const named = (options.calicoVersion as string | undefined) ?? io.env.CALICO_VERSION;
  const versionChosen = named !== undefined && named !== "";
  let profile = versionChosen ? versionProfile(named) : DEFAULT_PROFILE;
  if (profile === undefined) {
    throw new UsageError(
      `no behaviour is recorded for Calico \`${named}\``,
      `known versions: ${CALICO_VERSIONS.join(", ")}`,
    );
  }
  return {
    io,
    get profile() {
      return profile ?? DEFAULT_PROFILE;
    },
    versionChosen,
    detected(found) {
      if (!versionChosen) profile = found;
    },
    allowVersionMismatch: options.allowVersionMismatch === true || rootOptions.allowVersionMismatch === true,
    config: options.config as string | undefined,
    timeoutMs: ((options.timeout as number | undefined) ?? TIMEOUT_SECONDS) * 1000,
    namespace: (options.namespace as string | undefined) || undefined,
  };
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
    const long = (command ?? root).options.flatMap((option) => option.long?.slice(2) ?? []);
    const hidden = command?.name().startsWith("__") ?? false;
    await root.parseAsync(hidden ? [...argv] : expandPrefixes(argv, [...long, "help"]), { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError)) throw error;
    io.stderr.write(`error: ${printable(error.message)}\n${error.help === undefined ? "" : `  ${error.help}\n`}`);
    return 2;
  }
}

/** The first word of the line that is no option, which names the command. */
function commandWord(argv: readonly string[]): string | undefined {
  const valued = new Set(["-l", "--log-level"]);
  return argv.find((arg, i) => !arg.startsWith("-") && !valued.has(argv[i - 1] ?? ""));
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
