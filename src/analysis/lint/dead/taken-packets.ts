import type { Action, Direction } from "../../../policy/outcome.ts";
import type { FailsafeHit, RuleOwner } from "../../../policy/path/domain.ts";
import type { CompiledRule, CompiledRules, Net, World } from "../../../policy/world/compiled.ts";
import { minusBoxes, product } from "../../paths/boxes/box-algebra.ts";
import { boxesOf } from "../../paths/boxes/boxes-of.ts";
import { PACKET_PROTOCOLS, PORT_PROTOCOLS } from "../../paths/boxes/dimension-values.ts";
import { failsafeBoxes } from "../../paths/boxes/failsafe-boxes.ts";
import { ruleBoxes } from "../../paths/boxes/rule-boxes.ts";
import { type AddressSide, WorldSets } from "../../paths/boxes/world-sets.ts";
import { budgetSpent, type Exact, SharedBudget, within } from "../../sets/budget.ts";
import { type Box, Universe } from "../../sets/universe.ts";
import type { ValueSet } from "../../sets/value-sets.ts";
import { type RuleList, ruleListsOf, type Section } from "./rule-lists.ts";

/** What takes packets, so that they do not come to a later rule. */
export type Taker =
  | { readonly kind: "rule"; readonly owner: RuleOwner; readonly index: number; readonly action: Action }
  | { readonly kind: "failsafe"; readonly hit: FailsafeHit };

/** Packets that something takes. */
export interface Taken {
  readonly box: Box;
  readonly by: Taker;
  /** Whether it is unknown: then they may also be left. */
  readonly isPossible?: true;
}

/** What comes before a rule. */
export interface Before {
  /** The only packets that come to its section; absent: all. */
  readonly start?: readonly Box[];
  /** What is taken before the section. */
  readonly earlier: readonly Taken[];
  /** What is taken in the section, of which the first `count` come before the rule. */
  readonly own: readonly Taken[];
  readonly count: number;
}

/** What is taken in a section, in order. */
interface SectionTaken {
  readonly own: readonly Taken[];
  /** How many of `own` come before each rule of an owner. */
  readonly counts: ReadonlyMap<CompiledRules, readonly number[]>;
}

/** What comes before a section. */
type BeforeSection = Pick<Before, "start" | "earlier">;

/** More steps than these are not spent on what the sections of a list leave of each other: `passageTo` is without it. */
const MOST_STEPS = 100_000;
/** Nor these on the boxes of one rule. */
const MOST_STEPS_OF_RULE = 300_000;

/** The takers of both IP versions, each one object. */
export class Takers {
  readonly #rules = new Map<CompiledRule, Taker>();
  readonly #failsafes = new Map<string, Taker>();

  rule(owner: RuleOwner, rule: CompiledRule, index: number): Taker {
    const known = this.#rules.get(rule) ?? { kind: "rule", owner, index, action: rule.action };
    this.#rules.set(rule, known);
    return known;
  }

  failsafe(hit: FailsafeHit): Taker {
    const key = `${hit.protocol}/${hit.port}`;
    const known = this.#failsafes.get(key) ?? { kind: "failsafe", hit };
    this.#failsafes.set(key, known);
    return known;
  }
}

/** The packets of one IP version that the rules of a World take, as boxes. */
export class TakenPackets {
  readonly universe: Universe;
  readonly #takers: Takers;
  readonly #world: World;
  readonly #sets: WorldSets;
  /** All packets of the IP version. */
  readonly packets: readonly Box[];
  readonly #boxes = new Map<CompiledRule, readonly Box[]>();
  readonly #tooMany = new Set<CompiledRule>();
  readonly #making = new SharedBudget({ nodes: 0, steps: 2_000_000 });
  readonly #taken = new Map<CompiledRule, readonly Taken[]>();
  readonly #inSections = new Map<Section, SectionTaken>();
  readonly #lists = new Map<RuleList, (Exact<BeforeSection> & { readonly steps: number })[]>();

  constructor(world: World, family: 4 | 6, takers: Takers) {
    this.#world = world;
    this.#takers = takers;
    this.universe = new Universe(family);
    this.#sets = new WorldSets(world, this.universe);
    this.packets = boxesOf(this.universe, { protocol: PACKET_PROTOCOLS });
  }

