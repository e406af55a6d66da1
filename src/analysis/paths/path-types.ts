import type { DecidedBy, Direction, DropStage, PolicyStage, Verdict } from "../../policy/outcome.ts";
import type { CompiledRules } from "../../policy/world/compiled.ts";
import type { Budget } from "../sets/budget.ts";
import type { PacketSpace, Packets } from "../sets/packet-space.ts";
import type { Box, Universe } from "../sets/universe.ts";
import type { RuleSet } from "./domain/rule-lists.ts";
import type { PathCase } from "./way.ts";

/** Rules that are evaluated one after the other: of the policies of a tier, or of a profile. */
export interface OrderedRules {
  readonly owners: readonly CompiledRules[];
  readonly direction: Direction;
}

/** What is known of the boxes that walks ask for; the rest is found by walks that ask for whatever may be. */
export interface KnownBoxes {
  /** The lists of rules that packets of each case come to, as they are sent. */
  readonly rules: readonly (readonly OrderedRules[])[];
  /** All that the walks ask for besides: then there are no walks that find it, and one that is missing ends them by `UnknownSet`. */
  readonly others?: readonly Box[];
}

/** How ways are analysed. */
export interface PathsOptions {
  /** The universe of the boxes in these options, of the ways' IP version; a new one where it is left out. */
  readonly universe?: Universe;
  /** Only packets of these boxes: rules that do not meet them are not looked at, which makes small questions fast. */
  readonly start?: readonly Box[];
  /** Further boxes that the caller will ask the space for. */
  readonly boxes?: readonly Box[];
  readonly known?: KnownBoxes;
  /** Whether packets are told apart by what decided them, or by the verdict only, which is much faster. */
  readonly deciders: boolean;
  /** Whether the answers to packets are followed too. */
  readonly replies: boolean;
  readonly budget?: Budget;
}

/** Packets of a way that are decided alike. */
export interface DecidedPackets {
  readonly packets: Packets;
  /** Of the first packet; what becomes of the answers is in `reply`. */
  readonly verdict: Verdict;
  /** Without deciders: one of those that decided so. */
  readonly by: DecidedBy;
  readonly dropStage?: DropStage;
  /** Where packets are through, an answer is expected, and replies are followed. */
  readonly reply?: { readonly verdict: Verdict; readonly by: DecidedBy; readonly dropStage?: DropStage };
}

/** A rule that packets of a way can come to. */
export interface RuleReach {
  readonly rules: CompiledRules;
  readonly direction: Direction;
  readonly index: number;
  readonly stage: PolicyStage;
  /** Those that come to it, and of those the ones that match; of answers: the packets that they answer. */
  readonly packets: Packets;
  readonly matched: Packets;
}

/** What becomes of all packets of ways, as sets of one space, so that those of several Worlds can be compared. */
export interface Paths {
  readonly cases: readonly PathCase[];
  readonly options: PathsOptions;
  readonly universe: Universe;
  readonly space: PacketSpace;
  /** What the walks ask for besides the start and the rules of `known`. */
  readonly others: readonly Box[];
  readonly start: Packets;
  /** What had to be assumed about a case, as sentences; complete when it has been decided. */
  assumptions(index: number): readonly string[];
  /** What becomes of the packets of the start that take the way of a case: disjoint, together all of these; or of some of them. */
  decide(index: number, among?: Packets): readonly DecidedPackets[];
  /** The same of all packets as without deciders: what decides is one of several. */
  verdicts(index: number): readonly DecidedPackets[];
  /** The rules of an owner that packets of the start can match, as sets of packets as they are sent. */
  rules(index: number, rules: CompiledRules, direction: Direction): readonly RuleSet<Packets>[];
  /**
   * The rules that packets come to, in no order; with `answers`, which is `replies` where it is left out, also those that answers
   * come to. A rule that is missing is reached by none.
   */
  reach(index: number, answers?: boolean): readonly RuleReach[];
}
