import type { CompiledRule, CompiledSide } from "../../../policy/world/compiled.ts";
import { SIDES } from "../rules-of-world.ts";

const HEADER = ["ipVersion", "protocol", "notProtocol", "icmp", "notIcmp"] as const;
/** Of a side, the fields of the compiled rule, as manifests call them. */
const SIDE: readonly (readonly [keyof CompiledSide, string])[] = [
  ["nets", "nets"],
  ["notNets", "notNets"],
  ["set", "selector"],
  ["notSet", "notSelector"],
  ["ports", "ports"],
  ["notPorts", "notPorts"],
  ["service", "services"],
];

/**
 * Of a rule that matches nothing, the fields that exclude one another: without any one of them it would match something. Empty
 * where no one field is the reason.
 */
export function excludingClauses(rule: CompiledRule, matches: (rule: CompiledRule) => boolean): readonly string[] {
  const header = HEADER.filter((field) => {
    const { [field]: dropped, ...rest } = rule;
    return dropped !== undefined && matches(rest);
  });
  const sides = SIDES.flatMap((side) =>
    SIDE.flatMap(([field, name]) => {
      const { [field]: dropped, ...rest } = rule[side];
      const isGiven = Array.isArray(dropped) ? dropped.length > 0 : dropped !== undefined;
      if (!isGiven) return [];
      const without = { ...rule, [side]: Array.isArray(dropped) ? { ...rest, [field]: [] } : rest };
      return matches(without) ? [`${side}.${name}`] : [];
    }),
  );
  return [...header.map((field) => (field === "notIcmp" ? "notICMP" : field)), ...sides];
}
