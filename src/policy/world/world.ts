import type { Diagnostic } from "../../model/diagnostic.ts";
import { DEFAULT_ALLOW, DEFAULT_ALLOW_SPEC, DEFAULT_TIER } from "../../model/kinds/built-in.ts";
import { hasPlainRules } from "../../model/kinds/later-rules.ts";
import { unrunnableParts } from "../../model/kinds/unrunnable.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { ServicesByName } from "../../model/net/service-members.ts";
import { API_VERSION, displayId, type Located, outlineOf, type Resource, resourceId } from "../../model/resource.ts";
import { type CompiledResource, CompileMemo, Told, valuesOf } from "../compile-memo.ts";
import { groupByKind, type ResourcesByKind } from "../resources-by-kind.ts";
import { addressOwners } from "./address-owners.ts";
import { compileNodeResource } from "./compile-node-resource.ts";
import type { CompiledEndpoint, CompiledNetworkSet, CompiledPolicy, CompiledProfile, World } from "./compiled.ts";
import { compilePools, encapsulation, serviceNets } from "./encapsulation.ts";
import { type OrderedPolicies, policiesInOrder } from "./endpoint-policies/policies-in-order.ts";
import { compileHostEndpoint, compileNetworkSet, compileWorkloadEndpoint } from "./endpoints/compile-endpoint.ts";
import { endpointsByNode } from "./endpoints/endpoints-by-node.ts";
import { SharedLabels } from "./endpoints/shared-labels.ts";
import { settingsByNode } from "./felix-config.ts";
import { ignoredFields } from "./ignored-fields.ts";
import { keepSets } from "./ip-sets.ts";
import { compilePolicy, compileProfile } from "./rules/compile-policy.ts";
import { KnownParts } from "./rules/known-parts.ts";
import { atField, fieldOf, type Problems, textField } from "./spec-fields.ts";
import { builtInTiers, compileTier } from "./tiers.ts";

export type { World } from "./compiled.ts";

/** What `world` needs besides resources: the Calico version whose behaviour to compute. */
export interface WorldOptions {
  readonly calico: CalicoVersionRules;
  /** The dataplane of nodes whose FelixConfiguration does not choose one; iptables where it is left out. */
  readonly dataplane?: "iptables" | "nftables";
  /** The members of the services of a Kubernetes cluster; unknown where it is left out, as in etcd, where Felix reads none. */
  readonly services?: ServicesByName;
  /** What earlier calls with the same version and dataplane compiled, where a World of nearly the same resources was made before. */
  readonly memo?: CompileMemo;
}

/**
 * Compiles resources of any kinds (others than the evaluator's are passed over) into a frozen, indexed World. A
 * resource that Felix would refuse is left out, as Felix treats it as missing, and an error or warning reports it. Of
 * resources with the same name the last one counts; otherwise their order changes nothing.
 */
