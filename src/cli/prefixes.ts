import type { VersionProfile } from "../model/version.ts";
import { UsageError } from "./usage.ts";

const STORED = ["config", "namespace"];
/** calicoctl's own options by command, as its help lists them (recorded: the --help cases of cli.jsonl); `""`: before the command. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  "": ["log-level", "version"],
  create: ["filename", "skip-exists", ...STORED],
  apply: ["filename", ...STORED],
  replace: ["filename", ...STORED],
  delete: ["filename", "skip-not-exists", ...STORED],
  get: ["filename", "output", "all-namespaces", "export", ...STORED],
  label: ["overwrite", "remove", ...STORED],
  convert: ["filename", "output", "ignore-validation"],
  version: ["config"],
};
const LATER = ["context", "allow-version-mismatch"];
const FILES = ["recursive", "skip-empty", ...LATER];
/** What v3.32 has more. */
const OPTIONS_3_32: Readonly<Record<string, readonly string[]>> = {
  "": LATER,
  create: FILES,
  apply: FILES,
  replace: FILES,
  delete: FILES,
  get: FILES,
  label: LATER,
  patch: ["patch", "type", ...STORED, ...LATER],
  validate: ["filename", "recursive", "skip-empty", "allow-version-mismatch"],
  version: ["client", ...LATER],
};

/** The long options that calicoctl itself has for a command (`""`: before it) in that version; none for commands of ours. */
export function calicoctlOptions(command: string, { version }: VersionProfile): readonly string[] {
  const own = (table: typeof OPTIONS) => (Object.hasOwn(table, command) ? (table[command] ?? []) : []);
  const found = [...own(OPTIONS), ...(version === "v3.7" ? [] : own(OPTIONS_3_32))];
  return found.length === 0 ? [] : [...found, "help"];
}

/**
 * Long options may be cut to any unique prefix, as calicoctl's parser has it (`--file=x` is `--filename=x`). Those of
 * `first`, calicoctl's own, are not made ambiguous by the others. Gives the argument list with known prefixes written
 * out, up to a `--`; throws `UsageError` for a prefix of several options.
 */
export function expandPrefixes(
  argv: readonly string[],
  longOptions: readonly string[],
  first: readonly string[] = [],
): string[] {
  const end = argv.indexOf("--");
  return argv.map((arg, at) => {
    if (end !== -1 && at > end) return arg;
    const match = /^--([a-z][a-z-]*)(=.*)?$/s.exec(arg);
    if (!match) return arg;
    const [, word = "", value = ""] = match;
    const known = [...first, ...longOptions];
    const theirs = first.filter((option) => option.startsWith(word));
    const fitting = theirs.length > 0 ? theirs : longOptions.filter((option) => option.startsWith(word));
    if (fitting.length === 0 || known.includes(word)) return arg;
    if (fitting.length > 1) {
      const names = fitting.map((option) => `--${option}`).join(", ");
      throw new UsageError(`option \`--${word}\` is not unique`, `it could be ${names}`);
    }
    return `--${fitting[0]}${value}`;
  });
}
