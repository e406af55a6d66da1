import type { DnatRule, NodeFacts } from "../../model/flow.ts";
import { objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { formatAddress, parseAddress } from "../../model/net/address.ts";
import { mergedNets } from "../../model/net/merged-nets.ts";
import { isOfKind, type KubernetesObject, metadataOf, objectsOf } from "../kubernetes-object.ts";
import { podAddresses } from "../pods/pod-addresses.ts";
import type { ProxyNode } from "./backend-choice.ts";
import { addHostPorts, podsByNode } from "./host-ports.ts";
import { addServicePort, type ProxyRules, type ProxySettings } from "./proxy-rules.ts";
import { type ClusterService, readServices, type ServiceOptions } from "./services.ts";

/** What a node translates and refuses, as facts of it. */
export type NodeNat = Pick<NodeFacts, "dnat" | "outputDnat" | "masquerade" | "filter">;

/** What the objects themselves do not say of kube-proxy. */
export interface NodeNatOptions extends ServiceOptions {
  /** Its networks of pods (`--cluster-cidr`); without, those that the Nodes have (`podCIDRs`), else the pods' addresses. */
  readonly podNets?: readonly string[];
  /** `iptables` when left out. */
  readonly mode?: "iptables" | "nftables";
}

/** What the objects of a cluster make of its nodes. */
export interface ClusterNat {
  readonly services: readonly ClusterService[];
  /** What one node translates and refuses; made when it is asked for. */
  readonly ofNode: (node: string) => NodeNat;
}

/**
 * What kube-proxy (iptables mode) and the CNI plugin `portmap` make of the objects of a cluster: Services with their
 * EndpointSlices, host ports of Pods. The rules of a node are made when it is first asked for.
 */
export function clusterNat(objects: readonly KubernetesObject[], options: NodeNatOptions = {}): ClusterNat {
  const services = readServices(objects, options);
  const pods = podsByNode(objects);
  const podNets = options.podNets ?? podNetsOf(objects);
  const nodes = nodesOf(objects);
  const { mode = "iptables" } = options;
  const alike = new Map<ClusterService, ProxyRules>();
  return {
    services,
    ofNode: (name) => {
      const rules: ProxyRules = { dnat: [], masquerade: [], filter: [] };
      const node = { name, zone: nodes.get(name)?.zone ?? "", addresses: nodes.get(name)?.addresses ?? [] };
      const settings = { podNets, node, mode };
      for (const service of services) {
        if (!isAlikeEverywhere(service, settings)) addService(rules, service, settings);
        else {
          const known = alike.get(service) ?? addService({ dnat: [], masquerade: [], filter: [] }, service, settings);
          alike.set(service, known);
          for (const rule of known.dnat) rules.dnat.push(rule);
          for (const rule of known.masquerade) rules.masquerade.push(rule);
          for (const rule of known.filter) rules.filter.push(rule);
        }
      }
      for (const pod of pods.get(name) ?? []) addHostPorts(rules, pod);
      // Addresses of Services come before NodePorts, which any address of the node answers.
      const isAny = ({ dst }: { readonly dst?: string }) => (dst === "LOCAL" ? 1 : 0);
      const dnat = withoutChance(rules.dnat.sort((a, b) => isAny(a) - isAny(b)));
      return { dnat, outputDnat: dnat, masquerade: rules.masquerade, filter: rules.filter };
    },
  };
}

function addService(rules: ProxyRules, service: ClusterService, settings: ProxySettings): ProxyRules {
  for (const port of service.ports) addServicePort(rules, service, port, settings);
  return rules;
}

/** Whether every node has the same rules for a Service: then they are made, and compiled, once. */
function isAlikeEverywhere(
  { isExternalLocal, isInternalLocal, sourceRanges, ports }: ClusterService,
  { mode }: ProxySettings,
): boolean {
  const isHinted = ports.some(({ backends = [] }) =>
    backends.some(({ zones, forNodes }) => zones.length > 0 || forNodes.length > 0),
  );
  const dependsOnNode = isExternalLocal || isInternalLocal || isHinted || sourceRanges.length > 0;
  return mode === "iptables" && !dependsOnNode;
}

/**
 * The rules, of which those for an address and port that another object has, too, are uncertain: kube-proxy writes its Services
 * in no order. Kubernetes lets two have the same external address.
 */
function withoutChance(rules: readonly DnatRule[]): readonly DnatRule[] {
  const owners = new Map<string, Set<string>>();
  const keyOf = ({ protocol, dst, port, ipVersion }: DnatRule) => `${protocol} ${dst} ${port} ${ipVersion ?? ""}`;
  for (const rule of rules) {
    const known = owners.get(keyOf(rule)) ?? new Set();
    owners.set(keyOf(rule), known.add(rule.by ?? ""));
  }
  return rules.map((rule) => {
    const [first, second] = owners.get(keyOf(rule)) ?? [];
    if (second === undefined) return rule;
    return { ...rule, uncertain: `${first} and ${second} have the same address and port, and either may get it` };
  });
}

/** The networks of pods that the Nodes have; without any, the pods' own addresses. */
function podNetsOf(objects: readonly KubernetesObject[]): readonly string[] {
  const nets = objects.flatMap((object) => {
    if (!isOfKind(object, "v1 Node")) return [];
    const { podCIDR, podCIDRs } = objectOrEmpty(object.spec);
    return Array.isArray(podCIDRs) ? podCIDRs.map(textOrEmpty) : [textOrEmpty(podCIDR)];
  });
  // Each is an exception of every rule: thousands of nodes, one after the other, are a few networks.
  const known = mergedNets(nets.filter((net) => net.includes("/")));
  return known.length > 0 ? known : mergedNets(objects.flatMap(addressesOfPod));
}

function addressesOfPod(object: KubernetesObject): readonly string[] {
  const isOnHost = objectOrEmpty(object.spec).hostNetwork === true;
  return !isOfKind(object, "v1 Pod") || isOnHost ? [] : podAddresses(object, { readsAllOfPods: true });
}

/** The zone of each Node, and its own addresses, the one that kube-proxy calls its IP first. */
function nodesOf(objects: readonly KubernetesObject[]): ReadonlyMap<string, Omit<ProxyNode, "name">> {
  return new Map(
    objects.flatMap((object) => {
      if (!isOfKind(object, "v1 Node")) return [];
      const { name, labels } = metadataOf(object);
      const listed = objectsOf(objectOrEmpty(object.status).addresses);
      const addresses = listed.flatMap(({ type, address }) => {
        const read = type === "InternalIP" ? parseAddress(textOrEmpty(address)) : undefined;
        return read === undefined ? [] : [formatAddress(read)];
      });
      return [[name, { zone: labels["topology.kubernetes.io/zone"] ?? "", addresses }] as const];
    }),
  );
}
