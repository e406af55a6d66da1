/** A node, and no failsafe ports: what keeps it reachable is policy alone. */
export const BARE_NODE = `
apiVersion: projectcalico.org/v3
kind: Node
metadata: { name: node1 }
---
apiVersion: projectcalico.org/v3
kind: FelixConfiguration
metadata: { name: default }
spec: { failsafeInboundHostPorts: [], failsafeOutboundHostPorts: [] }
`;

/** A host endpoint for eth0 of a node. */
export const hostEndpoint = (node: string, role: string, address: string, more = ""): string => `
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: { name: ${node}-eth0, labels: { role: ${role} } }
spec: { node: ${node}, interfaceName: eth0, expectedIPs: [${address}]${more} }
`;

/** Lets ssh in from the management network, and what a host needs to live: DHCP and DNS. */
export const ALLOW_SSH = `
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: allow-ssh }
spec:
  selector: role == 'web'
  ingress:
    - action: Allow
      protocol: TCP
      source: { nets: [10.20.0.0/24] }
      destination: { ports: [22] }
    - { action: Allow, protocol: UDP, destination: { ports: [68] } }
  egress:
    - { action: Allow, protocol: UDP, destination: { ports: [53, 67] } }
`;

/** A policy of one ingress rule for the web servers. */
export const policyOf = (name: string, line: string): string => `
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: ${name} }
spec:
  selector: role == 'web'
  types: [Ingress]
  ingress:
    - ${line}
`;

const OFFICE = `
apiVersion: projectcalico.org/v3
kind: GlobalNetworkSet
metadata: { name: office, labels: { net: office } }
spec: { nets: [203.0.113.0/24] }
`;

/** Two web servers, a database, and the addresses of an office. */
export const TWO_WEB_SERVERS = [
  hostEndpoint("node1", "web", "10.0.0.1"),
  hostEndpoint("node2", "web", "10.0.0.2"),
  hostEndpoint("node3", "db", "10.0.0.3"),
  OFFICE,
].join("---");

/** A web server with one host endpoint. */
export const WEB_SERVER = hostEndpoint("node1", "web", "10.0.0.1");
