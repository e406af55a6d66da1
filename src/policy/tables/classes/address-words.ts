import { FEW_VALUES, type Field } from "./criterion-table.ts";

/** What rules see of an address: several values, each in some of the bits of two words. The first is not negative. */
export type AddressWords = readonly [number, number];

/** What is where in the words of an address. */
export interface AddressFields {
  /** The interval between networks of rules: the lowest bits of the first word. */
  readonly nets: Field;
  /** By label subset: the lower and the upper half of the second word, and what is left of the first. */
  readonly labels: readonly Field[];
}

/** Lays out the values of an address; `undefined` where there is no room for all. */
export function layOut(intervals: number, labels: readonly number[]): AddressFields | undefined {
  const ofNets = bitsOf(intervals);
  const halves = labels.length === 1 ? 32 : 16;
  const room = [
    { word: 1, from: 0, bits: halves },
    { word: 1, from: halves, bits: halves },
    { word: 0, from: ofNets, bits: 31 - ofNets },
  ];
  const fields = labels.map((domain, at): Field | undefined => {
    const { word, from, bits } = room[at] ?? { word: 0, from: 0, bits: -1 };
    return bitsOf(domain) > bits ? undefined : { word, from, domain, isPaged: domain > FEW_VALUES };
  });
  if (ofNets > 31 || !fields.every((field) => field !== undefined)) return undefined;
  return { nets: { word: 0, from: 0, domain: intervals, isPaged: true }, labels: fields };
}

function bitsOf(domain: number): number {
  return 32 - Math.clz32(domain - 1);
}

/** Puts a value where it belongs. */
export function putField(words: [number, number], { word, from }: Field, value: number): void {
  words[word as 0 | 1] |= value << from;
}
