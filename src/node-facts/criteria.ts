import { type Cidr, parseAddress, parseNet } from "../model/net/address.ts";
import {
  coversPackets,
  intersectPackets,
  type PacketSet,
  type PortRange,
  type Region,
} from "../model/net/packet-set.ts";
import { quote } from "./problem.ts";

/** The conditions of a rule, before its target. */
export interface Criteria {
  /** `undefined` where no packet can match. */
  readonly packets: PacketSet | undefined;
  readonly except: readonly Region[];
  /** Whether the kernel decides by chance or by what it did before (`statistic`, `recent`): any packet may match. */
  readonly random: boolean;
  /** Conditions with an unknown result, as written, for a diagnostic. */
  readonly unknown: string | undefined;
}

/** What one condition matches: a set of packets, or something else. */
type Condition = PacketSet | "always" | "never" | "random" | "unknown";

/** An option: how many words follow it, and how they are read. */
interface Option {
  readonly arity: 0 | 1 | 2;
  readonly read: (value: string) => Condition;
}

const PROTOCOLS: Readonly<Record<string, number>> = {
  icmp: 1,
  igmp: 2,
  ipencap: 4,
  ipip: 4,
  tcp: 6,
  udp: 17,
  dccp: 33,
  ipv6: 41,
  gre: 47,
  esp: 50,
  ah: 51,
  "ipv6-icmp": 58,
  icmpv6: 58,
  ospf: 89,
  vrrp: 112,
  sctp: 132,
  udplite: 136,
};

/** Modules whose every option is below; another module is a condition of its own (`-m socket`). */
const MODULES = new Set([
  "addrtype",
  "comment",
  "conntrack",
  "multiport",
  "nfacct",
  "recent",
  "sctp",
  "state",
  "statistic",
  "tcp",
  "udp",
  "udplite",
]);

/** As many as the multiport module takes. */
const MOST_PORTS = 15;

const always = (): Condition => "always";
const random = (): Condition => "random";
const destination: Option = { arity: 1, read: (text) => netCondition(text, (dst) => ({ dst })) };
const origin: Option = { arity: 1, read: (text) => netCondition(text, (src) => ({ src })) };
const protocol: Option = { arity: 1, read: protocolCondition };
const ports: Option = { arity: 1, read: portsCondition };
const state: Option = { arity: 1, read: stateCondition };
const ignored: Option = { arity: 1, read: always };
const flag: Option = { arity: 0, read: always };

const OPTIONS: ReadonlyMap<string, Option> = new Map<string, Option>([
  ["-d", destination],
  ["--destination", destination],
  ["-s", origin],
  ["--source", origin],
  ["-p", protocol],
  ["--protocol", protocol],
  ["-i", { arity: 1, read: (name) => interfaceCondition(name) }],
  ["--dport", ports],
  ["--destination-port", ports],
  ["--dports", ports],
  ["--destination-ports", ports],
  ["--dst-type", { arity: 1, read: (type) => (type === "LOCAL" ? { dstLocal: true } : "unknown") }],
  ["--src-type", { arity: 1, read: (type) => (type === "LOCAL" ? { srcLocal: true } : "unknown") }],
  ["--comment", ignored],
  ["--nfacct-name", ignored],
  ["--ctstate", state],
  ["--state", state],
  ["--mode", ignored],
  ["--every", { arity: 1, read: (every) => (every === "1" ? "always" : "random") }],
  ["--packet", ignored],
  ["--probability", { arity: 1, read: probabilityCondition }],
  ["--rcheck", { arity: 0, read: random }],
  ["--update", { arity: 0, read: random }],
  ["--remove", { arity: 0, read: random }],
  ["--set", flag],
  ["--rsource", flag],
  ["--rdest", flag],
  ["--rttl", flag],
  ["--reap", flag],
  ["--seconds", ignored],
  ["--hitcount", ignored],
  ["--name", ignored],
  ["--mask", ignored],
]);

const VERBS: ReadonlySet<string | undefined> = new Set(["-j", "--jump", "-g", "--goto"]);

/**
 * Reads the words of a rule up to its target, and returns the `rest` from the target on. An unknown option becomes a
 * condition that nothing decides.
 */
