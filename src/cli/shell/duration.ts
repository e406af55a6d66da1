import type { OptionDeclaration } from "./option.ts";
import { optionName } from "./option.ts";
import { UsageError } from "./usage.ts";

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** What times an option takes, in seconds. */
export interface Times {
  readonly least: number;
  readonly most: number;
  /** Whether a number without a unit is a number of seconds; else it is refused, as it could be minutes. */
  readonly bare: boolean;
  /** Whether fractions of a second are refused. */
  readonly whole?: boolean;
  /** The range in words, with an example. */
  readonly shown: string;
}

/** An option whose value is a time such as `30s`, `2m` or `1m30s`; its value is in seconds. */
export function duration(
  flags: string,
  help: string,
  { least, most, bare, whole = false, shown }: Times,
  more: Pick<OptionDeclaration, "aliases"> = {},
): OptionDeclaration<number | undefined> {
  const check = (value: string): number => {
    const seconds = secondsOf(value, bare);
    const fits = seconds !== undefined && seconds >= least && seconds <= most;
    if (fits && (!whole || Number.isInteger(seconds))) return seconds;
    throw new UsageError(`invalid ${optionName(flags).slice(2)} \`${value}\``, `it is ${shown}`);
  };
  return {
    flags,
    help,
    ...more,
    again: "last counts",
    check,
    read: (kept) => (typeof kept === "number" ? kept : undefined),
  };
}

/** The seconds of a time with its units, `1h30m` or `500ms`, and with `bare` of a number alone; `undefined` for other text. */
function secondsOf(text: string, bare: boolean): number | undefined {
  const trimmed = text.trim();
  if (bare && trimmed !== "" && Number.isFinite(Number(trimmed))) return Number(trimmed);
  if (!/^(?:\d{1,9}(?:\.\d{1,9})?(?:ms|s|m|h))+$/.test(trimmed)) return undefined;
  const parts = trimmed.matchAll(/([\d.]+)(ms|s|m|h)/g);
  return [...parts].reduce((sum, [, count, unit = ""]) => sum + Number(count) * (SECONDS[unit] ?? Number.NaN), 0);
}

/** The time as it is typed: `90s`, `2m`, `1h`. */
export function durationText(seconds: number): string {
  if (seconds % 3600 === 0) return `${seconds / 3600}h`;
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
