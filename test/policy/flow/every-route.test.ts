import { expect, test } from "vitest";
import type { Flow } from "../../../src/model/flow.ts";
import { DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import type { Located } from "../../../src/model/resource.ts";
import { simulateEveryRoute } from "../../../src/policy/flow/every-route.ts";
import { world } from "../../../src/policy/world/world.ts";

const located = (kind: string, name: string, spec: Record<string, unknown>, labels = {}): Located => ({
  resource: { apiVersion: "projectcalico.org/v3", kind, metadata: { name, labels }, spec },
  locate: () => undefined,
});

const HEP = located("HostEndpoint", "n1-eth0", { node: "n1", interfaceName: "eth0" });
const policy = (spec: Record<string, unknown>) =>
  located("GlobalNetworkPolicy", "p", { selector: "all()", types: ["Ingress"], ...spec });
const BEFORE = { preDNAT: true, applyOnForward: true };

const FLOW: Flow = {
  from: { interface: "eth0" },
  protocol: "TCP",
  srcIP: "198.51.100.7",
  dstIP: "10.0.0.77",
  srcPort: 40000,
  dstPort: 8443,
};

/** A packet whose destination may be the node itself or be forwarded: its assumptions. */
test.each([
  [
    "pre-DNAT denies it either way",
    [HEP, policy({ ...BEFORE, ingress: [{ action: "Deny" }] })],
    "deny",
    "makes no difference here",
  ],
  [
    "pre-DNAT allows it either way",
    [HEP, policy({ ...BEFORE, ingress: [{ action: "Allow" }] })],
    "allow",
    "makes no difference here",
  ],
  [
    "denied to a process by default, forwarded without policy",
    [HEP],
    undefined,
    "it matters (to a local process: deny; out through eth0: allow)",
  ],
  ["no host endpoint at all", [located("Node", "n1", {})], "allow", "makes no difference here"],
] as const)("%s", (_, resources, verdict, wording) => {
  const { outcome, flow } = simulateEveryRoute(
    world(resources, { calico: DEFAULT_CALICO }).world,
    { node: "n1" },
    FLOW,
  );
  if (verdict === undefined) expect(outcome.decidedBy.kind).toBe("not-evaluated");
  else expect([outcome.verdict, outcome.decidedBy.kind]).toEqual([verdict, expect.not.stringMatching("not-evaluated")]);
  expect(flow.to).toBeUndefined();
  const words = [...outcome.assumptions, ...outcome.diagnostics.map(({ message }) => message)].join("\n");
  expect(words).toContain(wording);
});

test("what is certain is not doubted", () => {
  const { world: compiled } = world([HEP], { calico: DEFAULT_CALICO });
  const { flow, outcome } = simulateEveryRoute(compiled, { node: "n1", interfaces: { eth0: ["10.0.0.77"] } }, FLOW);
  expect([flow.to, outcome.verdict, outcome.assumptions]).toEqual([{ process: true }, "deny", []]);
});

test("the faults of a flow are reported as they are", () => {
  const { world: compiled } = world([HEP], { calico: DEFAULT_CALICO });
  const { outcome } = simulateEveryRoute(compiled, { node: "n1" }, { ...FLOW, dstIP: "x" });
  expect(outcome.diagnostics.map(({ code }) => code)).toEqual(["flow.address"]);
});
