import { kindNamed } from "../../model/kinds/kinds.ts";
import { KUBERNETES_KINDS, SERVICE_KINDS, STORED_API } from "../../model/kinds/kubernetes-kinds.ts";
import { didYouMean } from "../../model/nearest.ts";
import { API_VERSION } from "../../model/resource.ts";
import type { Purpose } from "../validate.ts";
import { nearKind, type OtherApi, otherApi, readApiVersion } from "./other-api.ts";

/** What to say of a resource that belongs to another API. */
export interface ForeignResource {
  readonly message: string;
  readonly help: string;
}

/** What `kubectl` calls the work that was to be done. */
const KUBECTL_VERBS: Readonly<Partial<Record<Purpose, string>>> = {
  create: "create",
  replace: "replace",
  delete: "delete",
};

/**
 * Returns what to say of a resource of another API, `undefined` for what may be a misspelling of ours. Such a resource must not
 * be given another `apiVersion`: its fields mean something else or are elsewhere, and a verdict on it would be wrong.
 */
export function foreignResource(
  kind: string,
  apiVersion: string | undefined,
  purpose: Purpose,
): ForeignResource | undefined {
  const api = otherApi(kind, apiVersion);
  if (api === undefined || apiVersion === undefined) return undefined;
  return REFUSALS[api](kind, apiVersion, `kubectl ${KUBECTL_VERBS[purpose] ?? "apply"} -f FILE`);
}

const REFUSALS: Readonly<Record<OtherApi, (kind: string, apiVersion: string, kubectl: string) => ForeignResource>> = {
  stored: (kind, apiVersion) => {
    const message = `\`${apiVersion}\` is the form in which Kubernetes stores Calico's resources; it is not written as it is`;
    const near = kindNamed(kind) === undefined ? nearKind(kind) : kind;
    if (near === undefined) return { message, help: `leave it out: Calico itself writes ${kind}` };
    if (near !== kind) return { message, help: didYouMean(near) };
    if (apiVersion !== STORED_API)
      return { message: `\`${apiVersion}\` is misspelt`, help: `write \`apiVersion: ${STORED_API}\`` };
    const moved = "its labels may be in the annotation `projectcalico.org/metadata`, so do not change `apiVersion`";
    return { message, help: `${moved}: \`calicoctl convert -f FILE\` prints it as \`${API_VERSION}\`` };
  },
  kubernetes: (kind, apiVersion, kubectl) => {
    const message = `this ${kind} is one of Kubernetes (\`${apiVersion}\`), not of Calico`;
    const read = readApiVersion(kind, apiVersion);
    if (read !== undefined) return { message, help: `Calico reads ${kind} of \`${read}\` only: write it so` };
    if (NOT_READ.has(kind)) return { message, help: CLUSTER_POLICY };
    const name = `${apiVersion} ${kind}`;
    const help = KUBERNETES_KINDS.some((one) => one === name)
      ? "`calicoctl simulate` reads it, and `calicoctl convert` prints what Calico makes of it"
      : SERVICE_KINDS.some((one) => one === name)
        ? "`calicoctl simulate` reads it"
        : "Calico does not read this kind";
    return { message, help: `use \`${kubectl}\`; ${help}` };
  },
  stranger: (kind, apiVersion, kubectl) => ({
    message: `\`${apiVersion}\` is not an API of Calico: this ${kind} is not read`,
    help: `if a cluster has this API, use \`${kubectl}\``,
  }),
};

/** Policies of Kubernetes that Calico no longer reads. */
const NOT_READ = new Set(["AdminNetworkPolicy", "BaselineAdminNetworkPolicy"]);
const CLUSTER_POLICY = "Calico does not read it: write a ClusterNetworkPolicy of `policy.networking.k8s.io/v1alpha2`";
