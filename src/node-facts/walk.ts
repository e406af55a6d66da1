import type { Diagnostic } from "../model/diagnostic.ts";
import type { DnatMatch, DnatRule, DnatTarget } from "../model/flow.ts";
import {
  covers,
  describe,
  intersect,
  type Packets,
  type Region,
  singleAddress,
  toMatches,
} from "../model/net/packet-set.ts";
import type { ChainRule, Chains } from "./chains.ts";
import { problem, quote } from "./problem.ts";
import { type Translation, targetsOf } from "./targets.ts";

/** Jumps deeper than this are not followed; kube-proxy's go four deep. */
const DEEPEST = 64;
/** Rules and exceptions met before the walk gives up; ten thousand services of three backends take some 300,000. */
const BUDGET = 1_000_000;

/** A list that shares its tail, so that a branch of the walk costs nothing to leave. */
interface List<T> {
  readonly value: T;
  readonly rest: List<T> | undefined;
}

/** Packets of which something is not known from the rule at `line` on. */
interface Doubt {
  readonly packets: Packets;
  readonly line: number;
  readonly why: string;
}

/** The packets that reach a point of the walk. */
interface State {
  readonly packets: Packets;
  readonly except: List<Region> | undefined;
  readonly doubts: List<Doubt> | undefined;
  /** Whether only some of them do, by chance. */
  readonly random: boolean;
}

/** Rules of one match that the kernel chooses among; open until one of them comes without chance. */
interface Choice {
  readonly key: string;
  readonly line: number;
  readonly packets: Packets;
  readonly matches: readonly DnatMatch[];
  readonly targets: DnatTarget[];
}

/**
 * Walks the chains from PREROUTING as a packet would and gives every translation with the packets that get to it, in
 * the order that makes the first match the kernel's choice. What a packet's fate hangs on that cannot be expressed
 * marks the rules behind it `uncertain`, with a finding at its line.
 */
