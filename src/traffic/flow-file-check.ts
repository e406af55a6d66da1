import { FLOW_FIELDS } from "../generated/flow-fields.ts";
import { Assertion, EndToEndFlow, Flow, Flows } from "../generated/flows.js";
import type { SchemaError, Validator } from "../generated/validators.js";
import type { Problem } from "../manifest/problem.ts";
import { follow, schemaProblems } from "../manifest/schema.ts";
import { isObject } from "../model/json.ts";
import { didYouMean, nearest } from "../model/nearest.ts";
import type { FieldPath } from "../model/resource.ts";

/**
 * What is wrong with the value of a flow file by its schema (`schemas/simulate/flows.schema.json`), in the words that
 * manifests' findings have; paths are those of a file with `flows`. Not many more than `most` are looked for: flow by
 * flow, because the schema's check of very many wrong flows at once would never end.
 */
export function checkFlowFile(value: unknown, most: number): Problem[] {
  if (!isObject(value)) {
    const help = "a flow file has `flows`, a list of packets; or it is such a list";
    return [{ code: "document.type", message: "this is not a flow file", help, path: [] }];
  }
  const lists = LISTS.filter((name) => Array.isArray(value[name]));
  const without = Object.fromEntries(lists.map((name) => [name, []]));
  const problems = problemsOf(Flows, { ...value, ...without }, most);
  for (const name of lists) {
    for (const [i, item] of (value[name] as readonly unknown[]).entries()) {
      if (problems.length > most) break;
      const own = name === "flows" ? flowProblems(item, i) : assertionProblems(item, name, i);
      for (const problem of own) problems.push({ ...problem, path: [name, i, ...problem.path] });
    }
  }
  return problems;
}

/** The lists that a flow file may have. */
const LISTS = ["flows", "forbid", "permit"] as const;

function assertionProblems(assertion: unknown, list: string, index: number): Problem[] {
  if (isObject(assertion)) return problemsOf(Assertion, assertion, Number.POSITIVE_INFINITY);
  const message = `item ${index + 1} of \`${list}\` must be an object (fields with values)`;
  return [{ code: "field.type", message, help: "it has `from`, `to` and `ports`", path: [] }];
}

function flowProblems(flow: unknown, index: number): Problem[] {
  if (isObject(flow)) return problemsOf(isBetweenEnds(flow) ? EndToEndFlow : Flow, flow, Number.POSITIVE_INFINITY);
  const message = `item ${index + 1} of \`flows\` must be an object (fields with values)`;
  return [{ code: "field.type", message, help: "a flow has `from`, `protocol`, `srcIP` and `dstIP`", path: [] }];
}

/** Whether a flow is meant to be from end to end: its ends are texts, and it has no addresses. */
function isBetweenEnds(flow: Readonly<Record<string, unknown>>): boolean {
  const isText = typeof flow.from === "string" || typeof flow.to === "string";
  return isText && flow.srcIP === undefined && flow.dstIP === undefined;
}

/** One finding a mistake. A missing field is not reported where an unknown one is taken for a misspelling of it. */
function problemsOf(validate: Validator, value: unknown, most: number): Problem[] {
  if (validate(value)) return [];
  const errors = (validate.errors ?? []).filter(isTelling).slice(0, 10 * Math.min(most, 1000));
  const unknown: Problem[] = [];
  const misspelt = new Set<string>();
  for (const { keyword, instancePath, params } of errors) {
    if (keyword !== "additionalProperties" || unknown.length > most) continue;
    const name = String(params.additionalProperty);
    const elsewhere = FLOW_FIELDS.includes(name);
    const near = elsewhere ? undefined : nearest(name, FLOW_FIELDS);
    if (near !== undefined) misspelt.add(near);
    const help = elsewhere ? `flow files have \`${name}\`, but not here` : didYouMean(near);
    const path = [...follow(value, instancePath).path, name];
    unknown.push({
      code: "field.unknown",
      message: `unknown field \`${name}\``,
      path,
      part: "key",
      ...(help !== undefined && { help }),
    });
  }
  const { special, rest } = apart(value, errors);
  const problems = [...special, ...schemaProblems(value, rest)];
  return [...unknown, ...problems.filter(({ absent = [] }) => ![absent].flat().some((name) => misspelt.has(name)))];
}

/** Of a file that has none of the lists, that there are no flows is all that is said. */
function isTelling({ keyword, instancePath, params }: SchemaError): boolean {
  if (instancePath !== "") return true;
  return keyword !== "anyOf" && params.missingProperty !== "forbid" && params.missingProperty !== "permit";
}

/** Fields of which the schema says in many errors what is one mistake: those that have several forms. */
function apart(value: unknown, errors: readonly SchemaError[]): { special: Problem[]; rest: SchemaError[] } {
  const special = new Map<string, Problem>();
  const rest: SchemaError[] = [];
  for (const error of errors) {
    const { instancePath, keyword } = error;
    if (special.has(instancePath)) continue;
    const { path, value: own } = follow(value, instancePath);
    if (keyword === "minProperties" || keyword === "maxProperties") special.set(instancePath, endProblem(path, own));
    else if (keyword === "const") special.set(instancePath, { ...CONST, path });
    else if (path.at(-1) !== "expect" || keyword === "required" || keyword === "additionalProperties") rest.push(error);
    else if (!isObject(own)) special.set(instancePath, expectProblem(path, own));
  }
  return { special: [...special.values()], rest };
}

const CONST = { code: "field.value", message: "`process` can only be `true`", help: "or leave it out" } as const;

function endProblem(path: FieldPath, value: unknown): Problem {
  const count = Object.keys(value ?? {}).length === 0 ? "nothing" : "more than one thing";
  const message = `\`${path.at(-1)}\` names ${count}`;
  const help = "write {interface: NAME}, {process: true} or {workload: NAME}";
  return { code: "field.value", message, help, path };
}

function expectProblem(path: FieldPath, value: unknown): Problem {
  const near = typeof value === "string" ? nearest(value, ["allow", "deny"]) : undefined;
  const given = value !== null && typeof value === "object" ? "a list" : `\`${String(value)}\``;
  const help = didYouMean(near) ?? "write more as {verdict: allow, policy: NAME, rule: NUMBER}";
  return { code: "field.value", message: `\`expect\` must be \`allow\` or \`deny\`, not ${given}`, help, path };
}
