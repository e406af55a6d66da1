import { type Address, BITS } from "../../model/net/address.ts";
import { matches } from "../../selector/matches.ts";
import { listDifference } from "../compile-memo.ts";
import type { IpSetMember, Net, SetRef, World } from "./compiled.ts";

/** The addresses of everything a selector matches: single addresses apart, networks by prefix length. */
export interface AddressSet {
  readonly 4: FamilySet;
  readonly 6: FamilySet;
}

/** By host-bit count, the networks' numbers without their host bits: a lookup a length, however many networks. */
type FamilySet = ReadonlyMap<bigint, ReadonlySet<bigint>>;

/** (protocol, address, port) of the endpoints that carry a port name. */
export type NamedPortSet = ReadonlyMap<string, ReadonlySet<number>>;

interface IpSetMemo {
  readonly addresses: Map<string, { readonly ref: SetRef; readonly set: AddressSet }>;
  readonly namedPorts: Map<string, NamedPortSet>;
}

/** The sets computed for each list of members, which Worlds may share. */
const ipSetMemos = new WeakMap<World["members"], IpSetMemo>();

function memoOf({ members }: Pick<World, "members">): IpSetMemo {
  const memo = ipSetMemos.get(members) ?? { addresses: new Map(), namedPorts: new Map() };
  ipSetMemos.set(members, memo);
  return memo;
}

/** Takes over the sets of an earlier list of members that are the same for this one. */
export function keepSets(earlier: World["members"], members: World["members"]): void {
  const { gone, added } = listDifference(earlier, members);
  const netsIn = ({ selector }: SetRef, list: readonly IpSetMember[]): string => {
    const matching = list.filter(({ nets, labels }) => nets.length > 0 && matches(selector, labels));
    return matching.length === 0
      ? ""
      : matching
          .flatMap(({ nets }) => nets.map(({ text }) => text))
          .sort()
          .join();
  };
  const { addresses, namedPorts } = memoOf({ members: earlier });
  const kept = [...addresses].filter(([, { ref }]) => netsIn(ref, gone) === netsIn(ref, added));
  const isPortless = [...gone, ...added].every(({ ports }) => ports.length === 0);
  ipSetMemos.set(members, { addresses: new Map(kept), namedPorts: isPortless ? new Map(namedPorts) : new Map() });
}

/** The address set of a selector, over all nodes: WEP networks, HEP expectedIPs, nets of network sets. */
export function addressSet(world: Pick<World, "members">, ref: SetRef): AddressSet {
  const { addresses } = memoOf(world);
  const { key, selector } = ref;
  const known = addresses.get(key);
  if (known) return known.set;
  const families = { 4: new Map<bigint, Set<bigint>>(), 6: new Map<bigint, Set<bigint>>() };
  for (const member of world.members) {
    if (member.nets.length === 0 || !matches(selector, member.labels)) continue;
    for (const net of member.nets) add(families[net.family], net);
  }
  addresses.set(key, { ref, set: families });
  return families;
}

function add(family: Map<bigint, Set<bigint>>, { cidr, family: version, first }: Net): void {
  const hostBits = BigInt(BITS[version] - cidr.prefix);
  const numbers = family.get(hostBits);
  if (numbers) numbers.add(first >> hostBits);
  else family.set(hostBits, new Set([first >> hostBits]));
}

/** Whether the address is in the set. */
export function inAddressSet(set: AddressSet, { family, value }: Address): boolean {
  for (const [hostBits, numbers] of set[family]) if (numbers.has(value >> hostBits)) return true;
  return false;
}

/**
 * The named port as Felix resolves it: of the endpoints that carry it for the protocol, those that the positive
 * selector matches where the rule has one. The set of an undefined name is empty.
 */
export function namedPortSet(
  world: Pick<World, "members">,
  name: string,
  protocol: number,
  within: SetRef | undefined,
): NamedPortSet {
  const { namedPorts } = memoOf(world);
  const key = `${protocol}/${name}/${within?.key ?? ""}`;
  const known = namedPorts.get(key);
  if (known) return known;
  const set = new Map<string, Set<number>>();
  for (const member of world.members) {
    const ports = member.ports.filter((port) => port.name === name && port.protocol === protocol);
    if (ports.length === 0 || (within !== undefined && !matches(within.selector, member.labels))) continue;
    for (const net of member.nets) {
      const at = `${net.family}/${net.cidr.address.value}`;
      const numbers = set.get(at) ?? new Set<number>();
      for (const { port } of ports) numbers.add(port);
      set.set(at, numbers);
    }
  }
  namedPorts.set(key, set);
  return set;
}

/** Whether the set holds this address with this port. */
export function inNamedPortSet(set: NamedPortSet, { family, value }: Address, port: number): boolean {
  return set.get(`${family}/${value}`)?.has(port) ?? false;
}
