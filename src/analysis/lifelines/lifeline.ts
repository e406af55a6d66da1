import type { Span } from "../../model/diagnostic.ts";
import type { CompiledEndpoint, Net, SetRef, World } from "../../policy/world/compiled.ts";
import { matches } from "../../selector/matches.ts";

/** Ports from the first to the last. */
export type PortRange = readonly [first: number, last: number];

/** Which endpoints a lifeline leads to or from: those that meet all that is given. */
export interface EndpointChoice {
  readonly nodes?: ReadonlySet<string>;
  /** Of their labels. Without one, host endpoints are meant; with one, workload endpoints also. */
  readonly selector?: SetRef;
  /** The addresses at their end; empty: those that they are known to have, else any. */
  readonly addresses: readonly Net[];
}

/** The interfaces by which forwarded packets come in and go out, by their names; empty: any. */
export interface Forwarding {
  readonly in: readonly string[];
  readonly out: readonly string[];
}

/** All packets of some connections, which must pass, and where it comes from. */
export interface Lifeline {
  readonly name: string;
  /** Whether others open the connections to the endpoints, or the endpoints to others. */
  readonly direction: "in" | "out";
  /** The addresses of the others; empty: any. */
  readonly peers: readonly Net[];
  readonly endpoints: EndpointChoice;
  /**
   * Of what hosts forward: the host endpoints are those that it is forwarded through, the direction is `in`, and the addresses of
   * the choice are the destinations (empty: any).
   */
  readonly through?: Forwarding;
  readonly protocol: number;
  /** Destination ports; empty: all. */
  readonly ports: readonly PortRange[];
  readonly sourcePorts: readonly PortRange[];
  /** Whether the answers must pass, too. */
  readonly replies: boolean;
  /** What it was derived from, in words; absent for a declared one. */
  readonly derivedFrom?: string;
  /** Where it was declared. */
  readonly span?: Span;
}

/** Whether a lifeline leads to or from any endpoint of the Worlds: where it does not, nothing is asked of it. */
export function isAboutAny(lifeline: Lifeline, worlds: readonly World[]): boolean {
  const lists = worlds.flatMap(({ hostEndpoints, workloadEndpoints }) => [
    ...hostEndpoints.values(),
    ...(lifeline.through === undefined ? workloadEndpoints.values() : []),
  ]);
  return lists.some((endpoints) => endpoints.some((endpoint) => concerns(lifeline, endpoint)));
}

/** A choice of every host endpoint. */
export const EVERY_HOST: EndpointChoice = { addresses: [] };

/** Whether the lifeline leads to or from the endpoint. */
export function concerns({ endpoints: { nodes, selector } }: Lifeline, endpoint: CompiledEndpoint): boolean {
  if (nodes !== undefined && !nodes.has(endpoint.node)) return false;
  if (selector === undefined) return endpoint.kind === "HostEndpoint";
  return matches(selector.selector, endpoint.labels);
}
