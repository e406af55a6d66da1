/**
 * What a packet is told apart by. All values are those of the first packet of a connection, as it is sent. `portOrIcmp` is
 * the destination port, or for ICMP the type * 256 + the code: no packet has both.
 */
export type Dimension = "protocol" | "source" | "destination" | "sourcePort" | "portOrIcmp";

/** All dimensions, in the order in which diagrams ask for them: few nodes, since rules relate an address to a port. */
export const DIMENSIONS = ["protocol", "source", "portOrIcmp", "destination", "sourcePort"] as const;

/** The IP version of all packets of a set. */
export type Family = 4 | 6;

/** A number, or a bigint for IPv6 addresses only. */
export type Value = number | bigint;

/** All values from the first to the last, inclusive. */
export type Interval = readonly [first: Value, last: Value];

/** A product: the packets whose value in each dimension is in one of its intervals. An absent dimension has all values. */
export type Region = Readonly<Partial<Record<Dimension, readonly Interval[]>>>;

/** One packet. */
export type PacketValues = Readonly<Record<Dimension, Value>>;

const LAST_ADDRESS = { 4: 2 ** 32 - 1, 6: 2n ** 128n - 1n } as const;

/** All values of a dimension. */
export function allValues(dimension: Dimension, family: Family): Interval {
  switch (dimension) {
    case "protocol":
      return [0, 255];
    case "sourcePort":
    case "portOrIcmp":
      return [0, 65535];
    case "source":
    case "destination":
      return family === 4 ? [0, LAST_ADDRESS[4]] : [0n, LAST_ADDRESS[6]];
  }
}
