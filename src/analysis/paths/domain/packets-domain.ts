import type { FilterHook, FilterRule } from "../../../model/flow.ts";
import type { Direction } from "../../../policy/outcome.ts";
import type {
  Domain,
  FailsafeHit,
  Part,
  RuleMatch,
  RuleOwner,
  SentPart,
  Split,
  StageAt,
} from "../../../policy/path/domain.ts";
import type { End } from "../../../policy/path/end.ts";
import type { TunnelHit } from "../../../policy/path/node-rules.ts";
import type { NodeView } from "../../../policy/path/node-view.ts";
import type { CompiledRule, World } from "../../../policy/world/compiled.ts";
import type { CaseBoxes } from "../boxes/node-rule-boxes.ts";
import { joinParts } from "./join-parts.ts";
import type { MappedSet, MappedSets } from "./mapped-sets.ts";
import { matchSets } from "./match-sets.ts";
import type { RuleLists } from "./rule-lists.ts";
import { type TranslateOptions, translateIn, translateOut } from "./translate-parts.ts";

/** What packets that come to a rule, and match it, are told to. */
export type ReachListener<S> = (at: StageAt, owner: RuleOwner, index: number, coming: S, matched: S) => void;

/** What sets of packets are walked with. */
export interface PacketsOptions<S> extends TranslateOptions<S> {
  readonly world: World;
  readonly lists: RuleLists<S>;
  /** Whether rules are told apart that do the same; else a list of rules splits packets by what is done to them. */
  readonly deciders: boolean;
  /** Whether parts are joined that nothing tells apart any more; not where a path has two traversals. */
  readonly joins: boolean;
  readonly reach?: ReachListener<S>;
}

type Packets<S> = MappedSet<S>;

/** Sets of packets: a part for each rule that splits them. The set of one packet does what `PacketDomain` does with it. */
export class PacketsDomain<S> implements Domain<Packets<S>> {
  readonly world: World;
  readonly view: NodeView;
  readonly placesLater = true;
  readonly #options: PacketsOptions<S>;
  readonly #sets: MappedSets<S>;

  constructor(options: PacketsOptions<S>) {
    this.world = options.world;
    this.view = options.view;
    this.#options = options;
    this.#sets = options.sets;
  }

  join(parts: readonly Part<Packets<S>>[]): readonly Part<Packets<S>>[] {
    return this.#options.joins ? joinParts(this.#sets, parts) : parts;
  }

