import { newSlot, type Slot } from "./row-work.ts";

/** Slots that are used again and again: their number bounds what is in memory. */
export interface SlotPool {
  /** A free slot, made where there are not `most` yet; waits for one otherwise. */
  readonly take: (most: number) => Promise<Slot>;
  readonly release: (slot: Slot) => void;
}

/** An empty pool. */
export function slotPool(): SlotPool {
  const free: Slot[] = [];
  const waiting: ((slot: Slot) => void)[] = [];
  let made = 0;
  return {
    take: async (most) => {
      const slot = free.pop();
      if (slot !== undefined) return slot;
      if (made >= most) return await new Promise((resolve) => waiting.push(resolve));
      made++;
      return newSlot();
    },
    release: (slot) => {
      const next = waiting.shift();
      if (next === undefined) free.push(slot);
      else next(slot);
    },
  };
}
