import type { Members } from "./partition.ts";

/** A set of classes, one bit each. */
export type ClassBits = Uint32Array;

/** The bits of the classes of a set, among `count`. */
export function bitsOf({ hasLast, differing }: Members, count: number): ClassBits {
  const bits = new Uint32Array((count + 31) >>> 5);
  if (hasLast) {
    bits.fill(0xffffffff);
    if (count % 32 !== 0) bits[bits.length - 1] = 0xffffffff >>> (32 - (count % 32));
  }
  for (const code of differing) bits[code >>> 5] = ((bits[code >>> 5] as number) ^ (1 << (code & 31))) >>> 0;
  return bits;
}

export function bothBits(a: ClassBits, b: ClassBits): ClassBits {
  return a.map((word, i) => word & (b[i] as number));
}

export function bitsWithout(a: ClassBits, b: ClassBits): ClassBits {
  return a.map((word, i) => word & ~(b[i] as number));
}

/** The numbers of the bits that are set, ascending. */
export function codesIn(bits: ClassBits): number[] {
  const codes: number[] = [];
  for (let code = 0; code < bits.length * 32; code++) {
    if ((((bits[code >>> 5] as number) >>> (code & 31)) & 1) === 1) codes.push(code);
  }
  return codes;
}
