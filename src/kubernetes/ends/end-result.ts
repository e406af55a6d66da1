import type { PortReference } from "./end-reference.ts";

/** What stands for an end: something that the evaluator finds. */
export interface EndTarget {
  /** A full name of an endpoint, an address, or a node. */
  readonly endpoint: string | { readonly node: string };
  /** Further addresses of the same thing, of the other IP version: a Service of two has a cluster IP of each. */
  readonly otherAddresses?: readonly string[];
  /** What it is, in Kubernetes' words: `pod shop/web-1`. */
  readonly name: string;
  readonly port?: number;
  readonly protocol?: string;
  readonly assumptions: readonly string[];
}

/** The targets of an end, at least one; or why there is none, and what could have been meant, as it is typed. */
export type EndResult =
  | { readonly ok: true; readonly targets: readonly EndTarget[] }
  | { readonly ok: false; readonly message: string; readonly fitting: readonly string[] };

/** The packet as far as it is known: its protocol as Kubernetes writes it, and its port, by number or name. */
export interface EndPacket {
  readonly protocol?: string;
  readonly port?: PortReference;
  /** Whether nothing else than a Service's backends says what becomes of a packet to it. */
  readonly needsBackends?: boolean;
}
