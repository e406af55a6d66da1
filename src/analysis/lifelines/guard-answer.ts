import type { Located, Resource } from "../../model/resource.ts";
import { resourceId } from "../../model/resource.ts";
import type { World } from "../../policy/world/compiled.ts";
import { type WriteChanges, type WriteSequence, writeSequence } from "../write-sequence.ts";
import { BRIDGES, bridgePolicies } from "./bridge-policies.ts";
import type { Lifeline } from "./lifeline.ts";
import { type Failing, LifelineProofs, type ProofOptions } from "./lifeline-proofs.ts";
import { findSafeOrder, type OrderProof, proveOrder, type SafeOrder } from "./safe-order.ts";

/** Writes on top of what is stored, and the lifelines that they must not cut. */
export interface GuardQuestion extends ProofOptions {
  readonly stored: readonly Located[];
  readonly writes: readonly WriteChanges[];
  readonly compile: (resources: readonly Located[]) => World;
  /** Of the Worlds before the first write and after the last one. */
  readonly lifelines: (before: World, after: World) => readonly Lifeline[];
}

/** A lifeline that does not hold before the first write, and whether it does after the last one. */
export interface BrokenLifeline {
  readonly found: Failing;
  readonly holdsAfter: boolean;
}

/** What is proved of writes. */
export interface GuardAnswer {
  readonly lifelines: readonly Lifeline[];
  /** Lifelines that do not pass, or not whole, before the first write: what passes of them must go on passing. */
  readonly brokenBefore: readonly BrokenLifeline[];
  readonly proof: OrderProof;
  /** Where the given order cuts a lifeline: another that does not. */
  readonly order?: SafeOrder;
  /** Where no order is safe: policies with which the given one is, created before it and deleted after it; proved. */
  readonly bridge?: readonly Resource[];
  /** Where what is written cuts a lifeline in any order: policies with which it does not, created first and kept; proved. */
  readonly keep?: readonly Resource[];
}

/** Proves the writes in their order; where a lifeline is cut, looks for a safe order, and where there is none, for a bridge. */
export function guardAnswer({ stored, writes, compile, lifelines: choose, ...options }: GuardQuestion): GuardAnswer {
  const sequence = writeSequence(stored, writes, compile);
  const given = writes.map((_, index) => index);
  const [before, after] = [sequence.after([]), sequence.after(given)];
  const lifelines = choose(before, after);
  const proofs = new LifelineProofs(before, lifelines, options);
  const broken = proofs.broken(before, lifelines);
  const brokenAfter = proofs.broken(after, [...broken.keys()]);
  const brokenBefore = [...broken].map(([lifeline, found]) => ({ found, holdsAfter: !brokenAfter.has(lifeline) }));
  const proof = proveOrder(proofs, sequence, given);
  if (proof.kind !== "cut") return { lifelines, brokenBefore, proof };
  const order = findSafeOrder((world) => proofs.holds(world), sequence);
  const isOpen = order.kind === "given up" || (order.kind === "none" && order.final === undefined);
  if (order.kind === "found") return { lifelines, brokenBefore, proof, order };
  const policies = findBridge(proofs, { stored, writes, compile }, proof, before, !isOpen);
  if (policies === undefined) return { lifelines, brokenBefore, proof, order };
  return { lifelines, brokenBefore, proof, order, ...(isOpen ? { bridge: policies } : { keep: policies }) };
}

function findBridge(
  proofs: LifelineProofs,
  { stored, writes, compile }: Pick<GuardQuestion, "stored" | "writes" | "compile">,
  first: Extract<OrderProof, { kind: "cut" }>,
  before: World,
  isKept: boolean,
): readonly Resource[] | undefined {
  const isTaken = policyNames(stored, writes);
  for (const kind of BRIDGES) {
    const carried: Lifeline[] = [first.cut.lifeline];
    for (;;) {
      const policies = bridgePolicies(carried, kind, before, { purpose: isKept ? "keep" : "bridge", isTaken });
      if (policies === undefined) break;
      const proof = proveOrder(proofs, ...bridged(policies, stored, writes, compile, isKept));
      if (proof.kind === "safe") return policies;
      // Another lifeline that the writes cut goes over the bridge, too.
      if (proof.kind !== "cut" || carried.includes(proof.cut.lifeline)) break;
      carried.push(proof.cut.lifeline);
    }
  }
  return undefined;
}

/** Whether a GlobalNetworkPolicy of a name is stored or written; the default tier may be before it. */
function policyNames(stored: readonly Located[], writes: readonly WriteChanges[]): (name: string) => boolean {
  const ids = [...stored.map(({ resource }) => resourceId(resource)), ...writes.flat().map(({ id }) => id)];
  const policies = ids.filter(({ kind }) => kind === "GlobalNetworkPolicy");
  const taken = new Set(policies.map(({ name }) => name.replace(/^default\./, "")));
  return (name) => taken.has(name);
}

/** The writes after the creation of policies, and before their deletion unless they are kept. */
function bridged(
  policies: readonly Resource[],
  stored: readonly Located[],
  writes: readonly WriteChanges[],
  compile: GuardQuestion["compile"],
  isKept: boolean,
): readonly [Pick<WriteSequence, "after" | "during">, readonly number[]] {
  const created = policies.map((resource): WriteChanges => {
    return [{ id: resourceId(resource), after: { resource, locate: () => undefined } }];
  });
  const deleted = isKept ? [] : policies.map((resource): WriteChanges => [{ id: resourceId(resource) }]);
  const all = [...created, ...writes, ...deleted];
  // A deletion undoes what a creation did: sets of writes have no one World, but every beginning of the order has.
  const sequence = writeSequence(stored, all, compile);
  return [sequence, all.map((_, index) => index)];
}
