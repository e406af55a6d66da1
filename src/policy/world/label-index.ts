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

/** Distinct for distinct labels and values, whatever characters they hold. */
function keyOf(label: string, value: string | undefined): string {
  return value === undefined ? `?${label}` : `${label.length}=${label}${value}`;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * Prepares selectors so that those that match some labels are found without trying each: returns a function from labels
 * to the matching selectors' indexes, ascending.
 */
export function indexSelectors(selectors: readonly Selector[]): (labels: Labels) => number[] {
  const byNeed = new Map<string, number[]>();
  const always: number[] = [];
  for (const [index, selector] of selectors.entries()) {
    const needs = needsOf(selector);
    if (needs === undefined) always.push(index);
    else for (const { label, value } of needs) push(byNeed, keyOf(label, value), index);
  }
  return (labels) => {
    const candidates = new Set(always);
    for (const [label, value] of labels) {
      for (const index of byNeed.get(keyOf(label, undefined)) ?? []) candidates.add(index);
      for (const index of byNeed.get(keyOf(label, value)) ?? []) candidates.add(index);
    }
    return [...candidates].filter((index) => matches(selectors[index] as Selector, labels)).sort((a, b) => a - b);
  };
}

/**
 * Prepares labelled things so that those that a selector matches are found without trying each: returns a function from
 * a selector to the matching indexes, ascending.
 */
export function indexLabels(items: readonly Labels[]): (selector: Selector) => number[] {
  const byNeed = new Map<string, number[]>();
  for (const [index, labels] of items.entries()) {
    for (const [label, value] of labels) {
      push(byNeed, keyOf(label, undefined), index);
      push(byNeed, keyOf(label, value), index);
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
    const candidates = needs.map(({ label, value }) => byNeed.get(keyOf(label, value)) ?? []);
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
