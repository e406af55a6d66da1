import type { OptionDeclaration } from "../shell/option.ts";
import { optionName } from "../shell/option.ts";
import { UsageError } from "../shell/usage.ts";

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };
/** A day: who is away for longer has not looked. */
const MOST_SECONDS = 86_400;

/** An option whose value is a time such as `30s`, `2m` or `1h`, up to a day; its value is in seconds. */
export function duration(flags: string, help: string): OptionDeclaration<number | undefined> {
  const check = (value: string): number => {
    const [, count = "", unit = ""] = /^(\d{1,6})([smh])$/.exec(value) ?? [];
    const seconds = Number(count) * (SECONDS[unit] ?? 0);
    if (seconds >= 1 && seconds <= MOST_SECONDS) return seconds;
    const name = optionName(flags).slice(2);
    throw new UsageError(`invalid ${name} \`${value}\``, "it is a time from 1s to 24h, such as 30s, 2m or 1h");
  };
  return { flags, help, again: "last counts", check, read: (kept) => (typeof kept === "number" ? kept : undefined) };
}

/** The time as it is typed: `90s`, `2m`, `1h`. */
export function durationText(seconds: number): string {
  if (seconds % 3600 === 0) return `${seconds / 3600}h`;
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
