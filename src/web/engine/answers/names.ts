import { PROTOCOL_NUMBERS } from "../../../model/net/protocol.ts";
import { policyName } from "../../../policy/names.ts";
import type { CompiledEndpoint } from "../../../policy/world/compiled.ts";
import type { Scenario } from "../../../scenario/scenario.ts";
import { addressText, endpointWord } from "./end-words.ts";

/** Names that a form may complete; `about` is what a person wants to know of one. */
export interface Names {
  readonly nodes: readonly NameOf[];
  /** The ends that a packet through the cluster may have: endpoints, nodes, pods and services. */
  readonly ends: readonly NameOf[];
  /** Interfaces of host endpoints and saved facts, with their nodes. */
  readonly interfaces: readonly (NameOf & { readonly node: string })[];
  readonly workloads: readonly (NameOf & { readonly node: string })[];
  readonly policies: readonly NameOf[];
  readonly protocols: readonly NameOf[];
}

/** A name, and what it is the name of. */
export interface NameOf {
  readonly name: string;
  readonly about: string;
}

/** The names of a scenario. */
export function namesOf({ world, saved, services }: Scenario): Names {
  const hosts = [...world.hostEndpoints.values()].flat();
  const workloads = [...world.workloadEndpoints.values()].flat();
  const nodes = new Set([...world.nodes.keys(), ...world.hostEndpoints.keys(), ...world.workloadEndpoints.keys()]);
  for (const node of saved.byNode.keys()) nodes.add(node);
  const addressesOf = ({ nets }: CompiledEndpoint) => nets.map(addressText).join(", ");
  const ofFacts = [...saved.byNode].flatMap(([node, { interfaces = {} }]) =>
    Object.entries(interfaces).map(([name, addresses]) => ({ name, node, about: `${node} ${addresses.join(", ")}` })),
  );
  return {
    nodes: [...nodes].sort().map((name) => ({ name, about: "node" })),
    ends: [
      ...hosts.map((one) => ({ name: one.name, about: `host endpoint, ${one.node} ${addressesOf(one)}` })),
      ...[...nodes].sort().map((name) => ({ name: `node/${name}`, about: "node" })),
      ...workloads.map((one) => ({ name: endpointWord(one), about: `workload, ${one.node} ${addressesOf(one)}` })),
      ...services.map(({ namespace, name }) => ({ name: `svc/${namespace}/${name}`, about: "service" })),
    ],
    interfaces: distinct([
      ...hosts.flatMap((one) => {
        const { interfaceName: name, node } = one;
        return name === "" || name === "*" ? [] : [{ name, node, about: `${node} ${addressesOf(one)}` }];
      }),
      ...ofFacts,
    ]),
    workloads: workloads.map((one) => ({
      name: endpointWord(one),
      node: one.node,
      about: `${one.node} ${addressesOf(one)}`,
    })),
    policies: world.policies.map(({ ref }) => ({ name: policyName(ref), about: ref.kind })),
    protocols: Object.entries(PROTOCOL_NUMBERS).map(([name, number]) => ({
      name: name.toLowerCase(),
      about: `protocol ${number}`,
    })),
  };
}

function distinct<T extends { readonly name: string; readonly node: string }>(list: readonly T[]): readonly T[] {
  return [
    ...new Map(list.toReversed().map((one) => [JSON.stringify([one.node, one.name]), one])).values(),
  ].toReversed();
}
