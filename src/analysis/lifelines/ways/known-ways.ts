import { type End, interfaceOf } from "../../../policy/path/end.ts";
import type { CompiledEndpoint, World } from "../../../policy/world/compiled.ts";
import type { Way } from "../../paths/way.ts";
import { wayIn } from "../../paths/ways-of.ts";
import { differOnlyInPolicies } from "./nodes-that-differ.ts";

/** Finds ways through a node of a World by anything but its policies. */
export type FindWays = (world: World, node: string) => readonly Way[];

/**
 * Worlds that differ in nothing but policies, which no way depends on: by which interfaces, endpoints and settings there are it
 * is made.
 */
interface Alike {
  readonly world: World;
  /** The ways that one World has by itself. */
  readonly own: Map<string, readonly Way[]>;
  /** Those, and the ways that are found by this World and the first one. */
  readonly all: Map<string, readonly Way[]>;
}

/**
 * The ways of nodes in Worlds that differ from a first one in a few resources: in Worlds that differ in policies only they are
 * the same objects, found once. `own` finds ways by one World alone. `forwarded` finds them by the first World, too: interfaces
 * that another one names are candidates then, so that those of the first one alone stand for no other World.
 */
export class KnownWays {
  readonly #own: FindWays;
  readonly #forwarded: FindWays;
  readonly #first: Alike;
  readonly #ofFirstAlone = new Map<string, readonly Way[]>();
  readonly #alike = new WeakMap<World, Alike>();
  #last: Alike;
  readonly #inFirst = new WeakMap<Way, Way>();
  readonly #byText = new Map<string, Way>();

  constructor(first: World, own: FindWays, forwarded: FindWays) {
    this.#first = { world: first, own: new Map(), all: new Map() };
    this.#last = this.#first;
    this.#own = own;
    this.#forwarded = forwarded;
  }

  /** The ways through a node of a World. */
  of(world: World, node: string): readonly Way[] {
    const alike = this.#alikeTo(world);
    const known = world === this.#first.world ? this.#ofFirstAlone : alike.all;
    const found = known.get(node) ?? this.#find(world, node, alike);
    known.set(node, found);
    return found;
  }

  /** A way of a World as it is in the first one; the same object for the same way. */
  inFirst(world: World, way: Way): Way {
    if (this.#alikeTo(world) === this.#first) return way;
    const known = this.#inFirst.get(way) ?? this.#sameText(way);
    this.#inFirst.set(way, known);
    return known;
  }

  #find(world: World, node: string, { world: of, own: known }: Alike): readonly Way[] {
    const own = known.get(node) ?? this.#own(of, node);
    known.set(node, own);
    const forwarded = this.#forwarded(world, node);
    return forwarded.length === 0 ? own : [...own, ...forwarded];
  }

  #alikeTo(world: World): Alike {
    const known = this.#alike.get(world);
    if (known !== undefined) return known;
    const found = [this.#last, this.#first].find((one) => differOnlyInPolicies(one.world, world));
    const alike = found ?? { world, own: new Map<string, readonly Way[]>(), all: new Map<string, readonly Way[]>() };
    this.#alike.set(world, alike);
    this.#last = alike;
    return alike;
  }

  #sameText(way: Way): Way {
    const { node, kind, family, interface: name, endpoint, laterTarget = "", from, to, destinations } = way;
    const of = endpoint?.kind === "WorkloadEndpoint" ? workloadText(endpoint) : "";
    const { interfaces = null } = way.facts.chosen?.of ?? way.facts;
    const ends = `${endText(from)} ${endText(to)}`;
    const leading = destinations === undefined ? "all" : destinations.join();
    const key = `${node} ${kind} ${family} ${laterTarget} ${name} ${ends} ${of} ${leading} ${JSON.stringify(interfaces)}`;
    const known = this.#byText.get(key) ?? wayIn(this.#first.world, way);
    this.#byText.set(key, known);
    return known;
  }
}

/** An end, as it is found in another World. */
function endText(end: End): string {
  const isNamed = end.kind === "workload" && end.endpoint !== undefined;
  return `${end.kind} ${interfaceOf(end)} ${isNamed ? workloadText(end.endpoint) : ""}`;
}

function workloadText({ namespace, name }: CompiledEndpoint): string {
  return `${namespace}/${name}`;
}
