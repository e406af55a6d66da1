import { describe, expect, test } from "vitest";
import type { Flow } from "../../../src/model/flow.ts";
import type { CalicoVersion } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import {
  allow,
  gnp,
  hep,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  np,
  OUT_OF_PROCESS,
  OUT_OF_WORKLOAD,
  profile,
  run,
  THROUGH,
  wep,
} from "../support.ts";

const via = { from: { interface: "eth9" } };
/** Packets that ask the policies of one place each. */
const PLACES: Readonly<Record<string, Flow>> = {
  host: IN_TO_PROCESS,
  "host-out": OUT_OF_PROCESS,
  through: THROUGH,
  "through-out": { ...THROUGH, from: { interface: "eth1" }, to: { interface: "eth0" } },
  web: { ...IN_TO_WORKLOAD, ...via, to: { workload: "web" } },
  "web-out": { ...OUT_OF_WORKLOAD, from: { workload: "web" }, to: { interface: "eth9" } },
  db: { ...IN_TO_WORKLOAD, ...via, to: { workload: "db" }, dstIP: "192.168.1.11" },
};

/** A host endpoint, and workloads of two namespaces with labels of their own and from profiles. */
const WORLD = [
  hep("a", {}, { role: "gateway" }),
  wep(
    "web",
    "192.168.1.10/32",
    { profiles: ["first", "kns.default", "ksa.default.sa1"], serviceAccountName: "sa1" },
    { app: "web", zone: "own" },
  ),
  {
    ...wep("db", "192.168.1.11/32", { orchestrator: "openstack", profiles: ["kns.shop"] }, { app: "db" }),
    metadata: { name: "node1-openstack-db-eth0", namespace: "shop", labels: { app: "db" } },
  },
  profile("first", { labelsToApply: { zone: "first", tint: "first" } }),
  profile("kns.default", { labelsToApply: { "pcns.team": "blue", zone: "second", tint: "second" } }),
  profile("kns.shop", { labelsToApply: { "pcns.team": "red" } }),
  profile("ksa.default.sa1", { labelsToApply: { "pcsa.tier": "front" } }),
];

/** The rules of every policy here, unless it says otherwise: everything, both ways. */
const ALL = { ingress: [allow()], egress: [allow()] };
const everywhere = (spec: object): Resource => gnp("p", { ...ALL, ...spec });
const inNamespace = (namespace: string, spec: object): Resource => np("p", namespace, { ...ALL, ...spec });

/** The places where the policy's rules are evaluated. */
function placesOf(policy: Resource, version: CalicoVersion): string {
  const applying = Object.entries(PLACES).filter(([, flow]) =>
    run([...WORLD, policy], flow, { version }).steps.some(
      (step) => step.kind === "rule-matched" && "policy" in step && step.policy.name === "p",
    ),
  );
  return applying.map(([place]) => place).join(" ");
}

