import { type CalicoVersion, type CalicoVersionRules, hasSince } from "../../../model/kinds/version.ts";
import type { Declaration } from "../command.ts";
import { optionName } from "../option.ts";
import { UsageError } from "../usage.ts";

/**
 * The long options that calicoctl itself has for a command in that version, without the dashes; none for commands that only this
 * tool has.
 */
export function calicoctlOptions({ calicoctl, options }: Declaration, calico: CalicoVersionRules): readonly string[] {
  const has = (since: CalicoVersion | undefined): boolean => since !== undefined && hasSince(since, calico);
  if (!has(calicoctl)) return [];
  const theirs = Object.values(options).filter((option) => has(option.calicoctl));
  return [...theirs.map(({ flags }) => optionName(flags).slice(2)), "help"];
}

/**
 * Long options may be cut to any unique prefix, as calicoctl's parser has it (`--file=x` is `--filename=x`). Those of
 * `first`, calicoctl's own, are not made ambiguous by the others. Returns the argument list with known prefixes written
 * out, up to a `--`; throws `UsageError` for a prefix of several options.
 */
export function expandAbbreviations(
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
