import type { NodeFacts } from "../../../../src/model/flow.ts";
import type { Resource } from "../../../../src/model/resource.ts";
import { resource } from "../resources.ts";
import type { Chance } from "./chance.ts";
import { NETS, type PlainRule, rules, selector, type Theme, theme } from "./rules.ts";

const NODES = ["n1", "n2", "n3", "n4", "n5"];
/** Lengths of lists: around a word of 32 rules and blocks of 256. */
const LENGTHS = [31, 32, 33, 63, 64, 65, 255, 256, 257, 511, 513, 1023, 1024, 1025];
const VALUES = ["a", "a", "b", "c", "ab", ""];

/** What only policies decide about, with the rules that are in it. */
export interface PlainResources {
  readonly resources: readonly Resource[];
  readonly rules: readonly PlainRule[];
  readonly facts: readonly NodeFacts[];
}

function labels(chance: Chance): Record<string, string> {
  const names = chance.some(["role", "zone", "app", "tag", "unread"], 1);
  return Object.fromEntries(names.map((name) => [name, chance.of(VALUES)]));
}

/** The addresses of the interfaces of a node. */
export function addressesOf(node: number): Record<string, string[]> {
  return { eth0: [`10.0.0.${node + 1}/24`], eth1: [`10.0.1.${node + 1}/24`], eth2: [`192.168.${node}.1/24`] };
}

/** The address of a workload of a node; two of them are at the ends of the address space. */
export function workloadAddress(node: number, number: number): string {
  if (node === 3 && number === 3) return "255.255.255.255";
  if (node === 4 && number === 3) return "0.0.0.0";
  return `10.65.${node + 1}.${number}`;
}

function endpoints(chance: Chance): Resource[] {
  const made: Resource[] = [];
  const profiles = () => ({ profiles: chance.some(["p0", "p1", "empty", chance.once(6) ? "missing" : "open"]) });
  for (const [at, node] of NODES.entries()) {
    const host = (name: string, spec: object, raw?: object) =>
      made.push(
        resource(
          "HostEndpoint",
          `${node}-${name}`,
          { node, ...spec, ...profiles() },
          { labels: { ...labels(chance), on: "host", ...raw } },
        ),
      );
    if (at === 4 || chance.once(8)) host("all", { interfaceName: "*" });
    else host("eth0", { interfaceName: "eth0" });
    if (chance.once(2)) host("eth1", { expectedIPs: [`10.0.1.${at + 1}`] });
    if (at === 0) host("eth2", { interfaceName: "eth2" }, { raw: "yes" });
    for (let number = 1; number <= 3; number++) {
      const address = workloadAddress(at, number);
      const spec = {
        node,
        orchestrator: "k8s",
        interfaceName: `cali${number}`,
        pod: `${node}p${number}`,
        endpoint: "eth0",
        ...profiles(),
      };
      const own = { labels: { ...labels(chance), on: "workload" }, namespace: chance.of(["ns1", "ns2"]) };
      const ipNetworks = [`${address}/32`, ...(number === 2 ? [`10.65.${at + 1}.3/32`] : [])];
      made.push(resource("WorkloadEndpoint", `w${at}${number}`, { ...spec, ipNetworks }, own));
    }
  }
  return made;
}

function sets(chance: Chance): Resource[] {
  return Array.from({ length: 2 + chance.below(6) }, (_, index) => {
    const nets = chance.once(5) ? [] : [...chance.some(NETS, 1).slice(0, 5), workloadAddress(chance.below(5), 1)];
    return chance.once(3)
      ? resource("NetworkSet", `s${index}`, { nets }, { labels: labels(chance), namespace: "ns1" })
      : resource("GlobalNetworkSet", `s${index}`, { nets }, { labels: labels(chance) });
  });
}

const KINDS = [{}, {}, {}, { applyOnForward: true }, { applyOnForward: true }];
const RAW = [
  { applyOnForward: true, doNotTrack: true },
  { applyOnForward: true, preDNAT: true, types: ["Ingress"] },
];
const SELECTORS = ["all()", "all()", "on == 'host'", "on == 'workload'", "has(role)", "role == 'a'", "zone != 'b'"];

type Keep = (made: PlainRule[]) => PlainRule[];

