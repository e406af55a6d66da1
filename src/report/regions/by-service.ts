import type { Interval, Region } from "../../analysis/sets/dimension.ts";
import { mergeIntervals } from "../../analysis/sets/interval-list.ts";

/**
 * The same packets as disjoint regions of which each has its protocols and ports once, with all sources that reach them: what a
 * person asks for first is a port. Regions that restrict destinations or source ports differently stay apart.
 */
export function byService(regions: readonly Region[], end: "source" | "destination" = "source"): readonly Region[] {
  const groups = new Map<string, Region[]>();
  for (const region of regions) {
    const { protocol: _p, portOrIcmp: _l, [end]: _e, ...others } = region;
    const key = JSON.stringify(others, (_, value) => (typeof value === "bigint" ? value.toString(16) : value));
    const group = groups.get(key);
    if (group) group.push(region);
    else groups.set(key, [region]);
  }
  return [...groups.values()].flatMap((group) => regroup(group, end));
}

type End = "source" | "destination";

/** Values of a dimension that occur together, with what they occur with. */
interface Row<T> {
  readonly values: readonly Interval[];
  readonly key: string;
  readonly of: T;
}

function regroup(group: readonly Region[], end: End): readonly Region[] {
  const { protocol: _p, portOrIcmp: _l, [end]: _e, ...others } = group[0] as Region;
  const byProtocol = rowsOf(group, "protocol", [0, 255], (ofProtocol) => {
    const rows = rowsOf(ofProtocol, "portOrIcmp", [0, 65535], (ofPort) => {
      const everywhere = ofPort.some((region) => region[end] === undefined);
      const ends = everywhere ? undefined : mergeIntervals(ofPort.flatMap((region) => region[end] ?? []));
      return { of: ends, key: ends === undefined ? "all" : ends.join(" ") };
    });
    return { of: rows, key: rows.map(({ values, key }) => `${values.join(" ")} ${key}`).join("/") };
  });
  return byProtocol.flatMap(({ values: protocol, of: rows }) =>
    rows.map(({ values: portOrIcmp, of: ends }) => ({
      ...others,
      ...(!isAll(protocol, 255) && { protocol }),
      ...(!isAll(portOrIcmp, 65535) && { portOrIcmp }),
      ...(ends !== undefined && { [end]: ends }),
    })),
  );
}

/** The values of a dimension that the regions have, those together for which `of` is the same. */
function rowsOf<T>(
  regions: readonly Region[],
  dimension: "protocol" | "portOrIcmp",
  all: Interval,
  of: (regions: readonly Region[]) => { readonly of: T; readonly key: string },
): readonly Row<T>[] {
  const starts = new Set<number>();
  for (const region of regions) {
    for (const [first, last] of region[dimension] ?? [all]) starts.add(Number(first)).add(Number(last) + 1);
  }
  const sorted = [...starts].sort((a, b) => a - b);
  const rows = new Map<string, { readonly values: Interval[]; readonly key: string; readonly of: T }>();
  for (const [i, first] of sorted.slice(0, -1).entries()) {
    const values: Interval = [first, (sorted[i + 1] ?? 0) - 1];
    const there = regions.filter((region) => (region[dimension] ?? [all]).some(([a, b]) => a <= first && first <= b));
    if (there.length === 0) continue;
    const made = of(there);
    const row = rows.get(made.key);
    if (row) row.values.push(values);
    else rows.set(made.key, { values: [values], ...made });
  }
  return [...rows.values()].map((row) => ({ ...row, values: mergeIntervals(row.values) }));
}

function isAll(intervals: readonly Interval[], last: number): boolean {
  return intervals.length === 1 && intervals[0]?.[0] === 0 && intervals[0][1] === last;
}
