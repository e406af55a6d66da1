import { describe, expect, it } from "vitest";
import { resourceKey } from "../../../src/datastore/keys.ts";
import { decodeResource, encodeResource } from "../../../src/datastore/values/codec.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { resource } from "../stores.ts";

/** An entry under the key of a resource of that name. */
const entry = (kind: string, name: string, value: unknown) => ({
  key: resourceKey({ kind, name }, "plain"),
  value: typeof value === "string" ? value : JSON.stringify(value),
  createRevision: "2",
  modRevision: "7",
});

describe("encodeResource", () => {
  it("orders metadata, names policies as stored and leaves the resourceVersion out", () => {
    const policy: Resource = {
      spec: { types: ["Ingress"], selector: "a < b", order: 1 },
      metadata: { labels: { b: "1", a: "2" }, resourceVersion: "9", creationTimestamp: "t", uid: "u", name: "p" },
      kind: "GlobalNetworkPolicy",
      apiVersion: "projectcalico.org/v3",
    };
    expect(encodeResource(policy, DEFAULT_CALICO)).toBe(
      '{"kind":"GlobalNetworkPolicy","apiVersion":"projectcalico.org/v3","metadata":{"name":"default.p","uid":"u","creationTimestamp":"t","labels":{"a":"2","b":"1"}},"spec":{"order":1,"selector":"a \\u003c b","types":["Ingress"]}}',
    );
  });
});

describe("failsafe entries are stored with a protocol and a port", () => {
  const cases: readonly (readonly [object, string])[] = [
    [{ port: 22 }, '{"protocol":"","port":22}'],
    [{ port: 22, protocol: "" }, '{"protocol":"","port":22}'],
    [{ protocol: "TCP" }, '{"protocol":"TCP","port":0}'],
    [{ protocol: "udp", port: 53 }, '{"protocol":"udp","port":53}'],
  ];
  const versions = ["v3.7", "v3.32"].map((text) => calicoVersionRules(text) ?? expect.unreachable(text));
  it.each(cases.flatMap(([item, json]) => versions.map((rules) => [rules.version, item, json, rules] as const)))(
    "%s: %j",
    (_version, item, json, rules) => {
      const spec = { failsafeInboundHostPorts: [item], failsafeOutboundHostPorts: [item] };
      const bytes = encodeResource(resource("FelixConfiguration", { name: "default" }, spec), rules);
      expect(bytes).toContain(`"failsafeInboundHostPorts":[${json}],"failsafeOutboundHostPorts":[${json}]`);
    },
  );
});

