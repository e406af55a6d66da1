import { type AddressTrie, findAddress } from "../classes/address-trie.ts";
import { SOURCE } from "../classes/classed-packet.ts";
import type { Side } from "./match-plan.ts";
import { AT_DESTINATION, AT_SOURCE, RECORD, RECORD_BITS } from "./sorted-packets.ts";
import { SOUGHT, TILE, type Tile } from "./tile.ts";

/**
 * Finds the words of an address of packets, where that was not done before. It is done when a list reads one of a packet that its
 * rules may match: most lists read one side only, and many packets are to a port that none of their rules has.
 */
export function findAddresses(
  tile: Tile,
  { entries }: AddressTrie,
  side: Side,
  places: Int32Array,
  count: number,
): void {
  const { packets, first, words, sought } = tile;
  if (sought[side] === SOUGHT.all) return;
  const field = first * RECORD + (side === SOURCE ? AT_SOURCE : AT_DESTINATION);
  const [word0, word1] = [words[side] as Int32Array, words[side + 1] as Int32Array];
  let from = places;
  let left = count;
  if (sought[side] === SOUGHT.some) {
    left = keepMissing(word0, places, count);
    from = missing;
  }
  sought[side] = count === tile.count ? SOUGHT.all : SOUGHT.some;
  const deep = twoSteps(entries, packets, field, from, left, word0, word1);
  for (let one = 0; one < deep; one++) {
    const place = missing[one] as number;
    const at = findAddress({ entries }, packets[field + place * RECORD] as number);
    word0[place] = entries[at] as number;
    word1[place] = entries[at + 1] as number;
  }
}

/** Places of addresses that are not found yet; used within one call only. */
const missing = new Int32Array(TILE);

function keepMissing(word0: Int32Array, places: Int32Array, count: number): number {
  const into = missing;
  let kept = 0;
  for (let one = 0; one < count; one++) {
    const place = places[one] as number;
    into[kept] = place;
    kept += (word0[place] as number) >>> 31;
  }
  return kept;
}

/** Finds addresses that take two steps at most, as most do; leaves the others in `missing`, and returns how many they are. */
function twoSteps(
  entries: Int32Array,
  packets: Int32Array,
  field: number,
  places: Int32Array,
  count: number,
  word0: Int32Array,
  word1: Int32Array,
): number {
  const into = missing;
  const root = ~(entries[0] as number);
  const rootBits = entries[1] as number;
  const rootMask = (1 << (rootBits >>> 5)) - 1;
  let deep = 0;
  for (let one = 0; one < count; one++) {
    const place = places[one] as number;
    const address = packets[(field + (place << RECORD_BITS)) | 0] as number;
    let at = (root + (((address >>> rootBits) & rootMask) << 1)) | 0;
    const entry = entries[at] as number;
    if (entry < 0) {
      const bits = entries[at | 1] as number;
      at = (~entry + (((address >>> bits) & ((1 << (bits >>> 5)) - 1)) << 1)) | 0;
    }
    const word = entries[at] as number;
    word0[place] = word;
    word1[place] = entries[at | 1] as number;
    into[deep] = place;
    deep += word >>> 31;
  }
  return deep;
}
