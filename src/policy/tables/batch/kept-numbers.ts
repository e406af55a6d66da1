/** Numbers that a caller has for answers, by what the answers of packets on ways depend on. */
export interface KeptNumbers {
  /** The number for a way, what it decided and the end that this is about; 0 where none is kept. */
  readonly find: (way: number, decided: number, end: number) => number;
  /** Keeps a number, greater than 0, that is not there yet. */
  readonly keep: (way: number, decided: number, end: number, number: number) => void;
  readonly clear: () => void;
}

/** The slots to begin with, a power of two. */
const FIRST_SLOTS = 2 ** 12;
/** More numbers are not kept: many ways may share few answers, and what packets have met of them must not fill the memory. */
const MOST_KEPT = 2 ** 18;
/** What a slot has: the way, what was decided, the end, the number. 16 bytes, so that one is in one line of the processor's cache. */
const [AT_WAY, AT_DECIDED, AT_END, AT_NUMBER, SLOT] = [0, 1, 2, 3, 4] as const;

/** An empty table; at most half of its slots are used. One that is full begins again. */
export function keptNumbers(): KeptNumbers {
  let slots = new Int32Array(SLOT * FIRST_SLOTS);
  let mask = FIRST_SLOTS - 1;
  let used = 0;

  /** Where the slot for these is, or the one that is free for them. */
  function slotOf(way: number, decided: number, end: number): number {
    const mixed = Math.imul(way, 0x2c1b3c6d) ^ Math.imul(decided, 0x297a2d39) ^ Math.imul(end, 0x85ebca6b);
    for (let slot = mixed ^ (mixed >>> 15); ; slot++) {
      const at = SLOT * (slot & mask);
      if (slots[at + AT_NUMBER] === 0) return at;
      if (slots[at + AT_DECIDED] === decided && slots[at + AT_WAY] === way && slots[at + AT_END] === end) return at;
    }
  }

  function put(way: number, decided: number, end: number, number: number): void {
    const at = slotOf(way, decided, end);
    slots[at + AT_WAY] = way;
    slots[at + AT_DECIDED] = decided;
    slots[at + AT_END] = end;
    slots[at + AT_NUMBER] = number;
  }

  function grow(): void {
    const before = slots;
    slots = new Int32Array(2 * before.length);
    mask = 2 * mask + 1;
    for (let at = 0; at < before.length; at += SLOT) {
      const [way = 0, decided = 0, end = 0, number = 0] = before.subarray(at, at + SLOT);
      if (number !== 0) put(way, decided, end, number);
    }
  }

  function clear(): void {
    slots.fill(0);
    used = 0;
  }

  return {
    find: (way, decided, end) => slots[slotOf(way, decided, end) + AT_NUMBER] as number,
    keep: (way, decided, end, number) => {
      if (used === MOST_KEPT) clear();
      if (2 * ++used > mask) grow();
      put(way, decided, end, number);
    },
    clear,
  };
}
