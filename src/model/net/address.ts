/** An IP address as a number: `value` is 32 bits wide for family 4, 128 bits for family 6. */
export interface Address {
  readonly family: 4 | 6;
  readonly value: bigint;
}

/** A network: the address as written, with its host bits (`masked`: it has none), and its prefix length. */
export interface Cidr {
  readonly address: Address;
  readonly prefix: number;
  readonly masked: boolean;
}

/** The bits of an address of each family. */
export const BITS = { 4: 32, 6: 128 } as const;

/**
 * Reads an IPv4 (`10.0.0.1`, no leading zeros) or IPv6 (`fd00::1`, `::ffff:10.0.0.1`) address; no zone, no prefix.
 * Returns `undefined` for anything else. An IPv4-mapped IPv6 address is the IPv4 one, as Go's `net.IP` has it.
 */
export function parseAddress(text: string): Address | undefined {
  const v4 = parseV4(text);
  if (v4 !== undefined) return { family: 4, value: v4 };
  const v6 = text.includes(":") ? parseV6(text) : undefined;
  return v6 === undefined ? undefined : (mappedV4(v6) ?? { family: 6, value: v6 });
}

/**
 * Reads `ADDRESS/PREFIX` as Go's `net.ParseCIDR` does; `undefined` for anything else, also a plain address. The prefix
 * length may have leading zeros (`10.0.0.0/08`; recorded: rule-nets-29), an octet may not. An IPv4 network in IPv6 form is
 * the IPv4 one (`::ffff:10.0.0.0/104` is `10.0.0.0/8`; recorded: combo-rule-088); with fewer than 96 bits it is IPv6.
 */
export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf("/");
  const prefix = slash < 0 ? NOT_READ : prefixFrom(text, slash + 1);
  if (prefix === NOT_READ) return undefined;
  const host = text.slice(0, slash);
  const v4 = parseV4(host);
  if (v4 !== undefined) return toCidr({ family: 4, value: v4 }, prefix);
  const v6 = host.includes(":") ? parseV6(host) : undefined;
  if (v6 === undefined || prefix > BITS[6]) return undefined;
  const mapped = mappedV4(v6);
  return mapped !== undefined && prefix >= 96 ? toCidr(mapped, prefix - 96) : toCidr({ family: 6, value: v6 }, prefix);
}

function toCidr(address: Address, prefix: number): Cidr | undefined {
  if (prefix > BITS[address.family]) return undefined;
  return { address, prefix, masked: network(address, prefix) === address.value };
}

/** The IPv4 address in an IPv4-mapped IPv6 one (`::ffff:10.0.0.1`). */
function mappedV4(v6: bigint): Address | undefined {
  return v6 >> 32n === 0xffffn ? { family: 4, value: v6 & 0xffffffffn } : undefined;
}

/** Reads a network or a plain address, which is the network of that one address. */
export function parseNet(text: string): Cidr | undefined {
  if (text.includes("/")) return parseCidr(text);
  const address = parseAddress(text);
  return address && networkOf(address);
}

/** The network of one address: `10.0.0.1/32`, `fd00::1/128`. */
export function networkOf(address: Address): Cidr {
  return { address, prefix: BITS[address.family], masked: true };
}

/** The address of `10.0.0.1/24`, as Go's `ParseCIDR` returns it beside the network: that of `::ffff:10.0.0.1/64` is IPv4. */
export function addressOf({ address }: Cidr): Address {
  return address.family === 4 ? address : (mappedV4(address.value) ?? address);
}

/** Reads an address with or without the prefix length of its network: the address of `10.0.0.1` and of `10.0.0.1/24`. */
export function parseInterfaceAddress(text: string): Address | undefined {
  const net = parseNet(text);
  return net && addressOf(net);
}

/** The networks of loopback addresses, which are always the node's own: 127.0.0.0/8 and ::1. */
export const LOOPBACK_NETS: readonly [Cidr, Cidr] = [
  { address: { family: 4, value: 0x7f000000n }, prefix: 8, masked: true },
  { address: { family: 6, value: 1n }, prefix: 128, masked: true },
];

/** Whether the address is of a loopback network. */
export function isLoopbackAddress(address: Address): boolean {
  return cidrContains(LOOPBACK_NETS[address.family === 4 ? 0 : 1], address);
}

/** Whether the address lies in the network; never across families. */
export function cidrContains(cidr: Cidr, address: Address): boolean {
  if (cidr.address.family !== address.family) return false;
  const shift = BigInt(BITS[address.family] - cidr.prefix);
  return cidr.address.value >> shift === address.value >> shift;
}

