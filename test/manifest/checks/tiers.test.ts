import { describe, expect, test } from "vitest";
import { checkCodes, codes, resource } from "../read.ts";

const check = (kind: string, spec: object, expected: readonly string[], metadata?: object) =>
  checkCodes(resource(kind, spec, metadata), expected, "v3.32");

describe("tiers", () => {
  test("names are one part of 63 characters", () => {
    check("Tier", {}, [], { name: "a".repeat(63) });
    for (const name of ["a".repeat(64), "a.b", "A"]) check("Tier", {}, ["name.invalid"], { name });
  });
  test("the built-in ones are as they are", () => {
    check("Tier", { order: 1_000_000, defaultAction: "Deny" }, [], { name: "default" });
    check("Tier", {}, [], { name: "default" });
    check("Tier", { order: 1 }, ["tier.built-in"], { name: "default" });
    check("Tier", { order: 1000 }, ["tier.built-in"], { name: "kube-admin" });
    check("Tier", { order: 1000, defaultAction: "Pass" }, [], { name: "kube-admin" });
    check("Tier", { defaultAction: "Drop" }, ["field.enum"]);
  });
  test("there are none in v3.7", () => checkCodes(resource("Tier", {}), ["kind.version"]));
});

describe("staged policies", () => {
  const kinds = ["StagedGlobalNetworkPolicy", "StagedNetworkPolicy"];
  test.each(kinds)("%s", (kind) => {
    check(kind, { stagedAction: "Learn", selector: "all()", ingress: [{ action: "Allow" }] }, []);
    check(kind, { ingress: [{ action: "Allow", source: { nets: ["10.0.0.1/8"] } }] }, ["net.masked"]);
    check(kind, { stagedAction: "Delete", tier: "default", order: 0 }, ["policy.staged-delete"]);
    check(kind, { stagedAction: "Delete", tier: "default", types: [] }, []);
    check(kind, { stagedAction: "Delete", types: ["Ingress"] }, []);
    check(kind, { stagedAction: "Drop" }, ["field.enum"]);
  });
  test.each(["knp.default.a.b", "ossg.default.a", "default.a", "a"])("named %s", (name) => {
    const metadata = { name, namespace: "n" };
    const text = resource("StagedNetworkPolicy", { stagedAction: "Delete" }, metadata);
    expect(codes(text, "v3.32", "validate")).toEqual([]);
    expect(codes(text, "v3.32", "create")).toEqual(name.startsWith("knp.") ? ["kind.read-only"] : []);
    check("StagedGlobalNetworkPolicy", {}, name.split(".").length > 2 ? ["name.invalid"] : [], { name });
  });
  test("of Kubernetes", () => {
    const kind = "StagedKubernetesNetworkPolicy";
    check(kind, { podSelector: { matchLabels: { a: "b" } }, policyTypes: ["Ingress"] }, []);
    check(kind, { stagedAction: "Delete", policyTypes: ["Ingress"] }, ["policy.staged-delete"]);
    check(kind, { podSelectors: {} }, ["field.unknown"]);
  });
});
