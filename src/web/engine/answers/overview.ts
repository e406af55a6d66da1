import type { Diagnostic } from "../../../model/diagnostic.ts";
import { displayId, resourceId } from "../../../model/resource.ts";
import type { CompiledEndpoint, World } from "../../../policy/world/compiled.ts";
import { selecting } from "../../../policy/world/endpoint-policies/applicable-policies.ts";
import { factsOfNode } from "../../../scenario/node-facts.ts";
import type { Scenario } from "../../../scenario/scenario.ts";
import type { PageData } from "../page-data.ts";
import { addressText, endpointWord } from "./end-words.ts";

/** What there is: nodes with their endpoints, how many of each kind, and what is wrong. */
export interface Overview {
  readonly title: string;
  readonly calicoVersion: string;
  /** How many there are of what policy is about. */
  readonly counts: {
    readonly nodes: number;
    readonly endpoints: number;
    readonly policed: number;
    readonly policies: number;
    readonly networkSets: number;
    readonly services: number;
  };
  readonly nodes: readonly NodeOverview[];
  /** The policies in the order of evaluation. */
  readonly policies: readonly PolicyOverview[];
  readonly findings: readonly Diagnostic[];
}

/** A node with its endpoints. */
export interface NodeOverview {
  readonly name: string;
  readonly endpoints: readonly EndpointOverview[];
  /** Interfaces that saved facts know and no host endpoint governs: policy does not see their traffic. */
  readonly otherInterfaces: readonly { readonly name: string; readonly addresses: readonly string[] }[];
}

/** An endpoint, and how many policies select it. */
export interface EndpointOverview {
  /** Its name for people, by which it is described: `HostEndpoint node1-eth0`. */
  readonly resource: string;
  readonly kind: CompiledEndpoint["kind"];
  readonly name: string;
  readonly interface: string;
  readonly addresses: readonly string[];
  readonly policies: number;
  readonly profiles: readonly string[];
  /** The same number for endpoints of one kind that have the same policies and profiles. */
  readonly group: number;
}

/** A policy, and how many endpoints it selects. */
export interface PolicyOverview {
  readonly resource: string;
  readonly name: string;
  readonly tier: string;
  /** Absent: it is evaluated last. */
  readonly order?: number;
  readonly kind: "untracked" | "pre-DNAT" | "normal";
  readonly endpoints: number;
}

/** The overview of a scenario. */
export function overviewOf(scenario: Scenario, { title }: PageData): Overview {
  const { world, services, diagnostics } = scenario;
  const endpoints = [...world.hostEndpoints.values(), ...world.workloadEndpoints.values()].flat();
  const selected = new Map<object, number>();
  for (const endpoint of endpoints)
    for (const policy of selecting(world, endpoint)) selected.set(policy, (selected.get(policy) ?? 0) + 1);
  const nodes = nodesOf(scenario);
  return {
    title,
    calicoVersion: world.calico.version,
    counts: {
      nodes: nodes.length,
      endpoints: endpoints.length,
      policed: endpoints.filter((endpoint) => selecting(world, endpoint).length > 0).length,
      policies: world.policies.length,
      networkSets: world.networkSets.length,
      services: services.length,
    },
    nodes,
    policies: world.policies.map((policy) => ({
      resource: displayId(resourceId(policy.located.resource)),
      name: policy.ref.namespace === undefined ? policy.ref.name : `${policy.ref.namespace}/${policy.ref.name}`,
      tier: policy.tier.name,
      ...(Number.isFinite(policy.order) && { order: policy.order }),
      kind: policy.kind,
      endpoints: selected.get(policy) ?? 0,
    })),
    findings: diagnostics,
  };
}

function nodesOf({ world, saved }: Scenario): readonly NodeOverview[] {
  const names = new Set([
    ...[...world.nodes.keys(), ...world.hostEndpoints.keys(), ...world.workloadEndpoints.keys()],
    ...saved.byNode.keys(),
  ]);
  const groupOf = grouping(world);
  return [...names].sort().map((name): NodeOverview => {
    const hosts = world.hostEndpoints.get(name) ?? [];
    const { interfaces = {} } = factsOfNode({ ...saved, unnamed: {} }, name);
    return {
      name,
      endpoints: [...hosts, ...(world.workloadEndpoints.get(name) ?? [])].map((one) => ({
        ...endpointOf(one, world),
        group: groupOf(one),
      })),
      otherInterfaces: Object.entries(interfaces).flatMap(([of, addresses]) =>
        isGoverned(of, addresses, hosts) ? [] : [{ name: of, addresses }],
      ),
    };
  });
}

/** Whether a host endpoint is of this interface: by its name, by an address, or as one of every interface. */
function isGoverned(name: string, addresses: readonly string[], hosts: readonly CompiledEndpoint[]): boolean {
  if (name === "lo") return true;
  const bare = new Set(addresses.map((address) => address.split("/")[0]));
  return hosts.some(({ interfaceName, nets }) => {
    if (interfaceName !== "") return interfaceName === name || interfaceName === "*";
    return nets.some((net) => bare.has(addressText(net)));
  });
}

/** Numbers the endpoints by what decides about them. */
function grouping(world: World): (endpoint: CompiledEndpoint) => number {
  const lists = new Map<object, number>();
  const groups = new Map<string, number>();
  const numberOf = <Key>(known: Map<Key, number>, key: Key): number => {
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  };
  return (endpoint) => {
    // One list for all endpoints that the same policies select.
    const list = numberOf(lists, selecting(world, endpoint));
    return numberOf(groups, JSON.stringify([endpoint.kind, list, endpoint.profiles]));
  };
}

function endpointOf(endpoint: CompiledEndpoint, world: World): Omit<EndpointOverview, "group"> {
  const { kind, interfaceName, nets, profiles, located } = endpoint;
  return {
    resource: displayId(resourceId(located.resource)),
    kind,
    name: endpointWord(endpoint),
    interface: interfaceName,
    addresses: nets.map(addressText),
    policies: selecting(world, endpoint).length,
    profiles,
  };
}
