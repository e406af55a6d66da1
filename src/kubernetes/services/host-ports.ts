import type { DnatMatch } from "../../model/flow.ts";
import { objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { formatAddress, parseAddress, parseNet } from "../../model/net/address.ts";
import { isOfKind, type KubernetesObject, metadataOf } from "../kubernetes-object.ts";
import { containerPorts } from "../pods/container-ports.ts";
import { podAddresses } from "../pods/pod-addresses.ts";
import type { ProxyRules } from "./proxy-rules.ts";
import { portOf, protocolOf } from "./service-endpoints.ts";

/**
 * Adds what the CNI plugin `portmap` makes of the host ports of a pod: every address of the node, or its `hostIP`, answers.
 * The pod itself and 127.0.0.1 are masqueraded, others keep their source (recorded: kube-hostport-iptables).
 */
export function addHostPorts(rules: ProxyRules, pod: KubernetesObject): void {
  const { namespace, name } = metadataOf(pod);
  const spec = objectOrEmpty(pod.spec);
  if (spec.hostNetwork === true) return;
  const ports = containerPorts(pod).filter(({ hostPort }) => portOf(hostPort) !== undefined);
  if (ports.length === 0) return;
  const addresses = podAddresses(pod, { readsAllOfPods: true }).map((net) => parseNet(net)?.address);
  for (const { hostPort, hostIP, containerPort, protocol: given } of ports) {
    const [protocol, port, toPort] = [protocolOf(given), portOf(hostPort), portOf(containerPort)];
    if (protocol === undefined || port === undefined || toPort === undefined) continue;
    const host = parseAddress(textOrEmpty(hostIP));
    const isAny = host === undefined || host.value === 0n;
    for (const address of addresses) {
      if (address === undefined || (host !== undefined && !isAny && host.family !== address.family)) continue;
      const dst = isAny ? "LOCAL" : formatAddress(host);
      const match = { protocol, dst, port, ipVersion: address.family };
      const by = `hostPort ${port} of pod ${namespace}/${name}`;
      const toIP = formatAddress(address);
      rules.dnat.push({ ...match, toIP, toPort, to: `pod ${namespace}/${name}`, by });
      const own: DnatMatch[] = [{ srcIP: toIP }, ...(address.family === 4 ? [{ srcIP: "127.0.0.1" }] : [])];
      for (const { srcIP } of own) rules.masquerade.push({ ...match, ...(srcIP && { srcIP }), by, keepsPort: true });
    }
  }
}

/** The pods of each node that have host ports, and are not only planned there. */
export function podsByNode(objects: readonly KubernetesObject[]): ReadonlyMap<string, readonly KubernetesObject[]> {
  const pods = new Map<string, KubernetesObject[]>();
  for (const object of objects) {
    if (!isOfKind(object, "v1 Pod")) continue;
    const node = textOrEmpty(objectOrEmpty(object.spec).nodeName);
    const known = pods.get(node);
    if (known === undefined) pods.set(node, [object]);
    else known.push(object);
  }
  return pods;
}
