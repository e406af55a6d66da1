// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.

/**
 * One of: `interface`, a host interface; `process`, a process of the node; `workload`, a workload of the node by the name of its endpoint or pod.
 * 
 * This interface was referenced by `FlowFile`'s JSON-Schema
 * via the `definition` "FlowEnd".
 */
export type FlowEnd = { readonly interface: string } | { readonly process: true } | { readonly workload: string }

/**
 * A flow file of `calicoctl simulate --flows`: facts about one node that the datastore does not hold, and packets to evaluate. A bare list of flows is one too.
 */
export type FlowFile = {
/**
 * What the file is called; not used.
 */
readonly name?: string
/**
 * What the file shows; not used.
 */
readonly about?: string
/**
 * The Calico version whose verdicts were recorded; not used (see --calico-version).
 */
readonly calico?: string
/**
 * What recorded flows are about; not used.
 */
readonly area?: string
/**
 * How the node of recorded flows was set up; not used.
 */
readonly felixEnv?: string
/**
 * The node the packets enter; may be left out where addresses show it.
 */
readonly node?: string
/**
 * The node's interfaces and their addresses (IPv4 and IPv6), each with its network's length where that is known.
 */
readonly interfaces?: {
readonly [k: string]: readonly string[]
};
/**
 * The node's destination NATs, the first that matches wins.
 */
readonly dnat?: readonly DnatRule[]
/**
 * The node's destination NATs of packets that its own processes send (nat OUTPUT, where kube-proxy's are too); the first that matches wins.
 */
readonly outputDnat?: readonly DnatRule[]
/**
 * Packets, as they come in, that get the node's own address as their source where they leave the node again: those that kube-proxy marks.
 */
readonly masquerade?: readonly DnatMatch[]
/**
 * Source NATs of the node (POSTROUTING), beside Calico's own and kube-proxy's mark. Here `dst` and `port` are what the packet leaves with, `interface` is the one it leaves by, and `toIP` its new source: INTERFACE for the address of that interface.
 */
readonly sourceNat?: readonly DnatRule[]
/**
 * The node's routes; the longest prefix wins, then the lowest metric.
 */
readonly routes?: readonly Route[]
/**
 * The packets: each as it enters a node, or from end to end.
 */
readonly flows: readonly (Flow | EndToEndFlow)[]
/**
 * Packets of which none may pass; `calicoctl test` proves it for all of them.
 */
readonly forbid?: readonly PacketAssertion[]
/**
 * Packets of which every one must pass, and its reply; `calicoctl test` proves it for all of them.
 */
readonly permit?: readonly PacketAssertion[]
};
/**
 * One destination NAT of the node, applied where kube-proxy or Docker would; the first that matches wins.
 * 
 * This interface was referenced by `FlowFile`'s JSON-Schema
 * via the `definition` "DnatRule".
 */
export type DnatRule = {
/**
 * Only where no address of the match shows the family.
 */
readonly ipVersion?: (4 | 6)
/**
 * As the protocol of a flow, or `all`.
 */
readonly protocol: (string | number)
/**
 * The original destination: an address, a CIDR, or LOCAL for any address of the node.
 */
readonly dst: string
/**
 * The original destination port; every port when left out.
 */
readonly port?: number
/**
 * The last port, where `port` is the first of a range.
 */
readonly portTo?: number
/**
 * The source: an address, a CIDR, or LOCAL.
 */
readonly srcIP?: string
/**
 * The interface the packet comes in through; `cali+` is every one that begins with `cali`.
 */
readonly interface?: string
/**
 * Packets that are not translated, though all else matches.
 */
readonly except?: readonly DnatMatch[]
/**
 * The address it becomes; INTERFACE for the address of the interface the packet came in through.
 */
readonly toIP: string
/**
 * The port it becomes; unchanged when left out.
 */
readonly toPort?: number
/**
 * Every target the node may choose, `toIP` and `toPort` the first of them.
 */
readonly alternatives?: readonly DnatTarget[]
/**
 * Why it is unknown whether a packet that matches is translated, or to what; `toIP` may then be UNKNOWN.
 */
readonly uncertain?: string
};
/**
 * The packets that a destination NAT is for: all fields match, and no `except` does.
 * 
 * This interface was referenced by `FlowFile`'s JSON-Schema
 * via the `definition` "DnatMatch".
 */
