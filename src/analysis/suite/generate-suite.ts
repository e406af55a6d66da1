import type { Flow, NodeFacts } from "../../model/flow.ts";
import type { DecidedBy, Outcome } from "../../policy/outcome.ts";
import type { World } from "../../policy/world/compiled.ts";
import {
  coverageTargets,
  type DefaultTarget,
  markReached,
  type RuleTarget,
  targetKey,
  type UnreachedTarget,
} from "../coverage.ts";
import type { Paths } from "../paths/path-types.ts";
import { openPaths } from "../paths/paths.ts";
import { rulesKey } from "../paths/rules-key.ts";
import type { Way } from "../paths/way.ts";
import { waysOf, waysOfNode } from "../paths/ways-of.ts";
import { witnessOf } from "../paths/witness.ts";
import { type Budget, DEFAULT_BUDGET, SharedBudget, within } from "../sets/budget.ts";
import type { Packets } from "../sets/packet-space.ts";
import { Universe } from "../sets/universe.ts";
import { type RuleNames, ruleNames } from "./rule-names.ts";
import { wayTargets } from "./way-targets.ts";

/** A failsafe port that lets packets past an endpoint's policies. */
export interface FailsafeTarget {
  readonly kind: "failsafe";
  readonly by: Extract<DecidedBy, { kind: "failsafe" }>;
}

/** What a flow of a suite is for. */
type SuiteTarget = RuleTarget | DefaultTarget | FailsafeTarget;

/** A packet that reaches a rule, a default deny or a failsafe port. */
export interface SuiteWitness {
  readonly target: SuiteTarget;
  readonly flow: Flow;
  /** What it was evaluated with: what is known of the node, and interfaces that were made up. */
  readonly facts: NodeFacts;
  readonly outcome: Outcome;
}

/** Packets that together reach all that packets can reach. */
export interface GeneratedSuite {
  /** How many rules and default denies there are; of one node, on its ways. */
  readonly total: number;
  readonly witnesses: readonly SuiteWitness[];
  readonly unreached: readonly UnreachedTarget[];
  /** Neither reached nor proved not to be. */
  readonly notProved: readonly { readonly target: RuleTarget | DefaultTarget; readonly why: string }[];
}

/**
 * One packet for each rule and default deny that first packets of connections, or their replies, reach, on all ways through the
 * nodes; and for each failsafe port (`node`: on the ways of one node). Whether one is reached is computed for all packets. In the
 * order of coverage.
 */
export function generateSuite(
  world: World,
  facts: readonly NodeFacts[],
  node?: string,
  budget?: Budget,
): GeneratedSuite {
  const targets = coverageTargets(world);
  const search = new SuiteSearch(world, targets, budget);
  for (const way of waysOf(world, facts, (one) => node === undefined || one.node === node)) search.look(way);
  return search.suite(node === undefined);
}

/** What is known of nodes, and what flows have reached there. */
export interface ReachedByFlows {
  readonly facts: readonly NodeFacts[];
  /** What else some flows were evaluated with: a target that can be reached with it is reachable. */
  readonly otherFacts: readonly NodeFacts[];
  /** The keys of what they reached: nothing is asked about it. */
  readonly reached: ReadonlySet<string>;
}

/** The rules and defaults that no flow reached, and no packet reaches. What is not proved, in the budget, is not among them. */
export function unreachableTargets(
  world: World,
  { facts, otherFacts, reached }: ReachedByFlows,
  budget?: Budget,
): readonly UnreachedTarget[] {
  const search = new SuiteSearch(world, coverageTargets(world), budget, reached);
  if (search.isDone) return [];
  const ways = [...waysOf(world, facts), ...otherFacts.flatMap((one) => waysOfNode(world, one))];
  for (const way of ways) search.look(way, false);
  return search.suite(true).unreached;
}

