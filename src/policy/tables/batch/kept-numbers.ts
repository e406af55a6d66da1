/** Numbers that a caller has for three others each: for what the answers to packets depend on. All are integers of 32 bits. */
export interface KeptNumbers {
  /** The number for these three; 0 where none is kept. */
  readonly find: (first: number, second: number, third: number) => number;
  /** Keeps a number, greater than 0, that is not there yet. */
  readonly keep: (first: number, second: number, third: number, number: number) => void;
  readonly clear: () => void;
}

/** The slots to begin with, a power of two. */
const FIRST_SLOTS = 2 ** 12;
/** More numbers are not kept: what packets have met must not fill the memory. */
const MOST_KEPT = 2 ** 18;
/** What a slot has: the three, and their number. 16 bytes, so that one is in one line of the processor's cache. */
const [AT_FIRST, AT_SECOND, AT_THIRD, AT_NUMBER, SLOT] = [0, 1, 2, 3, 4] as const;

/** An empty table; at most half of its slots are used. One that is full begins again. */
export function keptNumbers(): KeptNumbers {
  let slots = new Int32Array(SLOT * FIRST_SLOTS);
  let mask = FIRST_SLOTS - 1;
  let used = 0;

  /** Where the slot for these is, or the one that is free for them. */
  function slotOf(first: number, second: number, third: number): number {
    const mixed = Math.imul(first, 0x2c1b3c6d) ^ Math.imul(second, 0x297a2d39) ^ Math.imul(third, 0x85ebca6b);
    for (let slot = mixed ^ (mixed >>> 15); ; slot++) {
      const at = SLOT * (slot & mask);
      if (slots[at + AT_NUMBER] === 0) return at;
      if (slots[at + AT_SECOND] === second && slots[at + AT_FIRST] === first && slots[at + AT_THIRD] === third)
        return at;
    }
  }

  function put(first: number, second: number, third: number, number: number): void {
    const at = slotOf(first, second, third);
    slots[at + AT_FIRST] = first;
    slots[at + AT_SECOND] = second;
    slots[at + AT_THIRD] = third;
    slots[at + AT_NUMBER] = number;
  }

  function grow(): void {
    const before = slots;
    slots = new Int32Array(2 * before.length);
    mask = 2 * mask + 1;
    for (let at = 0; at < before.length; at += SLOT) {
      const [first = 0, second = 0, third = 0, number = 0] = before.subarray(at, at + SLOT);
      if (number !== 0) put(first, second, third, number);
    }
  }

  function clear(): void {
    slots.fill(0);
    used = 0;
  }

  return {
    find: (first, second, third) => slots[slotOf(first, second, third) + AT_NUMBER] as number,
    keep: (first, second, third, number) => {
      if (used === MOST_KEPT) clear();
      if (2 * ++used > mask) grow();
      put(first, second, third, number);
    },
    clear,
  };
}
