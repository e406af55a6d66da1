import { type FieldNode, ORDER } from "../../generated/order.ts";
import type { JsonObject } from "../../model/json.ts";
import { type RulesField, setLaterRules } from "../../model/kinds/later-rules.ts";
import { API_VERSION } from "../../model/resource.ts";
import { RULE } from "./stored-fields.ts";
import { endOf, fieldPatterns, fieldsPattern, LONGEST, objectPattern } from "./usual-patterns.ts";
import { endOfPlainRules } from "./usual-rules.ts";

/** The fields of a stored value of a kind; nothing where they are to be read one by one. */
export type UsualReader = (text: string) => JsonObject | undefined;

/**
 * A reader for many values of a kind, as this tool and calicoctl write them: compact, the fields in Calico's order, rules plain. A
 * pattern made of the kind's types says in one pass that such a text can be read, has no key twice, and no number that is not as it
 * seems; only what is asked for is then made of it, as one question meets few rules. It returns the fields that
 * `readStoredJson` and `readStoredFields` would, or nothing where the text has any other form. `shown` is what a list of rules is
 * shown as. Nothing for a kind that is not known.
 */
export function usualReader(
  kind: string,
  shown: (rules: readonly unknown[]) => readonly unknown[],
): UsualReader | undefined {
  const metadataNode = nodeOf(kind, "metadata");
  const specNode = nodeOf(kind, "spec");
  if (metadataNode === undefined || specNode === undefined) return undefined;
  const start = `{"kind":"${kind}","apiVersion":"${API_VERSION}","metadata":`;
  const ofMetadata = new RegExp(objectPattern(fieldPatterns(metadataNode.fields)), "y");
  const ofSpec = specPattern(specNode);
  const hasMaps = holdsMaps(specNode);
  return (text) => {
    if (text.length > LONGEST || !text.startsWith(start)) return undefined;
    const end = endOf(ofMetadata, text, start.length);
    if (end < 0 || !text.startsWith(SPEC, end)) return undefined;
    const lists = rulesOfSpec(ofSpec, text, end + SPEC.length);
    if (lists === undefined) return undefined;
    const others = withoutRules(text, lists);
    const value = JSON.parse(others) as UsualValue;
    // A map may have a name twice, or names that JavaScript puts in another order.
    const firstMap = text.indexOf(":{", start.length);
    const isSame = firstMap >= end || JSON.stringify(value.metadata) === text.slice(start.length, end);
    if (!isSame || (hasMaps && JSON.stringify(value) !== others)) return undefined;
    for (const { field, from, to } of lists) {
      const rules = text.slice(from, to);
      setLaterRules(value.spec, field, rules.includes('elector":'), () =>
        shown(JSON.parse(rules) as readonly unknown[]),
      );
    }
    return value;
  };
}

/** What a text that has the form is. */
interface UsualValue extends JsonObject {
  readonly metadata: JsonObject;
  readonly spec: JsonObject;
}

const SPEC = ',"spec":{';

type ObjectNode = Extract<FieldNode, { kind: "object" }>;

function nodeOf(kind: string, field: string): ObjectNode | undefined {
  const node = ORDER[kind];
  const found = node?.kind === "object" ? node.fields[field]?.node : undefined;
  return found?.kind === "object" ? found : undefined;
}

function holdsMaps(node: FieldNode): boolean {
  if (node.kind === "object") return Object.values(node.fields).some((field) => holdsMaps(field.node));
  return node.kind === "map" || (node.kind === "list" && node.items !== RULE && holdsMaps(node.items));
}

/** The form of a spec: what stands before its rules, the fields that have rules, and what stands after them. */
interface SpecPattern {
  readonly before: RegExp;
  readonly rules: readonly RulesField[];
  readonly after: RegExp;
}

const RULES_FIELDS: readonly RulesField[] = ["ingress", "egress"];

function specPattern({ fields }: ObjectNode): SpecPattern {
  const isRules = (name: string) => fields[name]?.node.kind === "list" && fields[name].node.items === RULE;
  const rules = RULES_FIELDS.filter(isRules);
  const names = Object.keys(fields);
  const [first, last] = [names.findIndex(isRules), names.findLastIndex(isRules)];
  const some = (from: number, to?: number) => fieldPatterns(Object.fromEntries(Object.entries(fields).slice(from, to)));
  const [head, tail] = first < 0 ? [[], some(0)] : [some(0, first), some(last + 1)];
  return {
    before: new RegExp(fieldsPattern(head, [...rules, ...tail.map(([name]) => name)]), "y"),
    rules,
    after: new RegExp(String.raw`${fieldsPattern(tail)}\}\}$`, "y"),
  };
}

/** Where the text has a list of rules. */
interface RulesText {
  readonly field: RulesField;
  readonly from: number;
  readonly to: number;
}

const NO_RULES: readonly RulesText[] = [];

/** The rules of a spec whose first field begins there; nothing where the rest of the text is not the form of a spec. */
function rulesOfSpec(
  { before, rules, after }: SpecPattern,
  text: string,
  start: number,
): readonly RulesText[] | undefined {
  let at = endOf(before, text, start);
  if (rules.length === 0) return at >= 0 && endOf(after, text, at) >= 0 ? NO_RULES : undefined;
  const lists: RulesText[] = [];
  for (const field of rules) {
    const opening = `"${field}":`;
    if (at < 0 || !text.startsWith(opening, at)) continue;
    const from = at + opening.length;
    const to = endOfPlainRules(text, from);
    if (to < 0) return undefined;
    lists.push({ field, from, to });
    if (text.startsWith(',"', to)) at = to + 1;
    else if (text[to] === "}") at = to;
    else return undefined;
  }
  return at >= 0 && endOf(after, text, at) >= 0 ? lists : undefined;
}

/** The text with a number in the place of each list of rules. */
function withoutRules(text: string, lists: readonly RulesText[]): string {
  let others = "";
  let at = 0;
  for (const { from, to } of lists) {
    others += `${text.slice(at, from)}0`;
    at = to;
  }
  return others + text.slice(at);
}
