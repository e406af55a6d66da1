import type { DnatRule, Flow, NodeFacts } from "../../../src/model/flow.ts";
import { FACTS, IN_TO_PROCESS, IN_TO_WORKLOAD, OUT_OF_WORKLOAD, THROUGH, withoutPorts } from "../support.ts";

/** The flow as a later packet of its connection. */
export const established = (flow: Flow): Flow => ({ ...flow, conntrack: "established" });

/** A TCP packet in to a process that begins no connection and belongs to none. */
export const RESET: Flow = { ...IN_TO_PROCESS, tcpFlags: "RST" };

/** What may be the reply of a failsafe port: UDP in to a process, from port 53. */
export const FROM_DNS: Flow = { ...IN_TO_PROCESS, protocol: "UDP", srcPort: 53 };

/** From a workload to its own node. */
export const TO_HOST: Flow = { ...OUT_OF_WORKLOAD, to: { process: true }, dstIP: "10.0.0.1" };

/** IP-in-IP out of a workload. */
export const IPIP: Flow = { ...withoutPorts(OUT_OF_WORKLOAD), protocol: "4" };

/** VXLAN packets of a flow: UDP to a port, 4789 unless given. */
export const vxlan = (flow: Flow, dstPort = 4789): Flow => ({ ...flow, protocol: "UDP", dstPort });

/** ICMPv6 from a workload to its own node, between link-local addresses. */
export const icmp6 = (icmpType: number): Flow => ({
  ...withoutPorts(TO_HOST),
  protocol: "ICMPv6",
  icmpType,
  srcIP: "fe80::2",
  dstIP: "fe80::1",
});

/** Out of a workload, from an interface that has the prefix of workloads and no endpoint. */
export const FROM_UNKNOWN_WORKLOAD: Flow = { ...OUT_OF_WORKLOAD, from: { interface: "caliw9" } };

/** The facts of the node with these DNAT rules. */
const translating = (...dnat: readonly DnatRule[]): NodeFacts => ({ ...FACTS, dnat });
const TO_W1 = { dst: "10.0.0.1", port: 31852, toIP: "192.168.1.10", toPort: 8080 };

/** A node that translates TCP port 31852 to port 8080 of w1, and other packets to 10.9.9.9. */
export const NODE_PORT = translating(
  { protocol: "47", dst: "10.0.0.1", toIP: "10.9.9.9" },
  { protocol: "TCP", dst: "10.0.0.5", port: 31852, toIP: "10.9.9.9" },
  { protocol: "TCP", ...TO_W1 },
);

/** The same for UDP alone. */
export const NODE_PORT_UDP = translating({ protocol: "UDP", ...TO_W1 });

/** A node that translates TCP port 80 of its IPv6 address to port 8080 of w6. */
export const NODE_PORT6 = translating({
  protocol: "TCP",
  dst: "fd00:10::1",
  port: 80,
  toIP: "fd00:1::6",
  toPort: 8080,
});

/** In to the node port of w1. */
export const TO_NODE_PORT: Flow = { ...IN_TO_WORKLOAD, dstIP: "10.0.0.1", dstPort: 31852 };

/** In to the address of the node, IPv6. */
export const TO_NODE_PORT6: Flow = {
  ...IN_TO_WORKLOAD,
  to: { workload: "w6" },
  srcIP: "fd00:10::2",
  dstIP: "fd00:10::1",
};

/** GRE in to the node, forwarded. */
export const GRE: Flow = { ...withoutPorts(THROUGH), protocol: "47", dstIP: "10.0.0.1" };
