import { formatCidr, parseNet } from "../model/net/address.ts";

/** A network as Calico writes it, its host bits cleared; a text that is none stays as it is. */
export function canonicalNet(text: string): string {
  const net = parseNet(text);
  return net === undefined ? text : formatCidr(net);
}
