import { Flow, Flows } from "../generated/flows.js";
import type { SchemaError, Validator } from "../generated/validators.js";
import { type Diagnostic, hasErrors, type Span } from "../model/diagnostic.ts";
import type { FlowFile } from "../model/flow.ts";
import { nearest } from "../model/nearest.ts";
import { type FieldPath, formatPath } from "../model/resource.ts";
import { parseDocument } from "./parse.ts";
import { type SourceText, splitDocuments, withoutMark } from "./split.ts";

/** A flow file that can be evaluated; `locate` gives the place of a field of one flow, by the flow's index. */
export interface ReadFlows {
  readonly file: FlowFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: (flow: number, path: FieldPath) => Span;
}

/** Every field of a flow file, for "did you mean". */
const FIELDS = (
  "node interfaces dnat routes flows name from to protocol srcIP dstIP srcPort dstPort icmpType icmpCode tcpFlags " +
  "conntrack about calico return dropStage returnDropStage note felixBug expect verdict policy rule interface process " +
  "workload dst port toIP toPort ipVersion portTo except alternatives uncertain type metric table"
).split(" ");

/**
 * Reads a flow file (`schemas/simulate/flows.schema.json`), YAML or JSON; a bare list is a file of flows alone. What
 * the schema cannot say of a flow (its addresses, its ends) is told when it is evaluated. No text makes it throw.
 */
export function readFlows(source: SourceText): ReadFlows {
  const parsed = parseDocument(source.name, { text: withoutMark(source.text), line: 0 }, "protocol");
  const { places } = parsed;
  const isList = Array.isArray(parsed.value);
  const base: FieldPath = isList ? [] : ["flows"];
  const value: unknown = isList ? { flows: parsed.value } : parsed.value;
  const diagnostics: Diagnostic[] = parsed.problems.map(({ severity, code, message, from, to, help }) => ({
    severity,
    code,
    message,
    span: places.span(from, to),
    ...(help !== undefined && { help }),
  }));
  const tell = ({ code, message, help, path }: Finding): void => {
    const inText = isList && path[0] === "flows" ? path.slice(1) : path;
    const span = places.locate(inText, code === "field.unknown" || code === "field.required" ? "key" : "value");
    diagnostics.push({ severity: "error", code, message, span, path: formatPath(path), ...(help && { help }) });
  };
  const second = splitDocuments(source.text).pieces[1];
  if (second !== undefined) {
    const start = { line: second.line + 1, column: 1 };
    diagnostics.push({
      severity: "error",
      code: "document.second",
      message: "a flow file is one document, and a second one begins here",
      span: { source: source.name, start, end: start },
      help: "put its flows into a file of their own",
    });
  }
  if (value !== undefined) {
    const found = check(value);
    found.slice(0, MOST).forEach(tell);
    if (found.length > MOST) {
      const message = "there is more wrong with this file; only the first findings are told";
      diagnostics.push({ severity: "error", code: "document.findings", message, span: places.span(0, 1) });
    }
  }
  if (!hasErrors(diagnostics) && isEmpty(value)) {
    const help = "an expectation that is not there cannot fail";
    diagnostics.push({
      severity: "error",
      code: "flow.none",
      message: "there are no flows",
      span: places.span(0, 1),
      help,
    });
  }
  const file = value === undefined || hasErrors(diagnostics) ? undefined : (value as FlowFile);
  return { file, diagnostics, locate: (flow, path) => places.locate([...base, flow, ...path]) };
}

function isEmpty(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    "flows" in value &&
    Array.isArray(value.flows) &&
    value.flows.length === 0
  );
}

/** Findings of one file that are told. */
const MOST = 100;

/** What is wrong with a file, flow by flow: the schema's check of very many wrong flows at once would never end. */
function check(value: unknown): Finding[] {
  const { flows } = (typeof value === "object" && value !== null ? value : {}) as { readonly flows?: unknown };
  const found = Array.isArray(flows) ? checked(Flows, { ...(value as object), flows: [] }) : checked(Flows, value);
  for (const [i, flow] of (Array.isArray(flows) ? flows : []).entries()) {
    if (found.length > MOST) break;
    for (const finding of checked(Flow, flow)) found.push({ ...finding, path: ["flows", i, ...finding.path] });
  }
  return found;
}

function checked(validate: Validator, value: unknown): Finding[] {
  return validate(value) ? [] : findings(value, validate.errors ?? []);
}

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly help?: string;
  readonly path: FieldPath;
}

/** One finding a mistake: of the schema's errors about one value only the first, of unknown and missing fields each. */
function findings(value: unknown, errors: readonly SchemaError[]): Finding[] {
  const found: Finding[] = [];
  const told = new Set<string>();
  for (const error of errors) {
    const path = pathOf(value, error.instancePath);
    const { additionalProperty, missingProperty, allowedValues } = error.params;
    if (error.keyword === "additionalProperties" && typeof additionalProperty === "string") {
      const near = nearest(additionalProperty, FIELDS);
      const help = near === undefined ? {} : { help: `did you mean \`${near}\`?` };
      found.push({
        code: "field.unknown",
        message: `unknown field \`${additionalProperty}\``,
        path: [...path, additionalProperty],
        ...help,
      });
    } else if (error.keyword === "required") {
      found.push({ code: "field.required", message: `\`${String(missingProperty)}\` is missing`, path });
    } else if (!told.has(error.instancePath)) {
      told.add(error.instancePath);
      const name = path.at(-1) === undefined ? "a flow file" : `\`${path.at(-1)}\``;
      const wanted = Array.isArray(allowedValues) ? `must be one of ${allowedValues.join(", ")}` : error.message;
      found.push({ code: `field.${error.keyword === "type" ? "type" : "value"}`, message: `${name} ${wanted}`, path });
    }
  }
  return found;
}

/** A JSON pointer into the value as a field path. */
function pathOf(root: unknown, pointer: string): FieldPath {
  const path: (string | number)[] = [];
  let value: unknown = root;
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(value) ? Number(name) : name);
    value = (value as Record<string, unknown>)[name];
  }
  return path;
}
