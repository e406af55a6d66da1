import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Effect, type EffectSide, effectOf } from "../../../src/analysis/effect/effect.ts";
import type { Region } from "../../../src/analysis/sets/dimension.ts";
import type { Flow, FlowEnd } from "../../../src/model/flow.ts";
import { NEWEST_CALICO } from "../../../src/model/kinds/version.ts";
import { parseAddress } from "../../../src/model/net/address.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { world } from "../../../src/policy/world/world.ts";
import { gnp, hep, unlocated } from "../../policy/support.ts";
import { pick } from "../../support/arbitraries.ts";
import { sized } from "../../support/full.ts";
import { hasPacket } from "./has-packet.ts";

/** A workload `NAMESPACE/POD` at an interface, with a label. */
type Workload = readonly [id: string, interfaceName: string, label: string];

function workload([id, interfaceName, label]: Workload): Resource {
  const [namespace = "", pod = ""] = id.split("/");
  return {
    apiVersion: "projectcalico.org/v3",
    kind: "WorkloadEndpoint",
    metadata: { name: `node1-k8s-${pod.replaceAll("-", "--")}-eth0`, namespace, labels: { is: label } },
    spec: {
      ...{ orchestrator: "k8s", node: "node1", pod, endpoint: "eth0", interfaceName },
      ipNetworks: [`10.0.0.${namespace.length + 10 * pod.length + pod.charCodeAt(0)}/32`],
    },
  };
}

function sideOf(resources: readonly Resource[]): EffectSide {
  return { world: world(resources.map(unlocated), { calico: NEWEST_CALICO }).world, facts: [] };
}

/** Lets what has a label be reached at one port of TCP. */
const open = (label: string, port: number, name = "p"): Resource =>
  gnp(name, {
    ...{ selector: `is == '${label}'`, types: ["Ingress"] },
    ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: [port] } }],
  });

/** Where packets change and how, a text each; `!` where something was not proved. */
function changes(before: readonly Resource[], after: readonly Resource[]): readonly string[] {
  const { groups, notProved } = effectOf(sideOf(before), sideOf(after));
  const texts = groups.flatMap(({ kind, way, places }) =>
    places.map(({ interface: name, endpoint, insteadOf }) => {
      const pod = endpoint?.name.replace(/^node1-k8s-|-eth0$/g, "").replaceAll("--", "-");
      const old = insteadOf?.name.replace(/^node1-k8s-|-eth0$/g, "").replaceAll("--", "-");
      return `${kind} ${way} ${name} ${pod}${old ? ` instead of ${old}` : ""}`;
    }),
  );
  return [...new Set(texts), ...(notProved.length > 0 ? ["!"] : [])].sort();
}

const TWO: readonly Workload[] = [
  ["d/a", "cali1", "a"],
  ["d/b", "cali1", "b"],
];
const both = (pods: readonly Workload[], ...policies: readonly Resource[]) => [...pods.map(workload), ...policies];
const closed = open("both", 1);
const opened = (pod: string, more = "") => [`allowed to workload cali1 ${pod}${more}`];
/** An interface that another workload takes: what may be sent from it to the host always is another, too. */
const handedOver = (pod: string, more = "") =>
  ["to workload", "workload to host"].flatMap((way) =>
    ["allowed", "denied"].map((kind) => `${kind} ${way} cali1 ${pod}${more}`),
  );
const moved = (pod: string, more = "") => [...opened(pod, more), `denied to workload cali1 ${pod}${more}`];

