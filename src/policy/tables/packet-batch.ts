import type { Outcome } from "../outcome.ts";
import { NO_RETURN, newAnswer, type TableAnswer } from "./answer.ts";
import { type Addresses6, loadPacket, newColumns, type PacketColumns, putPacket } from "./batch/columns.ts";
import { ABOUT_TO, detailOf } from "./batch/decisions.ts";
import { takeWay } from "./batch/evaluate-rows.ts";
import { findWays, newFoundWays } from "./batch/find-ways.ts";
import { keptNumbers } from "./batch/kept-numbers.ts";
import { wayOrder } from "./batch/order-of-ways.ts";
import { plainEnds } from "./batch/plain-ends.ts";
import { NO_WAY, newSortedPackets, sortPackets } from "./batch/sorted-packets.ts";
import { fillTile, newTile, TILE } from "./batch/tile.ts";
import { wayTable } from "./batch/way-table.ts";
import type { Way } from "./batch/ways.ts";
import type { NodeEvaluator } from "./evaluate.ts";
import { NO_REASON } from "./packet-state.ts";
import { reasonOf } from "./reasons.ts";
import { ALLOW, DENY } from "./rule-list.ts";
import { NO_END, newPacket, type TablePacket } from "./table-packet.ts";

/** Packets of nodes of one World, answered together: packets of a node one after the other, so that its tables are at hand. */
export interface PacketBatch {
  readonly capacity: number;
  readonly columns: PacketColumns;
  /** Fills a row with a packet of a node; the packet may be used again. */
  readonly put: (row: number, node: number, packet: TablePacket) => void;
  /** Answers for the rows before `count`, each as its node's `evaluate` does. */
  readonly evaluate: (count: number) => void;
  /** By row, `verdict` and `return` of its answer. */
  readonly verdicts: Uint8Array;
  readonly returns: Uint8Array;
  /** How many of the rows were not evaluated each for itself. */
  readonly together: () => number;
  /** Fills in the whole answer for a row. */
  readonly answer: (row: number, into: TableAnswer) => void;
  /** The number that is kept for the answer of a row; 0 where none is. */
  readonly keptNumber: (row: number) => number;
  /**
   * Keeps a number, greater than 0, for rows that have the answer of this one. None is kept of a row that was evaluated for
   * itself, and where there are several nodes, as their ends have the same numbers.
   */
  readonly keepNumber: (row: number, number: number) => void;
  readonly forgetNumbers: () => void;
}

/**
 * Makes room for a number of packets, 100 bytes each, of at most 65,536 nodes. Most packets are new IPv4 ones that only policies
 * decide about: those are sorted by the way they take (`batch/ways.ts`), so that packets that meet the same rules, on whatever
 * nodes, come one after the other. The others are evaluated each for itself.
 */
