import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical } from "../../src/manifest/canonical.ts";
import { schemaKinds } from "../../src/manifest/schema.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import { read, resource } from "./read.ts";

const full = (spec: unknown, metadata: unknown = { name: "a" }) => ({ spec, metadata });

/** What becomes of a `spec`, and the codes and paths of the problems. */
function check(
  kind: string,
  spec: unknown,
  expected: unknown,
  problems: readonly string[] = [],
  version = "v3.7",
): void {
  const result = canonical(kind, full(spec), calicoVersionRules(version) ?? DEFAULT_CALICO);
  expect(result.resource.spec).toEqual(expected);
  expect(result.problems.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual(problems);
}

describe("canonical", () => {
  test("numbers and booleans in string fields", () =>
    check(
      "HostEndpoint",
      { node: 3, interfaceName: true, profiles: [1, 1.1] },
      { node: "3", interfaceName: "true", profiles: ["1", "1.1"] },
    ));
  test("nulls and empty values are dropped", () =>
    check("HostEndpoint", { node: null, interfaceName: "", expectedIPs: [], ports: null }, {}));
  test("false and 0 that say something are kept", () =>
    check(
      "FelixConfiguration",
      { ipv6Support: false, metadataPort: 0, failsafeInboundHostPorts: [] },
      { ipv6Support: false, metadataPort: 0, failsafeInboundHostPorts: [] },
    ));
  test("false that says nothing is dropped", () =>
    check("GlobalNetworkPolicy", { applyOnForward: false, order: 0 }, { order: 0 }));
  test("fields come in stored order", () => {
    const { resource } = canonical(
      "GlobalNetworkPolicy",
      full({ types: ["Ingress"], selector: "a", order: 1 }),
      DEFAULT_CALICO,
    );
    expect(Object.keys(resource.spec ?? {})).toEqual(["order", "selector", "types"]);
  });
  test("ports and protocols", () =>
    check(
      "GlobalNetworkPolicy",
      { ingress: [{ action: "Allow", protocol: "6", destination: { ports: ["80", "80:80", "80:90", "http"] } }] },
      { ingress: [{ action: "Allow", protocol: 6, destination: { ports: [80, 80, "80:90", "http"] } }] },
    ));
  test("AS numbers and durations", () => {
    check("Node", { bgp: { asNumber: "1.10" } }, { bgp: { asNumber: 65546 } });
    check("FelixConfiguration", { routeRefreshInterval: "90s" }, { routeRefreshInterval: "1m30s" });
  });
  test("null items are the empty value", () =>
    check(
      "GlobalNetworkPolicy",
      { ingress: [null, { source: { nets: [null], ports: [null] } }] },
      { ingress: [{}, { source: { nets: [""], ports: [0] } }] },
    ));
  test("values of a wrong type stay, for the schema", () =>
    check("HostEndpoint", { expectedIPs: {}, ports: "x" }, { expectedIPs: {}, ports: "x" }));
  test("unknown fields stay and are reported", () =>
    check("HostEndpoint", { foo: 1 }, { foo: 1 }, ["field.unknown spec.foo"]));
  test("another case of letters", () => check("HostEndpoint", { Node: "n" }, { node: "n" }, ["field.case spec.node"]));
  test("two cases of one field", () =>
    check("HostEndpoint", { node: "n", Node: "m" }, { node: "n", Node: "m" }, ["field.unknown spec.Node"]));
  test("two cases of one field, v3.32", () =>
    check("HostEndpoint", { node: "n", Node: "m" }, { node: "n" }, ["field.case spec.node"], "v3.32"));
  test.each([
    [
      "the last in the order of keys counts",
      { node: "n", interfaceName: "eth0", InterfaceName: "eth1" },
      { node: "n", interfaceName: "eth0" },
    ],
    ["one that is empty counts, too", { Node: "n", node: "" }, {}],
    [
      "a list takes the place of one",
      { expectedIPs: ["10.0.0.1"], ExpectedIPs: ["10.0.0.2", "::1"] },
      { expectedIPs: ["10.0.0.1"] },
    ],
  ])("two cases of one field, v3.32: %s", (_, spec, stored) =>
    check("HostEndpoint", spec, stored, [expect.stringMatching(/^field\.case spec\./) as unknown as string], "v3.32"),
  );
  test.each([
    ["null", "HostEndpoint", { Node: "n", node: null }],
    ["a value of another type that does not count", "HostEndpoint", { ExpectedIPs: "10.0.0.1", expectedIPs: [] }],
    [
      "objects",
      "GlobalNetworkPolicy",
      { ingress: [{ action: "Allow", Source: { nets: [] }, source: { ports: [1] } }] },
    ],
    ["lists of objects", "GlobalNetworkPolicy", { Ingress: [], ingress: [{ action: "Allow" }] }],
    ["numbers", "GlobalNetworkPolicy", { Order: "1", order: 2 }],
    ["flags", "GlobalNetworkPolicy", { PreDNAT: "true", preDNAT: false }],
  ])("two cases of one field, v3.32, that Calico mixes or refuses: %s", (_, kind, spec) => {
    const { diagnostics } = read(resource(kind, spec), "validate", "v3.32");
    const own = diagnostics.filter(({ code }) => code === "field.case");
    expect(own.map(({ severity, help }) => [severity, help])).toEqual([["error", "remove one of them"]]);
  });
  test("fields of a later version", () => {
    check("GlobalNetworkPolicy", { tier: "x" }, { tier: "x" }, ["field.unknown spec.tier"]);
    check("GlobalNetworkPolicy", { tier: "x" }, { tier: "x" }, [], "v3.32");
  });
  test("__proto__ is a field like others", () =>
    check("HostEndpoint", JSON.parse('{"__proto__": {"node": "n"}}'), JSON.parse('{"__proto__": {"node": "n"}}'), [
      "field.unknown spec.__proto__",
    ]));

  test("labels", () => {
    const metadata = {
      name: 5,
      labels: { b: true, a: null, c: 1 },
      annotations: {},
      namespace: "",
      creationTimestamp: null,
    };
    const { resource, coerced } = canonical("Node", full({}, metadata), DEFAULT_CALICO);
    expect(JSON.stringify(resource.metadata)).toBe('{"name":"5","labels":{"a":"","b":"true","c":"1"}}');
    expect(coerced.map(({ path, text }) => `${path.join(".")}=${text}`)).toEqual([
      "metadata.name=5",
      "metadata.labels.b=true",
      "metadata.labels.c=1",
    ]);
  });

  test("large integers keep their digits in text, and can be written as JSON elsewhere", () => {
    const large = 12345678901234567890n;
    check("HostEndpoint", { node: large }, { node: "12345678901234567890" });
    check("FelixConfiguration", { metadataPort: large }, { metadataPort: 12345678901234567000 });
    const metadata = { name: "a", ownerReferences: [{ uid: large }] };
    const { resource } = canonical("Node", full({}, metadata), DEFAULT_CALICO);
    expect(JSON.parse(JSON.stringify(resource.metadata.ownerReferences))).toEqual([{ uid: 12345678901234567000 }]);
  });

  test("there are always metadata and a name", () =>
    expect(canonical("Node", { metadata: "x" }, DEFAULT_CALICO).resource.metadata).toEqual({ name: "" }));

  test("the name of a workload endpoint", () => {
    const spec = { orchestrator: "k8s", node: "n-1", pod: "p", endpoint: "eth0" };
    expect(canonical("WorkloadEndpoint", full(spec, {}), DEFAULT_CALICO).resource.metadata.name).toBe(
      "n--1-k8s-p-eth0",
    );
  });

  test("applied twice it is the same as once, for any value", () => {
    const anything = fc.dictionary(
      fc.constantFrom("metadata", "spec", "status", "kind"),
      fc.object({ maxDepth: 4, withNullPrototype: false }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...schemaKinds()), anything, (kind, value) => {
        const once = canonical(kind, value, DEFAULT_CALICO).resource;
        expect(canonical(kind, once, DEFAULT_CALICO).resource).toEqual(once);
      }),
      { seed: 1 },
    );
  });
});
