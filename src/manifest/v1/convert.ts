import { V1_ORDER } from "../../generated/v1-order.ts";
import * as generated from "../../generated/v1-validators.js";
import type { Validator } from "../../generated/validators.js";
import { objectOrEmpty } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { didYouMean, nearest } from "../../model/nearest.ts";
import { API_VERSION, type FieldPath, formatPath } from "../../model/resource.ts";
import type { Candidate } from "../candidates.ts";
import { canonical, canonicalFields, type ReadResource } from "../canonical.ts";
import type { Problem } from "../problem.ts";
import { schemaProblems } from "../schema.ts";
import { validateResource } from "../validate.ts";
import { type Converted, movedFrom, type Values } from "./converted.ts";
import { hostEndpoint } from "./endpoints.ts";
import { V1, V1_KINDS } from "./kinds.ts";
import { bgpPeer, ipPool, node } from "./network.ts";
import { policy, profile } from "./policies.ts";
import { workloadEndpoint } from "./workload.ts";

const VALIDATORS: Readonly<Record<string, Validator>> = { ...generated };
const CONVERTERS: Readonly<Record<string, (metadata: Values, spec: Values) => Converted>> = {
  bgpPeer,
  hostEndpoint,
  ipPool,
  node,
  policy,
  profile,
  workloadEndpoint,
};

/** Findings of v3's checks whose rules the early API had, too: such a manifest is invalid in v1, so `ignoreValidation` does not apply. */
const EARLY_RULES = new Set([
  "address.mac",
  "address.syntax",
  "host-endpoint.interface",
  "net.syntax",
  "port.protocol",
  "selector.syntax",
]);

/**
 * Reads a v1 resource; returns `undefined` for a candidate of another apiVersion. Its fields are checked by its own schema
 * (`schemas/v1`), and the v3 resource that it becomes by the rules for that; with `ignoreValidation` those only warn.
 * Every reported path is one of the v1 manifest.
 */
export function convertV1(
  { value, kind, apiVersion }: Candidate,
  options: { readonly calico: CalicoVersionRules; readonly ignoreValidation: boolean },
): ReadResource | undefined {
  if (apiVersion !== V1 || kind === undefined) return undefined;
  if (!V1_KINDS.includes(kind)) return { problems: [unknownKind(kind)], coerced: [] };
  const [order, validate, convert] = [V1_ORDER[kind], VALIDATORS[kind], CONVERTERS[kind]];
  if (order === undefined || validate === undefined || convert === undefined)
    throw new TypeError(`no table of ${kind}`);
  const { fields, problems: unknown, coerced } = canonicalFields(order, value, options.calico);
  // An empty spec is dropped as any empty value is; the v3 kind's checks report what v3 needs of it.
  const problems = [...unknown, ...(validate(fields) ? [] : schemaProblems(fields, validate.errors ?? [], order))];
  if (problems.some(isError)) return { coerced, problems };
  const converted = convert(objectOrEmpty(fields.metadata), objectOrEmpty(fields.spec));
  const { resource, problems: wrong } = canonical(
    converted.kind,
    { kind: converted.kind, apiVersion: API_VERSION, metadata: converted.metadata, spec: converted.spec },
    options.calico,
  );
  const from = (path: FieldPath) => movedFrom(path, converted.moved);
  const checked = validateResource(resource, wrong, { calico: options.calico, purpose: "validate" });
  const reported = checked.map((problem): Problem => {
    const moved = { ...problem, path: from(problem.path) };
    return options.ignoreValidation && isError(problem) && !EARLY_RULES.has(problem.code)
      ? { ...moved, severity: "warning" }
      : moved;
  });
  const all = [...problems, ...converted.notes, ...reported];
  return { resource, problems: once(all), coerced, from };
}

const isError = ({ severity = "error" }: Problem): boolean => severity === "error";

function unknownKind(kind: string): Problem {
  const near = nearest(kind, V1_KINDS) ?? V1_KINDS.find((known) => known.toLowerCase() === kind.toLowerCase());
  const help = didYouMean(near) ?? `kinds of ${V1}: ${V1_KINDS.join(", ")}`;
  return { code: "kind.unknown", message: `apiVersion \`${V1}\` has no kind \`${kind}\``, help, path: ["kind"] };
}

/** Of the findings of one code at one place, the first. */
function once(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ path, code, message }) => {
    const key = `${formatPath(path)} ${code} ${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