  /**
   * The packets that a rule can match, whatever is unknown: where the members of services are, a rule that names one may match
   * the packets that it matches without it, and takes none for certain; and so where names of ports make too many boxes.
   */
  mayMatch(rule: CompiledRule): readonly Box[] {
    const known = this.#boxes.get(rule);
    if (known) return known;
    const checked = this.#hasUnknownService(rule) ? withoutServices(rule) : rule;
    const made = within(() => ruleBoxes(this.#sets, checked, spending(this.#making.atMost(MOST_STEPS_OF_RULE))));
    if (!made.exact) this.#tooMany.add(rule);
    const all = made.exact ? made.value : ruleBoxes(this.#sets, withoutPortNames(checked));
    const boxes = product(this.universe, all, this.packets);
    this.#boxes.set(rule, boxes);
    return boxes;
  }

  /** Whether only more is known than the packets that a rule matches: what they are exactly is too many boxes. */
  isTooMany(rule: CompiledRule): boolean {
    this.mayMatch(rule);
    return this.#tooMany.has(rule);
  }

  /** The addresses of networks, on each side of a packet. */
  addresses(nets: readonly Net[]): Readonly<Record<AddressSide, ValueSet>> {
    return { source: this.#sets.nets(nets, "source"), destination: this.#sets.nets(nets, "destination") };
  }

  /** What comes before a rule in a list. Ends as `within` catches it where that are too many boxes. */
  before(list: RuleList, rules: CompiledRules, index: number, budget: SharedBudget): Before {
    const at = list.sections.findIndex((one) => one.rules.has(rules));
    const { own, counts } = this.inSection(list.sections[at] as Section, list.direction);
    const count = counts.get(rules)?.[index];
    if (count === undefined) throw new Error("the rule is not in the list");
    return { ...this.#beforeSection(list, at, budget.atMost(MOST_STEPS)), own, count };
  }

  /** What is taken in a section. */
  inSection(section: Section, direction: Direction): SectionTaken {
    const known = this.#inSections.get(section);
    if (known) return known;
    const own: Taken[] = [];
    const counts = new Map<CompiledRules, number[]>();
    for (const owner of section.owners) {
      const before = owner.rules[direction].map((_, index) => {
        const count = own.length;
        own.push(...this.#takenBy(owner, direction, index));
        return count;
      });
      counts.set(owner.rules, before);
    }
    const made = { own, counts };
    this.#inSections.set(section, made);
    return made;
  }

  #hasUnknownService({ source, destination }: CompiledRule): boolean {
    return this.#world.services === undefined && (source.service ?? destination.service) !== undefined;
  }

  #takenBy(owner: RuleOwner, direction: Direction, index: number): readonly Taken[] {
    const rule = owner.rules[direction][index] as CompiledRule;
    const known = this.#taken.get(rule);
    if (known) return known;
    const by = this.#takers.rule(owner, rule, index);
    const possible = this.#hasUnknownService(rule) || this.isTooMany(rule) ? ({ isPossible: true } as const) : {};
    const taken = rule.action === "Log" ? [] : this.mayMatch(rule).map((box) => ({ box, by, ...possible }));
    this.#taken.set(rule, taken);
    return taken;
  }

  /** Tried once for as many steps: a hopeless list spends a part of a budget, not that part of it for each rule. */
  #beforeSection(list: RuleList, at: number, part: SharedBudget): BeforeSection {
    const ofList = this.#lists.get(list) ?? [];
    this.#lists.set(list, ofList);
    const before = ofList[at];
    const known =
      before !== undefined && (before.exact || part.steps <= before.steps)
        ? before
        : { ...within(() => this.#makeBefore(list, at, part)), steps: part.steps };
    ofList[at] = known;
    return known.exact ? known.value : budgetSpent(known.why);
  }

  #makeBefore(list: RuleList, at: number, budget: SharedBudget): BeforeSection {
    const last = list.sections[at - 1];
    if (last === undefined)
      return { earlier: [...this.takenByFailsafes(list), ...this.#takenByStagesBefore(list, budget)] };
    const { start, earlier } = this.#beforeSection(list, at - 1, budget);
    const { own } = this.inSection(last, list.direction);
    const passed = last.passesOn ? start : this.#within(start, own.filter(isPass), budget);
    return { earlier: [...earlier, ...this.#decided(own, budget)], ...(passed && { start: passed }) };
  }

  /** What the failsafe ports of a list take before its rules. */
  takenByFailsafes({ failsafes, direction, stage }: RuleList): readonly Taken[] {
    if (failsafes === undefined) return [];
    return failsafeBoxes(this.universe, failsafes, direction, stage === "untracked").flatMap(([hit, boxes]) =>
      boxes.map((box): Taken => ({ box, by: this.#takers.failsafe(hit) })),
    );
  }

  /**
   * What the rules of stages before decide for good, so that it does not come to a list: failsafe ports do not decide there, but
   * let packets go on. After DNAT another destination and port may have been the first ones, so that only what is decided
   * whatever these are counts.
   */
  #takenByStagesBefore({ stage, earlier }: RuleList, budget: SharedBudget): readonly Taken[] {
    const decided = earlier.flatMap((list) => {
      const past = this.takenByFailsafes(list).map(({ box }) => box);
      const ofRules = list.sections.flatMap((section) =>
        this.#decided(this.inSection(section, list.direction).own, budget),
      );
      return ofRules.flatMap(({ box, by }) =>
        minusBoxes(this.universe, [box], past, spending(budget)).map((left) => ({ box: left, by })),
      );
    });
    return stage === "pre-DNAT" ? decided : decided.filter(({ box }) => this.#isOfAnyDestination(box));
  }

  #isOfAnyDestination({ parts: { destination, portOrIcmp, protocol } }: Box): boolean {
    if (destination !== undefined) return false;
    const ported = this.universe.values("protocol", PORT_PROTOCOLS);
    const hasNone = protocol && this.universe.intersectValues(protocol, ported).intervals.length === 0;
    return portOrIcmp === undefined || hasNone === true;
  }

  /** What the rules of a section decide for good: less what a Pass before takes, or may take, out of it. */
  #decided(own: readonly Taken[], budget: SharedBudget): readonly Taken[] {
    const passed: Box[] = [];
    return own.flatMap((taken) => {
      if (isPass(taken)) passed.push(taken.box);
      if (isPass(taken) || taken.isPossible) return [];
      return minusBoxes(this.universe, [taken.box], passed, spending(budget)).map(
        (box): Taken => ({ box, by: taken.by }),
      );
    });
  }

  #within(start: readonly Box[] | undefined, passed: readonly Taken[], budget: SharedBudget): readonly Box[] {
    const boxes = passed.map(({ box }) => box);
    return start === undefined ? boxes : product(this.universe, start, boxes, spending(budget));
  }
}

/** The lists of a World, and what their rules take of both IP versions; computed at the first use. */
export interface TakenInWorld {
  readonly lists: ReturnType<typeof ruleListsOf>;
  readonly families: readonly TakenPackets[];
}

const memos = new WeakMap<World, TakenInWorld>();

/** What the rules of a World take. */
export function takenPacketsOf(world: World): TakenInWorld {
  const takers = new Takers();
  const made = memos.get(world) ?? {
    lists: ruleListsOf(world),
    families: [new TakenPackets(world, 4, takers), new TakenPackets(world, 6, takers)],
  };
  memos.set(world, made);
  return made;
}

function spending(budget: SharedBudget): (steps: number) => void {
  return (steps) => budget.spend(steps);
}

function isPass({ by }: Taken): boolean {
  return by.kind === "rule" && by.action === "Pass";
}

function withoutPortNames(rule: CompiledRule): CompiledRule {
  const of = ({ ports, notPorts, ...side }: CompiledRule["source"]): CompiledRule["source"] => ({
    ...side,
    ports: ports.some(({ kind }) => kind === "name") ? [] : ports,
    notPorts: notPorts.filter(({ kind }) => kind !== "name"),
  });
  return { ...rule, source: of(rule.source), destination: of(rule.destination) };
}

function withoutServices(rule: CompiledRule): CompiledRule {
  const { service: _, ...source } = rule.source;
  const { service: __, ...destination } = rule.destination;
  return { ...rule, source, destination };
}
