import type { Labels } from "../../selector/matches.ts";
import { matches } from "../../selector/matches.ts";
import type { Selector } from "../../selector/selector.ts";

/** A label that something must have, with this value where one is given. */
interface Need {
  readonly label: string;
  readonly value?: string;
}

/**
 * Needs of which a selector's matches meet at least one; `undefined` when it can match without any. An empty list: it
 * matches nothing. Of an `and` the shortest list is taken.
 */
function needsOf(selector: Selector): readonly Need[] | undefined {
  switch (selector.kind) {
    case "equal":
      return [{ label: selector.label, value: selector.value }];
    case "in":
      return [...new Set(selector.values)].map((value) => ({ label: selector.label, value }));
    case "has":
    case "contains":
    case "starts-with":
    case "ends-with":
      return [{ label: selector.label }];
    case "and":
      return selector.operands.reduce<readonly Need[] | undefined>((best, operand) => {
        const needs = needsOf(operand);
        return needs !== undefined && (best === undefined || weight(needs) < weight(best)) ? needs : best;
      }, undefined);
    case "or": {
      const all = selector.operands.map(needsOf);
      return all.every((needs) => needs !== undefined) ? all.flat() : undefined;
    }
    case "global":
      return [];
    case "all":
    case "not":
    case "not-equal":
    case "not-in":
      return undefined;
  }
}

/** Needs with a value find fewer than those without. */
function weight(needs: readonly Need[]): number {
  return needs.reduce((sum, { value }) => sum + (value === undefined ? 1000 : 1), 0);
}

/** Indexes by a label, and by the label with a value. */
class ByLabel {
  readonly #labels = new Map<string, { readonly any: number[]; readonly byValue: Map<string, number[]> }>();

  /** Adds an index to those of a label, or of it with a value. */
  add(label: string, value: string | undefined, index: number): void {
    const known = this.#labels.get(label) ?? { any: [], byValue: new Map<string, number[]>() };
    this.#labels.set(label, known);
    if (value === undefined) known.any.push(index);
    else {
      const list = known.byValue.get(value);
      if (list === undefined) known.byValue.set(value, [index]);
      else list.push(index);
    }
  }

  /** The indexes of a label, and of it with a value. */
  get(label: string): { readonly any: readonly number[]; readonly byValue: ReadonlyMap<string, readonly number[]> } {
    return this.#labels.get(label) ?? NOTHING;
  }
}

const NOTHING = { any: [], byValue: new Map<string, never>() };

/**
 * Prepares selectors so that those that match some labels are found without trying each: returns a function from labels
 * to the matching selectors' indexes, ascending.
 */
export function indexSelectors(selectors: readonly Selector[]): (labels: Labels) => number[] {
  const byNeed = new ByLabel();
  const always: number[] = [];
  const exact: boolean[] = [];
  for (const [index, selector] of selectors.entries()) {
    const needs = needsOf(selector);
    exact.push(isExact(selector));
    if (needs === undefined) always.push(index);
    else for (const { label, value } of needs) byNeed.add(label, value, index);
  }
  return (labels) => {
    const found = [...always];
    for (const [label, value] of labels) {
      const { any, byValue } = byNeed.get(label);
      for (const index of any) found.push(index);
      for (const index of byValue.get(value) ?? NO_INDEXES) found.push(index);
    }
    found.sort((a, b) => a - b);
    // One whose needs are several may be found by several of them.
    return found.filter(
      (index, at) =>
        index !== found[at - 1] && (exact[index] === true || matches(selectors[index] as Selector, labels)),
    );
  };
}

const NO_INDEXES: readonly number[] = [];

/** Whether a selector matches everything that meets one of its needs. */
function isExact({ kind }: Selector): boolean {
  return kind === "has" || kind === "equal" || kind === "in";
}

/**
 * Prepares labelled things so that those that a selector matches are found without trying each: returns a function from
 * a selector to the matching indexes, ascending.
 */
export function indexLabels(items: readonly Labels[]): (selector: Selector) => number[] {
  const byLabel = new ByLabel();
  for (const [index, labels] of items.entries()) {
    for (const [label, value] of labels) {
      byLabel.add(label, undefined, index);
      byLabel.add(label, value, index);
    }
  }
  return (selector) => {
    const needs = needsOf(selector);
    const matching: number[] = [];
    const check = (index: number) => {
      if (matches(selector, items[index] as Labels)) matching.push(index);
    };
    if (needs === undefined) {
      for (let index = 0; index < items.length; index++) check(index);
      return matching;
    }
    const candidates = needs.map(({ label, value }) => {
      const { any, byValue } = byLabel.get(label);
      return value === undefined ? any : (byValue.get(value) ?? []);
    });
    for (const index of candidates.length === 1 ? (candidates[0] ?? []) : new Set(candidates.flat())) check(index);
    return candidates.length === 1 ? matching : matching.sort((a, b) => a - b);
  };
}

/** The values of these labels as one text: equal exactly when all selectors that read only these labels agree. `names` are in order. */
export function projection(labels: Labels, names: ReadonlySet<string>): string {
  const few = labels.size < names.size;
  const present = few ? [...labels.keys()].filter((name) => names.has(name)).sort() : names;
  let text = "";
  for (const name of present) {
    const value = labels.get(name);
    if (value !== undefined) text += `${name.length}:${name}${value.length}:${value}`;
  }
  return text;
}
