import { isObject, type JsonObject } from "../../../model/json.ts";
import { PLAIN_SELECTORS } from "../../../model/kinds/plain-rules.ts";
import type { CalicoVersionRules } from "../../../model/kinds/version.ts";
import { PROTOCOL_NUMBERS, protocolNumber } from "../../../model/net/protocol.ts";
import type { FieldPath } from "../../../model/resource.ts";
import { globalUseInRule } from "../../../selector/global-use.ts";
import { ALL, joinSelectors, negateSelector, renameLabels, type Selector } from "../../../selector/selector.ts";
import type { Action } from "../../outcome.ts";
import type { CompiledRule, CompiledSide, IcmpClause } from "../compiled.ts";
import { fieldOf, NONE, type Problems, readItems, readNumber, readString, readStrings } from "../spec-fields.ts";
import type { KnownParts } from "./known-parts.ts";

/** The label with the namespace of an endpoint or set. */
export const NAMESPACE_LABEL = "projectcalico.org/namespace";
/** The label with an endpoint's service account. */
export const SERVICE_ACCOUNT_LABEL = "projectcalico.org/serviceaccount";

/** What the rules of one resource share. */
export interface RuleContext {
  /** The namespace of a NetworkPolicy, which its rules' selectors are confined to. */
  readonly namespace?: string;
  readonly calico: CalicoVersionRules;
  readonly problems: Problems;
  readonly parts: KnownParts;
}

const ACTIONS: readonly string[] = ["Allow", "Deny", "Pass", "Log"] satisfies Action[];

/** Compiles one rule; where it reports problems, the returned rule must not be used. */
export function compileRule(value: unknown, path: FieldPath, context: RuleContext): CompiledRule | undefined {
  const { problems } = context;
  if (!isObject(value)) {
    problems.push({ path, message: "a rule must be an object" });
    return undefined;
  }
  const action = readString(value, "action", path, problems);
  if (!ACTIONS.includes(action)) {
    problems.push({ path: [...path, "action"], message: `\`${action}\` is not an action (Allow, Deny, Pass, Log)` });
  }
  const protocol = readProtocol(value, "protocol", path, problems);
  const notProtocol = readProtocol(value, "notProtocol", path, problems);
  const ipVersion = readNumber(value, "ipVersion", { min: 0, max: 6 }, path, problems);
  const icmp = readIcmp(value, "icmp", path, problems);
  const notIcmp = readIcmp(value, "notICMP", path, problems);
  const source = compileSide(value, "source", path, context);
  const destination = compileSide(value, "destination", path, context);
  // All fields in one literal: it is made by the hundred thousand.
  const rule: CompiledRule = {
    action: action as Action,
    ipVersion: ipVersion === 4 || ipVersion === 6 ? ipVersion : undefined,
    protocol,
    notProtocol,
    icmp,
    notIcmp,
    source,
    destination,
  };
  checkPortProtocol(rule, path, context);
  return rule;
}

/** Ports need a protocol that has them: TCP or UDP, since v3.32 also SCTP (recorded: `rule-ports-sctp`). */
function checkPortProtocol(rule: CompiledRule, path: FieldPath, { calico, problems }: RuleContext): void {
  const { TCP, UDP, SCTP } = PROTOCOL_NUMBERS;
  const { protocol } = rule;
  if (protocol === TCP || protocol === UDP || (protocol === SCTP && calico.sctpPorts)) return;
  const ports = [rule.source, rule.destination].flatMap((side) => [...side.ports, ...side.notPorts]);
  if (ports.length === 0) return;
  const onlyNames = ports.every((port) => port.kind === "name");
  if (protocol === undefined && onlyNames && calico.namedPortsWithoutProtocol) return;
  problems.push({ path, message: `ports need protocol ${calico.sctpPorts ? "TCP, UDP or SCTP" : "TCP or UDP"}` });
}

/** Reports what is wrong with the selectors of plain rules, of which nothing else can be wrong. */
export function checkSelectors(rules: readonly JsonObject[], path: FieldPath, context: RuleContext): void {
  for (let index = 0; index < rules.length; index++) {
    for (const side of SIDES) {
      const clause = rules[index]?.[side];
      if (clause === undefined) continue;
      for (const key of PLAIN_SELECTORS) {
        if (fieldOf(clause, key) !== undefined) readSelector(clause, key, [...path, index, side], context);
      }
    }
  }
}

const SIDES = ["source", "destination"] as const;

function readProtocol(value: unknown, key: string, path: FieldPath, problems: Problems): number | undefined {
  const protocol = fieldOf(value, key);
  if (protocol === undefined) return undefined;
  const number = typeof protocol === "string" || typeof protocol === "number" ? protocolNumber(protocol) : undefined;
  if (number === undefined)
    problems.push({ path: [...path, key], message: `\`${String(protocol)}\` is not a protocol` });
  return number;
}

function readIcmp(value: unknown, key: string, path: FieldPath, problems: Problems): IcmpClause | undefined {
  const clause = fieldOf(value, key);
  if (clause === undefined) return undefined;
  if (!isObject(clause)) {
    problems.push({ path: [...path, key], message: `\`${key}\` must be an object` });
    return undefined;
  }
  const type = readNumber(clause, "type", { min: 0, max: 255 }, [...path, key], problems);
  const code = readNumber(clause, "code", { min: 0, max: 255 }, [...path, key], problems);
  return { ...(type === undefined ? {} : { type }), ...(code === undefined ? {} : { code }) };
}

