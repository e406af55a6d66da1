import { expect, test } from "vitest";
import {
  type BridgeKind,
  type BridgePurpose,
  bridgePolicies,
} from "../../../src/analysis/lifelines/bridge-policies.ts";
import type { Lifeline } from "../../../src/analysis/lifelines/lifeline.ts";
import { worldOf } from "../../policy/support.ts";
import { tcpIn } from "./stories.ts";

const IN = tcpIn("ssh", 22, "10.20.0.0/24");
const OUT: Lifeline = { ...tcpIn("etcd", 2379, "10.0.0.9/32"), direction: "out" };

const NAMING = { purpose: "bridge", isTaken: () => false } as const;

/** A bridge of each kind, by the flags of its policies: none where a policy would deny what it does not name. */
test.each<[what: string, lifelines: readonly Lifeline[], kind: BridgeKind, policies: object[] | undefined]>([
  ["in, before DNAT", [IN], "tracked", [{ preDNAT: true, types: ["Ingress"] }]],
  ["out: egress policy would deny all else", [OUT], "tracked", undefined],
  ["both", [IN, OUT], "tracked", undefined],
  ["in, untracked", [IN], "untracked", [{ doNotTrack: true }]],
  ["out, untracked", [OUT], "untracked", [{ doNotTrack: true }]],
])("%s", (_, lifelines, kind, policies) => {
  const specs = bridgePolicies(lifelines, kind, worldOf([]), NAMING)?.map(({ spec }) => spec);
  expect(specs).toEqual(policies?.map((policy) => expect.objectContaining(policy)));
});

/** What is kept has another name than a bridge, and no policy a name that another has. */
test.each<[purpose: BridgePurpose, kind: BridgeKind, taken: readonly string[], name: string]>([
  ["bridge", "tracked", [], "lifeline-bridge-in"],
  ["bridge", "untracked", [], "lifeline-bridge"],
  ["keep", "tracked", [], "lifeline-keep-in"],
  ["keep", "untracked", [], "lifeline-keep"],
  ["keep", "tracked", ["lifeline-keep-in", "lifeline-keep-in-2"], "lifeline-keep-in-3"],
])("%s, %s, where %j are taken", (purpose, kind, taken, name) => {
  const naming = { purpose, isTaken: (one: string) => taken.includes(one) };
  const policies = bridgePolicies([IN], kind, worldOf([]), naming);
  expect(policies?.map(({ metadata }) => metadata.name)).toEqual([name]);
});
