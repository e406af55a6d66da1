import { A, BOTH, D, F, N, OPEN, PASS, STAR, U, W1 } from "../cast.ts";
import { allow, deny, gnp, IN_TO_PROCESS, OUT_OF_WORKLOAD, THROUGH } from "../support.ts";
import { type TraceCase, traceTests } from "../trace.ts";

/** What happens, the resources and the flow, then the way there and back as `trace.ts` writes it. */
const CASES: readonly TraceCase[] = [
  [
    "* v3.32 local",
    [STAR, N({ ingress: [allow()] })],
    IN_TO_PROCESS,
    `
      failsafe TCP 80
    normal ingress star@eth0: 1
      n 1 Allow!
    allow: n 1 Allow at normal ingress star@eth0
    back
      established: allow at normal egress star@eth0
    allow: established at normal egress star@eth0
    `,
    { version: "v3.32" },
  ],
  [
    "* v3.7 local",
    [STAR, N({ ingress: [deny()] })],
    IN_TO_PROCESS,
    `
    normal ingress eth0: no-host-endpoint
    allow: no-host-endpoint at eth0
    back
    normal egress eth0: no-host-endpoint
    allow: no-host-endpoint at eth0
    `,
  ],
  [
    "* v3.7 pre-DNAT",
    [STAR, D({ ingress: [allow()] })],
    THROUGH,
    `
      failsafe TCP 80
    pre-DNAT ingress star@eth0: 1
      d 1 Allow!
    forward ingress eth0: forwarded
    forward egress eth1: forwarded
    allow: d 1 Allow at pre-DNAT ingress star@eth0
    back
      established: allow at pre-DNAT ingress star@eth1
    forward ingress eth1: forwarded
    forward egress eth0: forwarded
    allow: forwarded at eth1
    `,
  ],
  [
    "* v3.32 workload",
    [STAR, W1, OPEN, F({ selector: "has(host-endpoint)", types: BOTH, ingress: [allow()], egress: [allow()] })],
    OUT_OF_WORKLOAD,
    `
    forward ingress star@caliw1: 1
      f 1 Allow!
    workload egress w1@caliw1: 0
      not f: selector has(host-endpoint)
      profile open 1 Allow!
    forward egress star@eth0: 1
      f 1 Allow!
    allow: f 1 Allow at forward egress star@eth0
    back
      established: allow at forward ingress star@eth0
    not reached: workload ingress
    not reached: forward egress
    allow: established at forward ingress star@eth0
    `,
    { version: "v3.32" },
  ],
  [
    "* v3.7, pre-DNAT, beside a host endpoint without such policies",
    [A, STAR, D({ selector: "host-endpoint == 'star'", ingress: [deny()] })],
    THROUGH,
    `
    untracked ingress a@eth0: 0
      failsafe TCP 80
    pre-DNAT ingress star@eth0: 1
      d 1 Deny!
    not reached: forward ingress
    not reached: forward egress
    deny in mangle: d 1 Deny at pre-DNAT ingress star@eth0
    `,
  ],
  [
    "* v3.7, pre-DNAT, shielded by a host endpoint with such policies",
    [
      A,
      STAR,
      D({ selector: "host-endpoint == 'star'", ingress: [deny()] }),
      gnp("own", { preDNAT: true, applyOnForward: true, selector: "host-endpoint == 'a'", ingress: [PASS] }),
    ],
    THROUGH,
    `
    untracked ingress a@eth0: 0
      failsafe TCP 80
    pre-DNAT ingress a@eth0: 1
      not d: selector host-endpoint == 'star'
      own 1 Pass!
      default allow: passed
    forward ingress a@eth0: 0
      default allow: no-forward-policy
    forward egress eth1: forwarded
    allow: default no-forward-policy at forward ingress a@eth0
    back
      established: allow at pre-DNAT ingress star@eth1
    forward ingress eth1: forwarded
      established: allow at forward egress a@eth0
    allow: established at forward egress a@eth0
    `,
  ],
  [
    "* v3.7, untracked policies are ignored",
    [STAR, U({ types: BOTH, ingress: [deny()], egress: [deny()] })],
    THROUGH,
    `
    forward ingress eth0: forwarded
    forward egress eth1: forwarded
    allow: forwarded at eth0
    back
    forward ingress eth1: forwarded
    forward egress eth0: forwarded
    allow: forwarded at eth1
    `,
  ],
  [
    "* v3.32, shielded",
    [A, STAR, F({ selector: "host-endpoint == 'star'", ingress: [deny()] })],
    THROUGH,
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
    forward ingress a@eth0: 0
      not f: selector host-endpoint == 'star'
      default allow: no-forward-policy
    forward egress star@eth1: 0
      not f: no-rules-in-direction
      default allow: no-forward-policy
    allow: default no-forward-policy at forward egress star@eth1
    back
      established: allow at forward ingress star@eth1
    not reached: forward egress
    allow: established at forward ingress star@eth1
    `,
    { version: "v3.32" },
  ],
  [
    "* v3.7, pre-DNAT, a workload's packet to the host",
    [STAR, W1, D({ ingress: [deny()] })],
    { ...OUT_OF_WORKLOAD, to: { process: true }, dstIP: "10.0.0.1" },
    `
      failsafe TCP 80
    pre-DNAT ingress star@caliw1: 1
      d 1 Deny!
    not reached: workload egress
    deny in mangle: d 1 Deny at pre-DNAT ingress star@caliw1
    `,
  ],
  [
    "* v3.7, pre-DNAT, a workload's packet elsewhere",
    [STAR, W1, D({ ingress: [deny()] })],
    OUT_OF_WORKLOAD,
    `
      failsafe TCP 80
    pre-DNAT ingress star@caliw1: 1
      d 1 Deny!
    not reached: forward ingress
    not reached: workload egress
    not reached: forward egress
    deny in mangle: d 1 Deny at pre-DNAT ingress star@caliw1
    `,
  ],
];

traceTests("where a * host endpoint stands in", CASES);
