import { IPIP, PROTOCOL_NUMBERS } from "../../../model/net/protocol.ts";
import { NO_PORT } from "../classes/rule-ranges.ts";
import { NEW, NO_END } from "../table-packet.ts";
import type { PacketColumns } from "./columns.ts";
import { END_FIELDS, NOT_PLAIN, type PlainEnds, type PlainNode } from "./plain-ends.ts";
import { NO_WAY, type WayTable, wayBetween } from "./way-table.ts";

const { ICMPv6 } = PROTOCOL_NUMBERS;

/** Packets by the ways that they take. */
export interface FoundWays {
  /** By row, the number of its way; `NO_WAY` for rows that are evaluated each for itself. */
  readonly wayOf: Int32Array;
  /** By row, the end that it reaches, also where the packet has no `to`. */
  readonly reached: Int32Array;
  /** By way, how many packets take it. */
  counts: Int32Array;
}

/** Room for the ways of so many packets. */
export function newFoundWays(capacity: number): FoundWays {
  return { wayOf: new Int32Array(capacity), reached: new Int32Array(capacity), counts: new Int32Array(0) };
}

/**
 * Finds the ways of the rows before `count`. For each packet few places of memory are read, and numbers only: with packets of a
 * thousand nodes in turn, each place is far away.
 */
export function findWays(
  columns: PacketColumns,
  nodes: readonly PlainNode[],
  ends: PlainEnds,
  table: WayTable,
  into: FoundWays,
  count: number,
): void {
  const { node: nodeOf, from: fromOf, to: toOf, family, protocol, state, source, destination } = columns;
  const { wayOf, reached } = into;
  const { translates } = ends;
  let { starts, fields } = ends;
  let counts = new Int32Array(table.ways.length + 1);
  let isUpdated = false;
  for (let row = 0; row < count; row++) {
    wayOf[row] = NO_WAY;
    if (family[row] !== 4 || state[row] !== NEW) continue;
    // Neighbour discovery goes its own way, in whatever family it comes; exceptions of stages are found by port.
    if (protocol[row] === ICMPv6 || (protocol[row] === IPIP && columns.destinationPort[row] !== NO_PORT)) continue;
    const node = nodeOf[row] as number;
    const from = fromOf[row] as number;
    let to = toOf[row] as number;
    if (to === NO_END) to = (nodes[node] as PlainNode).endOf(from, destination[row] as number);
    if (from < 0 || to < 0) continue;
    if (!isKnown(starts, node, from, to) && !isUpdated) {
      ends.update();
      ({ starts, fields } = ends);
      isUpdated = true;
    }
    if (!isKnown(starts, node, from, to)) continue;
    const first = starts[node] as number;
    const fromAt = END_FIELDS * (first + from);
    const toKind = fields[END_FIELDS * (first + to)] as number;
    const fromKind = fields[fromAt] as number;
    if (fromKind === NOT_PLAIN || toKind === NOT_PLAIN) continue;
    const address = source[row] as number;
    if (address < (fields[fromAt + 1] as number) || address > (fields[fromAt + 2] as number)) continue;
    if (translates[node] === 1 && (nodes[node] as PlainNode).mayTranslate(destination[row] as number)) continue;
    const way = wayBetween(table, fromKind, toKind);
    if (way >= counts.length) counts = longer(counts);
    counts[way] = (counts[way] as number) + 1;
    wayOf[row] = way;
    reached[row] = to;
  }
  counts[NO_WAY] = 0;
  counts[NO_WAY] = count - counts.reduce((sum, ofWay) => sum + ofWay, 0);
  into.counts = counts;
}

function isKnown(starts: Int32Array, node: number, from: number, to: number): boolean {
  const most = (starts[node + 1] as number) - (starts[node] as number);
  return from < most && to < most;
}

function longer(counts: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const made = new Int32Array(2 * counts.length);
  made.set(counts);
  return made;
}
