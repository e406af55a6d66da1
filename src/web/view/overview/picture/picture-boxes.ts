import type { EndpointOverview, NodeOverview } from "../../../engine/answers/overview.ts";

/** What policy does at an interface: policies, profiles alone, nothing so that all is denied, or nothing as no endpoint is there. */
export type MarkState = "policed" | "profiles" | "denied" | "open";

/** An interface or a workload in the picture, or several that are alike. */
export interface Mark {
  readonly state: MarkState;
  /** What is written there: an interface, the name of a workload. */
  readonly text: string;
  /** All that is known of it, in a sentence. */
  readonly about: string;
  /** The endpoint by its name for people; absent for an interface without one. */
  readonly resource?: string;
}

/** A node in the picture, or several that are alike: the first one stands for them. */
export interface Box {
  readonly name: string;
  /** How many nodes it stands for. */
  readonly count: number;
  /** Interfaces of the node, at its edge. */
  readonly interfaces: readonly Mark[];
  readonly workloads: readonly Mark[];
}

/** The picture: its boxes, how the nodes of one are alike, and how many nodes are in none. */
export interface Boxes {
  readonly boxes: readonly Box[];
  /** `none`: each box is one node; `policies`: those of a box have the same; `state`: they are policed or not alike. */
  readonly alike: "none" | "policies" | "state";
  readonly leftOut: number;
}

/** More boxes than this are no picture. */
const MOST_BOXES = 24;
/** More marks of workloads than this in a box stand for those that are alike. */
const MOST_MARKS = 10;

/** The nodes as boxes: each of them, or where there are many those that are alike in one, by their policies or at least by their state. */
export function boxesOf(nodes: readonly NodeOverview[]): Boxes {
  if (nodes.length <= MOST_BOXES) return { boxes: nodes.map((node) => boxOf(node, 1)), alike: "none", leftOut: 0 };
  const byPolicies = alikeNodes(nodes, ({ group }) => String(group));
  if (byPolicies.length <= MOST_BOXES) return boxesOfGroups(byPolicies, "policies");
  return boxesOfGroups(
    alikeNodes(nodes, (endpoint) => `${endpoint.kind} ${stateOf(endpoint)}`),
    "state",
  );
}

function boxesOfGroups(groups: readonly (readonly NodeOverview[])[], alike: "policies" | "state"): Boxes {
  const largest = groups.toSorted((a, b) => b.length - a.length);
  const boxes = largest.slice(0, MOST_BOXES).flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [boxOf(first, group.length)];
  });
  return { boxes, alike, leftOut: largest.slice(MOST_BOXES).reduce((sum, group) => sum + group.length, 0) };
}

/** The nodes whose endpoints have the same keys. */
function alikeNodes(
  nodes: readonly NodeOverview[],
  keyOf: (endpoint: EndpointOverview) => string,
): readonly (readonly NodeOverview[])[] {
  const groups = new Map<string, NodeOverview[]>();
  for (const node of nodes) {
    const key = JSON.stringify([node.endpoints.map(keyOf).sort(), node.otherInterfaces.length]);
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [node]);
    else same.push(node);
  }
  return [...groups.values()];
}

function boxOf({ name, endpoints, otherInterfaces }: NodeOverview, count: number): Box {
  const hosts = endpoints.filter(({ kind }) => kind === "HostEndpoint");
  const workloads = endpoints.filter(({ kind }) => kind === "WorkloadEndpoint");
  return {
    name,
    count,
    interfaces: [
      ...hosts.map((one) => markOf(one, interfaceText(one.interface))),
      ...otherInterfaces.map((one) => ({
        state: "open" as const,
        text: one.name,
        about: `${one.name} ${one.addresses.join(", ")}: no host endpoint, not policed`,
      })),
    ],
    workloads:
      workloads.length <= MOST_MARKS ? workloads.map((one) => markOf(one, one.name)) : alikeWorkloads(workloads),
  };
}

function alikeWorkloads(workloads: readonly EndpointOverview[]): readonly Mark[] {
  const groups = new Map<number, EndpointOverview[]>();
  for (const one of workloads) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const mark = markOf(first, first.name);
    if (group.length === 1) return [mark];
    const text = `${group.length} like ${first.name}`;
    return [{ ...mark, text, about: `${text}: the same policies and profiles. ${mark.about}` }];
  });
}

function markOf(endpoint: EndpointOverview, text: string): Mark {
  const { resource, name, addresses, policies } = endpoint;
  const state = stateOf(endpoint);
  const count = `${policies} ${policies === 1 ? "policy" : "policies"}`;
  const words = { policed: count, profiles: "profiles only", denied: "no policy: denied", open: "" };
  return { state, text, resource, about: `${name} ${addresses.join(", ")}: ${words[state]}` };
}

function stateOf({ policies, profiles }: EndpointOverview): MarkState {
  if (policies > 0) return "policed";
  return profiles.length > 0 ? "profiles" : "denied";
}

function interfaceText(name: string): string {
  return name === "*" ? "all interfaces" : name || "by address";
}
