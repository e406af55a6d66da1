import type { Diagnostic } from "../../model/diagnostic.ts";
import { DEFAULT_ALLOW, DEFAULT_ALLOW_SPEC, DEFAULT_TIER } from "../../model/kinds/built-in.ts";
import { unrunnableParts } from "../../model/kinds/unrunnable.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { ServicesByName } from "../../model/net/service-members.ts";
import { API_VERSION, displayId, type Located, type Resource, resourceId } from "../../model/resource.ts";
import { type CompiledResource, CompileMemo, listDifference } from "../compile-memo.ts";
import { addressOwners } from "./address-owners.ts";
import { keepApplicable } from "./applicable-policies.ts";
import { compileHostEndpoint, compileNetworkSet, compileWorkloadEndpoint } from "./compile-endpoint.ts";
import { compileNodeResource } from "./compile-node-resource.ts";
import { comparePolicies, compilePolicy, compileProfile, placeOf } from "./compile-policy.ts";
import type { CompiledEndpoint, CompiledNetworkSet, CompiledPolicy, CompiledProfile, World } from "./compiled.ts";
import { compilePools, encapsulation, serviceNets } from "./encapsulation.ts";
import { settingsByNode } from "./felix-config.ts";
import { ignoredFields } from "./ignored-fields.ts";
import { keepSets } from "./ip-sets.ts";
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
  { calico, dataplane, services, memo = new CompileMemo() }: WorldOptions,
): { readonly world: World; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const byKind = groupByKind(resources, diagnostics);
  const of = (kind: string): readonly Located[] => byKind.get(kind) ?? [];

  /** Compiles all of some kinds, leaving out those with problems. `common`: what else they are all made of; `others`: each of them. */
  function compile<T>(
    kinds: readonly string[],
    common: unknown,
    others: (located: Located, compiled: T | undefined) => readonly unknown[],
    one: (located: Located, problems: Problems) => T,
  ): readonly T[] {
    const given = kinds.flatMap(of);
    const all = memo.made(kinds.join(), [common, ...given], () => {
      const results = given.map((located) =>
        memo.resource(
          located,
          (value: T | undefined) => others(located, value),
          () => compileOne(located, calico, one),
        ),
      );
      return {
        values: results.flatMap(({ value }) => (value === undefined ? [] : [value])),
        diagnostics: results.flatMap((result) => result.diagnostics),
      };
    });
    diagnostics.push(...all.diagnostics);
    return memo.list(`compiled ${kinds.join()}`, all.values);
  }
  const alone = () => [];

  if (calico.tiers && !of("Profile").some(({ resource }) => resource.metadata.name === DEFAULT_ALLOW)) {
    byKind.set("Profile", [...of("Profile"), memo.made(DEFAULT_ALLOW, [], builtInProfile)]);
  }
  const profileList = compile(["Profile"], calico, alone, (located, problems) =>
    compileProfile(located, { calico, problems }),
  );
  const profiles = memo.made(
    "profiles",
    profileList,
    () => new Map(profileList.map((profile): [string, CompiledProfile] => [profile.name, profile])),
  );
  const builtIn = memo.made("built-in tiers", [calico], () => builtInTiers(calico));
  const tierList = [...builtIn, ...(calico.tiers ? compile(["Tier"], calico, alone, compileTier) : [])];
  const tiers = memo.made("tiers", tierList, () => new Map(tierList.map((tier) => [tier.name, tier])));
  const ofTier = ({ resource }: Located) => [tiers.get(textField(resource.spec, "tier") || DEFAULT_TIER)];
  const policyList = compile(
    ["GlobalNetworkPolicy", "NetworkPolicy"],
    tiers,
    ofTier,
    (located, problems): CompiledPolicy => {
      const namespace = located.resource.metadata.namespace ?? "default";
      const scope = located.resource.kind === "NetworkPolicy" ? { namespace } : {};
      return compilePolicy(located, tiers, { ...scope, calico, problems });
    },
  );
  const policies = memo.made("policies in order", policyList, (last: readonly CompiledPolicy[] | undefined) =>
    inOrder(policyList, last),
  );
  const staged = (located: Located, problems: Problems) => compilePolicy(located, tiers, { calico, problems });
  const ofProfiles = (_: Located, endpoint: CompiledEndpoint | undefined) =>
    endpoint === undefined ? [profiles] : endpoint.profiles.map((name) => profiles.get(name));
  const heps = compile(["HostEndpoint"], profiles, ofProfiles, (located, problems) =>
    compileHostEndpoint(located, profiles, problems),
  );
  const weps = compile(["WorkloadEndpoint"], profiles, ofProfiles, (located, problems) =>
    compileWorkloadEndpoint(located, profiles, calico, problems),
  );
  const ofNamespace = ({ resource }: Located) => [profiles.get(`kns.${resource.metadata.namespace ?? "default"}`)];
  const sets = compile(
    ["GlobalNetworkSet", "NetworkSet"],
    profiles,
    ofNamespace,
    (located, problems): CompiledNetworkSet => compileNetworkSet(located, profiles, calico, problems),
  );
  const settings = settingsByNode(
    of("FelixConfiguration"),
    { calico, memo, ...(dataplane && { dataplane }) },
    diagnostics,
  );
  const nodeList = of("Node");
  const ends = {
    hostEndpoints: memo.made("host endpoints by node", heps, () => byNode(heps)),
    workloadEndpoints: memo.made("workload endpoints by node", weps, () => byNode(weps)),
    nodes: memo.made("nodes", nodeList, () => compiledNodes(nodeList, calico)),
    settings,
  };
  const poolList = of("IPPool");
  const pools = memo.made("pools", poolList, () => compilePools(poolList));
  const compiled: World = {
    calico,
    policies,
    stagedPolicies: calico.tiers ? compile(["StagedGlobalNetworkPolicy"], tiers, ofTier, staged) : NO_POLICIES,
    profiles,
    ...ends,
    owners: memo.made("owners", Object.values(ends), () => addressOwners(ends)),
    networkSets: sets,
    members: memo.list("members", [...heps, ...weps, ...sets], keepSets),
    encapsulation: memo.made("encapsulation", [pools, ends.nodes], () =>
      encapsulation(pools, [...ends.nodes.values()]),
    ),
    unrunnable: [...byKind.keys()]
      .filter((kind) => UNRUNNABLE_KINDS.has(kind))
      .flatMap((kind) => memo.made(`unrunnable ${kind}`, of(kind), () => unrunnable(of(kind), calico))),
    autoHostEndpoints: makesHostEndpoints(of("KubeControllersConfiguration")),
    assumedHostEndpoints: heps.filter(({ located }) => located.assumed !== undefined).length,
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

const unrunnableMemos = new WeakMap<
  Resource,
  { readonly calico: CalicoVersionRules; readonly parts: ReturnType<typeof unrunnableParts> }
>();

function unrunnable(resources: readonly Located[], calico: CalicoVersionRules): World["unrunnable"] {
  return resources.flatMap(({ resource }) => {
    const known = unrunnableMemos.get(resource);
    const [part] = known?.calico === calico ? known.parts : unrunnableParts(resource, calico);
    unrunnableMemos.set(resource, { calico, parts: part === undefined ? [] : [part] });
    return part === undefined ? [] : [{ resource, message: part.message }];
  });
}

const NO_POLICIES: readonly CompiledPolicy[] = [];

/** What one resource compiles to: nothing where it has a problem, which is then reported. */
function compileOne<T>(
  located: Located,
  calico: CalicoVersionRules,
  one: (located: Located, problems: Problems) => T,
): CompiledResource<T> {
  const problems: Problems = [];
  const value = one(located, problems);
  const refused = problems.filter(({ entryOnly }) => !entryOnly);
  const isMissing = refused.length > 0;
  return {
    value: isMissing ? undefined : value,
    diagnostics: [
      ...(isMissing
        ? refused.map((problem) => missing(located, problem))
        : problems.map((problem) => leftOut(located, problem))),
      ...ignoredFields(located, calico),
    ],
  };
}

/** The policies in evaluation order. Of nearly the same policies as `last`, which is in order, only the others are put in their place. */
function inOrder(
  policies: readonly CompiledPolicy[],
  last: readonly CompiledPolicy[] | undefined,
): readonly CompiledPolicy[] {
  if (last === undefined) return [...policies].sort(comparePolicies);
  const { gone, added } = listDifference(last, policies);
  const without = new Set(gone);
  const ordered = last.filter((policy) => !without.has(policy));
  for (const policy of added) ordered.splice(placeOf(policy, ordered), 0, policy);
  keepApplicable(last, ordered);
  return ordered;
}

function compiledNodes(nodes: readonly Located[], calico: CalicoVersionRules): World["nodes"] {
  return new Map(
    nodes.map((located) => [located.resource.metadata.name, compileNodeResource(located, calico.nodesWithoutBgp)]),
  );
}

/** Resources by kind; of the same kind, namespace and name the last one. Those without a usable name are reported. */
function groupByKind(resources: readonly Located[], diagnostics: Diagnostic[]): Map<string, readonly Located[]> {
  const kinds = new Map<string, Map<string, Located>>();
  for (const located of resources) {
    const { kind, metadata } = located.resource;
    const name = fieldOf(metadata, "name");
    const namespace = fieldOf(metadata, "namespace") ?? "";
    if (typeof name !== "string" || typeof kind !== "string" || typeof namespace !== "string") {
      diagnostics.push({
        severity: "warning",
        code: "world.missing",
        message: "a resource is treated as missing: its kind, name or namespace is not a string",
      });
      continue;
    }
    const named = kinds.get(kind) ?? new Map<string, Located>();
    named.set(`${namespace}/${name}`, located);
    kinds.set(kind, named);
  }
  return new Map([...kinds].map(([kind, named]) => [kind, [...named.values()]]));
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

function byNode(endpoints: readonly CompiledEndpoint[]): ReadonlyMap<string, readonly CompiledEndpoint[]> {
  const nodes = new Map<string, CompiledEndpoint[]>();
  for (const endpoint of endpoints) {
    const list = nodes.get(endpoint.node);
    if (list) list.push(endpoint);
    else nodes.set(endpoint.node, [endpoint]);
  }
  for (const list of nodes.values()) list.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return nodes;
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