export function world(
  resources: readonly Located[],
  { calico, dataplane, services, memo = new CompileMemo({ isForOne: true }) }: WorldOptions,
): { readonly world: World; readonly diagnostics: readonly Diagnostic[] } {
  const given = memo.made("by kind", resources, (last: ResourcesByKind | undefined) => groupByKind(resources, last));
  const diagnostics = [...given.diagnostics];
  const byKind = new Map(given.kinds);
  const of = (kind: string): readonly Located[] => byKind.get(kind) ?? [];

  /** Compiles all of some kinds, leaving out those with problems. `common`: what else they are all made of; `others`: each of them. */
  function compile<T extends object>(
    kinds: readonly string[],
    common: unknown,
    others: (located: Located, compiled: T | undefined) => readonly unknown[],
    one: (located: Located, problems: Problems) => T,
  ): readonly T[] {
    const name = kinds.join();
    const list = oneList(kinds.map(of));
    // What `others` returns is found in `common`, by what it is given: without another of these it is the same.
    const results = memo.resources(name, common, list, {
      others,
      compile: (located) => compileOne(located, calico, one),
    });
    const all = memo.made(`results ${name}`, [results], () => valuesOf(results));
    diagnostics.push(...all.diagnostics);
    return memo.made(`compiled ${name}`, all.values, () => all.values);
  }
  const noOthers = () => [];
  const parts = memo.made("parts", [], () => new KnownParts());

  if (calico.tiers && !of("Profile").some(({ resource }) => resource.metadata.name === DEFAULT_ALLOW)) {
    byKind.set("Profile", [...of("Profile"), memo.made(DEFAULT_ALLOW, [], builtInProfile)]);
  }
  const profileList = compile(["Profile"], calico, noOthers, (located, problems) =>
    compileProfile(located, { calico, problems, parts }),
  );
  const profiles = memo.made(
    "profiles",
    profileList,
    () => new Map(profileList.map((profile): [string, CompiledProfile] => [profile.name, profile])),
  );
  const builtIn = memo.made("built-in tiers", [calico], () => builtInTiers(calico));
  const tierList = [...builtIn, ...(calico.tiers ? compile(["Tier"], calico, noOthers, compileTier) : [])];
  const tiers = memo.made("tiers", tierList, () => new Map(tierList.map((tier) => [tier.name, tier])));
  const ofTier = (located: Located) => [tiers.get(textField(outlineOf(located).spec, "tier") || DEFAULT_TIER)];
  const policyList = compile(
    ["GlobalNetworkPolicy", "NetworkPolicy"],
    tiers,
    ofTier,
    (located, problems): CompiledPolicy => {
      const { kind, metadata } = outlineOf(located);
      const namespace = metadata.namespace ?? "default";
      const scope = kind === "NetworkPolicy" ? { namespace } : {};
      return compilePolicy(located, tiers, { ...scope, calico, problems, parts });
    },
  );
  const labels = memo.made("labels", [profiles], () => new SharedLabels(profiles));
  const ofProfiles = (_: Located, endpoint: CompiledEndpoint | undefined) =>
    endpoint === undefined ? [profiles] : endpoint.profiles.map((name) => profiles.get(name));
  const heps = compile(["HostEndpoint"], profiles, ofProfiles, (located, problems) =>
    compileHostEndpoint(located, labels, problems),
  );
  const weps = compile(["WorkloadEndpoint"], profiles, ofProfiles, (located, problems) =>
    compileWorkloadEndpoint(located, labels, calico, problems),
  );
  const ofNamespace = ({ resource }: Located) => [profiles.get(`kns.${resource.metadata.namespace ?? "default"}`)];
  const sets = compile(
    ["GlobalNetworkSet", "NetworkSet"],
    profiles,
    ofNamespace,
    (located, problems): CompiledNetworkSet => compileNetworkSet(located, labels, calico, problems),
  );
  const settings = settingsByNode(
    of("FelixConfiguration"),
    { calico, memo, ...(dataplane && { dataplane }) },
    diagnostics,
  );
  const nodeList = of("Node");
  const ends = {
    hostEndpoints: memo.made("host endpoints by node", heps, () => endpointsByNode(heps)),
    workloadEndpoints: memo.made("workload endpoints by node", weps, () => endpointsByNode(weps)),
    nodes: memo.made("nodes", nodeList, () => compiledNodes(nodeList, calico)),
    settings,
  };
  const unrunnable = (kind: string, list: readonly Located[]) => {
    const parts = memo.each(`unrunnable ${kind}`, calico, list, (one) => unrunnablePart(one, calico));
    return memo.made(`unrunnable parts ${kind}`, [parts], () => parts.flat());
  };
  const poolList = of("IPPool");
  const pools = memo.made("pools", poolList, () => compilePools(poolList));
  const staged = (located: Located, problems: Problems) => compilePolicy(located, tiers, { calico, problems, parts });
  const stagedPolicies = calico.tiers ? compile(["StagedGlobalNetworkPolicy"], tiers, ofTier, staged) : NO_POLICIES;
  const { policies } = memo.made("policies in order", policyList, (last: OrderedPolicies | undefined) =>
    policiesInOrder(policyList, stagedPolicies, last),
  );
  const compiled: World = {
    calico,
    policies,
    stagedPolicies,
    profiles,
    ...ends,
    owners: memo.made("owners", Object.values(ends), () => addressOwners(ends)),
    networkSets: sets,
    members: memo.made("members", [heps, weps, sets], (last: World["members"] | undefined) => {
      const members = [...heps, ...weps, ...sets];
      if (last !== undefined) keepSets(last, members);
      return members;
    }),
    encapsulation: memo.made("encapsulation", [pools, ends.nodes], () =>
      encapsulation(pools, [...ends.nodes.values()]),
    ),
    unrunnable: [...byKind.keys()].flatMap((kind) => (UNRUNNABLE_KINDS.has(kind) ? unrunnable(kind, of(kind)) : [])),
    autoHostEndpoints: makesHostEndpoints(of("KubeControllersConfiguration")),
    assumedHostEndpoints: memo.made("assumed", heps, () => heps.filter(isAssumed).length),
    pools,
    ...(services && { services }),
    serviceNets: memo.made("service nets", of("BGPConfiguration"), () =>
      calico.serviceLoopPrevention ? serviceNets(of("BGPConfiguration")) : [],
    ),
  };
  return { world: Object.freeze(compiled), diagnostics };
}

