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
    | { readonly verdict: "allow" | "deny"; readonly policy?: string; readonly rule?: number };
}

/** One destination NAT of the node, applied where kube-proxy or Docker would: first match wins. */
export interface DnatRule {
  readonly protocol: string | number;
  readonly dst: string;
  readonly port?: number;
  readonly toIP: string;
  readonly toPort?: number;
}

/** What the datastore does not hold about the node a flow enters: its interfaces' addresses and its DNATs. */
export interface NodeFacts {
  readonly node: string;
  readonly interfaces?: Readonly<Record<string, readonly string[]>>;
  readonly dnat?: readonly DnatRule[];
}

/** A flow file: facts about one node and flows through it. */
export interface FlowFile extends Partial<NodeFacts> {
  readonly flows: readonly Flow[];
}
