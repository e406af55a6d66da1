import { objectOrEmpty } from "../../model/json.ts";
import { protocolInAnyCase } from "../../model/net/protocol.ts";
import type { FieldPath } from "../../model/resource.ts";
import type { Problem } from "../problem.ts";
import { given, itemsOf, type Moved, textOf, type Values } from "./converted.ts";
import { v3Selector } from "./names.ts";

const ACTIONS: Readonly<Record<string, string>> = { allow: "Allow", deny: "Deny", log: "Log", pass: "Pass" };

/** Rules in v3's form, the v1 paths of their parts, and notes on them. */
export interface ConvertedRules {
  readonly rules: readonly Values[] | undefined;
  readonly moved: readonly Moved[];
  readonly notes: readonly Problem[];
}

/** Converts the rules at `path`; `undefined` stays `undefined`. */
export function convertRules(value: unknown, path: FieldPath): ConvertedRules {
  const moved: Moved[] = [];
  const notes: Problem[] = [];
  if (value === undefined) return { rules: undefined, moved, notes };
  const rules = itemsOf(value).map((item, at) => {
    const rule = objectOrEmpty(item);
    const sides = ["source", "destination"].map((side) => {
      return [side, rule[side] === undefined ? undefined : convertSide(rule[side], [...path, at, side], moved, notes)];
    });
    return given({
      ...rule,
      action: ACTIONS[textOf(rule.action)],
      protocol: protocolName(rule.protocol),
      notProtocol: protocolName(rule.notProtocol),
      ...Object.fromEntries(sides),
    });
  });
  return { rules, moved, notes };
}

/** A protocol as v3 spells it; an unknown one stays, for the checks to refuse. */
export function protocolName(value: unknown): unknown {
  return protocolInAnyCase(textOf(value)) ?? value;
}

/** One side: the one network joins the list of them, a tag becomes a selector (labels are what v3 has for tags). */
function convertSide(value: unknown, path: FieldPath, moved: Moved[], notes: Problem[]): Values {
  const side = objectOrEmpty(value);
  const { tag: _tag, net: _net, notTag: _notTag, notNet: _notNet, ...rest } = side;
  const note = (field: string, tag: string) => {
    const message = `tag \`${tag}\` becomes the label \`${tag}\`, which endpoints inherit from the profile that had the tag`;
    const help = "convert and apply that profile, too";
    notes.push({ severity: "warning", code: "convert.tag", message, help, path: [...path, field] });
  };
  const nets = (one: string, many: string): readonly unknown[] | undefined => {
    const list = itemsOf(side[many]);
    if (side[one] === undefined) return side[many] === undefined ? undefined : list;
    moved.push([
      [...path, many, 0],
      [...path, one],
    ]);
    for (const at of list.keys())
      moved.push([
        [...path, many, at + 1],
        [...path, many, at],
      ]);
    return [side[one], ...list];
  };
  const selector = (field: string, tagField: string, operator: string): string | undefined => {
    const own = side[field] === undefined ? undefined : v3Selector(textOf(side[field]));
    const tag = textOf(side[tagField]);
    if (tag === "") return own;
    note(tagField, tag);
    if (own !== undefined) return `(${own}) ${operator} has(${tag})`;
    moved.push([
      [...path, field],
      [...path, tagField],
    ]);
    return `has(${tag})`;
  };
  return given({
    ...rest,
    nets: nets("net", "nets"),
    notNets: nets("notNet", "notNets"),
    selector: selector("selector", "tag", "&&"),
    notSelector: selector("notSelector", "notTag", "||"),
  });
}