describe("decodeResource", () => {
  it("gives the shown name, the revision in calicoctl's place, and fields it does not know", () => {
    const stored = {
      kind: "GlobalNetworkPolicy",
      apiVersion: "v",
      metadata: { name: "default.p", uid: "u", creationTimestamp: "2026-01-01T00:00:00Z", novel: 1 },
      spec: { novel: true },
      status: {},
    };
    const decoded = decodeResource(
      "GlobalNetworkPolicy",
      entry("GlobalNetworkPolicy", "default.p", stored),
      "prefixed",
    );
    expect(decoded).toEqual({
      ok: true,
      id: { kind: "GlobalNetworkPolicy", name: "p" },
      resource: { ...stored, metadata: { ...stored.metadata, name: "p", resourceVersion: "7" } },
    });
    if (decoded.ok)
      expect(Object.keys(decoded.resource.metadata)).toEqual([
        "name",
        "uid",
        "resourceVersion",
        "creationTimestamp",
        "novel",
      ]);
  });

  const unreadable: readonly (readonly [string, unknown, RegExp])[] = [
    ["no JSON", "not json", /not a JSON object/],
    ["empty", "", /not a JSON object/],
    ["a list", [], /not a JSON object/],
    ["null", "null", /not a JSON object/],
    ["another kind", { kind: "Node", metadata: { name: "x" } }, /another kind/],
    ["no metadata", { kind: "HostEndpoint" }, /no name/],
    ["an empty name", { metadata: { name: "" } }, /no name/],
    ["a spec that is a list", { metadata: { name: "x" }, spec: [] }, /spec is not an object/],
    ["labels that are a list", { metadata: { name: "x", labels: ["a"] } }, /labels is not a map of strings/],
    [
      "annotations of numbers",
      { metadata: { name: "x", annotations: { a: 1 } } },
      /annotations is not a map of strings/,
    ],
  ];
  it.each(unreadable)("cannot read %s", (_name, value, reason) => {
    const decoded = decodeResource("HostEndpoint", entry("HostEndpoint", "x", value), "prefixed");
    expect(decoded).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
  });

  it("with plain names shows no annotation of Calico's own, no empty sides of rules, and older policies as they were", () => {
    const shown = (metadata: { readonly name: string; readonly [field: string]: unknown }, spec: object) => {
      const stored = entry("GlobalNetworkPolicy", metadata.name, { metadata, spec });
      const decoded = decodeResource("GlobalNetworkPolicy", stored, "plain");
      return decoded.ok ? { metadata: decoded.resource.metadata, spec: decoded.resource.spec } : decoded.reason;
    };
    const own = { "projectcalico.org/metadata": "{}" };
    const rules = { ingress: [{ source: {}, destination: { ports: [1] } }], egress: [] };
    expect(shown({ name: "default.p", annotations: { ...own, a: "b" } }, rules)).toEqual({
      metadata: { name: "default.p", resourceVersion: "7", annotations: { a: "b" } },
      spec: { ingress: [{ destination: { ports: [1] } }], egress: [] },
    });
    expect(shown({ name: "default.p", labels: { a: "b" } }, {})).toEqual({
      metadata: { name: "p", resourceVersion: "7", labels: { a: "b", "projectcalico.org/tier": "default" } },
      spec: {},
    });
    expect(shown({ name: "t.p", annotations: own }, {})).toEqual({
      metadata: { name: "t.p", resourceVersion: "7" },
      spec: {},
    });
    const endpoint = entry("HostEndpoint", "default.p", { metadata: { name: "default.p" } });
    expect(decodeResource("HostEndpoint", endpoint, "plain")).toMatchObject({
      resource: { metadata: { name: "default.p" } },
    });
  });

  it("encodes policies under their own names where names are plain", () => {
    const calico = calicoVersionRules("v3.32") ?? DEFAULT_CALICO;
    const policy = resource("NetworkPolicy", { name: "p", namespace: "n" }, { ingress: [{ action: "Allow" }] });
    expect(encodeResource(policy, calico)).toBe(
      '{"kind":"NetworkPolicy","apiVersion":"projectcalico.org/v3","metadata":{"name":"p","namespace":"n"},"spec":{"tier":"default","ingress":[{"action":"Allow","source":{},"destination":{}}]}}',
    );
  });

  it("reads __proto__ without harm", () => {
    const odd = '{"metadata":{"name":"x","__proto__":{"polluted":true}},"spec":{"__proto__":{"polluted":true}}}';
    expect(decodeResource("HostEndpoint", entry("HostEndpoint", "x", odd), "prefixed").ok).toBe(true);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  it("undoes encodeResource", () => {
    const given = resource(
      "HostEndpoint",
      { name: "x", labels: { "10": "a", "9": "b" } },
      { node: "n", interfaceName: "<eth0>", expectedIPs: ["10.0.0.1"] },
    );
    const stored = entry("HostEndpoint", "x", encodeResource(given, DEFAULT_CALICO));
    const decoded = decodeResource("HostEndpoint", stored, "prefixed");
    expect(decoded.ok && decoded.resource).toMatchObject({
      ...given,
      metadata: { ...given.metadata, resourceVersion: "7" },
    });
  });
});
