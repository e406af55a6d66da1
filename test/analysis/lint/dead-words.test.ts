import { expect, test } from "vitest";
import { lint } from "../../../src/analysis/lint/lint.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { allow, deny, gnp, hep, profile, tcpTo, worldOf } from "../../policy/support.ts";

const HOST = hep("h", { expectedIPs: ["10.0.0.1"] });
const OTHER = hep("i", { node: "n2", expectedIPs: ["10.0.0.2"] });
const from = (...nets: string[]) => ({ source: { nets } });
const policy = (name: string, order: number, ingress: readonly object[], spec: object = {}) =>
  gnp(name, { order, types: ["Ingress"], ingress, ...spec });

/** What is said of each rule that nothing comes to: the message and the help. */
function words(resources: readonly Resource[], perEndpoint = false): readonly string[] {
  const findings = lint({ world: worldOf(resources), isWhole: true, perEndpoint });
  return findings.flatMap(({ takenBy, message, help }) => (takenBy ? [`${message} | ${help}`] : []));
}

const MOVE = "delete it, which changes nothing, or move it before what takes its packets";

const CASES: readonly (readonly [name: string, resources: readonly Resource[], words: string])[] = [
  [
    "one rule takes all",
    [HOST, policy("a", 1, [allow(from("10.0.0.0/8"))]), policy("b", 2, [deny(from("10.1.0.0/16"))])],
    `nothing comes to policy b, ingress rule 1 (Deny): policy a, ingress rule 1 (Allow) takes all its packets first | ${MOVE}`,
  ],
  [
    "several together",
    [
      HOST,
      policy("a", 1, [allow(from("10.0.0.0/9")), deny(from("10.128.0.0/9"))]),
      policy("b", 2, [allow(from("10.0.0.0/8"))]),
    ],
    `nothing comes to policy b, ingress rule 1 (Allow): policy a, ingress rule 1 (Allow) and policy a, ingress rule 2 (Deny) together take all its packets first | ${MOVE}`,
  ],
  [
    "others elsewhere",
    [
      HOST,
      OTHER,
      policy("a", 1, [allow()], { selector: "host-endpoint == 'h'" }),
      policy("c", 1, [deny()], { selector: "host-endpoint == 'i'" }),
      policy("b", 2, [allow(from("10.0.0.0/8"))]),
    ],
    `nothing comes to policy b, ingress rule 1 (Allow): policy a, ingress rule 1 (Allow) takes all its packets first at host endpoint h; elsewhere others do | ${MOVE}`,
  ],
  [
    "a failsafe port and a rule",
    [HOST, policy("b", 2, [allow(tcpTo(80)), deny(tcpTo(22, 80))])],
    `nothing comes to policy b, ingress rule 2 (Deny): failsafe port TCP 22 and policy b, ingress rule 1 (Allow) together take all its packets first | ${MOVE}`,
  ],
  [
    "a failsafe port alone",
    [HOST, policy("b", 2, [deny(tcpTo(22))])],
    "nothing comes to policy b, ingress rule 1 (Deny): failsafe ports let all its packets past: TCP 22 | the rule bites once failsafeInboundHostPorts does not list the port; without it a mistake can lock you out, so allow your own access in a policy first",
  ],
  [
    "a profile behind a policy",
    [hep("h", { profiles: ["q"] }), profile("q", { ingress: [allow()] }), policy("b", 2, [allow(tcpTo(80))])],
    "nothing comes to profile q, ingress rule 1 (Allow): policies select the endpoints of the profile for ingress and pass none of its packets on | add a Pass rule for what it is to decide, or delete it: deleting it changes nothing",
  ],
  [
    "fields that exclude each other",
    [HOST, policy("b", 2, [allow({ protocol: "TCP", source: { nets: ["10.1.0.0/16"], notNets: ["10.0.0.0/8"] } })])],
    "policy b, ingress rule 1 (Allow) matches nothing: `source.nets` and `source.notNets` leave no packet | correct the rule, or delete it: deleting it changes nothing",
  ],
  [
    "a policy that is for egress only because it has the rule",
    [
      HOST,
      gnp("b", { ingress: [allow()], egress: [allow({ source: { nets: ["10.1.0.0/16"], notNets: ["10.0.0.0/8"] } })] }),
    ],
    "policy b, egress rule 1 (Allow) matches nothing: `source.nets` and `source.notNets` leave no packet | before you delete it, give the policy `types` with Egress: it is for egress only because it has the rule, and denies by default there",
  ],
];

test.each(CASES)("%s", (_name, resources, expected) => {
  expect(words(resources)).toEqual([expected]);
});

test("at some endpoints only", () => {
  const resources = [
    HOST,
    OTHER,
    policy("a", 1, [allow()], { selector: "host-endpoint == 'h'" }),
    policy("b", 2, [allow(from("10.0.0.0/8"))]),
  ];
  expect(words(resources, true)).toEqual([
    "nothing comes to policy b, ingress rule 1 (Allow) at host endpoint h: policy a, ingress rule 1 (Allow) takes all its packets first | move it before what takes its packets, if it is meant to decide there",
  ]);
});