export function walkChains(
  chains: Chains,
  family: 4 | 6,
  source: string,
): { dnat: DnatRule[]; diagnostics: Diagnostic[] } {
  const dnat: DnatRule[] = [];
  const diagnostics: Diagnostic[] = [];
  const reported = new Set<number>();
  const path = new Set<string>();
  /** Packets that the table has let go, untranslated, before the point now reached. */
  let gone: List<Region> | undefined;
  let goneDoubts: List<Doubt> | undefined;
  let choice: Choice | undefined;
  let budget = BUDGET;
  let exhausted: Doubt | undefined;

  const report = (line: number, packets: Packets, why: string): void => {
    if (reported.has(line)) return;
    reported.add(line);
    const message = `whether DNAT changes ${describe(packets)} is not known: ${why}`;
    diagnostics.push(problem(source, line, "warning", "facts.nat-unknown", message));
  };
  const spend = (amount: number, line: number): boolean => {
    if (budget < 0) return false;
    budget -= amount;
    if (budget < 0) {
      exhausted = { packets: {}, line, why: "the nat table is too complex to follow from here on" };
    }
    return budget >= 0;
  };

  const doubtOf = (packets: Packets, doubts: Iterable<Doubt>, line: number): Doubt | undefined => {
    for (const doubt of doubts) {
      if (!spend(1, line)) return doubt;
      if (intersect(doubt.packets, packets) !== undefined) return doubt;
    }
    return undefined;
  };

  const push = (matches: readonly DnatMatch[], targets: readonly DnatTarget[], doubt?: Doubt): void => {
    const [first = { toIP: "UNKNOWN" }] = targets;
    const fixed = {
      ...first,
      ...(first.toIP === "UNKNOWN" || first.toIP === "INTERFACE" ? { ipVersion: family } : {}),
      ...(targets.length > 1 ? { alternatives: targets } : {}),
      ...(doubt === undefined ? {} : { uncertain: `${doubt.why} (${source}:${doubt.line})` }),
    };
    const anywhere = { protocol: "all", dst: family === 4 ? "0.0.0.0/0" : "::/0" };
    for (const match of matches) dnat.push({ ...anywhere, ...match, ...fixed });
    if (doubt !== undefined) report(doubt.line, doubt.packets, doubt.why);
  };
  /** Ends a choice that may also choose nothing. */
  const flush = (): void => {
    if (choice === undefined) return;
    const { packets, matches, targets, line } = choice;
    choice = undefined;
    push(matches, targets, { packets, line, why: "by chance it may be left as it is" });
  };

  const translate = (state: State, line: number, to: Translation | string): void => {
    const { packets } = state;
    const except: Region[] = [];
    if (!spend(4, line)) return;
    for (const region of both(state.except, gone)) {
      if (!spend(weight(region), line)) return;
      if (intersect(region.packets, packets) === undefined) continue;
      if (region.except.length === 0 && covers(region.packets, packets)) return;
      // A chain's RETURN and a rule of the chain often say the same.
      const said = (other: Region): boolean => other.except.length === 0 && covers(other.packets, region.packets);
      if (except.length > 8 || !except.some(said)) except.push(region);
    }
    const targets =
      typeof to === "string" ? to : targetsOf(to, { ports: packets.ports, own: singleAddress(packets.dst) });
    let doubt = doubtOf(packets, both(state.doubts, goneDoubts), line);
    if (typeof targets === "string") doubt ??= { packets, line, why: targets };
    const list = typeof targets === "string" ? [] : targets;
    const matches = toMatches({ packets, except });
    const key = choice !== undefined || state.random ? JSON.stringify(matches) : "";
    if (choice !== undefined && (choice.key !== key || doubt !== undefined)) flush();
    if (doubt !== undefined) {
      push(matches, list, doubt);
      return;
    }
    choice ??= { key, line, packets, matches, targets: [] };
    for (const target of list) {
      const same = choice.targets.some(({ toIP, toPort }) => toIP === target.toIP && toPort === target.toPort);
      if (!spend(choice.targets.length, line)) return;
      if (!same) choice.targets.push(target);
    }
    if (state.random) return;
    push(choice.matches, choice.targets);
    choice = undefined;
  };

  /** The packets that go on past a rule after which those that match are through with the chain. */
  const pass = (here: State, { criteria, line }: ChainRule, packets: Packets): State => {
    const why = whyUnsure(criteria);
    if (why !== undefined) return { ...here, doubts: { value: { packets, line, why }, rest: here.doubts } };
    const region = { packets: criteria.packets ?? {}, except: criteria.except };
    return { ...here, except: { value: region, rest: here.except } };
  };
  const letGo = (state: State, rule: ChainRule): void => {
    const { packets } = state;
    const doubt = doubtOf(packets, both(state.doubts, undefined), rule.line);
    const why = state.random ? "a choice by chance may let it go before" : doubt?.why;
    if (why !== undefined) goneDoubts = { value: { packets, line: doubt?.line ?? rule.line, why }, rest: goneDoubts };
    else {
      const except = [...both(state.except, undefined)];
      spend(except.length, rule.line);
      gone = { value: { packets, except }, rest: gone };
    }
  };

  const visit = (name: string, state: State): void => {
    let here = state;
    path.add(name);
    for (const rule of chains.get(name) ?? []) {
      const { line, criteria, target } = rule;
      if (!spend(1 + criteria.except.length + (here.packets.ports?.length ?? 0), line)) break;
      const packets = criteria.packets && intersect(here.packets, criteria.packets);
      if (packets === undefined) continue;
      const inside = enter(here, rule, packets);
      switch (target.kind) {
        case "dnat":
          translate(inside, line, target.to);
          break;
        case "unknown":
          translate(inside, line, `what ${quote(target.text)} does is not known`);
          break;
        case "accept":
          letGo(inside, rule);
          break;
        case "jump":
          if (path.has(target.chain) || path.size >= DEEPEST) {
            translate(
              inside,
              line,
              `the jump to ${quote(target.chain)} ${path.has(target.chain) ? "loops" : "goes too deep"}`,
            );
          } else visit(target.chain, inside);
          break;
        case "return":
        case "continue":
          break;
      }
      const leaves = target.kind === "return" || (target.kind === "jump" && target.goto);
      if (rule.always && (leaves || target.kind === "dnat" || target.kind === "accept")) break;
      if (leaves) here = pass(here, rule, packets);
    }
    path.delete(name);
  };
  visit("PREROUTING", { packets: {}, except: undefined, doubts: undefined, random: false });
  flush();
  if (exhausted !== undefined) push([{}], [], exhausted);
  return { dnat, diagnostics };
}

/** The packets that match the rule, of those that reach it. */
function enter(here: State, { criteria, line }: ChainRule, packets: Packets): State {
  const { unknown, random } = criteria;
  let { except, doubts } = here;
  for (const region of criteria.except) except = { value: region, rest: except };
  if (unknown !== undefined) doubts = { value: { packets, line, why: hangsOn(unknown) }, rest: doubts };
  return { packets, except, doubts, random: here.random || random };
}

function whyUnsure({ unknown, random }: ChainRule["criteria"]): string | undefined {
  if (unknown !== undefined) return hangsOn(unknown);
  return random ? "by chance it may leave the chain before" : undefined;
}

function hangsOn(unknown: string): string {
  return `it hangs on ${unknown}`;
}

function* both<T>(first: List<T> | undefined, second: List<T> | undefined): Generator<T> {
  for (const list of [first, second]) for (let at = list; at !== undefined; at = at.rest) yield at.value;
}

/** How many sets of packets a region is made of. */
function weight({ except }: Region): number {
  return 1 + except.reduce((sum, region) => sum + weight(region), 0);
}
