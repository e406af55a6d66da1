import type { DnatMatch } from "../flow.ts";
import { type Address, addressKey, networkOf, parseNet } from "./address.ts";

/** The destination of a packet. */
interface Destination {
  readonly dst: Address;
  readonly dstPort?: number;
}

/** Fewer than these are looked through one by one. */
const FEW = 16;

/**
 * Returns the function that finds, in their order, the rules that may match a packet: those of its destination address, those
 * of its port that are for several addresses, and those that are for many of both. A cluster has thousands of rules, of which
 * few are for one packet.
 */
export function indexByDestination<Compiled extends { readonly rule: DnatMatch }>(
  compiled: readonly Compiled[],
): (packet: Destination) => readonly Compiled[] {
  if (compiled.length < FEW) return () => compiled;
  const byAddress = new Map<string, number[]>();
  const byPort = new Map<number, number[]>();
  const rest: number[] = [];
  for (const [index, { rule }] of compiled.entries()) {
    const net = rule.dst === undefined || rule.dst === "LOCAL" ? undefined : parseNet(rule.dst);
    const isOne = net !== undefined && net.prefix === networkOf(net.address).prefix;
    if (isOne) add(byAddress, addressKey(net.address), index);
    else if (rule.port !== undefined && (rule.portTo ?? rule.port) === rule.port) add(byPort, rule.port, index);
    else rest.push(index);
  }
  return ({ dst, dstPort }) => {
    const lists = [
      byAddress.get(addressKey(dst)) ?? [],
      (dstPort === undefined ? undefined : byPort.get(dstPort)) ?? [],
      rest,
    ].filter((list) => list.length > 0);
    const indexes = lists.length === 1 ? (lists[0] ?? []) : lists.flat().sort((a, b) => a - b);
    return indexes.flatMap((index) => compiled[index] ?? []);
  };
}

function add<Key>(lists: Map<Key, number[]>, key: Key, index: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [index]);
  else list.push(index);
}
