import type { FelixSettings } from "../../world/compiled.ts";
import type { TableEnd } from "../ends.ts";
import type { Stage } from "../stage.ts";

/** What is known of a node before its packets: which of them only policies decide about. */
export interface PlainNode {
  readonly ends: readonly TableEnd[];
  readonly settings: FelixSettings;
  /** Whether no rule of the node itself, and no fact that cannot be read, touches its packets. */
  readonly isPlain: boolean;
  /** Whether there is any DNAT; and whether one may translate a packet to an IPv4 address. */
  readonly hasDnat: boolean;
  readonly mayTranslate: (destination: number) => boolean;
  /** The end of an IPv4 destination for packets without `to`, on a node that translates none; negative where there is none. */
  readonly endOf: (from: number, destination: number) => number;
}

/** Ends with one number of a kind have the same stages and settings: what becomes of packets between them is the same. */
export interface EndKind {
  readonly end: TableEnd;
  readonly settings: FelixSettings;
}

/**
 * Numbers of an end: its kind, or `NOT_PLAIN` where packets at it need more than policies, the first address it may send from, and how many
 * more than that. They are `2 ** END_SHIFT`, so that those of no end are in two lines of the processor's cache.
 */
export const END_SHIFT = 2;
/** Where the numbers of no end are. */
export const UNKNOWN_END = 0;

/** The ends of all nodes of a batch as numbers, so that looking at one reads one place in memory. */
export interface PlainEnds {
  /** Looks for ends that the nodes have made since. */
  readonly update: () => void;
  /** By node, which of all ends is its first; they begin with 1. */
  starts: Int32Array;
  /**
   * By node, its first end and the one behind its last; the first is both where there is any DNAT, as packets may not go where
   * they seem to.
   */
  ranges: Int32Array;
  /** `2 ** END_SHIFT` numbers for each end. */
  fields: Int32Array;
  readonly kinds: readonly EndKind[];
}

/** The kind of an end that is not plain: negative, as no other. */
const NOT_PLAIN = -1;
/** Ends of further kinds are not plain: with so many, hardly two packets take the same way. */
const MOST_KINDS = 2 ** 15;

/** Prepares the ends of nodes. */
export function plainEnds(nodes: readonly PlainNode[]): PlainEnds {
  const kinds: EndKind[] = [];
  const numbers = new Map<FelixSettings, Map<readonly (Stage | undefined)[], Int32Array>>();

  function kindOf(end: TableEnd, settings: FelixSettings): number {
    const byStages = numbers.get(settings) ?? new Map<readonly (Stage | undefined)[], Int32Array>();
    numbers.set(settings, byStages);
    const byKind = byStages.get(end.stages) ?? new Int32Array(6).fill(NOT_PLAIN);
    byStages.set(end.stages, byKind);
    const at = 2 * end.kindNumber + (end.isWorkload ? 1 : 0);
    if (byKind[at] === NOT_PLAIN && kinds.length < MOST_KINDS) byKind[at] = kinds.push({ end, settings }) - 1;
    return byKind[at] as number;
  }

  const made: PlainEnds = {
    update,
    starts: new Int32Array(nodes.length + 1),
    ranges: new Int32Array(2 * nodes.length),
    fields: Int32Array.of(NOT_PLAIN, 0, 0, 0),
    kinds,
  };

  function update(): void {
    const starts = new Int32Array(nodes.length + 1);
    const ranges = new Int32Array(2 * nodes.length);
    starts[0] = 1;
    for (const [node, { ends, hasDnat }] of nodes.entries()) {
      const start = starts[node] as number;
      starts[node + 1] = start + ends.length;
      ranges[2 * node] = start;
      ranges[2 * node + 1] = hasDnat ? start : start + ends.length;
    }
    const fields = new Int32Array((starts[nodes.length] as number) << END_SHIFT);
    fields[0] = NOT_PLAIN;
    let at = 1 << END_SHIFT;
    for (const { ends, settings, isPlain } of nodes) {
      for (const end of ends) {
        const [first, last] =
          end.otherSources === "pass" ? [0, 2 ** 32 - 1] : [end.sources[0] ?? 0, (end.sources[1] ?? 0) - 1];
        fields[at] = isPlain && isPlainEnd(end) ? kindOf(end, settings) : NOT_PLAIN;
        fields[at + 1] = first;
        fields[at + 2] = last - first;
        at += 1 << END_SHIFT;
      }
    }
    made.starts = starts;
    made.ranges = ranges;
    made.fields = fields;
  }

  return made;
}

/** Whether packets at an end meet policies only, whatever they are: no chains before routing, and sources that are one range. */
function isPlainEnd({ before, isUncertain, otherSources, sources }: TableEnd): boolean {
  if (before.length > 0 || isUncertain || otherSources === "explain") return false;
  return otherSources === "pass" || sources.length === 2;
}
