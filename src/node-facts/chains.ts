import { type Criteria, readCriteria } from "./criteria.ts";
import type { NatTable, RuleLine } from "./iptables.ts";
import { masqueradeMarks, setsMark, withoutMarks } from "./masquerade-mark.ts";
import { readSourceTarget, readTarget, type Target } from "./targets.ts";

/** One rule of a chain, read. */
export interface ChainRule {
  readonly line: number;
  readonly criteria: Criteria;
  readonly target: Target;
  /** Whether it holds for every packet that meets it. */
  readonly always: boolean;
}

/** The chains of a table that can translate a packet, each with the rules that can. */
export type Chains = ReadonlyMap<string, readonly ChainRule[]>;

/**
 * Reads the table's rules and leaves out what can neither change a destination nor mark for masquerading: other marks,
 * logs, and jumps to chains that do nothing else. A `goto` to such a chain is a `return`.
 */
export function readChains({ chains, family }: NatTable): Chains {
  const marks = masqueradeMarks(chains);
  const isChain = (name: string): boolean => chains.has(name);
  const readTargetOf = (rest: readonly string[]): Target =>
    setsMark(rest, marks) ? { kind: "mark" } : readTarget(rest, isChain, family);
  return bearing(
    new Map([...chains].map(([name, rules]) => [name, rules.map((rule) => readRule(rule, readTargetOf))])),
  );
}

/**
 * Reads the table's rules as a packet meets them that leaves the node unmarked, and leaves out what cannot change its
 * source. Calico's own chains are left out, too: what they do follows from the datastore. The interface of the criteria
 * is the one it leaves by.
 */
export function readSourceChains({ chains, family }: NatTable): Chains {
  const marks = masqueradeMarks(chains);
  const isChain = (name: string): boolean => chains.has(name) || isCalicos(name);
  const readTargetOf = (rest: readonly string[]): Target => readSourceTarget(rest, isChain, family);
  const unmarked = (rule: RuleLine): RuleLine[] => {
    const words = rule.words && withoutMarks(rule.words, marks);
    if (rule.words !== undefined && words === undefined) return [];
    return [{ line: rule.line, words: words?.map((word) => (LEAVING.has(word) ? "-i" : word)) }];
  };
  const read = new Map<string, readonly ChainRule[]>([["POSTROUTING", []]]);
  // A map grows while it is walked: chains that are jumped to are also met. The many chains of services are not.
  for (const name of read.keys()) {
    const rules = isCalicos(name) ? [] : (chains.get(name) ?? []).flatMap(unmarked);
    const own = rules.map((rule) => readRule(rule, readTargetOf));
    read.set(name, own);
    for (const { target } of own) if (target.kind === "jump" && !read.has(target.chain)) read.set(target.chain, []);
  }
  return bearing(read);
}

/** The options for the interface that a packet leaves by. */
const LEAVING = new Set(["-o", "--out-interface"]);

function isCalicos(chain: string): boolean {
  return chain.startsWith("cali-");
}

/** Leaves out the rules and chains that decide nothing. */
function bearing(read: Chains): Chains {
  const names = bearingChains(read);
  const kept = (rule: ChainRule): ChainRule | undefined => {
    const { target } = rule;
    if (target.kind === "continue") return undefined;
    if (target.kind !== "jump" || names.has(target.chain)) return rule;
    return target.goto ? { ...rule, target: { kind: "return" } } : undefined;
  };
  const pairs = [...read].filter(([name]) => names.has(name));
  return new Map(pairs.map(([name, rules]) => [name, rules.flatMap((rule) => kept(rule) ?? [])]));
}

function readRule({ line, words }: RuleLine, readTargetOf: (rest: readonly string[]) => Target): ChainRule {
  if (words === undefined) {
    const criteria = { packets: {}, except: [], random: false, unknown: undefined };
    return { line, criteria, target: { kind: "unknown", text: "a quote that does not close" }, always: false };
  }
  const { criteria, rest } = readCriteria(words);
  const { packets, except, random, unknown } = criteria;
  const certain = !random && unknown === undefined && except.length === 0;
  const always = certain && packets !== undefined && Object.keys(packets).length === 0;
  return { line, criteria, target: readTargetOf(rest), always };
}

/** The chains from which a rule that decides something can be reached. */
function bearingChains(chains: Chains): ReadonlySet<string> {
  const callers = new Map<string, string[]>();
  const bearing = new Set<string>();
  for (const [name, rules] of chains)
    for (const { target } of rules) {
      if (target.kind === "jump") {
        const known = callers.get(target.chain);
        if (known === undefined) callers.set(target.chain, [name]);
        else known.push(name);
      } else if (target.kind !== "continue" && target.kind !== "return") bearing.add(name);
    }
  // A set grows while it is walked: what is added is also met.
  for (const name of bearing) for (const caller of callers.get(name) ?? []) bearing.add(caller);
  return bearing;
}
