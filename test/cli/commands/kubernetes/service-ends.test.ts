import { expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

type Fields = Readonly<Record<string, unknown>>;

const object = (apiVersion: string, kind: string, name: string, fields: Fields, metadata: Fields = {}) => ({
  ...{ apiVersion, kind, metadata: { name, namespace: "shop", ...metadata } },
  ...fields,
});
const node = (name: string, address: string, podCIDR: string) => ({
  ...object("v1", "Node", name, { spec: { podCIDRs: [podCIDR] } }, { namespace: undefined }),
  status: { addresses: [{ type: "InternalIP", address }] },
});
const pod = (name: string, nodeName: string, ip: string, app: string, spec: Fields = {}) =>
  object(
    "v1",
    "Pod",
    name,
    { spec: { nodeName, containers: [], ...spec }, status: { phase: "Running", podIP: ip, podIPs: [{ ip }] } },
    { labels: { app } },
  );
const service = (name: string, spec: Fields, status: Fields = {}) => object("v1", "Service", name, { spec, status });
const port = (name: string, number: number, more: Fields = {}) => ({ name, port: number, protocol: "TCP", ...more });
const slice = (name: string, number: number, ...pods: (readonly [pod: string, node: string, ip: string])[]) =>
  object(
    "discovery.k8s.io/v1",
    "EndpointSlice",
    `${name}-1`,
    {
      addressType: "IPv4",
      ports: [{ name: "http", port: number, protocol: "TCP" }],
      endpoints: pods.map(([pod, nodeName, ip]) => ({
        ...{ addresses: [ip], nodeName, conditions: { ready: true } },
        targetRef: { kind: "Pod", name: pod, namespace: "shop" },
      })),
    },
    { labels: { "kubernetes.io/service-name": name } },
  );
const ENDS = [["web-1", "node1", "192.168.1.10"] as const, ["web-2", "node2", "192.168.2.10"] as const];
/** A host endpoint that is called like its node, and has another address of it. */
const hostEndpoint = {
  apiVersion: "crd.projectcalico.org/v1",
  kind: "HostEndpoint",
  metadata: { name: "node2" },
  spec: { node: "node2", interfaceName: "eth1", expectedIPs: ["172.16.0.2"] },
};
const OBJECTS = [
  node("node1", "10.0.0.1", "192.168.1.0/24"),
  node("node2", "10.0.0.2", "192.168.2.0/24"),
  object("v1", "Namespace", "shop", {}, { namespace: undefined }),
  pod("client", "node1", "192.168.1.11", "client"),
  pod("web-1", "node1", "192.168.1.10", "web"),
  pod("web-2", "node2", "192.168.2.10", "web"),
  // Knative makes a Service of Kubernetes for each of its own, with its name.
  object("serving.knative.dev/v1", "Service", "web", { spec: {} }),
  service(
    "web",
    {
      ...{ type: "LoadBalancer", clusterIP: "10.96.0.10", clusterIPs: ["10.96.0.10"], selector: { app: "web" } },
      ports: [port("http", 80, { targetPort: 8080, nodePort: 31852 })],
    },
    { loadBalancer: { ingress: [{ ip: "203.0.113.50" }] } },
  ),
  slice("web", 8080, ...ENDS),
  service("bare", { clusterIP: "None", clusterIPs: ["None"], ports: [port("http", 8080)] }),
  slice("bare", 8080, ...ENDS),
  service("two", { clusterIP: "10.96.0.11", ports: [port("http", 80), port("admin", 81)] }),
  service("dns", {
    clusterIP: "10.96.0.12",
    ports: [
      { name: "dns", port: 53, protocol: "UDP" },
      { name: "dns-tcp", port: 53, protocol: "TCP" },
    ],
  }),
  service("outside", { type: "ExternalName", externalName: "example.com", ports: [port("http", 80)] }),
  service("pending", { ports: [port("http", 80)] }),
  hostEndpoint,
  object("networking.k8s.io/v1", "NetworkPolicy", "web", {
    spec: {
      podSelector: { matchLabels: { app: "web" } },
      ingress: [{ from: [{ podSelector: { matchLabels: { app: "client" } } }, { ipBlock: { cidr: "10.0.0.1/32" } }] }],
    },
  }),
];

async function simulate(line: string) {
  const list = JSON.stringify({ apiVersion: "v1", kind: "List", items: OBJECTS });
  return session(tmpFolder())(`simulate --offline --calico-version v3.32 -n shop -f - ${line}`, list);
}

test.each([
  [
    "--from pod/client --to svc/web",
    [
      "ALLOW  TCP 192.168.1.11 -> 10.96.0.10:80, from pod/shop/client to svc/shop/web\n",
      "       allow for all 2 backends\n",
      "  allow   to pod shop/web-1 (192.168.1.10:8080)  on node1 by policy shop/knp.default.web, ingress rule 1",
      "  allow   to pod shop/web-2 (192.168.2.10:8080)  on node2 by",
      "DNAT              Service shop/web port http  translated   10.96.0.10:80 becomes 192.168.1.10:8080 (pod shop/web-1), one of 2\n",
    ],
  ],
  ["--from pod/client --to svc/web:http", ["10.96.0.10:80"]],
  ["--from pod/client --to svc/web tcp http", ["10.96.0.10:80"]],
  ["--from pod/client --to svc/web tcp 80", ["10.96.0.10:80"]],
  ["--from pod/client --to svc/dns udp", ["UDP 192.168.1.11 -> 10.96.0.12:53"]],
  [
    "--from external:198.51.100.7 --to node/node1:31852",
    [
      "DIFFERS  TCP 198.51.100.7 -> 10.0.0.1:31852 (NodePort of svc/shop/web), from external:198.51.100.7 to node/node1\n",
      "allow for 1 of 2 backends: denied to pod shop/web-1 (192.168.1.10:8080), on node1 by default",
      "source NAT: node1 translates the source 198.51.100.7 to 10.0.0.1",
    ],
  ],
  [
    "--from external:198.51.100.7 --to svc/web",
    ["DIFFERS", "allow for 1 of 4 choices", "into node2, to pod shop/web-2 (192.168.2.10:8080)"],
  ],
  ["--node node1 --from external:198.51.100.7 --to svc/web", ["DIFFERS", "allow for 1 of 2 backends"]],
  [
    "--from external:198.51.100.7 --to 203.0.113.50 tcp 80",
    [
      "-> 203.0.113.50:80 (load balancer address of svc/shop/web), from",
      "allow for 1 of 4 choices",
      "into node1, to pod",
    ],
  ],
  ["--from pod/client --to node/node2:22", ["ALLOW  TCP 192.168.1.11 -> 10.0.0.2:22"]],
  [
    "--from pod/client --to svc/bare",
    [
      "ALLOW  TCP 192.168.1.11 -> 192.168.1.10:8080, from pod/shop/client to svc/shop/bare\n",
      "  allow   to pod shop/web-2  on node2",
      "Service shop/bare is headless: its name stands for the addresses of its backends",
    ],
  ],
] as const)("simulate %s", async (line, parts) => {
  const { code, stdout } = await simulate(line);
  for (const part of parts) expect(stdout).toContain(part);
  expect(code).toBe(0);
});

test.each([
  [
    "--from svc/web --to node/node1:80",
    "Service `shop/web` sends no packets: its pods do",
    "use --from pod/shop/app=web",
  ],
  ["--from pod/client --to svc/wbe", "there is no Service `shop/wbe`", "use --to svc/shop/web"],
  ["--from pod/client --to svc/other/web", "there is no Service `other/web`", "use --to svc/shop/web"],
  ["--from pod/client --to svc/web:https", "Service `shop/web` has no port `https`", "use --to svc/shop/web:http"],
  ["--from pod/client --to svc/web udp", "Service `shop/web` has no UDP port", ""],
  ["--from pod/client --to svc/two", "Service `shop/two` has several ports", "--to svc/shop/two:admin"],
  ["--from pod/client --to svc/dns:53", "Service `shop/dns` has port 53 for UDP and TCP: give the protocol", ""],
  ["--from pod/client --to svc/outside", "is a name outside the cluster, `example.com`: names are not resolved", ""],
  ["--from pod/client --to svc/pending", "Service `shop/pending` has no cluster IP", ""],
] as const)("simulate %s is wrong usage", async (line, message, help) => {
  const { code, stderr } = await simulate(line);
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  expect(stderr).toContain(help);
});

test("a Service whose backends no object lists is not taken to be without, but a nat table says what becomes of it", async () => {
  const objects = OBJECTS.filter(({ kind }) => kind !== "EndpointSlice");
  const folder = tmpFolder({
    "cluster.json": JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }),
    "nat.txt":
      "*nat\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -d 10.96.0.10/32 -p tcp --dport 80 -j DNAT --to-destination 192.168.1.10:8080\nCOMMIT\n",
  });
  const line = `simulate --offline --calico-version v3.32 -n shop -f ${folder}/cluster.json --from pod/client --to svc/web`;
  const unknown = await session(folder)(line);
  expect([unknown.code, unknown.stderr]).toEqual([
    2,
    expect.stringContaining("the backends of Service `shop/web` are unknown: there are no EndpointSlices"),
  ]);
  const known = await session(folder)(`${line} --node node1 --nat ${folder}/nat.txt`);
  expect(known.stdout).toContain("10.96.0.10:80 becomes 192.168.1.10:8080");
});

