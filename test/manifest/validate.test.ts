import { describe, expect, test } from "vitest";
import type { Purpose } from "../../src/manifest/validate.ts";
import { codes, policy, resource } from "./read.ts";

describe("purposes", () => {
  const check = (text: string, expected: Partial<Record<Purpose, readonly string[]>>) => {
    for (const [purpose, wanted] of Object.entries(expected))
      expect(codes(text, "v3.7", purpose as Purpose), purpose).toEqual(wanted);
  };
  const versioned = resource("Node", {}, { name: "a", resourceVersion: "5" });

  test("create refuses a resourceVersion", () =>
    check(versioned, {
      create: ["create.resource-version"],
      apply: [],
      replace: [],
      delete: [],
      validate: [],
      simulate: [],
    }));
  test("an empty one counts as missing", () =>
    check(resource("Node", {}, { name: "a", resourceVersion: "" }), { create: [] }));
  test("ClusterInformation is read only", () =>
    check(resource("ClusterInformation", {}, { name: "default" }), {
      create: ["kind.read-only"],
      apply: ["kind.read-only"],
      replace: ["kind.read-only"],
      validate: ["kind.read-only"],
      simulate: [],
      get: [],
    }));
  test("Kubernetes' policies are read only", () =>
    check(resource("NetworkPolicy", {}, { name: "knp.default.x" }), {
      create: ["kind.read-only"],
      apply: ["kind.read-only"],
      replace: ["kind.read-only"],
      validate: [],
      simulate: [],
      get: [],
    }));
  test("only the identity counts for delete and get", () =>
    check(policy({ selector: "a b", ingress: [{ action: "x", protocol: "tcp" }, {}] }), {
      delete: [],
      get: [],
      apply: ["selector.syntax", "field.enum", "protocol.unknown", "field.required"],
    }));
  test("but types and unknown fields do", () =>
    check(policy({ order: "1", foo: 1 }), {
      delete: ["field.type", "field.unknown"],
      get: ["field.type", "field.unknown"],
    }));
  test("and so does a namespace where there is none", () => {
    const text = resource("Node", {}, { name: "a", namespace: "ns" });
    check(text, {
      delete: ["namespace.not-namespaced"],
      get: ["namespace.not-namespaced"],
      apply: ["namespace.not-namespaced"],
    });
  });
  test("and so does the name", () =>
    check(resource("Node", {}, {}), { delete: ["field.required"], get: ["field.required"] }));
});

/** A misspelt field is one mistake: what is missing because of it is not reported too. */
test.each([
  [policy({ preDNAT: true, applyOnFoward: true }), ["field.unknown"]],
  [policy({ preDNAT: true, foo: true }), ["field.unknown", "policy.apply-on-forward"]],
  [policy({ preDNAT: true }), ["policy.apply-on-forward"]],
  [policy({ ingress: [{ acton: "Allow" }] }), ["field.unknown"]],
  [policy({ ingress: [{ xyz: "Allow" }] }), ["field.required", "field.unknown"]],
])("%s", (text, expected) => {
  expect(codes(text).toSorted()).toEqual(expected);
});
