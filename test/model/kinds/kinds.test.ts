import { expect, test } from "vitest";
import { allKinds, hasKind, kindForAlias, kindNamed } from "../../../src/model/kinds/kinds.ts";
import { DEFAULT_PROFILE, versionProfile } from "../../../src/model/kinds/version.ts";

/** One alias of each sort, and the kind calicoctl takes it for (recorded: get-alias-*, get-empty-*). */
test.each([
  ["hep", "HostEndpoint"],
  ["hOsTeNdPoInTs", "HostEndpoint"],
  ["gnp", "GlobalNetworkPolicy"],
  ["no", "Node"],
  ["nos", "Node"],
  ["pol", "NetworkPolicy"],
  ["policies", "NetworkPolicy"],
  ["pro", "Profile"],
  ["gnetsets", "GlobalNetworkSet"],
  ["netsets", "NetworkSet"],
  ["wep", "WorkloadEndpoint"],
  ["felixconfig", "FelixConfiguration"],
  ["pool", "IPPool"],
  ["bgpconfig", "BGPConfiguration"],
  ["bp", "BGPPeer"],
  ["clusterinfo", "ClusterInformation"],
  ["tiers", "Tier"],
  ["reservation", "IPReservation"],
  ["kubecontrollersconfig", "KubeControllersConfiguration"],
  ["sgnp", "StagedGlobalNetworkPolicy"],
  ["spol", "StagedNetworkPolicy"],
  ["skpol", "StagedKubernetesNetworkPolicy"],
  ["bf", "BGPFilter"],
])("%s is %s", (word, kind) => {
  expect(kindForAlias(word)?.kind).toBe(kind);
});

test.each(["", "fconfig", "tierss", "hep/x", "__proto__", "constructor"])("%j is no kind", (word) => {
  expect(kindForAlias(word)).toBeUndefined();
  expect(kindNamed(word)).toBeUndefined();
});

test("no alias names two kinds", () => {
  const aliases = allKinds().flatMap(({ aliases }) => aliases);
  expect(new Set(aliases).size).toBe(aliases.length);
});

test("kinds of v3.32 are not v3.7's", () => {
  expect(allKinds(DEFAULT_PROFILE).map(({ kind }) => kind)).not.toContain("Tier");
  expect(hasKind({ since: "v3.32" }, DEFAULT_PROFILE)).toBe(false);
  expect(allKinds(versionProfile("v3.32"))).toEqual(allKinds());
});
