// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.

/**
 * This interface was referenced by `LifelineFile`'s JSON-Schema
 * via the `definition` "LifelineNets".
 */
export type LifelineNets = readonly string[]

/**
 * The connections that no write may cut, for `calicoctl guard` and `--guard`.
 */
export type LifelineFile = {
/**
 * What the file is for; not used.
 */
readonly about?: string
/**
 * Lifelines of your own. One with the name of a derived lifeline takes its place.
 */
readonly lifelines?: readonly DeclaredLifeline[]
/**
 * Derived lifelines to leave out, by name: ssh, etcd, bgp, dhcp, dns, kube-apiserver.
 */
readonly skip?: readonly string[]
};
/**
 * All packets of some connections, and that they must pass. From a list of networks to endpoints, or from endpoints to a list of networks; with `through` from networks to networks, as hosts forward them.
 * 
 * This interface was referenced by `LifelineFile`'s JSON-Schema
 * via the `definition` "DeclaredLifeline".
 */
export type DeclaredLifeline = {
/**
 * What messages call it.
 */
readonly name: string
/**
 * Why it is needed; not used.
 */
readonly about?: string
/**
 * Whether others open the connections to the endpoints (in) or the endpoints to others (out). Left out: out where `to` is a list of networks, else in.
 */
readonly direction?: ("in" | "out")
/**
 * Who opens the connections: networks (in; left out: anyone), or endpoints (out; left out: every host endpoint).
 */
readonly from?: (LifelineNets | LifelineEndpoints)
/**
 * Where they go: endpoints (in; left out: every host endpoint), or networks (out; left out: anywhere).
 */
readonly to?: (LifelineNets | LifelineEndpoints)
readonly through?: LifelineThrough
/**
 * TCP, UDP, SCTP, ICMP, ICMPv6 or UDPLite, or a number from 1 to 255.
 */
readonly protocol: (string | number)
/**
 * Destination ports: numbers, or ranges such as 8000:8080; left out: all.
 */
readonly ports?: readonly (string | number)[]
/**
 * Source ports; left out: all.
 */
readonly sourcePorts?: readonly (string | number)[]
/**
 * Whether the answers must pass, too, which doNotTrack policies may drop; true where it is left out.
 */
readonly replies?: boolean
};
/**
 * Endpoints that meet all that is given.
 * 
 * This interface was referenced by `LifelineFile`'s JSON-Schema
 * via the `definition` "LifelineEndpoints".
 */
export type LifelineEndpoints = {
/**
 * The names of their nodes.
 */
readonly nodes?: readonly string[]
/**
 * A selector of their labels, in Calico's language. Without one, host endpoints are meant; with one, workload endpoints also.
 */
readonly selector?: string
/**
 * The addresses at the endpoints' end of the connections; left out: those that the endpoints and their nodes are known to have, else any.
 */
readonly addresses?: readonly string[]
};
/**
 * The hosts that forward the connections, as a gateway does: by their host endpoints, which meet all that is given; without any, every host that has one. `from` and `to` are then networks.
 * 
 * This interface was referenced by `LifelineFile`'s JSON-Schema
 * via the `definition` "LifelineThrough".
 */
export type LifelineThrough = {
/**
 * The names of their nodes.
 */
readonly nodes?: readonly string[]
/**
 * A selector of the labels of the host endpoints, in Calico's language: of those at the interface by which the packets come in, or at that by which they go out.
 */
readonly selector?: string
/**
 * The interfaces by which the packets come in; left out: any, also one without a host endpoint.
 */
readonly in?: readonly string[]
/**
 * The interfaces by which the packets go out; left out: any, also one without a host endpoint, and workloads of the host.
 */
readonly out?: readonly string[]
};
