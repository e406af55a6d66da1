import { A, BOTH, D, N, OPEN, U, W1 } from "../cast.ts";
import { allow, deny, OUT_OF_PROCESS, THROUGH, tcpTo, wep } from "../support.ts";
import { type TraceCase, traceTests } from "../trace.ts";
import { GRE, NODE_PORT, NODE_PORT_UDP, NODE_PORT6, TO_NODE_PORT, TO_NODE_PORT6 } from "./trace-flows.ts";

/** What happens, the resources and the flow, then the way there and back as `trace.ts` writes it. */
const CASES: readonly TraceCase[] = [
  [
    "DNAT",
    [A, W1, OPEN],
    TO_NODE_PORT,
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
    dnat 10.0.0.1:31852 to 192.168.1.10:8080
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
    { facts: NODE_PORT },
  ],
  [
    "untracked, DNAT leaves it alone: the node itself answers",
    [A, W1, OPEN, U({ types: BOTH, ingress: [allow()], egress: [allow()] }), N({ types: BOTH, egress: [allow()] })],
    { ...TO_NODE_PORT, protocol: "UDP" },
    `
      failsafe UDP 31852
    untracked ingress a@eth0: 1
      u 1 Allow!
    pre-DNAT ingress a@eth0: 0
    dnat 10.0.0.1:31852 to 192.168.1.10:8080, not applied
    normal ingress a@eth0: accepted by untracked
    allow: u 1 Allow at untracked ingress a@eth0
    back
      failsafe UDP 40000
    untracked egress a@eth0: 1
      u 1 Allow!
    normal egress a@eth0: accepted by untracked
    allow: u 1 Allow at untracked egress a@eth0
    `,
    { facts: NODE_PORT_UDP },
  ],
  [
    "DNAT denied before",
    [A, W1, OPEN, D({ ingress: [deny(tcpTo(31852))] })],
    TO_NODE_PORT,
    `
    untracked ingress a@eth0: 0
      failsafe TCP 31852
    pre-DNAT ingress a@eth0: 1
      d 1 Deny!
    not reached: forward ingress
    not reached: workload ingress
    not reached: forward egress
    deny in mangle: d 1 Deny at pre-DNAT ingress a@eth0
    `,
    { facts: NODE_PORT },
  ],
  [
    "DNAT to an IPv6 address",
    [A, OPEN, wep("w6", "fd00:1::6/128", { profiles: ["open"] })],
    TO_NODE_PORT6,
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
    dnat [fd00:10::1]:80 to [fd00:1::6]:8080
    forward ingress a@eth0: 0
      default allow: no-forward-policy
    workload ingress w6@caliw6: 0
      profile open 1 Allow!
    allow: profile open 1 Allow at workload ingress w6@caliw6
    back
      established: allow at workload egress w6@caliw6
    not reached: forward egress
    allow: established at workload egress w6@caliw6
    `,
    { facts: NODE_PORT6 },
  ],
  [
    "DNAT of a protocol without ports",
    [A],
    GRE,
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
    dnat 10.0.0.1 to 10.9.9.9
    forward ingress a@eth0: 0
      default allow: no-forward-policy
    forward egress eth1: forwarded
    allow: default no-forward-policy at forward ingress a@eth0
    back
    forward ingress eth1: forwarded
      established: allow at forward egress a@eth0
    allow: established at forward egress a@eth0
    `,
    { facts: NODE_PORT },
  ],
  [
    "DNAT is not of what a process sends",
    [A, N({ egress: [allow(tcpTo(31852))] })],
    { ...OUT_OF_PROCESS, dstIP: "10.0.0.5", dstPort: 31852 },
    `
    untracked egress a@eth0: 0
      failsafe TCP 31852
    normal egress a@eth0: 1
      n 1 Allow!
    allow: n 1 Allow at normal egress a@eth0
    back
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
      established: allow at normal ingress a@eth0
    allow: established at normal ingress a@eth0
    `,
    { facts: NODE_PORT },
  ],
  [
    "DNAT is not of the reply of a tracked connection",
    [],
    { ...THROUGH, srcIP: "10.0.0.5", srcPort: 31852 },
    `
    forward ingress eth0: forwarded
    forward egress eth1: forwarded
    allow: forwarded at eth0
    back
    forward ingress eth1: forwarded
    forward egress eth0: forwarded
    allow: forwarded at eth1
    `,
    { facts: NODE_PORT },
  ],
  [
    "DNAT is not of another port",
    [A],
    { ...THROUGH, dstIP: "10.0.0.5" },
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
    forward ingress a@eth0: 0
      default allow: no-forward-policy
    forward egress eth1: forwarded
    allow: default no-forward-policy at forward ingress a@eth0
    back
    forward ingress eth1: forwarded
      established: allow at forward egress a@eth0
    allow: established at forward egress a@eth0
    `,
    { facts: NODE_PORT },
  ],
];

traceTests("through a node that translates", CASES);
