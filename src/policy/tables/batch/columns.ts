import type { TablePacket } from "../table-packet.ts";

/** Packets as columns, a row each, with the fields of `TablePacket`. A row that is used again has all fields written anew. */
export interface PacketColumns {
  /** The node of the packet, an index into the nodes of the batch. */
  readonly node: Uint16Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 4. A row of 6 is filled by `put` of the batch, which keeps its addresses. */
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

/** The two IPv6 addresses of rows that have them. */
export type Addresses6 = Map<number, readonly [source: bigint, destination: bigint]>;

/** Room for so many packets. */
export function newColumns(capacity: number): PacketColumns {
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

/** Fills a row with a packet of a node. */
export function putPacket(
  columns: PacketColumns,
  row: number,
  node: number,
  packet: TablePacket,
  addresses6: Addresses6,
): void {
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

/** Fills a packet with a row. */
export function loadPacket(columns: PacketColumns, row: number, into: TablePacket, addresses6: Addresses6): void {
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
