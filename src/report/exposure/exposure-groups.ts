import type { WayKind } from "../../analysis/paths/way.ts";
import type { CompiledEndpoint } from "../../policy/world/compiled.ts";
import { type ExposureReport, type ExposureRow, type ReportedWay, rowsOf } from "./exposure-rows.ts";

/** Endpoints of which everybody is told the same. */
export interface ExposureGroup {
  readonly kind: WayKind;
  /** The ways of each of them, those of both IP versions together. */
  readonly members: readonly (readonly ReportedWay[])[];
  readonly rows: readonly ExposureRow[];
  /** Why there is no answer, for some of the ways. */
  readonly unproved: readonly string[];
}

/** The ways of a report, those together that have the same rows. */
export function groupsOf(report: ExposureReport): readonly ExposureGroup[] {
  const byEndpoint = new Map<string, ReportedWay[]>();
  for (const one of report.ways) {
    const { kind, node, interface: name, laterTarget } = one.way;
    const key = [kind, node, name, laterTarget ?? ""].join("\0");
    const ways = byEndpoint.get(key);
    if (ways) ways.push(one);
    else byEndpoint.set(key, [one]);
  }
  const groups = new Map<string, ExposureGroup>();
  for (const ways of byEndpoint.values()) {
    const kind = ways[0]?.way.kind as WayKind;
    const rows = rowsOf(ways, report);
    const unproved = ways.flatMap(({ result, way }) => (result.exact ? [] : [`IPv${way.family}: ${result.why}`]));
    const key = JSON.stringify([kind, rows, unproved]);
    const group = groups.get(key) ?? { kind, rows, unproved, members: [] };
    groups.set(key, { ...group, members: [...group.members, ways] });
  }
  return [...groups.values()];
}

/** `node1-eth0`, `default/web`; `node1/eth1` where no endpoint is there. */
export function wayName({ way }: ReportedWay): string {
  return way.endpoint === undefined ? `${way.node}/${way.interface}` : endpointLabel(way.endpoint);
}

/** An endpoint's name, that of a pod with its namespace. */
export function endpointLabel({ kind, namespace, name, aliases }: CompiledEndpoint): string {
  if (kind === "HostEndpoint") return name;
  const shown = aliases[0] ?? name;
  return namespace === undefined ? shown : `${namespace}/${shown}`;
}
