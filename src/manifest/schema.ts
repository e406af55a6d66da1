import type { FieldNode } from "../generated/order.ts";
import { ORDER } from "../generated/order.ts";
import type { SchemaError, Validator } from "../generated/validators.js";
import * as validators from "../generated/validators.js";
import { valueText } from "../model/json.ts";
import { didYouMean, nearest } from "../model/nearest.ts";
import type { FieldPath, Resource } from "../model/resource.ts";
import { durationHelp } from "../model/scalar-forms.ts";
import { type Fix, missingSpace, write } from "./fixes/fix.ts";
import type { Problem, Report } from "./problem.ts";

const VALIDATORS: Readonly<Record<string, Validator>> = { ...validators };

/** The kinds there is a schema for. */
export function schemaKinds(): readonly string[] {
  return Object.keys(VALIDATORS);
}

/**
 * Checks a canonical resource against its kind's schema. One mistake is one finding: what the schema's keywords report
 * about one value is folded, unknown fields are left to `canonical`, and the text of ports, protocols and AS numbers to
 * `checks/`, which says more.
 */
export function checkSchema(resource: Resource, report: Report): void {
  const validate = VALIDATORS[resource.kind];
  if (validate === undefined || validate(resource)) return;
  for (const problem of schemaProblems(resource, validate.errors ?? [], ORDER[resource.kind])) report(problem);
}

/** At most this many values of one text are reported. */
const MOST_PLACES = 20_000;

/** A schema's errors about a value in our words, one a mistake; unknown fields are left out. `node`: what its fields are. */
export function schemaProblems(root: unknown, all: readonly SchemaError[], node?: FieldNode): Problem[] {
  const byPlace = new Map<string, SchemaError[]>();
  for (const error of all) {
    const errors = byPlace.get(error.instancePath);
    if (errors === undefined) byPlace.set(error.instancePath, [error]);
    else errors.push(error);
  }
  return [...byPlace].slice(0, MOST_PLACES).flatMap(([pointer, errors]) => {
    const { path, value } = follow(root, pointer);
    return problemsAt(node, path, value, errors);
  });
}

/** A JSON pointer as a field path, and the value it points to. */
export function follow(root: unknown, pointer: string): { path: FieldPath; value: unknown } {
  const path: (string | number)[] = [];
  let value = root;
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(value) ? Number(name) : name);
    value = (value as Record<string, unknown> | undefined)?.[name];
  }
  return { path, value };
}

function problemsAt(
  node: FieldNode | undefined,
  path: FieldPath,
  value: unknown,
  errors: readonly SchemaError[],
): Problem[] {
  const find = (keyword: string) => errors.find((error) => error.keyword === keyword);
  if (find("anyOf") !== undefined) return union(node, path, value);
  const type = find("type");
  if (type !== undefined) return [typeProblem(nodeAt(node, path), path, value, String(type.params.type))];
  const missing = errors.filter((error) => error.keyword === "required");
  if (missing.length > 0) {
    return missing.map((error) => {
      const name = String(error.params.missingProperty);
      const help = REQUIRED[name]?.(path);
      return {
        code: "field.required",
        message: `\`${name}\` is missing`,
        path,
        part: "key" as const,
        absent: name,
        ...(help !== undefined && { help }),
      };
    });
  }
  if (find("minLength") !== undefined) {
    // The name of a workload endpoint is made from its fields.
    const isOwnName = path.join(".") === "metadata.name" && node !== ORDER.WorkloadEndpoint;
    const help = isOwnName ? "write `metadata: {name: NAME}`" : undefined;
    const message = `\`${path.at(-1)}\` is missing or empty`;
    return [
      {
        code: "field.required",
        message,
        path,
        part: "key",
        absent: String(path.at(-1)),
        ...(help !== undefined && { help }),
      },
    ];
  }
  const choice = find("enum");
  if (choice !== undefined) return [enumProblem(path, value, choice.params.allowedValues)];
  if (find("minimum") !== undefined || find("maximum") !== undefined) return [rangeProblem(path, value, errors)];
  if (find("pattern") !== undefined) {
    const help = durationHelp(value);
    const message = `invalid duration \`${valueText(value)}\``;
    return [{ code: "field.duration", message, help, fix: durationFix(value), path }];
  }
  const left = errors.find((error) => error.keyword !== "additionalProperties");
  return left === undefined ? [] : [{ code: "field.value", message: left.message ?? left.keyword, path }];
}

