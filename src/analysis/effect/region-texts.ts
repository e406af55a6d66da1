import { DIMENSIONS, type Interval, type Region } from "../sets/dimension.ts";

type Intervals = readonly Interval[] | undefined;

/** Writes regions as text, to sort them and to find equal ones. Many regions of a space have the same lists of intervals. */
export class RegionTexts {
  readonly #texts = new WeakMap<readonly Interval[], string>();
  readonly #numbers = new Map<string, number>();

  /** Regions, those first that name one protocol: TCP, then UDP, then others. */
  sorted(regions: readonly Region[]): readonly Region[] {
    if (regions.length < 2) return regions;
    return regions
      .map((region) => ({ region, rank: rank(region), text: this.#textOf(region) }))
      .sort((a, b) => a.rank - b.rank || (a.text < b.text ? -1 : 1))
      .map(({ region }) => region);
  }

  /** A short text; equal for equal regions that this is asked about. */
  key(region: Region): string {
    let key = "";
    for (const dimension of DIMENSIONS) key += `${this.#numberOf(region[dimension])};`;
    return key;
  }

  #numberOf(intervals: Intervals): number {
    const text = this.#listOf(intervals);
    const known = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, known);
    return known;
  }

  #textOf({ protocol, source, destination, sourcePort, portOrIcmp }: Region): string {
    return [protocol, source, destination, sourcePort, portOrIcmp].map((one) => this.#listOf(one)).join(";");
  }

  #listOf(intervals: Intervals): string {
    if (intervals === undefined) return "";
    const known = this.#texts.get(intervals) ?? intervals.map(([first, last]) => `${first}-${last}`).join(",");
    this.#texts.set(intervals, known);
    return known;
  }
}

function rank({ protocol }: Region): number {
  const [only, ...others] = protocol ?? [];
  if (only === undefined || others.length > 0 || only[0] !== only[1]) return 256;
  return only[0] === 6 ? -2 : only[0] === 17 ? -1 : Number(only[0]);
}
