import { expect, test } from "vitest";
import type { Flow } from "../../src/model/flow.ts";
import type { Resource } from "../../src/model/resource.ts";
import { BOTH, OPEN } from "./cast.ts";
import { allow, answer, deny, gnp, hep, run, THROUGH, tcpFrom, tcpTo, wep } from "./support.ts";

/** Two host endpoints of one node, on eth0 and eth1. */
export const HEPS = [hep("a"), hep("b", { interfaceName: "eth1" })];
/** One workload whose profile allows everything. */
export const WORKLOADS = [wep("w1", "192.168.1.10/32", { profiles: ["open"] }), OPEN];
/** Selects both host endpoints. */
export const ON_HEPS = { selector: "has(host-endpoint)" };

/** A policy with these rules that is neither untracked nor pre-DNAT. */
export const normal = (rules: object, more = {}) =>
  gnp("normal", { ...ON_HEPS, types: BOTH, order: 5, ...rules, ...more });
/** The same with `applyOnForward`. */
export const aof = (rules: object) => normal(rules, { applyOnForward: true });
/** A pre-DNAT policy with these ingress rules. */
export const preDnat = (...ingress: object[]) =>
  gnp("pre-dnat", { ...ON_HEPS, order: 3, preDNAT: true, applyOnForward: true, ingress });
/** An untracked policy with these rules. */
export const untracked = (rules: object, name = "untracked") =>
  gnp(name, { ...ON_HEPS, types: BOTH, order: 1, doNotTrack: true, applyOnForward: true, ...rules });
/** Rules that decide every packet, either way. */
export const DENY_ALL = { ingress: [deny()], egress: [deny()] };
export const ALLOW_ALL = { ingress: [allow()], egress: [allow()] };
/** Rules for the packets of a flow to port 80, and for its replies. */
export const FORWARD_RULE = allow(tcpTo(80));
export const REPLY_RULE = allow(tcpFrom(80));
/** A forwarded flow that leaves through the interface by which it came. */
export const HAIRPIN: Flow = { ...THROUGH, to: { interface: "eth0" }, dstIP: "10.0.0.3" };

type Case = readonly [what: string, policies: readonly Resource[], flow: Flow, expected: string];

/** A test for each case: the expected verdict on the packet, and on its reply where the packet is allowed. */
export function check(cases: readonly Case[], endpoints: readonly Resource[] = [...HEPS, ...WORKLOADS]): void {
  test.each(cases.map((each) => [...each] as const))("%s", (_what, policies, flow, expected) => {
    expect(answer(run([...endpoints, ...policies], flow))).toBe(expected);
  });
}
