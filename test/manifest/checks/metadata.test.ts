import { describe, test } from "vitest";
import { checkCodes, resource } from "../read.ts";

describe("metadata", () => {
  const check = (kind: string, metadata: object, expected: readonly string[], version?: string) =>
    checkCodes(resource(kind, {}, { name: "a", ...metadata }), expected, version);

  test("names", () => {
    check("Node", { name: "a.b" }, []);
    check("Node", { name: "A" }, ["name.invalid"]);
    check("GlobalNetworkPolicy", { name: "a.b" }, ["name.invalid"]);
    check("GlobalNetworkPolicy", { name: "default.a" }, [], "v3.32");
    check("GlobalNetworkPolicy", { name: "a.b.c" }, ["name.invalid"], "v3.32");
    check("NetworkPolicy", { name: "ossg.default.x.y" }, []);
    check("NetworkPolicy", { name: "ossg.default." }, ["name.invalid"]);
    check("NetworkPolicy", { name: "other.default.x" }, ["name.invalid"]);
  });
  test("namespaces", () => {
    check("NetworkPolicy", { namespace: "ns" }, []);
    check("GlobalNetworkPolicy", { namespace: "ns" }, ["namespace.not-namespaced"]);
    check("GlobalNetworkPolicy", { namespace: "" }, []);
  });
  test("labels", () => {
    check("Node", { labels: { "a/b": "c", d: "" } }, []);
    check("Node", { labels: { "a b": "c" } }, ["label.key"]);
    check("Node", { labels: { a: "c d" } }, ["label.value"]);
  });
  test("annotations", () => {
    check("Node", { annotations: { "Example.com/X": "any / thing" } }, []);
    check("Node", { annotations: { "a b": "" } }, ["annotation.key"]);
    check("Node", { annotations: { a: "x".repeat(256 * 1024 - 1) } }, []);
    check("Node", { annotations: { a: "x".repeat(256 * 1024) } }, ["annotation.size"]);
    check("Node", { annotations: { a: "é".repeat(128 * 1024) } }, ["annotation.size"]);
  });
});
