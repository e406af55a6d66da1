import { A, B, BOTH, D, F, PASS, U } from "../cast.ts";
import { allow, deny, THROUGH, tcpTo } from "../support.ts";
import { type TraceCase, traceTests } from "../trace.ts";

/** What happens, the resources and the flow, then the way there and back as `trace.ts` writes it. */
const CASES: readonly TraceCase[] = [
  [
    "through, nothing there",
    [],
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
    "through two host endpoints",
    [A, B],
    THROUGH,
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
    forward ingress a@eth0: 0
      default allow: no-forward-policy
    forward egress b@eth1: 0
      default allow: no-forward-policy
    allow: default no-forward-policy at forward egress b@eth1
    back
    untracked ingress b@eth1: 0
    pre-DNAT ingress b@eth1: 0
      established: allow at forward ingress b@eth1
    not reached: forward egress
    allow: established at forward ingress b@eth1
    `,
  ],
  [
    "through, forward policies of both",
    [A, B, F({ types: BOTH, ingress: [allow()], egress: [deny()] })],
    THROUGH,
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
    forward ingress a@eth0: 1
      f 1 Allow!
    forward egress b@eth1: 1
      f 1 Deny!
    deny in filter: f 1 Deny at forward egress b@eth1
    `,
  ],
  [
    "through, untracked Allow skips ingress only",
    [
      A,
      B,
      U({ selector: "host-endpoint == 'a'", ingress: [allow()] }),
      F({ types: BOTH, ingress: [deny()], egress: [allow()] }),
    ],
    THROUGH,
    `
      failsafe TCP 80
    untracked ingress a@eth0: 1
      u 1 Allow!
    pre-DNAT ingress a@eth0: 0
    forward ingress a@eth0: accepted by untracked
    forward egress b@eth1: 1
      f 1 Allow!
    allow: f 1 Allow at forward egress b@eth1
    back
    untracked ingress b@eth1: 0
      not u: selector host-endpoint == 'a'
    pre-DNAT ingress b@eth1: 0
      invalid: deny at forward ingress b@eth1
    not reached: forward egress
    deny in filter: invalid at forward ingress b@eth1
    `,
  ],
  [
    "through, pre-DNAT Deny",
    [A, D({ ingress: [deny()] })],
    THROUGH,
    `
    untracked ingress a@eth0: 0
      failsafe TCP 80
    pre-DNAT ingress a@eth0: 1
      d 1 Deny!
    not reached: forward ingress
    not reached: forward egress
    deny in mangle: d 1 Deny at pre-DNAT ingress a@eth0
    `,
  ],
  [
    "through, Pass",
    [A, B, F({ types: BOTH, ingress: [PASS], egress: [PASS] })],
    THROUGH,
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
    forward ingress a@eth0: 1
      f 1 Pass!
      default allow: passed
    forward egress b@eth1: 1
      f 1 Pass!
      default allow: passed
    allow: default passed at forward egress b@eth1
    back
    untracked ingress b@eth1: 0
    pre-DNAT ingress b@eth1: 0
      established: allow at forward ingress b@eth1
    not reached: forward egress
    allow: established at forward ingress b@eth1
    `,
  ],
  [
    "through, no rule matches",
    [A, F({ ingress: [deny(tcpTo(1))] })],
    THROUGH,
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
    forward ingress a@eth0: 1
      f 1 Deny: no ports
      default deny: no-rule-matched
    not reached: forward egress
    deny in filter: default no-rule-matched at forward ingress a@eth0
    `,
  ],
];

traceTests("through the node", CASES);
