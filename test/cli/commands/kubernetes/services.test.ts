import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const NODE = {
  apiVersion: "v1",
  kind: "Node",
  metadata: { name: "node1", annotations: { "projectcalico.org/IPv4Address": "10.0.0.1/24" } },
  status: { addresses: [{ type: "InternalIP", address: "10.0.0.1" }] },
};
const POD = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web-1", namespace: "web" },
  spec: { nodeName: "node1", containers: [{ name: "c", ports: [{ containerPort: 8080, hostPort: 8081 }] }] },
  status: { podIPs: [{ ip: "192.168.1.10" }] },
};
const NAMESPACE = { apiVersion: "v1", kind: "Namespace", metadata: { name: "web" } };
const SERVICE = {
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "web", namespace: "web" },
  spec: { type: "NodePort", clusterIP: "10.96.0.100", ports: [{ name: "http", port: 80, nodePort: 31852 }] },
};
const SLICE = {
  apiVersion: "discovery.k8s.io/v1",
  kind: "EndpointSlice",
  metadata: { name: "web-abc", namespace: "web", labels: { "kubernetes.io/service-name": "web" } },
  addressType: "IPv4",
  ports: [{ name: "http", port: 8080 }],
  endpoints: [{ addresses: ["192.168.1.10"], nodeName: "node1" }],
};
const ENDPOINTS = {
  apiVersion: "v1",
  kind: "Endpoints",
  metadata: { name: "web", namespace: "web" },
  subsets: [{ addresses: [{ ip: "192.168.1.10", nodeName: "node1" }], ports: [{ name: "http", port: 8080 }] }],
};
const CLUSTER = [NODE, NAMESPACE, POD];

describe("simulate translates what Services and host ports do", () => {
  test.each([
    [
      "a NodePort",
      [...CLUSTER, SERVICE, SLICE],
      "31852",
      "DNAT Service web/web port http translated 10.0.0.1:31852 becomes 192.168.1.10:8080",
    ],
    ["a NodePort of an Endpoints object", [...CLUSTER, SERVICE, ENDPOINTS], "31852", "becomes 192.168.1.10:8080"],
    [
      "a hostPort",
      CLUSTER,
      "8081",
      "DNAT hostPort 8081 of pod web/web-1 translated 10.0.0.1:8081 becomes 192.168.1.10:8080 (pod web/web-1)",
    ],
    ["another port", [...CLUSTER, SERVICE, SLICE], "31853", "to a local process of node1"],
    [
      "a Service whose backends the dump lacks",
      [...CLUSTER, SERVICE],
      "31852",
      "backends of Service web/web are unknown",
    ],
  ])("%s", async (_what, objects, port, expected) => {
    const run = session(tmpFolder());
    const line = `simulate --offline --calico-version v3.32 -f - --in eth0 tcp 198.51.100.7 10.0.0.1:${port}`;
    const { stdout } = await run(line, JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }));
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(expected);
  });
});

/** A second pod on the node, and a policy that lets nobody reach it. */
const POD_2 = {
  ...POD,
  metadata: { name: "web-2", namespace: "web", labels: { closed: "yes" } },
  spec: { nodeName: "node1" },
  status: { podIPs: [{ ip: "192.168.1.11" }] },
};
const CLOSED = {
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: { name: "closed", namespace: "web" },
  spec: { podSelector: { matchLabels: { closed: "yes" } }, policyTypes: ["Ingress"] },
};
const BOTH = { ...SLICE, endpoints: [...SLICE.endpoints, { addresses: ["192.168.1.11"], nodeName: "node1" }] };

const SELECTING = { ...SERVICE, spec: { ...SERVICE.spec, selector: { app: "web" } } };
const OTHER_SLICE = {
  ...SLICE,
  metadata: { name: "other-1", namespace: "web", labels: { "kubernetes.io/service-name": "other" } },
};

describe("Services without an EndpointSlice are named", () => {
  test.each([
    ["Endpoints", [SERVICE, ENDPOINTS], "[kubernetes.endpoints]"],
    ["nothing", [SERVICE], "[kubernetes.no-slices]"],
    ["a slice", [SERVICE, SLICE], ""],
    ["a slice of another", [SELECTING, OTHER_SLICE], "[kubernetes.no-slices]"],
    ["a slice of another, and no selector", [SERVICE, OTHER_SLICE], ""],
  ])("%s instead", async (_what, objects, code) => {
    const run = session(tmpFolder());
    const line = "simulate --offline --calico-version v3.32 -f - --in eth0 tcp 198.51.100.7 10.0.0.1:31852";
    const text = JSON.stringify({ apiVersion: "v1", kind: "List", items: [...CLUSTER, ...objects] });
    const { stderr } = await run(line, text);
    expect(stderr.match(/\[kubernetes\.[a-z-]+\]/)?.[0] ?? "").toBe(code);
  });
});

describe("every backend is evaluated, and the verdict says whether they differ", () => {
  const line = "--node node1 --in eth0 tcp 198.51.100.7 10.0.0.1:31852";
  const csv = "from,protocol,srcIP,dstIP,srcPort,dstPort\ninterface:eth0,tcp,198.51.100.7,10.0.0.1,40000,31852\n";
  test.each([
    [
      "alike",
      [POD_2],
      `${line} --expect allow`,
      0,
      "ALLOW TCP 198.51.100.7 -> 10.0.0.1:31852, .* allow for all 2 backends",
    ],
    ["not alike", [POD_2, CLOSED], line, 0, "DIFFERS TCP .* allow for 1 of 2 backends: denied to 192.168.1.11:8080"],
    ["not alike, but allow is expected", [POD_2, CLOSED], `${line} --expect allow`, 3, "DIFFERS"],
    ["not alike, but deny is expected", [POD_2, CLOSED], `${line} --expect deny`, 3, "DIFFERS"],
    ["as data", [POD_2, CLOSED], `${line} -o json`, 0, '"verdict": "differs"'],
  ])("%s", async (_what, objects, asked, exit, expected) => {
    const run = session(tmpFolder());
    const all = [...CLUSTER, SERVICE, BOTH, ...objects];
    const { stdout, code } = await run(
      `simulate --offline --calico-version v3.32 -f - ${asked}`,
      JSON.stringify({ apiVersion: "v1", kind: "List", items: all }),
    );
    expect([code, stdout.replaceAll(/\s+/g, " ")]).toEqual([exit, expect.stringMatching(expected)]);
  });

  test("in a stream of lines, where those that differ are errors", async () => {
    const folder = tmpFolder();
    const file = join(folder, "cluster.json");
    writeFileSync(file, JSON.stringify([...CLUSTER, SERVICE, BOTH, POD_2, CLOSED]));
    const run = session(folder);
    const { stdout } = await run(
      `simulate --offline --calico-version v3.32 -f ${file} --node node1 --flows - --flows-format csv`,
      csv,
    );
    expect(stdout).toMatch(/"code":"flow.choices".*depends on the target that node1 chooses/);
  });
});
