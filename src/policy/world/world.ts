import type { Diagnostic } from "../../model/diagnostic.ts";
import { DEFAULT_ALLOW, DEFAULT_ALLOW_SPEC } from "../../model/kinds/built-in.ts";
import { unrunnableParts } from "../../model/kinds/unrunnable.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { ServicesByName } from "../../model/net/service-members.ts";
import { API_VERSION, displayId, type Located, resourceId } from "../../model/resource.ts";
import { addressOwners } from "./address-owners.ts";
import { compileHostEndpoint, compileNetworkSet, compileWorkloadEndpoint } from "./compile-endpoint.ts";
import { compileNodeResource } from "./compile-node-resource.ts";
import { comparePolicies, compilePolicy, compileProfile } from "./compile-policy.ts";
import type {
  CompiledEndpoint,
  CompiledPolicy,
  CompiledProfile,
  FelixSettings,
  IpSetMember,
  World,
} from "./compiled.ts";
import { compilePools, encapsulation, serviceNets } from "./encapsulation.ts";
import { defaultSettings, overlaySettings } from "./felix-config.ts";
import { ignoredFields } from "./ignored-fields.ts";
import { atField, fieldOf, type Problems } from "./spec-fields.ts";
import { builtInTiers, compileTier } from "./tiers.ts";

export type { World } from "./compiled.ts";

/** What `world` needs besides resources: the Calico version whose behaviour to compute. */
export interface WorldOptions {
  readonly calico: CalicoVersionRules;
  /** The dataplane of nodes whose FelixConfiguration does not choose one; iptables where it is left out. */
  readonly dataplane?: "iptables" | "nftables";
  /** The members of the services of a Kubernetes cluster; unknown where it is left out, as in etcd, where Felix reads none. */
  readonly services?: ServicesByName;
}

/**
 * Compiles resources of any kinds (others than the evaluator's are passed over) into a frozen, indexed World. A
 * resource that Felix would refuse is left out, as Felix treats it as missing, and an error or warning reports it. Of
 * resources with the same name the last one counts; otherwise their order changes nothing.
 */
export function world(
  resources: readonly Located[],
  { calico, dataplane, services }: WorldOptions,
): { readonly world: World; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const byKind = groupByKind(resources, diagnostics);
  const of = (kind: string): readonly Located[] => byKind.get(kind) ?? [];

  /** Compiles all of some kinds, leaving out those with problems. */
  function compile<T>(kinds: readonly string[], one: (located: Located, problems: Problems) => T): T[] {
    const compiled: T[] = [];
    for (const located of kinds.flatMap(of)) {
      const problems: Problems = [];
      const result = one(located, problems);
      const refused = problems.filter(({ entryOnly }) => !entryOnly);
      if (refused.length === 0) compiled.push(result);
      const left = refused.length === 0 ? problems.map((problem) => leftOut(located, problem)) : [];
      diagnostics.push(...refused.map((problem) => missing(located, problem)), ...left);
      diagnostics.push(...ignoredFields(located, calico));
    }
    return compiled;
  }

  if (calico.tiers && !of("Profile").some(({ resource }) => resource.metadata.name === DEFAULT_ALLOW)) {
    byKind.set("Profile", [...of("Profile"), builtInProfile()]);
  }
  const profileList = compile(["Profile"], (located, problems) => compileProfile(located, { calico, problems }));
  const profiles = new Map(profileList.map((profile): [string, CompiledProfile] => [profile.name, profile]));
  const tierList = calico.tiers ? compile(["Tier"], compileTier) : [];
  const tiers = new Map([...builtInTiers(calico), ...tierList].map((tier) => [tier.name, tier]));
  const policies = compile(["GlobalNetworkPolicy", "NetworkPolicy"], (located, problems): CompiledPolicy => {
    const namespace = located.resource.metadata.namespace ?? "default";
    const scope = located.resource.kind === "NetworkPolicy" ? { namespace } : {};
    return compilePolicy(located, tiers, { ...scope, calico, problems });
  }).sort(comparePolicies);
  const staged = (located: Located, problems: Problems) => compilePolicy(located, tiers, { calico, problems });
  const heps = compile(["HostEndpoint"], (located, problems) => compileHostEndpoint(located, profiles, problems));
  const weps = compile(["WorkloadEndpoint"], (located, problems) =>
    compileWorkloadEndpoint(located, profiles, calico, problems),
  );
  const sets = compile(
    ["GlobalNetworkSet", "NetworkSet"],
    (located, problems): IpSetMember => compileNetworkSet(located, profiles, calico, problems),
  );
  const settings = settingsByNode(of("FelixConfiguration"), { calico, ...(dataplane && { dataplane }) }, diagnostics);
  const ends = {
    hostEndpoints: byNode(heps),
    workloadEndpoints: byNode(weps),
    nodes: new Map(
      of("Node").map((located) => [
        located.resource.metadata.name,
        compileNodeResource(located, calico.nodesWithoutBgp),
      ]),
    ),
    settings,
  };
  const pools = compilePools(of("IPPool"));
  const compiled: World = {
    calico,
    policies,
    stagedPolicies: calico.tiers ? compile(["StagedGlobalNetworkPolicy"], staged) : [],
    profiles,
    ...ends,
    owners: addressOwners(ends),
    members: [...heps, ...weps, ...sets],
    encapsulation: encapsulation(pools, [...ends.nodes.values()]),
    unrunnable: [...byKind.values()].flat().flatMap(({ resource }) => {
      const [part] = unrunnableParts(resource, calico);
      return part === undefined ? [] : [{ resource, message: part.message }];
    }),
    autoHostEndpoints: makesHostEndpoints(of("KubeControllersConfiguration")),
    assumedHostEndpoints: heps.filter(({ located }) => located.assumed !== undefined).length,
    pools,
    ...(services && { services }),
    serviceNets: calico.serviceLoopPrevention ? serviceNets(of("BGPConfiguration")) : [],
  };
  return { world: Object.freeze(compiled), diagnostics };
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

function settingsByNode(
  configurations: readonly Located[],
  { calico, dataplane }: WorldOptions,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, FelixSettings> {
  const overlay = (below: FelixSettings, located: Located | undefined): FelixSettings => {
    if (located === undefined) return below;
    const problems: Problems = [];
    const settings = overlaySettings(below, located, calico, problems);
    diagnostics.push(...problems.map((problem) => fallback(located, problem)), ...ignoredFields(located, calico));
    return settings;
  };
  const named = new Map(configurations.map((located) => [located.resource.metadata.name, located]));
  const below = { ...defaultSettings(calico), nftables: calico.nftables && dataplane === "nftables" };
  const common = overlay(below, named.get("default"));
  const settings = new Map([["", common]]);
  for (const [name, located] of named) {
    if (name.startsWith("node.")) settings.set(name.slice("node.".length), overlay(common, located));
  }
  return settings;
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

function fallback(located: Located, problem: Problems[number]): Diagnostic {
  return {
    ...atField(located, problem.path),
    severity: "warning",
    code: "world.setting",
    message: `${displayId(resourceId(located.resource))}: ${problem.message}; the setting is not used`,
  };
}
