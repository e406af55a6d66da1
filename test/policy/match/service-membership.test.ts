import { expect, test } from "vitest";
import { serviceMembers } from "../../../src/kubernetes/services/service-members.ts";
import type { Flow } from "../../../src/model/flow.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import { parseAddress } from "../../../src/model/net/address.ts";
import { assumedMembership, isAssumedMember, otherMemberships } from "../../../src/policy/match/service-membership.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { world } from "../../../src/policy/world/world.ts";
import { stepText } from "../../../src/report/outcomes/step-text.ts";
import { difference } from "../../support/differential.ts";
import {
  allow,
  answer,
  compiled,
  deny,
  differs,
  FACTS,
  gnp,
  hep,
  IN_TO_PROCESS,
  np,
  OUT_OF_PROCESS,
  OUT_OF_WORKLOAD,
  run,
  tcpTo,
  unlocated,
  wep,
  withoutPorts,
} from "../support.ts";

const WEB = { destination: { services: { name: "web", namespace: "prod" } } };
const DNS = { destination: { services: { name: "dns", namespace: "kube-system" } } };
const FROM_WEB = { source: { services: { name: "web", namespace: "prod" } } };
const HEP = hep("h");

/** Egress policies of a host endpoint in v3.32: a service has no addresses; `depends` where the verdict is another if it has. */
test.each<[what: string, egress: object[], answer: string, depends?: "depends"]>([
  ["allow a service, else the default deny", [allow(WEB)], "deny", "depends"],
  ["deny a service, else allow", [deny(WEB), allow()], "allow/allow", "depends"],
  ["log a service, then allow", [{ action: "Log", ...WEB }, allow()], "allow/allow"],
  ["a rule before it decides", [allow(tcpTo(80)), deny(WEB)], "allow/allow"],
  ["allow either way", [allow(WEB), allow()], "allow/allow"],
  ["deny either way", [deny(WEB), deny()], "deny"],
  ["another criterion fails", [allow({ ...WEB, protocol: "UDP" }), deny()], "deny"],
  ["all yes and all no agree, a mixture does not", [deny(WEB), allow(DNS)], "deny", "depends"],
  ["the same question has one answer", [deny(WEB), allow(WEB), deny()], "deny"],
])("%s", (_, egress, expected, depends) => {
  const resources = [HEP, gnp("p", { types: ["Egress"], egress })];
  const outcome = run(resources, OUT_OF_PROCESS, { version: "v3.32" });
  expect(answer(outcome)).toBe(expected);
  expect(outcome.diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
    depends ? ["warning flow.services"] : [],
  );
  expect(differs(resources, OUT_OF_PROCESS, "v3.32")).toBeUndefined();
});

const member = (protocol: string, address: string, port: number) => ({
  apiVersion: "discovery.k8s.io/v1",
  kind: "EndpointSlice",
  metadata: { namespace: "prod", labels: { "kubernetes.io/service-name": "web" } },
  endpoints: [{ addresses: [address] }],
  ports: [{ protocol, port }],
});

/** What host endpoint policy does with a packet where prod/web has one member; no warning, by the walk and by the tables. */
test.each<[what: string, spec: object, flow: Flow, of: [string, string, number], answer: string]>([
  ["egress to a member", { egress: [allow(WEB)] }, OUT_OF_PROCESS, ["TCP", "10.0.0.2", 80], "allow/allow"],
  ["egress to another address", { egress: [allow(WEB)] }, OUT_OF_PROCESS, ["TCP", "10.0.0.3", 80], "deny"],
  ["egress to another port", { egress: [allow(WEB)] }, OUT_OF_PROCESS, ["TCP", "10.0.0.2", 81], "deny"],
  ["egress with another protocol", { egress: [allow(WEB)] }, OUT_OF_PROCESS, ["UDP", "10.0.0.2", 80], "deny"],
  ["deny a member", { egress: [deny(WEB), allow()] }, OUT_OF_PROCESS, ["TCP", "10.0.0.2", 80], "deny"],
  [
    "ICMP is of no port",
    { egress: [allow(WEB)] },
    { ...withoutPorts(OUT_OF_PROCESS), protocol: "ICMP", icmpType: 8, icmpCode: 0 },
    ["TCP", "10.0.0.2", 80],
    "deny",
  ],
  ["a service without members", { egress: [allow(DNS)] }, OUT_OF_PROCESS, ["TCP", "10.0.0.2", 80], "deny"],
  [
    "ingress from a member, whatever port",
    { ingress: [allow(FROM_WEB)] },
    IN_TO_PROCESS,
    ["UDP", "10.0.0.2", 9],
    "allow/allow",
  ],
  ["ingress from another", { ingress: [allow(FROM_WEB)] }, IN_TO_PROCESS, ["TCP", "10.0.0.3", 80], "deny"],
  [
    "ingress from a member to a port",
    { ingress: [allow({ ...FROM_WEB, ...tcpTo(81) })] },
    IN_TO_PROCESS,
    ["TCP", "10.0.0.2", 80],
    "deny",
  ],
])("%s", (_, spec, flow, of, expected) => {
  const resources = [
    HEP,
    gnp("p", { types: Object.keys(spec).map((name) => (name === "egress" ? "Egress" : "Ingress")), ...spec }),
  ];
  const services = serviceMembers([member(...of)]) ?? expect.unreachable();
  const calico = calicoVersionRules("v3.32") ?? expect.unreachable();
  const made = world(resources.map(unlocated), { calico, services }).world;
  const outcome = simulate(made, FACTS, flow);
  expect(answer(outcome)).toBe(expected);
  expect(outcome.diagnostics).toEqual([]);
  expect(difference({ version: "v3.32", resources, services, facts: FACTS, flows: [flow] })).toBeUndefined();
});

