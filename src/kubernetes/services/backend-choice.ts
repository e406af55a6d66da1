import type { ServiceBackend } from "./service-endpoints.ts";
import type { ServicePort } from "./services.ts";

/** A node as far as it decides which backends kube-proxy uses there. */
export interface ProxyNode {
  readonly name: string;
  /** Its label `topology.kubernetes.io/zone`; empty without one. */
  readonly zone: string;
  /** Its own addresses (`InternalIP`). */
  readonly addresses: readonly string[];
}

/** The backends of one port and IP version that the proxy of a node uses. */
export interface BackendChoice {
  /** For traffic policy Cluster. */
  readonly cluster: readonly ServiceBackend[];
  /** For traffic policy Local: those on the node. */
  readonly local: readonly ServiceBackend[];
  /** Whether there are any at all; without, packets are rejected. */
  readonly hasAny: boolean;
}

/**
 * The backends that kube-proxy chooses from: those that are ready; where none is, those that are terminating and still serve,
 * of all of the cluster and of the node alike (recorded: terminating, only-terminating-local-etp).
 */
export function chooseBackends(backends: readonly ServiceBackend[], node: Omit<ProxyNode, "addresses">): BackendChoice {
  const ready = backends.filter((backend) => backend.ready);
  const leaving = backends.filter(({ serving, terminating }) => serving && terminating);
  const onNode = (list: readonly ServiceBackend[]) => list.filter((backend) => backend.node === node.name);
  const cluster = ready.length > 0 ? hinted(ready, node) : leaving;
  const local = onNode(ready);
  return {
    cluster,
    local: local.length > 0 ? local : onNode(leaving),
    hasAny: ready.length > 0 || leaving.length > 0,
  };
}

/**
 * The ready backends that hints mean for a node, or for its zone: hints count where every ready backend has some and one is
 * for this place; else all are used.
 */
function hinted(
  ready: readonly ServiceBackend[],
  { name, zone }: Omit<ProxyNode, "addresses">,
): readonly ServiceBackend[] {
  const forNode = ready.filter(({ forNodes }) => forNodes.includes(name));
  if (forNode.length > 0 && ready.every(({ forNodes }) => forNodes.length > 0)) return forNode;
  const forZone = ready.filter(({ zones }) => zones.includes(zone));
  return zone !== "" && forZone.length > 0 && ready.every(({ zones }) => zones.length > 0) ? forZone : ready;
}

/** The backends of a port for one IP version, where they are known. */
export function ofFamily({ backends }: ServicePort, family: 4 | 6): readonly ServiceBackend[] | undefined {
  return backends?.filter((backend) => backend.family === family);
}
