import { describe, expect, test } from "vitest";
import { resource } from "../read.ts";
import { findingsOf } from "./findings-of.ts";

/** A kind, the least spec that is refused, one next to it that is not, and all that is reported of the first. */
const CASES: readonly (readonly [
  kind: string,
  bad: object,
  good: object,
  findings: string,
  version?: string,
  metadata?: object,
])[] = [
  [
    "GlobalNetworkPolicy",
    { types: ["Ingress", "Ingress"] },
    { types: ["Ingress", "Egress"] },
    'list.duplicate spec.types[1] at "Ingress": `Ingress` is given twice',
  ],
  [
    "GlobalNetworkPolicy",
    { performanceHints: ["AssumeNeededOnEveryNode", "AssumeNeededOnEveryNode"] },
    { performanceHints: ["AssumeNeededOnEveryNode"] },
    'list.duplicate spec.performanceHints[1] at "AssumeNeededOnEveryNode": `AssumeNeededOnEveryNode` is given twice',
    "v3.32",
  ],
  [
    "GlobalNetworkPolicy",
    { preDNAT: true, doNotTrack: true, applyOnForward: true },
    { preDNAT: true, doNotTrack: false, applyOnForward: true },
    'policy.flags spec.preDNAT at "preDNAT": a policy is either `preDNAT` or `doNotTrack` (split it into two policies)',
  ],
  [
    "GlobalNetworkPolicy",
    { preDNAT: true },
    { preDNAT: true, applyOnForward: true },
    'policy.apply-on-forward spec.preDNAT at "preDNAT": a `preDNAT` policy needs `applyOnForward: true` (set `applyOnForward: true`)',
  ],
  [
    "GlobalNetworkPolicy",
    { doNotTrack: true, applyOnForward: false },
    { doNotTrack: true, applyOnForward: true },
    'policy.apply-on-forward spec.doNotTrack at "doNotTrack": a `doNotTrack` policy needs `applyOnForward: true` (set `applyOnForward: true`)',
  ],
  [
    "GlobalNetworkPolicy",
    { preDNAT: true, applyOnForward: true, egress: [{ action: "Allow" }] },
    { doNotTrack: true, applyOnForward: true, egress: [{ action: "Allow" }] },
    'policy.prednat-egress spec.egress at "egress": a `preDNAT` policy has no egress rules',
  ],
  [
    "GlobalNetworkPolicy",
    { preDNAT: true, applyOnForward: true, types: ["Ingress", "Egress"] },
    { preDNAT: true, applyOnForward: true, types: ["Ingress"] },
    'policy.prednat-egress spec.types[1] at "Egress": a `preDNAT` policy applies to ingress only',
  ],
  [
    "Profile",
    { labelsToApply: { "a b": "x" } },
    { labelsToApply: { "a.b": "x" } },
    'label.key spec.labelsToApply["a b"] at "a b": label `a b` may have only letters, digits, `-`, `_` and `.`, letters or digits at both ends',
  ],
  [
    "Profile",
    { labelsToApply: { a: "x y" } },
    { labelsToApply: { a: "x_y" } },
    'label.value spec.labelsToApply.a at "x y": label value `x y` may have only letters, digits, `-`, `_` and `.`, letters or digits at both ends',
  ],
  [
    "Profile",
    { ingress: [{ action: "Allow", destination: { ports: [80] } }] },
    { ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: [80] } }] },
    'port.protocol spec.ingress[0].destination.ports at "ports": a rule with ports needs protocol TCP or UDP (add `protocol: TCP` or `protocol: UDP` to the rule)',
  ],
  [
    "Tier",
    { order: 1 },
    { order: 1000000 },
    "tier.built-in spec.order at 1: the built-in tier `default` has a fixed order (remove `order`)",
    "v3.32",
    { name: "default" },
  ],
  [
    "Tier",
    { order: 1000, defaultAction: "Deny" },
    { order: 1000, defaultAction: "Pass" },
    'tier.built-in spec.defaultAction at "Deny": the built-in tier `kube-admin` has a fixed default action (write `defaultAction: Pass`)',
    "v3.32",
    { name: "kube-admin" },
  ],
  [
    "Tier",
    { order: 1, defaultAction: "Pass" },
    { order: 10000000, defaultAction: "Pass" },
    "tier.built-in spec.order at 1: the built-in tier `kube-baseline` has a fixed order (write `order: 10000000`)",
    "v3.32",
    { name: "kube-baseline" },
  ],
  [
    "StagedGlobalNetworkPolicy",
    { stagedAction: "Delete", selector: "all()" },
    { stagedAction: "Delete", tier: "default" },
    'policy.staged-delete spec.selector at "selector": a staged deletion has no other fields',
    "v3.32",
  ],
  [
    "StagedNetworkPolicy",
    { stagedAction: "Delete", order: 1 },
    { stagedAction: "Set", order: 1 },
    'policy.staged-delete spec.order at "order": a staged deletion has no other fields',
    "v3.32",
    { name: "a", namespace: "default" },
  ],
  [
    "StagedKubernetesNetworkPolicy",
    { stagedAction: "Delete", policyTypes: ["Ingress"] },
    { stagedAction: "Delete", policyTypes: [] },
    'policy.staged-delete spec.policyTypes at "policyTypes": a staged deletion has no other fields',
    "v3.32",
    { name: "a", namespace: "default" },
  ],
  [
    "StagedGlobalNetworkPolicy",
    { preDNAT: true },
    { preDNAT: true, applyOnForward: true },
    'policy.apply-on-forward spec.preDNAT at "preDNAT": a `preDNAT` policy needs `applyOnForward: true` (set `applyOnForward: true`)',
    "v3.32",
  ],
  [
    "StagedKubernetesNetworkPolicy",
    { stagedAction: "Delete", podSelector: { matchLabels: { a: "b" } } },
    { stagedAction: "Delete", podSelector: {} },
    'policy.staged-delete spec.podSelector at "podSelector": a staged deletion has no other fields',
    "v3.32",
    { name: "a", namespace: "default" },
  ],
  [
    "StagedGlobalNetworkPolicy",
    { stagedAction: "Delete", ingress: [{ action: "Allow" }] },
    { stagedAction: "Delete", selector: "", ingress: [], egress: [], types: [], applyOnForward: false },
    'policy.staged-delete spec.ingress at "ingress": a staged deletion has no other fields',
    "v3.32",
  ],
];

describe("policies, profiles and tiers", () => {
  test.each(CASES.map((each) => [...each] as const))("%s %j", (kind, bad, good, findings, version, metadata) => {
    expect(findingsOf(resource(kind, bad, metadata), version)).toEqual(findings.split("\n"));
    expect(findingsOf(resource(kind, good, metadata), version)).toEqual([]);
  });
});
