import fc from "fast-check";
import { expect, test } from "vitest";
import { changedResource, editedResources, smallerEdits } from "../../../src/analysis/edits/resource-edit.ts";
import { isValid } from "../../../src/cli/scenario/repair/repair-flow.ts";
import type { Verdict } from "../../../src/policy/outcome.ts";
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
  unlocated,
  wep,
} from "../../policy/support.ts";
import { type MadeWorld, madeWorlds } from "../../support/worlds.ts";
import { flips, repairsOf, rulesOf, type Setting } from "./repair-setting.ts";

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
const settings: fc.Arbitrary<MadeWorld> = fc
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

test("every repair flips the flow on a World made from nothing, is valid, and none of its changes can be left out", () => {
  let repaired = 0;
  fc.assert(
    fc.property(
      fc.oneof(settings, madeWorlds(6)),
      fc.constantFrom<Verdict>("allow", "deny"),
      ({ version, resources, facts, flows }, wanted) => {
        const calico = rulesOf(version);
        const valid = resources.filter((resource) => isValid(unlocated(resource), calico));
        for (const flow of flows) {
          const setting: Setting = { resources: valid, flow, wanted, version, facts };
          for (const repair of repairsOf(setting).repairs) {
            repaired++;
            expect(flips(setting, repair.resources), repair.text).toBe(true);
            for (const edit of repair.edits) {
              if (edit.kind === "create") expect(isValid(unlocated(edit.resource), calico), repair.text).toBe(true);
              if (edit.kind === "change")
                expect(isValid(unlocated(changedResource(edit.of.resource, edit.changes)), calico), repair.text).toBe(
                  true,
                );
            }
            for (const edits of smallerEdits(repair.edits)) {
              const less = edits.reduce(editedResources, valid.map(unlocated));
              const isRefused = less.some((located) => !isValid(located, calico));
              expect(!isRefused && flips(setting, less), `${repair.text} needs all of its changes`).toBe(false);
            }
          }
        }
      },
    ),
    { numRuns: 120, seed: 13 },
  );
  expect(repaired).toBeGreaterThan(100);
});