/** A policy, and where it is evaluated. */
const POLICIES: readonly (readonly [what: string, policy: Resource, places: string, version?: CalicoVersion])[] = [
  ["no selector", everywhere({}), "host host-out web web-out db"],
  ["an empty selector", everywhere({ selector: "" }), "host host-out web web-out db"],
  ["blanks", everywhere({ selector: " " }), "host host-out web web-out db"],
  ["all()", everywhere({ selector: "all()" }), "host host-out web web-out db"],
  ["no endpoint", everywhere({ selector: "!all()" }), ""],
  ["a label of its own", everywhere({ selector: "role == 'gateway'" }), "host host-out"],
  ["a label of a workload", everywhere({ selector: "app == 'web'" }), "web web-out"],
  ["any workload", everywhere({ selector: "has(projectcalico.org/namespace)" }), "web web-out db"],
  ["the namespace label", everywhere({ selector: "projectcalico.org/namespace == 'shop'" }), "db"],
  ["the orchestrator label", everywhere({ selector: "projectcalico.org/orchestrator == 'openstack'" }), "db"],
  ["k8s", everywhere({ selector: "projectcalico.org/orchestrator == 'k8s'" }), "web web-out"],
  ["the service account label", everywhere({ selector: "projectcalico.org/serviceaccount == 'sa1'" }), "web web-out"],
  ["a label that a profile gives", everywhere({ selector: "pcns.team == 'red'" }), "db"],
  ["its own label, not the profile's", everywhere({ selector: "zone == 'own'" }), "web web-out"],
  ["not the profile's label where it has its own", everywhere({ selector: "zone == 'first'" }), ""],
  ["the label of the first profile that has it", everywhere({ selector: "tint == 'first'" }), "web web-out"],
  ["not that of the second", everywhere({ selector: "tint == 'second'" }), ""],
  ["applyOnForward", everywhere({ applyOnForward: true }), "host host-out through through-out web web-out db"],
  [
    "applyOnForward of the host endpoint",
    everywhere({ applyOnForward: true, selector: "has(role)" }),
    "host host-out through through-out",
  ],
  ["applyOnForward false", everywhere({ applyOnForward: false, selector: "has(role)" }), "host host-out"],
  ["preDNAT", everywhere({ preDNAT: true, applyOnForward: true }), "host through"],
  ["preDNAT without applyOnForward", everywhere({ preDNAT: true }), "host through"],
  ["doNotTrack", everywhere({ doNotTrack: true, applyOnForward: true }), "host host-out through"],
  ["doNotTrack without applyOnForward", everywhere({ doNotTrack: true }), "host host-out through"],
  ["types Ingress", everywhere({ types: ["Ingress"] }), "host web db"],
  ["types Egress", everywhere({ types: ["Egress"] }), "host-out web-out"],
  ["types Ingress, applyOnForward", everywhere({ types: ["Ingress"], applyOnForward: true }), "host through web db"],
  [
    "types Egress, applyOnForward",
    everywhere({ types: ["Egress"], applyOnForward: true }),
    "host-out through-out web-out",
  ],
  ["no types, both lists", everywhere({ types: [] }), "host host-out web web-out db"],
  ["no types, ingress rules only", everywhere({ egress: [] }), "host web db"],
  ["no types, egress rules only", everywhere({ ingress: [] }), "host-out web-out"],
  ["no rules", everywhere({ ingress: [], egress: [] }), ""],
  ["preDNAT with egress rules", everywhere({ egress: [], preDNAT: true, applyOnForward: true }), "host through"],
  [
    "all() beside namespaces",
    everywhere({ selector: "all()", namespaceSelector: "has(team)" }),
    "web web-out db",
    "v3.32",
  ],
  ["which it narrows", everywhere({ selector: "all()", namespaceSelector: "!has(no)" }), "web web-out db", "v3.32"],
  ["negated", everywhere({ selector: "!all()", namespaceSelector: "!has(no)" }), "host host-out", "v3.32"],
  [
    "with a blank",
    everywhere({ selector: "all( )", namespaceSelector: "!has(no)" }),
    "host host-out web web-out db",
    "v3.32",
  ],
  ["in a part", everywhere({ selector: "has(no) || all()", namespaceSelector: "!has(no)" }), "web web-out db", "v3.32"],
  [
    "no all() at all",
    everywhere({ selector: "!has(no)", namespaceSelector: "!has(no)" }),
    "host host-out web web-out db",
    "v3.32",
  ],
  ["any service account", everywhere({ serviceAccountSelector: "all()" }), "web web-out", "v3.32"],
  [
    "all() beside accounts",
    everywhere({ selector: "all()", serviceAccountSelector: "!has(no)" }),
    "web web-out",
    "v3.32",
  ],
  [
    "a NetworkPolicy with accounts",
    np("p", "shop", { ...ALL, selector: "all()", serviceAccountSelector: "all()" }),
    "db",
    "v3.32",
  ],
  ["a NetworkPolicy", inNamespace("default", {}), "web web-out"],
  ["of another namespace", inNamespace("shop", {}), "db"],
  ["of a namespace without endpoints", inNamespace("empty", {}), ""],
  ["with a selector", inNamespace("default", { selector: "app == 'web'" }), "web web-out"],
  ["with a selector of another namespace's", inNamespace("default", { selector: "app == 'db'" }), ""],
  [
    "namespaceSelector, which v3.7 does not know",
    everywhere({ namespaceSelector: "team == 'red'" }),
    "host host-out web web-out db",
  ],
  ["namespaceSelector, v3.32", everywhere({ namespaceSelector: "team == 'red'" }), "db", "v3.32"],
  ["namespaceSelector all(), v3.32", everywhere({ namespaceSelector: "all()" }), "web web-out db", "v3.32"],
  [
    "namespaceSelector and selector, v3.32",
    everywhere({ namespaceSelector: "all()", selector: "app == 'db'" }),
    "db",
    "v3.32",
  ],
  [
    "serviceAccountSelector, which v3.7 does not know",
    everywhere({ serviceAccountSelector: "tier == 'front'" }),
    "host host-out web web-out db",
  ],
  ["serviceAccountSelector, v3.32", everywhere({ serviceAccountSelector: "tier == 'front'" }), "web web-out", "v3.32"],
  [
    "serviceAccountSelector of a NetworkPolicy, v3.32",
    inNamespace("default", { serviceAccountSelector: "has(tier)" }),
    "web web-out",
    "v3.32",
  ],
  [
    "of a NetworkPolicy of another namespace, v3.32",
    inNamespace("shop", { serviceAccountSelector: "has(tier)" }),
    "",
    "v3.32",
  ],
];

