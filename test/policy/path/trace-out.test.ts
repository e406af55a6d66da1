import { A, BOTH, D, LO, N, U } from "../cast.ts";
import { allow, deny, OUT_OF_PROCESS, tcpTo } from "../support.ts";
import { type TraceCase, traceTests } from "../trace.ts";

/** What happens, the resources and the flow, then the way there and back as `trace.ts` writes it. */
const CASES: readonly TraceCase[] = [
  [
    "out of a process, nothing there",
    [],
    OUT_OF_PROCESS,
    `
    normal egress eth0: no-host-endpoint
    allow: no-host-endpoint at eth0
    back
    normal ingress eth0: no-host-endpoint
    allow: no-host-endpoint at eth0
    `,
  ],
  [
    "out of a process",
    [A, U({ types: ["Egress"], egress: [deny(tcpTo(1))] }), N({ egress: [allow()] })],
    OUT_OF_PROCESS,
    `
      failsafe TCP 80
    untracked egress a@eth0: 1
      u 1 Deny: no ports
      default allow: no-default-drop
      failsafe TCP 80
    normal egress a@eth0: 1
      n 1 Allow!
    allow: n 1 Allow at normal egress a@eth0
    back
      failsafe TCP 40000
    untracked ingress a@eth0: 0
      not u: no-rules-in-direction
      default allow: no-default-drop
    pre-DNAT ingress a@eth0: 0
      established: allow at normal ingress a@eth0
    allow: established at normal ingress a@eth0
    `,
  ],
  [
    "out of a process, untracked",
    [A, U({ types: ["Egress"], egress: [allow()] })],
    OUT_OF_PROCESS,
    `
      failsafe TCP 80
    untracked egress a@eth0: 1
      u 1 Allow!
    normal egress a@eth0: accepted by untracked
    allow: u 1 Allow at untracked egress a@eth0
    back
      failsafe TCP 40000
    untracked ingress a@eth0: 0
      not u: no-rules-in-direction
      default allow: no-default-drop
    pre-DNAT ingress a@eth0: 0
      invalid: deny at normal ingress a@eth0
    deny in filter: invalid at normal ingress a@eth0
    `,
  ],
  [
    "out of a process, untracked deny",
    [A, U({ types: ["Egress"], egress: [deny()] })],
    OUT_OF_PROCESS,
    `
      failsafe TCP 80
    untracked egress a@eth0: 1
      u 1 Deny!
    not reached: normal egress
    deny in raw: u 1 Deny at untracked egress a@eth0
    `,
  ],
  [
    "out of a process, failsafe",
    [A],
    { ...OUT_OF_PROCESS, protocol: "UDP", dstPort: 53 },
    `
    untracked egress a@eth0: 0
      failsafe UDP 53!
    allow: failsafe UDP 53 at normal egress a@eth0
    back
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
      established: allow at normal ingress a@eth0
    allow: established at normal ingress a@eth0
    `,
  ],
  [
    "a process to a process",
    [LO, D({ ingress: [allow(tcpTo(1))] }), N({ types: BOTH, ingress: [allow()], egress: [allow()] })],
    { ...OUT_OF_PROCESS, to: { process: true } },
    `
    untracked egress l@lo: 0
      failsafe TCP 80
    normal egress l@lo: 1
      n 1 Allow!
    untracked ingress l@lo: 0
      failsafe TCP 80
    pre-DNAT ingress l@lo: 1
      d 1 Allow: no ports
      default allow: no-default-drop
      failsafe TCP 80
    normal ingress l@lo: 1
      n 1 Allow!
    allow: n 1 Allow at normal ingress l@lo
    back
    untracked egress l@lo: 0
      established: allow at normal egress l@lo
    untracked ingress l@lo: 0
      established: allow at pre-DNAT ingress l@lo
      established: allow at normal ingress l@lo
    allow: established at normal ingress l@lo
    `,
  ],
  [
    "a process to a process, untracked: let out is not let in",
    [LO, U({ types: BOTH, egress: [allow()], ingress: [deny()] })],
    { ...OUT_OF_PROCESS, to: { process: true } },
    `
      failsafe TCP 80
    untracked egress l@lo: 1
      u 1 Allow!
    normal egress l@lo: accepted by untracked
      failsafe TCP 80
    untracked ingress l@lo: 1
      u 1 Deny!
    not reached: pre-DNAT ingress
    not reached: normal ingress
    deny in raw: u 1 Deny at untracked ingress l@lo
    `,
  ],
  [
    "a process to a process, denied on its way out",
    [LO, U({ types: BOTH, egress: [deny()], ingress: [allow()] })],
    { ...OUT_OF_PROCESS, to: { process: true } },
    `
      failsafe TCP 80
    untracked egress l@lo: 1
      u 1 Deny!
    not reached: normal egress
    not reached: untracked ingress
    not reached: pre-DNAT ingress
    not reached: normal ingress
    deny in raw: u 1 Deny at untracked egress l@lo
    `,
  ],
  [
    "a process to a process, nothing there",
    [],
    { ...OUT_OF_PROCESS, to: { process: true } },
    `
    normal egress lo: no-host-endpoint
    normal ingress lo: no-host-endpoint
    allow: no-host-endpoint at lo
    back
    normal egress lo: no-host-endpoint
    normal ingress lo: no-host-endpoint
    allow: no-host-endpoint at lo
    `,
  ],
];

traceTests("out of a process", CASES);
