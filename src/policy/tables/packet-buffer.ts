import type { Outcome } from "../outcome.ts";
import { newAnswer, type TableAnswer } from "./answer.ts";
import type { NodeEvaluator } from "./evaluate.ts";
import { newPacket, type TablePacket } from "./table-packet.ts";

/**
 * Packets of many nodes of one World, answered together: a node's packets one after the other, so that what is known of
 * the node is in the processor's cache. The answers stand in the order in which packets were added.
 */
export interface PacketBuffer {
  /** Adds a packet of a node, an index into the nodes; false when there is no more room. The packet may be reused. */
  readonly add: (node: number, packet: TablePacket) => boolean;
  /** Answers for all packets that were added, each as its node's `evaluate` does. */
  readonly evaluate: () => void;
  readonly size: () => number;
  /** Fills in the answer for the packet that was added as number `index`. */
  readonly answer: (index: number, into: TableAnswer) => void;
  /** Makes room for new packets. */
  readonly clear: () => void;
}

/** Numbers of a packet: node, from, to, header, addresses, ports. */
const ROW = 8;
/** Where a packet's address is IPv6, a row has the index of it among these, and the header this bit. */
const IS_6 = 1 << 10;

/** Numbers of an answer: the reason above verdict and return, the detail. */
const ANSWER = 2;

/** Makes room for a number of packets, 84 bytes each. The more there are, the more of a node come together. */
export function packetBuffer(nodes: readonly NodeEvaluator[], capacity: number): PacketBuffer {
  const rows = new Int32Array(capacity * ROW);
  const sorted = new Int32Array(capacity * ROW);
  const places = new Int32Array(capacity);
  const answers = new Float64Array(capacity * ANSWER);
  const outcomes = new Map<number, Outcome>();
  const sixes: bigint[] = [];
  const packet = newPacket();
  const answer = newAnswer();
  let size = 0;

  function add(node: number, of: TablePacket): boolean {
    if (size === capacity) return false;
    const at = ROW * size++;
    const { family } = of;
    rows[at] = node;
    rows[at + 1] = of.from;
    rows[at + 2] = of.to;
    rows[at + 3] =
      of.protocol | (of.state << 8) | (of.icmpType << 16) | (of.icmpCode << 24) | (family === 6 ? IS_6 : 0);
    rows[at + 4] = family === 6 ? sixes.push(of.source6) - 1 : of.source;
    rows[at + 5] = family === 6 ? sixes.push(of.destination6) - 1 : of.destination;
    rows[at + 6] = of.sourcePort;
    rows[at + 7] = of.destinationPort;
    return true;
  }

  function load(at: number): void {
    const header = sorted[at + 3] as number;
    const [source, destination] = [sorted[at + 4] as number, sorted[at + 5] as number];
    packet.from = sorted[at + 1] as number;
    packet.to = sorted[at + 2] as number;
    packet.protocol = header & 255;
    packet.state = (header >>> 8) & 3;
    packet.icmpType = (header >>> 16) & 255;
    packet.icmpCode = header >>> 24;
    packet.sourcePort = sorted[at + 6] as number;
    packet.destinationPort = sorted[at + 7] as number;
    const isIPv6 = (header & IS_6) !== 0;
    packet.family = isIPv6 ? 6 : 4;
    packet.source = isIPv6 ? 0 : source >>> 0;
    packet.destination = isIPv6 ? 0 : destination >>> 0;
    packet.source6 = isIPv6 ? (sixes[source] as bigint) : 0n;
    packet.destination6 = isIPv6 ? (sixes[destination] as bigint) : 0n;
  }

  /** Sorts the rows by node, by counting. Copying them here is cheaper than fetching each from afar when it is evaluated. */
  function sort(): void {
    const starts = new Int32Array(nodes.length + 1);
    for (let at = 0; at < size * ROW; at += ROW) count(starts, (rows[at] as number) + 1);
    for (let node = 1; node < nodes.length; node++) {
      starts[node] = (starts[node] as number) + (starts[node - 1] as number);
    }
    for (let index = 0; index < size; index++) {
      const from = index * ROW;
      const place = count(starts, rows[from] as number);
      places[index] = place;
      for (let field = 0; field < ROW; field++) sorted[place * ROW + field] = rows[from + field] as number;
    }
  }

  function evaluate(): void {
    sort();
    outcomes.clear();
    for (let place = 0; place < size; place++) {
      load(ROW * place);
      (nodes[sorted[ROW * place] as number] as NodeEvaluator).evaluate(packet, answer);
      answers[ANSWER * place] = (answer.reason + 1) * 16 + answer.verdict * 4 + answer.return;
      answers[ANSWER * place + 1] = answer.detail;
      if (answer.outcome !== undefined) outcomes.set(place, answer.outcome);
    }
  }

  return {
    add,
    evaluate,
    size: () => size,
    answer: (index, into) => {
      const place = places[index] as number;
      const packed = answers[ANSWER * place] as number;
      into.verdict = (packed >>> 2) & 3;
      into.return = packed & 3;
      into.reason = Math.floor(packed / 16) - 1;
      into.detail = answers[ANSWER * place + 1] as number;
      into.outcome = outcomes.get(place);
    },
    clear: () => {
      size = 0;
      sixes.length = 0;
    },
  };
}

/** Counts one more; returns the count before. */
function count(counts: Int32Array, at: number): number {
  const before = counts[at] as number;
  counts[at] = before + 1;
  return before;
}