/** The side of the many rules that say nothing of it. */
const ANY_SIDE: CompiledSide = { nets: NONE, notNets: NONE, ports: NONE, notPorts: NONE };

function compileSide(
  rule: JsonObject,
  name: "source" | "destination",
  rulePath: FieldPath,
  context: RuleContext,
): CompiledSide {
  const value = fieldOf(rule, name);
  if (value === undefined) return ANY_SIDE;
  const { problems, parts } = context;
  // `[...path, name]` has room for sixteen more.
  const path = rulePath.concat([name]);
  if (!isObject(value)) problems.push({ path, message: `\`${name}\` must be an object` });
  const nets = readItems(value, "nets", path, problems, parts.netItems);
  const notNets = readItems(value, "notNets", path, problems, parts.netItems);
  const { set, notSet } = sideSets(value, path, context);
  return {
    nets,
    notNets,
    set,
    notSet,
    ports: readItems(value, "ports", path, problems, parts.portItems),
    notPorts: readItems(value, "notPorts", path, problems, parts.portItems),
    service: serviceOf(value, path, context),
  };
}

function serviceOf(value: unknown, path: FieldPath, context: RuleContext): string | undefined {
  const clause = fieldOf(value, "services");
  if (clause === undefined || !context.calico.services) return undefined;
  const at = [...path, "services"];
  const name = readString(clause, "name", at, context.problems);
  const namespace = readString(clause, "namespace", at, context.problems) || context.namespace;
  return namespace === undefined ? name : `${namespace}/${name}`;
}

const NO_SETS = {};

/**
 * The address sets of one side. All its positive selectors and the negated notSelector become one selector over
 * endpoints and sets; a notSelector without any positive one stays a set that the address must not be in. A
 * NetworkPolicy's side without namespaceSelector is confined to its namespace (docs/semantics.md, "Rule match").
 */
function sideSets(value: unknown, path: FieldPath, context: RuleContext): Pick<CompiledSide, "set" | "notSet"> {
  const selector = readSelector(value, "selector", path, context);
  const notSelector = readSelector(value, "notSelector", path, context);
  const namespaces = readNamespaceSelector(value, path, context);
  const accounts = serviceAccounts(value, path, context);
  if ((selector ?? notSelector ?? namespaces ?? accounts) === undefined) return NO_SETS;
  const isConfined = context.namespace !== undefined && namespaces === undefined;
  const confined = isConfined ? inNamespace(context.namespace) : undefined;
  const positive = [confined, namespaces, accounts, selector].filter((part) => part !== undefined);
  if (positive.length > 0) {
    const all = notSelector ? [...positive, negateSelector(notSelector)] : positive;
    return { set: context.parts.set(joinSelectors("and", all)) };
  }
  return notSelector === undefined ? NO_SETS : { notSet: context.parts.set(notSelector) };
}

/** The selector of everything in a namespace. */
export function inNamespace(namespace: string): Selector {
  return { kind: "equal", label: NAMESPACE_LABEL, value: namespace };
}

/** A selector field; `undefined` when it is absent or empty. Blanks only are `all()`. */
export function readSelector(
  value: unknown,
  key: string,
  path: FieldPath,
  { problems, calico, parts }: RuleContext,
): Selector | undefined {
  const text = readString(value, key, path, problems);
  if (text === "") return undefined;
  const global = calico.globalSelector ? globalUseInRule([...path, key]) : undefined;
  const parsed = parts.selector(text, global);
  if (parsed.ok) return parsed.selector;
  problems.push({ path: [...path, key], message: `selector: ${parsed.message}` });
  return ALL;
}

/**
 * A namespaceSelector as a selector over endpoints: its labels are the namespace's, inherited as `pcns.<label>`;
 * `all()` means in any namespace, `global()` in none.
 */
export function readNamespaceSelector(value: unknown, path: FieldPath, context: RuleContext): Selector | undefined {
  const selector = readSelector(value, "namespaceSelector", path, context);
  return selector && withoutAll(renameLabels(selector, (label) => `pcns.${label}`));
}

function withoutAll(selector: Selector): Selector {
  switch (selector.kind) {
    case "all":
      return { kind: "has", label: NAMESPACE_LABEL };
    case "global":
      return negateSelector({ kind: "has", label: NAMESPACE_LABEL });
    case "not":
      return { kind: "not", operand: withoutAll(selector.operand) };
    case "and":
    case "or":
      return { kind: selector.kind, operands: selector.operands.map(withoutAll) };
    case "has":
    case "equal":
    case "not-equal":
    case "contains":
    case "starts-with":
    case "ends-with":
    case "in":
    case "not-in":
      return selector;
  }
}

/** A `serviceAccounts` clause: names are the endpoint's own label, the selector reads labels inherited as `pcsa.<label>`. */
function serviceAccounts(value: unknown, path: FieldPath, context: RuleContext): Selector | undefined {
  const clause = fieldOf(value, "serviceAccounts");
  if (clause === undefined) return undefined;
  const at = [...path, "serviceAccounts"];
  if (!isObject(clause)) context.problems.push({ path: at, message: "`serviceAccounts` must be an object" });
  const names = readStrings(clause, "names", at, context.problems);
  const selector = readSelector(clause, "selector", at, context);
  const parts: Selector[] = [];
  if (selector) parts.push(renameLabels(selector, (label) => `pcsa.${label}`));
  if (names.length > 0) parts.push({ kind: "in", label: SERVICE_ACCOUNT_LABEL, values: names });
  return parts.length === 0 ? undefined : joinSelectors("and", parts);
}
