/** A list of 1,000 host endpoints and 1,000 policies of 5 rules, 20 policies for each endpoint. */
export function largeStore(): object {
  const items = Array.from({ length: 1000 }, (_, i) => [
    {
      apiVersion: "projectcalico.org/v3",
      kind: "HostEndpoint",
      metadata: { name: `e${i}`, labels: { role: `r${i % 50}` } },
      spec: { node: `n${i}`, interfaceName: "eth0", expectedIPs: [`10.1.${i >> 8}.${i & 255}`] },
    },
    {
      apiVersion: "projectcalico.org/v3",
      kind: "GlobalNetworkPolicy",
      metadata: { name: `p${i}` },
      spec: {
        order: i,
        selector: `role == 'r${i % 50}'`,
        ingress: Array.from({ length: 5 }, (_, rule) => ({
          action: "Allow",
          protocol: "TCP",
          source: { nets: [`172.${16 + (i % 16)}.${rule}.0/24`] },
          destination: { ports: [1000 + i] },
        })),
      },
    },
  ]).flat();
  return { apiVersion: "v1", kind: "List", items };
}
