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

/** Numbers of an end: its kind, or -1 where packets at it need more than policies, and the first and last address it may send from. */
export const END_FIELDS = 3;

/** The ends of all nodes of a batch as numbers, so that looking at one reads one place in memory. */
export interface PlainEnds {
  /** Looks for ends that the nodes have made since. */
  readonly update: () => void;
  /** By node, which of all ends is its first. */
  starts: Int32Array;
  /** `END_FIELDS` numbers for each end. */
  fields: Uint32Array;
  readonly kinds: readonly EndKind[];
  /** By node, 1 where there is any DNAT. */
  readonly translates: Uint8Array;
}

/** The kind of an end that is not plain. */
export const NOT_PLAIN = 2 ** 32 - 1;

/** Prepares the ends of nodes. */
export function plainEnds(nodes: readonly PlainNode[]): PlainEnds {
  const kinds: EndKind[] = [];
  const numbers = new Map<FelixSettings, Map<readonly (Stage | undefined)[], Int32Array>>();

  function kindOf(end: TableEnd, settings: FelixSettings): number {
    const byStages = numbers.get(settings) ?? new Map<readonly (Stage | undefined)[], Int32Array>();
    numbers.set(settings, byStages);
    const byKind = byStages.get(end.stages) ?? new Int32Array(6).fill(-1);
    byStages.set(end.stages, byKind);
    const at = 2 * end.kindNumber + (end.isWorkload ? 1 : 0);
    if (byKind[at] === -1) byKind[at] = kinds.push({ end, settings }) - 1;
    return byKind[at] as number;
  }

  const made: PlainEnds = {
    update,
    starts: new Int32Array(nodes.length + 1),
    fields: new Uint32Array(0),
    kinds,
    translates: Uint8Array.from(nodes, ({ hasDnat }) => (hasDnat ? 1 : 0)),
  };

  function update(): void {
    const wanted = new Int32Array(nodes.length + 1);
    for (const [node, { ends }] of nodes.entries()) {
      wanted[node + 1] = (wanted[node] as number) + ends.length;
    }
    const fields = new Uint32Array(END_FIELDS * (wanted[nodes.length] as number));
    let at = 0;
    for (const { ends, settings, isPlain } of nodes) {
      for (const end of ends) {
        fields[at] = isPlain && isPlainEnd(end) ? kindOf(end, settings) : NOT_PLAIN;
        fields[at + 1] = end.sources[0] ?? 0;
        fields[at + 2] = end.otherSources === "pass" ? 2 ** 32 - 1 : (end.sources[1] ?? 0) - 1;
        at += END_FIELDS;
      }
    }
    made.starts = wanted;
    made.fields = fields;
  }

  return made;
}

/** Whether packets at an end meet policies only, whatever they are: no chains before routing, and sources that are one range. */
function isPlainEnd({ before, isUncertain, otherSources, sources }: TableEnd): boolean {
  if (before.length > 0 || isUncertain || otherSources === "explain") return false;
  return otherSources === "pass" || sources.length === 2;
}
