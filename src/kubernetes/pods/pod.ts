import { type JsonObject, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { workloadEndpointName } from "../../model/kinds/workload-name.ts";
import type { Resource } from "../../model/resource.ts";
import { sha1 } from "../../model/sha1.ts";
import { derivedResource } from "../derived.ts";
import { type KubernetesObject, metadataOf, present, type Texts } from "../kubernetes-object.ts";
import type { ConversionRules } from "../rules.ts";
import { containerPorts } from "./container-ports.ts";
import { floatingIps, podAddresses, spoofedPrefixes } from "./pod-addresses.ts";
import { qosControls } from "./qos-controls.ts";

/** The network interface of every pod. */
const ENDPOINT = "eth0";
/** The only annotation that the endpoint keeps as it is. */
const NETWORK_STATUS = "k8s.v1.cni.cncf.io/network-status";
/** As long as the value of a label may be. */
const LONGEST_LABEL = 63;

/**
 * The WorkloadEndpoint of a Pod; `undefined` for one that has no network of its own or is on no node yet. One that has
 * ended keeps its endpoint, without addresses (recorded: conv-pod-*).
 */
export function convertPod(object: KubernetesObject, rules: ConversionRules): Resource | undefined {
  const { name, namespace, generateName, labels, annotations } = metadataOf(object);
  const spec = objectOrEmpty(object.spec);
  const node = textOrEmpty(spec.nodeName);
  if (node === "" || spec.hostNetwork === true) return undefined;
  const account = textOrEmpty(spec.serviceAccountName);
  const addresses = podAddresses(object, rules);
  const all = rules.readsAllOfPods;
  return derivedResource(object, "WorkloadEndpoint", rules, {
    name: () => workloadEndpointName({ orchestrator: "k8s", node, pod: name, endpoint: ENDPOINT }) ?? "",
    keepsUid: true,
    generateName,
    labels: podLabels(labels, namespace, account, rules),
    annotations: present({ [NETWORK_STATUS]: all ? (annotations[NETWORK_STATUS] ?? "") : "" }) as Texts,
    spec: present({
      orchestrator: "k8s",
      node,
      containerID: all ? annotations["cni.projectcalico.org/containerID"] : "",
      pod: name,
      endpoint: ENDPOINT,
      serviceAccountName: all ? account : "",
      ipNetworks: addresses,
      ipNATs: floatingIps(annotations, addresses, rules),
      profiles: [`kns.${namespace}`, ...(account === "" ? [] : [`ksa.${namespace}.${account}`])],
      interfaceName: interfaceOf(namespace, name),
      ports: containerPorts(object).flatMap((port) => portOf(port, rules)),
      allowSpoofedSourcePrefixes: all ? spoofedPrefixes(annotations) : [],
      qosControls: all ? qosControls(annotations) : {},
    }),
  });
}

/** The name of a pod's interface on its node. */
export function interfaceOf(namespace: string, pod: string): string {
  return `cali${sha1(`${namespace}.${pod}`).slice(0, 11)}`;
}

function podLabels(own: Texts, namespace: string, account: string, { readsAllOfPods }: ConversionRules): Texts {
  const isLabel = account !== "" && (!readsAllOfPods || account.length < LONGEST_LABEL);
  return {
    ...own,
    "projectcalico.org/namespace": namespace,
    "projectcalico.org/orchestrator": "k8s",
    ...(isLabel && { "projectcalico.org/serviceaccount": account }),
  };
}

/** The protocols of Kubernetes; Calico leaves out ports of others. */
const PROTOCOLS: ReadonlySet<string> = new Set(["TCP", "UDP", "SCTP"]);

/** A container's port: those with a name, and where host ports are read those with one. */
function portOf(port: JsonObject, { readsAllOfPods, sctpPorts }: ConversionRules): JsonObject[] {
  const { containerPort, hostPort, hostIP } = port;
  const name = textOrEmpty(port.name);
  const protocol = textOrEmpty(port.protocol) || "TCP";
  const host = typeof hostPort === "number" ? hostPort : 0;
  if (!PROTOCOLS.has(protocol) || (protocol === "SCTP" && !sctpPorts)) return [];
  if (typeof containerPort !== "number" || containerPort === 0) return [];
  if (name === "" && (!readsAllOfPods || host === 0)) return [];
  const fields = { name, protocol, port: containerPort };
  return [readsAllOfPods ? { ...fields, hostPort: host, hostIP: textOrEmpty(hostIP) } : fields];
}
