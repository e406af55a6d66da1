import type { Resource } from "../../model/resource.ts";
import type { World } from "../../policy/world/compiled.ts";

/** A server of the datastore that this tool itself talks to, by its URL. */
export interface DatastoreServer {
  readonly kind: "etcd" | "kube-apiserver";
  readonly url: string;
}

/** What lifelines are derived from. */
export interface LifelineSources {
  /** Before the first write, and after the last one. */
  readonly before: World;
  readonly after: World;
  readonly servers: readonly DatastoreServer[];
  /** The stored BGPPeers and BGPConfigurations. */
  readonly bgp: readonly Resource[];
}
