import { IPIP, PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import type { Outcome } from "../outcome.ts";
import { newAnswer, type TableAnswer } from "./answer.ts";
import { type Addresses6, loadPacket, newColumns, type PacketColumns, putPacket } from "./batch/columns.ts";
import { newTile, takeWay } from "./batch/evaluate-rows.ts";
import { TILE } from "./batch/match-rows.ts";
import { END_FIELDS, NOT_PLAIN, type PlainNode, plainEnds } from "./batch/plain-ends.ts";
import { type SortedPackets, sortedPackets } from "./batch/sorted-packets.ts";
import { NO_WAY, type WayTable, wayTable } from "./batch/way-table.ts";
import type { Way } from "./batch/ways.ts";
import type { NodeEvaluator } from "./evaluate.ts";
import { NEW, NO_END, newPacket, type TablePacket } from "./table-packet.ts";

const { UDP, ICMPv6 } = PROTOCOL_NUMBERS;

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
}

/**
 * Makes room for a number of packets, 93 bytes each, of at most 65,536 nodes. Most packets are new IPv4 ones that only policies
 * decide about: those are sorted by the way they take (`batch/ways.ts`), so that packets that meet the same rules, on whatever
 * nodes, come one after the other. The others are evaluated each for itself.
 */
export function packetBatch(nodes: readonly NodeEvaluator[], capacity: number): PacketBatch {
  const columns = newColumns(capacity);
  const verdicts = new Uint8Array(capacity);
  const returns = new Uint8Array(capacity);
  const reasons = new Int32Array(capacity);
  const details = new Float64Array(capacity);
  const outcomes = new Map<number, Outcome>();
  const addresses6: Addresses6 = new Map();
  const wayOf = new Int32Array(capacity);
  /** By row, its place in the order of ways. */
  const placeOf = new Int32Array(capacity);
  /** Where packets go, also those without `to`. */
  const reached = new Int32Array(capacity);
  let taken = 0;
  const tile = newTile();
  const packet = newPacket();
  const answer = newAnswer();
  const inside = nodes.map((node) => node.inside);
  const ends = plainEnds(inside);
  const state = inside[0]?.state;
  const table = state && wayTable(ends.kinds, state);
  const sorted = state && sortedPackets(columns, capacity, state.compiled.classes);

  /** Finds the way of each packet. */
  function findWays(count: number, { numberOf, ways }: WayTable): void {
    const { node, from, to, family, state: tracked, source, destination } = columns;
    ends.update();
    const starts = ends.starts();
    const fields = ends.fields();
    for (let row = 0; row < count; row++) {
      wayOf[row] = NO_WAY;
      if (family[row] !== 4 || tracked[row] !== NEW) continue;
      const at = node[row] as number;
      const [first, end] = [starts[at] as number, starts[at + 1] as number];
      const fromAt = first + END_FIELDS * (from[row] as number);
      let number = to[row] as number;
      if (number === NO_END) number = (inside[at] as PlainNode).endOf(from[row] as number, destination[row] as number);
      const toAt = first + END_FIELDS * number;
      if (fromAt < first || fromAt >= end || toAt < first || toAt >= end) continue;
      const [fromKind, toKind] = [fields[fromAt] as number, fields[toAt] as number];
      if (fromKind === NOT_PLAIN || toKind === NOT_PLAIN) continue;
      const address = source[row] as number;
      if (address < (fields[fromAt + 1] as number) || address > (fields[fromAt + 2] as number)) continue;
      const way = numberOf(fromKind, toKind);
      if (way === NO_WAY || !isPlain(row, ways[way] as Way)) continue;
      if ((inside[at] as PlainNode).mayTranslate(destination[row] as number)) continue;
      wayOf[row] = way;
      reached[row] = number;
    }
  }

  /** Whether no rule besides those of policies is for the protocol and the port of a packet. */
  function isPlain(row: number, { failsafePorts, dropsTunnels, settings }: Way): boolean {
    const protocol = columns.protocol[row] as number;
    const port = columns.destinationPort[row] as number;
    // Neighbour discovery goes its own way, in whatever family it comes.
    if (protocol === ICMPv6) return false;
    if (dropsTunnels && (protocol === IPIP || (protocol === UDP && port === settings.vxlanPort))) return false;
    return failsafePorts === undefined || (((failsafePorts[port >>> 5] as number) >>> (port & 31)) & 1) === 0;
  }

  /** Answers for the packets from a place to before another, all of one way. */
  function takeAll(sorted: SortedPackets, way: Way, from: number, to: number): void {
    for (let first = from; first < to; first += TILE) {
      const count = Math.min(TILE, to - first);
      sorted.fill(tile, first, count);
      takeWay(tile, way, count);
      sorted.keep(tile, first, count, way);
    }
  }

  /** Fetches the answer of a row that took a way. */
  function answerRow(row: number, { verdicts: verdictsAt, reason, detail }: SortedPackets): void {
    const place = placeOf[row] as number;
    const both = verdictsAt(place);
    verdicts[row] = both >>> 2;
    returns[row] = both & 3;
    reasons[row] = reason(place);
    details[row] = detail(place);
  }

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
    if (table === undefined || sorted === undefined) return;
    findWays(count, table);
    const starts = startsOf(wayOf, count, table.ways.length);
    const next = starts.slice();
    for (let row = 0; row < count; row++) {
      const way = wayOf[row] as number;
      if (way === NO_WAY) continue;
      const place = increment(next, way);
      placeOf[row] = place;
      sorted.put(place, row, reached[row] as number);
    }
    for (let number = 1; number < table.ways.length; number++) {
      takeAll(sorted, table.ways[number] as Way, starts[number] as number, starts[number + 1] as number);
    }
    for (let row = 0; row < count; row++) {
      if (wayOf[row] === NO_WAY) evaluateRow(row);
      else answerRow(row, sorted);
    }
    taken = count - (starts[1] as number);
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
      into.reason = reasons[row] as number;
      into.detail = details[row] as number;
      into.outcome = outcomes.get(row);
    },
  };
}

/** Where the rows of each number begin, when they are in the order of their numbers; and where the last ones end. */
function startsOf(numberOf: Int32Array, count: number, numbers: number): Int32Array {
  const starts = new Int32Array(numbers + 1);
  for (let row = 0; row < count; row++) increment(starts, (numberOf[row] as number) + 1);
  for (let at = 1; at <= numbers; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  return starts;
}

/** Counts one more; returns the count before. */
function increment(counts: Int32Array, at: number): number {
  const before = counts[at] as number;
  counts[at] = before + 1;
  return before;
}
