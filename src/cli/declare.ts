import { type Command, InvalidArgumentError, Option } from "commander";
import { CALICO_VERSIONS } from "../model/version.ts";
import { type Options, type Run, TIMEOUT_SECONDS } from "./common.ts";
import { collect, once } from "./usage.ts";

/** How a command is declared: its name and summary, and for those that need them the options of a kind. */
export interface Declare {
  readonly add: (name: string, summary: string, load: () => Promise<{ run: Run }>) => Command;
  /** Options of commands that use the datastore. */
  readonly stored: (command: Command) => Command;
  /** Options of commands that read manifests. */
  readonly manifests: (command: Command) => Command;
}

const MANIFEST_HELP = "file with resources, a directory of such files, or - for standard input";

/** The means to declare commands on `root`; `start` does the work of the one that is named. */
export function declareOn(
  root: Command,
  start: (run: Run, args: readonly string[], options: Options) => Promise<void>,
): Declare {
  const add = (name: string, summary: string, load: () => Promise<{ run: Run }>): Command => {
    const command = root
      .command(name, { hidden: name.startsWith("__") })
      .summary(summary)
      .description(`${summary}.`);
    command.action(async (...received: unknown[]) => {
      const options = received.at(-2) as Options;
      const args = received.slice(0, -2).flatMap((arg) => (arg === undefined ? [] : (arg as string | string[])));
      await start((await load()).run, args, options);
    });
    return command.addOption(versionOption());
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
      .addOption(contextOption());
  const manifests = (command: Command): Command =>
    command
      .option("-f, --filename <file>", `${MANIFEST_HELP} (repeatable)`, collect)
      .option("-R, --recursive", "read the directories below, too");
  return { add, stored, manifests };
}

const SELECTOR = "only those whose labels match, in Calico's language: role == 'web' && has(zone)";

/** Options of the commands that write resources from manifests. */
export function writing(command: Command): Command {
  return command
    .option("-o, --output <format>", "say what became of each resource: name or json", once("--output"))
    .addOption(dryRunOption());
}

/** `-l`, `--selector`; before the command `-l` is the log level. */
export function selectorOption(): Option {
  return new Option("-l, --selector <selector>", SELECTOR).argParser(once("--selector"));
}

/** `--dry-run`, alone or with how. */
export function dryRunOption(): Option {
  return new Option("--dry-run [how]", "write nothing: client checks the input, server asks the datastore, too");
}

/** Common to the root and all commands. */
export function versionOption(): Option {
  const help = `behave as this Calico: ${CALICO_VERSIONS.join(" or ")} (CALICO_VERSION)`;
  return new Option("--calico-version <version>", help);
}

/** Common to the root and the commands that use the datastore. */
export function mismatchOption(): Option {
  return new Option("--allow-version-mismatch", "use a cluster of another release than v3.32 asks for");
}

/** Common to the root and the commands that use the datastore. */
export function contextOption(): Option {
  return new Option("--context <context>", "accepted for compatibility; there is no Kubernetes context here");
}

/** For commands on manifests: what calicoctl does with files that hold no resource. */
export function skipEmptyOption(): Option {
  return new Option("--skip-empty", "go on where a file, or all of them, hold no resource");
}

function seconds(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number <= 3600))
    throw new InvalidArgumentError("It is a number of seconds, above 0 and up to 3600.");
  return number;
}
