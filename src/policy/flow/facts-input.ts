import type { DnatMatch, DnatRule, NodeFacts, Route } from "../../model/flow.ts";
import { isObject } from "../../model/json.ts";
import { type Address, addressOf, type Cidr, formatAddress, parseAddress, parseCidr } from "../../model/net/address.ts";
import { unreadableField } from "./nat-match.ts";

/** An interface's address, with its network where the facts have a prefix length. */
export interface InterfaceAddress {
  readonly address: Address;
  readonly net?: Cidr;
}

/** One thing wrong with a node's facts. */
export interface FactProblem {
  readonly code: "flow.address" | "flow.dnat" | "flow.route";
  readonly path: string;
  readonly message: string;
}

/** A node's facts as far as they can be read, and what cannot. */
export interface ReadFacts {
  /** `undefined` where the facts name no interfaces at all: then nothing is known about them. */
  readonly interfaces: ReadonlyMap<string, readonly InterfaceAddress[]> | undefined;
  readonly dnat: readonly DnatRule[];
  /** Absent where the facts name none: then nothing is known about translations of the node's own packets. */
  readonly outputDnat?: readonly DnatRule[];
  /** Absent where the facts name none: then nothing is known about them. */
  readonly routes?: readonly Route[];
  /** Packets that the node masquerades; absent where nothing is known of that. */
  readonly masquerade?: readonly DnatMatch[];
  /** Absent where the facts name none: then nothing is known about source NATs that are not Calico's. */
  readonly sourceNat?: readonly DnatRule[];
  readonly problems: readonly FactProblem[];
}

/** Reads the facts of a flow file or a command line, which may hold anything. */
export function readFacts(facts: NodeFacts): ReadFacts {
  const problems: FactProblem[] = [];
  const given: unknown = facts.interfaces ?? undefined;
  const interfaces = given === undefined ? undefined : new Map(readInterfaces(given, problems));
  const dnat = readDnat(facts, "dnat", problems) ?? [];
  const outputDnat = readDnat(facts, "outputDnat", problems);
  const sourceNat = readDnat(facts, "sourceNat", problems);
  const routeList: unknown = facts.routes ?? [];
  const routes = (Array.isArray(routeList) ? routeList : [routeList]).filter(
    (route: unknown, index): route is Route => {
      const isWhole = isRoute(route);
      if (isWhole && isObject(route) && isSourceReadable(route)) return true;
      const message = isWhole
        ? "in a route `source` must be text, and `metric` a number"
        : "a route needs `dst`, a CIDR (the default route is 0.0.0.0/0 or ::/0), and in `interfaces` a list of names";
      problems.push({ code: "flow.route", path: `routes[${index}]`, message });
      return false;
    },
  );
  const masquerade = readMatches(facts, problems);
  return {
    interfaces,
    dnat,
    ...(masquerade && { masquerade }),
    ...(outputDnat && { outputDnat }),
    ...(sourceNat && { sourceNat }),
    ...(facts.routes && { routes }),
    problems,
  };
}

function readDnat(
  facts: NodeFacts,
  key: "dnat" | "outputDnat" | "sourceNat",
  problems: FactProblem[],
): readonly DnatRule[] | undefined {
  const rules: unknown = facts[key] ?? undefined;
  if (rules === undefined) return undefined;
  const read = new Set<unknown>();
  return (Array.isArray(rules) ? rules : [rules]).filter((rule: unknown, index): rule is DnatRule => {
    if (isDnatRule(rule)) return isReadable(rule, `${key}[${index}]`, read, problems);
    const what = key === "sourceNat" ? "source NAT" : "DNAT";
    const message = `a ${what} needs \`protocol\`, \`dst\`, and in \`toIP\` the address to translate to`;
    problems.push({ code: "flow.dnat", path: `${key}[${index}]`, message });
    return false;
  });
}

function readMatches({ masquerade }: NodeFacts, problems: FactProblem[]): readonly DnatMatch[] | undefined {
  const given: unknown = masquerade ?? undefined;
  if (given === undefined) return undefined;
  const read = new Set<unknown>();
  return (Array.isArray(given) ? given : [given]).filter((match: unknown, index): match is DnatMatch =>
    isReadable(match, `masquerade[${index}]`, read, problems),
  );
}

function isReadable(nat: unknown, path: string, read: Set<unknown>, problems: FactProblem[]): boolean {
  const unreadable = unreadableField(nat, read);
  if (unreadable === undefined) return true;
  const { path: field, must } = unreadable;
  problems.push({ code: "flow.dnat", path: `${path}${field}`, message: `\`${path}${field}\` ${must}` });
  return false;
}

function* readInterfaces(given: unknown, problems: FactProblem[]): Generator<[string, readonly InterfaceAddress[]]> {
  for (const [name, addresses] of isObject(given) ? Object.entries(given) : []) {
    const list: unknown[] = Array.isArray(addresses) ? addresses : [addresses];
    const read = list.flatMap((text) => {
      const address = typeof text === "string" ? readInterfaceAddress(text) : undefined;
      if (address) return [address];
      const message = `\`${String(text)}\` is not an address of an interface`;
      problems.push({ code: "flow.address", path: `interfaces.${name}`, message });
      return [];
    });
    yield [name, read];
  }
  if (!isObject(given)) {
    const message = "`interfaces` must map interface names to lists of addresses";
    problems.push({ code: "flow.address", path: "interfaces", message });
  }
}

/** Reads `10.0.0.1` or `10.0.0.1/24`. */
function readInterfaceAddress(text: string): InterfaceAddress | undefined {
  const net = parseCidr(text);
  if (net) return { address: addressOf(net), net };
  const address = parseAddress(text);
  return address && { address };
}

function isDnatRule(rule: unknown): boolean {
  if (!isObject(rule) || typeof rule.dst !== "string" || typeof rule.toIP !== "string") return false;
  if (typeof rule.protocol !== "string" && typeof rule.protocol !== "number") return false;
  return rule.uncertain !== undefined || rule.toIP === "INTERFACE" || parseAddress(rule.toIP) !== undefined;
}

function isRoute(route: unknown): boolean {
  if (!isObject(route) || typeof route.dst !== "string" || parseCidr(route.dst) === undefined) return false;
  return Array.isArray(route.interfaces) && route.interfaces.every((name) => typeof name === "string");
}

/** Whether the fields that a route may have are of their types. */
function isSourceReadable({ source, metric }: { readonly source?: unknown; readonly metric?: unknown }): boolean {
  return (source === undefined || typeof source === "string") && (metric === undefined || typeof metric === "number");
}

/** The interfaces with their addresses as plain texts, as the model's DNAT wants them. */
export function interfaceTexts({ interfaces }: ReadFacts): Readonly<Record<string, readonly string[]>> | undefined {
  if (interfaces === undefined) return undefined;
  return Object.fromEntries(
    [...interfaces].map(([name, addresses]) => [name, addresses.map(({ address }) => formatAddress(address))]),
  );
}
