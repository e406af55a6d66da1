import type { DnatMatch, DnatRule, DnatTarget, NodeFacts } from "../flow.ts";
import {
  type Address,
  addressKey,
  type Cidr,
  cidrContains,
  isLoopbackAddress,
  parseAddress,
  parseNet,
} from "./address.ts";
import { indexByDestination } from "./match-index.ts";
import { protocolNumber } from "./protocol.ts";
import { LOOPBACK_NAME } from "./route.ts";

/**
 * A packet as the node's DNAT sees it; `interface` is the one it came in through (a workload's `cali*` too), empty for a
 * local process's packet.
 */
export interface DnatPacket {
  readonly protocol: number;
  readonly src: Address;
  readonly dst: Address;
  readonly dstPort?: number;
  readonly interface?: string;
}

/** What is known about the node's addresses; `undefined` is "unknown". */
export interface DnatHost {
  readonly isLocal: (address: Address) => boolean | undefined;
  readonly addressOf: (interfaceName: string, family: 4 | 6) => string | undefined;
}

/** What DNAT does to a packet; `unknown`, with the reason, where the result depends on something unknown. */
export type DnatAnswer =
  | { readonly kind: "none" }
  | ({ readonly kind: "translated"; readonly rule: DnatRule } & DnatTarget)
  | { readonly kind: "unknown"; readonly rule: DnatRule; readonly why: string };

/** Whether a packet matches, or the reason why that is unknown. */
type Match = boolean | string;
type Matcher = (packet: DnatPacket, host: DnatHost) => Match;

/**
 * Prepares the rules once and returns the function that translates one packet: the first rule that matches decides. A
 * rule matches only packets of its target's family; one whose addresses or protocol cannot be read matches nothing.
 */
export function compileDnat(rules: readonly DnatRule[]): (packet: DnatPacket, host: DnatHost) => DnatAnswer {
  const compiled = rules.map((rule) => ({
    rule,
    matches: compileMatch(rule),
    family: parseAddress(rule.toIP)?.family,
  }));
  const candidates = indexByDestination(compiled);
  return (packet, host) => {
    for (const { rule, matches, family } of candidates(packet)) {
      if (family !== undefined && family !== packet.dst.family) continue;
      const match = matches(packet, host);
      if (match === false) continue;
      const why = match === true ? rule.uncertain : match;
      return why === undefined ? dnatTarget(rule, packet, host) : { kind: "unknown", rule, why };
    }
    return { kind: "none" };
  };
}

/**
 * Compiles matches to a function that returns the first of them that matches a packet: `unknown` where none surely does, and
 * whether one does depends on facts of the node that are missing.
 */
export function compileMatches<Rule extends DnatMatch>(
  rules: readonly Rule[],
): (packet: DnatPacket, host: DnatHost) => Rule | undefined | "unknown" {
  const compiled = rules.map((rule) => ({ rule, matches: compileMatch(rule) }));
  const candidates = indexByDestination(compiled);
  return (packet, host) => {
    let isUnknown = false;
    for (const { rule, matches } of candidates(packet)) {
      const match = matches(packet, host);
      if (match === true) return rule;
      if (match !== false) isUnknown = true;
    }
    return isUnknown ? "unknown" : undefined;
  };
}

/**
 * The node's own addresses from its interface facts, which count as complete; without any, only those of `known` are known to
 * be its own.
 */
export function dnatHost(interfaces: NodeFacts["interfaces"], known: readonly Address[] = []): DnatHost {
  if (interfaces === undefined) {
    const own = new Set(known.map(addressKey));
    const isLocal = (ip: Address) => isLoopbackAddress(ip) || own.has(addressKey(ip)) || undefined;
    return { isLocal, addressOf: () => undefined };
  }
  const local = new Set<string>();
  for (const ip of Object.values(interfaces).flat()) {
    const address = parseAddress(ip);
    if (address !== undefined) local.add(addressKey(address));
  }
  return {
    isLocal: (address) => isLoopbackAddress(address) || local.has(addressKey(address)),
    addressOf: (name, family) =>
      Object.hasOwn(interfaces, name) ? interfaces[name]?.find((ip) => parseAddress(ip)?.family === family) : undefined,
  };
}

