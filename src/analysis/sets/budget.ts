/** How much work a question may take before it ends without an answer. */
export interface Budget {
  /** Nodes of one diagram: memory. */
  readonly nodes: number;
  /** Boxes that searches look at, and what takes as long: time. */
  readonly steps: number;
}

/** About 150 MB and five seconds. Ordinary policy takes a hundredth of it. */
export const DEFAULT_BUDGET: Budget = { nodes: 4_000_000, steps: 5_000_000 };

/**
 * What is left of the budget of a question. All spaces and searches that are given it take their steps of it, so that a thousand
 * hopeless ones take no longer than one; one that is given a plain `Budget` has it for itself.
 */
export class SharedBudget implements Budget {
  readonly nodes: number;
  readonly steps: number;
  readonly #whole: SharedBudget | undefined;
  readonly #of: string;
  #left: number;
  #hasParts = false;

  /** `of`: what the searches that share it are about, in a sentence. */
  constructor({ nodes, steps }: Budget = DEFAULT_BUDGET, whole?: SharedBudget, of?: string) {
    this.nodes = nodes;
    this.steps = steps;
    this.#of = of ?? (whole === undefined ? "the question" : whole.#of);
    this.#whole = whole;
    this.#left = steps;
  }

  /** The budget itself where it is shared, else a new one of that size. */
  static of(budget: Budget = DEFAULT_BUDGET): SharedBudget {
    return budget instanceof SharedBudget ? budget : new SharedBudget(budget);
  }

  /** The steps that were taken. */
  get spent(): number {
    return this.steps - this.#left;
  }

  /** Half of what is left, for a part of the question: after a hopeless part there is something left for the others. */
  half(): SharedBudget {
    return this.#part(2);
  }

  /** A fifth of what is left, for a remark on the answer. */
  fifth(): SharedBudget {
    return this.#part(5);
  }

  /** A fifth of what is left, and no more than so many steps, for what another way may answer as well. */
  atMost(steps: number): SharedBudget {
    this.#hasParts = true;
    return new SharedBudget(
      { nodes: this.nodes, steps: Math.min(steps, Math.max(0, Math.floor(this.#left / 5))) },
      this,
    );
  }

  /** Puts steps back that were taken for a part which ended with an answer, as far as that part is not charged for them. */
  giveBack(steps: number): void {
    this.#left += steps;
    this.#whole?.giveBack(steps);
  }

  #part(of: number): SharedBudget {
    this.#hasParts = true;
    return new SharedBudget({ nodes: this.nodes, steps: Math.max(0, Math.floor(this.#left / of)) }, this);
  }

  /** Takes steps; ends the computation that `within` runs where no more are left, then and ever after. */
  spend(steps: number): void {
    this.#left -= steps;
    this.#whole?.spend(steps);
    if (this.#left < 0) budgetSpent(`the limit is ${this.#limit.toLocaleString("en")} steps of ${this.#searches}`);
  }

  get #limit(): number {
    return this.#whole === undefined ? this.steps : this.#whole.#limit;
  }

  get #searches(): string {
    const isOne = this.#whole === undefined && !this.#hasParts;
    return isOne ? "a search" : `all searches of ${this.#of} together`;
  }
}

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
