import fc from "fast-check";

/** An object of Kubernetes that is written here as its API server returns it. */
export type ClusterObject = Readonly<Record<string, unknown>>;

/** The Services of a cluster with their EndpointSlices, and the node whose rules are asked for. */
export interface Cluster {
  readonly objects: readonly ClusterObject[];
  /** The zone of the node; empty for none. */
  readonly zone: string;
}

/** The node, and the addresses that it has. */
export const NODE = "node1";
export const OWN_ADDRESSES = { eth0: ["10.0.0.1/24", "fd00::1/64"], eth1: ["172.16.0.1/24"] } as const;
/** The networks of pods, of IPv4 and IPv6. */
export const POD_NETS = ["192.168.0.0/16", "fd00:1::/32"] as const;

const BACKENDS = {
  IPv4: ["192.168.1.10", "192.168.1.11", "192.168.2.10", "192.168.2.11", "10.0.0.1", "10.0.0.2"],
  IPv6: ["fd00:1::10", "fd00:1::11", "fd00:2::10", "fd00::1", "fd00::2"],
} as const;
type Family = keyof typeof BACKENDS;

const CONDITIONS = [
  ...[{}, { ready: true }, { ready: true, serving: true, terminating: false }, { ready: false }],
  ...[
    { ready: false, serving: false },
    { ready: false, serving: true, terminating: true },
  ],
  ...[
    { ready: false, serving: false, terminating: true },
    { ready: false, terminating: true },
  ],
  { ready: true, serving: true, terminating: true },
];

const some = <T>(value: fc.Arbitrary<T>, weight: number) =>
  fc.oneof({ weight: 10 - weight, arbitrary: fc.constant(undefined) }, { weight, arbitrary: value });

interface Port {
  readonly name?: string;
  readonly protocol: string;
  readonly port: number;
  readonly nodePort?: number;
}

function serviceOf(index: number): fc.Arbitrary<readonly ClusterObject[]> {
  const name = `s${index}`;
  return fc
    .record({
      type: fc.constantFrom("ClusterIP", "NodePort", "LoadBalancer"),
      families: fc.constantFrom<readonly Family[]>(["IPv4"], ["IPv4"], ["IPv6"], ["IPv4", "IPv6"]),
      isHeadless: fc.nat(11).map((chance) => chance === 0),
      protocols: fc.array(fc.constantFrom("TCP", "TCP", "UDP", "SCTP"), { minLength: 1, maxLength: 2 }),
      hasNames: fc.boolean(),
      hasNodePorts: fc.nat(5).map((chance) => chance > 0),
      externalIPs: some(fc.subarray(["203.0.113.50", "203.0.113.51", "10.0.0.1", "2001:db8::50", "fd00::1"]), 3),
      externalTrafficPolicy: fc.constantFrom("Cluster", "Local"),
      internalTrafficPolicy: fc.constantFrom("Cluster", "Cluster", "Local"),
      affinity: fc.nat(4).map((chance) => chance === 0),
      ranges: some(fc.subarray([" 203.0.113.0/24", "10.0.0.0/24", "192.168.0.0/16", "2001:db8::/32", "0.0.0.0/0"]), 4),
      ingress: fc.subarray([
        { ip: "198.51.100.1" },
        { ip: "198.51.100.2", ipMode: "VIP" },
        { ip: "198.51.100.3", ipMode: "Proxy" },
        { ip: "2001:db8:1::1" },
      ]),
    })
    .chain((of) => {
      const { type, families, isHeadless, protocols } = of;
      const isPlain = type === "ClusterIP";
      const clusterIPs =
        isHeadless && isPlain
          ? ["None"]
          : families.map((family) => (family === "IPv4" ? `10.96.0.1${index}` : `fd96::1${index}`));
      const ports = protocols.map((protocol, at): Port => {
        const hasNodePort = !isPlain && (type === "NodePort" || of.hasNodePorts);
        return {
          ...((protocols.length > 1 || of.hasNames) && { name: `p${at}` }),
          ...{ protocol, port: 80 + 2 * index + at },
          ...(hasNodePort && { nodePort: 30000 + index * 10 + at }),
        };
      });
      const service = {
        ...{ apiVersion: "v1", kind: "Service", metadata: { name, namespace: "d" } },
        spec: {
          ...{
            type,
            clusterIP: clusterIPs[0],
            clusterIPs,
            ipFamilies: families,
            ports,
            internalTrafficPolicy: of.internalTrafficPolicy,
          },
          ...(of.externalIPs && { externalIPs: of.externalIPs }),
          ...(!isPlain && { externalTrafficPolicy: of.externalTrafficPolicy }),
          sessionAffinity: of.affinity ? "ClientIP" : "None",
          ...(of.affinity && { sessionAffinityConfig: { clientIP: { timeoutSeconds: 10800 } } }),
          ...(type === "LoadBalancer" && of.ranges && { loadBalancerSourceRanges: of.ranges }),
        },
        status: { loadBalancer: type === "LoadBalancer" ? { ingress: of.ingress } : {} },
      };
      const slices = families.map((family) => slicesOf(name, family, ports));
      return fc.tuple(...slices).map((lists) => [service, ...lists.flat()]);
    });
}

