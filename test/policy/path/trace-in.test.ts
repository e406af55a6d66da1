import { A, BOTH, N, OPEN } from "../cast.ts";
import { allow, deny, gnp, hep, IN_TO_PROCESS, np, profile, tcpTo } from "../support.ts";
import { type TraceCase, traceTests } from "../trace.ts";

/** What happens, the resources and the flow, then the way there and back as `trace.ts` writes it. */
const CASES: readonly TraceCase[] = [
  [
    "in to a process, nothing there",
    [],
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
    "in to a process, a host endpoint alone",
    [A],
    IN_TO_PROCESS,
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
    "a policy with rules in the other direction only",
    [A, N({ types: BOTH, egress: [allow()] })],
    IN_TO_PROCESS,
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
      failsafe TCP 80
    normal ingress a@eth0: 1
      n: no rules
      default deny: no-rule-matched
    deny in filter: default no-rule-matched at normal ingress a@eth0
    `,
  ],
  [
    "skipped, each for its reason",
    [
      A,
      N({ selector: "has(x)", ingress: [allow()] }),
      np("k", "default", { ingress: [allow()] }),
      gnp("e", { egress: [allow()] }),
    ],
    IN_TO_PROCESS,
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
      failsafe TCP 80
    normal ingress a@eth0: 0
      not e: no-rules-in-direction
      not n: selector has(x)
      not default/k: namespace default
      default deny: no-policy-no-profile
    deny in filter: default no-policy-no-profile at normal ingress a@eth0
    `,
  ],
  [
    "profiles in order",
    [hep("a", { profiles: ["p1", "open"] }), profile("p1", { ingress: [deny(tcpTo(1)), deny(tcpTo(2))] }), OPEN],
    IN_TO_PROCESS,
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
      failsafe TCP 80
    normal ingress a@eth0: 0
      profile p1 1 Deny: no ports
      profile p1 2 Deny: no ports
      profile p1: none of 2
      profile open 1 Allow!
    allow: profile open 1 Allow at normal ingress a@eth0
    back
    untracked egress a@eth0: 0
      established: allow at normal egress a@eth0
    allow: established at normal egress a@eth0
    `,
  ],
  [
    "a profile denies",
    [hep("a", { profiles: ["p1"] }), profile("p1", { ingress: [deny()] })],
    IN_TO_PROCESS,
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
      failsafe TCP 80
    normal ingress a@eth0: 0
      profile p1 1 Deny!
    deny in filter: profile p1 1 Deny at normal ingress a@eth0
    `,
  ],
  [
    "a missing profile",
    [hep("a", { profiles: ["gone"] })],
    IN_TO_PROCESS,
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
      failsafe TCP 80
    normal ingress a@eth0: 0
      no profile gone
    deny in filter: missing profile gone at normal ingress a@eth0
    `,
  ],
  [
    "no profile allows",
    [hep("a", { profiles: ["p1"] }), profile("p1", {})],
    IN_TO_PROCESS,
    `
    untracked ingress a@eth0: 0
    pre-DNAT ingress a@eth0: 0
      failsafe TCP 80
    normal ingress a@eth0: 0
      profile p1: none of 0
      default deny: no-profile-allowed
    deny in filter: default no-profile-allowed at normal ingress a@eth0
    `,
  ],
];

traceTests("in to a process: policies and profiles", CASES);
