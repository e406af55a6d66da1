import type { Diagnostic } from "../model/diagnostic.ts";
import { kindNamed } from "../model/kinds/kinds.ts";
import { KUBERNETES_KINDS } from "../model/kinds/kubernetes-kinds.ts";
import { API_VERSION } from "../model/resource.ts";

/** What to say of a resource that belongs to another API. */
export interface ForeignResource {
  readonly message: string;
  readonly help: string;
}

/** Kubernetes' custom resources in which Calico keeps its own. */
const STORED_FORM = "crd.projectcalico.org";
/** Kinds of Kubernetes' core API (`v1`) that people keep beside Calico's. */
const CORE_KINDS = new Set(
  "ConfigMap Endpoints Event LimitRange Namespace Node PersistentVolume PersistentVolumeClaim Pod PodTemplate ReplicationController ResourceQuota Secret Service ServiceAccount".split(
    " ",
  ),
);
/** Groups of Kubernetes' API without a dot in their name. */
const SHORT_GROUPS = new Set(["apps", "autoscaling", "batch", "extensions", "policy"]);

/**
 * Returns what to say of a resource of another API, `undefined` for what may be a misspelling of ours. Such a resource must not
 * be given another `apiVersion`: its fields mean something else or are elsewhere, and a verdict on it would be wrong.
 */
export function foreignResource(kind: string, apiVersion: string | undefined): ForeignResource | undefined {
  if (apiVersion === undefined) return undefined;
  const [group = "", version] = apiVersion.split("/", 2);
  if (version === undefined) return group === "v1" && CORE_KINDS.has(kind) ? kubernetes(kind, apiVersion) : undefined;
  if (isStoredForm(apiVersion)) return storedForm(kind, apiVersion);
  if (group.endsWith(".k8s.io") || SHORT_GROUPS.has(group)) return kubernetes(kind, apiVersion);
  if (/calico/i.test(group)) return undefined;
  return { message: `\`${apiVersion}\` is not an API of Calico: this ${kind} is not read`, help: LEAVE_OUT };
}

/** Whether it is the API in which Kubernetes stores Calico's resources; their spec is that of `projectcalico.org/v3`. */
export function isStoredForm(apiVersion: string | undefined): boolean {
  return apiVersion?.startsWith(`${STORED_FORM}/`) ?? false;
}

const LEAVE_OUT = `leave it out: only resources of \`${API_VERSION}\` are read`;

function storedForm(kind: string, apiVersion: string): ForeignResource {
  const message = `\`${apiVersion}\` is the form in which Kubernetes stores Calico's resources; \`simulate\` and \`test\` read it, others do not`;
  if (kindNamed(kind) === undefined) return { message, help: LEAVE_OUT };
  const moved = "its labels may be in the annotation `projectcalico.org/metadata`, so do not change `apiVersion`";
  return { message, help: `${moved}: \`calicoctl convert\` prints it as \`${API_VERSION}\`` };
}

function kubernetes(kind: string, apiVersion: string): ForeignResource {
  const message = `this ${kind} is one of Kubernetes (\`${apiVersion}\`), not of Calico`;
  if (KUBERNETES_KINDS.some((read) => read === `${apiVersion} ${kind}`)) return { message, help: KUBECTL };
  return { message, help: NOT_READ.has(kind) ? CLUSTER_POLICY : LEAVE_OUT };
}

const KUBECTL =
  "write it with `kubectl apply`; `calicoctl simulate` reads it, and `calicoctl convert` prints what Calico makes of it";
/** Policies of Kubernetes that Calico no longer reads. */
const NOT_READ = new Set(["AdminNetworkPolicy", "BaselineAdminNetworkPolicy"]);
const CLUSTER_POLICY = "Calico does not read it: write a ClusterNetworkPolicy of `policy.networking.k8s.io/v1alpha2`";

/** Returns one finding for all resources of other APIs that were passed over, counted by `kind (apiVersion)`. */
export function passedOver(counts: ReadonlyMap<string, number>): readonly Diagnostic[] {
  if (counts.size === 0) return [];
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const kinds = [...counts].map(([kind, count]) => `${count} ${kind}`).sort();
  const message = `${all === 1 ? "an object is" : `${all} objects are`} passed over, as Calico does not read their kinds: ${kinds.join(", ")}`;
  const isService = [...counts.keys()].some((kind) => /^(?:Service|Endpoints|EndpointSlice) /.test(kind));
  const help = "what kube-proxy makes of Services is not read from them: give the nat table of the node with --nat";
  return [{ severity: "warning", code: "kubernetes.passed-over", message, ...(isService && { help }) }];
}
