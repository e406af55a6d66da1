import { BITS } from "../../model/net/address.ts";
import { hasPorts, PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import type { Net } from "../../policy/world/compiled.ts";
import { mergedNetIntervals } from "../net-intervals.ts";
import type { Dimension, Interval } from "../sets/dimension.ts";
import { complementOf, intersectionOf } from "../sets/interval-list.ts";
import type { Box, Universe } from "../sets/universe.ts";
import type { Service } from "./choose-services.ts";

/** Which packets a question is about. */
export interface PacketScope {
  /** The dimension of the addresses that the endpoints are not. */
  readonly peerSide: "source" | "destination";
  /** Only of these addresses; absent: of all. */
  readonly peers?: readonly Net[] | undefined;
  readonly except?: readonly Net[] | undefined;
  /** Only of these; all where there are none. */
  readonly services: readonly Service[];
  /** Only from these ports; absent: from all, and of protocols without ports. */
  readonly sourcePorts?: readonly Interval[] | undefined;
}

/** The packets of the universe's IP version as boxes; none where there are none of it. */
export function boxesOfQuestion(universe: Universe, scope: PacketScope): readonly Box[] {
  const { family } = universe;
  const given = {
    [scope.peerSide]: universe.values(scope.peerSide, peerIntervals(family, scope)),
    ...(scope.sourcePorts && { sourcePort: universe.values("sourcePort", scope.sourcePorts) }),
  };
  const services = scope.services.filter(({ protocol }) => protocol !== ICMP_OF_THE_OTHER[family]);
  if (scope.services.length === 0)
    return present(
      universe.box({ ...given, ...(scope.sourcePorts && { protocol: universe.values("protocol", WITH_PORTS) }) }),
    );
  return services.flatMap(({ protocol, values }) => {
    const of = (dimension: Dimension, interval: Interval) => universe.values(dimension, [interval]);
    return present(
      universe.box({
        ...given,
        protocol: of("protocol", [protocol, protocol]),
        ...(values && { portOrIcmp: of("portOrIcmp", values) }),
      }),
    );
  });
}

const WITH_PORTS = Array.from({ length: 256 }, (_, number) => number)
  .filter(hasPorts)
  .map((number): Interval => [number, number]);

/** No packet of one IP version is of the other one's ICMP. */
const ICMP_OF_THE_OTHER = { 4: PROTOCOL_NUMBERS.ICMPv6, 6: PROTOCOL_NUMBERS.ICMP } as const;

function peerIntervals(family: 4 | 6, { peers, except = [] }: PacketScope): readonly Interval[] {
  const last = 2n ** BigInt(BITS[family]) - 1n;
  const all: Interval = family === 4 ? [0, Number(last)] : [0n, last];
  const given = peers === undefined ? [all] : mergedNetIntervals(family, peers);
  return intersectionOf(given, complementOf(mergedNetIntervals(family, except), all));
}

function present(box: Box | undefined): readonly Box[] {
  return box === undefined ? [] : [box];
}
