import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EVERY_HOST, type Lifeline } from "../../../src/analysis/lifelines/lifeline.ts";
import { type Holding, LifelineProofs } from "../../../src/analysis/lifelines/lifeline-proofs.ts";
import type { DnatRule, NodeFacts } from "../../../src/model/flow.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import type { Located, Resource } from "../../../src/model/resource.ts";
import type { World } from "../../../src/policy/world/compiled.ts";
import { world } from "../../../src/policy/world/world.ts";
import { allow, deny, gnp, hep, unlocated, worldOf } from "../../policy/support.ts";
import { sized } from "../../support/full.ts";
import { edited, resourceEdits } from "../../support/worlds/edited-resources.ts";
import { madeWorlds } from "../../support/worlds.ts";

const COMMON = { peers: [], protocol: 6, sourcePorts: [], endpoints: EVERY_HOST, replies: true };
const WEB_OUT: Lifeline = { ...COMMON, name: "web out", direction: "out", ports: [[443, 443]] };
const WEB_IN: Lifeline = { ...COMMON, name: "web in", direction: "in", ports: [[443, 443]] };
const SSH: Lifeline = { ...COMMON, name: "ssh", direction: "in", ports: [[22, 22]] };
const TUNNEL: Lifeline = { ...COMMON, name: "tunnel", direction: "in", protocol: 17, ports: [[4789, 4789]] };

const nodes = (count: number): string[] => Array.from({ length: count }, (_, at) => `n${at}`);
const service = (dst: string, toIP: string): DnatRule => ({ protocol: "TCP", dst, port: 443, toIP, toPort: 8443 });
const SERVICES = [service("10.96.0.1", "10.244.0.1"), service("10.96.0.2", "10.244.0.2")];

/** Host endpoints of nodes, each with an address and a label of its own. */
function hosts(count: number): Resource[] {
  return nodes(count).map((node, at) => {
    const made = hep(node, { node, interfaceName: "eth0", expectedIPs: [`192.168.1.${at}`] });
    return { ...made, metadata: { ...made.metadata, labels: { node } } };
  });
}

const OPEN = gnp("open", { order: 10, types: ["Ingress", "Egress"], ingress: [allow()], egress: [allow()] });
const NOTE = gnp("note", { order: 1, types: ["Ingress"], ingress: [allow({ protocol: "UDP" })] });

/** How many proofs it takes that lifelines hold after a change. */
function proofsOn(count: number, facts: (node: string) => NodeFacts): number {
  const before = worldOf([OPEN, ...hosts(count)]);
  const proofs = new LifelineProofs(before, [WEB_OUT, WEB_IN, SSH], { facts });
  expect(proofs.holds(worldOf([OPEN, NOTE, ...hosts(count)])).kind).toBe("holds");
  return proofs.proofs;
}

describe("nodes share proofs", () => {
  test.each<[string, (node: string) => NodeFacts]>([
    ["that translate nothing", (node) => ({ node })],
    ["with the same Services", (node) => ({ node, dnat: SERVICES, outputDnat: SERVICES })],
    [
      "with rules that are alike, each its own",
      (node) => ({ node, outputDnat: SERVICES.map((rule) => ({ ...rule })) }),
    ],
  ])("%s", (_, facts) => expect(proofsOn(5, facts)).toBe(proofsOn(1, facts)));

  test("of ssh, where only other packets are translated", () => {
    const translating = (node: string): NodeFacts => ({ node, dnat: SERVICES, outputDnat: SERVICES });
    const before = worldOf([OPEN, ...hosts(1)]);
    const count = (facts: (node: string) => NodeFacts) => {
      const proofs = new LifelineProofs(before, [SSH], { facts });
      proofs.holds(worldOf([OPEN, NOTE, ...hosts(1)]));
      return proofs.proofs;
    };
    expect(count(translating)).toBe(count((node) => ({ node })));
  });
});

/** What a tunnel needs: a pool that uses VXLAN, and another host that it is with. */
const TUNNELLED: readonly Resource[] = [
  { kind: "IPPool", metadata: { name: "pool" }, spec: { cidr: "10.244.0.0/16", vxlanMode: "Always" } },
  {
    kind: "Node",
    metadata: { name: "peer" },
    spec: { bgp: { ipv4Address: "192.168.9.9/24" }, ipv4VXLANTunnelAddr: "10.244.9.9" },
  },
].map((resource) => ({ apiVersion: "projectcalico.org/v3", ...resource }));

const cut = (name: string, egress: Parameters<typeof deny>[0], selector = "all()") =>
  gnp(name, { order: 1, selector, types: ["Egress"], egress: [deny(egress)] });

test.each<[string, Lifeline, Resource, (node: string) => NodeFacts]>([
  [
    "where a Service leads",
    WEB_OUT,
    cut("deny", { protocol: "TCP", destination: { nets: ["10.244.0.9/32"], ports: [8443] } }),
    (node) => ({ node, outputDnat: node === "n1" ? [service("10.96.0.1", "10.244.0.9")] : SERVICES }),
  ],
  [
    "the policy that answers of an untracked tunnel meet",
    TUNNEL,
    cut("deny", { protocol: "UDP" }, "node == 'n1'"),
    (node) => ({ node }),
  ],
])("nodes share no proofs where they differ in %s", (_, lifeline, change, facts) => {
  const of = (...more: readonly Resource[]) => worldOf([OPEN, ...TUNNELLED, ...more, ...hosts(3)], "v3.32");
  const found = new LifelineProofs(of(), [lifeline], { facts }).holds(of(NOTE, change));
  expect(found.kind === "cut" ? found.cut.way.node : found).toBe("n1");
});

/** A World in which only one node has endpoints; their addresses are members of sets still. */
function onlyOn(node: string, of: World): World {
  const only = (endpoints: World["hostEndpoints"]) => new Map([...endpoints].filter(([name]) => name === node));
  return { ...of, hostEndpoints: only(of.hostEndpoints), workloadEndpoints: only(of.workloadEndpoints) };
}

test("what is proved of all nodes together is what is proved of each of them alone", () => {
  const numRuns = sized(120, 12);
  fc.assert(
    fc.property(madeWorlds(1), resourceEdits, fc.boolean(), (made, steps, differ) => {
      const calico = calicoVersionRules(made.version) ?? DEFAULT_CALICO;
      const all = made.resources.map(unlocated);
      const list = steps.reduce((resources: readonly Located[], step) => edited(resources, all, step), all);
      const [before, after] = [all, list].map((resources) => world(resources, { calico }).world) as [World, World];
      const facts = (node: string): NodeFacts => {
        const { dnat = [], outputDnat = [], ...rest } = made.facts;
        const own = differ && node.length % 2 === 0 ? 1 : 0;
        return { ...rest, node, dnat: dnat.slice(own), outputDnat: outputDnat.slice(own) };
      };
      const lifelines = [WEB_OUT, WEB_IN, { ...WEB_IN, name: "all", ports: [] }, TUNNEL];
      const together = new LifelineProofs(before, lifelines, { facts }).holds(after);
      const alone = [...new Set([...after.hostEndpoints.keys(), ...after.workloadEndpoints.keys()])].map((node) =>
        new LifelineProofs(onlyOn(node, before), lifelines, { facts }).holds(onlyOn(node, after)),
      );
      expect(brief(together)).toEqual(brief(alone.find(({ kind }) => kind !== "holds") ?? { kind: "holds" }));
    }),
    { numRuns, seed: 31 },
  );
});

function brief(found: Holding): unknown {
  return found.kind === "cut" ? [found.cut.lifeline.name, found.cut.way.node, found.cut.way.kind] : found.kind;
}
