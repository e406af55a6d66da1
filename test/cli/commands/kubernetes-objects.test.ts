import { describe, expect, test } from "vitest";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

/** Objects as `kubectl get -o yaml` prints them, and host endpoints beside. */
const NODE = `apiVersion: v1
kind: Node
metadata: {name: node1, annotations: {projectcalico.org/IPv4Address: 10.0.0.1/24}}
status: {addresses: [{type: InternalIP, address: 10.0.0.1}, {type: Hostname, address: node1}]}
`;
const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {team: web}}
`;
const POD = `apiVersion: v1
kind: Pod
metadata: {name: web-1, namespace: shop, labels: {app: web}, managedFields: [{manager: kubelet}]}
spec: {nodeName: node1, serviceAccountName: default, containers: [{name: c, image: i, ports: [{name: http, containerPort: 8080}]}]}
status: {phase: Running, podIPs: [{ip: 192.168.1.10}]}
`;
const HOST_POD = POD.replace("spec: {", "spec: {hostNetwork: true, ").replace("web-1", "host-1");
const POLICY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web, namespace: shop}
spec:
  podSelector: {matchLabels: {app: web}}
  ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.9.0.0/16]}}], ports: [{port: http}]}]
`;
const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
`;
const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: web}
`;
const STORED = `apiVersion: crd.projectcalico.org/v1
kind: HostEndpoint
metadata:
  name: node1-eth0
  annotations: {projectcalico.org/metadata: '{"labels":{"role":"edge"}}'}
spec: {node: node1, interfaceName: eth0, expectedIPs: [10.0.0.1]}
---
apiVersion: crd.projectcalico.org/v1
kind: GlobalNetworkPolicy
metadata: {name: default.edge, annotations: {projectcalico.org/metadata: '{"labels":{}}'}}
spec: {selector: role == 'edge', types: [Ingress], ingress: [{action: Allow, protocol: TCP, destination: {ports: [443]}}]}
`;
const SLICE = `apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: db-x1, namespace: shop, labels: {kubernetes.io/service-name: db}}
addressType: IPv4
endpoints: [{addresses: [10.0.0.7], conditions: {ready: true}}]
ports: [{name: sql, port: 5432, protocol: TCP}]
`;
const TO_SERVICE = `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: {name: to-db, namespace: shop}
spec: {selector: app == 'web', types: [Egress], egress: [{action: Allow, destination: {services: {name: db}}}]}
`;
const all = (...texts: readonly string[]) => texts.join("---\n");
const list = (...objects: readonly object[]) => JSON.stringify({ apiVersion: "v1", kind: "List", items: objects });

async function simulate(stdin: string, line: string) {
  const run = session(tmpFolder());
  const { code, stdout, stderr } = await run(`simulate --offline --calico-version v3.32 -f - ${line}`, stdin);
  return {
    code,
    lines: stdout
      .split("\n")
      .slice(0, 2)
      .map((text) => text.trim()),
    stderr,
  };
}

const CLUSTER = all(NODE, NAMESPACE, POD, POLICY);

describe("simulate reads a dump of a Kubernetes cluster", () => {
  test.each([
    [
      "a NetworkPolicy with a named port",
      CLUSTER,
      "--from 10.1.2.3 --to web-1 tcp 8080",
      "ALLOW",
      "by policy shop/knp.default.web, ingress rule 1",
    ],
    ["another port", CLUSTER, "--from 10.1.2.3 --to web-1 tcp 80", "DENY", "by default at workload endpoint"],
    ["what ipBlock leaves out", CLUSTER, "--from 10.9.2.3 --to web-1 tcp 8080", "DENY", ""],
    [
      "without a policy the namespace's profile",
      all(NODE, NAMESPACE, POD),
      "--from 10.1.2.3 --to web-1 tcp 80",
      "ALLOW",
      "by profile kns.shop",
    ],
    [
      "Calico's resources as Kubernetes stores them",
      all(NODE, STORED),
      "--from 198.51.100.7 --to node1 tcp 443",
      "ALLOW",
      "by policy edge, ingress rule 1",
    ],
    [
      "labels of the annotation count",
      all(NODE, STORED),
      "--from 198.51.100.7 --to node1 tcp 80",
      "DENY",
      "by default at host endpoint node1-eth0",
    ],
    [
      "a rule with `services`: a member",
      all(CLUSTER, SLICE, TO_SERVICE),
      "--from web-1 --to 10.0.0.7 tcp 5432",
      "ALLOW",
      "by policy shop/to-db, egress rule 1",
    ],
    ["another port of it", all(CLUSTER, SLICE, TO_SERVICE), "--from web-1 --to 10.0.0.7 tcp 80", "DENY", ""],
  ])("%s", async (_, text, line, verdict, by) => {
    const { lines } = await simulate(text, line);
    expect(lines.join(" ")).toMatch(new RegExp(`^${verdict} .*${by.replaceAll(".", "\\.")}`));
  });

  test.each([
    ["nothing of other kinds", CLUSTER, ""],
    [
      "the kinds that Calico does not read, counted in one line",
      all(CLUSTER, DEPLOYMENT, DEPLOYMENT, SERVICE),
      "warning: 2 objects are passed over, as Calico does not read their kinds: 2 Deployment (apps/v1) [kubernetes.passed-over]\n",
    ],
    ["a pod on the host's network is none of its endpoints", all(CLUSTER, HOST_POD), ""],
  ])("what it says of %s", async (_, text, expected) => {
    const { stderr } = await simulate(text, "--from 10.1.2.3 --to web-1 tcp 8080");
    expect(stderr).toBe(expected);
  });

  test.each([
    ["without any EndpointSlice", all(CLUSTER, TO_SERVICE), true],
    ["with one of another service", all(CLUSTER, SLICE.replace(": db}", ": web}"), TO_SERVICE), false],
  ])("whether the members of a service are unknown: %s", async (_, text, isUnknown) => {
    const { lines, stderr } = await simulate(text, "--from web-1 --to 10.0.0.7 tcp 5432");
    expect([lines[0], stderr.includes("[flow.services]")]).toEqual([expect.stringMatching(/^DENY/), isUnknown]);
  });

  test("a `kind: List` of many kinds, and an object whose annotation is broken", async () => {
    const broken = {
      apiVersion: "crd.projectcalico.org/v1",
      kind: "HostEndpoint",
      metadata: { name: "h", annotations: { "projectcalico.org/metadata": "{" } },
    };
    const { code, stderr } = await simulate(
      list(broken, { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "c" } }),
      "--from 10.1.2.3 --to node1 tcp 80",
    );
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining(
        "Calico leaves it out: its annotation `projectcalico.org/metadata` is not a JSON object [kubernetes.unreadable]",
      ),
    ]);
  });
});

test.each([
  ["a Namespace", NAMESPACE, "kind: Profile"],
  ["a NetworkPolicy", POLICY, "name: knp.default.web"],
  ["the stored form", STORED, "role: edge"],
])("convert prints what Calico makes of %s", async (_, text, expected) => {
  const { code, stdout } = await session(tmpFolder())("convert --calico-version v3.32 -f -", text);
  expect([code, stdout]).toEqual([0, expect.stringContaining(expected)]);
});

test.each(["create", "apply", "validate"])("%s refuses them, and says what to use", async (command) => {
  const { code, stderr } = await session(tmpFolder())(`${command} -f -`, POLICY);
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/use `kubectl (?:create|apply) -f FILE`; `calicoctl simulate` reads it/),
  ]);
});