/** The failsafe ports that packets of a way come to: those of its direction on its node. */
function failsafesOf({ kind, endpoint, view: { settings } }: Way): readonly string[] {
  if (endpoint?.kind !== "HostEndpoint" || (kind !== "local in" && kind !== "local out")) return [];
  const [direction, list] =
    kind === "local in"
      ? (["ingress", settings.failsafeInbound] as const)
      : (["egress", settings.failsafeOutbound] as const);
  return list.map(({ protocol, port }) => failsafeKey({ direction, protocol, port }));
}

function failsafeKey({
  direction,
  protocol,
  port,
}: Pick<FailsafeTarget["by"], "direction" | "protocol" | "port">): string {
  return `${direction} ${protocol} ${port}`;
}

/** A third of the usual: about two seconds on ways that turn out not to be analysed, as deciders make a step dearer. */
const SUITE_BUDGET: Budget = { ...DEFAULT_BUDGET, steps: Math.floor(DEFAULT_BUDGET.steps / 3) };
/** Steps that gave an answer count for less: a large installation has thousands of ways, each of which takes a few. */
const ANSWERED = 16;

/** Where a default is, on whichever endpoint; empty for a rule, which ways that are alike share. */
function placeOfDefault(target: RuleTarget | DefaultTarget | undefined): string {
  return target?.kind === "default" ? `${target.stage} ${target.direction}` : "";
}

class SuiteSearch {
  readonly #world: World;
  readonly #targets: readonly (RuleTarget | DefaultTarget)[];
  readonly #names: RuleNames;
  readonly #byKey: ReadonlyMap<string, RuleTarget | DefaultTarget>;
  readonly #budget: SharedBudget;
  /** One for all ways, so that the boxes of rules are made once. */
  readonly #universes = { 4: new Universe(4), 6: new Universe(6) };
  readonly #seen = new Set<string>();
  readonly #reached: Set<string>;
  readonly #witnesses = new Map<string, SuiteWitness>();
  readonly #failsafes = new Map<string, SuiteWitness>();
  /** Targets that are on a way, with the nearest that a packet came to them; and those on ways that could not be analysed. */
  readonly #nearest = new Map<string, UnreachedTarget["why"]>();
  readonly #open = new Map<string, string>();
  /** By what decides about the packets of a way: the defaults that they reach, where all were looked at. Ways alike reach no others. */
  readonly #defaultsReached = new Map<string, ReadonlySet<string>>();

  constructor(
    world: World,
    targets: readonly (RuleTarget | DefaultTarget)[],
    budget: Budget = SUITE_BUDGET,
    reached: Iterable<string> = [],
  ) {
    this.#reached = new Set(reached);
    this.#world = world;
    this.#budget = SharedBudget.of(budget);
    this.#targets = targets;
    this.#names = ruleNames(world);
    this.#byKey = new Map(targets.map((target) => [targetKey(target), target]));
  }

