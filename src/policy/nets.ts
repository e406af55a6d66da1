import { type Address, type Cidr, formatCidr, parseNet } from "../model/address.ts";
import type { Net } from "./compiled.ts";

/** Bounds a network; the text is its canonical form. */
export function toNet(cidr: Cidr): Net {
  const { family, value } = cidr.address;
  const hostBits = BigInt((family === 4 ? 32 : 128) - cidr.prefix);
  const first = (value >> hostBits) << hostBits;
  return { family, first, last: first + (1n << hostBits) - 1n, cidr, text: formatCidr(cidr) };
}

/** Reads a network or a plain address; `undefined` when it is none. */
export function readNet(text: string): Net | undefined {
  const cidr = parseNet(text);
  return cidr && toNet(cidr);
}

/** Whether the address lies in the network. */
export function netContains(net: Net, address: Address): boolean {
  return net.family === address.family && net.first <= address.value && address.value <= net.last;
}
