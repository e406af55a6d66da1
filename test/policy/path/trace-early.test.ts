import { A, B, D, F, LOG, N, PASS, U } from "../cast.ts";
import { allow, deny, felix, IN_TO_PROCESS, THROUGH, tcpTo } from "../support.ts";
import { type TraceCase, traceTests } from "../trace.ts";
import { established, FROM_DNS, RESET } from "./trace-flows.ts";

/** What happens, the resources and the flow, then the way there and back as `trace.ts` writes it. */
const CASES: readonly TraceCase[] = [
  [
    "every kind of policy, none matching",
    [
      A,
      U({ ingress: [deny(tcpTo(1))] }),
      D({ ingress: [deny(tcpTo(2))] }),
      F({ ingress: [deny(tcpTo(3))] }),
      N({ ingress: [deny(tcpTo(4))] }),
    ],
    IN_TO_PROCESS,
    `
      failsafe TCP 80
    untracked ingress a@eth0: 1
      u 1 Deny: no ports
      default allow: no-default-drop
      failsafe TCP 80
    pre-DNAT ingress a@eth0: 1
      d 1 Deny: no ports
      default allow: no-default-drop
      failsafe TCP 80
    normal ingress a@eth0: 2
      f 1 Deny: no ports
      n 1 Deny: no ports
      default deny: no-rule-matched
    deny in filter: default no-rule-matched at normal ingress a@eth0
    `,
  ],
  [
    "untracked Allow carries to the end",
    [A, U({ ingress: [allow()] }), D({ ingress: [deny()] })],
    IN_TO_PROCESS,
    `
      failsafe TCP 80
    untracked ingress a@eth0: 1
      u 1 Allow!
    pre-DNAT ingress a@eth0: accepted by untracked
    normal ingress a@eth0: accepted by untracked
    allow: u 1 Allow at untracked ingress a@eth0
    back
      failsafe TCP 40000
    untracked egress a@eth0: 0
      not u: no-rules-in-direction
      default allow: no-default-drop
      invalid: deny at normal egress a@eth0
    deny in filter: invalid at normal egress a@eth0
    `,
  ],
  [
    "untracked Deny",
    [A, U({ ingress: [LOG, deny()] })],
    IN_TO_PROCESS,
    `
      failsafe TCP 80
    untracked ingress a@eth0: 1
      u 1 Log!
      u 2 Deny!
    not reached: pre-DNAT ingress
    not reached: normal ingress
    deny in raw: u 2 Deny at untracked ingress a@eth0
    `,
  ],
  [
    "untracked Pass",
    [A, U({ ingress: [PASS] })],
    IN_TO_PROCESS,
    `
      failsafe TCP 80
    untracked ingress a@eth0: 1
      u 1 Pass!
      default allow: passed
    pre-DNAT ingress a@eth0: 0
      failsafe TCP 80
    normal ingress a@eth0: 0
      default deny: no-policy-no-profile
    deny in filter: default no-policy-no-profile at normal ingress a@eth0
    `,
  ],
  [
    "pre-DNAT Allow",
    [A, D({ ingress: [allow()] })],
    IN_TO_PROCESS,
    `
    untracked ingress a@eth0: 0
      failsafe TCP 80
    pre-DNAT ingress a@eth0: 1
      d 1 Allow!
    normal ingress a@eth0: accepted by pre-DNAT
    allow: d 1 Allow at pre-DNAT ingress a@eth0
    back
    untracked egress a@eth0: 0
      established: allow at normal egress a@eth0
    allow: established at normal egress a@eth0
    `,
  ],
  [
    "pre-DNAT Deny",
    [A, D({ ingress: [deny()] })],
    IN_TO_PROCESS,
    `
    untracked ingress a@eth0: 0
      failsafe TCP 80
    pre-DNAT ingress a@eth0: 1
      d 1 Deny!
    not reached: normal ingress
    deny in mangle: d 1 Deny at pre-DNAT ingress a@eth0
    `,
  ],
  [
    "pre-DNAT Pass",
    [A, D({ ingress: [PASS] })],
    IN_TO_PROCESS,
    `
    untracked ingress a@eth0: 0
      failsafe TCP 80
    pre-DNAT ingress a@eth0: 1
      d 1 Pass!
      default allow: passed
      failsafe TCP 80
    normal ingress a@eth0: 0
      default deny: no-policy-no-profile
    deny in filter: default no-policy-no-profile at normal ingress a@eth0
    `,
  ],
  [
    "untracked failsafe",
    [A, U({ ingress: [deny()] }), D({ ingress: [deny()] })],
    { ...IN_TO_PROCESS, dstPort: 22 },
    `
      failsafe TCP 22!
      failsafe TCP 22!
      failsafe TCP 22!
    allow: failsafe TCP 22 at normal ingress a@eth0
    back
      failsafe TCP 40000! as a reply
      established: allow at normal egress a@eth0
    allow: established at normal egress a@eth0
    `,
  ],
  [
    "untracked failsafe reply",
    [A, U({ ingress: [deny()] })],
    FROM_DNS,
    `
      failsafe UDP 80! as a reply
    pre-DNAT ingress a@eth0: 0
      failsafe UDP 80
    normal ingress a@eth0: 0
      default deny: no-policy-no-profile
    deny in filter: default no-policy-no-profile at normal ingress a@eth0
    `,
  ],
  [
    "pre-DNAT knows no failsafe by source port",
    [A, D({ ingress: [deny()] })],
    FROM_DNS,
    `
    untracked ingress a@eth0: 0
      failsafe UDP 80
    pre-DNAT ingress a@eth0: 1
      d 1 Deny!
    not reached: normal ingress
    deny in mangle: d 1 Deny at pre-DNAT ingress a@eth0
    `,
  ],
  [
    "established",
    [A, D({ ingress: [deny()] })],
    established(IN_TO_PROCESS),
    `
    untracked ingress a@eth0: 0
      established: allow at pre-DNAT ingress a@eth0
      established: allow at normal ingress a@eth0
    allow: established at normal ingress a@eth0
    back
    untracked egress a@eth0: 0
      established: allow at normal egress a@eth0
    allow: established at normal egress a@eth0
    `,
  ],
  [
    "established without pre-DNAT policy",
    [A],
    established(IN_TO_PROCESS),
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
      established: allow at normal ingress a@eth0
    allow: established at normal ingress a@eth0
    back
    untracked egress a@eth0: 0
      established: allow at normal egress a@eth0
    allow: established at normal egress a@eth0
    `,
  ],
  [
    "invalid at pre-DNAT",
    [A, D({ ingress: [allow()] })],
    RESET,
    `
    untracked ingress a@eth0: 0
      invalid: deny at pre-DNAT ingress a@eth0
    not reached: normal ingress
    deny in mangle: invalid at pre-DNAT ingress a@eth0
    `,
  ],
  [
    "invalid without pre-DNAT policy",
    [A],
    RESET,
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
      invalid: deny at normal ingress a@eth0
    deny in filter: invalid at normal ingress a@eth0
    `,
  ],
  [
    "invalid, unchecked",
    [A, felix({ disableConntrackInvalidCheck: true })],
    RESET,
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
      failsafe TCP 80
    normal ingress a@eth0: 0
      default deny: no-policy-no-profile
    deny in filter: default no-policy-no-profile at normal ingress a@eth0
    `,
  ],
  [
    "established, forwarded",
    [A, B],
    established(THROUGH),
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
      established: allow at forward ingress a@eth0
    not reached: forward egress
    allow: established at forward ingress a@eth0
    back
    untracked ingress b@eth1: 0
    pre-DNAT ingress b@eth1: 0
      established: allow at forward ingress b@eth1
    not reached: forward egress
    allow: established at forward ingress b@eth1
    `,
  ],
];

traceTests("in to a process: the stages before the host endpoint's own policies", CASES);
