import { isObject, objectOrEmpty } from "../model/json.ts";
import { hasKind, kindNamed } from "../model/kinds/kinds.ts";
import type { CalicoVersionRules } from "../model/kinds/version.ts";
import { didYouMean, nearest } from "../model/nearest.ts";
import { API_VERSION, displayId } from "../model/resource.ts";
import type { Candidate } from "./candidates.ts";
import { type Fix, write } from "./fixes/fix.ts";
import { CORE_KINDS } from "./foreign/other-api.ts";
import { otherFile } from "./foreign/other-file.ts";
import { foreignResource } from "./foreign/refusal.ts";
import type { Problem } from "./problem.ts";
import { enterpriseKind } from "./remedies/enterprise.ts";
import { schemaKinds } from "./schema.ts";
import { V1, V1_KINDS } from "./v1/kinds.ts";
import type { Purpose } from "./validate.ts";

/** Why a candidate is not a resource of a known kind of this Calico version; `undefined` where it is one. */
export function kindProblem(
  { value, kind, apiVersion }: Candidate,
  calico: CalicoVersionRules,
  purpose: Purpose,
): Problem | undefined {
  if (kind === undefined) {
    const given = value.kind;
    if (given !== undefined && given !== null)
      return { code: "field.type", message: "`kind` must be text", path: ["kind"] };
    if (Array.isArray(value.items))
      return {
        code: "field.required",
        message: "`kind` is missing: this is a list, which `kind: List` ends as kubectl prints it",
        help: "the text may be cut off: save it again",
        path: [],
      };
    const help = otherFile(value) ?? `every resource needs \`apiVersion: ${API_VERSION}\` and a \`kind\``;
    return { code: "field.required", message: "`kind` is missing", help, path: [] };
  }
  const info = kindNamed(kind);
  const foreign = foreignResource(kind, apiVersion, purpose);
  if (foreign !== undefined) {
    return info === undefined
      ? { code: "kind.unknown", ...foreign, path: ["kind"] }
      : { code: "api-version.unknown", ...foreign, path: ["apiVersion"] };
  }
  if (info !== undefined && !hasKind(info, calico)) {
    const help = `Calico ${info.since} does: --calico-version ${info.since}`;
    return { code: "kind.version", message: `Calico ${calico.version} does not have ${kind}`, help, path: ["kind"] };
  }
  if (info === undefined && apiVersion === V1 && V1_KINDS.includes(kind)) {
    const help = "`calicoctl convert -f FILE` converts it to `projectcalico.org/v3`";
    return {
      code: "api-version.unknown",
      message: `apiVersion \`${V1}\` is the early Calico API`,
      help,
      path: ["apiVersion"],
    };
  }
  if (info === undefined) {
    const known = schemaKinds().filter((name) => hasKind(kindNamed(name) ?? {}, calico));
    const near = nearest(kind, apiVersion === V1 ? [...CORE_KINDS, ...known] : known);
    const help = enterpriseKind(kind) ?? didYouMean(near) ?? `known kinds: ${known.join(", ")}`;
    const fix = near === undefined || enterpriseKind(kind) !== undefined ? undefined : write(near);
    return { code: "kind.unknown", message: `unknown kind \`${kind}\``, help, fix, path: ["kind"] };
  }
  if (apiVersion === API_VERSION) return undefined;
  const meant = isKubernetesPolicy(kind, value) ? "networking.k8s.io/v1" : API_VERSION;
  const help = `write \`apiVersion: ${meant}\``;
  if (apiVersion === undefined) {
    const fix: Fix = { kind: "add", in: [], field: "apiVersion", value: meant };
    return { code: "field.required", message: "`apiVersion` is missing", help, fix, path: [] };
  }
  const message = `unknown apiVersion \`${apiVersion}\``;
  return { code: "api-version.unknown", message, help, fix: write(meant), path: ["apiVersion"] };
}

/** Whether it is a NetworkPolicy of Kubernetes by its fields, which Calico's does not have. */
function isKubernetesPolicy(kind: string, { spec }: Candidate["value"]): boolean {
  const fields = objectOrEmpty(spec);
  return kind === "NetworkPolicy" && ["podSelector", "policyTypes"].some((field) => Object.hasOwn(fields, field));
}

/** Whether there is a kind of that name in this Calico version. */
export function hasKindNamed(kind: string, calico: CalicoVersionRules): boolean {
  const info = kindNamed(kind);
  return info !== undefined && hasKind(info, calico);
}

/** The name by which findings call a candidate that is not a resource here; `undefined` where it has none. */
export function nameOf({ kind, value }: Candidate): string | undefined {
  const metadata = isObject(value.metadata) ? value.metadata : {};
  const { name, namespace } = metadata;
  if (typeof name !== "string" || kind === undefined) return undefined;
  return displayId({ kind, name, ...(typeof namespace === "string" && { namespace }) });
}
