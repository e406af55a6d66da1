import { expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const POD = `apiVersion: v1
kind: Node
metadata: {name: n1, annotations: {projectcalico.org/IPv4Address: 10.0.0.10/24}}
---
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}, annotations: {cni.projectcalico.org/floatingIPs: '["10.9.9.9"]'}}
spec: {nodeName: n1, containers: []}
status: {podIPs: [{ip: 192.168.1.10}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web, namespace: shop}
spec: {podSelector: {}, ingress: [{ports: [{port: 80}]}]}
`;
const FLOATING = `---
apiVersion: crd.projectcalico.org/v1
kind: FelixConfiguration
metadata: {name: default}
spec: {floatingIPs: Enabled}
`;
const staged = (kind: string, spec: string) => `---
apiVersion: crd.projectcalico.org/v1
kind: ${kind}
metadata: {name: default.s${kind === "StagedGlobalNetworkPolicy" ? "" : ", namespace: shop"}}
spec: ${spec}
`;
const STAGED =
  staged("StagedGlobalNetworkPolicy", "{order: 1, selector: all(), types: [Ingress], ingress: [{action: Deny}]}") +
  staged("StagedNetworkPolicy", "{order: 1, selector: all(), types: [Ingress], ingress: [{action: Deny}]}") +
  staged("StagedKubernetesNetworkPolicy", "{podSelector: {}, policyTypes: [Ingress]}");
const ADMIN = `---
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: a}
spec: {priority: 1, subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]}
`;

/** The verdict on TCP 80 from outside, and what is said on stderr. */
test.each<[what: string, dump: string, to: string, verdict: string, said: RegExp]>([
  ["a NetworkPolicy alone", POD, "pod/shop/web", "ALLOW", /^$/],
  ["staged policies decide nothing", POD + STAGED, "pod/shop/web", "ALLOW", /^$/],
  ["a floating IP is translated where Felix does that", POD + FLOATING, "10.9.9.9", "ALLOW", /^$/],
  [
    "Kubernetes' admin policies are not read",
    POD + ADMIN,
    "pod/shop/web",
    "ALLOW",
    /1 AdminNetworkPolicy .*\n.*so nothing enforces them: 3\.32 reads ClusterNetworkPolicy/,
  ],
])("%s", async (_, dump, to, verdict, said) => {
  const run = session(tmpFolder());
  const { stdout, stderr } = await run(
    `simulate --offline --calico-version v3.32 -f - --from 203.0.113.4 --to ${to} tcp 80`,
    dump,
  );
  expect(stdout.split(" ")[0]).toBe(verdict);
  expect(stderr).toMatch(said);
});