  /** Whether nothing is left to reach. */
  get isDone(): boolean {
    return [...this.#byKey.keys()].every((key) => this.#reached.has(key));
  }

  /** Looks for packets of a way that reach what none reached before. */
  look(way: Way, withFailsafes = true): void {
    const wanted = wayTargets(this.#world, way, this.#names).filter((key) => this.#byKey.has(key));
    for (const key of wanted) this.#seen.add(key);
    const missing = wanted.filter((key) => !this.#reached.has(key));
    const isFailsafe = withFailsafes && failsafesOf(way).some((key) => !this.#failsafes.has(key));
    if (missing.length === 0 && !isFailsafe) return;
    const rules = rulesKey({ world: this.#world, way });
    const alike = this.#defaultsReached.get(rules);
    if (alike !== undefined && missing.every((key) => !alike.has(placeOfDefault(this.#byKey.get(key))))) {
      for (const key of missing) this.#near(key, "not-come-to");
      return;
    }
    const defaults = new Set<string>();
    const half = this.#budget.half();
    const own = half.steps === 0 ? half : new SharedBudget(half, undefined, "the way");
    const done = within(() => {
      const paths = openPaths([{ world: this.#world, way }], {
        universe: this.#universes[way.family],
        deciders: true,
        replies: true,
        budget: own,
      });
      if (missing.length > 0) this.#lookForRules(paths, way);
      this.#lookForDefaults(paths, way, defaults);
    });
    if (done.exact) this.#defaultsReached.set(rules, defaults);
    within(() => this.#budget.spend(done.exact ? Math.ceil(own.spent / ANSWERED) : own.spent));
    for (const key of missing) {
      if (done.exact) this.#near(key, "not-come-to");
      else this.#open.set(key, done.why);
    }
  }

  #near(key: string, why: UnreachedTarget["why"]): void {
    if (this.#nearest.get(key) !== "not-matched") this.#nearest.set(key, why);
  }

  #lookForRules(paths: Paths, way: Way): void {
    const { none } = paths.space;
    for (const { rules, direction, index, packets, matched } of paths.reach(0)) {
      const key = this.#names(rules, direction, index);
      const target = key === undefined ? undefined : this.#byKey.get(key);
      if (key === undefined || target === undefined || this.#reached.has(key)) continue;
      if (matched !== none) this.#take(paths, way, target, matched);
      else if (packets !== none) this.#near(key, "not-matched");
    }
  }

  /** `found` takes the places of the defaults that packets of the way reach. */
  #lookForDefaults(paths: Paths, way: Way, found: Set<string>): void {
    for (const { packets, verdict, by, reply } of paths.decide(0)) {
      const deciders = [{ verdict, by }, ...(reply === undefined ? [] : [reply])];
      for (const { verdict: decided, by: decider } of deciders) {
        if (decider.kind === "failsafe") this.#takeFailsafe(paths, way, decider, packets);
        // A Pass may end a stage whose default then lets the packet on.
        if (decided === "allow" || (decider.kind !== "default" && decider.kind !== "missing-profile")) continue;
        const key = targetKey({ ...decider, kind: "default" });
        const target = this.#byKey.get(key);
        found.add(placeOfDefault(target));
        if (target !== undefined && !this.#reached.has(key)) this.#take(paths, way, target, packets);
      }
    }
  }

  #take(paths: Paths, { facts }: Way, target: RuleTarget | DefaultTarget, packets: Packets): void {
    const found = witnessOf(paths, 0, packets);
    if (found === undefined) return;
    const { flow, outcome } = found;
    markReached(this.#reached, outcome);
    const key = targetKey(target);
    if (!this.#reached.has(key)) {
      throw new Error(`the analysis of all packets is wrong about ${JSON.stringify(flow)}: it does not reach ${key}`);
    }
    this.#witnesses.set(key, { target, flow, facts, outcome });
  }

  #takeFailsafe(paths: Paths, { facts }: Way, by: FailsafeTarget["by"], packets: Packets): void {
    const key = failsafeKey(by);
    if (this.#failsafes.has(key)) return;
    const found = witnessOf(paths, 0, packets);
    if (found === undefined) return;
    const { flow, outcome } = found;
    markReached(this.#reached, outcome);
    this.#failsafes.set(key, { target: { kind: "failsafe", by }, flow, facts, outcome });
  }

  /** What was found; of some nodes alone (`isWhole: false`) nothing is said of what is on none of their ways. */
  suite(isWhole: boolean): GeneratedSuite {
    const left = this.#targets.filter((target) => {
      const key = targetKey(target);
      return !this.#reached.has(key) && (isWhole || this.#seen.has(key));
    });
    const notProved = left.flatMap((target) => {
      const why = this.#open.get(targetKey(target));
      return why === undefined ? [] : [{ target, why }];
    });
    return {
      total: isWhole ? this.#targets.length : this.#seen.size,
      witnesses: [
        ...this.#targets.flatMap((target) => this.#witnesses.get(targetKey(target)) ?? []),
        ...this.#failsafes.values(),
      ],
      unreached: left
        .filter((target) => !this.#open.has(targetKey(target)))
        .map((target) => ({ target, why: this.#nearest.get(targetKey(target)) ?? "no-way" })),
      notProved,
    };
  }
}