/** The kinds that may have parts that Felix cannot run (model/kinds/unrunnable). */
const UNRUNNABLE_KINDS: ReadonlySet<string> = new Set([
  "FelixConfiguration",
  "GlobalNetworkPolicy",
  "NetworkPolicy",
  "Profile",
]);

const NO_PARTS: World["unrunnable"] = [];
const unrunnableMemos = new WeakMap<
  Resource,
  { readonly calico: CalicoVersionRules; readonly parts: World["unrunnable"] }
>();

/** The first part of a resource that Felix cannot run, if there is any. */
function unrunnablePart(located: Located, calico: CalicoVersionRules): World["unrunnable"] {
  if (located.outline !== undefined) return NO_PARTS;
  const { resource } = located;
  const { spec } = resource;
  const arePlain = hasPlainRules(spec, "ingress") && hasPlainRules(spec, "egress");
  if (resource.kind !== "FelixConfiguration" && arePlain) return NO_PARTS;
  const known = unrunnableMemos.get(resource);
  if (known?.calico === calico) return known.parts;
  const [part] = unrunnableParts(resource, calico);
  const parts = part === undefined ? [] : [{ resource, message: part.message }];
  unrunnableMemos.set(resource, { calico, parts });
  return parts;
}

/** The elements of all lists, as one of them where the others are empty. */
function oneList<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const filled = lists.filter((list) => list.length > 0);
  return filled.length === 1 ? (filled[0] ?? []) : filled.flat();
}

function isAssumed({ located }: CompiledEndpoint): boolean {
  return located.assumed !== undefined;
}

const NO_POLICIES: readonly CompiledPolicy[] = [];

/** What one resource compiles to: nothing where it has a problem, which is then reported. */
function compileOne<T extends object>(
  located: Located,
  calico: CalicoVersionRules,
  one: (located: Located, problems: Problems) => T,
): CompiledResource<T> {
  const problems: Problems = [];
  const value = one(located, problems);
  const ignored = ignoredFields(located, calico);
  if (problems.length === 0) return ignored.length === 0 ? value : new Told(value, ignored);
  const refused = problems.filter(({ entryOnly }) => !entryOnly);
  const isMissing = refused.length > 0;
  const told = isMissing
    ? refused.map((problem) => missing(located, problem))
    : problems.map((problem) => leftOut(located, problem));
  return new Told(isMissing ? undefined : value, [...told, ...ignored]);
}

function compiledNodes(nodes: readonly Located[], calico: CalicoVersionRules): World["nodes"] {
  return new Map(
    nodes.map((located) => [located.resource.metadata.name, compileNodeResource(located, calico.nodesWithoutBgp)]),
  );
}

/** Whether `default` tells kube-controllers to make a host endpoint of all interfaces for each node. */
function makesHostEndpoints(configurations: readonly Located[]): boolean {
  const path = ["controllers", "node", "hostEndpoint"];
  return configurations.some(({ resource: { metadata, spec } }) => {
    const options = path.reduce<unknown>(fieldOf, spec);
    const isDefault = fieldOf(options, "createDefaultHostEndpoint") !== "Disabled";
    return metadata.name === "default" && fieldOf(options, "autoCreate") === "Enabled" && isDefault;
  });
}

/** The profile that v3.32 has without storing it. */
function builtInProfile(): Located {
  const resource = {
    apiVersion: API_VERSION,
    kind: "Profile",
    metadata: { name: DEFAULT_ALLOW },
    spec: DEFAULT_ALLOW_SPEC,
  };
  return { resource, locate: () => undefined };
}

function missing(located: Located, problem: Problems[number]): Diagnostic {
  return {
    ...atField(located, problem.path),
    severity: "warning",
    code: "world.missing",
    message: `${displayId(resourceId(located.resource))} is treated as missing: ${problem.message}`,
    help: "Felix refuses such a resource and goes on as if it were not there",
  };
}

function leftOut(located: Located, problem: Problems[number]): Diagnostic {
  return {
    ...atField(located, problem.path),
    severity: "warning",
    code: "world.entry",
    message: `${displayId(resourceId(located.resource))}: ${problem.message}; the entry is left out`,
    help: "Felix goes on with the other entries",
  };
}
