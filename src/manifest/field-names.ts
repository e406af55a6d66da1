import { type Field, type FieldNode, ORDER } from "../generated/order.ts";
import { type CalicoVersionRules, hasSince } from "../model/kinds/version.ts";
import { didYouMean, nearest, probable } from "../model/nearest.ts";
import type { FieldPath } from "../model/resource.ts";
import { missingSpace, rename, type Shape } from "./fixes/fix.ts";
import type { Problem } from "./problem.ts";
import { enterpriseField } from "./remedies/enterprise.ts";

type Fields = Readonly<Record<string, Field>>;
type Values = Readonly<Record<string, unknown>>;

const NAMES = new WeakMap<Readonly<Record<string, Field>>, readonly string[]>();

/** The names of fields in stored order; listed once, since every object of a large input needs them. */
export function namesOf(fields: Readonly<Record<string, Field>>): readonly string[] {
  let names = NAMES.get(fields);
  if (names === undefined) {
    names = Object.keys(fields);
    NAMES.set(fields, names);
  }
  return names;
}

/**
 * The name of the field that a key means: exactly this one, or the only one that differs in case (recorded: rule-shape-08,
 * hep-iface-case).
 */
export function fieldName(
  fields: Readonly<Record<string, Field>>,
  key: string,
  value: Values,
  calico: CalicoVersionRules,
): string | undefined {
  if (Object.hasOwn(fields, key) && calico.repeatedInOtherCase) return exists(fields[key], calico) ? key : undefined;
  const lower = key.toLowerCase();
  const name = Object.hasOwn(fields, key) ? key : namesOf(fields).find((field) => field.toLowerCase() === lower);
  if (name === undefined || !exists(fields[name], calico)) return undefined;
  if (name === key || calico.repeatedInOtherCase) return name;
  const alone = Object.keys(value).filter((other) => other.toLowerCase() === lower).length === 1;
  return alone ? name : undefined;
}

/** The warning about a field in another case, which Calico also reads. */
export function otherCase(key: string, name: string, path: FieldPath): Problem {
  const message = `\`${key}\` is read as \`${name}\``;
  return {
    severity: "warning",
    code: "field.case",
    message,
    help: `write \`${name}\``,
    fix: rename(name, "any"),
    path,
    part: "key",
  };
}

/** A list without a value where an empty list means something else (failsafe ports: none, not the default ones). */
export function absentList(name: string, path: FieldPath): Problem {
  const message = `\`${name}\` has no value, which is the same as leaving it out: the defaults apply`;
  const help = "write `[]` for an empty list, or remove the field";
  return { severity: "warning", code: "field.empty", message, help, fix: { kind: "remove" }, path, part: "key" };
}

function exists(field: Field | undefined, calico: CalicoVersionRules): boolean {
  return field !== undefined && (field.since === undefined || hasSince(field.since, calico));
}

/** What else there is to an unknown field. */
interface UnknownFieldContext {
  readonly calico: CalicoVersionRules;
  readonly kind: string | undefined;
  readonly value?: unknown;
}

/** The finding about an unknown field; `kind` is the resource's, `undefined` for the early API. */
export function unknownField(
  fields: Readonly<Record<string, Field>>,
  key: string,
  path: FieldPath,
  { calico, kind, value }: UnknownFieldContext,
): Problem {
  const message = `unknown field \`${key}\``;
  const spaced = value === null ? missingSpace(key, (name) => Object.hasOwn(fields, name)) : undefined;
  if (spaced !== undefined) return { code: "field.unknown", message, ...spaced, path, part: "key" };
  const known =
    enterpriseField(String(path.at(-2)), key) ??
    laterHelp(fields, key, calico) ??
    twinHelp(fields, key) ??
    globalHelp(path, kind);
  const names = namesOf(fields).filter((name) => exists(fields[name], calico));
  // The beginning of a name is proposed, and never written by a fix: another field may be meant.
  const near = known === undefined ? nearest(key, names) : undefined;
  const help = known ?? didYouMean(near ?? probable(key, names));
  return {
    code: "field.unknown",
    message,
    fix: rename(near, shapeAt(near === undefined ? undefined : fields[near]?.node)),
    path,
    part: "key",
    ...(help !== undefined && { help }),
  };
}

/** What a field of the schema holds. */
function shapeAt(node: FieldNode | undefined): Shape {
  if (node === undefined || node.kind === "any") return "any";
  if (node.kind === "list") return node.items.kind === "object" || node.items.kind === "map" ? "list" : "scalars";
  return node.kind === "object" || node.kind === "map" ? "object" : "scalar";
}

/** For a field that another Calico version has. */
function laterHelp(fields: Fields, key: string, calico: CalicoVersionRules): string | undefined {
  const since = Object.hasOwn(fields, key) ? fields[key]?.since : undefined;
  if (since === undefined || hasSince(since, calico)) return undefined;
  return `Calico ${calico.version} does not have it; ${since} does: --calico-version ${since}`;
}

/** For a field that is given in two spellings. */
function twinHelp(fields: Fields, key: string): string | undefined {
  const twin = namesOf(fields).find((name) => name.toLowerCase() === key.toLowerCase());
  return twin === undefined ? undefined : `\`${twin}\` is set as well; remove one of them`;
}

/** For a field of policies that only the kind without a namespace has: `preDNAT`, `doNotTrack`, `applyOnForward`. */
function globalHelp(path: FieldPath, kind: string | undefined): string | undefined {
  const [spec, field, ...more] = path;
  if (kind === undefined || spec !== "spec" || more.length > 0) return undefined;
  const global = kind.replace(/^(Staged)?NetworkPolicy$/, "$1GlobalNetworkPolicy");
  const node = global === kind ? undefined : ORDER[global];
  const specNode = node?.kind === "object" ? node.fields.spec?.node : undefined;
  const exists = specNode?.kind === "object" && Object.hasOwn(specNode.fields, String(field));
  return exists ? `only a ${global} has it` : undefined;
}
