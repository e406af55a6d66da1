import { isObject } from "../json.ts";
import { arePlainRules, haveSelectors, rememberPlainRules } from "./plain-rules.ts";

/** A direction of rules, as the field of a spec is called. */
export type RulesField = "ingress" | "egress";

/** By the spec that has them, the lists of plain rules that are made later: whether one of the rules may have a selector. */
const later = new WeakMap<object, { ingress?: boolean; egress?: boolean }>();

/**
 * Gives the spec a list of plain rules that is made when it is first read: one packet meets the rules of few policies. `field` is
 * there already, with any value, so that it keeps its place among the fields. Nobody else may have the spec yet.
 */
export function setLaterRules(
  spec: object,
  field: RulesField,
  mayHaveSelectors: boolean,
  make: () => readonly unknown[],
): void {
  const lists = later.get(spec) ?? {};
  lists[field] = mayHaveSelectors;
  later.set(spec, lists);
  const get = () => {
    const value = make();
    rememberPlainRules(value, mayHaveSelectors);
    Object.defineProperty(spec, field, { value, enumerable: true, configurable: true, writable: true });
    return value;
  };
  Object.defineProperty(spec, field, { get, enumerable: true, configurable: true });
}

/** Whether all rules of a direction are plain (`plain-rules`), or there are none; does not make those that are made later. */
export function hasPlainRules(spec: unknown, field: RulesField): boolean {
  if (!isObject(spec) || later.get(spec)?.[field] !== undefined) return true;
  const rules = Object.hasOwn(spec, field) ? (spec[field] ?? undefined) : undefined;
  return rules === undefined || arePlainRules(rules);
}

/** Whether one of the rules of a direction, all of which are plain, may have a selector; does not make those that are made later. */
export function mayHaveSelectors(spec: unknown, field: RulesField): boolean {
  if (!isObject(spec)) return false;
  const known = later.get(spec)?.[field];
  if (known !== undefined) return known;
  const rules = Object.hasOwn(spec, field) ? spec[field] : undefined;
  return arePlainRules(rules) && haveSelectors(rules);
}
