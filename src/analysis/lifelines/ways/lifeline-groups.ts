import type { NodeFacts } from "../../../model/flow.ts";
import type { World } from "../../../policy/world/compiled.ts";
import type { Way } from "../../paths/way.ts";
import { waysOfNode } from "../../paths/ways-of.ts";
import type { Lifeline } from "../lifeline.ts";
import { relevantFacts } from "../relevant-facts.ts";
import { KnownWays } from "./known-ways.ts";
import { forwardedLifelineWays } from "./lifeline-ways.ts";

/** Lifelines that are asked about together on a node, and the ways there that they may take. */
export interface LifelineGroup {
  readonly lifelines: readonly Lifeline[];
  readonly ways: KnownWays;
}

/**
 * The lifelines by what a node's translations are to them: those that none is for are asked about as if there were none. Nodes
 * are alike to them then, and none of the ways of translated packets is theirs.
 */
export class LifelineGroups {
  readonly #lifelines: readonly Lifeline[];
  readonly #facts: (node: string) => NodeFacts;
  readonly #groups = new Map<string, readonly LifelineGroup[]>();
  readonly #known = new Map<string, NodeFacts>();
  readonly #untranslated: KnownWays;
  readonly #translated: KnownWays;

  constructor(first: World, lifelines: readonly Lifeline[], facts: ((node: string) => NodeFacts) | undefined) {
    this.#lifelines = lifelines;
    this.#facts = facts ?? ((node) => ({ node }));
    this.#untranslated = knownWays(first, lifelines, (node) => this.#factsFor(node, []));
    this.#translated = knownWays(first, lifelines, (node) => this.#factsFor(node, lifelines));
  }

  /** The lifelines on a node. */
  of(node: string): readonly LifelineGroup[] {
    const known = this.#groups.get(node) ?? this.#find(node);
    this.#groups.set(node, known);
    return known;
  }

  #find(node: string): readonly LifelineGroup[] {
    const facts = this.#facts(node);
    const translated = this.#lifelines.filter((lifeline) => isTranslating(relevantFacts(facts, [lifeline])));
    if (translated.length === 0) return [{ lifelines: this.#lifelines, ways: this.#untranslated }];
    const others = this.#lifelines.filter((lifeline) => !translated.includes(lifeline));
    const ofOthers = others.length === 0 ? [] : [{ lifelines: others, ways: this.#untranslated }];
    return [...ofOthers, { lifelines: translated, ways: this.#translated }];
  }

  /** The facts of a node, with the translations that are for some lifelines; one object for each. */
  #factsFor(node: string, lifelines: readonly Lifeline[]): NodeFacts {
    const key = `${lifelines.length} ${node}`;
    const known = this.#known.get(key) ?? relevantFacts(this.#facts(node), lifelines);
    this.#known.set(key, known);
    return known;
  }
}

function knownWays(first: World, lifelines: readonly Lifeline[], facts: (node: string) => NodeFacts): KnownWays {
  return new KnownWays(
    first,
    (world, node) => waysOfNode(world, facts(node), canCarry),
    (world, node) => forwardedLifelineWays(lifelines, first, world, facts(node)),
  );
}

/** Whether a lifeline may take a way of `waysOfNode`: one of a process or a workload; those of what is forwarded know one end. */
function canCarry({ kind }: Way): boolean {
  return kind !== "forwarded in" && kind !== "forwarded out";
}

function isTranslating({ dnat = [], outputDnat = [], filter = [] }: NodeFacts): boolean {
  return dnat.length + outputDnat.length + filter.length > 0;
}