const UNIONS: Readonly<Record<string, string>> = {
  port: "a port: a number, a range like `8000:8010`, or a name",
  protocol: "a protocol: a name like `TCP`, or a number",
  "as-number": "an AS number",
};

/** The values of fields that are often forgotten, by the object they are missing in. */
const REQUIRED: Readonly<Record<string, (path: FieldPath) => string | undefined>> = {
  action: (path) => {
    if (path.includes("ingress") || path.includes("egress")) return "`action` is `Allow`, `Deny`, `Log` or `Pass`";
    return /^(?:im|ex)portV[46]$/.test(String(path[1])) ? "`action` is `Accept` or `Reject`" : undefined;
  },
  node: (path) => (path.length === 1 ? "`node` is the name of the Node that it is on" : undefined),
};

/** The finding about a value that is neither text nor a number where it must be one; `checks/` examines text and numbers. */
function union(root: FieldNode | undefined, path: FieldPath, value: unknown): Problem[] {
  if (typeof value === "string" || typeof value === "number") return [];
  const wanted = UNIONS[nodeAt(root, path)?.kind ?? ""] ?? "text or a number";
  return [{ code: "field.type", message: `must be ${wanted}, not ${article(value)}`, path }];
}

function nodeAt(root: FieldNode | undefined, path: FieldPath): FieldNode | undefined {
  let node = root;
  for (const part of path) {
    if (node?.kind === "object") node = node.fields[part]?.node;
    else if (node?.kind === "list") node = node.items;
    else return undefined;
  }
  return node;
}

const TYPES: Readonly<Record<string, string>> = {
  array: "a list",
  object: "an object (fields with values)",
  string: "text",
  integer: "a whole number",
  number: "a number",
  boolean: "`true` or `false`",
};

function article(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (value === null) return "nothing";
  return typeof value === "object" ? "an object" : typeof value === "boolean" ? "`true` or `false`" : "text";
}

/** What a finding calls a value: its field's name, an item of a list by its number. */
function nameAt(path: FieldPath): string {
  const last = path.at(-1) ?? "resource";
  return typeof last === "number" ? `item ${last + 1} of \`${path.at(-2)}\`` : `\`${last}\``;
}

/** The finding about a value that is not of the `type` of JSON Schema that its field has; `node`: what the field holds. */
export function typeProblem(node: FieldNode | undefined, path: FieldPath, value: unknown, type: string): Problem {
  const given = typeof value === "number" || typeof value === "string" ? `\`${value}\`` : article(value);
  const help =
    type === "array"
      ? listHelp(node, path, value)
      : type === "object"
        ? objectHelp(node, path, value)
        : typeHelp(node, value, type);
  const wanted = type.split(",").map((one) => TYPES[one] ?? one);
  const message = `${nameAt(path)} must be ${wanted.join(" or ")}, not ${given}`;
  const isField = (name: string): boolean =>
    node?.kind === "map" || (node?.kind === "object" && Object.hasOwn(node.fields, name));
  const spaced = type === "object" && typeof value === "string" ? missingSpace(value, isField) : undefined;
  if (spaced !== undefined) return { code: "field.type", message, path, ...spaced };
  const fix = help === undefined ? undefined : typeFix(node, path, value, type);
  return { code: "field.type", message, path, ...(help !== undefined && { help }), fix };
}

/** The value of the expected type that one of another type surely stands for. */
function typeFix(node: FieldNode | undefined, path: FieldPath, value: unknown, type: string): Fix | undefined {
  const isFailsafe = /^failsafe(?:In|Out)boundHostPorts$/;
  if (type === "array") {
    if (isFailsafe.test(String(path.at(-1)))) return value === "none" ? write([]) : undefined;
    const isList = node?.kind === "list" && node.items.kind !== "object" && typeof value !== "object";
    return isList && value !== "" ? write([value]) : undefined;
  }
  if (type === "object") {
    const [, protocol = "tcp", port] = /^(?:(tcp|udp|sctp):)?(\d+)$/i.exec(valueText(value)) ?? [];
    const isPort = isFailsafe.test(String(path.at(-2))) && port !== undefined;
    return isPort ? write({ protocol: protocol.toUpperCase(), port: Number(port) }) : undefined;
  }
  if (node?.kind === "duration" && typeof value === "number") return durationFix(value);
  if (type === "boolean" && typeof value === "string" && /^(true|false)$/i.test(value))
    return write(value.toLowerCase() === "true");
  return typeof value === "string" ? write(Number(value)) : undefined;
}

