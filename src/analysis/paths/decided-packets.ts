import type { DecidedBy } from "../../policy/outcome.ts";
import type { Decided } from "../../policy/path/walk.ts";
import type { PacketSpace, Packets } from "../sets/packet-space.ts";
import type { MappedSet } from "./domain/mapped-sets.ts";
import type { DecidedPackets } from "./path-types.ts";

type Part = Decided<MappedSet<Packets>>;

/**
 * Packets at the end of their path, with what becomes of their answers, those together that are decided alike: by the same, or
 * without `deciders` with the same verdict.
 */
export function decidedPackets(
  space: PacketSpace,
  there: readonly Part[],
  answers: readonly Part[],
  deciders: boolean,
): readonly DecidedPackets[] {
  const joined = new Map<string, DecidedPackets>();
  const add = (part: DecidedPackets): void => {
    const { verdict, by, dropStage, reply } = part;
    const of = (what: string, stage: string | undefined, decider: DecidedBy) =>
      deciders ? `${what} ${stage} ${deciderKey(decider)}` : `${what} ${stage}`;
    const ofReply = reply === undefined ? "" : of(reply.verdict, reply.dropStage, reply.by);
    const key = `${of(verdict, dropStage, by)}|${ofReply}`;
    const same = joined.get(key);
    joined.set(key, same === undefined ? part : { ...same, packets: space.union(same.packets, part.packets) });
  };
  for (const { packets, decision } of there) {
    const first = { ...decision, packets: packets.set };
    let rest = packets.set;
    if (decision.verdict === "allow") {
      for (const answer of answers) {
        if (rest === space.none) break;
        const met = space.intersect(rest, answer.packets.set);
        if (met === space.none) continue;
        add({ ...first, packets: met, reply: answer.decision });
        rest = space.minus(rest, met);
      }
    }
    if (rest !== space.none) add({ ...first, packets: rest });
  }
  return [...joined.values()];
}

/**
 * Most packets are decided by rules, each time by a new object: to write what names a rule takes a third of `JSON.stringify`.
 * Policies and places are objects that many have in common.
 */
function ruleKey(by: RuleDecider): string {
  // Of these only the name of an interface may have a space, or a slash, in it: it comes last.
  return `${ruleAnywhere(by)} ${known(texts, by.endpoint, endpointText)}`;
}

function ruleAnywhere(by: RuleDecider): string {
  const { action, stage, direction, rule } = by;
  const owner = "policy" in by ? known(texts, by.policy, policyText) : `profile ${by.profile}`;
  return `${action} ${rule} ${owner} ${stage} ${direction}`;
}

type RuleDecider = Extract<DecidedBy, { kind: "rule" }>;

const texts = new WeakMap<object, string>();

function policyText({ kind, namespace = "", name }: Extract<RuleDecider, { policy: unknown }>["policy"]): string {
  return `${kind} ${namespace}/${name}`;
}

function endpointText({ kind, namespace = "", name, node, interface: interfaceName }: RuleDecider["endpoint"]): string {
  return `${kind} ${namespace}/${name} ${node} ${interfaceName}`;
}

function known<Key extends object>(memo: WeakMap<object, string>, key: Key, make: (key: Key) => string): string {
  const before = memo.get(key);
  if (before !== undefined) return before;
  const made = make(key);
  memo.set(key, made);
  return made;
}

const keys = new WeakMap<DecidedBy, string>();

/** What decided, as text: equal for packets that the same rule, default or failsafe port decided at the same place. */
export function deciderKey(by: DecidedBy): string {
  return known(keys, by, makeKey);
}

function makeKey(by: DecidedBy): string {
  return by.kind === "rule" ? ruleKey(by) : JSON.stringify(by);
}

/** The same wherever it decides: equal for the same rule at several endpoints. */
export function deciderKeyAnywhere(by: DecidedBy): string {
  if (by.kind === "rule") return ruleAnywhere(by);
  const { endpoint: _e, interface: _i, ...rest }: DecidedBy & Partial<Record<"endpoint" | "interface", unknown>> = by;
  return JSON.stringify(rest);
}
