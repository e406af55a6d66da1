import type { PacketSet, Region } from "../model/net/packet-set.ts";
import type { ChainRule } from "./chains.ts";

/** A list that shares its tail, so that a branch of the walk costs nothing to leave. */
export interface List<T> {
  readonly value: T;
  readonly rest: List<T> | undefined;
}

/** Packets whose translation is uncertain from the rule at `line` on, and why. */
export interface Doubt {
  readonly packets: PacketSet;
  readonly line: number;
  readonly why: string;
}

/** The packets that reach a rule. */
export interface State {
  readonly packets: PacketSet;
  /** Regions of them that do not reach it. */
  readonly except: List<Region> | undefined;
  readonly doubts: List<Doubt> | undefined;
  /** Whether only some of them do, by chance. */
  readonly random: boolean;
}

/** All packets, as they enter the first chain. */
export const EVERY_PACKET: State = { packets: {}, except: undefined, doubts: undefined, random: false };

/** The list with one value more, in front. */
export function prepend<T>(value: T, rest: List<T> | undefined): List<T> {
  return { value, rest };
}

/** The values of the lists, one list after the other. */
export function* valuesOf<T>(...lists: readonly (List<T> | undefined)[]): Generator<T> {
  for (const list of lists) for (let at = list; at !== undefined; at = at.rest) yield at.value;
}

/** The packets that match the rule, of those that reach it: `packets` are those that both sets have. */
export function matching(here: State, { criteria, line }: ChainRule, packets: PacketSet): State {
  const { unknown, random } = criteria;
  let { except, doubts } = here;
  for (const region of criteria.except) except = prepend(region, except);
  if (unknown !== undefined) doubts = prepend({ packets, line, why: dependsOn(unknown) }, doubts);
  return { packets, except, doubts, random: here.random || random };
}

/** The packets that go on past a rule that sends those that match, `packets`, out of the chain. */
export function passing(here: State, { criteria, line }: ChainRule, packets: PacketSet): State {
  const why = whyUnsure(criteria);
  if (why !== undefined) return { ...here, doubts: prepend({ packets, line, why }, here.doubts) };
  const region = { packets: criteria.packets ?? {}, except: criteria.except };
  return { ...here, except: prepend(region, here.except) };
}

function whyUnsure({ unknown, random }: ChainRule["criteria"]): string | undefined {
  if (unknown !== undefined) return dependsOn(unknown);
  return random ? "by chance it may leave the chain before" : undefined;
}

function dependsOn(unknown: string): string {
  return `it depends on ${unknown}`;
}
