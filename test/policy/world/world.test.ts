import { describe, expect, test } from "vitest";
import { calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { world } from "../../../src/policy/world/world.ts";
import {
  allow,
  compiled,
  deny,
  felix,
  gnp,
  hep,
  IN_TO_PROCESS,
  node,
  np,
  profile,
  run,
  tcpTo,
  unlocated,
  wep,
} from "../support.ts";

/** The codes and paths of what is found. */
function check(resources: readonly Resource[], version: "v3.7" | "v3.32" = "v3.7"): string[] {
  return compiled(resources, version).diagnostics.map(({ code, path }) => `${code} ${path}`);
}

describe("a resource that Felix refuses is missing, and a diagnostic reports it", () => {
  const rule = (fields: object) => [gnp("p", { ingress: [{ action: "Allow", ...fields }] })];
  const cases: [string, Resource[], string[]][] = [
    ["a good one", [gnp("p", { ingress: [allow(tcpTo(80))] })], []],
    ["bad selector", [gnp("p", { selector: "a ==" })], ["world.missing spec.selector"]],
    ["selector that is not a string", [gnp("p", { selector: 5 })], ["world.missing spec.selector"]],
    [
      "bad rule selector",
      rule({ source: { notSelector: "has(" } }),
      ["world.missing spec.ingress[0].source.notSelector"],
    ],
    [
      "global() in v3.7",
      rule({ source: { namespaceSelector: "global()" } }),
      ["world.missing spec.ingress[0].source.namespaceSelector"],
    ],
    ["unknown action", rule({ action: "allow" }), ["world.missing spec.ingress[0].action"]],
    ["unknown protocol", rule({ protocol: "tcp" }), ["world.missing spec.ingress[0].protocol"]],
    ["bad net", rule({ source: { nets: ["10.0.0.0/33"] } }), ["world.missing spec.ingress[0].source.nets[0]"]],
    [
      "bad port",
      rule({ protocol: "TCP", source: { ports: ["90:80"] } }),
      ["world.missing spec.ingress[0].source.ports[0]"],
    ],
    ["ports without a protocol", rule({ source: { ports: [80] } }), ["world.missing spec.ingress[0]"]],
    ["ports on SCTP in v3.7", rule({ protocol: "SCTP", source: { ports: [80] } }), ["world.missing spec.ingress[0]"]],
    ["ICMP type out of range", rule({ icmp: { type: 256 } }), ["world.missing spec.ingress[0].icmp.type"]],
    ["rules that are not a list", [gnp("p", { ingress: {} })], ["world.missing spec.ingress"]],
    ["a rule that is not an object", [gnp("p", { ingress: ["x"] })], ["world.missing spec.ingress[0]"]],
    ["unknown type", [gnp("p", { types: ["ingress"] })], ["world.missing spec.types[0]"]],
    ["an order that is not a number", [gnp("p", { order: "1" })], ["world.missing spec.order"]],
    ["HEP without interface and addresses", [hep("a", { interfaceName: "" })], ["world.missing spec"]],
    ["HEP without node", [hep("a", { node: "" })], ["world.missing spec"]],
    ["HEP with a bad address", [hep("a", { expectedIPs: ["x"] })], ["world.entry spec.expectedIPs[0]"]],
    [
      "HEP with a bad port",
      [hep("a", { ports: [{ name: "x", port: 0, protocol: "TCP" }] })],
      ["world.missing spec.ports[0].port"],
    ],
    ["WEP without interface", [wep("w1", "10.0.0.1/32", { interfaceName: "" })], ["world.missing spec"]],
    ["profile with a bad label", [profile("p", { labelsToApply: { a: 1 } })], ["world.missing spec.labelsToApply.a"]],
    [
      "a bad setting is not used",
      [felix({ defaultEndpointToHostAction: "Deny" })],
      ["world.setting spec.defaultEndpointToHostAction"],
    ],
    [
      "a bad failsafe list is not used",
      [felix({ failsafeInboundHostPorts: [{ port: "x" }] })],
      ["world.setting spec.failsafeInboundHostPorts[0].port", "world.setting spec.failsafeInboundHostPorts[0]"],
    ],
    ["null fields are absent ones", [gnp("p", { selector: null, ingress: null, types: null, order: null })], []],
  ];
  test.each(cases)("%s", (_what, resources, expected) => expect(check(resources)).toEqual(expected));

  test("the verdict is the one without it", () => {
    const broken = gnp("p", { ingress: [allow(), { action: "?" }] });
    expect(run([hep("a"), broken], IN_TO_PROCESS).verdict).toBe("deny");
    expect(run([hep("a", { profiles: 5 })], IN_TO_PROCESS).verdict).toBe("allow");
  });
  test("a resource without a name", () => {
    const nameless = { apiVersion: "x", kind: "HostEndpoint", metadata: {} } as unknown;
    const built = world([unlocated(nameless as Resource)], { calico: DEFAULT_CALICO });
    expect(built.diagnostics).toEqual([expect.objectContaining({ code: "world.missing" })]);
  });
});

describe("what a version ignores", () => {
  const cases: [string, Resource[], "v3.7" | "v3.32", string[]][] = [
    [
      "http",
      [gnp("p", { ingress: [allow({ http: { methods: ["GET"] } })] })],
      "v3.7",
      ["world.ignored spec.ingress[0].http"],
    ],
    [
      "protocol with notProtocol",
      [gnp("p", { ingress: [allow({ protocol: "TCP", notProtocol: "UDP" })] })],
      "v3.7",
      ["felix.unrunnable spec.ingress[0].notProtocol"],
    ],
    [
      "notICMP without ICMP",
      [gnp("p", { egress: [allow({ notICMP: { type: 8 } }), allow({ protocol: "TCP", notICMP: { type: 8 } })] })],
      "v3.7",
      ["felix.unrunnable spec.egress[0].notICMP", "felix.unrunnable spec.egress[1].notICMP"],
    ],
    ["notICMP with ICMP", [gnp("p", { egress: [allow({ protocol: 1, notICMP: { type: 8 } })] })], "v3.7", []],
    [
      "SCTP as a failsafe port",
      [felix({ failsafeInboundHostPorts: [{ protocol: "SCTP", port: 22 }] })],
      "v3.32",
      ["felix.unrunnable spec.failsafeInboundHostPorts[0].protocol"],
    ],
    [
      "Reject in v3.32",
      [felix({ iptablesFilterDenyAction: "Reject" })],
      "v3.32",
      ["felix.unrunnable spec.iptablesFilterDenyAction"],
    ],
    ["Reject in v3.7", [felix({ iptablesFilterDenyAction: "Reject" })], "v3.7", []],
    [
      "all() beside a namespaceSelector",
      [gnp("p", { selector: "all()", namespaceSelector: "has(a)" })],
      "v3.32",
      ["world.ignored spec.selector"],
    ],
    [
      "a policy's namespaceSelector in v3.7",
      [gnp("p", { namespaceSelector: "has(a)" })],
      "v3.7",
      ["world.ignored spec.namespaceSelector"],
    ],
    ["which v3.32 knows", [gnp("p", { namespaceSelector: "has(a)" })], "v3.32", []],
    ["a tier that is not there", [gnp("p", { tier: "security" })], "v3.32", ["world.missing spec.tier"]],
    ["a * host endpoint in v3.7", [hep("a", { interfaceName: "*" })], "v3.7", ["world.ignored spec.interfaceName"]],
    ["which is whole in v3.32", [hep("a", { interfaceName: "*" })], "v3.32", []],
    [
      "services",
      [gnp("p", { egress: [allow({ destination: { services: { name: "x" } } })] })],
      "v3.7",
      ["world.ignored spec.egress[0].destination.services"],
    ],
    ["settings not computed", [felix({ bpfEnabled: true })], "v3.32", ["world.ignored spec.bpfEnabled"]],
  ];
  test.each(cases)("%s", (_what, resources, version, expected) => expect(check(resources, version)).toEqual(expected));
});

describe("the World", () => {
  test("is frozen and indexed", () => {
    const { world: built } = compiled([hep("b"), hep("a"), hep("c", { node: "node2" }), node("node1"), gnp("p", {})]);
    expect(Object.isFrozen(built)).toBe(true);
    expect(built.hostEndpoints.get("node1")?.map(({ name }) => name)).toEqual(["a", "b"]);
    expect([...built.nodes.keys()]).toEqual(["node1"]);
  });
  test("has policies in evaluation order", () => {
    const list = [gnp("z", { order: 1 }), gnp("b", {}), np("a", "ns", {}), gnp("a", {}), gnp("y", { order: 0.5 })];
    const order = (version: "v3.7" | "v3.32") =>
      compiled(list, version).world.policies.map(({ ref }) => `${ref.namespace ?? ""}/${ref.name}`);
    expect(order("v3.7")).toEqual(["/y", "/z", "/a", "/b", "ns/a"]);
    expect(order("v3.32")).toEqual(["/y", "/z", "/a", "ns/a", "/b"]);
  });
  test("keeps the last of two resources of one name", () => {
    const { world: built } = compiled([gnp("p", { order: 1 }), gnp("p", { order: 2 })]);
    expect(built.policies.map(({ order }) => order)).toEqual([2]);
  });
  test("inherits labels: own first, then an earlier profile's", () => {
    const { world: built } = compiled([
      wep("w1", "10.1.0.1/32", { profiles: ["p1", "p2"] }, { own: "1" }),
      profile("p1", { labelsToApply: { own: "2", first: "1" } }),
      profile("p2", { labelsToApply: { first: "2", second: "2" } }),
    ]);
    expect(Object.fromEntries(built.members[0]?.labels ?? [])).toEqual({
      own: "1",
      first: "1",
      second: "2",
      "projectcalico.org/namespace": "default",
      "projectcalico.org/orchestrator": "k8s",
    });
  });
  test("names the place of a problem that came from a file", () => {
    const span = { source: "f.yaml", start: { line: 3, column: 5 }, end: { line: 3, column: 9 } };
    const located = { resource: gnp("p", { selector: "(" }), source: "f.yaml", locate: () => span };
    expect(world([located], { calico: DEFAULT_CALICO }).diagnostics[0]).toMatchObject({
      span,
      resource: "GlobalNetworkPolicy p",
    });
  });
});

describe("selectors of rules over namespaces and service accounts", () => {
  const calico = calicoVersionRules("v3.32");
  const kns = profile("kns.default", { labelsToApply: { "pcns.team": "blue" } });
  const ksa = profile("ksa.default.robot", { labelsToApply: { "pcsa.trusted": "yes" } });
  const source = wep(
    "w1",
    "10.0.0.2/32",
    { profiles: ["kns.default", "ksa.default.robot"] },
    { app: "x", "projectcalico.org/serviceaccount": "robot" },
  );
  const cases: [string, object, "allow" | "deny"][] = [
    ["namespaceSelector", { namespaceSelector: "team == 'blue'" }, "allow"],
    ["of another namespace", { namespaceSelector: "team == 'red'" }, "deny"],
    ["all() is in a namespace", { namespaceSelector: "all()" }, "allow"],
    ["with a selector", { namespaceSelector: "has(team)", selector: "app == 'y'" }, "deny"],
    ["service account by name", { serviceAccounts: { names: ["robot", "other"] } }, "allow"],
    ["another name", { serviceAccounts: { names: ["other"] } }, "deny"],
    ["service account by its labels", { serviceAccounts: { selector: "trusted == 'yes'" } }, "allow"],
    ["both must hold", { serviceAccounts: { names: ["robot"], selector: "trusted == 'no'" } }, "deny"],
    ["no condition", { serviceAccounts: {} }, "allow"],
  ];
  test.each(cases)("%s", (_what, side, expected) => {
    const policy = gnp("p", { selector: "has(host-endpoint)", ingress: [allow({ source: side }), deny()] });
    for (const version of ["v3.7", "v3.32"] as const) {
      expect(run([hep("a"), kns, ksa, source, policy], IN_TO_PROCESS, { version }).verdict).toBe(expected);
    }
  });
  test("global() in v3.32 means in no namespace", () => {
    const policy = gnp("p", { ingress: [allow({ source: { namespaceSelector: "global()" } })] });
    const peer = hep("peer", { node: "node2", expectedIPs: ["10.0.0.2"] });
    expect(calico?.globalSelector).toBe(true);
    expect(run([hep("a"), peer, policy], IN_TO_PROCESS, { version: "v3.32" }).verdict).toBe("allow");
    expect(run([hep("a"), source, policy], IN_TO_PROCESS, { version: "v3.32" }).verdict).toBe("deny");
  });
  test("a NetworkPolicy's selector sees its own namespace only", () => {
    const target = wep("w1", "10.0.0.1/32");
    const peer = hep("peer", { node: "node2", expectedIPs: ["10.0.0.2"] }, { role: "x" });
    const flow = { ...IN_TO_PROCESS, to: { workload: "w1" } };
    const rules = (side: object) => np("p", "default", { ingress: [allow({ source: side })] });
    expect(run([target, peer, rules({ selector: "role == 'x'" })], flow).verdict).toBe("deny");
    expect(run([target, peer, rules({ namespaceSelector: "!has(team)", selector: "role == 'x'" })], flow).verdict).toBe(
      "allow",
    );
    expect(run([target, rules({ notSelector: "has(gone)" })], flow).verdict).toBe("deny");
    expect(run([target, rules({})], flow).verdict).toBe("allow");
  });
});
