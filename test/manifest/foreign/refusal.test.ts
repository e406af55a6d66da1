import { describe, expect, test } from "vitest";
import { read } from "../read.ts";

/** What a valid resource of the kind has at least. */
const SPEC: Readonly<Record<string, object>> = { HostEndpoint: { node: "n", interfaceName: "eth0" } };

const finding = (apiVersion: string, kind: string, more: object = {}): string => {
  const text = JSON.stringify({ apiVersion, kind, metadata: { name: "a", ...more }, spec: SPEC[kind] ?? {} });
  const { diagnostics, resources } = read(text, "simulate");
  expect(resources).toEqual([]);
  return diagnostics.map(({ severity, code, message, help }) => `${severity} ${code}: ${message} (${help})`).join("\n");
};

const KUBECTL =
  "(use `kubectl apply -f FILE`; `calicoctl simulate` reads it, and `calicoctl convert` prints what Calico makes of it)";

/** The apiVersion and kind of another API, and all that is reported: nowhere the advice to change the apiVersion to ours. */
const FOREIGN: readonly (readonly [apiVersion: string, kind: string, finding: string])[] = [
  [
    "crd.projectcalico.org/v1",
    "HostEndpoint",
    "error api-version.unknown: `crd.projectcalico.org/v1` is the form in which Kubernetes stores Calico's resources; it is not written as it is " +
      "(its labels may be in the annotation `projectcalico.org/metadata`, so do not change `apiVersion`: " +
      "`calicoctl convert -f FILE` prints it as `projectcalico.org/v3`)",
  ],
  [
    "crd.projectcalico.org/v1",
    "IPAMBlock",
    "error kind.unknown: `crd.projectcalico.org/v1` is the form in which Kubernetes stores Calico's resources; it is not written as it is (leave it out: Calico itself writes IPAMBlock)",
  ],
  [
    "networking.k8s.io/v1",
    "NetworkPolicy",
    "error api-version.unknown: this NetworkPolicy is one of Kubernetes (`networking.k8s.io/v1`), not of Calico " +
      KUBECTL,
  ],
  ["v1", "Node", `error api-version.unknown: this Node is one of Kubernetes (\`v1\`), not of Calico ${KUBECTL}`],
  [
    "discovery.k8s.io/v1",
    "EndpointSlice",
    "error kind.unknown: this EndpointSlice is one of Kubernetes (`discovery.k8s.io/v1`), not of Calico (use `kubectl apply -f FILE`; `calicoctl simulate` reads it)",
  ],
  ["v1", "Namespace", `error kind.unknown: this Namespace is one of Kubernetes (\`v1\`), not of Calico ${KUBECTL}`],
  ["v1", "Pod", `error kind.unknown: this Pod is one of Kubernetes (\`v1\`), not of Calico ${KUBECTL}`],
  [
    "apps/v1",
    "Deployment",
    `error kind.unknown: this Deployment is one of Kubernetes (\`apps/v1\`), not of Calico (use \`kubectl apply -f FILE\`; Calico does not read this kind)`,
  ],
  [
    "policy.networking.k8s.io/v1alpha1",
    "AdminNetworkPolicy",
    `error kind.unknown: this AdminNetworkPolicy is one of Kubernetes (\`policy.networking.k8s.io/v1alpha1\`), not of Calico (Calico does not read it: write a ClusterNetworkPolicy of \`policy.networking.k8s.io/v1alpha2\`)`,
  ],
  [
    "crd.projectcalico.org/v1",
    "GlobalNetworkPolicys",
    "error kind.unknown: `crd.projectcalico.org/v1` is the form in which Kubernetes stores Calico's resources; it is not written as it is (did you mean `GlobalNetworkPolicy`?)",
  ],
  [
    "crd.projectcalico.org",
    "HostEndpoint",
    "error api-version.unknown: `crd.projectcalico.org` is misspelt (write `apiVersion: crd.projectcalico.org/v1`)",
  ],
  [
    "extensions/v1beta1",
    "NetworkPolicy",
    "error api-version.unknown: this NetworkPolicy is one of Kubernetes (`extensions/v1beta1`), not of Calico (Calico reads NetworkPolicy of `networking.k8s.io/v1` only: write it so)",
  ],
  [
    "example.com/v1",
    "Tier",
    `error api-version.unknown: \`example.com/v1\` is not an API of Calico: this Tier is not read (if a cluster has this API, use \`kubectl apply -f FILE\`)`,
  ],
];

describe("a resource of another API", () => {
  test.each(FOREIGN)("%s %s", (apiVersion, kind, expected) => {
    expect(finding(apiVersion, kind)).toBe(expected);
  });

  test("in a list", () => {
    const items = [{ metadata: { name: "a" }, spec: {} }];
    const text = JSON.stringify({ apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicyList", items });
    expect(read(text).diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "api-version.unknown: this NetworkPolicy is one of Kubernetes (`networking.k8s.io/v1`), not of Calico",
    ]);
  });
});

/** Misspelt versions of our own API, which the apiVersion alone puts right. */
test.each([
  ["projectcalico.org/v1", "HostEndpoint"],
  ["projectcalico/v3", "Node"],
  ["v3", "GlobalNetworkPolicy"],
  ["ProjectCalico.org/v3", "NetworkPolicy"],
  ["projectcalcio.org/v3", "NetworkPolicy"],
  ["v1", "HostEndpoint"],
  ["networking.k8s.io/v1", "GlobalNetworkPolicy"],
  ["example.com/v1", "HostEndpoint"],
])("%s %s is a misspelling", (apiVersion, kind) => {
  expect(finding(apiVersion, kind)).toBe(
    `error api-version.unknown: unknown apiVersion \`${apiVersion}\` (write \`apiVersion: projectcalico.org/v3\`)`,
  );
});

test("a NetworkPolicy of Kubernetes by its fields is told Kubernetes' apiVersion", () => {
  const text = JSON.stringify({
    apiVersion: "v1",
    kind: "NetworkPolicy",
    metadata: { name: "a" },
    spec: { podSelector: {} },
  });
  expect(read(text).diagnostics.map(({ help }) => help)).toEqual(["write `apiVersion: networking.k8s.io/v1`"]);
});

test.each([
  ["create", "kubectl create"],
  ["replace", "kubectl replace"],
  ["delete", "kubectl delete"],
  ["apply", "kubectl apply"],
] as const)("%s names %s", (purpose, command) => {
  const text = JSON.stringify({ apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "a" } });
  expect(read(text, purpose).diagnostics.map(({ help }) => help)).toEqual([
    `use \`${command} -f FILE\`; Calico does not read this kind`,
  ]);
});

test("what is wrong with the spec of the stored form is reported beside the apiVersion, and its metadata are left alone", () => {
  const spec = { selector: "kubernetes.io/hostname='node1'", ingress: [{ action: "Allow", protocol: "tcp" }] };
  const metadata = { name: "default.allow-icmp", uid: "0d2d5f8e", generation: 3 };
  const text = JSON.stringify({ apiVersion: "crd.projectcalico.org/v1", kind: "GlobalNetworkPolicy", metadata, spec });
  const { diagnostics, resources } = read(text, "validate");
  expect(resources).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["api-version.unknown", "selector.syntax", "protocol.unknown"]);
});
