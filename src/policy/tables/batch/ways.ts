import { PROTOCOL_NUMBERS } from "../../../model/net/protocol.ts";
import type { FelixSettings } from "../../world/compiled.ts";
import { KINDS, type TableEnd } from "../ends.ts";
import { evaluateChain } from "../evaluate-stage.ts";
import { listOf } from "../owned-rules.ts";
import { NO_REASON, newState, type PacketState, restart } from "../packet-state.ts";
import { CODE, END_SLOT, splitReason } from "../reasons.ts";
import { DENY } from "../rule-list.ts";
import type { ChainRow, Stage } from "../stage.ts";
import { ESTABLISHED, NEW } from "../table-packet.ts";
import { chainsAfterRouting, walk } from "../walk.ts";
import { BY_RULE, DENIED, type Decisions, NEXT, newDecisions } from "./decisions.ts";
import { type Exceptions, exceptionTable } from "./exceptions.ts";
import { type ListStep, matchesRows } from "./match-rows.ts";
import type { EndKind } from "./plain-ends.ts";

/** What new IPv4 packets between ends of two kinds meet, where policies decide alone. */
export interface Way {
  readonly steps: readonly Step[];
  /** Whether replies of allowed packets are allowed: no policy is asked about them. */
  readonly returns: number;
  readonly decisions: Decisions;
}

/** A stage with its policies; or an end without, that denies, or is why a packet goes on where nothing else is. */
export type Step = StageStep | { readonly decided: number };

/** What a stage evaluates, for IPv4. Decisions are numbers of decisions.ts. */
export interface StageStep {
  readonly exceptions: Exceptions | undefined;
  /** By exception, what it decides. */
  readonly excepted: readonly number[];
  /** The lists of tiers, then those of profiles. */
  readonly lists: readonly ListStep[];
  /** For packets that no list decides. */
  readonly rest: number;
}

const PROCESS = KINDS.indexOf("process");

/** What ways are compiled with. */
export interface WayContext {
  /** A state whose packet does not matter. */
  readonly probe: PacketState;
  readonly exceptionsOf: ReturnType<typeof exceptionTable>;
}

/** Prepares to compile ways. */
export function wayContext({ compiled, settings }: PacketState): WayContext {
  return { probe: newState(compiled, settings), exceptionsOf: exceptionTable() };
}

/**
 * Compiles the way between two kinds of ends. `undefined` where a packet meets more than policies: between processes, from a
 * workload to its host, with untracked policies, or where a rule names a service or a port by name.
 */
export function compileWay(from: EndKind, to: EndKind, context: WayContext): Way | undefined {
  const ends = [from.end, to.end] as const;
  const { settings } = from;
  if (settings !== to.settings || ends.every(({ kindNumber }) => kindNumber === PROCESS)) return undefined;
  const decisions = newDecisions();
  const steps: Step[] = [];
  for (const row of chainsAfterRouting(...ends)) {
    if (row.special === "workload-to-host") return undefined;
    const end = row.isTo ? to.end : from.end;
    const stage = row.special === undefined ? end.stages[row.slot] : undefined;
    if (stage !== undefined && !isPlainStage(stage)) return undefined;
    const step = stage
      ? stageStep(stage, row.isTo, settings, decisions, context)
      : endStep(end, row, settings, decisions, context);
    if (step !== undefined) steps.push(step);
  }
  const lists = steps.flatMap((step) => ("lists" in step ? step.lists.map(({ list }) => list) : []));
  if (!decisions.fit() || !lists.every(matchesRows)) return undefined;
  return {
    steps,
    returns: returnsOn(from.end, to.end, settings, context.probe),
    decisions,
  };
}

/** Whether a stage marks no packets, and lets packets to failsafe ports through. */
function isPlainStage({ rules }: Stage): boolean {
  return rules.mark === 0 && rules.hasFailsafes === rules.allowsFailsafe;
}

function stageStep(
  { slot, direction, tiers, profiles, rules }: Stage,
  isTo: boolean,
  settings: FelixSettings,
  decisions: Decisions,
  { probe: { compiled }, exceptionsOf }: WayContext,
): StageStep {
  const add = (code: number, detail = 0) => decisions.add({ isTo, slot, code, detail });
  const lists = tiers.map(({ tier, rules }, index): ListStep => {
    const unmatched = tier.passesByDefault ? NEXT : DENIED | add(CODE.noRuleMatched, index);
    return { list: listOf(rules, 4, compiled), decided: add(CODE.rule, index), unmatched };
  });
  const exceptions = exceptionsOf(settings, rules, direction);
  const excepted = (exceptions?.list ?? []).map(({ code, detail }) =>
    code === CODE.failsafe ? BY_RULE | add(code, detail) : DENIED | add(code, detail),
  );
  const steps = { exceptions, excepted, lists };
  if (!rules.hasProfiles) return { ...steps, rest: add(tiers.length > 0 ? CODE.passed : rules.unmatched) };
  for (const [index, profile] of profiles.entries()) {
    if (profile === undefined) return { ...steps, rest: DENIED | add(CODE.missingProfile, index) };
    lists.push({ list: listOf(profile, 4, compiled), decided: add(CODE.profileRule, index), unmatched: NEXT });
  }
  return { ...steps, rest: DENIED | add(profiles.length === 0 ? CODE.noPolicyNoProfile : CODE.noProfileAllowed) };
}

/** Without a stage it is the same for every packet; `undefined` where it is nothing. */
function endStep(
  end: TableEnd,
  row: ChainRow,
  settings: FelixSettings,
  decisions: Decisions,
  { probe }: WayContext,
): Step | undefined {
  restart(probe, NEW, false);
  probe.settings = settings;
  const isDenied = evaluateChain(probe, row, end) === DENY;
  const reason = isDenied ? probe.reason : probe.defaultBy;
  if (reason === NO_REASON) return undefined;
  const decided = decisions.add({ isTo: row.isTo, slot: END_SLOT, code: splitReason(reason).code, detail: 0 });
  return { decided: isDenied ? DENIED | decided : decided };
}

/** What becomes of replies: they are established, which all stages decide without a look at the packet. */
function returnsOn(from: TableEnd, to: TableEnd, settings: FelixSettings, probe: PacketState): number {
  restart(probe, ESTABLISHED, true);
  probe.settings = settings;
  probe.isAnswer = true;
  probe.protocol = PROTOCOL_NUMBERS.TCP;
  return walk(probe, to, from, from, () => false);
}
