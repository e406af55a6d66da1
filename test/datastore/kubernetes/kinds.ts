import type { Resource } from "../../../src/model/resource.ts";

/** The least that a valid resource of each kind has that a cluster stores, in an order in which they can be made. */
export const LEAST: Readonly<Record<string, Pick<Resource, "metadata" | "spec">>> = {
  Tier: { metadata: { name: "sec" }, spec: { order: 10 } },
  HostEndpoint: { metadata: { name: "h" }, spec: { node: "n", interfaceName: "eth0" } },
  GlobalNetworkPolicy: { metadata: { name: "g" }, spec: { selector: "all()" } },
  NetworkPolicy: { metadata: { name: "p", namespace: "default" }, spec: { selector: "all()" } },
  GlobalNetworkSet: { metadata: { name: "s" }, spec: { nets: ["10.0.0.0/8"] } },
  NetworkSet: { metadata: { name: "s", namespace: "default" }, spec: { nets: ["10.0.0.0/8"] } },
  FelixConfiguration: { metadata: { name: "default" }, spec: { interfacePrefix: "eni" } },
  IPPool: { metadata: { name: "pool" }, spec: { cidr: "10.65.0.0/16" } },
  BGPConfiguration: { metadata: { name: "default" }, spec: { asNumber: 64_513 } },
  BGPPeer: { metadata: { name: "peer" }, spec: { peerIP: "10.0.0.9", asNumber: 64_514 } },
  IPReservation: { metadata: { name: "r" }, spec: { reservedCIDRs: ["10.65.0.0/30"] } },
  KubeControllersConfiguration: { metadata: { name: "default" }, spec: { controllers: { node: {} } } },
  BGPFilter: { metadata: { name: "f" }, spec: { importV4: [{ action: "Accept" }] } },
  StagedGlobalNetworkPolicy: { metadata: { name: "g" }, spec: { selector: "all()" } },
  StagedNetworkPolicy: { metadata: { name: "p", namespace: "default" }, spec: { selector: "all()" } },
  StagedKubernetesNetworkPolicy: { metadata: { name: "k", namespace: "default" }, spec: { podSelector: {} } },
};
