import type { Matrix, MatrixQuestion } from "../../../analysis/exposure/matrix/matrix.ts";
import type { EndAddresses, MatrixEnd } from "../../../analysis/exposure/matrix/matrix-ends.ts";
import type { Exact } from "../../../analysis/sets/budget.ts";
import { addressNets } from "../../regions/address-nets.ts";
import { packetsData } from "../../regions/region-data.ts";
import { cellText, endName } from "./cell-text.ts";

/** A matrix as data (`schemas/simulate/exposure-matrix.schema.json`): the regions of each cell are disjoint, and all of it. */
export function matrixData(question: MatrixQuestion, result: Exact<Matrix>): Record<string, unknown> {
  const ends = { sources: question.sources.map(endData), destinations: question.destinations.map(endData) };
  if (!result.exact) return { complete: false, why: result.why, ...ends, cells: [], assumptions: [] };
  const { cells, assumptions } = result.value;
  const places = [question.sources, question.destinations].map((list) => new Map(list.map((end, at) => [end, at])));
  return {
    complete: true,
    ...ends,
    cells: cells.map((cell) => ({
      source: places[0]?.get(cell.source),
      destination: places[1]?.get(cell.destination),
      allowed: cellText(cell),
      ipVersions: cell.answers.map(({ family, allowed }) => ({
        ipVersion: family,
        ...(allowed === "own node"
          ? { ownNode: true, regions: [] }
          : { ownNode: false, regions: allowed.flatMap((region) => packetsData(family, region)) }),
      })),
    })),
    assumptions,
  };
}

function endData(end: MatrixEnd): Record<string, unknown> {
  const addresses = addressesData(end.addresses);
  const named = { name: endName(end), ...(addresses && { addresses }) };
  if (end.kind !== "endpoint") return { ...named, kind: end.kind };
  const { kind, node } = end.endpoint;
  return { ...named, kind, node };
}

/** Absent where nothing says which addresses there are. */
function addressesData(addresses: EndAddresses): readonly string[] | undefined {
  if (addresses[4] === undefined || addresses[6] === undefined) return undefined;
  return [...addressNets(4, addresses[4]), ...addressNets(6, addresses[6])];
}
