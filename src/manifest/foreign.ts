import { kindNamed } from "../model/kinds/kinds.ts";
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
/** Kinds that Calico's API server does not serve, so that `kubectl` cannot print them. */
const NOT_SERVED = new Set(["Node", "WorkloadEndpoint"]);

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
  const message = `\`${apiVersion}\` is the form in which Kubernetes stores Calico's resources; it is not read yet`;
  const info = kindNamed(kind);
  if (info === undefined) return { message, help: LEAVE_OUT };
  const own = `calicoctl get ${kind.toLowerCase()} -o yaml`;
  const served = NOT_SERVED.has(kind) ? "" : `\`kubectl get ${info.plural}.projectcalico.org -o yaml\` or `;
  const moved = "its labels may be in the annotation `projectcalico.org/metadata`, so do not change `apiVersion`";
  return { message, help: `${moved}; print it with ${served}\`${own}\` of Calico's own calicoctl` };
}

function kubernetes(kind: string, apiVersion: string): ForeignResource {
  const message = `this ${kind} is one of Kubernetes (\`${apiVersion}\`), not of Calico; it is not read yet`;
  return { message, help: INSTEAD[`${apiVersion} ${kind}`] ?? LEAVE_OUT };
}

/** What of Calico's holds the same, where something does. */
const INSTEAD: Readonly<Record<string, string>> = {
  "v1 Node": "print the Node of Calico with `calicoctl get node -o yaml` of Calico's own calicoctl",
  "v1 Namespace": "in Calico its labels are those of the Profile `kns.NAME`: `labelsToApply: {pcns.KEY: VALUE}`",
  "v1 ServiceAccount": "in Calico its labels are those of the Profile `ksa.NAMESPACE.NAME`: `pcsa.KEY: VALUE`",
  "networking.k8s.io/v1 NetworkPolicy":
    "print what Calico makes of it with `kubectl get networkpolicies.projectcalico.org -o yaml`: it is named `knp.default.NAME`",
};
