import type { ExposedPart } from "../../analysis/exposure/exposure.ts";
import { protocolNumber } from "../../model/net/protocol.ts";
import { decidedByData } from "../outcomes/outcome-data.ts";
import { type RegionData, regionData } from "../regions/region-data.ts";
import { wayName } from "./exposure-groups.ts";
import type { ExposureReport, ReportedWay } from "./exposure-rows.ts";

/**
 * Who reaches what as data (`schemas/simulate/exposure.schema.json`): the regions of all ways, disjoint on each way, and the
 * ways they are of, with what was not proved.
 */
export function exposureData(report: ExposureReport): Record<string, unknown> {
  return {
    direction: report.direction,
    complete: report.ways.every(isComplete),
    ways: report.ways.map((one) => wayData(one, report)),
    regions: report.ways.flatMap((one) => regionsData(one, report)),
  };
}

/** Whether a way is answered for all packets, and every region of it is listed. */
export function isComplete({ result }: ReportedWay): boolean {
  return result.exact && result.value.parts.every(({ regions, count }) => regions.length === count);
}

/** The regions of a way that have a verdict of the report, as data. */
export function regionsData(
  { way, result }: ReportedWay,
  { verdicts }: Pick<ExposureReport, "verdicts">,
): readonly RegionData[] {
  if (!result.exact) return [];
  const { kind, node, interface: name, family } = way;
  const shown = result.value.parts.filter(({ verdict }) => verdicts.includes(verdict));
  return shown.flatMap(({ regions, verdict, by }) =>
    regions.flatMap((region) =>
      regionData(family, { node, way: kind, interface: name }, region, { verdict, decidedBy: by }),
    ),
  );
}

function wayData(one: ReportedWay, { verdicts }: ExposureReport): Record<string, unknown> {
  const { way, result } = one;
  const { kind, node, interface: name, family, endpoint } = way;
  const place = {
    ...(endpoint && { endpoint: wayName(one), kind: endpoint.kind }),
    ...{ node, way: kind, interface: name, ipVersion: family },
  };
  if (!result.exact) return { ...place, proved: false, why: result.why };
  const shown = result.value.parts.filter(({ verdict }) => verdicts.includes(verdict));
  const missing = shown.reduce((sum, { count, regions }) => sum + count - regions.length, 0);
  const wider = shown.flatMap((part) => ("isWider" in part && part.isWider ? [part] : []));
  const dropped = shown.filter(({ replyDropped }) => replyDropped !== undefined);
  return {
    ...place,
    proved: true,
    ...(missing > 0 && { regionsLeftOut: missing }),
    ...(wider.length > 0 && { failsafesWiderThanPolicy: wider.flatMap(failsafeData) }),
    ...(dropped.length > 0 && { repliesDropped: dropped.map((part) => droppedData(one, part)) }),
    assumptions: result.value.assumptions,
  };
}

function failsafeData({ by }: ExposedPart): readonly Record<string, unknown>[] {
  if (by.kind !== "failsafe") return [];
  const number = protocolNumber(by.protocol);
  return number === undefined ? [] : [{ protocol: by.protocol, port: by.port }];
}

/** Packets that are let through though the answers to them are dropped. */
function droppedData({ way }: ReportedWay, part: ExposedPart): Record<string, unknown> {
  const { kind, node, interface: name, family } = way;
  const fate = { verdict: part.verdict, decidedBy: part.by };
  return {
    regions: part.regions.flatMap((region) => regionData(family, { node, way: kind, interface: name }, region, fate)),
    ...(part.replyDropped && { by: decidedByData(part.replyDropped) }),
  };
}
