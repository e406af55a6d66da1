import { DERIVED_LIFELINES } from "../../analysis/lifelines/derived-names.ts";
import { wordList } from "../../model/word-list.ts";
import type { GuardReport } from "../../report/guard/guard-text.ts";
import type { FactsOptions } from "../scenario/saved-facts.ts";
import type { Line } from "../shell/command.ts";
import type { GUARD_OPTIONS, LIFELINE_OPTIONS } from "../shell/shared-options.ts";
import { UsageError } from "../shell/usage.ts";

/** What a guard proves, and what it may do. */
export interface GuardOptions {
  /** The lifelines file that the line names. */
  readonly lifelines: string | undefined;
  /** The derived lifelines that are left out. */
  readonly skip: readonly string[];
  readonly withoutFailsafes: boolean;
  /** What was saved on nodes. */
  readonly saved: FactsOptions;
  /** Whether there is no datastore. */
  readonly offline: boolean;
  /** The dataplane of nodes whose FelixConfiguration does not choose one. */
  readonly dataplane: "iptables" | "nftables" | undefined;
  /** Whether a safe order is used where the given one is not safe. */
  readonly reorder: boolean;
  /** Takes the report of the proof, which else is printed on stderr. */
  readonly onReport?: (report: GuardReport) => void;
}

/** Facts by files, which the commands that write do not take: a folder can hold them all. */
type FactFiles = Partial<Omit<FactsOptions, "facts">> & { readonly offline?: boolean };

/** What is asked of lifelines; throws `UsageError` for a name that no derived lifeline has. */
export function lifelineOptions(
  options: Line<typeof LIFELINE_OPTIONS>["options"] & FactFiles,
  reorder = false,
): GuardOptions {
  const { lifelines, skipLifeline, withoutFailsafes, dataplane } = options;
  const { facts, addresses = [], routes = [], nat = [], offline = false } = options;
  const known: readonly string[] = DERIVED_LIFELINES;
  const unknown = skipLifeline.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`no derived lifeline is called \`${unknown}\``, `they are ${wordList(known, "and")}`);
  const saved = { facts, addresses, routes, nat };
  return { lifelines, skip: skipLifeline, withoutFailsafes, saved, offline, dataplane, reorder };
}

/** The guard of a command that writes; `undefined` without `--guard`. Throws `UsageError` for options that go with it alone. */
export function guardOptions(options: Line<typeof GUARD_OPTIONS>["options"]): GuardOptions | undefined {
  const { guard, reorder, lifelines, skipLifeline, withoutFailsafes, facts, dataplane } = options;
  if (guard) return lifelineOptions(options, reorder);
  const isAlone = reorder || lifelines !== undefined || skipLifeline.length > 0 || withoutFailsafes;
  if (isAlone)
    throw new UsageError("--reorder, --lifelines, --skip-lifeline and --without-failsafes go with --guard", "add it");
  if (facts.length > 0 || dataplane !== undefined)
    throw new UsageError("--facts and --dataplane go with --guard", "add it");
  return undefined;
}