describe("where a policy is evaluated", () => {
  test.each(POLICIES.map((each) => [...each] as const))("%s", (_what, policy, places, version = "v3.7") => {
    expect(placesOf(policy, version)).toBe(places);
  });
});

/** NetworkSets have the labels of their namespace, which rules of v3.32 see. */
describe("which sets a rule's namespaceSelector sees", () => {
  const set = (name: string, namespace: string | undefined, net: string): Resource => ({
    apiVersion: "projectcalico.org/v3",
    kind: namespace === undefined ? "GlobalNetworkSet" : "NetworkSet",
    metadata: { name, ...(namespace === undefined ? {} : { namespace }), labels: { set: name } },
    spec: { nets: [net] },
  });
  const SETS = [
    set("red", "shop", "10.1.0.0/16"),
    set("blue", "default", "10.2.0.0/16"),
    set("none", undefined, "10.3.0.0/16"),
  ];
  const sources = { red: "10.1.0.1", blue: "10.2.0.1", none: "10.3.0.1" };
  test.each<[selectors: object, version: CalicoVersion, matching: string]>([
    [{ selector: "has(set)" }, "v3.7", "red blue none"],
    [{ selector: "projectcalico.org/namespace == 'shop'" }, "v3.7", "red"],
    [{ selector: "!has(projectcalico.org/namespace)" }, "v3.7", "none"],
    [{ namespaceSelector: "all()" }, "v3.7", "red blue"],
    [{ namespaceSelector: "team == 'red'" }, "v3.7", ""],
    [{ namespaceSelector: "team == 'red'" }, "v3.32", "red"],
    [{ namespaceSelector: "has(team)" }, "v3.32", "red blue"],
    [{ namespaceSelector: "has(team)", notSelector: "set == 'red'" }, "v3.32", "blue"],
    [{ namespaceSelector: "global()" }, "v3.32", "none"],
    [{ namespaceSelector: "!has(team)" }, "v3.32", "none"],
  ])("%j of %s", (source, version, matching) => {
    const policy = gnp("p", { selector: "has(role)", ingress: [allow({ source })] });
    const applying = Object.entries(sources).filter(
      ([, srcIP]) => run([...WORLD, ...SETS, policy], { ...IN_TO_PROCESS, srcIP }, { version }).verdict === "allow",
    );
    expect(applying.map(([name]) => name).join(" ")).toBe(matching);
  });
});

describe("policies of one name and order", () => {
  const rule = (action: string) => ({ order: 1, ingress: [{ action }] });
  test.each<[first: string, second: string, version: CalicoVersion, decides: string]>([
    ["default/b", "shop/a", "v3.7", "default/b"],
    ["default/same", "shop/same", "v3.32", "default/same"],
    ["default/b", "default/a", "v3.7", "default/a"],
    ["b", "a", "v3.7", "a"],
    ["a", "default/a", "v3.32", "a"],
    ["b", "default/a", "v3.32", "default/a"],
  ])("of %s and %s, in %s %s is evaluated first", (first, second, version, decides) => {
    const made = [first, second].map((text) => {
      const [name = "", namespace] = text.split("/").reverse();
      return namespace === undefined ? gnp(name, rule("Allow")) : np(name, namespace, rule("Allow"));
    });
    const flow = PLACES.web ?? IN_TO_PROCESS;
    const { decidedBy } = run([...WORLD, ...made], flow, { version });
    const policy = "policy" in decidedBy ? decidedBy.policy : undefined;
    expect([policy?.namespace, policy?.name].filter((part) => part !== undefined).join("/")).toBe(decides);
  });
});