/** The seconds that a number alone stands for. */
function durationFix(value: unknown): Fix | undefined {
  return /^\d+$/.test(String(value)) ? write(`${String(value)}s`) : undefined;
}

/** How to write the list that is expected; only a scalar can simply be put into brackets. */
function listHelp(node: FieldNode | undefined, path: FieldPath, value: unknown): string | undefined {
  if (/^failsafe(?:In|Out)boundHostPorts$/.test(String(path.at(-1))))
    return "an empty list, `[]`, turns these failsafe ports off; `[{protocol: TCP, port: 22}]` keeps one of them";
  if (typeof value === "object") return undefined;
  if (node?.kind === "list" && node.items.kind === "object") {
    const names = Object.keys(node.items.fields).slice(0, 3);
    return `its items are objects, with fields such as ${names.map((name) => `\`${name}\``).join(", ")}`;
  }
  return `write \`[${valueText(value)}]\`, or \`- ${valueText(value)}\` below`;
}

/** How to write the object that is expected in place of text: a failsafe port `tcp:22`, as Felix's environment has it, or its fields. */
function objectHelp(node: FieldNode | undefined, path: FieldPath, value: unknown): string | undefined {
  if (typeof value === "object" || node?.kind !== "object") return undefined;
  if (/^failsafe(?:In|Out)boundHostPorts$/.test(String(path.at(-2)))) {
    if (/^(?:none)?$/i.test(valueText(value))) return "an empty list, `[]`, turns these failsafe ports off";
    const [, protocol = "tcp", port = "22"] = /^(?:(tcp|udp|sctp):)?(\d+)$/i.exec(valueText(value)) ?? [];
    return `write \`{protocol: ${protocol.toUpperCase()}, port: ${port}}\``;
  }
  const names = Object.keys(node.fields).slice(0, 3);
  return names.length === 0
    ? undefined
    : `its fields are ${names.map((name) => `\`${name}\``).join(", ")}${Object.keys(node.fields).length > 3 ? " and others" : ""}`;
}

function typeHelp(node: FieldNode | undefined, value: unknown, type: string): string | undefined {
  if (node?.kind === "duration" && typeof value === "number") return durationHelp(value);
  if (typeof value !== "string" || value === "") return undefined;
  if (type === "boolean" && /^(true|false)$/i.test(value)) return "remove the quotes";
  if ((type === "integer" || type === "number") && Number.isFinite(Number(value))) return "remove the quotes";
  return undefined;
}

/** Words of other programs, and what Calico calls the same. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  warn: ["Warning"],
  err: ["Error"],
  accept: ["Allow", "Accept"],
  permit: ["Allow", "Accept"],
  allow: ["Accept"],
  drop: ["Deny", "Drop", "Reject"],
  block: ["Deny", "Reject"],
  reject: ["Deny", "Reject"],
  deny: ["Reject"],
  next: ["Pass"],
  return: ["Pass"],
  in: ["Ingress"],
  inbound: ["Ingress"],
  out: ["Egress"],
  outbound: ["Egress"],
};

function enumProblem(path: FieldPath, value: unknown, allowed: unknown): Problem {
  const values = Array.isArray(allowed) ? allowed.map(String).filter((item) => item !== "") : [];
  const word = valueText(value).toLowerCase();
  const synonyms = Object.hasOwn(SYNONYMS, word) ? SYNONYMS[word] : undefined;
  const isText = typeof value === "string";
  const near = (isText ? nearest(value, values) : undefined) ?? synonyms?.find((one) => values.includes(one));
  const help = didYouMean(near);
  const message = `\`${valueText(value)}\` is not one of ${values.map((item) => `\`${item}\``).join(", ")}`;
  return { code: "field.enum", message, path, ...(help !== undefined && { help }), ...(near && { fix: write(near) }) };
}

function rangeProblem(path: FieldPath, value: unknown, errors: readonly SchemaError[]): Problem {
  const limit = (keyword: string) => errors.find((error) => error.keyword === keyword)?.params.limit;
  const low = limit("minimum");
  const bound = low === undefined ? `at most ${String(limit("maximum"))}` : `at least ${String(low)}`;
  return { code: "field.range", message: `\`${path.at(-1)}\` must be ${bound}, not ${valueText(value)}`, path };
}