export function readCriteria(words: readonly string[]): { criteria: Criteria; rest: readonly string[] } {
  let packets: PacketSet | undefined = {};
  const except: Region[] = [];
  const unknown: string[] = [];
  let chance = false;
  let at = 0;
  while (at < words.length && !VERBS.has(words[at])) {
    const { text, condition, negated, next } = readCondition(words, at);
    at = next;
    if (condition === "unknown" || (negated && condition === "random")) unknown.push(text);
    else if (condition === "random") chance = true;
    else if (condition === (negated ? "always" : "never")) packets = undefined;
    else if (typeof condition === "object" && negated) except.push({ packets: condition, except: [] });
    else if (typeof condition === "object") packets = packets && intersectPackets(packets, condition);
  }
  const inside = packets;
  if (inside !== undefined && except.some((region) => coversPackets(region.packets, inside))) packets = undefined;
  return { criteria: { packets, except, random: chance, unknown: quoteAll(unknown) }, rest: words.slice(at) };
}

function quoteAll(conditions: readonly string[]): string | undefined {
  return conditions.length === 0 ? undefined : quote(conditions.slice(0, 8).join(" "));
}

interface Read {
  readonly text: string;
  readonly condition: Condition;
  readonly negated: boolean;
  readonly next: number;
}

function readCondition(words: readonly string[], start: number): Read {
  const negated = words[start] === "!";
  const at = negated ? start + 1 : start;
  const name = words[at] ?? "";
  const done = (condition: Condition, next: number): Read => {
    return { text: words.slice(start, next).join(" "), condition, negated, next };
  };
  if (name === "-m" || name === "--match") return done(MODULES.has(words[at + 1] ?? "") ? "always" : "unknown", at + 2);
  const option = OPTIONS.get(name);
  if (option === undefined) {
    let next = at + 1;
    while (next < words.length && words[next] !== "!" && !words[next]?.startsWith("-")) next++;
    return done("unknown", next);
  }
  // `--set` of the recent module always matches; other modules' options of such names come with an unknown `-m`.
  const value = words[at + 1];
  if (option.arity > 0 && value === undefined) return done("unknown", at + 1);
  return done(option.read(value ?? ""), at + 1 + option.arity);
}

/** The kernel's interface names have at most 15 characters. */
function interfaceCondition(name: string): Condition {
  if (name === "+") return "always";
  return name.length > 15 ? "unknown" : { interface: name };
}

function netCondition(text: string, of: (net: Cidr) => PacketSet): Condition {
  const net = parseNet(withPrefix(text));
  if (net === undefined) return "unknown";
  return net.prefix === 0 ? "always" : of(net);
}

/** `10.0.0.0/255.0.0.0` as `10.0.0.0/8`, where the mask is one run of ones. */
function withPrefix(text: string): string {
  const [host = "", mask = ""] = text.split("/", 2);
  const bits = mask.includes(".") ? parseAddress(mask)?.value.toString(2) : undefined;
  if (bits === undefined) return text;
  const run = /^(1*)0*$/.exec(bits.padStart(32, "0"));
  return run ? `${host}/${run[1]?.length}` : text;
}

function protocolCondition(text: string): Condition {
  const name = text.toLowerCase();
  if (name === "all" || name === "0") return "always";
  if (Object.hasOwn(PROTOCOLS, name)) return { protocol: PROTOCOLS[name] ?? 0 };
  const number = /^\d{1,3}$/.test(name) ? Number(name) : 256;
  return number < 256 ? { protocol: number } : "unknown";
}

/** `80`, `80:90`, `:90`, `80:`, or such ones with commas between, as disjoint ranges in order. */
function portsCondition(text: string): Condition {
  const parts = text.split(",");
  if (parts.length > MOST_PORTS) return "unknown";
  const ranges: PortRange[] = [];
  for (const part of parts) {
    const match = /^(\d{0,5})(:?)(\d{0,5})$/.exec(part);
    if (!match || part === "" || part === ":") return "unknown";
    const [, first = "", colon, last = ""] = match;
    const from = Number(first);
    const to = colon === "" ? from : Number(last === "" ? "65535" : last);
    if (from > to || to > 65535) return "unknown";
    ranges.push({ from, to });
  }
  const merged: { from: number; to: number }[] = [];
  for (const range of ranges.sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && range.from <= last.to + 1) last.to = Math.max(last.to, range.to);
    else merged.push({ ...range });
  }
  return { ports: merged };
}

/** The nat table meets only the first packet of a connection, whose state is NEW, or RELATED. */
function stateCondition(text: string): Condition {
  const states = text.split(",");
  if (states.includes("NEW")) return "always";
  return states.every((name) => name === "ESTABLISHED" || name === "INVALID" || name === "UNTRACKED")
    ? "never"
    : "unknown";
}

function probabilityCondition(text: string): Condition {
  const probability = Number(text);
  if (text === "" || !(probability >= 0)) return "unknown";
  if (probability === 0) return "never";
  return probability >= 1 ? "always" : "random";
}
