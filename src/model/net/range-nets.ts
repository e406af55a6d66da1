import { type Address, BITS, type Cidr } from "./address.ts";

/** The fewest networks that have exactly the addresses from `first` to `last`, in order. */
export function netsOfRange(family: Address["family"], first: bigint, last: bigint): readonly Cidr[] {
  const bits = BITS[family];
  const nets: Cidr[] = [];
  for (let from = first; from <= last; ) {
    let hostBits = 0;
    // As long as the network twice as large begins here and ends in the range.
    while (hostBits < bits && ((from >> BigInt(hostBits)) & 1n) === 0n && from + (2n << BigInt(hostBits)) - 1n <= last)
      hostBits += 1;
    nets.push({ address: { family, value: from }, prefix: bits - hostBits, masked: true });
    from += 1n << BigInt(hostBits);
  }
  return nets;
}
