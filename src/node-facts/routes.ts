import type { Diagnostic } from "../model/diagnostic.ts";
import type { Route, RouteType } from "../model/flow.ts";
import { isObject, type JsonObject } from "../model/json.ts";
import { formatCidr, parseAddress, parseNet } from "../model/net/address.ts";
import { readList } from "./json.ts";
import { capped, problem, quote } from "./problem.ts";

/** The routes of a node as far as a packet's destination decides. */
export interface Routes {
  readonly routes: readonly Route[];
  readonly diagnostics: readonly Diagnostic[];
}

const TYPES: ReadonlyMap<string, RouteType> = new Map([
  ["unicast", "unicast"],
  ["local", "local"],
  ["broadcast", "local"],
  ["anycast", "local"],
  ["multicast", "multicast"],
  ["blackhole", "blackhole"],
  ["unreachable", "unreachable"],
  ["prohibit", "prohibit"],
  ["throw", "throw"],
]);
const TABLES: ReadonlyMap<string, "local" | "main"> = new Map([
  ["local", "local"],
  ["255", "local"],
  ["main", "main"],
  ["254", "main"],
]);

/**
 * Reads the saved output of `ip -j route` (`ip -j -6 route` and `ip -j route show table all` too). Routes that depend on
 * more than the destination (another table, TOS, a source) and dead ones are left out, each with a finding.
 */
export function readRoutes(text: string, source: string): Routes {
  const list = readList(text, source, "ip -j route");
  if (!("length" in list)) return { routes: [], diagnostics: [list] };
  const routes: Route[] = [];
  const diagnostics: Diagnostic[] = [];
  const tables = new Set<string>();
  const usual = usualFamily(list.map(({ entry }) => entry));
  for (const { entry, path } of list) {
    const table = textOf(entry.table) ?? "main";
    const route = TABLES.has(table) ? readRoute(entry, usual) : undefined;
    if (route === undefined) tables.add(table);
    else if (typeof route !== "string") routes.push(route);
    else diagnostics.push(problem(source, 1, "warning", "facts.route-unknown", route, { path }));
  }
  if (tables.size > 0) {
    const names = quote([...tables].join(", "));
    const message = `policy routing is not followed: the routes of table ${names} are left out`;
    diagnostics.push(problem(source, 1, "warning", "facts.route-table", message));
  }
  return { routes, diagnostics: capped(source, diagnostics) };
}

/** One route, or why it cannot be used. */
function readRoute(entry: JsonObject, usual: 4 | 6): Route | string {
  const shown = quote(textOf(entry.dst) ?? "");
  const dst = destinationOf(entry, usual);
  if (dst === undefined) return `the destination ${shown} of a route cannot be read`;
  const type = TYPES.get(textOf(entry.type) ?? "unicast");
  if (type === undefined) return `the route to ${shown} has an unknown type ${quote(textOf(entry.type) ?? "")}`;
  if (entry.tos !== undefined) return `the route to ${shown} is only for one TOS and is left out`;
  if (entry.from !== undefined && entry.from !== "all")
    return `the route to ${shown} is only for one source and is left out`;
  if (isDead(entry)) return `the route to ${shown} is dead and is left out`;
  const interfaces = interfacesOf(entry);
  if (type === "unicast" && interfaces.length === 0) return `the route to ${shown} names no interface`;
  const { metric } = entry;
  if (metric !== undefined && typeof metric !== "number") return `the metric of the route to ${shown} is not a number`;
  const table = TABLES.get(textOf(entry.table) ?? "main") ?? "main";
  return {
    dst,
    type,
    interfaces: type === "unicast" ? interfaces : [],
    ...sourceOf(entry),
    ...(metric === undefined ? {} : { metric }),
    ...(table === "local" ? { table } : {}),
  };
}

/** The address that the node's own packets get, as `ip` has it in `prefsrc`. */
function sourceOf({ prefsrc }: JsonObject): Pick<Route, "source"> {
  return typeof prefsrc === "string" && parseAddress(prefsrc) !== undefined ? { source: prefsrc } : {};
}

/** The destination as a CIDR; `default` takes the family that the entry itself shows, else the file's. */
function destinationOf(entry: JsonObject, usual: 4 | 6): string | undefined {
  if (typeof entry.dst !== "string") return undefined;
  if (entry.dst !== "default") {
    const net = parseNet(entry.dst);
    return net && formatCidr(net);
  }
  return (shownFamily(entry) ?? usual) === 4 ? "0.0.0.0/0" : "::/0";
}

/** `pref` is of IPv6 routes only; `via` is a next hop of the other family, and does not show the route's. */
function shownFamily(entry: JsonObject): 4 | 6 | undefined {
  if (entry.pref !== undefined) return 6;
  const hops = nextHops(entry).map((hop) => hop.gateway);
  for (const value of [entry.gateway, entry.prefsrc, entry.src, ...hops]) {
    const family = typeof value === "string" ? parseAddress(value)?.family : undefined;
    if (family !== undefined) return family;
  }
  return undefined;
}

/** The family of the file's routes, for a default route that does not show its own: IPv6 if all others are. */
function usualFamily(entries: readonly JsonObject[]): 4 | 6 {
  const families = entries.flatMap((entry) => {
    const net = typeof entry.dst === "string" ? parseNet(entry.dst) : undefined;
    return net?.address.family ?? shownFamily(entry) ?? [];
  });
  return families.length > 0 && families.every((family) => family === 6) ? 6 : 4;
}

function interfacesOf(entry: JsonObject): readonly string[] {
  const live = nextHops(entry).filter((hop) => !hasDeadFlag(hop));
  const names = [entry, ...live].flatMap(({ dev }) => (typeof dev === "string" && dev !== "" ? [dev] : []));
  return [...new Set(names)];
}

function isDead(entry: JsonObject): boolean {
  const hops = nextHops(entry);
  return hasDeadFlag(entry) || (hops.length > 0 && hops.every(hasDeadFlag));
}

function hasDeadFlag({ flags }: JsonObject): boolean {
  return Array.isArray(flags) && flags.includes("dead");
}

function nextHops({ nexthops }: JsonObject): readonly JsonObject[] {
  return Array.isArray(nexthops) ? nexthops.filter(isObject) : [];
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value : undefined;
}
