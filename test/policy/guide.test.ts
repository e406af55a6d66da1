import { describe } from "vitest";
import {
  ALLOW_ALL,
  aof,
  check,
  DENY_ALL,
  FORWARD_RULE,
  HAIRPIN,
  normal,
  preDnat,
  REPLY_RULE,
  untracked,
} from "./guide-policies.ts";
import {
  allow,
  deny,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  OUT_OF_PROCESS,
  OUT_OF_WORKLOAD,
  THROUGH,
  tcpTo,
} from "./support.ts";

// The guide's section "When do host endpoint policies apply?", a test a paragraph.

describe("from a host interface to a local workload", () => {
  check([
    ["pre-DNAT policies apply", [preDnat(deny())], IN_TO_WORKLOAD, "deny"],
    ["normal policies do apply if applyOnForward is true", [aof(DENY_ALL)], IN_TO_WORKLOAD, "deny"],
    ["normal policies do not apply if applyOnForward is false", [normal(DENY_ALL)], IN_TO_WORKLOAD, "allow/allow"],
    [
      "untracked policies never have a net positive effect: the reply is dropped",
      [untracked({ ingress: [FORWARD_RULE], egress: [REPLY_RULE] })],
      IN_TO_WORKLOAD,
      "allow/deny",
    ],
    [
      "and so where it has only the rules of one direction",
      [untracked({ ingress: [FORWARD_RULE] })],
      IN_TO_WORKLOAD,
      "allow/deny",
    ],
  ]);
});

describe("from a host interface to a local process", () => {
  check([
    ["untracked policies apply", [untracked(DENY_ALL), normal(ALLOW_ALL)], IN_TO_PROCESS, "deny"],
    ["pre-DNAT policies apply", [preDnat(deny()), normal(ALLOW_ALL)], IN_TO_PROCESS, "deny"],
    ["normal policies apply", [normal(ALLOW_ALL)], IN_TO_PROCESS, "allow/allow"],
    ["and deny by default", [], IN_TO_PROCESS, "deny"],
    [
      "allowed by untracked policy, it skips pre-DNAT and normal policy",
      [untracked({ ingress: [FORWARD_RULE], egress: [REPLY_RULE] }), preDnat(deny()), normal(DENY_ALL)],
      IN_TO_PROCESS,
      "allow/allow",
    ],
    [
      "allowed by pre-DNAT policy, it skips normal policy",
      [preDnat(allow()), normal(DENY_ALL)],
      IN_TO_PROCESS,
      "allow/allow",
    ],
  ]);
});

describe("from a host interface A out of a host interface B", () => {
  const only = (name: string, rules: object) => ({
    ...untracked(rules, name),
    spec: { ...untracked(rules).spec, selector: `host-endpoint == '${name}'` },
  });
  check([
    ["untracked ingress of A applies to the packet", [only("a", DENY_ALL)], THROUGH, "deny"],
    ["untracked egress of B does not", [only("b", { egress: [deny()] })], THROUGH, "allow/allow"],
    ["untracked ingress of B applies to the reply", [only("b", { ingress: [deny()] })], THROUGH, "allow/deny"],
    [
      "untracked ingress on both sides lets both ways through",
      [untracked({ ingress: [FORWARD_RULE, REPLY_RULE] })],
      THROUGH,
      "allow/allow",
    ],
    [
      "pre-DNAT ingress of A applies, the reply is allowed by conntrack",
      [preDnat(FORWARD_RULE, deny())],
      THROUGH,
      "allow/allow",
    ],
    ["pre-DNAT deny", [preDnat(deny())], THROUGH, "deny"],
    [
      "normal policies apply if applyOnForward is true: ingress of A",
      [aof({ ...ALLOW_ALL, ingress: [deny()] })],
      THROUGH,
      "deny",
    ],
    ["and egress of B", [aof({ ...ALLOW_ALL, egress: [deny()] })], THROUGH, "deny"],
    [
      "the reverse direction is allowed by conntrack",
      [aof({ ingress: [FORWARD_RULE], egress: [FORWARD_RULE] })],
      THROUGH,
      "allow/allow",
    ],
    ["normal policies do not apply if applyOnForward is false", [normal(DENY_ALL)], THROUGH, "allow/allow"],
    ["out of the same interface: its ingress applies", [aof({ ...ALLOW_ALL, ingress: [deny()] })], HAIRPIN, "deny"],
    ["out of the same interface: its egress, too", [aof({ ...ALLOW_ALL, egress: [deny()] })], HAIRPIN, "deny"],
    ["out of the same interface, allowed by both", [aof(ALLOW_ALL)], HAIRPIN, "allow/allow"],
    [
      "out of the same interface, untracked: its ingress lets both ways through",
      [untracked({ ingress: [FORWARD_RULE, REPLY_RULE], egress: [deny()] })],
      HAIRPIN,
      "allow/allow",
    ],
    [
      "allowed by untracked policy, it skips the pre-DNAT and the ingress policy of A",
      [
        untracked({ ingress: [FORWARD_RULE, REPLY_RULE] }),
        preDnat(deny()),
        aof({ ingress: [deny()], egress: [allow()] }),
      ],
      THROUGH,
      "allow/allow",
    ],
    [
      "allowed by pre-DNAT policy, it skips the ingress policy of A",
      [preDnat(allow()), aof({ ingress: [deny()], egress: [allow()] })],
      THROUGH,
      "allow/allow",
    ],
  ]);
});

describe("from a local process out of a host interface", () => {
  check([
    ["untracked egress applies", [untracked({ egress: [deny()] }), normal(ALLOW_ALL)], OUT_OF_PROCESS, "deny"],
    ["normal egress applies", [normal(ALLOW_ALL)], OUT_OF_PROCESS, "allow/allow"],
    ["and denies by default", [normal({ ingress: [allow()] })], OUT_OF_PROCESS, "deny"],
    ["pre-DNAT policies do not apply", [preDnat(deny()), normal(ALLOW_ALL)], OUT_OF_PROCESS, "allow/allow"],
  ]);
});

describe("from a local workload out of a host interface", () => {
  check([
    [
      "no untracked or pre-DNAT policies apply",
      [untracked({ egress: [deny()] }), preDnat(deny(tcpTo(80)))],
      OUT_OF_WORKLOAD,
      "allow/allow",
    ],
    [
      "normal egress applies if applyOnForward is true",
      [aof({ ...ALLOW_ALL, egress: [deny()] })],
      OUT_OF_WORKLOAD,
      "deny",
    ],
    [
      "the reverse direction is allowed by conntrack",
      [aof({ egress: [allow()], ingress: [deny()] })],
      OUT_OF_WORKLOAD,
      "allow/allow",
    ],
    ["normal policies do not apply if applyOnForward is false", [normal(DENY_ALL)], OUT_OF_WORKLOAD, "allow/allow"],
  ]);
});
