import type { Outcome } from "../outcome.ts";
import { newAnswer, type TableAnswer } from "./answer.ts";
import type { NodeEvaluator } from "./evaluate.ts";
import { newPacket, type TablePacket } from "./table-packet.ts";

/** Packets as columns, a row each, with the fields of `TablePacket`. A row that is used again has all fields written anew. */
export interface PacketColumns {
  /** The node of the packet, an index into the nodes of the batch. */
  readonly node: Uint16Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 4. A row of 6 is filled by `put`, which keeps its addresses. */
  readonly family: Uint8Array;
  readonly protocol: Uint8Array;
  readonly state: Uint8Array;
  readonly source: Uint32Array;
  readonly destination: Uint32Array;
  readonly sourcePort: Int32Array;
  readonly destinationPort: Int32Array;
  readonly icmpType: Uint8Array;
  readonly icmpCode: Uint8Array;
}

/** Packets of nodes of one World, answered together: packets of a node one after the other, so that its tables are at hand. */
export interface PacketBatch {
  readonly capacity: number;
  readonly columns: PacketColumns;
  /** Fills a row with a packet of a node; the packet may be used again. */
  readonly put: (row: number, node: number, packet: TablePacket) => void;
  /** Answers for the rows before `count`, each as its node's `evaluate` does. */
  readonly evaluate: (count: number) => void;
  /** By row, `verdict` and `return` of its answer. */
  readonly verdicts: Uint8Array;
  readonly returns: Uint8Array;
  /** Fills in the whole answer for a row. */
  readonly answer: (row: number, into: TableAnswer) => void;
}

/** Makes room for a number of packets, 49 bytes each, of at most 65,536 nodes. */
export function packetBatch(nodes: readonly NodeEvaluator[], capacity: number): PacketBatch {
  const columns = newColumns(capacity);
  const verdicts = new Uint8Array(capacity);
  const returns = new Uint8Array(capacity);
  const reasons = new Int32Array(capacity);
  const details = new Float64Array(capacity);
  const outcomes = new Map<number, Outcome>();
  /** The two IPv6 addresses of rows that have them. */
  const addresses6 = new Map<number, readonly [source: bigint, destination: bigint]>();
  const order = new Int32Array(capacity);
  const packet = newPacket();
  const answer = newAnswer();

  function evaluate(count: number): void {
    outcomes.clear();
    sortByNode(columns.node, count, nodes.length, order);
    for (let at = 0; at < count; at++) {
      const row = order[at] as number;
      load(columns, row, packet, addresses6);
      (nodes[columns.node[row] as number] as NodeEvaluator).evaluate(packet, answer);
      verdicts[row] = answer.verdict;
      returns[row] = answer.return;
      reasons[row] = answer.reason;
      details[row] = answer.detail;
      if (answer.outcome !== undefined) outcomes.set(row, answer.outcome);
    }
  }

  return {
    capacity,
    columns,
    put: (row, node, packet) => put(columns, row, node, packet, addresses6),
    evaluate,
    verdicts,
    returns,
    answer: (row, into) => {
      into.verdict = verdicts[row] as number;
      into.return = returns[row] as number;
      into.reason = reasons[row] as number;
      into.detail = details[row] as number;
      into.outcome = outcomes.get(row);
    },
  };
}

function newColumns(capacity: number): PacketColumns {
  return {
    node: new Uint16Array(capacity),
    from: new Int32Array(capacity),
    to: new Int32Array(capacity),
    family: new Uint8Array(capacity),
    protocol: new Uint8Array(capacity),
    state: new Uint8Array(capacity),
    source: new Uint32Array(capacity),
    destination: new Uint32Array(capacity),
    sourcePort: new Int32Array(capacity),
    destinationPort: new Int32Array(capacity),
    icmpType: new Uint8Array(capacity),
    icmpCode: new Uint8Array(capacity),
  };
}

type Addresses6 = Map<number, readonly [source: bigint, destination: bigint]>;

function put(columns: PacketColumns, row: number, node: number, packet: TablePacket, addresses6: Addresses6): void {
  columns.node[row] = node;
  columns.from[row] = packet.from;
  columns.to[row] = packet.to;
  columns.family[row] = packet.family;
  columns.protocol[row] = packet.protocol;
  columns.state[row] = packet.state;
  columns.source[row] = packet.source;
  columns.destination[row] = packet.destination;
  columns.sourcePort[row] = packet.sourcePort;
  columns.destinationPort[row] = packet.destinationPort;
  columns.icmpType[row] = packet.icmpType;
  columns.icmpCode[row] = packet.icmpCode;
  if (packet.family === 6) addresses6.set(row, [packet.source6, packet.destination6]);
}

function load(columns: PacketColumns, row: number, into: TablePacket, addresses6: Addresses6): void {
  into.from = columns.from[row] as number;
  into.to = columns.to[row] as number;
  into.family = columns.family[row] === 6 ? 6 : 4;
  into.protocol = columns.protocol[row] as number;
  into.state = columns.state[row] as number;
  into.source = columns.source[row] as number;
  into.destination = columns.destination[row] as number;
  into.sourcePort = columns.sourcePort[row] as number;
  into.destinationPort = columns.destinationPort[row] as number;
  into.icmpType = columns.icmpType[row] as number;
  into.icmpCode = columns.icmpCode[row] as number;
  const addresses = into.family === 6 ? addresses6.get(row) : undefined;
  into.source6 = addresses?.[0] ?? 0n;
  into.destination6 = addresses?.[1] ?? 0n;
}

/** Puts the rows in the order of their nodes, by counting. */
function sortByNode(node: Uint16Array, count: number, nodes: number, order: Int32Array): void {
  const starts = new Int32Array(nodes + 1);
  for (let row = 0; row < count; row++) increment(starts, (node[row] as number) + 1);
  for (let at = 1; at < nodes; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  for (let row = 0; row < count; row++) order[increment(starts, node[row] as number)] = row;
}

/** Counts one more; returns the count before. */
function increment(counts: Int32Array, at: number): number {
  const before = counts[at] as number;
  counts[at] = before + 1;
  return before;
}
