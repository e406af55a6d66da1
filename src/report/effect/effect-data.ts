import type { Effect } from "../../analysis/effect/effect.ts";
import type { ChangeGroup } from "../../analysis/effect/groups.ts";
import type { Outcome } from "../../policy/outcome.ts";
import { decidedByData } from "../outcomes/outcome-data.ts";
import { regionData } from "../regions/region-data.ts";
import { flowCommand } from "./flow-command.ts";

/** Regions that are listed of one change. */
const MOST_REGIONS = 10_000;

/** An effect as data (`schemas/simulate/effect.schema.json`): every change, with all its regions up to a limit. */
export function effectData({ groups, notProved, ways, compared, assumptions }: Effect): Record<string, unknown> {
  return {
    isEquivalent: groups.length === 0 && notProved.length === 0,
    isExact: notProved.length === 0,
    ways,
    compared,
    changes: groups.map(changeData),
    notProved: notProved.map(({ way: { node, interface: name, kind, family, endpoint }, why }) => ({
      ...{ node, interface: name, way: kind, ipVersion: family },
      ...(endpoint && { endpoint: endpoint.name }),
      why,
    })),
    assumptions,
  };
}

function changeData(group: ChangeGroup): Record<string, unknown> {
  const { kind, way, families, places, by, was, replyDropped, regions, count } = group;
  const witness = group.witness();
  const { node, shortest } = witness;
  return {
    change: kind,
    way,
    ipVersions: families,
    places: places.map(({ isNew, isGone, ...place }) => ({
      ...place,
      ...(isNew && { isNew }),
      ...(isGone && { isGone }),
    })),
    decidedBy: decidedByData(by),
    decidedBefore: was.map(decidedByData),
    ...(replyDropped && { repliesDroppedBy: decidedByData(replyDropped) }),
    regionCount: count,
    regions: regions.slice(0, MOST_REGIONS).flatMap((region) => regionsData(group, region)),
    witness: {
      node,
      flow: witness.flow,
      ...(shortest && { command: flowCommand(node, shortest.flow, shortest.interfaces) }),
      before: outcomeData(witness.before),
      after: outcomeData(witness.after),
    },
  };
}

function regionsData({ families, way, by }: ChangeGroup, region: ChangeGroup["regions"][number]): readonly object[] {
  const entries = families.flatMap((family) =>
    regionData(family, { node: "", way, interface: "" }, region, { verdict: "allow", decidedBy: by }),
  );
  return entries.map(({ node: _n, way: _w, interface: _i, verdict: _v, decidedBy: _d, ...fields }) => fields);
}

function outcomeData({ verdict, return: reply, decidedBy, returnDecidedBy }: Outcome): Record<string, unknown> {
  return {
    verdict,
    ...(reply !== undefined && { return: reply }),
    decidedBy: decidedByData(decidedBy),
    ...(returnDecidedBy && { returnDecidedBy: decidedByData(returnDecidedBy) }),
  };
}
