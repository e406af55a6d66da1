import { IPIP, PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import type { Outcome } from "../outcome.ts";
import { NO_RETURN, newAnswer, type TableAnswer } from "./answer.ts";
import { type Addresses6, loadPacket, newColumns, type PacketColumns, putPacket } from "./batch/columns.ts";
import { newTile, takeWay } from "./batch/evaluate-rows.ts";
import { TILE } from "./batch/match-rows.ts";
import { END_FIELDS, NOT_PLAIN, type PlainNode, plainEnds } from "./batch/plain-ends.ts";
import { NO_WAY, type WayTable, wayTable } from "./batch/way-table.ts";
import type { Way } from "./batch/ways.ts";
import type { AddressClasses } from "./classes/address-classes.ts";
import { DESTINATION, HEADER, LABELS, NETS, PORTS, SOURCE } from "./classes/classed-packet.ts";
import { headerOf } from "./classes/rule-ranges.ts";
import type { NodeEvaluator } from "./evaluate.ts";
import { NO_REASON, type PacketState } from "./packet-state.ts";
import { REASONS } from "./reasons.ts";
import { ALLOW } from "./rule-list.ts";
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
 * Makes room for a number of packets, 73 bytes each, of at most 65,536 nodes. Most packets are new IPv4 ones that only policies
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
  const order = new Int32Array(capacity);
  /** Where packets go, also those without `to`. */
  const reached = new Int32Array(capacity);
  /** Where the trie of addresses has those of a row. */
  const sourcePlaces = new Int32Array(capacity);
  const destinationPlaces = new Int32Array(capacity);
  let taken = 0;
  const tile = newTile();
  const classNumbers = new Int32Array(TILE);
  const packet = newPacket();
  const answer = newAnswer();
  const inside = nodes.map((node) => node.inside);
  const ends = plainEnds(inside);
  const state = inside[0]?.state;
  const table = state && wayTable(ends.kinds, state);

  /** Finds the way of each packet. */
  function findWays(count: number, { compiled }: PacketState, { numberOf, ways }: WayTable): void {
    const { find } = compiled.classes.trie4;
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
      sourcePlaces[row] = find(address);
      destinationPlaces[row] = find(destination[row] as number);
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

  /** What rules read of the packets from `first` on in the order of ways, put in a tile. */
  function fillTile(first: number, count: number, classes: AddressClasses): void {
    const { values } = tile;
    const [header, sourcePorts, destinationPorts] = [HEADER, SOURCE + PORTS, DESTINATION + PORTS].map(
      (value) => values[value],
    ) as [Int32Array, Int32Array, Int32Array];
    for (let place = 0; place < count; place++) {
      const row = order[first + place] as number;
      header[place] = headerOf(
        4,
        columns.protocol[row] as number,
        columns.icmpType[row] as number,
        columns.icmpCode[row] as number,
      );
      sourcePorts[place] = columns.sourcePort[row] as number;
      destinationPorts[place] = columns.destinationPort[row] as number;
    }
    fillAddresses(sourcePlaces, SOURCE, first, count, classes);
    fillAddresses(destinationPlaces, DESTINATION, first, count, classes);
  }

  function fillAddresses(
    triePlaces: Int32Array,
    side: number,
    first: number,
    count: number,
    classes: AddressClasses,
  ): void {
    const { trie4, labelSubsets, labelValues } = classes;
    const { entries } = trie4;
    const subsets = labelSubsets.length;
    const nets = tile.values[side + NETS] as Int32Array;
    for (let place = 0; place < count; place++) {
      const at = triePlaces[order[first + place] as number] as number;
      nets[place] = entries[at + 1] as number;
      classNumbers[place] = entries[at] as number;
    }
    for (let subset = 0; subset < subsets; subset++) {
      const labels = tile.values[side + LABELS + subset] as Int32Array;
      for (let place = 0; place < count; place++) {
        labels[place] = labelValues[(classNumbers[place] as number) * subsets + subset] as number;
      }
    }
  }

  /** Takes packets from `first` on in the order of ways along theirs. */
  function takeTile(first: number, count: number, way: Way, classes: AddressClasses): void {
    fillTile(first, count, classes);
    takeWay(tile, way, count);
    for (let place = 0; place < count; place++) {
      const row = order[first + place] as number;
      const verdict = tile.verdicts[place] as number;
      const reason = tile.reasons[place] as number;
      const end = ((reason & 1) === 1 ? reached[row] : columns.from[row]) as number;
      verdicts[row] = verdict;
      returns[row] = verdict === ALLOW ? way.returns : NO_RETURN;
      reasons[row] = reason === NO_REASON ? NO_REASON : end * REASONS + (reason >>> 1);
      details[row] = tile.details[place] as number;
    }
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
    if (state === undefined || table === undefined) return;
    findWays(count, state, table);
    sortBy(wayOf, count, table.ways.length, order);
    for (let first = 0; first < count; ) {
      const number = wayOf[order[first] as number] as number;
      const way = table.ways[number];
      let last = first + 1;
      if (way === undefined) evaluateRow(order[first] as number);
      else {
        while (last < count && last - first < TILE && wayOf[order[last] as number] === number) last++;
        takeTile(first, last - first, way, state.compiled.classes);
        taken += last - first;
      }
      first = last;
    }
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

/** Puts rows in the order of their numbers, which are below `numbers`, by counting. */
function sortBy(numberOf: Int32Array, count: number, numbers: number, order: Int32Array): void {
  const starts = new Int32Array(numbers + 1);
  for (let row = 0; row < count; row++) increment(starts, (numberOf[row] as number) + 1);
  for (let at = 1; at < numbers; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  for (let row = 0; row < count; row++) order[increment(starts, numberOf[row] as number)] = row;
}

/** Counts one more; returns the count before. */
function increment(counts: Int32Array, at: number): number {
  const before = counts[at] as number;
  counts[at] = before + 1;
  return before;
}
