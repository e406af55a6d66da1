import type { MatrixCell } from "../../../../analysis/exposure/matrix/matrix.ts";
import type { MatrixEnd } from "../../../../analysis/exposure/matrix/matrix-ends.ts";
import { addressNumber, numberAddress } from "../../../../analysis/paths/boxes/dimension-values.ts";
import { ANYONE } from "../../../../analysis/paths/witness.ts";
import type { Family, Region } from "../../../../analysis/sets/dimension.ts";
import { sampleOfRegions } from "../../../../analysis/sets/sample.ts";
import { formatAddress, parseAddress } from "../../../../model/net/address.ts";
import { hasPorts, PROTOCOL_NUMBERS, protocolName } from "../../../../model/net/protocol.ts";
import { withoutOtherIcmp } from "../../../../report/exposure/exposure-rows.ts";
import { cellText } from "../../../../report/exposure/matrix/cell-text.ts";
import { matrixData } from "../../../../report/exposure/matrix/matrix-data.ts";
import { addressesText, addressNets } from "../../../../report/regions/address-nets.ts";
import { byService } from "../../../../report/regions/by-service.ts";
import { servicesText } from "../../../../report/regions/region-text.ts";
import { RequestError } from "../../../../scenario/request-error.ts";
import { leftOutOf, type Scenario } from "../../../../scenario/scenario.ts";
import type { PageData } from "../../page-data.ts";
import { endpointWord } from "../end-words.ts";
import { answerForm } from "../packet.ts";
import type { PacketForm } from "../packet-form.ts";
import { partEnd } from "./matrix-part.ts";
import { provedPart, questionOfWords } from "./matrix-question.ts";
import type { CellExample, CellRegion, MatrixCellAnswer, MatrixCellQuestion, RegionAddresses } from "./matrix-types.ts";

/** All of a cell; throws `RequestError` where there is none, or a word of the question stands for nothing. */
export function answerMatrixCell(scenario: Scenario, question: MatrixCellQuestion, data: PageData): MatrixCellAnswer {
  const { sources, destinations, services } = questionOfWords(scenario, question);
  const [source, destination] = [sources[question.row], destinations[question.column]];
  if (source === undefined || destination === undefined)
    throw new RequestError("the matrix does not have this cell", "its rows or columns have changed; choose another");
  const part = { sources: [source], destinations: [destination], services };
  const proved = provedPart(scenario, part);
  const cell = proved.exact ? proved.value.cells[0] : undefined;
  return {
    source: partEnd(source),
    destination: partEnd(destination),
    ...(cell && { text: cellText(cell) }),
    ...(!proved.exact && { notProved: proved.why }),
    regions: cell === undefined ? [] : regionsOf(cell, scenario, data),
    data: { ...matrixData(part, proved), ...leftOutOf(scenario) },
  };
}

function regionsOf(cell: MatrixCell, scenario: Scenario, data: PageData): readonly CellRegion[] {
  return cell.answers.flatMap(({ family, allowed }) => {
    if (allowed === "own node") return [];
    return byService(allowed, "source").flatMap((region): readonly CellRegion[] => {
      const shown = withoutOtherIcmp(family, region);
      const services = servicesText(shown);
      if (services === "") return [];
      const example = exampleOf(cell, family, shown, scenario, data);
      return [
        {
          ipVersion: family,
          services,
          sources: addressesOf(family, region.source),
          destinations: addressesOf(family, region.destination),
          ...(example && { example }),
        },
      ];
    });
  });
}

function addressesOf(family: Family, intervals: Region["source"]): RegionAddresses {
  return { text: addressesText(family, intervals), nets: addressNets(family, intervals) };
}

function exampleOf(
  { source, destination }: MatrixCell,
  family: Family,
  region: Region,
  scenario: Scenario,
  data: PageData,
): CellExample | undefined {
  const values = sampleOfRegions(family, [region], { source: anyone(family) });
  if (values === undefined) return undefined;
  const protocol = Number(values.protocol);
  const isIcmp = protocol === PROTOCOL_NUMBERS.ICMP || protocol === PROTOCOL_NUMBERS.ICMPv6;
  const portOrIcmp = Number(values.portOrIcmp);
  const addressOf = (value: number | bigint): string => formatAddress(numberAddress(value, family));
  const form: PacketForm = {
    protocol: protocolName(protocol).toLowerCase(),
    from: endOf(source, family) ?? addressOf(values.source),
    to: endOf(destination, family) ?? addressOf(values.destination),
    ...(hasPorts(protocol) && { port: String(portOrIcmp) }),
    ...(isIcmp && { icmp: `${portOrIcmp >> 8}/${portOrIcmp & 255}` }),
  };
  try {
    const { packet, verdict } = answerForm(scenario, { form }, data);
    return { form, packet, verdict };
  } catch (fault) {
    // The ends of a matrix are more than a packet through the cluster may have.
    if (fault instanceof RequestError) return undefined;
    throw fault;
  }
}

function anyone(family: Family): readonly (number | bigint)[] {
  return ANYONE[family].flatMap((text) => parseAddress(text) ?? []).map(addressNumber);
}

/** The word for an endpoint where it stands for the only address that the endpoint has, or for those that are unknown. */
function endOf(end: MatrixEnd, family: Family): string | undefined {
  if (end.kind !== "endpoint") return undefined;
  const [own, other] = [end.addresses[family], end.addresses[family === 4 ? 6 : 4]];
  if (own === undefined) return endpointWord(end.endpoint);
  const [first, ...more] = own;
  const isOne = first !== undefined && more.length === 0 && first[0] === first[1] && other?.length === 0;
  return isOne ? endpointWord(end.endpoint) : undefined;
}