const SHARED: readonly (readonly [
  what: string,
  before: readonly Resource[],
  after: readonly Resource[],
  changed: readonly string[],
])[] = [
  ["nothing changes", both(TWO, open("b", 1)), both(TWO, open("b", 1)), []],
  ["policy of the first", both(TWO, open("a", 1)), both(TWO, open("a", 2)), moved("a")],
  ["policy of the second", both(TWO, open("b", 1)), both(TWO, open("b", 2)), moved("b")],
  [
    "policy of both",
    both([TWO[0] as Workload, ["d/b", "cali1", "a"]], open("a", 1)),
    both([TWO[0] as Workload, ["d/b", "cali1", "a"]], open("a", 2)),
    [...moved("a"), ...moved("b")].sort(),
  ],
  ["another comes, which no node takes", both(TWO.slice(0, 1), closed), both(TWO, open("b", 1, "q"), closed), []],
  ["the second goes, which no node took", both(TWO, open("b", 1)), both(TWO.slice(0, 1), open("b", 1)), []],
  [
    "the first goes, and the second is taken",
    both(TWO, open("a", 1), open("b", 2, "q")),
    both(TWO.slice(1), open("a", 1), open("b", 2, "q")),
    handedOver("b", " instead of a").sort(),
  ],
  [
    "one comes that is taken instead",
    both(TWO.slice(1), open("a", 1), open("b", 2, "q")),
    both(TWO, open("a", 1), open("b", 2, "q")),
    handedOver("a", " instead of b").sort(),
  ],
  [
    "the pod of the lesser name is taken, however names of endpoints sort",
    both([["d/a", "cali1", "a"]], open("x", 1)),
    both(
      [
        ["d/a", "cali1", "a"],
        ["d/a-b", "cali1", "b"],
      ],
      open("b", 2),
    ),
    [],
  ],
  [
    "the lesser namespace counts before the name of the pod",
    both([["d/b", "cali1", "b"]], open("b", 1)),
    both(
      [
        ["d/b", "cali1", "b"],
        ["e/a", "cali1", "a"],
      ],
      open("b", 1),
    ),
    [],
  ],
];

describe("workloads that share an interface", () => {
  test.each(SHARED)("%s", (_, before, after, changed) => {
    expect(changes(before, after)).toEqual(changed);
  });
});

test("an address that workloads at two interfaces have leads to both where no routes are given", () => {
  const pods = both([
    ["d/a", "cali1", "a"],
    ["e/a", "cali2", "b"],
  ]);
  for (const pod of ["a", "b"]) {
    const { groups, notProved } = effectOf(sideOf(pods), sideOf([...pods, open(pod, 1)]));
    expect({ notProved, families: groups.flatMap(({ families }) => families) }).toEqual({
      notProved: [],
      families: [4, 6],
    });
  }
});

const HOSTS = ["a", "b"].map((name) => hep(name, {}, { is: name }));
const SHARED_BY_HOSTS: typeof SHARED = [
  ["policy of the second", [...HOSTS, open("b", 1)], [...HOSTS, open("b", 2)], []],
  [
    "policy of the first",
    [...HOSTS, open("a", 1)],
    [...HOSTS, open("a", 2)],
    ["allowed local in eth0 a", "denied local in eth0 a"],
  ],
  [
    "the first goes",
    [...HOSTS, open("a", 1), open("b", 2, "q")],
    [...HOSTS.slice(1), open("a", 1), open("b", 2, "q")],
    ["allowed local in eth0 b", "denied local in eth0 b"],
  ],
];

test.each(SHARED_BY_HOSTS)("host endpoints that share an interface: %s", (_, before, after, changed) => {
  expect(changes(before, after)).toEqual(changed);
});

const workloads = fc.uniqueArray(
  fc.tuple(pick("d/a", "d/b", "e/a", "d/a-b"), pick("cali1", "cali1", "cali2", "eth1"), pick("a", "b")),
  { selector: ([id]) => id, minLength: 1, maxLength: 4 },
);
const policies = fc
  .array(fc.record({ label: pick("a", "b"), port: pick(1, 2), action: pick("Allow", "Deny"), out: fc.boolean() }), {
    maxLength: 2,
  })
  .map((list) =>
    list.map(({ label, port, action, out }, i) =>
      gnp(`p${i}`, {
        ...{ selector: `is == '${label}'`, order: i, types: [out ? "Egress" : "Ingress"] },
        [out ? "egress" : "ingress"]: [{ action, protocol: "TCP", destination: { ports: [port] } }],
      }),
    ),
  );
const resources = fc.tuple(workloads, policies).map(([pods, rules]) => both(pods, ...rules));