/** Whether the networks have an address in common. */
export function cidrsOverlap(a: Cidr, b: Cidr): boolean {
  return cidrContains(a, b.address) || cidrContains(b, a.address);
}

/** Addresses that are valid on one link only: `169.254.0.0/16` and `fe80::/10`. */
export const LINK_LOCAL: readonly [Cidr, Cidr] = [
  { address: { family: 4, value: 0xa9fe0000n }, prefix: 16, masked: true },
  { address: { family: 6, value: 0xfe80n << 112n }, prefix: 10, masked: true },
];

/** Whether it is an IPv6 address of one link, which every interface has. */
export function isLinkLocal(address: Address): boolean {
  return cidrContains(LINK_LOCAL[1], address);
}

/** Whether both are the same address. */
export function sameAddress(a: Address, b: Address): boolean {
  return a.family === b.family && a.value === b.value;
}

/** The network with its host bits cleared, `10.0.0.7/8` -> `10.0.0.0/8`, written in canonical form. */
export function formatCidr(cidr: Cidr): string {
  const { address, prefix, masked } = cidr;
  const base = masked ? address : { family: address.family, value: network(address, prefix) };
  return `${formatAddress(base)}/${prefix}`;
}

/** The address in canonical form; IPv6 as RFC 5952 has it (`fd00::1`). */
export function formatAddress({ family, value }: Address): string {
  if (family === 4) {
    const bits = Number(value);
    return `${bits >>> 24}.${(bits >>> 16) & 255}.${(bits >>> 8) & 255}.${bits & 255}`;
  }
  const groups = Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(112 - 16 * i)) & 0xffffn));
  const run = longestZeroRun(groups);
  const hex = (part: number[]) => part.map((group) => group.toString(16)).join(":");
  return run.length < 2
    ? hex(groups)
    : `${hex(groups.slice(0, run.start))}::${hex(groups.slice(run.start + run.length))}`;
}

/** The same address, as a `Map` key. */
export function addressKey(address: Address): string {
  return `${address.family}/${address.value.toString(16)}`;
}

function network(address: Address, prefix: number): bigint {
  const shift = BigInt(BITS[address.family] - prefix);
  return (address.value >> shift) << shift;
}

function parseV4(text: string): bigint | undefined {
  const value = address4In(text, text.length);
  return value === NOT_READ ? undefined : BigInt(value);
}

/** What is read of a text that is nothing of the kind. */
export const NOT_READ = -1;
const [DOT, ZERO] = [46, 48];

/**
 * The IPv4 address that a text is up to an index, as a number; `NOT_READ` where it is none. By character, as there are hundreds of
 * thousands of addresses in a large installation.
 */
export function address4In(text: string, end: number): number {
  let value = 0;
  let octet = 0;
  let digits = 0;
  let dots = 0;
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === DOT) {
      if (digits === 0 || ++dots > 3) return NOT_READ;
      value = value * 256 + octet;
      octet = digits = 0;
      continue;
    }
    const digit = code - ZERO;
    // A leading zero is only the whole octet.
    if (digit < 0 || digit > 9 || (digits > 0 && octet === 0)) return NOT_READ;
    octet = octet * 10 + digit;
    if (octet > 255) return NOT_READ;
    digits++;
  }
  return dots === 3 && digits > 0 ? value * 256 + octet : NOT_READ;
}

/** The prefix length, of any family, that a text is from an index on; `NOT_READ` where it is none. */
export function prefixFrom(text: string, start: number): number {
  let prefix = 0;
  for (let at = start; at < text.length; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return NOT_READ;
    prefix = prefix * 10 + digit;
    if (prefix > BITS[6]) return NOT_READ;
  }
  return start < text.length ? prefix : NOT_READ;
}

function parseV6(text: string): bigint | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const head = groupsOf(halves[0] ?? "", halves.length === 1);
  const tail = groupsOf(halves[1] ?? "", true);
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array<bigint>(missing).fill(0n), ...tail];
  return groups.reduce((value, group) => (value << 16n) | group, 0n);
}

/** The 16-bit groups of one side of `::`; the last group of an address (`last`) may be a dotted IPv4 address. */
function groupsOf(text: string, last: boolean): bigint[] | undefined {
  if (text === "") return [];
  const groups: bigint[] = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    const v4 = last && index === parts.length - 1 ? parseV4(part) : undefined;
    if (v4 !== undefined) groups.push(v4 >> 16n, v4 & 0xffffn);
    else if (/^[0-9A-Fa-f]{1,4}$/.test(part)) groups.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return groups;
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  return best;
}
