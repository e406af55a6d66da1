import { describe } from "vitest";
import type { Flow } from "../../src/model/flow.ts";
import { OPEN, W1 } from "./cast.ts";
import {
  allow,
  deny,
  felix,
  gnp,
  hep,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  np,
  OUT_OF_PROCESS,
  OUT_OF_WORKLOAD,
  THROUGH,
  wep,
} from "./support.ts";
import { ALLOW_ALL, verdictTests } from "./verdict-cases.ts";

describe("workloads", () => {
  const toHost = { ...OUT_OF_WORKLOAD, to: { process: true }, dstIP: "10.0.0.1" } as const;
  const unknown = { ...OUT_OF_WORKLOAD, from: { interface: "caliw9" } };
  verdictTests([
    ["to the host is dropped by default", [W1, OPEN], toHost, "deny", "Drop"],
    [
      "unless the node says otherwise",
      [W1, OPEN, felix({ defaultEndpointToHostAction: "Return" })],
      toHost,
      "allow/allow",
      "open",
    ],
    [
      "its own egress policy comes first",
      [W1, OPEN, felix({ defaultEndpointToHostAction: "Accept" }), gnp("p", { egress: [deny()] })],
      toHost,
      "deny",
      '"p"',
    ],
    ["an unknown interface drops", [], unknown, "deny", "unknown-workload-interface"],
    [
      "to an unknown interface too",
      [],
      { ...THROUGH, to: { interface: "caliw9" } },
      "deny",
      "unknown-workload-interface",
    ],
    [
      "a process reaches any workload",
      [W1],
      { ...OUT_OF_PROCESS, to: { workload: "w1" } },
      "allow/allow",
      "process-to-workload",
    ],
    [
      "but an unknown one cannot answer",
      [],
      { ...OUT_OF_PROCESS, to: { interface: "caliw9" } },
      "allow/deny",
      "process-to-workload",
    ],
    [
      "VXLAN is dropped before policy",
      [W1, OPEN, ALLOW_ALL],
      { ...OUT_OF_WORKLOAD, protocol: "UDP", dstPort: 4789 },
      "deny",
      "VXLAN",
    ],
    [
      "unless the node lets it",
      [W1, OPEN, felix({ allowVXLANPacketsFromWorkloads: true })],
      { ...OUT_OF_WORKLOAD, protocol: "UDP", dstPort: 4789 },
      "allow/allow",
      "open",
    ],
    [
      "another prefix makes another workload interface",
      [hep("a", { interfaceName: "tap1" }), felix({ interfacePrefix: "tap,cali" })],
      { ...IN_TO_PROCESS, from: { interface: "tap1" } },
      "deny",
      "unknown-workload-interface",
    ],
    ["without policy or profile deny", [wep("w1", "192.168.1.10/32")], IN_TO_WORKLOAD, "deny", "no-policy-no-profile"],
    [
      "a NetworkPolicy of its namespace applies",
      [W1, OPEN, np("p", "default", { ingress: [deny()] })],
      IN_TO_WORKLOAD,
      "deny",
      '"p"',
    ],
    [
      "of another does not",
      [W1, OPEN, np("p", "other", { ingress: [deny()] })],
      IN_TO_WORKLOAD,
      "allow/allow",
      '"open"',
    ],
    [
      "neither to a host endpoint",
      [hep("a"), np("p", "default", { ingress: [allow()] })],
      IN_TO_PROCESS,
      "deny",
      "no-policy-no-profile",
    ],
    ["neighbour discovery to the host", [W1], ndp(135), "allow", "neighbour-discovery"],
  ]);
  function ndp(icmpType: number): Flow {
    return {
      from: { workload: "w1" },
      to: { process: true },
      protocol: "ICMPv6",
      icmpType,
      srcIP: "fe80::2",
      dstIP: "fe80::1",
    };
  }
});
