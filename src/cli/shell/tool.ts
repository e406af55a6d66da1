import { declare } from "./command.ts";
import { flag, text } from "./option.ts";
import { CLUSTER_OPTIONS } from "./shared-options.ts";
import { UsageError } from "./usage.ts";

const LEVELS = ["panic", "fatal", "error", "warn", "warning", "info", "debug", "trace"];

/** What stands before the folder and the ID of a journal on the line of the process that keeps it; no command of a user. */
export const KEEPER_WORD = "__keep";

/** The tool itself: what stands before the command's name. */
export const TOOL = declare({
  name: "",
  summary: "Manage Calico host endpoints and policy, and see what a policy does to a packet before you apply it",
  calicoctl: "v3.7",
  options: {
    logLevel: {
      ...text("-l, --log-level <level>", "accepted for compatibility; this tool logs nothing"),
      calicoctl: "v3.7",
      again: "last counts",
      check: logLevel,
    },
    version: flag("--version", "print the version", { calicoctl: "v3.7" }),
    ...CLUSTER_OPTIONS,
  },
  notes: ["Try `calicoctl simulate --help` to see what happens to a packet."],
});

/** The level as it is; wrong usage where calicoctl has none of that name (recorded: top-loglevel-bad). */
function logLevel(value: string): string {
  if (LEVELS.includes(value.toLowerCase())) return value;
  throw new UsageError(`unknown log level \`${value}\``, `levels: ${LEVELS.join(", ")}; this tool logs nothing`);
}
