import {
  CLUSTER_NETWORK_POLICIES,
  ENDPOINT_SLICES,
  NAMESPACES,
  NETWORK_POLICIES,
  NODES,
  type ObjectType,
  PODS,
  SERVICE_ACCOUNTS,
  SERVICES,
  type StoredGroup,
  storedType,
} from "../../datastore/kubernetes/api-resources.ts";
import { MADE_OF_OTHERS } from "../../kubernetes/write-stored-form.ts";
import { allKinds } from "../../model/kinds/kinds.ts";

/** A kind that a snapshot has. */
export interface SnapshotKind extends ObjectType {
  /** The file of its objects. */
  readonly file: string;
  /** What is unknown without it. */
  readonly unknown: string;
}

/** Kubernetes' own kinds, and what each says. */
const KUBERNETES: readonly (readonly [type: ObjectType, unknown: string])[] = [
  [NODES, "the nodes and their addresses"],
  [NAMESPACES, "the labels of namespaces, which `namespaceSelector` asks for"],
  [SERVICE_ACCOUNTS, "the labels of service accounts, which rules may ask for"],
  [PODS, "the pods, their addresses and labels"],
  [SERVICES, "what NodePorts, ClusterIPs and load balancers are translated to"],
  [ENDPOINT_SLICES, "the backends of Services"],
  [NETWORK_POLICIES, "Kubernetes' own policies"],
  [CLUSTER_NETWORK_POLICIES, "Kubernetes' policies of the whole cluster"],
];

/** The kinds of a snapshot of a cluster that has Calico's resources in that API. */
export function snapshotKinds(group: StoredGroup): readonly SnapshotKind[] {
  const own = KUBERNETES.map(([type, unknown]) => ({ ...type, file: `${type.of.resource}.yaml`, unknown }));
  const calicos = allKinds()
    .filter(({ kind }) => !MADE_OF_OTHERS.has(kind))
    .map(({ kind, plural }) => {
      return {
        ...storedType(kind, group),
        file: `calico-${plural}.yaml`,
        unknown: `Calico's resources of kind ${kind}`,
      };
    });
  return [...own, ...calicos];
}
