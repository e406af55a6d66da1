/** One end of a flow: a host interface, a local process of the node, or a local workload by the name of its endpoint or pod. */
export type FlowEnd = { readonly interface: string } | { readonly process: true } | { readonly workload: string };

/** TCP flags of a packet that is not a connection's first, joined by `+` or `,` (`SYN+ACK`, `RST`, `ACK`). */
export type TcpFlags = string;

/** One packet as it appears where it enters the node; the fields of the flow file (all addresses as text). */
export interface Flow {
  readonly name?: string;
  readonly from: FlowEnd;
  /** Where it was routed after DNAT; may be left out where the facts make it certain. */
  readonly to?: FlowEnd;
  /** Name or number. */
  readonly protocol: string | number;
  readonly srcIP: string;
  readonly dstIP: string;
  readonly srcPort?: number;
  readonly dstPort?: number;
  readonly icmpType?: number;
  readonly icmpCode?: number;
  readonly tcpFlags?: TcpFlags;
  /** The connection-tracking state the packet meets; `new` (or what its flags make it) unless given. */
  readonly conntrack?: "new" | "established" | "invalid";
  readonly expect?:
    | "allow"
    | "deny"
    | {
        readonly verdict: "allow" | "deny";
        /** What decides. */
        readonly policy?: string;
        readonly rule?: number;
        /** What allows the packet somewhere on its way. */
        readonly via?: string | readonly string[];
      };
}

/** Where a destination NAT sends a packet; without `toPort` the port stays. */
export interface DnatTarget {
  readonly toIP: string;
  readonly toPort?: number;
}

/** The packets a destination NAT is for: the AND of every field present, minus those that an `except` matches. */
export interface DnatMatch {
  /** Only where no address of the match shows the family. */
  readonly ipVersion?: 4 | 6;
  /** Name or number; `all` for every protocol. */
  readonly protocol?: string | number;
  /** An address, a CIDR, or `LOCAL`: any address of the node, as iptables' `--dst-type LOCAL` has it. */
  readonly dst?: string;
  readonly port?: number;
  /** The last port, where `port` is the first of a range. */
  readonly portTo?: number;
  /** An address, a CIDR, or `LOCAL`. */
  readonly srcIP?: string;
  /** The interface the packet comes in through; `cali+` is every one whose name begins with `cali`. */
  readonly interface?: string;
  readonly except?: readonly DnatMatch[];
}

/**
 * One destination NAT of the node, applied where kube-proxy or Docker would: first match wins (`model/net/dnat.ts`).
 * `toIP` is an address; `INTERFACE`, the first address of the interface the packet came in through (REDIRECT); or
 * `UNKNOWN`, only beside `uncertain`.
 */
export interface DnatRule extends DnatMatch, DnatTarget {
  readonly protocol: string | number;
  readonly dst: string;
  /** Every target that the node may choose (load balancing), `toIP` and `toPort` the first of them. */
  readonly alternatives?: readonly DnatTarget[];
  /** Why it is unknown whether the rule translates a packet that it matches, or to what. */
  readonly uncertain?: string;
}

/** What the kernel does with a packet that a route is chosen for; `broadcast` and `anycast` count as `local`. */
export type RouteType = "unicast" | "local" | "blackhole" | "unreachable" | "prohibit" | "throw" | "multicast";

/** One route of the node. */
export interface Route {
  /** A CIDR; the default route is `0.0.0.0/0` or `::/0`. */
  readonly dst: string;
  /** `unicast` unless given. */
  readonly type?: RouteType;
  /** Where packets leave; several if the route has several next hops, none if it sends nothing. */
  readonly interfaces: readonly string[];
  /** Lower wins among routes of one destination; 0 unless given. */
  readonly metric?: number;
  /** The kernel looks in `local` before `main`; `main` unless given. */
  readonly table?: "local" | "main";
}

/** What the datastore does not hold about the node a flow enters: its interfaces' addresses, its DNATs and routes. */
export interface NodeFacts {
  readonly node: string;
  readonly interfaces?: Readonly<Record<string, readonly string[]>>;
  readonly dnat?: readonly DnatRule[];
  readonly routes?: readonly Route[];
}

/** A flow file: facts about one node and flows through it. */
export interface FlowFile extends Partial<NodeFacts> {
  readonly flows: readonly Flow[];
}
