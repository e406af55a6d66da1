import { describe, expect, test } from "vitest";
import { decodeResource } from "../../../src/datastore/values/codec.ts";
import { allKinds } from "../../../src/model/kinds/kinds.ts";
import { HOSTILE } from "../../support/values/hostile-values.ts";

const HEP = "/calico/resources/v3/projectcalico.org/hostendpoints/a";

function decoded(key: string, value: string) {
  const plural = key.split("/")[5];
  const kind = allKinds().find((info) => info.plural === plural)?.kind ?? expect.unreachable(key);
  return decodeResource(kind, { key, value, createRevision: "2", modRevision: "2" }, "prefixed");
}

describe("stored values that are none of their kind", () => {
  test.each(HOSTILE)("$what", ({ key, value, reason }) => {
    expect(decoded(key, value)).toMatchObject({ ok: false, reason });
  });
});

describe("stored values are read as Go reads them", () => {
  test.each([
    ["null is an absent field", '{"node":null,"interfaceName":"eth0"}', { interfaceName: "eth0" }],
    [
      "a field in another case is the field",
      '{"Node":"n1","INTERFACENAME":"eth0"}',
      { node: "n1", interfaceName: "eth0" },
    ],
    [
      "unknown fields stay",
      '{"toString":1,"constructor":{"a":[1]},"node":"n"}',
      { toString: 1, constructor: { a: [1] }, node: "n" },
    ],
    ["a number with an exponent, of a field that we do not know", '{"x":1e2}', { x: 100 }],
    ["a zero with a sign, of a field that we do not know", '{"x":-0}', { x: -0 }],
    ["a zero with a sign beside an exponent", '{"x":-0,"y":1e2}', { x: -0, y: 100 }],
    ["blanks and escapes", ' {"node" : "\\u003cn\\u003e" } ', { node: "<n>" }],
  ])("%s", (_, spec, read) => {
    const found = decoded(HEP, `{"metadata":{"name":"a"},"spec":${spec}}`);
    expect(found.ok && found.resource.spec).toEqual(read);
  });
});

describe("the key says which resource it is", () => {
  const policy = "/calico/resources/v3/projectcalico.org/networkpolicies/ns/default.p";
  test.each([
    [HEP, { name: "b" }, { name: "a" }, "its `metadata.name` is `b`; its key counts"],
    [HEP, { name: "a", namespace: "x" }, { name: "a" }, "its `metadata.namespace` is `x`; its key counts"],
    [policy, { name: "default.p" }, { name: "p", namespace: "ns" }, "its `metadata.namespace` is ``; its key counts"],
    [
      policy,
      { name: "q", namespace: "o" },
      { name: "p", namespace: "ns" },
      "its `metadata.name` is `q` and its `metadata.namespace` is `o`; its key counts",
    ],
  ])("%s with %j", (key, metadata, id, note) => {
    const found = decoded(key, JSON.stringify({ metadata }));
    expect(found).toMatchObject({ ok: true, note, id });
    expect(found.ok && found.resource.metadata).toEqual({ ...id, resourceVersion: "2" });
  });
});
