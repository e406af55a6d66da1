import { BY_RULE } from "./decisions.ts";
import type { Exception, Exceptions } from "./exceptions.ts";
import { matchRows, TILE } from "./match-rows.ts";
import { AT_DESTINATION, AT_DESTINATION_PORT, AT_HEADER, AT_SOURCE, RECORD, type Tile } from "./sorted-packets.ts";
import type { ListStep, StageStep, Way } from "./ways.ts";

// The rules of stages (`evaluateStage` of evaluate-stage.ts) for many packets that take the same way: stage by stage, list by list.
// A packet is known by its place among them. What is decided is a number of decisions.ts, so that most of it is done without
// branches, whose outcome nobody could foresee. test/policy/tables holds both equal to `simulate`.

/** Places of packets that are still on their way, and of those that a stage has not decided; used within one call only. */
const going = new Int32Array(TILE);
const undecided = new Int32Array(TILE);
/** By place, what a list decides. */
const ofList = new Int32Array(TILE);

/** Takes `count` packets along a way. */
export function takeWay(tile: Tile, { steps }: Way, count: number): void {
  const { decided } = tile;
  decided.fill(0, 0, count);
  for (let place = 0; place < count; place++) going[place] = place;
  let remaining = count;
  for (const step of steps) {
    if ("lists" in step) evaluateStage(tile, step, remaining);
    else {
      // An end without the stage is why packets go on only where nothing else is.
      for (let at = 0; at < remaining; at++) {
        const place = going[at] as number;
        if (step.decided < 0 || decided[place] === 0) decided[place] = step.decided;
      }
    }
    let kept = 0;
    for (let at = 0; at < remaining; at++) {
      const place = going[at] as number;
      going[kept] = place;
      kept += ~(decided[place] as number) >>> 31;
    }
    remaining = kept;
  }
}

/** The policies, and where none of them decides the profiles, of a stage for the packets that are on their way. */
function evaluateStage(tile: Tile, step: StageStep, count: number): void {
  const { decided } = tile;
  for (let at = 0; at < count; at++) undecided[at] = going[at] as number;
  const { exceptions, excepted, lists, rest } = step;
  let remaining = exceptions === undefined ? count : takeExceptions(tile, exceptions, excepted, count);
  for (const list of lists) remaining = askList(tile, list, remaining);
  for (let at = 0; at < remaining; at++) {
    const place = undecided[at] as number;
    if (rest < 0 || ((decided[place] as number) & BY_RULE) === 0) decided[place] = rest;
  }
}

/** Decides the undecided packets that a list decides; returns how many are left. */
function askList({ values, decided }: Tile, { list, decided: byRule, unmatched }: ListStep, count: number): number {
  for (let at = 0; at < count; at++) ofList[undecided[at] as number] = unmatched;
  matchRows(list, values, undecided, count, byRule, unmatched, ofList);
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const place = undecided[at] as number;
    const found = ofList[place] as number;
    const isNext = (found >>> 29) & 1;
    decided[place] = ((decided[place] as number) & -isNext) | (found & (isNext - 1));
    undecided[kept] = place;
    kept += isNext;
  }
  return kept;
}

/** Decides the undecided packets that meet an exception; returns how many are left. */
function takeExceptions(tile: Tile, { list, ports }: Exceptions, excepted: readonly number[], count: number): number {
  const { decided, packets, first } = tile;
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const place = undecided[at] as number;
    const packet = (first + place) * RECORD;
    const port = packets[packet + AT_DESTINATION_PORT] as number;
    undecided[kept++] = place;
    if (((ports[port >>> 5] as number) & (1 << (port & 31))) === 0) continue;
    const found = list.findIndex((one) => isExcepted(one, packets, packet));
    if (found < 0) continue;
    decided[place] = excepted[found] as number;
    kept--;
  }
  return kept;
}

function isExcepted(one: Exception, packets: Int32Array, packet: number): boolean {
  if (one.protocol !== packets[packet + AT_HEADER] || one.port !== packets[packet + AT_DESTINATION_PORT]) return false;
  const address = (packets[packet + (one.isSource ? AT_SOURCE : AT_DESTINATION)] as number) >>> 0;
  return one.first <= address && address <= one.last;
}
