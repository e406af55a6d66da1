import { type EndPod, podName, readPodFacts } from "../../kubernetes/ends/end-pod.ts";
import type { ClusterEnds } from "../../kubernetes/ends/resolve-end.ts";
import { readWorkload } from "../../kubernetes/ends/workload-pods.ts";
import { isOfKind } from "../../kubernetes/kubernetes-object.ts";
import { objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { protocolName } from "../../model/net/protocol.ts";
import type { CompiledEndpoint } from "../../policy/world/compiled.ts";
import type { Scenario } from "../scenario.ts";

/** What of a scenario says what there is in the cluster. */
export type ClusterScene = Pick<Scenario, "world" | "saved" | "objects" | "services">;

/** What ends in Kubernetes' words are found in: the pods of the World, and what only the objects say of them and of others. */
export function clusterEnds({ world, saved, objects, services }: ClusterScene): ClusterEnds {
  const facts = objects.filter((object) => isOfKind(object, "v1 Pod")).map(readPodFacts);
  const byName = new Map(facts.map((pod) => [podName(pod), pod]));
  const ofWorld = [...world.workloadEndpoints.values()].flat().flatMap((endpoint) => podOf(endpoint) ?? []);
  const pods = new Map<string, EndPod>();
  const absent = new Map<string, string>();
  for (const [name, pod] of byName) {
    if (pod.node === "") absent.set(name, "is on no node yet");
    else if (pod.isEnded) absent.set(name, "has ended, and has no address");
    else if (pod.isOnHostNetwork)
      pods.set(name, { ...pod, endpoint: { node: pod.node }, hasAddress: true, generateName: "" });
  }
  for (const pod of ofWorld) {
    const name = podName(pod);
    const { ports = pod.ports, owners = [] } = byName.get(name) ?? {};
    if (!absent.has(name)) pods.set(name, { ...pod, ports, owners });
  }
  const nodes = [...new Set([...world.nodes.keys(), ...world.hostEndpoints.keys(), ...saved.byNode.keys()])];
  return {
    ...{ pods: [...pods.values()], nodes, absent, services },
    workloads: objects.flatMap((object) => readWorkload(object) ?? []),
  };
}

/** The pod of a workload endpoint; `undefined` for a workload of another orchestrator. */
function podOf(endpoint: CompiledEndpoint): EndPod | undefined {
  const { name, namespace = "default", node, labels, nets, ports, located } = endpoint;
  const { metadata, spec } = located.resource;
  const pod = textOrEmpty(objectOrEmpty(spec).pod);
  if (pod === "") return undefined;
  return {
    ...{ namespace, name: pod, node, labels, owners: [] },
    endpoint: `${namespace}/${name}`,
    hasAddress: nets.length > 0,
    ports: ports.map(({ name: port, protocol, port: number }) => ({
      name: port,
      protocol: protocolName(protocol),
      port: number,
    })),
    generateName: textOrEmpty(metadata.generateName),
  };
}
