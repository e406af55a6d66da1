import type { Interval } from "../../analysis/sets/dimension.ts";

const LAST_PORT = 65535;

/** Ports as JSON has them: `lo:hi` each, also for one port; absent intervals are all ports. */
export function portRanges(intervals: readonly Interval[] | undefined): readonly string[] {
  return (intervals ?? [[0, LAST_PORT]]).map(([first, last]) => `${first}:${last}`);
}

/** Ports for people, `22, 80, 8000:8100`; empty for all ports. */
export function portsText(intervals: readonly Interval[] | undefined): string {
  if (intervals === undefined || (intervals.length === 1 && intervals[0]?.[0] === 0 && intervals[0][1] === LAST_PORT))
    return "";
  return intervals.map(([first, last]) => (first === last ? String(first) : `${first}:${last}`)).join(", ");
}

/** An ICMP type; without a code, all codes of it. */
export interface IcmpEntry {
  readonly type: number;
  readonly code?: number;
}

/** The types and codes of a set of `type * 256 + code`, each once; `undefined` for all of them. */
export function icmpEntries(intervals: readonly Interval[] | undefined): readonly IcmpEntry[] | undefined {
  if (intervals === undefined || portsText(intervals) === "") return undefined;
  return intervals.flatMap(([first, last]) => {
    const entries: IcmpEntry[] = [];
    for (let value = Number(first); value <= Number(last); ) {
      const type = value >> 8;
      const isWhole = (value & 0xff) === 0 && value + 0xff <= Number(last);
      entries.push(isWhole ? { type } : { type, code: value & 0xff });
      value += isWhole ? 0x100 : 1;
    }
    return entries;
  });
}

/** ICMP types for people, `type 8` or `type 3/1, 3/4, 11:255`; empty for all of them. */
export function icmpText(intervals: readonly Interval[] | undefined): string {
  if (intervals === undefined || portsText(intervals) === "") return "";
  return `type ${intervals.flatMap(([first, last]) => icmpParts(Number(first), Number(last))).join(", ")}`;
}

/** An interval as codes of the type it begins in, whole types, and codes of the type it ends in. */
function icmpParts(first: number, last: number): readonly string[] {
  const codes = (from: number, to: number) => {
    const [low, high] = [from & 0xff, to & 0xff];
    return low === high ? `${from >> 8}/${low}` : `${from >> 8}/${low}:${high}`;
  };
  const [firstType, lastType] = [first >> 8, last >> 8];
  const [beginsWhole, endsWhole] = [(first & 0xff) === 0, (last & 0xff) === 0xff];
  if (firstType === lastType && !(beginsWhole && endsWhole)) return [codes(first, last)];
  const from = beginsWhole ? firstType : firstType + 1;
  const to = endsWhole ? lastType : lastType - 1;
  return [
    ...(beginsWhole ? [] : [codes(first, (firstType << 8) + 0xff)]),
    ...(from > to ? [] : [from === to ? String(from) : `${from}:${to}`]),
    ...(endsWhole ? [] : [codes(lastType << 8, last)]),
  ];
}