const AWAY: FlowEnd = { interface: "away" };
const NAMED: readonly FlowEnd[] = ["d/a", "d/b", "e/a", "d/a-b"].map((id) => {
  const [namespace, pod = ""] = id.split("/");
  return { workload: `${namespace}/node1-k8s-${pod.replaceAll("-", "--")}-eth0` };
});
const ENDS: readonly FlowEnd[] = [{ interface: "cali1" }, { interface: "cali2" }, ...NAMED];
/** All that the policies tell apart, to and from each end that has a name. */
const FLOWS: readonly Flow[] = ENDS.flatMap((end) =>
  [1, 2, 3, 53].flatMap((dstPort) =>
    [...addresses(), "10.9.9.9"].flatMap((address) => {
      const packet = { protocol: "TCP", srcPort: 40000, dstPort };
      return [
        { ...packet, from: AWAY, to: end, srcIP: "10.9.9.8", dstIP: address },
        { ...packet, from: end, to: AWAY, srcIP: address, dstIP: "10.9.9.8" },
        { ...packet, from: end, to: { process: true }, srcIP: address, dstIP: "10.9.9.8" },
      ];
    }),
  ),
);

function addresses(): readonly string[] {
  return ["d/a", "d/b", "e/a", "d/a-b"].map((id) => {
    const { ipNetworks } = workload([id, "cali1", "a"]).spec as { readonly ipNetworks: readonly string[] };
    return (ipNetworks[0] as string).replace("/32", "");
  });
}

/** How a flow changes; `undefined` where it does not, or cannot be asked of both. */
function changeOf([before, after]: readonly [EffectSide, EffectSide], flow: Flow): "allowed" | "denied" | undefined {
  const [old, now] = [before, after].map((side) => simulate(side.world, { node: "node1" }, flow, { trace: false }));
  if (old === undefined || now === undefined || old.verdict === now.verdict) return undefined;
  if ([old, now].some(({ decidedBy }) => decidedBy.kind === "not-evaluated")) return undefined;
  return now.verdict === "allow" ? "allowed" : "denied";
}

function has(region: Region, { srcIP, dstIP, dstPort = 0 }: Flow): boolean {
  const number = (text: string) => Number(parseAddress(text)?.value);
  const values = {
    protocol: 6,
    source: number(srcIP),
    destination: number(dstIP),
    sourcePort: 40000,
    portOrIcmp: dstPort,
  };
  return hasPacket(region, values);
}

/** Whether packets of TCP over IPv4 are among those that change. */
function hasTcp({ families, regions }: Effect["groups"][number]): boolean {
  const isTcp = ({ protocol }: Region) => protocol?.some(([first, last]) => first <= 6 && 6 <= last) ?? true;
  return families.includes(4) && regions.some(isTcp);
}

function isShown({ groups }: Effect, kind: string, flow: Flow): boolean {
  return groups.some((group) => group.kind === kind && group.regions.some((region) => has(region, flow)));
}

test("an effect shows every flow that changes at an interface that workloads share, and nothing where none does", () => {
  let [quiet, changed] = [0, 0];
  fc.assert(
    fc.property(resources, resources, fc.boolean(), (one, other, same) => {
      const pods = one.filter(({ kind }) => kind === "WorkloadEndpoint");
      const later = same ? [...pods, ...other.filter(({ kind }) => kind !== "WorkloadEndpoint")] : other;
      const sides = [sideOf(one), sideOf(later)] as const;
      const effect = effectOf(...sides);
      expect(effect.notProved).toEqual([]);
      for (const { witness } of effect.groups) witness();
      const found = FLOWS.flatMap((flow) => {
        const kind = changeOf(sides, flow);
        return kind === undefined ? [] : [{ kind, flow }];
      });
      expect(found.filter(({ kind, flow }) => !isShown(effect, kind, flow))).toEqual([]);
      expect(effect.groups.some(hasTcp)).toBe(found.length > 0);
      if (found.length > 0) changed++;
      else quiet++;
    }),
    { numRuns: sized(600, 50), seed: 4, endOnFailure: true },
  );
  expect(Math.min(quiet, changed)).toBeGreaterThan(10);
});
