import type { GlobalUse } from "./parse.ts";

/**
 * Where `global()` may stand in a selector of a rule's side, by the field's path in its resource; `undefined` for
 * selectors elsewhere, and for a side's own `selector` (Calico v3.32's API reference, EntityRule; recorded:
 * rule-srcsel-13 to -17).
 */
export function globalUseInRule(path: readonly (string | number)[]): GlobalUse | undefined {
  const [side, clause, field] = path.at(-2) === "serviceAccounts" ? path.slice(-3) : [...path.slice(-2), ""];
  if (side !== "source" && side !== "destination") return undefined;
  if (clause === "namespaceSelector") return "alone";
  return clause === "notSelector" || (clause === "serviceAccounts" && field === "selector") ? "anywhere" : undefined;
}
