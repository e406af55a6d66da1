import { BITS, type Cidr, cidrContains, formatCidr, parseNet } from "./address.ts";

/**
 * The fewest networks that have the same addresses together: two halves of a network become that network, and one inside
 * another is left out, as are texts that are not networks.
 */
export function mergedNets(texts: readonly string[]): readonly string[] {
  const nets = texts.flatMap((text) => parseNet(text) ?? []).map((net) => widened(net, net.prefix));
  const merged: Cidr[] = [];
  for (const net of nets.sort(inOrder)) {
    let added = net;
    for (let last = merged.at(-1); last !== undefined; last = merged.at(-1)) {
      const whole = together(last, added);
      if (whole === undefined) break;
      added = whole;
      merged.pop();
    }
    merged.push(added);
  }
  return merged.map(formatCidr);
}

/** IPv4 first; of two that begin at one address the larger network first. */
function inOrder(a: Cidr, b: Cidr): number {
  if (a.address.family !== b.address.family) return a.address.family - b.address.family;
  if (a.address.value !== b.address.value) return a.address.value < b.address.value ? -1 : 1;
  return a.prefix - b.prefix;
}

/** The network that two are together, the first of which begins first: one that has the other, or whose halves they are. */
function together(first: Cidr, second: Cidr): Cidr | undefined {
  if (cidrContains(first, second.address) && first.prefix <= second.prefix) return first;
  if (first.prefix !== second.prefix || first.prefix === 0) return undefined;
  const whole = widened(first, first.prefix - 1);
  return cidrContains(whole, second.address) ? whole : undefined;
}

/** The network of this prefix length that has the address of another. */
function widened({ address }: Cidr, prefix: number): Cidr {
  const rest = BigInt(BITS[address.family] - prefix);
  return { address: { ...address, value: (address.value >> rest) << rest }, prefix, masked: true };
}
