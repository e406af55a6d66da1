import { type EndReference, referenceText } from "../../../kubernetes/ends/end-reference.ts";
import { type ClusterEnds, type EndTarget, resolveEnd } from "../../../kubernetes/ends/resolve-end.ts";
import { formatAddress, parseAddress } from "../../../model/net/address.ts";
import { protocolName } from "../../../model/net/protocol.ts";
import { shellWord } from "../../../model/shell-word.ts";
import { type FactsByNode, placesOf } from "../../../policy/end-to-end/endpoint-places.ts";
import type { EndToEndRequest } from "../../../policy/end-to-end/path-types.ts";
import { UsageError } from "../../shell/usage.ts";
import { chooseHelp } from "../choices.ts";
import { sourcePortText } from "../flow-request.ts";
import type { Scenario } from "../open-scenario.ts";
import { clusterEnds } from "./cluster-ends.ts";
import { type EndToEndQuery, packetTo, type QueryEnd } from "./end-to-end-args.ts";

/** One of the packets that a question may mean. */
export interface EndToEndCase {
  /** What distinguishes it from the others, as text. */
  readonly name: string;
  readonly request: EndToEndRequest;
  readonly assumptions: readonly string[];
}

/** The packets that a question may mean, and its ends in Kubernetes' words where they are given so. */
export interface EndToEndCases {
  readonly cases: readonly EndToEndCase[];
  readonly from?: string;
  readonly to?: string;
}

/** More pairs of ends than anyone can read. */
const MOST_CASES = 500;

/** Finds what the ends of a question stand for: a packet for each pair; throws `UsageError` where there is none. */
export function endToEndCases(
  scenario: Pick<Scenario, "world" | "saved" | "objects">,
  facts: FactsByNode,
  query: EndToEndQuery,
): EndToEndCases {
  const { from, to, port, sourcePort, options } = query;
  const protocol = query.protocol === undefined ? undefined : protocolName(query.protocol);
  const isNamed = from.reference !== undefined || to.reference !== undefined;
  const cluster = isNamed ? clusterEnds(scenario, query.namespace) : undefined;
  for (const [side, { reference }] of [
    ["from", from],
    ["to", to],
  ] as const)
    checkOutside(scenario, facts, side, reference);
  const sources = targetsOf(from, "from", cluster, {});
  const targets = targetsOf(to, "to", cluster, {
    ...(protocol !== undefined && { protocol }),
    ...(port !== undefined && { port }),
  });
  if (sources.length * targets.length > MOST_CASES) {
    const message = `\`${from.text}\` and \`${to.text}\` stand for ${sources.length * targets.length} pairs of ends`;
    throw new UsageError(message, "name one pod of each");
  }
  const cases = sources.flatMap((source) =>
    targets.map((target): EndToEndCase => {
      const { packet, assumptions } = packetTo(query, target);
      const isPortAssumed = sourcePort === undefined && packet.srcPort !== undefined;
      const { in: inInterface, out } = options;
      return {
        name: [
          ...(sources.length > 1 ? [`from ${source.name}`] : []),
          ...(targets.length > 1 ? [`to ${target.name}`] : []),
        ].join(" "),
        request: {
          ...{ from: source.endpoint, to: target.endpoint, packet },
          ...(inInterface !== undefined && { in: inInterface }),
          ...(out !== undefined && { out }),
        },
        assumptions: [
          ...source.assumptions,
          ...target.assumptions,
          ...assumptions,
          ...(isPortAssumed ? [sourcePortText(packet)] : []),
        ],
      };
    }),
  );
  return { cases, ...written("from", from.reference), ...written("to", to.reference) };
}

/** Throws where an address that is given as one outside is one of the cluster. */
function checkOutside(
  { world }: Pick<Scenario, "world">,
  facts: FactsByNode,
  side: "from" | "to",
  reference: EndReference | undefined,
): void {
  const address = reference?.kind === "external" ? parseAddress(reference.address) : undefined;
  const [place] = address === undefined ? [] : placesOf(world, facts, address);
  if (place === undefined || place.kind === "outside") return;
  const message = `\`${place.addresses.map(formatAddress).join()}\` is not outside the cluster: it is an address of ${place.name}`;
  throw new UsageError(message, `use --${side} ${shellWord(place.name)}`);
}

function written(side: "from" | "to", reference: EndReference | undefined): Partial<EndToEndCases> {
  return reference === undefined ? {} : { [side]: referenceText(reference) };
}

function targetsOf(
  { text, reference }: QueryEnd,
  about: "from" | "to",
  cluster: ClusterEnds | undefined,
  packet: Parameters<typeof resolveEnd>[2],
): readonly EndTarget[] {
  if (reference === undefined || cluster === undefined) {
    const port = typeof packet.port === "number" ? { port: packet.port } : {};
    return [{ endpoint: text, name: text, ...port, assumptions: [] }];
  }
  const result = resolveEnd(reference, cluster, packet);
  if (result.ok) return result.targets;
  const otherwise = `another end for --${about}`;
  throw new UsageError(
    result.message,
    chooseHelp(result.fitting, (end) => `--${about} ${shellWord(end)}`, otherwise),
  );
}
