import { describe, test } from "vitest";
import { checkCodes, policy, resource } from "../read.ts";

describe("policies", () => {
  const check = (spec: object, expected: readonly string[], version?: string) =>
    checkCodes(policy(spec), expected, version);

  test("types", () => {
    check({ types: ["Egress", "Ingress"] }, []);
    check({ types: ["Ingress", "Ingress"] }, ["list.duplicate"]);
    check({ types: ["ingress"] }, ["field.enum"]);
  });
  test("preDNAT, doNotTrack, applyOnForward", () => {
    check({ preDNAT: true, applyOnForward: true }, []);
    check({ doNotTrack: true, applyOnForward: true, egress: [{ action: "Allow" }] }, []);
    check({ preDNAT: true }, ["policy.apply-on-forward"]);
    check({ doNotTrack: true, applyOnForward: false }, ["policy.apply-on-forward"]);
    check({ preDNAT: true, doNotTrack: true, applyOnForward: true }, ["policy.flags"]);
    check({ preDNAT: true, applyOnForward: true, egress: [{ action: "Allow" }] }, ["policy.prednat-egress"]);
    check({ preDNAT: true, applyOnForward: true, types: ["Egress"] }, ["policy.prednat-egress"]);
    check({ preDNAT: false, doNotTrack: false }, []);
  });
  test("hints of v3.32", () => {
    const hint = "AssumeNeededOnEveryNode";
    check({ performanceHints: [hint] }, [], "v3.32");
    check({ performanceHints: [hint, hint] }, ["list.duplicate"], "v3.32");
  });
  test("flags are not for namespaces", () =>
    checkCodes(resource("NetworkPolicy", { applyOnForward: true }), ["field.unknown"]));
  test("labels of profiles", () => {
    checkCodes(resource("Profile", { labelsToApply: { a: "b" } }), []);
    checkCodes(resource("Profile", { labelsToApply: { "a b": "c d" } }), ["label.key", "label.value"]);
  });
});
