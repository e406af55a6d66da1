import { addressOf, parseNet } from "../../model/net/address.ts";

/**
 * The family of `10.0.0.1`, or of the address in `10.0.0.1/24`, as Go's `ParseCIDR` returns it apart from the network:
 * the address of `::ffff:10.0.0.1/64` is IPv4. `undefined` where the text is neither.
 */
export function hostFamily(text: string): 4 | 6 | undefined {
  const net = parseNet(text);
  return net && addressOf(net).family;
}

/** Whether it is a hardware address as Go reads it: 6, 8 or 20 bytes, `aa:bb:..`, `aa-bb-..` or `aabb.ccdd..`. */
export function isMac(text: string): boolean {
  if (text.length > 59) return false;
  const separator = /^[0-9A-Fa-f]{2}([:-])/.exec(text)?.[1];
  const groups = text.split(separator ?? ".");
  const bytes = separator === undefined ? groups.length * 2 : groups.length;
  const group = separator === undefined ? /^[0-9A-Fa-f]{4}$/ : /^[0-9A-Fa-f]{2}$/;
  return [6, 8, 20].includes(bytes) && groups.every((part) => group.test(part));
}