test("says which addresses it would have to know", () => {
  const egress = [deny(WEB), allow(DNS)];
  const { diagnostics } = run([HEP, gnp("p", { types: ["Egress"], egress })], OUT_OF_PROCESS, { version: "v3.32" });
  expect(diagnostics[0]?.message).toBe(
    "policy p, egress rule 1: the rule matches nothing, as Felix reads Services only from a Kubernetes datastore; with one the verdict depends on their addresses (prod/web: 10.0.0.2 port 80; kube-system/dns: 10.0.0.2 port 80)",
  );
});

test("a NetworkPolicy's service is in its own namespace unless it says otherwise", () => {
  const egress = [allow({ destination: { services: { name: "web" } } }), allow()];
  const resources = [wep("w1", "192.168.1.10/32"), np("p", "default", { types: ["Egress"], egress })];
  const { steps, diagnostics } = run(resources, OUT_OF_WORKLOAD, { version: "v3.32" });
  expect(diagnostics).toEqual([]);
  expect(steps.map((step) => stepText(step).why)).toContain(
    "rule 1: destination 10.0.0.2 is taken not to be of service default/web, whose addresses are unknown here",
  );
});

test("v3.7 has no services, and says so", () => {
  const resources = [HEP, gnp("p", { types: ["Egress"], egress: [allow(WEB)] })];
  expect(answer(run(resources, OUT_OF_PROCESS))).toBe("allow/allow");
  expect(compiled(resources).diagnostics.map(({ message }) => message)).toEqual([
    "GlobalNetworkPolicy p: Calico v3.7 has no `services`; the rule matches without it",
  ]);
});

test("warns where more services than are tried bear on the packet", () => {
  const egress = Array.from({ length: 80 }, (_, i) => [
    allow({ destination: { services: { name: `s${i}`, namespace: "n" } } }),
  ]).flat();
  const policy = gnp("p", { types: ["Egress"], egress: [...egress, allow()] });
  const { diagnostics } = run([HEP, policy], OUT_OF_PROCESS, { version: "v3.32" });
  expect(diagnostics.map(({ code }) => code)).toEqual(["flow.services"]);
});

test("assumptions record the lookups, and lead to every other combination", () => {
  const address = parseAddress("10.0.0.1");
  if (address === undefined) throw new Error("an address");
  const first = assumedMembership(new Map([["a: 10.0.0.1 port 1", true]]));
  expect(isAssumedMember(first, "a", address, 1)).toBe(true);
  expect(isAssumedMember(first, "b", address, 1)).toBe(false);
  expect(isAssumedMember(first, "b", address)).toBe(false);
  expect(isAssumedMember(first, "b", address, 1)).toBe(false);
  const known = ["a: 10.0.0.1 port 1", true] as const;
  expect(otherMemberships(first)).toEqual([
    new Map([known, ["b: 10.0.0.1 port 1", true]]),
    new Map([known, ["b: 10.0.0.1 port 1", false], ["b: 10.0.0.1 port (none)", true]]),
  ]);
  expect(otherMemberships(assumedMembership())).toEqual([]);
});