/** The slices of a Service for one IP version; each address is in one of them. */
function slicesOf(service: string, family: Family, ports: readonly Port[]): fc.Arbitrary<readonly ClusterObject[]> {
  const endpoint = fc.record({
    conditions: fc.constantFrom(...CONDITIONS),
    node: fc.constantFrom("node1", "node1", "node2", undefined),
    zone: some(fc.constantFrom("a", "b"), 4),
    onlyNode: some(fc.constantFrom("node1", "node2"), 2),
  });
  const slice = fc.record({
    endpoints: fc.array(endpoint, { maxLength: 3 }),
    numbers: fc.tuple(...ports.map(() => fc.constantFrom(8080, 8081, 53, undefined))),
  });
  return fc
    .tuple(fc.array(slice, { maxLength: 2 }), fc.shuffledSubarray([...BACKENDS[family]], { minLength: 5 }))
    .map(([slices, addresses]) => {
      const left = [...addresses];
      return slices.map(({ endpoints, numbers }, at) => ({
        ...{ apiVersion: "discovery.k8s.io/v1", kind: "EndpointSlice", addressType: family },
        metadata: {
          ...{ name: `${service}-${family.toLowerCase()}-${at}`, namespace: "d" },
          labels: { "kubernetes.io/service-name": service },
        },
        endpoints: endpoints.flatMap(({ conditions, node, zone, onlyNode }) => {
          const address = left.pop();
          if (address === undefined) return [];
          const hints = {
            ...(zone && { forZones: [{ name: zone }] }),
            ...(onlyNode && { forNodes: [{ name: onlyNode }] }),
          };
          return [{ addresses: [address], conditions, ...(node && { nodeName: node }), ...(zone && { hints }) }];
        }),
        ports: ports.flatMap(({ name, protocol }, index) => {
          const port = numbers[index];
          return port === undefined ? [] : [{ name: name ?? "", protocol, port }];
        }),
      }));
    });
}

/** Clusters of one to three Services, as an API server would have let them in. */
export const clusters: fc.Arbitrary<Cluster> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom("", "a", "b"))
  .chain(([count, zone]) =>
    fc.tuple(...Array.from({ length: count }, (_, index) => serviceOf(index))).map((lists) => {
      const node = {
        ...{ apiVersion: "v1", kind: "Node" },
        metadata: { name: NODE, labels: zone === "" ? {} : { "topology.kubernetes.io/zone": zone } },
        status: { addresses: ["10.0.0.1", "fd00::1"].map((address) => ({ type: "InternalIP", address })) },
      };
      return { zone, objects: [...lists.flat(), node] };
    }),
  );
