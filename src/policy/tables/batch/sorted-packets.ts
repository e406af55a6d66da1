import type { AddressClasses } from "../classes/address-classes.ts";
import { DESTINATION, HEADER, LABELS, NETS, PORTS, SOURCE } from "../classes/classed-packet.ts";
import { headerOf } from "../classes/rule-ranges.ts";
import { NO_REASON } from "../packet-state.ts";
import { REASONS } from "../reasons.ts";
import { ALLOW } from "../rule-list.ts";
import type { PacketColumns } from "./columns.ts";
import type { Tile } from "./evaluate-rows.ts";
import { TILE } from "./match-rows.ts";
import type { Way } from "./ways.ts";

/**
 * Packets in the order of their ways, eight numbers each in one place of memory, which its answer then takes. Rows of the batch are far
 * apart in that order: each is fetched from afar twice, when it is put here and when its answer goes back, not for every column.
 */
export interface SortedPackets {
  /** Puts the packet of a row at a place. */
  readonly put: (place: number, row: number, reached: number) => void;
  /** Fills a tile with what rules read of the packets from a place on. */
  readonly fill: (tile: Tile, first: number, count: number) => void;
  /** Keeps what became of them in a tile. */
  readonly keep: (tile: Tile, first: number, count: number, way: Way) => void;
  /** Of a packet that was kept: its verdict, doubled twice, plus its return; the reason; the detail. */
  readonly verdicts: (place: number) => number;
  readonly reason: (place: number) => number;
  readonly detail: (place: number) => number;
}

const FIELDS = 8;
const [AT_HEADER, AT_SOURCE_PORT, AT_DESTINATION_PORT, AT_SOURCE, AT_DESTINATION, AT_FROM, AT_REACHED] = [
  0, 1, 2, 3, 4, 5, 6,
] as const;
const [AT_VERDICTS, AT_REASON, AT_DETAIL] = [0, 1, 2] as const;

/** Room for so many packets of columns. */
export function sortedPackets(columns: PacketColumns, capacity: number, classes: AddressClasses): SortedPackets {
  const { trie4, labelSubsets, labelValues } = classes;
  const { find, entries } = trie4;
  const numbers = new Int32Array(capacity * FIELDS);
  const details = new Float64Array(numbers.buffer);
  const classOf = new Int32Array(TILE);

  function put(place: number, row: number, reached: number): void {
    const at = place * FIELDS;
    const [type, code] = [columns.icmpType[row] as number, columns.icmpCode[row] as number];
    numbers[at + AT_HEADER] = headerOf(4, columns.protocol[row] as number, type, code);
    numbers[at + AT_SOURCE_PORT] = columns.sourcePort[row] as number;
    numbers[at + AT_DESTINATION_PORT] = columns.destinationPort[row] as number;
    numbers[at + AT_SOURCE] = find(columns.source[row] as number);
    numbers[at + AT_DESTINATION] = find(columns.destination[row] as number);
    numbers[at + AT_FROM] = columns.from[row] as number;
    numbers[at + AT_REACHED] = reached;
  }

  function fillColumn(into: Int32Array | undefined, field: number, first: number, count: number): void {
    if (into === undefined) return;
    for (let place = 0, at = first * FIELDS + field; place < count; place++, at += FIELDS) {
      into[place] = numbers[at] as number;
    }
  }

  function fillAddresses(tile: Tile, field: number, side: number, first: number, count: number): void {
    const nets = tile.values[side + NETS] as Int32Array;
    for (let place = 0, at = first * FIELDS + field; place < count; place++, at += FIELDS) {
      const entry = numbers[at] as number;
      classOf[place] = entries[entry] as number;
      nets[place] = entries[entry + 1] as number;
    }
    const subsets = labelSubsets.length;
    for (let subset = 0; subset < subsets; subset++) {
      const labels = tile.values[side + LABELS + subset] as Int32Array;
      for (let place = 0; place < count; place++) {
        labels[place] = labelValues[(classOf[place] as number) * subsets + subset] as number;
      }
    }
  }

  return {
    put,
    fill: (tile, first, count) => {
      fillColumn(tile.values[HEADER], AT_HEADER, first, count);
      fillColumn(tile.values[SOURCE + PORTS], AT_SOURCE_PORT, first, count);
      fillColumn(tile.values[DESTINATION + PORTS], AT_DESTINATION_PORT, first, count);
      fillAddresses(tile, AT_SOURCE, SOURCE, first, count);
      fillAddresses(tile, AT_DESTINATION, DESTINATION, first, count);
    },
    keep: (tile, first, count, way) => {
      for (let place = 0, at = first * FIELDS; place < count; place++, at += FIELDS) {
        const verdict = tile.verdicts[place] as number;
        const reason = tile.reasons[place] as number;
        const end = numbers[at + ((reason & 1) === 1 ? AT_REACHED : AT_FROM)] as number;
        numbers[at + AT_VERDICTS] = 4 * verdict + (verdict === ALLOW ? way.returns : 0);
        numbers[at + AT_REASON] = reason === NO_REASON ? NO_REASON : end * REASONS + (reason >>> 1);
        details[(at + AT_DETAIL) >>> 1] = tile.details[place] as number;
      }
    },
    verdicts: (place) => numbers[place * FIELDS + AT_VERDICTS] as number,
    reason: (place) => numbers[place * FIELDS + AT_REASON] as number,
    detail: (place) => details[(place * FIELDS + AT_DETAIL) >>> 1] as number,
  };
}
