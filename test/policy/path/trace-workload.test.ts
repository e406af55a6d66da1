import { A, N, OPEN, PASS, W1 } from "../cast.ts";
import { deny, felix, IN_TO_WORKLOAD, OUT_OF_PROCESS, OUT_OF_WORKLOAD, THROUGH, wep } from "../support.ts";
import { type TraceCase, traceTests } from "../trace.ts";
import { established, FROM_UNKNOWN_WORKLOAD, IPIP, icmp6, TO_HOST, vxlan } from "./trace-flows.ts";

/** What happens, the resources and the flow, then the way there and back as `trace.ts` writes it. */
const CASES: readonly TraceCase[] = [
  [
    "in to a workload",
    [A, W1, OPEN],
    IN_TO_WORKLOAD,
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
    forward ingress a@eth0: 0
      default allow: no-forward-policy
    workload ingress w1@caliw1: 0
      profile open 1 Allow!
    allow: profile open 1 Allow at workload ingress w1@caliw1
    back
      established: allow at workload egress w1@caliw1
    not reached: forward egress
    allow: established at workload egress w1@caliw1
    `,
  ],
  [
    "in to an unknown workload interface",
    [A],
    { ...THROUGH, to: { interface: "caliw9" } },
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
    forward ingress a@eth0: 0
      default allow: no-forward-policy
    unknown caliw9 out
    not reached: forward egress
    deny in filter: unknown caliw9 out
    `,
  ],
  [
    "out of a workload",
    [A, W1, OPEN],
    OUT_OF_WORKLOAD,
    `
    workload egress w1@caliw1: 0
      profile open 1 Allow!
    forward egress a@eth0: 0
      default allow: no-forward-policy
    allow: profile open 1 Allow at workload egress w1@caliw1
    back
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
      established: allow at forward ingress a@eth0
    not reached: workload ingress
    not reached: forward egress
    allow: established at forward ingress a@eth0
    `,
  ],
  [
    "from workload to workload",
    [W1, OPEN, wep("w2", "192.168.1.11/32")],
    { ...OUT_OF_WORKLOAD, to: { workload: "w2" }, dstIP: "192.168.1.11" },
    `
    workload egress w1@caliw1: 0
      profile open 1 Allow!
    workload ingress w2@caliw2: 0
      default deny: no-policy-no-profile
    not reached: forward egress
    deny in filter: default no-policy-no-profile at workload ingress w2@caliw2
    `,
  ],
  [
    "from an unknown workload interface",
    [],
    FROM_UNKNOWN_WORKLOAD,
    `
    unknown caliw9 in
    not reached: forward egress
    deny in filter: unknown caliw9 in
    `,
  ],
  [
    "a workload to the host",
    [W1, OPEN],
    TO_HOST,
    `
    workload egress w1@caliw1: 0
      profile open 1 Allow!
    to host: Drop
    deny in filter: to host: Drop
    `,
  ],
  [
    "a workload to a host that accepts",
    [W1, OPEN, felix({ defaultEndpointToHostAction: "Accept" })],
    TO_HOST,
    `
    workload egress w1@caliw1: 0
      profile open 1 Allow!
    to host: Accept
    allow: profile open 1 Allow at workload egress w1@caliw1
    back
    normal egress caliw1: process-to-workload
    allow: process-to-workload at caliw1
    `,
  ],
  [
    "VXLAN of a workload",
    [W1, OPEN],
    vxlan(OUT_OF_WORKLOAD),
    `
      VXLAN at workload egress w1@caliw1
    not reached: forward egress
    deny in filter: VXLAN at workload egress w1@caliw1
    `,
  ],
  [
    "IPIP of a workload",
    [W1, OPEN],
    IPIP,
    `
      IPIP at workload egress w1@caliw1
    not reached: forward egress
    deny in filter: IPIP at workload egress w1@caliw1
    `,
  ],
  [
    "VXLAN to a workload",
    [W1, OPEN],
    vxlan(IN_TO_WORKLOAD),
    `
    forward ingress eth0: forwarded
    workload ingress w1@caliw1: 0
      profile open 1 Allow!
    allow: profile open 1 Allow at workload ingress w1@caliw1
    back
      established: allow at workload egress w1@caliw1
    not reached: forward egress
    allow: established at workload egress w1@caliw1
    `,
  ],
  [
    "discovery of a workload",
    [W1],
    icmp6(136),
    `
    discovery 136
    allow: discovery 136
    `,
  ],
  [
    "a process to a workload",
    [W1, A],
    { ...OUT_OF_PROCESS, to: { workload: "w1" } },
    `
    normal egress caliw1: process-to-workload
    allow: process-to-workload at caliw1
    back
      established: allow at workload egress w1@caliw1
    allow: established at workload egress w1@caliw1
    `,
  ],
  [
    "established from an unknown workload interface",
    [],
    established(FROM_UNKNOWN_WORKLOAD),
    `
    unknown caliw9 in
    not reached: forward egress
    deny in filter: unknown caliw9 in
    `,
  ],
  [
    "a workload with another VXLAN port",
    [W1, OPEN, felix({ vxlanPort: 4790 })],
    vxlan(OUT_OF_WORKLOAD, 4790),
    `
      VXLAN at workload egress w1@caliw1
    not reached: forward egress
    deny in filter: VXLAN at workload egress w1@caliw1
    `,
  ],
  [
    "a workload that may send IPIP",
    [W1, OPEN, felix({ allowIPIPPacketsFromWorkloads: true })],
    IPIP,
    `
    workload egress w1@caliw1: 0
      profile open 1 Allow!
    forward egress eth0: forwarded
    allow: profile open 1 Allow at workload egress w1@caliw1
    back
    forward ingress eth0: forwarded
      established: allow at workload ingress w1@caliw1
    not reached: forward egress
    allow: established at workload ingress w1@caliw1
    `,
  ],
  [
    "a workload's ICMPv6 that is not neighbour discovery",
    [W1, OPEN],
    icmp6(128),
    `
    workload egress w1@caliw1: 0
      profile open 1 Allow!
    to host: Drop
    deny in filter: to host: Drop
    `,
  ],
  [
    "a workload's policy decides before the host's action",
    [W1, felix({ defaultEndpointToHostAction: "Accept" }), N({ egress: [deny()] })],
    TO_HOST,
    `
    workload egress w1@caliw1: 1
      n 1 Deny!
    deny in filter: n 1 Deny at workload egress w1@caliw1
    `,
  ],
  [
    "a workload passes to its profiles",
    [W1, OPEN, N({ ingress: [PASS] })],
    IN_TO_WORKLOAD,
    `
    forward ingress eth0: forwarded
    workload ingress w1@caliw1: 1
      n 1 Pass!
      profile open 1 Allow!
    allow: profile open 1 Allow at workload ingress w1@caliw1
    back
      established: allow at workload egress w1@caliw1
    not reached: forward egress
    allow: established at workload egress w1@caliw1
    `,
  ],
  [
    "a workload's invalid packet",
    [W1, OPEN],
    { ...OUT_OF_WORKLOAD, tcpFlags: "SYN+ACK" },
    `
      invalid: deny at workload egress w1@caliw1
    not reached: forward egress
    deny in filter: invalid at workload egress w1@caliw1
    `,
  ],
];

traceTests("packets of workloads and to them", CASES);
