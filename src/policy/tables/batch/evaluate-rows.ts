import { BY_RULE, NEXT } from "./decisions.ts";
import type { Exception, Exceptions } from "./exceptions.ts";
import { type ListStep, matchRows } from "./match-rows.ts";
import { AT_DESTINATION, AT_DESTINATION_PORT, AT_HEADER, AT_SOURCE, RECORD } from "./sorted-packets.ts";
import { TILE, type Tile } from "./tile.ts";
import type { StageStep, Way } from "./ways.ts";

// The rules of stages (`evaluateStage` of evaluate-stage.ts) for many packets that take the same way: stage by stage, list by list.
// A packet is known by its place among them. What is decided is a number of decisions.ts, so that most of it is done without
// branches, whose outcome nobody could foresee. test/policy/tables holds both equal to `simulate`.

/** All places, those of packets that are still on their way, and those that a stage has not decided; used within one call only. */
const ALL = Int32Array.from({ length: TILE }, (_, place) => place);
const going = new Int32Array(TILE);
const undecided = new Int32Array(TILE);
/** By place, what a list decides. */
const ofList = new Int32Array(TILE);

/** Takes the packets of a tile along a way. */
export function takeWay(tile: Tile, { steps }: Way): void {
  const { decided } = tile;
  decided.fill(0, 0, tile.count);
  let [places, remaining] = [ALL, tile.count];
  for (const step of steps) {
    if ("lists" in step) evaluateStage(tile, step, places, remaining);
    else withoutStage(decided, step.decided, places, remaining);
    let kept = 0;
    for (let at = 0; at < remaining; at++) {
      const place = places[at] as number;
      going[kept] = place;
      kept += ~(decided[place] as number) >>> 31;
    }
    [places, remaining] = [going, kept];
  }
}

/** An end without the stage denies all packets, or is why they go on where nothing else is. */
function withoutStage(decided: Int32Array, ofStep: number, places: Int32Array, count: number): void {
  for (let at = 0; at < count; at++) {
    const place = places[at] as number;
    if (ofStep < 0 || decided[place] === 0) decided[place] = ofStep;
  }
}

/** The policies, and where none of them decides the profiles, of a stage for packets that are on their way. */
function evaluateStage(tile: Tile, step: StageStep, places: Int32Array, count: number): void {
  const { exceptions, excepted, lists, rest } = step;
  const { decided } = tile;
  let [from, remaining] = [places, count];
  if (exceptions !== undefined) {
    remaining = takeExceptions(tile, exceptions, excepted, from, remaining);
    from = undecided;
  }
  for (const list of lists) {
    remaining = askList(tile, list, from, remaining);
    from = undecided;
  }
  for (let at = 0; at < remaining; at++) {
    const place = from[at] as number;
    if (rest < 0 || ((decided[place] as number) & BY_RULE) === 0) decided[place] = rest;
  }
}

/** Decides packets that a list decides; the others are left in `undecided`, and how many they are is returned. */
function askList(tile: Tile, step: ListStep, places: Int32Array, count: number): number {
  const { decided } = tile;
  const decidesAll = step.unmatched !== NEXT && !step.list.passes;
  const found = decidesAll ? decided : ofList;
  for (let at = 0; at < count; at++) found[places[at] as number] = step.unmatched;
  matchRows(step, tile, places, count, found);
  if (decidesAll) return 0;
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const place = places[at] as number;
    const found = ofList[place] as number;
    const isNext = (found >>> 29) & 1;
    decided[place] = ((decided[place] as number) & -isNext) | (found & (isNext - 1));
    undecided[kept] = place;
    kept += isNext;
  }
  return kept;
}

/** Decides packets that meet an exception; the others are left in `undecided`, and how many they are is returned. */
function takeExceptions(
  tile: Tile,
  { list, ports }: Exceptions,
  excepted: readonly number[],
  places: Int32Array,
  count: number,
): number {
  const { decided, packets, first } = tile;
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const place = places[at] as number;
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
