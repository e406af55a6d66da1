import { NO_END } from "../table-packet.ts";
import type { PacketColumns } from "./columns.ts";
import { END_SHIFT, type PlainEnds, type PlainNode } from "./plain-ends.ts";
import { NO_WAY } from "./sorted-packets.ts";
import { TILE, usual } from "./usual-rows.ts";
import type { WayTable } from "./way-table.ts";

/** Packets by the ways that they take. */
export interface FoundWays {
  /** By row, the number of its way; `NO_WAY` for rows that are evaluated each for itself. */
  readonly wayOf: Int32Array;
  /** By row without `to`, the end that it reaches; of rows with a way only. */
  readonly reached: Int32Array;
  /** By way, how many packets take it. */
  counts: Int32Array;
}

/** Room for the ways of so many packets. */
export function newFoundWays(capacity: number): FoundWays {
  return { wayOf: new Int32Array(capacity), reached: new Int32Array(capacity), counts: new Int32Array(0) };
}

/** Finds the ways of the rows before `count`: those that are as most are together, the others one by one. */
export function findWays(
  columns: PacketColumns,
  nodes: readonly PlainNode[],
  ends: PlainEnds,
  table: WayTable,
  into: FoundWays,
  count: number,
): void {
  const { wayOf, reached } = into;
  let counts = new Int32Array(table.ways.length);
  let isUpdated = false;

  /** The way of a row, whatever it needs. */
  function findLater(row: number): number {
    const node = columns.node[row] as number;
    const { endOf, mayTranslate, ends: list } = nodes[node] as PlainNode;
    const from = columns.from[row] as number;
    const destination = columns.destination[row] as number;
    let to = columns.to[row] as number;
    if (to === NO_END) to = endOf(from, destination);
    reached[row] = to;
    if (from < 0 || to < 0 || from >= list.length || to >= list.length || mayTranslate(destination)) return NO_WAY;
    const isKnown = () => Math.max(from, to) < (ends.starts[node + 1] as number) - (ends.starts[node] as number);
    if (!isKnown() && !isUpdated) {
      ends.update();
      isUpdated = true;
    }
    if (!isKnown()) return NO_WAY;
    const { starts, fields } = ends;
    const fromAt = ((starts[node] as number) + from) << END_SHIFT;
    const toAt = ((starts[node] as number) + to) << END_SHIFT;
    const beyond = ((columns.source[row] as number) - (fields[fromAt + 1] as number)) >>> 0;
    if (beyond > (fields[fromAt + 2] as number) >>> 0) return NO_WAY;
    return table.between(fields[fromAt] as number, fields[toAt] as number);
  }

  for (let first = 0; first < count; first += TILE) {
    const size = Math.min(TILE, count - first);
    const left = usual.find(columns, ends, table, counts, first, size);
    for (let at = 0; at < left; at++) {
      const place = usual.later[at] as number;
      const way = findLater(first + place);
      counts = withRoom(counts, table.ways.length);
      counts[way] = (counts[way] as number) + 1;
      usual.ways[place] = way;
    }
    wayOf.set(usual.ways.subarray(0, size), first);
  }
  counts[NO_WAY] = 0;
  counts[NO_WAY] = count - counts.reduce((sum, ofWay) => sum + ofWay, 0);
  into.counts = counts;
}

function withRoom(counts: Int32Array<ArrayBuffer>, ways: number): Int32Array<ArrayBuffer> {
  if (counts.length >= ways) return counts;
  const made = new Int32Array(2 * ways);
  made.set(counts);
  return made;
}
