import type { RuleOwner, StageAt } from "../../policy/path/domain.ts";
import type { CompiledRules } from "../../policy/world/compiled.ts";
import type { PacketSpace, Packets } from "../sets/packet-space.ts";
import type { RuleReach } from "./path-types.ts";

/** Gathers what packets come to the rules of a walk. */
export class RuleReaches {
  readonly #space: PacketSpace;
  readonly #found = new Map<CompiledRules, Map<string, RuleReach>>();

  constructor(space: PacketSpace) {
    this.#space = space;
  }

  /** Adds packets that come to a rule, and those of them that match it. */
  readonly add = (
    { where: { stage, direction } }: StageAt,
    { rules }: RuleOwner,
    index: number,
    coming: Packets,
    matched: Packets,
  ): void => {
    const byPlace = this.#found.get(rules) ?? new Map<string, RuleReach>();
    this.#found.set(rules, byPlace);
    const key = `${stage} ${direction} ${index}`;
    const { none } = this.#space;
    const before = byPlace.get(key) ?? { rules, direction, index, stage, packets: none, matched: none };
    byPlace.set(key, {
      ...before,
      packets: this.#space.union(before.packets, coming),
      matched: this.#space.union(before.matched, matched),
    });
  };

  /** All that was added, each rule once for a stage. */
  all(): readonly RuleReach[] {
    return [...this.#found.values()].flatMap((byPlace) => [...byPlace.values()]);
  }
}
