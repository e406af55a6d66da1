import type { CalicoVersionRules } from "../model/kinds/version.ts";
import { formatPath, type Resource } from "../model/resource.ts";
import { checkBeyondSchema } from "./checks/check.ts";
import { checkNamespace } from "./checks/metadata.ts";
import type { Problem, Report } from "./problem.ts";
import { checkSchema } from "./schema.ts";

/** Why manifests are read. Only the identity counts for `delete` and `get`; `create` is strictest. */
export type Purpose = "create" | "apply" | "replace" | "delete" | "validate" | "simulate" | "get";

/** With more problems than this, the rest of a resource is not checked. */
export const MOST_PROBLEMS = 10_000;

/**
 * Returns everything wrong with a canonical resource, up to `MOST_PROBLEMS`, each mistake once: a schema finding about a field
 * silences the checks beyond the schema. `known` are the earlier findings (unknown fields).
 */
export function validateResource(
  resource: Resource,
  known: readonly Problem[],
  { calico, purpose }: { readonly calico: CalicoVersionRules; readonly purpose: Purpose },
): readonly Problem[] {
  const problems = [...known];
  const wrong = new Set<string>();
  const misspelt = new Set(known.flatMap(({ code, help }) => (code === "field.unknown" ? (meant(help) ?? []) : [])));
  const isWithoutMetadata = known.some(({ code, path }) => code === "field.type" && formatPath(path) === "metadata");
  const add: Report = (problem) => {
    if (problems.length >= MOST_PROBLEMS) return;
    if (isWithoutMetadata && problem.path[0] === "metadata") return;
    if ([problem.absent ?? []].flat().some((name) => misspelt.has(name))) return;
    if (!wrong.has(`${formatPath(problem.path)} ${problem.code}`)) problems.push(problem);
  };
  checkSchema(resource, (problem) => {
    if (!identityOnly(purpose) || spoilsIdentity(problem)) add(problem);
  });
  if (identityOnly(purpose)) {
    checkNamespace(resource, add);
    return problems;
  }

  const refused = new Set(problems.flatMap(({ severity, path }) => (severity === undefined ? [formatPath(path)] : [])));
  const addMeaning: Report = (problem) => {
    if (problems.length >= MOST_PROBLEMS) return;
    const place = formatPath(problem.path);
    if (!refused.has(place) || problem.code === "host-endpoint.interface") add(problem);
    wrong.add(`${place} ${problem.code}`);
  };
  checkBeyondSchema(resource, calico, addMeaning);
  checkPurpose(resource, purpose, addMeaning);
  return problems;
}

/** The field that the help of an unknown one proposes. */
function meant(help: string | undefined): string | undefined {
  return help === undefined ? undefined : /(?:^did you mean|: write) `(\w+)[`:]/.exec(help)?.[1];
}

const identityOnly = (purpose: Purpose): boolean => purpose === "delete" || purpose === "get";

/** calicoctl reads a manifest strictly even where it only needs the name: wrong types are refused, missing values are not. */
function spoilsIdentity({ code, path }: Problem): boolean {
  return code === "field.type" || (code === "field.required" && formatPath(path) === "metadata.name");
}

/** What a command refuses although the manifest is valid. */
function checkPurpose(resource: Resource, purpose: Purpose, report: Report): void {
  const writes = purpose === "create" || purpose === "apply" || purpose === "replace";
  const { resourceVersion, name } = resource.metadata;
  if (purpose === "create" && resourceVersion !== undefined && resourceVersion !== "") {
    report({
      code: "create.resource-version",
      message: "`resourceVersion` cannot be given for a new resource",
      help: "remove it, or use apply or replace",
      fix: { kind: "remove" },
      path: ["metadata", "resourceVersion"],
      part: "key",
    });
  }
  // What a cluster returned (its objects have a UID) is not meant to be written.
  const isChecked = purpose === "validate" && resource.metadata.uid === undefined;
  if ((writes || isChecked) && resource.kind === "ClusterInformation") {
    const message = "ClusterInformation is written by Calico itself; it can only be read";
    report({ code: "kind.read-only", message, path: ["kind"] });
  }
  if (writes && /^(?:Staged)?NetworkPolicy$/.test(resource.kind) && name.startsWith("knp.default.")) {
    const message = "policies named `knp.default.` stand for Kubernetes' own; they can only be read";
    report({ code: "kind.read-only", message, path: ["metadata", "name"] });
  }
}
