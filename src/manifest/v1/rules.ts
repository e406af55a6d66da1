import { listOrEmpty, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { protocolInAnyCase } from "../../model/net/protocol.ts";
import type { FieldPath } from "../../model/resource.ts";
import type { Problem } from "../problem.ts";
import { given, type Moved, type Values } from "./converted.ts";
import { nameProblems } from "./early-names.ts";
import { selectorNotes, v3Selector } from "./labels.ts";
import { maskedText } from "./names.ts";

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
  const rules = listOrEmpty(value).map((item, at) => {
    const rule = objectOrEmpty(item);
    notes.push(...bothNets(rule, [...path, at]));
    for (const field of ["protocol", "notProtocol"]) notes.push(...spellingProblems(rule[field], [...path, at, field]));
    const sides = ["source", "destination"].map((side) => {
      return [side, rule[side] === undefined ? undefined : convertSide(rule[side], [...path, at, side], moved, notes)];
    });
    return given({
      ...rule,
      action: ACTIONS[textOrEmpty(rule.action)],
      protocol: protocolName(rule.protocol),
      notProtocol: protocolName(rule.notProtocol),
      icmp: withFields(rule.icmp),
      notICMP: withFields(rule.notICMP),
      ...Object.fromEntries(sides),
    });
  });
  return { rules, moved, notes };
}

/** The object, or nothing where it has no fields. */
function withFields(value: unknown): unknown {
  return Object.keys(objectOrEmpty(value)).length === 0 ? undefined : value;
}

/** A protocol as v3 spells it; an unknown one stays, for the checks to refuse. */
export function protocolName(value: unknown): unknown {
  return protocolInAnyCase(textOrEmpty(value)) ?? value;
}

/** Reports a protocol with capital letters, which no name of the early API has. Unknown protocols are left to v3's checks. */
export function spellingProblems(protocol: unknown, path: FieldPath): readonly Problem[] {
  const name = textOrEmpty(protocol);
  if (protocolInAnyCase(name) === undefined || name === name.toLowerCase()) return [];
  const message = `unknown protocol \`${name}\``;
  const help = `the early API writes \`${name.toLowerCase()}\``;
  return [{ severity: "error", code: "protocol.unknown", message, help, path }];
}

/** One side: its one network becomes a list of it, a tag becomes a selector (labels are what v3 has for tags). */
function convertSide(value: unknown, path: FieldPath, moved: Moved[], notes: Problem[]): Values {
  const side = objectOrEmpty(value);
  const { tag: _tag, net: _net, notTag: _notTag, notNet: _notNet, ...rest } = side;
  const nets = (one: string, many: string): readonly string[] | undefined => {
    if (side[one] === undefined) return side[many] === undefined ? undefined : listOrEmpty(side[many]).map(masked);
    moved.push([
      [...path, many, 0],
      [...path, one],
    ]);
    return [masked(side[one])];
  };
  const selector = (field: string, tagField: string): string | undefined => {
    const own = side[field] === undefined ? undefined : v3Selector(textOrEmpty(side[field]));
    notes.push(...selectorNotes(textOrEmpty(side[field]), [...path, field]));
    const tag = textOrEmpty(side[tagField]);
    if (tag === "") return own;
    notes.push(...nameProblems(tag, [...path, tagField], "plain"), tagNote(tag, [...path, tagField], own));
    if (own !== undefined) return `(${own}) && ${tag} == ''`;
    moved.push([
      [...path, field],
      [...path, tagField],
    ]);
    return `${tag} == ''`;
  };
  return given({
    ...rest,
    nets: nets("net", "nets"),
    notNets: nets("notNet", "notNets"),
    selector: selector("selector", "tag"),
    notSelector: selector("notSelector", "notTag"),
  });
}

const masked = (net: unknown) => maskedText(textOrEmpty(net));

/** What a tag becomes, and where the rule then means something else. */
function tagNote(tag: string, path: FieldPath, selector: string | undefined): Problem {
  const warn = (message: string, help: string): Problem => {
    return { severity: "warning", code: "convert.tag", message, help, path };
  };
  if (path.at(-1) === "notTag" && selector !== undefined)
    return warn(
      `with \`notSelector\`, only endpoints that have the label \`${tag}\` and match it are left out; the early rule left out either`,
      `for the early meaning, write \`(${selector}) || ${tag} == ''\` as the converted \`notSelector\``,
    );
  return warn(
    `tag \`${tag}\` becomes the label \`${tag}\`, which endpoints inherit from the profile that had the tag`,
    "convert and apply that profile, too",
  );
}

/** The finding that a rule has both of the early fields for networks, which are never used together. */
function bothNets(rule: Values, path: FieldPath): readonly Problem[] {
  const sides = ["source", "destination"].map((side) => ({ side, fields: objectOrEmpty(rule[side]) }));
  const has = (names: readonly string[]) =>
    sides.flatMap(({ side, fields }) => names.filter((name) => fields[name] !== undefined).map((name) => [side, name]));
  const [one, many] = [has(["net", "notNet"]), has(["nets", "notNets"])];
  const [place] = one;
  if (place === undefined || many.length === 0) return [];
  const message = "a rule has `net` and `notNet`, or `nets` and `notNets`, never both forms";
  const help = `move it to \`${place[1]}s\``;
  return [{ severity: "error", code: "convert.nets", message, help, path: [...path, ...place] }];
}
