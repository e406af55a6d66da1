import { expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const NODES = `apiVersion: v1
kind: Node
metadata: {name: n1, labels: {kubernetes.io/os: linux}, annotations: {projectcalico.org/IPv4Address: 10.0.0.10/24}}
status: {addresses: [{type: InternalIP, address: 10.0.0.10}]}
---
apiVersion: v1
kind: Node
metadata: {name: n2, labels: {kubernetes.io/os: linux}, annotations: {projectcalico.org/IPv4Address: 10.0.0.11/24}}
`;
const ON = `---
apiVersion: crd.projectcalico.org/v1
kind: KubeControllersConfiguration
metadata: {name: default}
spec: {controllers: {node: {hostEndpoint: {autoCreate: Enabled}}}}
`;
const DENY = `---
apiVersion: crd.projectcalico.org/v1
kind: GlobalNetworkPolicy
metadata: {name: deny-8080}
spec: {selector: has(kubernetes.io/os), types: [Ingress], ingress: [{action: Deny, protocol: TCP, destination: {ports: [8080]}}, {action: Allow}]}
`;
const THERE = `---
apiVersion: crd.projectcalico.org/v1
kind: HostEndpoint
metadata: {name: n1-auto-hep}
spec: {node: n1, interfaceName: "*", profiles: [projectcalico-default-allow]}
`;

/** The verdict, what decided, and what is assumed of host endpoints. */
test.each<[what: string, dump: string, expected: string[]]>([
  [
    "made of Nodes",
    NODES + ON + DENY,
    [
      "DENY",
      "by policy deny-8080, ingress rule 1 (at host endpoint n1-auto-hep, -)",
      "- host endpoints that the input does not have are taken to be there: n1-auto-hep, 1 of other nodes; automatic host endpoints are on (autoCreate), and kube-controllers makes them of Nodes",
    ],
  ],
  ["not asked for", NODES + DENY, ["ALLOW"]],
  ["there already: it counts as it is", NODES + ON + DENY + THERE, ["ALLOW"]],
])("automatic host endpoints: %s", async (_, dump, expected) => {
  const run = session(tmpFolder());
  const line = "simulate --offline --calico-version v3.32 -f - --node n1 --in eth0 tcp 203.0.113.4 10.0.0.10:8080";
  const { stdout } = await run(line, dump);
  for (const text of expected.slice(1)) expect(stdout.replace(/ \(-:\d+\)/g, "")).toContain(text.split(" (at")[0]);
  expect(stdout.split(" ")[0]?.trim()).toBe(expected[0]);
});
