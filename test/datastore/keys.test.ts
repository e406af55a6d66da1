import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyCheck, kindPrefix, parseKey, resourceKey } from "../../src/datastore/keys.ts";
import { allKinds } from "../../src/model/kinds/kinds.ts";
import { shownName, storedName } from "../../src/model/kinds/stored-name.ts";
import type { ResourceId } from "../../src/model/resource.ts";

const ROOT = "/calico/resources/v3/projectcalico.org";

describe("resourceKey", () => {
  const cases: readonly { readonly id: ResourceId; readonly key: string }[] = [
    { id: { kind: "HostEndpoint", name: "node1-eth0" }, key: "/hostendpoints/node1-eth0" },
    { id: { kind: "GlobalNetworkPolicy", name: "p" }, key: "/globalnetworkpolicies/default.p" },
    { id: { kind: "GlobalNetworkPolicy", name: "default.p" }, key: "/globalnetworkpolicies/default.default.p" },
    { id: { kind: "NetworkPolicy", namespace: "ns", name: "p" }, key: "/networkpolicies/ns/default.p" },
    { id: { kind: "NetworkPolicy", name: "p" }, key: "/networkpolicies/default/default.p" },
    { id: { kind: "NetworkPolicy", namespace: "", name: "p" }, key: "/networkpolicies/default/default.p" },
    { id: { kind: "Node", namespace: "ignored", name: "n" }, key: "/nodes/n" },
  ];
  it.each(cases)("$key", ({ id, key }) => expect(resourceKey(id, "prefixed")).toBe(ROOT + key));
});

describe("parseKey", () => {
  it("undoes resourceKey, for every kind and name", () => {
    const word = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}$/);
    fc.assert(
      fc.property(fc.constantFrom(...allKinds()), word, word, ({ kind, namespaced }, namespace, name) => {
        const id = namespaced ? { kind, namespace, name } : { kind, name };
        for (const names of ["prefixed", "plain"] as const)
          expect(parseKey(kind, resourceKey(id, names), names)).toEqual(id);
      }),
      { seed: 1 },
    );
  });
  it.each([
    ["Node", "/hostendpoints/x"],
    ["Node", "/nodes/"],
    ["Node", "/nodes/a/b"],
    ["NetworkPolicy", "/networkpolicies/x"],
    ["NetworkPolicy", "/networkpolicies//x"],
  ])("%s has no key %s", (kind, key) => expect(parseKey(kind, ROOT + key, "prefixed")).toBeUndefined());
});

describe("keyCheck", () => {
  it("tells the key of stored names from all others, as parseKey reads it", () => {
    const word = fc.constantFrom("a", "b", "default.a");
    const namespaces = fc.option(word, { nil: undefined });
    const kinds = fc.constantFrom("HostEndpoint", "GlobalNetworkPolicy", "NetworkPolicy");
    fc.assert(
      fc.property(kinds, fc.array(word, { maxLength: 3 }), word, namespaces, (kind, parts, name, namespace) => {
        const key = kindPrefix(kind) + parts.join("/");
        const id = namespace === undefined ? { kind, name } : { kind, namespace, name };
        const isItsKey = JSON.stringify(parseKey(kind, key, "plain")) === JSON.stringify(id);
        expect(keyCheck(kind)(key, name, namespace)).toBe(isItsKey);
      }),
      { seed: 1 },
    );
  });
});

describe("names", () => {
  it("of policies have a prefix in the store only; a later Calico's plain name stays", () => {
    expect(storedName("NetworkPolicy", "p", "prefixed")).toBe("default.p");
    expect(storedName("NetworkPolicy", "ossg.default.p", "prefixed")).toBe("ossg.default.p");
    expect(storedName("NetworkPolicy", "knp.default.p", "prefixed")).toBe("knp.default.p");
    expect(storedName("HostEndpoint", "x", "prefixed")).toBe("x");
    expect(storedName("NetworkPolicy", "p", "plain")).toBe("p");
    expect(shownName("NetworkPolicy", "ossg.default.p")).toBe("ossg.default.p");
    expect(shownName("NetworkPolicy", "default.p")).toBe("p");
    expect(shownName("NetworkPolicy", "p")).toBe("p");
    expect(shownName("HostEndpoint", "default.p")).toBe("default.p");
  });
  it("of kinds that do not exist are our own mistake", () => {
    expect(() => kindPrefix("Nonsense")).toThrow(TypeError);
  });
  it("a namespace bounds the listing", () => {
    expect(kindPrefix("NetworkSet", "a")).toBe(`${ROOT}/networksets/a/`);
    expect(kindPrefix("NetworkSet")).toBe(`${ROOT}/networksets/`);
    expect(kindPrefix("Node", "a")).toBe(`${ROOT}/nodes/`);
  });
});
