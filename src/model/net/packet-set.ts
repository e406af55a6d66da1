import type { DnatMatch } from "../flow.ts";
import { type Address, BITS, type Cidr, cidrContains, formatAddress, formatCidr } from "./address.ts";
import { protocolName } from "./protocol.ts";

/** Ports `from` to `to`, inclusive. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** A set of packets of one family: the AND of the fields present; without any, all packets. */
export interface PacketSet {
  readonly protocol?: number;
  readonly dst?: Cidr;
  readonly dstLocal?: true;
  readonly src?: Cidr;
  readonly srcLocal?: true;
  readonly ports?: readonly PortRange[];
  readonly interface?: string;
}

/** Packets less those of the exceptions. */
export interface Region {
  readonly packets: PacketSet;
  readonly except: readonly Region[];
}

/** The packets that are in both sets; `undefined` if there are none. */
export function intersectPackets(a: PacketSet, b: PacketSet): PacketSet | undefined {
  const both = { ...a, ...b };
  if (a.protocol !== undefined && b.protocol !== undefined && a.protocol !== b.protocol) return undefined;
  const dst = narrower(a.dst, b.dst, cidrInside);
  const src = narrower(a.src, b.src, cidrInside);
  const name = narrower(a.interface, b.interface, interfaceInside);
  const ports = a.ports && b.ports ? overlap(a.ports, b.ports) : both.ports;
  if (dst === "none" || src === "none" || name === "none" || ports?.length === 0) return undefined;
  return {
    ...both,
    ...(dst && { dst: dst.value }),
    ...(src && { src: src.value }),
    ...(name && { interface: name.value }),
    ...(ports && { ports }),
  };
}

/** Whether every packet of `inner` is in `outer`; false where that is unknown. */
export function coversPackets(outer: PacketSet, inner: PacketSet): boolean {
  const { protocol, dst, src, ports, interface: name } = outer;
  if (protocol !== undefined && inner.protocol !== protocol) return false;
  if ((outer.dstLocal && !inner.dstLocal) || (outer.srcLocal && !inner.srcLocal)) return false;
  if (dst && !(inner.dst && cidrInside(inner.dst, dst))) return false;
  if (src && !(inner.src && cidrInside(inner.src, src))) return false;
  if (name !== undefined && !(inner.interface !== undefined && interfaceInside(inner.interface, name))) return false;
  return (
    !ports || (inner.ports?.every((one) => ports.some(({ from, to }) => from <= one.from && one.to <= to)) ?? false)
  );
}

/** The matches of exceptions, which many rules share. */
const written = new WeakMap<Region, readonly DnatMatch[]>();

/** The matches whose OR is the region: one a port range. */
export function dnatMatches(region: Region): readonly DnatMatch[] {
  const before = written.get(region);
  if (before !== undefined) return before;
  const matches = write(region);
  written.set(region, matches);
  return matches;
}

function write(region: Region): readonly DnatMatch[] {
  const { protocol, dst, dstLocal, src, srcLocal, ports = [undefined], interface: name } = region.packets;
  const except = region.except.flatMap(dnatMatches);
  // A field cannot be both a network and `LOCAL`: the network becomes an exception to an exception.
  if (dst && dstLocal) except.push({ except: [{ dst: netText(dst) }] });
  if (src && srcLocal) except.push({ except: [{ srcIP: netText(src) }] });
  const whole: DnatMatch = {
    ...(protocol !== undefined && { protocol: protocolName(protocol) }),
    ...(dstLocal ? { dst: "LOCAL" } : dst && { dst: netText(dst) }),
    ...(srcLocal ? { srcIP: "LOCAL" } : src && { srcIP: netText(src) }),
    ...(name !== undefined && { interface: name }),
  };
  return ports.map((range) => ({
    ...whole,
    ...(range && { port: range.from, ...(range.to !== range.from && { portTo: range.to }) }),
    ...(except.length > 0 && { except }),
  }));
}

/** The packets as text, for a diagnostic: `TCP to 10.0.0.1 port 80 in through eth0`. */
export function describePackets({ protocol, dst, dstLocal, src, srcLocal, ports, interface: name }: PacketSet): string {
  const words = [protocol === undefined ? "any packet" : protocolName(protocol)];
  if (src || srcLocal) words.push(`from ${src ? netText(src) : "the node itself"}`);
  if (dst || dstLocal) words.push(`to ${dst ? netText(dst) : "an address of the node"}`);
  if (ports) words.push(`port ${ports.map(({ from, to }) => (from === to ? from : `${from}:${to}`)).join(",")}`);
  if (name !== undefined) words.push(`in through ${name}`);
  return words.join(" ");
}

/** The one address of a network of one address. */
export function singleAddress(net: Cidr | undefined): Address | undefined {
  return net !== undefined && net.prefix === BITS[net.address.family] ? net.address : undefined;
}

function netText(net: Cidr): string {
  const single = singleAddress(net);
  return single ? formatAddress(single) : formatCidr(net);
}

type Narrowed<T> = { readonly value: T } | "none" | undefined;

function narrower<T>(a: T | undefined, b: T | undefined, inside: (inner: T, outer: T) => boolean): Narrowed<T> {
  if (a === undefined || b === undefined) return undefined;
  if (inside(a, b)) return { value: a };
  return inside(b, a) ? { value: b } : "none";
}

function cidrInside(inner: Cidr, outer: Cidr): boolean {
  return inner.prefix >= outer.prefix && cidrContains(outer, inner.address);
}

function interfaceInside(inner: string, outer: string): boolean {
  return inner === outer || (outer.endsWith("+") && inner.startsWith(outer.slice(0, -1)));
}

function overlap(a: readonly PortRange[], b: readonly PortRange[]): readonly PortRange[] {
  return a.flatMap((one) =>
    b.flatMap((other) => {
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to);
      return from <= to ? [{ from, to }] : [];
    }),
  );
}
