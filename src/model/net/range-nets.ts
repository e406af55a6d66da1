import { type Address, BITS, type Cidr } from "./address.ts";

/** The fewest networks that have exactly the addresses from `first` to `last`, in order. */
export function netsOfRange(family: Address["family"], first: bigint, last: bigint): readonly Cidr[] {
  return family === 4 ? netsOfIpv4Range(Number(first), Number(last)) : netsOfIpv6Range(first, last);
}

/** With numbers, which are faster: what is exposed to the world has hundreds of thousands of networks. */
function netsOfIpv4Range(first: number, last: number): readonly Cidr[] {
  const nets: Cidr[] = [];
  for (let from = first; from <= last; ) {
    let [prefix, size] = [BITS[4] as number, 1];
    // As long as the network twice as large begins here and ends in the range.
    while (prefix > 0 && from % (2 * size) === 0 && from + 2 * size - 1 <= last) {
      prefix -= 1;
      size *= 2;
    }
    nets.push({ address: { family: 4, value: BigInt(from) }, prefix, masked: true });
    from += size;
  }
  return nets;
}

function netsOfIpv6Range(first: bigint, last: bigint): readonly Cidr[] {
  const nets: Cidr[] = [];
  for (let from = first; from <= last; ) {
    let [prefix, size] = [BITS[6] as number, 1n];
    while (prefix > 0 && from % (2n * size) === 0n && from + 2n * size - 1n <= last) {
      prefix -= 1;
      size *= 2n;
    }
    nets.push({ address: { family: 6, value: from }, prefix, masked: true });
    from += size;
  }
  return nets;
}
