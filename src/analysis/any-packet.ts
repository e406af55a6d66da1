import type { FilterHook } from "../model/flow.ts";
import { ruleText } from "../policy/match/rule-text.ts";
import type { Direction } from "../policy/outcome.ts";
import type { Domain, Part, RuleMatch, RuleOwner, SentPart, Split, StageAt } from "../policy/path/domain.ts";
import type { End } from "../policy/path/end.ts";
import type { NodeView } from "../policy/path/node-view.ts";
import type { CompiledRules, World } from "../policy/world/compiled.ts";

/** A packet whose fields are all unknown. */
export const ANY_PACKET = "any packet";
type Any = typeof ANY_PACKET;

/** Whether a packet can leave a list of rules by a Pass, and the index of that rule; whether it can come to the list's end. */
interface Exits {
  readonly pass: number | undefined;
  readonly falls: boolean;
}

/**
 * The domain of packets whose fields are unknown: where can a packet get that no rule decides? It passes every rule except
 * one that matches everything. The parts that Allow and Deny rules decide are left out.
 */
export class AnyPacket implements Domain<Any> {
  readonly world: World;
  readonly view: NodeView;
  readonly #exits: Readonly<Record<Direction, WeakMap<CompiledRules, Exits>>>;

  /** `exits` remembers rules that were looked at, for the domains of one analysis. */
  constructor(world: World, view: NodeView, exits: Record<Direction, WeakMap<CompiledRules, Exits>>) {
    this.world = world;
    this.view = view;
    this.#exits = exits;
  }

  first(
    { where: { direction } }: StageAt,
    owners: readonly RuleOwner[],
    packets: Any,
  ): Split<RuleMatch | undefined, Any> {
    let passing: RuleMatch | undefined;
    for (const owner of owners) {
      const known = this.#exits[direction].get(owner.rules) ?? exitsOf(owner.rules, direction);
      this.#exits[direction].set(owner.rules, known);
      if (known.pass !== undefined) passing ??= { owner, index: known.pass, action: "Pass" };
      if (!known.falls) return passing ? [[passing, packets]] : [];
    }
    return passing
      ? [
          [passing, packets],
          [undefined, packets],
        ]
      : [[undefined, packets]];
  }

  failsafe(_: StageAt, packets: Any): Split<undefined, Any> {
    return [[undefined, packets]];
  }

  tunnel(packets: Any): Split<undefined, Any> {
    return [[undefined, packets]];
  }

  tunnelRule(_: Direction, packets: Any): Split<undefined, Any> {
    return [[undefined, packets]];
  }

  untrackTunnel(_: { readonly from: End; readonly to: End }, part: Part<Any>): readonly Part<Any>[] {
    return [part];
  }

  spoofed(_: End, __: "source-raw" | "source-routing", packets: Any): Split<undefined, Any> {
    return [[undefined, packets]];
  }

  serviceLoop(packets: Any): Split<undefined, Any> {
    return [[undefined, packets]];
  }

  refused(_: FilterHook, { packets }: Part<Any>): Split<undefined, Any> {
    return [[undefined, packets]];
  }

  discovery(packets: Any): Split<undefined, Any> {
    return [[undefined, packets]];
  }

  translate(_: string, to: End, part: Part<Any>): readonly (readonly [End, Part<Any>])[] {
    return [[to, part]];
  }

  translateOutput(_: End, part: Part<Any>): readonly SentPart<Any>[] {
    return [{ part }];
  }
}

function exitsOf(rules: CompiledRules, direction: Direction): Exits {
  let pass: number | undefined;
  for (const [index, rule] of rules[direction].entries()) {
    if (rule.action === "Pass") pass ??= index;
    if (rule.action !== "Log" && ruleText(rule).length === 0) return { pass, falls: false };
  }
  return { pass, falls: true };
}