/** What a rule makes of a packet that matches it, by the packet's IP version and the interface that it came in through. */
export function dnatTarget(
  rule: DnatRule,
  packet: Pick<DnatPacket, "interface"> & { readonly dst: Pick<Address, "family"> },
  host: DnatHost,
): DnatAnswer {
  const port = rule.toPort === undefined ? {} : { toPort: rule.toPort };
  if (rule.toIP !== "INTERFACE") return { kind: "translated", rule, toIP: rule.toIP, ...port };
  const name = packet.interface;
  const loopback = packet.dst.family === 4 ? "127.0.0.1" : "::1";
  const toIP = name === "" ? loopback : name && host.addressOf(name, packet.dst.family);
  if (toIP !== undefined) return { kind: "translated", rule, toIP, ...port };
  return { kind: "unknown", rule, why: `the address of ${name ?? "the incoming interface"} is unknown` };
}

/** The compiled form of each match: a large cluster has thousands, and its nodes share most. */
const matchers = new WeakMap<DnatMatch, Matcher>();

function compileMatch(match: DnatMatch): Matcher {
  const known = matchers.get(match) ?? makeMatcher(match);
  matchers.set(match, known);
  return known;
}

/** The AND of the fields and of every negated `except`: false beats unknown, unknown beats true. */
function makeMatcher(match: DnatMatch): Matcher {
  const parts = [protocolPart(match), versionPart(match), portPart(match), interfacePart(match)];
  parts.push(
    addressPart(match.dst, ({ dst }) => dst),
    sourcePart(match.srcIP),
  );
  for (const except of match.except ?? []) {
    const inner = compileMatch(except);
    parts.push((packet, host) => {
      const match = inner(packet, host);
      return typeof match === "string" ? match : !match;
    });
  }
  const all = parts.filter((part) => part !== undefined);
  return (packet, host) => {
    let answer: Match = true;
    for (const part of all) {
      const match = part(packet, host);
      if (match === false) return false;
      if (answer === true) answer = match;
    }
    return answer;
  };
}

function protocolPart({ protocol }: DnatMatch): Matcher | undefined {
  if (protocol === undefined || protocol === "all") return undefined;
  const number = protocolNumber(protocol);
  return (packet) => packet.protocol === number;
}

function versionPart({ ipVersion }: DnatMatch): Matcher | undefined {
  return ipVersion && ((packet) => packet.dst.family === ipVersion);
}

function portPart({ port, portTo = port }: DnatMatch): Matcher | undefined {
  if (port === undefined || portTo === undefined) return undefined;
  return ({ dstPort }) => dstPort !== undefined && port <= dstPort && dstPort <= portTo;
}

function interfacePart({ interface: pattern }: DnatMatch): Matcher | undefined {
  if (pattern === undefined) return undefined;
  const prefix = pattern.endsWith("+") ? pattern.slice(0, -1) : undefined;
  return ({ interface: name }) => {
    if (name === undefined) return "the incoming interface is unknown";
    return prefix === undefined ? name === pattern : name.startsWith(prefix);
  };
}

/**
 * A packet that comes in through an interface has no source of the node itself, which the kernel drops as martian, and what a
 * local process sends has one: that is known where the node's addresses are not.
 */
function sourcePart(text: string | undefined): Matcher | undefined {
  if (text !== "LOCAL") return addressPart(text, ({ src }) => src);
  return ({ src, interface: name }, host) => {
    const known = host.isLocal(src);
    if (known !== undefined) return known;
    if (name === undefined || name === LOOPBACK_NAME) return "the node's addresses are unknown";
    return name === "";
  };
}

function addressPart(text: string | undefined, of: (packet: DnatPacket) => Address): Matcher | undefined {
  if (text === undefined) return undefined;
  if (text === "LOCAL") {
    return (packet, host) => host.isLocal(of(packet)) ?? "the node's addresses are unknown";
  }
  const net: Cidr | undefined = parseNet(text);
  return (packet) => net !== undefined && cidrContains(net, of(packet));
}
