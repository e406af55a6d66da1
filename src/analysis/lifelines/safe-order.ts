import type { World } from "../../policy/world/compiled.ts";
import type { WriteSequence } from "../write-sequence.ts";
import type { Cut, Holding, LifelineProofs } from "./lifeline-proofs.ts";

/** What is proved of writes in one order. */
export type OrderProof =
  | { readonly kind: "safe" }
  /** `position`: of the write in the order, from 0. */
  | { readonly kind: "cut"; readonly position: number; readonly cut: Cut }
  | { readonly kind: "not proved"; readonly position: number; readonly why: string };

/** Proves the lifelines after every single write, in this order; the first cut ends it. */
export function proveOrder(
  proofs: LifelineProofs,
  sequence: Pick<WriteSequence, "after" | "during">,
  order: readonly number[],
): OrderProof {
  for (const position of order.keys()) {
    const found = holdsWhen((world) => proofs.holds(world), sequence, order.slice(0, position + 1));
    if (found.kind === "cut") return { kind: "cut", position, cut: found.cut };
    if (found.kind === "not proved") return { kind: "not proved", position, why: found.why };
  }
  return { kind: "safe" };
}

/** What is true while the last of the writes is being made, and after it. */
function holdsWhen(
  holds: (world: World) => Holding,
  { after, during }: Pick<WriteSequence, "after" | "during">,
  made: readonly number[],
): Holding {
  for (const world of during(made)) {
    const found = holds(world);
    if (found.kind !== "holds") return found;
  }
  return holds(after(made));
}

/** Whether there is an order after whose every write all lifelines hold. */
export type SafeOrder =
  | { readonly kind: "found"; readonly order: readonly number[] }
  /** No order of the writes is one; `final`: a lifeline that is cut after all of them, in whatever order. */
  | { readonly kind: "none"; readonly final?: Cut }
  /** Not all orders were looked at. */
  | { readonly kind: "given up"; readonly states: number };

/** The most sets of writes that are looked at: of up to 11 writes all of them, of more those that a search meets first. */
const MOST_STATES = 2048;

/**
 * Looks for a safe order, as near to the given one as the first that is found: a search over sets of writes, each proved at
 * most once, that makes the first write that may come next. A set that leads nowhere is not entered again, so that of up to
 * 11 writes none is missed.
 */
export function findSafeOrder(
  holds: (world: World) => Holding,
  { length, after, during, isFixed }: WriteSequence,
  most: number = MOST_STATES,
): SafeOrder {
  const all = Array.from({ length }, (_, index) => index);
  const last = holds(after(all));
  if (last.kind === "cut") return { kind: "none", final: last.cut };
  const before = all.map((write) => all.filter((other) => other < write && isFixed(other, write)));
  const dead = new Set<string>();
  const order: number[] = [];
  const made = new Set<number>();
  let states = 1;
  const keyOf = () => [...made].sort((a, b) => a - b).join();
  const search = (): boolean => {
    if (made.size === length) return true;
    const here = keyOf();
    if (dead.has(here)) return false;
    for (const write of all) {
      if (made.has(write) || before[write]?.some((other) => !made.has(other))) continue;
      made.add(write);
      order.push(write);
      if (!dead.has(keyOf())) {
        if (states++ >= most) throw new GivenUp();
        if (holdsWhen(holds, { after, during }, order).kind === "holds" && search()) return true;
        dead.add(keyOf());
      }
      made.delete(write);
      order.pop();
    }
    dead.add(here);
    return false;
  };
  try {
    return search() ? { kind: "found", order: [...order] } : { kind: "none" };
  } catch (error) {
    if (error instanceof GivenUp) return { kind: "given up", states };
    throw error;
  }
}

class GivenUp extends Error {}
