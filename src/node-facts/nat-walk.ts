import type { Diagnostic } from "../model/diagnostic.ts";
import type { DnatMatch, DnatRule } from "../model/flow.ts";
import {
  coversPackets,
  dnatMatches,
  intersectPackets,
  type PacketSet,
  type Region,
  singleAddress,
} from "../model/net/packet-set.ts";
import type { ChainRule, Chains } from "./chains.ts";
import { quote } from "./problem.ts";
import { type Target, type Translation, targetsOf } from "./targets.ts";
import { Translations } from "./translations.ts";
import { type Doubt, EVERY_PACKET, type List, matching, passing, prepend, type State, valuesOf } from "./walk-state.ts";

/** Jumps deeper than this are not followed; kube-proxy's go four deep. */
const DEEPEST = 64;
/** Rules and exceptions met before the walk ends; ten thousand services of three backends take some 300,000. */
const BUDGET = 1_000_000;

/** Where packets meet the nat table: those that come in, those that local processes send, or those that leave. */
export type NatHook = "PREROUTING" | "OUTPUT" | "POSTROUTING";

/**
 * Walks the chains from a hook as a packet would and returns every translation with the packets that get to it, in
 * the order that makes the first match the kernel's choice. What a packet's fate depends on that cannot be expressed
 * marks the rules behind it `uncertain`, with a finding at its line.
 */
