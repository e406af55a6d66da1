import { allKinds, kindNamed } from "../../model/kinds/kinds.ts";
import { KUBERNETES_KINDS, STORED_API } from "../../model/kinds/kubernetes-kinds.ts";
import { nearest } from "../../model/nearest.ts";
import { API_VERSION } from "../../model/resource.ts";

/** Another API than `projectcalico.org`: Calico's resources as Kubernetes stores them, Kubernetes' own, or somebody else's. */
export type OtherApi = "stored" | "kubernetes" | "stranger";

const [STORED_GROUP] = STORED_API.split("/");
/** Kinds of Kubernetes' core API (`v1`) that people keep beside Calico's. */
export const CORE_KINDS: ReadonlySet<string> = new Set(
  "Binding ComponentStatus ConfigMap Endpoints Event LimitRange Namespace Node PersistentVolume PersistentVolumeClaim Pod PodTemplate ReplicationController ResourceQuota Secret Service ServiceAccount".split(
    " ",
  ),
);
/** Groups of Kubernetes' API without a dot in their name. */
const SHORT_GROUPS = new Set(["apps", "autoscaling", "batch", "extensions", "policy"]);
/** Kinds of Calico whose names other APIs have, too. An object of any other kind of Calico is Calico's, whatever its `apiVersion` says. */
const SHARED_KINDS = new Set(["BGPPeer", "IPPool", "NetworkPolicy", "Node", "Profile", "Tier"]);

/**
 * Returns the API of an object that is not of `projectcalico.org/v3`; `undefined` for what may be a misspelling of ours: passed
 * over, it would be missing from a verdict.
 */
export function otherApi(kind: string, apiVersion: string | undefined): OtherApi | undefined {
  if (apiVersion === undefined) return undefined;
  const [group = "", version] = apiVersion.split("/", 2);
  if (isStoredForm(apiVersion)) return "stored";
  if (version === undefined) return group === "v1" && CORE_KINDS.has(kind) ? "kubernetes" : undefined;
  if (!SHARED_KINDS.has(kind) && kindNamed(kind) !== undefined) return undefined;
  if (group.endsWith(".k8s.io") || SHORT_GROUPS.has(group)) return "kubernetes";
  if (/calico/i.test(group) || nearest(group, [API_VERSION.split("/")[0] ?? ""]) !== undefined) return undefined;
  return "stranger";
}

/** Whether it is the API in which Kubernetes stores Calico's resources; their spec is that of `projectcalico.org/v3`. */
export function isStoredForm(apiVersion: string | undefined): boolean {
  const group = apiVersion?.split("/", 1)[0] ?? "";
  return group.toLowerCase() === STORED_GROUP;
}

/** The `apiVersion` of which Calico reads the kind, where this is another one of Kubernetes; such an object must not be passed over. */
export function readApiVersion(kind: string, apiVersion: string): string | undefined {
  const read = KUBERNETES_KINDS.map((name) => name.split(" ")).find(([, known]) => known === kind)?.[0];
  return read === apiVersion || otherApi(kind, apiVersion) !== "kubernetes" ? undefined : read;
}

/** The kind of Calico that a word is a misspelling of; `undefined` where it is none. */
export function nearKind(word: string): string | undefined {
  return nearest(
    word,
    allKinds().map(({ kind }) => kind),
  );
}
