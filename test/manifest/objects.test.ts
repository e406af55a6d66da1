import { describe, expect, test } from "vitest";
import { readObject } from "../../src/kubernetes/read-object.ts";
import { readManifests } from "../../src/manifest/manifests.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import { recordedLines } from "../conformance/corpus.ts";

const calico = calicoVersionRules("v3.32") ?? DEFAULT_CALICO;

/** The findings about one object: `field.type spec.podSelector`. */
function findings(object: object): readonly string[] {
  const text = JSON.stringify(object);
  const read = readManifests([{ name: "f", text }], {
    calico,
    purpose: "simulate",
    convert: ({ value }) => readObject(value, calico, "default"),
    passesOver: true,
  });
  const diagnostics = read.diagnostics.filter(({ code }) => code !== "kubernetes.passed-over");
  for (const { span } of diagnostics) expect(span).toBeDefined();
  return diagnostics.map(({ code, path, severity }) => `${severity === "error" ? "" : "warning "}${code} ${path}`);
}

const policy = (spec: unknown, metadata: object = {}) => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: { name: "a", ...metadata },
  spec,
});
const rule = (more: object) => policy({ podSelector: {}, ingress: [more] });
const peer = (from: unknown) => rule({ from: [from] });
const port = (more: object) => rule({ ports: [more] });
const expression = (more: object) => policy({ podSelector: { matchExpressions: [more] } });
const core = (kind: string, more: object, metadata: object = {}) => ({
  apiVersion: "v1",
  kind,
  metadata: { name: "a", ...metadata },
  ...more,
});
const stored = (spec: unknown, metadata: object = {}) => ({
  apiVersion: "crd.projectcalico.org/v1",
  kind: "GlobalNetworkPolicy",
  metadata: { name: "a", ...metadata },
  spec,
});
const cluster = (spec: object) => ({
  apiVersion: "policy.networking.k8s.io/v1alpha2",
  kind: "ClusterNetworkPolicy",
  metadata: { name: "a" },
  spec: { tier: "Admin", priority: 1, subject: { namespaces: {} }, ...spec },
});

const SELECTOR = "spec.podSelector";
const AT = "spec.ingress[0]";

describe("what no API server takes", () => {
  test.each<readonly [string, object, readonly string[]]>([
    ["a valid policy", policy({ podSelector: { matchLabels: { a: "b" } }, policyTypes: ["Ingress"] }), []],
    ["a selector that is text", policy({ podSelector: "app=web" }), [`field.type ${SELECTOR}`]],
    ["a misspelt selector", policy({ podSelecter: {} }), ["field.unknown spec.podSelecter"]],
    ["a misspelt spec", { ...policy({}), spce: {} }, ["field.unknown spce"]],
    [
      "a label that is no text",
      policy({ podSelector: { matchLabels: { a: true } } }),
      [`field.type ${SELECTOR}.matchLabels.a`],
    ],
    [
      "a label's key",
      policy({ podSelector: { matchLabels: { "a b": "c" } } }),
      [`label.key ${SELECTOR}.matchLabels["a b"]`],
    ],
    [
      "a label's value",
      policy({ podSelector: { matchLabels: { a: "b c" } } }),
      [`label.value ${SELECTOR}.matchLabels.a`],
    ],
    [
      "an operator",
      expression({ key: "a", operator: "in", values: ["b"] }),
      [`field.value ${SELECTOR}.matchExpressions[0].operator`],
    ],
    ["no operator", expression({ key: "a" }), [`field.required ${SELECTOR}.matchExpressions[0]`]],
    ["In without values", expression({ key: "a", operator: "In" }), [`field.value ${SELECTOR}.matchExpressions[0]`]],
    [
      "Exists with values",
      expression({ key: "a", operator: "Exists", values: ["b"] }),
      [`field.value ${SELECTOR}.matchExpressions[0]`],
    ],
    ["types", policy({ policyTypes: ["ingress"] }), ["field.value spec.policyTypes[0]"]],
    ["types that are no list", policy({ policyTypes: "Ingress" }), ["field.type spec.policyTypes"]],
    ["an empty peer", peer({}), [`field.value ${AT}.from[0]`]],
    ["Calico's peer", peer({ selector: "all()" }), [`field.unknown ${AT}.from[0].selector`]],
    [
      "a block beside a selector",
      peer({ ipBlock: { cidr: "10.0.0.0/8" }, podSelector: {} }),
      [`field.value ${AT}.from[0].ipBlock`],
    ],
    ["a block that is no network", peer({ ipBlock: { cidr: "10.0.0.1" } }), [`net.syntax ${AT}.from[0].ipBlock.cidr`]],
    ["a block without a network", peer({ ipBlock: {} }), [`net.syntax ${AT}.from[0].ipBlock.cidr`]],
    [
      "an exception outside",
      peer({ ipBlock: { cidr: "10.0.0.0/8", except: ["11.0.0.0/9"] } }),
      [`net.syntax ${AT}.from[0].ipBlock.except[0]`],
    ],
    ["a protocol", port({ protocol: "tcp", port: 80 }), [`field.value ${AT}.ports[0].protocol`]],
    ["a port of no range", port({ port: 70000 }), [`port.range ${AT}.ports[0].port`]],
    ["a number as text", port({ port: "80" }), [`port.syntax ${AT}.ports[0].port`]],
    ["endPort below", port({ port: 80, endPort: 79 }), [`port.range ${AT}.ports[0].endPort`]],
    ["endPort of a name", port({ port: "http", endPort: 90 }), [`port.range ${AT}.ports[0].endPort`]],
    ["a name that is no text", core("Pod", {}, { name: 5 }), ["field.type metadata.name"]],
    ["labels of a pod", core("Pod", {}, { labels: { a: 1 } }), ["field.type metadata.labels.a"]],
    ["a pod's addresses", core("Pod", { status: { podIPs: "10.0.0.1" } }), ["field.type status.podIPs"]],
    ["a pod's network", core("Pod", { spec: { hostNetwork: "true" } }), ["field.type spec.hostNetwork"]],
    ["a pod's spec", core("Pod", { spec: [] }), ["field.type spec"]],
    [
      "a node's addresses",
      core("Node", { status: { addresses: [{ address: 10 }] } }),
      ["field.type status.addresses[0].address"],
    ],
    ["Calico's spec", stored([1]), ["field.type spec"]],
    ["Calico's labels", stored({}, { labels: { a: true } }), ["field.type metadata.labels.a"]],
    ["a field of Calico's spec", stored({ ingress: {} }), ["field.type spec.ingress"]],
    ["a cluster policy", cluster({}), []],
    [
      "its tier and priority",
      cluster({ tier: "admin", priority: 1001 }),
      ["field.value spec.tier", "field.value spec.priority"],
    ],
    ["its subject", cluster({ subject: { namespaces: {}, pods: {} } }), ["field.value spec.subject"]],
    [
      "its rules",
      cluster({ egress: [{ action: "Allow", to: [{ networks: ["10.0.0.0"] }] }] }),
      ["field.value spec.egress[0].action", "net.syntax spec.egress[0].to[0].networks[0]"],
    ],
    ["a rule without peers", cluster({ ingress: [{ action: "Deny" }] }), ["field.required spec.ingress[0]"]],
  ])("%s", (_, object, expected) => {
    expect(findings(object)).toEqual(expected);
  });
});