export type DnatMatch = {
/**
 * Only where no address of the match shows the family.
 */
readonly ipVersion?: (4 | 6)
/**
 * As the protocol of a flow, or `all`.
 */
readonly protocol?: (string | number)
/**
 * The original destination: an address, a CIDR, or LOCAL for any address of the node.
 */
readonly dst?: string
/**
 * The original destination port; every port when left out.
 */
readonly port?: number
/**
 * The last port, where `port` is the first of a range.
 */
readonly portTo?: number
/**
 * The source: an address, a CIDR, or LOCAL.
 */
readonly srcIP?: string
/**
 * The interface the packet comes in through; `cali+` is every one that begins with `cali`.
 */
readonly interface?: string
/**
 * Packets that are not translated, though all else matches.
 */
readonly except?: readonly DnatMatch[]
};
/**
 * Where a destination NAT sends a packet; without `toPort` the port stays.
 * 
 * This interface was referenced by `FlowFile`'s JSON-Schema
 * via the `definition` "DnatTarget".
 */
export type DnatTarget = {
readonly toIP: string
readonly toPort?: number
};
/**
 * One route of the node.
 * 
 * This interface was referenced by `FlowFile`'s JSON-Schema
 * via the `definition` "Route".
 */
export type Route = {
/**
 * A CIDR; the default route is 0.0.0.0/0 or ::/0.
 */
readonly dst: string
/**
 * `unicast` when left out.
 */
readonly type?: ("unicast" | "local" | "blackhole" | "unreachable" | "prohibit" | "throw" | "multicast")
/**
 * Where packets leave; several if the route has several next hops, none if it sends nothing.
 */
readonly interfaces: readonly string[]
/**
 * The source address of the node's own packets (`src` of `ip route`).
 */
readonly source?: string
/**
 * The lower wins; 0 when left out.
 */
readonly metric?: number
/**
 * `main` when left out.
 */
readonly table?: ("local" | "main")
};
/**
 * One packet as it appears where it enters the node; all addresses as text.
 * 
 * This interface was referenced by `FlowFile`'s JSON-Schema
 * via the `definition` "Flow".
 */
export type Flow = {
/**
 * What to call the flow in the output.
 */
readonly name?: string
readonly from: FlowEnd
readonly to?: FlowEnd
/**
 * TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite, or a number from 1 to 255.
 */
readonly protocol: (string | number)
readonly srcIP: string
/**
 * The destination before any DNAT.
 */
readonly dstIP: string
readonly srcPort?: number
readonly dstPort?: number
readonly icmpType?: number
readonly icmpCode?: number
/**
 * Flags of a TCP packet that is not a connection's first, joined by `+` or `,`: ACK, RST, SYN+ACK.
 */
readonly tcpFlags?: string
/**
 * The connection-tracking state the packet meets; what its flags make it, else `new`.
 */
readonly conntrack?: ("new" | "established" | "invalid")
/**
 * What must come out; otherwise the command exits with 3.
 */
readonly expect?: (("allow" | "deny") | {
readonly verdict: ("allow" | "deny")
/**
 * The policy or profile that decides; of a NetworkPolicy NAMESPACE/NAME.
 */
readonly policy?: string
/**
 * Its rule, counted from 1.
 */
readonly rule?: number
/**
 * A policy or profile that allows the packet somewhere on its path, as pre-DNAT policy does before a workload's policy decides; or several of them.
 */
readonly via?: (string | readonly string[])
})
/**
 * What a node did, where the flow was recorded; not compared (see `expect`).
 */
readonly verdict?: string
/**
 * What a node did with the reply, where it was recorded; not compared.
 */
readonly return?: string
/**
 * Where a node dropped the packet, where it was recorded; not compared.
 */
readonly dropStage?: string
/**
 * Where a node dropped the reply, where it was recorded; not compared.
 */
readonly returnDropStage?: string
/**
 * A remark; not used.
 */
readonly note?: string
/**
 * A remark about a rendering defect, where the flow was recorded; not used.
 */
readonly felixBug?: string
};
/**
 * One packet from end to end, through every node between its ends, which are named as `--from` and `--to` name them: `pod/shop/web-1`, `svc/shop/web`, `node/node2`, a name or an address.
 * 
 * This interface was referenced by `FlowFile`'s JSON-Schema
 * via the `definition` "EndToEndFlow".
 */