/** The policies of a tier: one theme for each direction, so that its lists read no more than six values of a packet. */
function policies(chance: Chance, tier: string | undefined, keep: Keep): Resource[] {
  const isLong = chance.once(2);
  const themes = { ingress: theme(chance, isLong), egress: theme(chance, isLong) };
  const length = isLong ? chance.of(LENGTHS) : 0;
  const count = isLong ? 1 + chance.below(2) : 1 + chance.below(6);
  const prefix = tier === undefined || tier === "default" ? "" : `${tier}.`;
  const made = Array.from({ length: count }, (_, index) => {
    // The policies of a long list have its rules together.
    const some = (of: Theme) =>
      keep(rules(chance, of, isLong ? Math.floor((length + index) / count) : chance.below(5), isLong));
    const spec = {
      ...(tier !== undefined && { tier }),
      ...(!chance.once(4) && { order: chance.of([1, 2, 2, 2, 3.5, -1]) }),
      ingress: some(themes.ingress),
      egress: some(themes.egress),
    };
    const name = `${prefix}${chance.of(["a", "a-b", "z"])}${index}`;
    if (isLong) return resource("GlobalNetworkPolicy", name, { ...spec, applyOnForward: true, selector: "all()" });
    const types = chance.once(3) ? {} : { types: chance.of([["Ingress"], ["Egress"], ["Ingress", "Egress"]]) };
    if (chance.once(5))
      return resource("NetworkPolicy", name, { ...spec, ...types, selector: "all()" }, { namespace: "ns1" });
    const selects = chance.once(6) ? selector(chance, ["app"]) : chance.of(SELECTORS);
    return resource("GlobalNetworkPolicy", name, { ...spec, ...types, ...chance.of(KINDS), selector: selects });
  });
  return chance.once(3) ? [...made, rawPolicy(chance, `${prefix}raw`, tier)] : made;
}

/** An untracked or pre-DNAT policy of the one host endpoint that is not plain. */
function rawPolicy(chance: Chance, name: string, tier: string | undefined): Resource {
  const ingress = rules(chance, theme(chance, false), 2, false);
  const spec = { ...(tier !== undefined && { tier }), selector: "raw == 'yes'", ingress, ...chance.of(RAW) };
  return resource("GlobalNetworkPolicy", name, spec);
}

const failsafe = (chance: Chance) => [
  { protocol: "TCP", port: chance.of([22, 80, 65_535]) },
  { protocol: "UDP", port: chance.of([53, 1]), ...(chance.once(2) && { net: "10.0.0.0/25" }) },
];

/** A World of five nodes whose packets mostly meet nothing but policies and profiles. */
export function plainResources(chance: Chance, hasTiers: boolean): PlainResources {
  const all: PlainRule[] = [];
  const keep: Keep = (made) => {
    all.push(...made);
    return made;
  };
  const tiers = hasTiers ? ["t0", "t1", "default"] : [undefined];
  const profile = (name: string, count: number) => {
    const [into, out] = [theme(chance, false), theme(chance, false)];
    return resource("Profile", name, {
      ingress: keep(rules(chance, into, count, count > 8)),
      egress: keep(rules(chance, out, count, count > 8)),
    });
  };
  const own = { failsafeInboundHostPorts: failsafe(chance), failsafeOutboundHostPorts: failsafe(chance) };
  return {
    rules: all,
    facts: NODES.map((node, at) => ({ node, interfaces: addressesOf(at) })),
    resources: [
      ...endpoints(chance),
      ...sets(chance),
      ...tiers.flatMap((tier) => policies(chance, tier, keep)),
      ...(hasTiers ? ["t0", "t1"] : []).map((name) =>
        resource("Tier", name, {
          order: chance.of([5, 5, 2_000_000]),
          defaultAction: chance.of(["Pass", "Pass", "Deny"]),
        }),
      ),
      profile("p0", 3),
      profile("p1", chance.of([2, 33])),
      resource("Profile", "empty", {}),
      resource("Profile", "open", { ingress: [{ action: "Allow" }], egress: [{ action: "Allow" }] }),
      ...(chance.once(2) ? [resource("FelixConfiguration", "default", own)] : []),
      ...(chance.once(2)
        ? [resource("FelixConfiguration", "node.n2", { failsafeInboundHostPorts: failsafe(chance) })]
        : []),
    ],
  };
}
