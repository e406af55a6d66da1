import { hasPorts } from "../../../model/net/protocol.ts";
import type { Direction } from "../../../policy/outcome.ts";
import type { FailsafeHit } from "../../../policy/path/domain.ts";
import type { CompiledFailsafe, FelixSettings } from "../../../policy/world/compiled.ts";
import type { Box, Universe } from "../../sets/universe.ts";
import { boxesOf } from "./boxes-of.ts";
import { netIntervals } from "./dimension-values.ts";

/**
 * The packets that the failsafe list of a direction is for, by the port that they hit, as `match/failsafe` has it; `replies`:
 * those of the other direction's list also, by their source port, which come last.
 */
export function failsafeBoxes(
  universe: Universe,
  settings: FelixSettings,
  direction: Direction,
  replies: boolean,
): readonly (readonly [FailsafeHit, readonly Box[]])[] {
  const { failsafeInbound, failsafeOutbound } = settings;
  const isIn = direction === "ingress";
  const remote = isIn ? "source" : "destination";
  const of = (entries: readonly CompiledFailsafe[], dimension: "sourcePort" | "portOrIcmp") =>
    entries.flatMap(({ number: protocol, port, net }) => {
      if (!hasPorts(protocol)) return [];
      const boxes = boxesOf(universe, {
        protocol: [[protocol, protocol]],
        [dimension]: [[port, port]],
        ...(net && { [remote]: netIntervals([net], universe.family) }),
      });
      return [[{ protocol, port }, boxes] as const];
    });
  const [own, other] = isIn ? [failsafeInbound, failsafeOutbound] : [failsafeOutbound, failsafeInbound];
  return [...of(own, "portOrIcmp"), ...(replies ? of(other, "sourcePort") : [])];
}
