import type { ConntrackState } from "../../policy/flow/packet.ts";
import type { Part } from "../../policy/path/domain.ts";
import { type Decided, walk } from "../../policy/path/walk.ts";
import { answerStates, firstStates, withAnswers } from "./boxes/connection-states.ts";
import { endKey } from "./boxes/end-key.ts";
import { AS_SENT, answered } from "./boxes/mapping.ts";
import { nodeBoxes } from "./boxes/node-boxes.ts";
import type { MappedSet, MappedSets } from "./domain/mapped-sets.ts";
import { PacketsDomain, type PacketsOptions, type ReachListener } from "./domain/packets-domain.ts";
import { routesBefore } from "./domain/routes-before.ts";
import type { RuleLists } from "./domain/rule-lists.ts";
import { ownPackets, translatedRoutes } from "./domain/translate-parts.ts";
import type { PathCase } from "./way.ts";

/** How a case is walked. */
export interface WalkOptions<S> {
  readonly deciders: boolean;
  readonly replies: boolean;
  readonly reach?: ReachListener<S>;
  readonly assume: (text: string) => void;
}

/** Takes all packets of a way, of those in the start boxes, through the node, and the answers to them back. */
export class CaseWalk<S> {
  readonly #case: PathCase;
  readonly #sets: MappedSets<S>;
  readonly #base: Omit<PacketsOptions<S>, "isReply" | "isAnswer">;
  readonly #options: WalkOptions<S>;

  /** `lists`: of the case's World; walks of one question share them. */
  constructor(one: PathCase, lists: RuleLists<S>, options: WalkOptions<S>) {
    const { world, way } = one;
    const { view, from, to, destinations, laterTarget } = way;
    this.#case = one;
    this.#options = options;
    this.#sets = lists.sets;
    this.#base = {
      ...{ world, view, sets: this.#sets, lists },
      node: nodeBoxes(lists.sets.worldSets, world, view),
      deciders: options.deciders,
      joins: !options.deciders && !(from.kind === "process" && to.kind === "process"),
      ...(options.reach && { reach: options.reach }),
      ...(destinations && { destinations }),
      ...(laterTarget !== undefined && { laterTarget }),
      assume: options.assume,
    };
  }

  /** The packets that take the way, or those of them that are `among` some, decided. */
  there(among?: S): readonly Decided<MappedSet<S>>[] {
    const { way, state } = this.#case;
    const { universe } = this.#sets.worldSets;
    const options = this.#first();
    const domain = new PacketsDomain<S>(options);
    const incoming = way.from.kind === "process" ? undefined : way.from.interface;
    const { algebra, all: whole } = this.#sets;
    const own = ownPackets(options, among === undefined ? whole : algebra.intersect(whole, among), incoming);
    if (own === algebra.none) return [];
    const all = this.#sets.at(own, AS_SENT);
    const states = state === undefined ? this.#sets.split(all, firstStates(universe)) : [[state, all] as const];
    return states.flatMap(([begins = "new", packets]) => walk(domain, way.from, way.to, { packets, state: begins }));
  }

  /** What first packets are walked with. */
  #first(): PacketsOptions<S> {
    const { world, way } = this.#case;
    const { universe } = this.#sets.worldSets;
    const routes = routesBefore(universe, world, way.view, this.#options.assume);
    return { ...this.#base, isReply: false, isAnswer: false, routesBefore: routes };
  }

  /** The answers to packets that are through, decided; in sets of the packets that they answer. */
  answers(there: readonly Decided<MappedSet<S>>[]): readonly Decided<MappedSet<S>>[] {
    const groups = new Map<string, Part<MappedSet<S>>>();
    const { algebra } = this.#sets;
    for (const { packets, state, reached, decision } of there) {
      if (decision.verdict === "deny") continue;
      const key = `${packets.at.key}/${state}/${endKey(reached)}`;
      const same = groups.get(key)?.packets.set ?? algebra.none;
      const all = this.#sets.at(algebra.union(same, packets.set), packets.at);
      groups.set(key, { packets: all, state, ...(reached && { reached }) });
    }
    return [...groups.values()].flatMap((part) => this.#answersTo(part));
  }

  #answersTo({ packets, state, reached }: Part<MappedSet<S>>): readonly Decided<MappedSet<S>>[] {
    const { universe } = this.#sets.worldSets;
    const { way } = this.#case;
    const parts = this.#sets.split(packets, [[true, withAnswers(universe, state)]]);
    return parts.flatMap(([expects, part]) => {
      if (!expects) return [];
      const answers = this.#sets.at(part.set, answered(part.at));
      const isUntracked = state === "untracked";
      const begun: readonly (readonly [ConntrackState | undefined, MappedSet<S>])[] = isUntracked
        ? this.#sets.split(answers, answerStates(universe))
        : [["established", answers]];
      const [from, to] = [reached ?? way.to, way.from];
      const isLocal = isUntracked && from.kind === "process" && to.kind === "process";
      const answeredRoutes = isLocal
        ? translatedRoutes(this.#first(), way.to, this.#sets.at(part.set, AS_SENT))
        : undefined;
      return begun.flatMap(([begins = "new", packets]) => {
        const options = { ...this.#base, isReply: begins === "established", isAnswer: true };
        const domain = new PacketsDomain<S>({ ...options, ...(answeredRoutes && { answeredRoutes }) });
        return walk(domain, from, to, { packets, state: begins });
      });
    });
  }
}
