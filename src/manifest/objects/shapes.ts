import { closed, type Fields, open, type Shape } from "./shape.ts";

const METADATA = open({
  name: "text",
  namespace: "text",
  generateName: "text",
  uid: "text",
  labels: "texts",
  annotations: "texts",
});

const SELECTOR = closed({
  matchLabels: "texts",
  matchExpressions: { list: closed({ key: "text", operator: "text", values: { list: "text" } }) },
});

const PEERS: Shape = {
  list: closed({
    podSelector: SELECTOR,
    namespaceSelector: SELECTOR,
    ipBlock: closed({ cidr: "text", except: { list: "text" } }),
  }),
};
const PORTS: Shape = { list: closed({ protocol: "text", port: "port", endPort: "integer" }) };

const CONTAINERS: Shape = {
  list: open({
    ports: {
      list: open({ name: "text", protocol: "text", containerPort: "integer", hostPort: "integer", hostIP: "text" }),
    },
  }),
};

const TARGET = open({ kind: "text", namespace: "text", name: "text" });
const ADDRESSES: Shape = { list: open({ ip: "text", nodeName: "text", targetRef: TARGET }) };

const PODS = closed({ namespaceSelector: SELECTOR, podSelector: SELECTOR });
const PROTOCOL = closed({
  destinationPort: closed({ number: "integer", range: closed({ start: "integer", end: "integer" }) }),
});
const PROTOCOLS: Shape = {
  list: closed({ tcp: PROTOCOL, udp: PROTOCOL, sctp: PROTOCOL, destinationNamedPort: "text" }),
};

/** The rules of a ClusterNetworkPolicy, whose peers are in the field; those that Calico does not read are unknown fields. */
function clusterRules(peers: "from" | "to"): Shape {
  const peer: Fields = { namespaces: SELECTOR, pods: PODS };
  const all: Fields = peers === "to" ? { ...peer, networks: { list: "text" } } : peer;
  return {
    list: closed({ name: "text", action: "text", [peers]: { list: closed(all) }, protocols: PROTOCOLS }),
  };
}

/** An object of a kind that has these fields beside its metadata, and no others. */
function written(fields: Fields): Shape {
  return closed({ apiVersion: "text", kind: "text", metadata: METADATA, status: "any", ...fields });
}

/** An object of a kind of which these fields are read. */
function read(fields: Fields): Shape {
  return open({ metadata: METADATA, ...fields });
}

/** A custom resource of Calico; its spec has a schema of its own. */
export const STORED_SHAPE: Shape = read({ spec: open({}) });

/**
 * What is read of the objects of Kubernetes, by kind. Policies are written by people, so that their other fields are mistakes;
 * the API server sets many fields of the other kinds.
 */
export const OBJECT_SHAPES: Fields = {
  Namespace: read({}),
  ServiceAccount: read({}),
  Pod: read({
    spec: open({
      nodeName: "text",
      hostNetwork: "boolean",
      serviceAccountName: "text",
      containers: CONTAINERS,
      initContainers: CONTAINERS,
    }),
    status: open({ phase: "text", podIP: "text", podIPs: { list: open({ ip: "text" }) } }),
  }),
  Node: read({
    spec: open({ podCIDR: "text", podCIDRs: { list: "text" } }),
    status: open({ addresses: { list: open({ type: "text", address: "text" }) } }),
  }),
  Service: read({
    spec: open({
      type: "text",
      clusterIP: "text",
      clusterIPs: { list: "text" },
      externalIPs: { list: "text" },
      externalTrafficPolicy: "text",
      internalTrafficPolicy: "text",
      sessionAffinity: "text",
      selector: "texts",
      externalName: "text",
      loadBalancerSourceRanges: { list: "text" },
      ports: {
        list: open({ name: "text", protocol: "text", port: "integer", nodePort: "integer", targetPort: "port" }),
      },
    }),
    status: open({ loadBalancer: open({ ingress: { list: open({ ip: "text", ipMode: "text" }) } }) }),
  }),
  Endpoints: read({
    subsets: {
      list: open({
        addresses: ADDRESSES,
        notReadyAddresses: ADDRESSES,
        ports: { list: open({ name: "text", protocol: "text", port: "integer" }) },
      }),
    },
  }),
  EndpointSlice: read({
    addressType: "text",
    endpoints: {
      list: open({
        addresses: { list: "text" },
        conditions: open({ ready: "boolean", serving: "boolean", terminating: "boolean" }),
        nodeName: "text",
        topology: "texts",
        targetRef: TARGET,
        hints: open({
          forZones: { list: open({ name: "text" }) },
          forNodes: { list: open({ name: "text" }) },
        }),
      }),
    },
    ports: { list: open({ name: "text", protocol: "text", port: "integer" }) },
  }),
  NetworkPolicy: written({
    spec: closed({
      podSelector: SELECTOR,
      policyTypes: { list: "text" },
      ingress: { list: closed({ from: PEERS, ports: PORTS }) },
      egress: { list: closed({ to: PEERS, ports: PORTS }) },
    }),
  }),
  ClusterNetworkPolicy: written({
    spec: closed({
      tier: "text",
      priority: "integer",
      subject: closed({ namespaces: SELECTOR, pods: PODS }),
      ingress: clusterRules("from"),
      egress: clusterRules("to"),
    }),
  }),
};
