import { kindNamed } from "../../model/kinds/kinds.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { FieldPath } from "../../model/resource.ts";
import type { Candidate } from "../candidates.ts";
import { canonical, type ReadResource } from "../canonical.ts";
import { hasKindNamed } from "../identity.ts";
import { checkShape } from "../objects/shape.ts";
import { STORED_SHAPE } from "../objects/shapes.ts";
import type { Problem } from "../problem.ts";
import { type Purpose, validateResource } from "../validate.ts";
import { isStoredForm } from "./other-api.ts";

/** Whether it is a resource of Calico in the form in which Kubernetes stores it. */
export function isStoredKind({ kind = "", apiVersion }: Candidate): boolean {
  return isStoredForm(apiVersion) && kindNamed(kind) !== undefined;
}

/** A cluster may hold what Felix then ignores: these refuse only what has a wrong type, which no cluster holds. */
const TOLERANT: ReadonlySet<Purpose> = new Set<Purpose>(["get", "simulate"]);

/** Checks a resource that was read of its stored form, by the rules for its fields. */
export function readStored(
  read: ReadResource,
  { value }: Candidate,
  { calico, purpose }: { readonly calico: CalicoVersionRules; readonly purpose: Purpose },
): ReadResource {
  const strange: Problem[] = [];
  if (!checkShape(value, STORED_SHAPE, [], (problem) => strange.push(problem))) {
    const { resource: _, ...rest } = read;
    return { ...rest, problems: [...read.problems, ...strange] };
  }
  const { kind } = read.resource ?? {};
  if (read.resource === undefined || kind === undefined || !hasKindNamed(kind, calico)) return read;
  const { resource, problems, coerced } = canonical(kind, read.resource, calico);
  const all = validateResource(resource, problems, { calico, purpose: "simulate" });
  const wanted = TOLERANT.has(purpose) ? all.filter(({ code }) => code === "field.type") : all;
  const shown = TOLERANT.has(purpose) ? [] : coerced;
  return { ...read, resource, problems: [...read.problems, ...wanted.map(placed)], coerced: shown, from: ownPath };
}

/** What is wrong with the spec of a candidate in the stored form, where it is refused as a whole: Felix ignores it for that. */
export function storedProblems(candidate: Candidate, calico: CalicoVersionRules): readonly Problem[] {
  const { kind = "", value } = candidate;
  if (!isStoredKind(candidate) || !hasKindNamed(kind, calico)) return [];
  const { resource, problems } = canonical(kind, value, calico);
  const all = validateResource(resource, problems, { calico, purpose: "validate" });
  return all.filter(({ path, severity }) => path[0] === "spec" && severity !== "warning");
}

const placed = (problem: Problem): Problem => ({ ...problem, path: ownPath(problem.path) });

/** Where a field of the resource is in its object: labels and annotations may be inside of an annotation. */
function ownPath(path: FieldPath): FieldPath {
  return path[0] === "metadata" && path[1] !== "name" && path[1] !== "namespace" ? ["metadata"] : path;
}