export function walkChains(
  chains: Chains,
  hook: NatHook,
  family: 4 | 6,
  source: string,
): {
  readonly dnat: readonly DnatRule[];
  /** The packets that are marked for masquerading. */
  readonly masquerade: readonly DnatMatch[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const translations = new Translations(family, source, hook === "POSTROUTING" ? "source NAT" : "DNAT");
  const walk = new NatWalk(chains, translations);
  walk.run(hook);
  const { dnat, diagnostics } = translations;
  return { dnat, masquerade: walk.masquerade, diagnostics };
}

/** One walk of a table's chains: what has been let go before the rule now reached, and what the walk may still spend. */
class NatWalk {
  readonly masquerade: DnatMatch[] = [];
  readonly #chains: Chains;
  readonly #translations: Translations;
  /** The chains from the hook to the one now walked. */
  readonly #path = new Set<string>();
  /** Packets that the table has let go, untranslated, before the rule now reached. */
  #gone: List<Region> | undefined;
  #goneDoubts: List<Doubt> | undefined;
  #budget = BUDGET;
  #exhausted: Doubt | undefined;

  constructor(chains: Chains, translations: Translations) {
    this.#chains = chains;
    this.#translations = translations;
  }

  run(hook: NatHook): void {
    this.#visit(hook, EVERY_PACKET);
    this.#translations.endChoice();
    if (this.#exhausted !== undefined) this.#translations.addRules([{}], [], this.#exhausted);
  }

  #visit(chain: string, state: State): void {
    let here = state;
    this.#path.add(chain);
    for (const rule of this.#chains.get(chain) ?? []) {
      const { line, criteria, target } = rule;
      if (!this.#spend(1 + criteria.except.length + (here.packets.ports?.length ?? 0), line)) break;
      const packets = criteria.packets && intersectPackets(here.packets, criteria.packets);
      if (packets === undefined) continue;
      this.#follow(target, matching(here, rule, packets), rule);
      const leaves = target.kind === "return" || (target.kind === "jump" && target.goto);
      if (rule.always && (leaves || target.kind === "dnat" || target.kind === "accept")) break;
      if (leaves) here = passing(here, rule, packets);
    }
    this.#path.delete(chain);
  }

  /** Does what a rule's target does to the packets that match the rule. */
  #follow(target: Target, state: State, { line }: ChainRule): void {
    switch (target.kind) {
      case "dnat":
        this.#translate(state, line, target.to);
        break;
      case "unknown":
        this.#translate(state, line, `the effect of ${quote(target.text)} is unknown`);
        break;
      case "mark":
        this.#mark(state, line);
        break;
      case "accept":
        this.#letGo(state, line);
        break;
      case "jump":
        this.#jump(target.chain, state, line);
        break;
      case "return":
      case "continue":
        break;
    }
  }

  #jump(chain: string, state: State, line: number): void {
    if (!this.#path.has(chain) && this.#path.size < DEEPEST) {
      this.#visit(chain, state);
      return;
    }
    const why = this.#path.has(chain) ? "loops" : "goes too deep";
    this.#translate(state, line, `the jump to ${quote(chain)} ${why}`);
  }

  /** Records that packets are translated, or why it is unknown to what. */
  #translate(state: State, line: number, to: Translation | string): void {
    const { packets, random } = state;
    if (!this.#spend(4, line)) return;
    const except = this.#exceptions(state, line);
    if (except === undefined) return;
    const resolved =
      typeof to === "string" ? to : targetsOf(to, { ports: packets.ports, own: singleAddress(packets.dst) });
    const known = this.#doubtOf(packets, valuesOf(state.doubts, this.#goneDoubts), line);
    const [targets, doubt] =
      typeof resolved === "string" ? [[], known ?? { packets, line, why: resolved }] : [resolved, known];
    const matches = dnatMatches({ packets, except });
    this.#translations.add({ line, packets, matches, targets, random, doubt }, (amount) => this.#spend(amount, line));
  }

  /**
   * Records that packets are marked. One marked by chance is left out: kube-proxy marks a backend's packets to its own
   * service so, which do not leave the node.
   */
  #mark(state: State, line: number): void {
    if (state.random || !this.#spend(4, line)) return;
    const except = this.#exceptions(state, line);
    if (except !== undefined) this.masquerade.push(...dnatMatches({ packets: state.packets, except }));
  }

  /** The regions of the state's packets that do not get here; `undefined` if all of them do, or if the walk has to end. */
  #exceptions({ packets, except }: State, line: number): Region[] | undefined {
    const regions: Region[] = [];
    for (const region of valuesOf(except, this.#gone)) {
      if (!this.#spend(weight(region), line)) return undefined;
      if (intersectPackets(region.packets, packets) === undefined) continue;
      if (region.except.length === 0 && coversPackets(region.packets, packets)) return undefined;
      // A chain's RETURN and a rule of the chain often have the same region.
      const includes = (other: Region): boolean =>
        other.except.length === 0 && coversPackets(other.packets, region.packets);
      if (regions.length > 8 || !regions.some(includes)) regions.push(region);
    }
    return regions;
  }

  /** Records that packets leave the table untranslated. */
  #letGo({ packets, except, doubts, random }: State, line: number): void {
    const doubt = this.#doubtOf(packets, valuesOf(doubts), line);
    const why = random ? "a choice by chance may let it go before" : doubt?.why;
    if (why !== undefined) {
      this.#goneDoubts = prepend({ packets, line: doubt?.line ?? line, why }, this.#goneDoubts);
      return;
    }
    const regions = [...valuesOf(except)];
    this.#spend(regions.length, line);
    this.#gone = prepend({ packets, except: regions }, this.#gone);
  }

  /** The first doubt about any of the packets. */
  #doubtOf(packets: PacketSet, doubts: Iterable<Doubt>, line: number): Doubt | undefined {
    for (const doubt of doubts) {
      if (!this.#spend(1, line)) return doubt;
      if (intersectPackets(doubt.packets, packets) !== undefined) return doubt;
    }
    return undefined;
  }

  /** Takes from the budget; false where it is used up, with the line where that was. */
  #spend(amount: number, line: number): boolean {
    if (this.#budget < 0) return false;
    this.#budget -= amount;
    if (this.#budget < 0) {
      this.#exhausted = { packets: {}, line, why: "the nat table is too complex to follow from here on" };
    }
    return this.#budget >= 0;
  }
}

/** How many sets of packets a region is made of. */
function weight({ except }: Region): number {
  return 1 + except.reduce((sum, region) => sum + weight(region), 0);
}
