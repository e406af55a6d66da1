import { NO_REASON } from "../packet-state.ts";
import { CODE, END_SLOT, ruleDetail } from "../reasons.ts";
import { ALLOW, DENY, PASS, type RuleList } from "../rule-list.ts";
import { matchRows, newValueColumns, TILE, type ValueColumns } from "./match-rows.ts";
import type { Step, StepRules, Way } from "./ways.ts";

// The rules of stages (`evaluateRules` of evaluate-stage.ts) for many packets that take the same way: stage by stage, list by list.
// A packet is known by its place among them. test/policy/tables holds both equal to `simulate`.

/** The packets of a way at their places: what rules read of them, and what became of them. */
export interface Tile {
  readonly values: ValueColumns;
  /** `ALLOW` or `DENY`. */
  readonly verdicts: Uint8Array;
  /** What decided: the slot and code of a reason, doubled, and 1 where it is about the end `to`; -1 for nothing. */
  readonly reasons: Int32Array;
  readonly details: Float64Array;
}

/** Room for the packets of a way. */
export function newTile(): Tile {
  return {
    values: newValueColumns(),
    verdicts: new Uint8Array(TILE),
    reasons: new Int32Array(TILE),
    details: new Float64Array(TILE),
  };
}

/** Places of packets that are still on their way, and of those that a stage has not decided; used within one call only. */
const going = new Int32Array(TILE);
const undecided = new Int32Array(TILE);
const slots = new Int32Array(TILE);
/** Whether a packet's reason is a rule that let it on; else it is a default. */
const isByRule = new Uint8Array(TILE);

/** Takes `count` packets along a way. */
export function takeWay(tile: Tile, { steps }: Way, count: number): void {
  const { verdicts, reasons, details } = tile;
  for (let place = 0; place < count; place++) going[place] = place;
  isByRule.fill(0, 0, count);
  reasons.fill(NO_REASON, 0, count);
  details.fill(0, 0, count);
  verdicts.fill(ALLOW, 0, count);
  let remaining = count;
  for (const step of steps) {
    if (step.rules === undefined) withoutRules(tile, step, remaining);
    else evaluateRules(tile, step, step.rules, remaining);
    let kept = 0;
    for (let at = 0; at < remaining; at++) {
      const place = going[at] as number;
      if (verdicts[place] === ALLOW) going[kept++] = place;
    }
    remaining = kept;
  }
}

/** An end without the stage: it denies all packets, or is why they go on where there is no other reason. */
function withoutRules(tile: Tile, step: Step, count: number): void {
  const { reasons } = tile;
  for (let at = 0; at < count; at++) {
    const place = going[at] as number;
    if (step.isDenied) deny(tile, place, step, END_SLOT, step.code, 0);
    else if (reasons[place] === NO_REASON) reasons[place] = reasonAt(step, END_SLOT, step.code);
  }
}

/** The policies, and where none of them decides the profiles, of a stage for the packets that are on their way. */
function evaluateRules(tile: Tile, step: Step, rules: StepRules, count: number): void {
  const { slot, tiers, profiles, hasProfiles } = rules;
  for (let at = 0; at < count; at++) undecided[at] = going[at] as number;
  let remaining = count;
  for (let index = 0; index < tiers.length; index++) {
    const { list, passesByDefault } = tiers[index] as StepRules["tiers"][number];
    remaining = askList(tile, step, { slot, list, index, code: CODE.rule }, remaining);
    if (passesByDefault) continue;
    let kept = 0;
    for (let at = 0; at < remaining; at++) {
      const place = undecided[at] as number;
      if ((slots[place] as number) >= 0) undecided[kept++] = place;
      else deny(tile, place, step, slot, CODE.noRuleMatched, index);
    }
    remaining = kept;
  }
  if (!hasProfiles) {
    const reason = reasonAt(step, slot, tiers.length > 0 ? CODE.passed : rules.unmatched);
    for (let at = 0; at < remaining; at++) byDefault(tile, undecided[at] as number, reason);
    return;
  }
  for (let index = 0; index < profiles.length; index++) {
    const list = profiles[index];
    if (list === undefined) {
      denyRest(tile, step, slot, CODE.missingProfile, index, remaining);
      return;
    }
    remaining = askList(tile, step, { slot, list, index, code: CODE.profileRule }, remaining);
  }
  denyRest(tile, step, slot, profiles.length === 0 ? CODE.noPolicyNoProfile : CODE.noProfileAllowed, 0, remaining);
}

/** Decides the undecided packets that a rule of a list allows or denies; returns how many are left. */
function askList(
  tile: Tile,
  step: Step,
  { slot, list, index, code }: { slot: number; list: RuleList; index: number; code: number },
  count: number,
): number {
  const { actions } = list;
  matchRows(list, tile.values, undecided, count, slots);
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const place = undecided[at] as number;
    const found = slots[place] as number;
    const action = found < 0 ? PASS : (actions[found] as number);
    if (action === ALLOW) allow(tile, place, step, slot, code, ruleDetail(index, found, 4));
    else if (action === DENY) deny(tile, place, step, slot, code, ruleDetail(index, found, 4));
    else undecided[kept++] = place;
  }
  return kept;
}

function reasonAt({ isTo }: Step, slot: number, code: number): number {
  return 2 * (slot * 16 + code) + (isTo ? 1 : 0);
}

function allow(tile: Tile, place: number, step: Step, slot: number, code: number, detail: number): void {
  tile.reasons[place] = reasonAt(step, slot, code);
  tile.details[place] = detail;
  isByRule[place] = 1;
}

function deny(tile: Tile, place: number, step: Step, slot: number, code: number, detail: number): void {
  tile.reasons[place] = reasonAt(step, slot, code);
  tile.details[place] = detail;
  tile.verdicts[place] = DENY;
}

function denyRest(tile: Tile, step: Step, slot: number, code: number, detail: number, count: number): void {
  for (let at = 0; at < count; at++) deny(tile, undecided[at] as number, step, slot, code, detail);
}

function byDefault(tile: Tile, place: number, reason: number): void {
  if (isByRule[place] === 0) tile.reasons[place] = reason;
}
