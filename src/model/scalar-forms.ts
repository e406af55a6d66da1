/**
 * Go's textual forms of ports, protocols, AS numbers and durations, brought to the form in which Calico stores them. Each
 * function returns `undefined` for invalid text, which a check then reports.
 */

/** A port as stored: `"80"` and `"80:80"` are 80, `"080:90"` is `80:90`; names stay. */
export function canonicalPort(text: string): number | string | undefined {
  const range = /^(\d+)(?::(\d+))?$/.exec(text);
  if (!range) return undefined;
  const from = Number(range[1]);
  const to = Number(range[2] ?? range[1]);
  if (from > 65535 || to > 65535) return undefined;
  return from === to ? from : `${from}:${to}`;
}

/** A protocol as stored: a string of digits up to 255 is the number; names stay. */
export function canonicalProtocol(text: string): number | undefined {
  return /^\d{1,20}$/.test(text) && Number(text) <= 255 ? Number(text) : undefined;
}

/** An AS number as stored: `"64512"`, and the dotted `"1.10"`, which is 65546. */
export function canonicalAsNumber(text: string): number | undefined {
  const match = /^(\d{1,20})(?:\.(\d{1,20}))?$/.exec(text);
  if (!match) return undefined;
  const high = Number(match[1]);
  if (match[2] === undefined) return high <= 0xffff_ffff ? high : undefined;
  const low = Number(match[2]);
  return high <= 0xffff && low <= 0xffff ? high * 0x1_0000 + low : undefined;
}

const NANOSECONDS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

/** A duration as stored: `90s` is `1m30s`, `0` is `0s`, `1500ms` is `1.5s`. */
export function canonicalDuration(text: string): string | undefined {
  const [, sign, rest = ""] = /^([-+]?)(.*)$/.exec(text) ?? [];
  if (text.length > 100 || rest === "") return undefined;
  let total = 0n;
  if (rest !== "0") {
    const parts = /^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(rest)
      ? rest.matchAll(/(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g)
      : undefined;
    if (parts === undefined) return undefined;
    for (const [, whole = "", fraction = "", unit = ""] of parts) {
      const scale = NANOSECONDS[unit] ?? 0n;
      total += BigInt(whole === "" ? "0" : whole) * scale;
      if (fraction !== "") total += (BigInt(fraction) * scale) / 10n ** BigInt(fraction.length);
    }
  }
  if (total >= 2n ** 63n) return undefined;
  return total === 0n ? "0s" : (sign === "-" ? "-" : "") + durationText(total);
}

/** Nanoseconds as Go writes a duration: below a second in one unit, else hours, minutes and seconds. */
function durationText(total: bigint): string {
  for (const unit of ["ns", "µs", "ms"]) {
    const scale = NANOSECONDS[unit] ?? 1n;
    if (total < scale * 1000n) return `${decimal(total, scale)}${unit}`;
  }
  const hours = total / 3_600_000_000_000n;
  const minutes = (total / 60_000_000_000n) % 60n;
  const seconds = decimal(total % 60_000_000_000n, 1_000_000_000n);
  if (hours > 0n) return `${hours}h${minutes}m${seconds}s`;
  return minutes > 0n ? `${minutes}m${seconds}s` : `${seconds}s`;
}

function decimal(value: bigint, scale: bigint): string {
  const rest = String(value % scale)
    .padStart(String(scale).length - 1, "0")
    .replace(/0+$/, "");
  return `${value / scale}${rest === "" || scale === 1n ? "" : `.${rest}`}`;
}

/** How to write a duration for what is not one: of a number, in seconds. */
export function durationHelp(value: unknown): string {
  return /^\d+$/.test(String(value))
    ? `write it with its unit: \`${String(value)}s\``
    : "write it with its unit: `90s`, `1m30s`, `250ms`";
}

/** A point in time as nearly all are stored: of any day but the 29th of February. */
export const USUAL_TIME =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/** Whether the text is a point in time as RFC 3339 writes it, `2019-01-01T00:00:00Z`. */
export function isTimestamp(text: string): boolean {
  if (USUAL_TIME.test(text)) return true;
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,30})?(?:Z|[-+]([01]\d|2[0-3]):[0-5]\d)$/.exec(
    text,
  );
  if (!match) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(month, year) && hour < 24 && minute < 60 && second < 60;
}

/** The days of a month, counted from 1, by the Gregorian calendar. */
function daysOf(month: number, year: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
