/** Manifests to begin with, by what they are called in the list of them. */
export const TEMPLATES: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: "GlobalNetworkPolicy",
    text: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata:
  name: new-policy
spec:
  order: 100
  selector: all()
  types: [Ingress]
  ingress:
    - action: Allow
      protocol: TCP
      destination:
        ports: [443]
`,
  },
  {
    title: "NetworkPolicy",
    text: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata:
  name: new-policy
  namespace: default
spec:
  order: 100
  selector: all()
  types: [Ingress]
  ingress:
    - action: Allow
      protocol: TCP
      destination:
        ports: [443]
`,
  },
  {
    title: "HostEndpoint",
    text: `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata:
  name: new-endpoint
  labels: {}
spec:
  node: node1
  interfaceName: eth0
`,
  },
  {
    title: "GlobalNetworkSet",
    text: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkSet
metadata:
  name: new-set
  labels:
    set: new
spec:
  nets:
    - 198.51.100.0/24
`,
  },
  { title: "Empty manifest", text: "" },
];
