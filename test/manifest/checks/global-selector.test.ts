import { describe, test } from "vitest";
import { checkCodes, policy, resource } from "../read.ts";

/**
 * `global()`, by field: Calico v3.32's API reference (EntityRule, GlobalNetworkPolicySpec, NetworkPolicySpec, IPPoolSpec)
 * and recorded cases gnp-sel-02, gnp-nssel-*, rule-srcsel-13 to -17, ipp-nodesel-03. Its parser knows `global()`
 * everywhere; each field that must not have it refuses it.
 */
const check = (text: string, expected: readonly string[]) => checkCodes(text, expected, "v3.32");
const WRONG = ["selector.syntax"];
const BAD = ["global()", "has(a) && global()"];

describe("global()", () => {
  test.each(BAD)("not in a policy's own selectors: %s", (text) => {
    for (const field of ["selector", "serviceAccountSelector"]) {
      check(policy({ [field]: text }), WRONG);
      for (const kind of ["NetworkPolicy", "StagedNetworkPolicy"])
        check(resource(kind, { [field]: text }, { name: "a", namespace: "n" }), WRONG);
    }
    check(policy({ namespaceSelector: text }), WRONG);
    check(resource("StagedGlobalNetworkPolicy", { namespaceSelector: text }), WRONG);
  });

  test("in a rule", () => {
    const rule = (source: object) => policy({ ingress: [{ action: "Allow", source }] });
    for (const text of BAD) check(rule({ selector: text }), WRONG);
    for (const text of ["global()", " global( )"]) check(rule({ namespaceSelector: text }), []);
    for (const text of ["!global()", "(global())", "global() || has(a)"])
      check(rule({ namespaceSelector: text }), WRONG);
    for (const text of [...BAD, "!global()"]) {
      check(rule({ notSelector: text }), []);
      check(rule({ serviceAccounts: { selector: text } }), []);
    }
  });

  test("nor the text in quotes, where it must not stand", () => {
    check(policy({ selector: "a == 'global()'" }), WRONG);
    check(policy({ ingress: [{ action: "Allow", source: { selector: "a == 'global()'" } }] }), WRONG);
    check(policy({ ingress: [{ action: "Allow", source: { notSelector: "a == 'global()'" } }] }), []);
    checkCodes(policy({ selector: "a == 'global()'" }), []);
  });

  test("of other kinds", () => {
    check(resource("IPPool", { cidr: "10.0.0.0/16", nodeSelector: "global()" }), WRONG);
    check(resource("IPPool", { cidr: "10.0.0.0/16", namespaceSelector: "global()", allowedUses: ["Workload"] }), WRONG);
    check(resource("BGPPeer", { peerSelector: "global()", nodeSelector: "global()" }), []);
  });

  test("nowhere in v3.7", () => {
    const rule = { action: "Allow", source: { notSelector: "global()" } };
    checkCodes(policy({ ingress: [rule] }), WRONG);
  });
});
