import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const SCHEMA = join(import.meta.dirname, "..", "..", "..", "..", "schemas", "simulate", "test-report.schema.json");
const isReport = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")));

const pod = (name: string, ip: string, node: string) => `---
apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: shop, labels: {app: ${name.slice(0, -2)}}}
spec: {nodeName: ${node}, containers: [{name: c, ports: [{name: http, containerPort: 8080}]}]}
status: {phase: Running, podIP: ${ip}, podIPs: [{ip: ${ip}}]}
`;
const CLUSTER = `apiVersion: v1
kind: Namespace
metadata: {name: shop}
${pod("web-1", "192.168.1.10", "node1")}${pod("web-2", "192.168.2.10", "node2")}${pod("api-1", "192.168.1.11", "node1")}---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {clusterIP: 10.96.0.10, ports: [{name: http, port: 80}]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: web-1, namespace: shop, labels: {kubernetes.io/service-name: web}}
addressType: IPv4
ports: [{name: http, port: 8080, protocol: TCP}]
endpoints:
- {addresses: [192.168.1.10], nodeName: node1, targetRef: {kind: Pod, name: web-1, namespace: shop}}
- {addresses: [192.168.2.10], nodeName: node2, targetRef: {kind: Pod, name: web-2, namespace: shop}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: api, namespace: shop}
spec: {podSelector: {matchLabels: {app: api}}, ingress: [{from: [{ipBlock: {cidr: 192.168.1.0/24}}]}]}
`;

async function run(flows: string, line = "") {
  const folder = tmpFolder({ "cluster.yaml": CLUSTER, "flows.yaml": flows });
  const ran = await session(folder)(
    `test ${folder}/flows.yaml --offline --calico-version v3.32 -f ${folder}/cluster.yaml ${line}`,
  );
  return { ...ran, stderr: ran.stderr.replaceAll(folder, "") };
}

const FLOWS = `flows:
- {name: api to web, from: pod/shop/api-1, to: svc/shop/web, expect: allow}
- {name: each web, from: pod/shop/app=web, to: "pod/shop/api-1:8080", protocol: tcp, expect: allow}
- {name: by name, from: pod/shop/web-2, to: pod/shop/api-1, protocol: TCP, dstPort: http, expect: deny}
- {from: {workload: shop/web-1}, protocol: TCP, srcIP: 192.168.1.10, dstIP: 192.168.1.11, srcPort: 1, dstPort: 80, expect: allow}
- {from: "external:198.51.100.7", to: pod/shop/api-1, protocol: icmp}
`;

test("flows from end to end beside packets, each with its choices", async () => {
  const { code, stdout } = await run(FLOWS, "-o json");
  const report = JSON.parse(stdout);
  expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
  expect(code).toBe(3);
  expect(report.summary).toEqual({ passed: 3, failed: 1, noExpectation: 1, errors: 0 });
  expect(report.files[0].flows).toMatchObject([
    { name: "api to web", result: "passed", verdict: "allow", choices: [{ result: "allow" }, { result: "allow" }] },
    {
      ...{ name: "each web", result: "failed", verdict: "differs", line: 3 },
      message: "from pod shop/web-2: expected allow, got deny",
      choices: [
        { choice: "from pod shop/web-1", result: "allow" },
        { choice: "from pod shop/web-2", result: "deny" },
      ],
    },
    { name: "by name", result: "passed", verdict: "deny" },
    { result: "passed", verdict: "allow" },
    { result: "no-expectation", verdict: "deny" },
  ]);
});

test("a person reads the same", async () => {
  const { stdout } = await run(FLOWS, "--coverage");
  expect(stdout).toMatch(/each web +allow +differs +FAIL/);
  expect(stdout).toContain("from pod shop/web-2: expected allow, got deny");
  expect(stdout).toContain("coverage: ");
});

test.each([
  [
    "from: pod/shop/web-1, to: pod/shop/ap-1, dstPort: 80",
    "2",
    "there is no pod `shop/ap-1`",
    "use `to: pod/shop/api-1`",
  ],
  [
    "from: pod/shop/wob-1, to: pod/shop/api-1, dstPort: 80",
    "1",
    "there is no pod `shop/wob-1`",
    "`from: pod/shop/web-1`",
  ],
  ["from: pod/shop/web-1, to: nowhere, protocol: tcp, dstPort: 80", "2", "nothing in the cluster is called", "`to:"],
  ["from: pod/shop/web-1, to: pod/shop/api-1, protocol: tcp", "1", "TCP needs a port", ""],
  ["from: pod/shop/web-1, to: pod/shop/api-1, protocol: tpc, dstPort: 80", "1", "invalid protocol `tpc`", ""],
  ["from: pod/, to: pod/shop/api-1, dstPort: 80", "1", "`pod/` names no pod", ""],
  ["from: pod/shop/web-1, to: svc/shop/web, dstPort: https", "2", "has no port `https`", "use `to: svc/shop/web:http`"],
  ["from: pod/shop/web-1, to: svc/shop/web, dstIP: 1.1.1.1, protocol: TCP", "1", "must be an object", ""],
  ["from: pod/shop/web-1, to: svc/shop/web, port: 80", "3", "unknown field `port`", ""],
  ["from: pod/shop/web-1, protocol: tcp", "1", "`to` is missing", ""],
])("{%s} is wrong at its place", async (flow, line, message, help) => {
  const text = `- { ${flow.replaceAll(", ", ",\n  ")} }\n`;
  const { code, stderr } = await run(text);
  expect([code, stderr]).toEqual([1, expect.stringContaining(message)]);
  expect(stderr).toMatch(new RegExp(`/flows.yaml:${line}:\\d+: error`));
  expect(stderr).toContain(help);
});

test("simulate --flows takes them, too", async () => {
  const folder = tmpFolder({ "cluster.yaml": CLUSTER, "flows.yaml": FLOWS });
  const line = `simulate --offline --calico-version v3.32 -n shop -f ${folder}/cluster.yaml --flows ${folder}/flows.yaml`;
  const { code, stdout, stderr } = await session(folder)(line);
  expect(code).toBe(3);
  expect(stdout).toContain("DIFFERS  TCP 192.168.2.10 -> 192.168.1.11:8080, from pod/shop/app=web to pod/shop/api-1\n");
  expect(stderr).toContain("expectation not met (each web)");
});
