import fc from "fast-check";
import { PASS } from "../../policy/cast.ts";
import {
  allow,
  deny,
  FACTS,
  felix,
  gnp,
  hep,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  netset,
  OUT_OF_PROCESS,
  profile,
  THROUGH,
  tcpTo,
  wep,
} from "../../policy/support.ts";
import type { MadeWorld } from "../worlds.ts";

const fields = fc.constantFrom(
  {},
  tcpTo(80),
  tcpTo(443, 22),
  { source: { nets: ["10.0.0.2/32", "172.16.0.0/12"] } },
  { source: { notNets: ["10.0.0.2/32"] }, ...tcpTo(443) },
  { source: { selector: "role == 'admin'" } },
  { protocol: "UDP" },
);
const rule = fc
  .tuple(
    fc.constantFrom(allow, deny, () => PASS),
    fields,
  )
  .map(([make, of]) => ({ ...of, ...make(of) }));
const rules = fc.array(rule, { maxLength: 3 });
const policy = fc
  .record({
    selector: fc.constantFrom("all()", "iface == 'a'", "role == 'web' && has(iface)", "app == 'w1'"),
    flags: fc.constantFrom(
      {},
      { applyOnForward: true },
      { applyOnForward: true, preDNAT: true },
      { applyOnForward: true, doNotTrack: true },
    ),
    order: fc.constantFrom({}, { order: 1 }, { order: 2 }),
    ingress: rules,
    egress: rules,
  })
  .map(({ flags, order, ingress, egress, selector }) =>
    "preDNAT" in flags
      ? { selector, ...flags, ...order, ingress, types: ["Ingress"] }
      : { selector, ...flags, ...order, ingress, egress, types: ["Ingress", "Egress"] },
  );

/** A node with two policed interfaces and a workload, a few policies, and the usual flows. */
export const policedNodes: fc.Arbitrary<MadeWorld> = fc
  .record({
    policies: fc.array(policy, { maxLength: 4 }),
    failsafe: fc.boolean(),
    profiles: fc.constantFrom([], ["open"], ["gone"]),
  })
  .map(({ policies, failsafe, profiles }) => ({
    version: "v3.7",
    facts: FACTS,
    flows: [IN_TO_PROCESS, OUT_OF_PROCESS, THROUGH, IN_TO_WORKLOAD],
    resources: [
      hep("a", { profiles }, { iface: "a" }),
      hep("b", { interfaceName: "eth1" }, { iface: "b" }),
      wep("w1", "192.168.1.10/32"),
      netset("admins", ["172.16.0.0/12", "10.0.0.9/32"], { role: "admin" }),
      profile("open", { ingress: [allow()], egress: [allow()] }),
      ...(failsafe ? [felix({ failsafeInboundHostPorts: [{ protocol: "TCP", port: 80 }] })] : []),
      ...policies.map((spec, at) => gnp(`p${at}`, spec)),
    ],
  }));
