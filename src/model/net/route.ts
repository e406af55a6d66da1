import type { Route, RouteType } from "../flow.ts";
import { type Address, BITS, parseAddress, parseCidr } from "./address.ts";

/** The loopback interface, of packets between local processes. */
export const LOOPBACK_NAME = "lo";

/** Where a packet to an address goes: `several` where equal routes or next hops leave the choice to the kernel. */
export type RouteAnswer =
  | {
      readonly kind: "interface";
      readonly name: string;
      /** The source of the node's own packets, where the route states it. */
      readonly source?: Address;
    }
  | { readonly kind: "several"; readonly names: readonly string[] }
  | { readonly kind: "local" }
  | { readonly kind: "none" }
  | { readonly kind: "dropped"; readonly why: "blackhole" | "unreachable" | "prohibit" };

/** The routes of one table and family by prefix length, longest first, then by the network's bits. */
type Index = readonly { readonly shift: bigint; readonly routes: ReadonlyMap<bigint, readonly Route[]> }[];

const indexes = new WeakMap<readonly Route[], ReadonlyMap<string, Index>>();

/**
 * The route of a packet to `address`: the local table, then the main one; in a table the longest prefix, then the
 * lowest metric. Policy routing is not modelled. Without the local table among the `routes`, the caller must first check
 * whether the address is the node's own: its subnet's route would answer with an interface. A route whose `dst` is not a
 * CIDR is ignored.
 */
export function routeFor(routes: readonly Route[], address: Address): RouteAnswer {
  let tables = indexes.get(routes);
  if (tables === undefined) {
    tables = indexRoutes(routes);
    indexes.set(routes, tables);
  }
  for (const table of ["local", "main"]) {
    const best = bestRoutes(tables.get(`${table}/${address.family}`) ?? [], address);
    const answer = best.length === 0 ? undefined : answerOf(best);
    if (answer !== undefined) return answer;
  }
  return { kind: "none" };
}

/** What the equally good routes do with the packet; `undefined` if the next table decides (`throw`). */
function answerOf(best: readonly Route[]): RouteAnswer | undefined {
  const type = best[0] === undefined ? "throw" : typeOf(best[0]);
  switch (type) {
    case "throw":
      return undefined;
    case "local":
      return { kind: "local" };
    case "multicast":
      return { kind: "none" };
    case "unicast": {
      const names = [...new Set(best.flatMap((route) => (typeOf(route) === type ? route.interfaces : [])))];
      const [name] = names;
      if (name === undefined) return { kind: "none" };
      if (names.length > 1) return { kind: "several", names };
      const source = parseAddress(best[0]?.source ?? "");
      return { kind: "interface", name, ...(source && { source }) };
    }
    case "blackhole":
    case "unreachable":
    case "prohibit":
      return { kind: "dropped", why: type };
  }
}

function typeOf({ type = "unicast" }: Route): RouteType {
  return type;
}

function bestRoutes(index: Index, address: Address): readonly Route[] {
  for (const { shift, routes } of index) {
    const matching = routes.get(address.value >> shift);
    if (matching === undefined) continue;
    const metric = matching.reduce((least, route) => Math.min(least, route.metric ?? 0), Number.POSITIVE_INFINITY);
    return matching.filter((route) => (route.metric ?? 0) === metric);
  }
  return [];
}

function indexRoutes(routes: readonly Route[]): ReadonlyMap<string, Index> {
  const tables = new Map<string, Map<number, Map<bigint, Route[]>>>();
  for (const route of routes) {
    const cidr = parseCidr(route.dst);
    if (cidr === undefined) continue;
    const { family, value } = cidr.address;
    const shift = BITS[family] - cidr.prefix;
    const table = within(tables, `${route.table ?? "main"}/${family}`, () => new Map<number, Map<bigint, Route[]>>());
    const length = within(table, shift, () => new Map<bigint, Route[]>());
    within(length, value >> BigInt(shift), () => [] as Route[]).push(route);
  }
  const sorted = (table: Map<number, Map<bigint, Route[]>>): Index =>
    [...table].sort(([a], [b]) => a - b).map(([shift, byNetwork]) => ({ shift: BigInt(shift), routes: byNetwork }));
  return new Map([...tables].map(([key, table]) => [key, sorted(table)]));
}

function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const present = map.get(key);
  if (present !== undefined) return present;
  const made = make();
  map.set(key, made);
  return made;
}
