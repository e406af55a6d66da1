/** How much work a question may take before it ends without an answer. */
export interface Budget {
  /** Nodes of one diagram: memory. */
  readonly nodes: number;
  /** Boxes that one search looks at: time. */
  readonly steps: number;
}

/** About 150 MB and less than five seconds. Ordinary policy takes a hundredth of it. */
export const DEFAULT_BUDGET: Budget = { nodes: 4_000_000, steps: 5_000_000 };

/** An answer about all packets, or why there is none. There is no third thing: a sample is not an answer. */
export type Exact<T> = { readonly exact: true; readonly value: T } | { readonly exact: false; readonly why: string };

class BudgetSpent extends Error {}

/** Ends the computation that `within` runs. */
export function budgetSpent(what: string): never {
  throw new BudgetSpent(what);
}

/** Runs a computation; where its budget is spent, the answer says so. Other errors are bugs and pass. */
export function within<T>(compute: () => T): Exact<T> {
  try {
    return { exact: true, value: compute() };
  } catch (error) {
    if (error instanceof BudgetSpent) return { exact: false, why: error.message };
    throw error;
  }
}