export function packetBatch(nodes: readonly NodeEvaluator[], capacity: number): PacketBatch {
  const columns = newColumns(capacity);
  const verdicts = new Uint8Array(capacity);
  const returns = new Uint8Array(capacity);
  /** Of rows that are evaluated each for itself. */
  const reasons = new Int32Array(capacity);
  const details = new Float64Array(capacity);
  const outcomes = new Map<number, Outcome>();
  const addresses6: Addresses6 = new Map();
  const packet = newPacket();
  const answer = newAnswer();
  const inside = nodes.map((node) => node.inside);
  const ends = plainEnds(inside);
  const state = inside[0]?.state;
  const table = state && wayTable(ends.kinds, state);
  const orderOf = wayOrder();
  const found = newFoundWays(capacity);
  const sorted = newSortedPackets(capacity);
  const tile = newTile(sorted.records);
  /** Numbers of decisions.ts, by the places of packets in the order of their ways. */
  const decided = new Int32Array(capacity);
  /** By a way, what it decided, and the end that this is about. */
  const numbers = keptNumbers();
  let taken = 0;

  function evaluateRow(row: number): void {
    loadPacket(columns, row, packet, addresses6);
    (nodes[columns.node[row] as number] as NodeEvaluator).evaluate(packet, answer);
    verdicts[row] = answer.verdict;
    returns[row] = answer.return;
    reasons[row] = answer.reason;
    details[row] = answer.detail;
    if (answer.outcome !== undefined) outcomes.set(row, answer.outcome);
  }

  function evaluate(count: number): void {
    outcomes.clear();
    taken = 0;
    if (table === undefined || state === undefined) return;
    findWays(columns, inside, ends, table, found, count);
    const order = orderOf(table.ways);
    const places = startsOf(found.counts, order);
    sortPackets(columns, found.wayOf, places, sorted, count);
    let first = 0;
    for (const number of order) {
      const end = places[number] as number;
      for (; first < end; first += TILE) {
        const size = Math.min(TILE, end - first);
        fillTile(tile, first, size);
        takeWay(tile, table.ways[number] as Way);
        decided.set(tile.decided.subarray(0, size), first);
      }
      first = end;
    }
    taken = first;
    const replies = Uint8Array.from(table.ways, (way) => way?.returns ?? NO_RETURN);
    takeBack(found.wayOf, sorted.placeOf, decided, replies, verdicts, returns, count);
    if (taken === count) return;
    for (let row = 0; row < count; row++) if (found.wayOf[row] === NO_WAY) evaluateRow(row);
  }

  /** What was decided about a row that took a way. */
  const decidedOf = (row: number): number => decided[sorted.placeOf[row] as number] as number;

  /** The end that a row that took a way reaches. */
  const toOf = (row: number): number => (columns.to[row] === NO_END ? found.reached[row] : columns.to[row]) as number;

  /** The end that the decision about a row with a way is about. */
  const endOf = (row: number, decided: number): number =>
    (decided & ABOUT_TO) === 0 ? (columns.from[row] as number) : toOf(row);

  /** The reason and the detail of a row that took a way. */
  function fillReason(row: number, way: Way, into: TableAnswer): void {
    const number = decidedOf(row);
    into.reason = NO_REASON;
    into.detail = 0;
    if (number === 0) return;
    const decision = way.decisions.read(number);
    into.reason = reasonOf(endOf(row, number), decision.slot, decision.code);
    into.detail = detailOf(decision, number);
  }

  return {
    capacity,
    columns,
    put: (row, node, packet) => putPacket(columns, row, node, packet, addresses6),
    evaluate,
    verdicts,
    returns,
    together: () => taken,
    answer: (row, into) => {
      into.verdict = verdicts[row] as number;
      into.return = returns[row] as number;
      into.outcome = outcomes.get(row);
      const way = table?.ways[found.wayOf[row] as number];
      if (way !== undefined) fillReason(row, way, into);
      else {
        into.reason = reasons[row] as number;
        into.detail = details[row] as number;
      }
    },
    keptNumber: (row) => {
      const way = found.wayOf[row] as number;
      if (way === NO_WAY) return 0;
      const number = decidedOf(row);
      return numbers.find(way, number, endOf(row, number));
    },
    keepNumber: (row, kept) => {
      const way = found.wayOf[row] as number;
      const number = decidedOf(row);
      if (way !== NO_WAY && nodes.length === 1) numbers.keep(way, number, endOf(row, number), kept);
    },
    forgetNumbers: numbers.clear,
  };
}

/**
 * Puts what was decided by place into the rows, in their order; of rows without a way what is put there does not matter. `replies` has for
 * each way what becomes of them. Without branches: nobody can foresee which packets are denied.
 */
function takeBack(
  wayOf: Int32Array,
  placeOf: Int32Array,
  decided: Int32Array,
  replies: Uint8Array,
  verdicts: Uint8Array,
  returns: Uint8Array,
  count: number,
): void {
  for (let row = 0; row < count; row++) {
    const sign = (decided[placeOf[row] as number] as number) >> 31;
    verdicts[row] = ALLOW + ((DENY - ALLOW) & sign);
    returns[row] = (replies[wayOf[row] as number] as number) & ~sign;
  }
}

/** The place of the first packet of each way, in the order of ways. */
function startsOf(counts: Int32Array, order: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length);
  let place = 0;
  for (const way of order) {
    starts[way] = place;
    place += counts[way] as number;
  }
  return starts;
}
