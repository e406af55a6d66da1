import type { KubernetesApi } from "../../../src/datastore/kubernetes/api/kubernetes-api.ts";
import {
  NAMESPACES,
  NETWORK_POLICIES,
  NODES,
  type ObjectType,
  PODS,
  SERVICE_ACCOUNTS,
  type StoredGroup,
  storedType,
} from "../../../src/datastore/kubernetes/api-resources.ts";
import { type KubernetesObject, metadataOf } from "../../../src/kubernetes/kubernetes-object.ts";
import { objectOrEmpty } from "../../../src/model/json.ts";
import { KINDS } from "../../../src/model/kinds/table.ts";
import type { ApiServer } from "../../support/kube-apiserver/api-server.ts";
import { resourceOf } from "../../support/kubernetes/on-api.ts";
import { type CaseStage, type KubernetesCase, NAMESPACE_LABELS, type PlayedCase, playCase } from "./transcripts.ts";

const NOT_STORED = ["Node", "Profile", "WorkloadEndpoint"];

/** Gives the namespaces of the recordings their labels, and makes those that the server does not make itself. */
export async function makeNamespaces(api: KubernetesApi): Promise<void> {
  for (const [name, labels] of Object.entries(NAMESPACE_LABELS)) {
    if (Object.keys(labels).length === 0) continue;
    const made = await api.create(NAMESPACES.of, { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } });
    if (made.kind !== "written") throw new Error(`no namespace ${name}: ${made.kind}`);
  }
}

/** Plays a recorded case on a real API server, which it empties first. */
export async function playOnServer(one: KubernetesCase, server: ApiServer, api: KubernetesApi): Promise<PlayedCase> {
  const group: StoredGroup = one.area.endsWith("-v3") ? "projectcalico.org/v3" : "crd.projectcalico.org/v1";
  const stored = KINDS.filter(({ kind }) => !NOT_STORED.includes(kind)).map(({ kind }) => storedType(kind, group));
  for (const type of [...stored, PODS, NODES, SERVICE_ACCOUNTS, NETWORK_POLICIES]) await empty(api, type);
  const stage: CaseStage = {
    env: { DATASTORE_TYPE: "kubernetes", KUBECONFIG: server.kubeconfig },
    load: (object) => load(api, object),
    dump: async () => (await Promise.all([...stored, NODES].map((type) => listed(api, type)))).flat(),
  };
  return playCase(one, stage);
}

async function listed(api: KubernetesApi, { of, apiVersion, kind }: ObjectType): Promise<KubernetesObject[]> {
  return (await api.list(of)).items.map((item) => ({ ...item, apiVersion, kind }));
}

async function empty(api: KubernetesApi, { of }: ObjectType): Promise<void> {
  for (const item of (await api.list(of)).items) {
    const { name, namespace } = metadataOf(item);
    await api.delete({ of, name, ...(namespace !== "" && { namespace }) });
  }
}

/** Writes an object as others do: first without its status, then that. */
async function load(api: KubernetesApi, object: KubernetesObject): Promise<void> {
  const of = resourceOf(String(object.apiVersion), String(object.kind));
  const {
    uid: _uid,
    resourceVersion: _version,
    creationTimestamp: _created,
    ...metadata
  } = objectOrEmpty(object.metadata);
  const { status, ...given }: KubernetesObject = { ...object, metadata };
  // A pod without a kubelet goes at once only if it needs no time to end.
  const spec = { ...objectOrEmpty(given.spec), terminationGracePeriodSeconds: 0 };
  const made = await api.create(of, object.kind === "Pod" ? { ...given, spec } : given);
  if (made.kind !== "written") throw new Error(`not loaded: ${JSON.stringify(made)}`);
  if (status === undefined || !["Node", "Pod"].includes(String(object.kind))) return;
  const written = await api.update(of, { ...made.object, status }, { subresource: "status" });
  if (written.kind !== "written") throw new Error(`no status: ${JSON.stringify(written)}`);
}
