import { describe, expect, test } from "vitest";
import {
  allKinds,
  evaluatedKinds,
  hasKind,
  kindForAlias,
  kindNamed,
  kindsInWriteOrder,
} from "../../../src/model/kinds/kinds.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";

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

test.each(["", "fconfig", "tierss", "hep/x", "__proto__", "constructor"])("%j is not a kind", (word) => {
  expect(kindForAlias(word)).toBeUndefined();
  expect(kindNamed(word)).toBeUndefined();
});

test("no alias names two kinds", () => {
  const aliases = allKinds().flatMap(({ aliases }) => aliases);
  expect(new Set(aliases).size).toBe(aliases.length);
});

test("kinds of v3.32 are not v3.7's", () => {
  expect(allKinds(DEFAULT_CALICO).map(({ kind }) => kind)).not.toContain("Tier");
  expect(hasKind({ since: "v3.32" }, DEFAULT_CALICO)).toBe(false);
  expect(allKinds(calicoVersionRules("v3.32"))).toEqual(allKinds());
});

describe("what else the table says", () => {
  const named = (kinds: readonly { readonly kind: string }[]) => kinds.map(({ kind }) => kind).sort();

  test("which kinds the evaluator reads: those that bear on a packet", () => {
    const early = ["FelixConfiguration", "GlobalNetworkPolicy", "GlobalNetworkSet", "HostEndpoint", "NetworkPolicy"];
    const kinds = [...early, "NetworkSet", "Node", "Profile", "WorkloadEndpoint"];
    expect(named(evaluatedKinds(DEFAULT_CALICO))).toEqual(kinds);
    expect(named(allKinds().filter(({ evaluated }) => evaluated))).toEqual(
      [...kinds, "KubeControllersConfiguration", "Tier"].sort(),
    );
  });

  test("in which order a store is filled: endpoints last", () => {
    const order = kindsInWriteOrder().map(({ kind }) => kind);
    expect(order.slice(0, 2)).toEqual(["Tier", "FelixConfiguration"]);
    expect(order.slice(-2)).toEqual(["WorkloadEndpoint", "HostEndpoint"]);
    expect(new Set(kindsInWriteOrder().map(({ writeOrder }) => writeOrder)).size).toBe(order.length);
    expect(named(allKinds().filter(({ writeOrder }) => writeOrder === undefined))).toEqual(["ClusterInformation"]);
  });

  test("which kinds are not written many at once", () => {
    const withWrites = (writes: string) => named(allKinds().filter((info) => info.writes === writes));
    expect(withWrites("one-by-one")).toEqual(["FelixConfiguration", "IPPool"]);
    expect(withWrites("alone")).toEqual(["BGPFilter", "ClusterInformation", "Tier"]);
  });
});