test.each([
  ["--from pod/web --to node/node1 tcp 80", 2, "`pod/web` is the name of an endpoint, and `pod/default/web` as well"],
  ["--from pod/web --to node/node1 tcp 80", 2, "choose one: --from pod/pod/web or --from pod/default/web"],
  ["--from pod/only --to node/node1 tcp 80", 0, "from workload pod/only to node/node1"],
  ["--from pod/pod/web --to node/node1 tcp 80", 0, "from pod/pod/web to node/node1"],
  ["--from pdo/web --to node/node1 tcp 80", 2, "use --from pod/web"],
  ["--from deploymnt/shop/web --to node/node1 tcp 80", 2, "choose one: --from deployment/shop/web"],
])("in a namespace that is called pod: simulate %s", async (line, code, part) => {
  const named = (name: string, namespace: string, ip: string) => ({
    ...pod(name, "node1", ip, name),
    metadata: { name, namespace },
  });
  const items = [
    ...OBJECTS,
    named("web", "pod", "192.168.1.91"),
    named("web", "default", "192.168.1.92"),
    named("only", "pod", "192.168.1.93"),
  ];
  const ran = await session(tmpFolder())(
    `simulate --offline --calico-version v3.32 -f - ${line}`,
    JSON.stringify({ apiVersion: "v1", kind: "List", items }),
  );
  expect([ran.code, ran.stdout + ran.stderr]).toEqual([code, expect.stringContaining(part)]);
});
