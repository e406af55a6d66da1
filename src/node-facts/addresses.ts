import type { Diagnostic } from "../model/diagnostic.ts";
import { isObject, type JsonObject } from "../model/json.ts";
import { BITS, formatAddress, parseAddress, parseCidr } from "../model/net/address.ts";
import { readList } from "./json.ts";
import { capped, problem, quote } from "./problem.ts";

/**
 * The addresses of a node's interfaces by interface name, in the order that `ip` gave (the primary first), each with the
 * length of its network where the kernel has a route for it: `10.0.0.1/24`.
 */
export interface Addresses {
  readonly interfaces: Readonly<Record<string, readonly string[]>>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the saved output of `ip -j addr` (`ip -j -4 addr` and `ip -j addr show dev eth0` too). An interface without
 * addresses is listed as such; link-local and secondary addresses are kept. `source` names the file in findings.
 */
export function readAddresses(text: string, source: string): Addresses {
  const list = readList(text, source, "ip -j addr");
  if (!("length" in list)) return { interfaces: {}, diagnostics: [list] };
  const interfaces = new Map<string, Set<string>>();
  const diagnostics: Diagnostic[] = [];
  const warn = (path: string, message: string): void => {
    diagnostics.push(problem(source, 1, "warning", "facts.address-unknown", message, { path }));
  };
  for (const { entry, path } of list) {
    const name = typeof entry.ifname === "string" ? entry.ifname.split("@", 1)[0] : undefined;
    if (name === undefined || name === "") {
      warn(path, "an entry without `ifname` is left out");
      continue;
    }
    if (!Array.isArray(entry.addr_info)) {
      warn(path, `no \`addr_info\`: the addresses of ${quote(name)} are unknown`);
      continue;
    }
    const own = interfaces.get(name) ?? new Set();
    interfaces.set(name, own);
    for (const [index, info] of entry.addr_info.entries()) {
      if (isObject(info) && Object.keys(info).length === 0) continue;
      const address = isObject(info) ? localAddress(info, hasRoutes(entry)) : undefined;
      if (address === undefined) warn(`${path}.addr_info[${index}]`, `an address of ${quote(name)} cannot be read`);
      else own.add(address);
    }
  }
  const lists = [...interfaces].map(([name, own]) => [name, [...own]] as const);
  return { interfaces: Object.fromEntries(lists), diagnostics: capped(source, diagnostics) };
}

/** An interface that is down keeps its addresses, but the kernel has no routes for their networks. */
function hasRoutes({ flags }: JsonObject): boolean {
  return !Array.isArray(flags) || flags.includes("UP");
}

/**
 * The interface's own address in canonical form, with its network's length unless the kernel has no route for that: it
 * is of one address, `noprefixroute`, or the peer's, whose `address` is given on a point-to-point link.
 */
function localAddress(info: JsonObject, withRoutes: boolean): string | undefined {
  const address = typeof info.local === "string" ? parseAddress(info.local) : undefined;
  if (address === undefined) return undefined;
  const text = formatAddress(address);
  const { prefixlen, noprefixroute, address: peer } = info;
  const cidr = typeof prefixlen === "number" ? parseCidr(`${text}/${prefixlen}`) : undefined;
  const isRoute = withRoutes && noprefixroute !== true && peer === undefined;
  return isRoute && cidr !== undefined && cidr.prefix < BITS[cidr.address.family] ? `${text}/${cidr.prefix}` : text;
}