describe("an annotation that Calico ignores is a warning", () => {
  test.each<readonly [string, object, string, string, boolean]>([
    ["Node", {}, "projectcalico.org/IPv4Address", "10.0.0.300/24", false],
    ["Node", {}, "projectcalico.org/IPv4Address", "10.0.0.3/24", true],
    ["Node", {}, "projectcalico.org/ASNumber", "64512", true],
    ["Node", {}, "projectcalico.org/labels", "a=b", false],
    ["Pod", {}, "cni.projectcalico.org/floatingIPs", "10.0.0.1", false],
    ["Pod", {}, "cni.projectcalico.org/floatingIPs", '["10.0.0.1"]', true],
    ["Pod", {}, "cni.projectcalico.org/allowedSourcePrefixes", '["10.0.0.0/8", 4]', false],
    ["Namespace", {}, "net.beta.kubernetes.io/network-policy", "{}", false],
  ])("%s %o %s: %s", (kind, more, key, value, isRead) => {
    const expected = isRead ? [] : [`warning kubernetes.annotation metadata.annotations["${key}"]`];
    expect(findings(core(kind, more, { annotations: { [key]: value } }))).toEqual(expected);
  });
});

test("nothing is wrong with what real API servers returned", () => {
  const objects = recordedLines<{
    readonly input: { readonly objects?: readonly { readonly apiVersion?: string; readonly kind?: string }[] };
  }>("kubernetes.jsonl").flatMap(({ input }) => input.objects ?? []);
  const own = objects.filter(({ apiVersion = "" }) => !apiVersion.includes("projectcalico"));
  expect(own.length).toBeGreaterThan(1000);
  const wrong = own.flatMap((object) =>
    findings(object)
      .filter((one) => !one.startsWith("warning"))
      .map((one) => `${object.kind} ${one}`),
  );
  expect([...new Set(wrong)]).toEqual([]);
});

test("the items of a typed list, as the API returns it, have no kind of their own", () => {
  const { apiVersion, kind, ...item } = policy({ podSelector: 1 });
  expect(findings({ apiVersion, kind: `${kind}List`, items: [item] })).toEqual([`field.type ${SELECTOR}`]);
});