export type EndToEndFlow = {
/**
 * What to call the flow in the output.
 */
readonly name?: string
/**
 * The end that sends the packet.
 */
readonly from: string
/**
 * The end that it is for; its port may follow, `svc/shop/web:http`.
 */
readonly to: string
/**
 * TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite, or a number from 1 to 255.
 */
readonly protocol?: (string | number)
readonly srcPort?: number
/**
 * A number, or the name that a Service or container gives a port.
 */
readonly dstPort?: (number | string)
/**
 * The interface through which it first enters a node.
 */
readonly in?: string
/**
 * The interface through which it leaves its first node.
 */
readonly out?: string
readonly icmpType?: number
readonly icmpCode?: number
/**
 * As those of a packet.
 */
readonly tcpFlags?: string
/**
 * As that of a packet.
 */
readonly conntrack?: ("new" | "established")
/**
 * What must come out; otherwise the command exits with 3.
 */
readonly expect?: (("allow" | "deny") | {
readonly verdict: ("allow" | "deny")
/**
 * The policy or profile that decides; of a NetworkPolicy NAMESPACE/NAME.
 */
readonly policy?: string
/**
 * Its rule, counted from 1.
 */
readonly rule?: number
/**
 * A policy or profile that allows the packet somewhere on its path, as pre-DNAT policy does before a workload's policy decides; or several of them.
 */
readonly via?: (string | readonly string[])
})
/**
 * A remark; not used.
 */
readonly note?: string
};
/**
 * All new connections' packets of some kind at some endpoints: those that all fields describe. A field that is left out: any.
 * 
 * This interface was referenced by `FlowFile`'s JSON-Schema
 * via the `definition` "PacketAssertion".
 */
export type PacketAssertion = {
/**
 * What to call it in the output.
 */
readonly name?: string
/**
 * `in` (when left out): what comes to the endpoints of `to`; `out`: what the endpoints of `from` send.
 */
readonly direction?: ("in" | "out")
/**
 * Only the endpoints of this node.
 */
readonly node?: string
/**
 * Sources: networks, addresses, the name of an endpoint or of a network set, or a selector, whose addresses are meant; or several of them. With `direction: out` the endpoints that send.
 */
readonly from?: (string | readonly string[])
/**
 * The endpoints that packets come to: the name of a host or workload endpoint, an address of one, or a selector; or several of them. With `direction: out` the destinations, as `from` has sources.
 */
readonly to?: (string | readonly string[])
/**
 * Addresses, written as in `from`, that are not meant.
 */
readonly except?: (string | readonly string[])
/**
 * Only this protocol; of ports that name none.
 */
readonly protocol?: (string | number)
/**
 * Destination ports: `tcp/22`, `udp/8000:8100`, `tcp` for all of them, `icmp/8` or `icmp/3/4` for a type and code; with `protocol` also `22` and `8000:8100`. One, or several.
 */
readonly ports?: (string | number | readonly (string | number)[])
/**
 * Only packets from these ports: `53`, `1024:65535`; or several. Of protocols with ports.
 */
readonly sourcePorts?: (string | number | readonly (string | number)[])
/**
 * Of a host endpoint: `local` (when left out) is its node's own traffic, `forwarded` what passes through the node. Workload endpoints have one way.
 */
readonly way?: ("local" | "forwarded" | "any")
/**
 * Of `permit`: whether replies must also pass; true when left out.
 */
readonly replies?: boolean
/**
 * `false`: as if there were no failsafe ports.
 */
readonly failsafes?: boolean
/**
 * A remark; not used.
 */
readonly note?: string
};
