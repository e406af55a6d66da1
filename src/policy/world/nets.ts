import { type Address, BITS, type Cidr, formatCidr, parseNet } from "../../model/net/address.ts";
import type { Net } from "./compiled.ts";

/** Bounds a network; the text is its canonical form. Clusters hold very many: equal numbers and texts are kept once. */
export function toNet(cidr: Cidr, written?: string): Net {
  const { family, value } = cidr.address;
  const hostBits = BigInt(BITS[family] - cidr.prefix);
  const first = cidr.masked ? value : (value >> hostBits) << hostBits;
  const last = hostBits === 0n ? first : first + (1n << hostBits) - 1n;
  const text = formatCidr(cidr);
  return { family, first, last, cidr, text: text === written ? written : text };
}

/** Reads a network or a plain address; `undefined` when it is none. */
export function readNet(text: string): Net | undefined {
  const cidr = parseNet(text);
  return cidr && toNet(cidr, text);
}

/** Whether the address lies in the network. */
export function netContains(net: Net, address: Address): boolean {
  return net.family === address.family && net.first <= address.value && address.value <= net.last;
}
