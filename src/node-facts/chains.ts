import { type Criteria, readCriteria } from "./criteria.ts";
import type { NatTable, RuleLine } from "./iptables.ts";
import { masqueradeMarks, setsMark } from "./masquerade-mark.ts";
import { readTarget, type Target } from "./targets.ts";

/** One rule of a chain, read. */
export interface ChainRule {
  readonly line: number;
  readonly criteria: Criteria;
  readonly target: Target;
  /** Whether it holds for every packet that meets it. */
  readonly always: boolean;
}

/** The chains of a table that can change a packet's destination, each with the rules that can. */
export type Chains = ReadonlyMap<string, readonly ChainRule[]>;

/**
 * Reads the table's rules and leaves out what can neither change a destination nor mark for masquerading: other marks,
 * logs, and jumps to chains that do nothing else. A `goto` to such a chain is a `return`.
 */
export function readChains({ chains, family }: NatTable): Chains {
  const marks = masqueradeMarks(chains);
  const isChain = (name: string): boolean => chains.has(name);
  const read = new Map(
    [...chains].map(([name, rules]) => [name, rules.map((rule) => readRule(rule, isChain, marks, family))]),
  );
  const bearing = bearingChains(read);
  const kept = (rule: ChainRule): ChainRule | undefined => {
    const { target } = rule;
    if (target.kind === "continue") return undefined;
    if (target.kind !== "jump" || bearing.has(target.chain)) return rule;
    return target.goto ? { ...rule, target: { kind: "return" } } : undefined;
  };
  const pairs = [...read].filter(([name]) => bearing.has(name));
  return new Map(pairs.map(([name, rules]) => [name, rules.flatMap((rule) => kept(rule) ?? [])]));
}

function readRule(
  { line, words }: RuleLine,
  isChain: (name: string) => boolean,
  marks: ReadonlySet<number>,
  family: 4 | 6,
): ChainRule {
  if (words === undefined) {
    const criteria = { packets: {}, except: [], random: false, unknown: undefined };
    return { line, criteria, target: { kind: "unknown", text: "a quote that does not close" }, always: false };
  }
  const { criteria, rest } = readCriteria(words);
  const { packets, except, random, unknown } = criteria;
  const certain = !random && unknown === undefined && except.length === 0;
  const always = certain && packets !== undefined && Object.keys(packets).length === 0;
  const target: Target = setsMark(rest, marks) ? { kind: "mark" } : readTarget(rest, isChain, family);
  return { line, criteria, target, always };
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