  first(at: StageAt, owners: readonly RuleOwner[], packets: Packets<S>): Split<RuleMatch | undefined, Packets<S>> {
    const { algebra } = this.#sets;
    const { deciders, lists, reach } = this.#options;
    const parts: [RuleMatch, S][] = [];
    const byAction = new Map<RuleMatch["action"], [RuleMatch, S]>();
    let rest = packets.set;
    for (const owner of owners) {
      if (this.world.services === undefined && namesServices(owner.rules[at.where.direction]))
        this.#options.assume("the members of Services are unknown: rules that name one match nothing");
      for (const { index, action, matched } of lists.of(owner.rules, at.where.direction, packets.at)) {
        if (rest === algebra.none && reach === undefined) break;
        const met = algebra.intersect(rest, matched);
        reach?.(at, owner, index, rest, met);
        if (met === algebra.none || action === "Log") continue;
        rest = algebra.minus(rest, matched);
        const same = deciders ? undefined : byAction.get(action);
        if (same !== undefined) same[1] = algebra.union(same[1], met);
        else {
          const part: [RuleMatch, S] = [{ owner, index, action }, met];
          parts.push(part);
          byAction.set(action, part);
        }
      }
    }
    const split = parts.map(([match, set]) => [match, this.#sets.at(set, packets.at)] as const);
    return rest === algebra.none ? split : [...split, [undefined, this.#sets.at(rest, packets.at)]];
  }

  failsafe(at: StageAt, packets: Packets<S>, replies: boolean): Split<FailsafeHit | undefined, Packets<S>> {
    const hits = this.#options.node.failsafes(at.where.direction, replies);
    return this.#sets.split(packets, this.#options.deciders && !replies ? hits : together(hits));
  }

  tunnelRule(direction: Direction, packets: Packets<S>): Split<TunnelHit | undefined, Packets<S>> {
    const split = this.#sets.split(packets, this.#options.node.tunnelHits(direction));
    for (const [hit] of split) {
      if (hit?.notPeer === undefined) continue;
      this.#options.assume(
        `addresses that no Node has are not peers of the ${hit.protocol} tunnels of ${this.view.node}`,
      );
    }
    return split;
  }

  untrackTunnel(
    { from, to }: { readonly from: End; readonly to: End },
    part: Part<Packets<S>>,
  ): readonly Part<Packets<S>>[] {
    if (!this.world.calico.vxlanUntracked) return [part];
    const isOwn = from.kind === "process" || to.kind === "process";
    const vxlan = this.#options.node.untrackedVxlan(isOwn);
    return this.#sets
      .split(part.packets, [["untracked" as const, vxlan]])
      .map(([state, packets]) => ({ ...part, packets, ...(state && { state }) }));
  }

  spoofed(from: End, at: "source-raw" | "source-routing", packets: Packets<S>): Split<string | undefined, Packets<S>> {
    const { family } = this.#sets.worldSets.universe;
    const place = family === 6 || this.world.calico.sourceCheck === "raw" ? "source-raw" : "source-routing";
    if (at !== place || this.#options.isAnswer) return [[undefined, packets]];
    const { spoofed, unknown } = this.#options.node.spoofed(from);
    if (unknown.length > 0) {
      this.#options.assume(
        `sources are taken to be routed to the workload that sends from them: its WorkloadEndpoint has no IPv${family} address`,
      );
    }
    return this.#sets.split(packets, [["another address", spoofed]]);
  }

  serviceLoop(packets: Packets<S>): Split<string | undefined, Packets<S>> {
    return this.#sets.split(packets, this.#options.node.serviceLoops());
  }

  tunnel(packets: Packets<S>): Split<"IPIP" | "VXLAN" | undefined, Packets<S>> {
    return this.#sets.split(packets, this.#options.node.workloadTunnels());
  }

  refused(hook: FilterHook, { packets, state }: Part<Packets<S>>): Split<FilterRule | undefined, Packets<S>> {
    if (this.#options.isReply || state !== "new") return [[undefined, packets]];
    const { algebra } = this.#sets;
    const parts: [FilterRule, MappedSet<S>][] = [];
    let rest = packets.set;
    let unknown = algebra.none;
    for (const rule of this.view.filterRules) {
      if (rest === algebra.none) break;
      if (!rule.hooks.includes(hook)) continue;
      const { yes, maybe } = matchSets(this.#sets, this.view, rule, this.#sets.at(rest, packets.at), undefined);
      unknown = algebra.union(unknown, maybe);
      if (yes === algebra.none) continue;
      parts.push([rule, this.#sets.at(yes, packets.at)]);
      rest = algebra.minus(rest, yes);
    }
    if (algebra.intersect(rest, unknown) !== algebra.none)
      this.#options.assume("kube-proxy is taken not to refuse packets where the node's addresses are unknown");
    return rest === algebra.none ? parts : [...parts, [undefined, this.#sets.at(rest, packets.at)]];
  }

  discovery(packets: Packets<S>): Split<number | undefined, Packets<S>> {
    const types = this.#options.node.discovery();
    return this.#sets.split(packets, this.#options.deciders ? types : together(types));
  }

  translate(incoming: string, to: End, part: Part<Packets<S>>): readonly (readonly [End, Part<Packets<S>>])[] {
    return translateIn(this.#options, incoming, to, part);
  }

  translateOutput(to: End, part: Part<Packets<S>>): readonly SentPart<Packets<S>>[] {
    return translateOut(this.#options, to, part);
  }
}

const serviceMemos = new WeakMap<readonly CompiledRule[], boolean>();

function namesServices(rules: readonly CompiledRule[]): boolean {
  const known =
    serviceMemos.get(rules) ??
    rules.some(({ source, destination }) => source.service !== undefined || destination.service !== undefined);
  serviceMemos.set(rules, known);
  return known;
}

/** The cases as one, of the first: where it does not matter which it is. */
function together<Result>(cases: CaseBoxes<Result>): CaseBoxes<Result> {
  const [first] = cases;
  return first === undefined ? [] : [[first[0], cases.flatMap(([, boxes]) => boxes)]];
}
