import type { Located, Resource } from "../../src/model/resource.ts";
import { type Random, randomOf } from "./random.ts";

/** What a large installation looks like, for measuring. The same seed makes the same resources. */
export interface LargePolicies {
  readonly endpoints: number;
  readonly policies: number;
  readonly rulesEach: number;
  /** Policies that select each endpoint; all of them where there are not more. */
  readonly policiesEach: number;
  /**
   * Rules that are hard for an exact analysis: random nets on both sides with exceptions, wide ranges of ports, source ports.
   */
  readonly nasty?: boolean;
  readonly seed?: number;
}

type Rule = Record<string, unknown>;

const PORTS = [
  22, 53, 80, 443, 2379, 2380, 6443, 8080, 8443, 9090, 9100, 10250, 10256, 179, 3306, 5432, 6379, 9092, 27017, 11211,
  5473, 6666, 6667, 123, 25, 161, 514, 1883, 5672, 15672,
];
const SETS = 30;
const PREFIXES = [12, 16, 20, 24, 24, 24, 28, 32, 32, 32];

/** Host endpoints, global policies and network sets, as manifests have them. */
export function largePolicies(of: LargePolicies): Resource[] {
  const random = randomOf(of.seed ?? 1);
  const pool = Array.from({ length: 150 }, () => pick(random, PREFIXES)).map((bits) =>
    net(10 * 2 ** 24 + random(2 ** 24), bits),
  );
  const sets = Array.from({ length: SETS }, (_, i) =>
    resource(
      "GlobalNetworkSet",
      `set-${i}`,
      { set: `s${i}` },
      {
        nets: [...new Set(Array.from({ length: 1 + random(60) }, () => net(10 * 2 ** 24 + random(4000), 32)))],
      },
    ),
  );
  const policies = Array.from({ length: of.policies }, (_, i) =>
    resource(
      "GlobalNetworkPolicy",
      policyName(i),
      {},
      {
        order: i,
        selector: `has(p${i})`,
        types: ["Ingress"],
        ingress: Array.from({ length: of.rulesEach }, () => largeRule(random, pool, of.nasty ?? false)),
      },
    ),
  );
  const endpoints = Array.from({ length: of.endpoints }, (_, i) =>
    resource("HostEndpoint", `host-${i}`, chosenPolicies(random, of), {
      node: `node-${i}`,
      interfaceName: "eth0",
      expectedIPs: [address(10 * 2 ** 24 + 2 ** 16 + i)],
    }),
  );
  return [...sets, ...policies, ...endpoints];
}

/** The resources, each as one that was read from a place that does not matter. */
export function located(resources: readonly Resource[]): Located[] {
  return resources.map((resource) => ({ resource, locate: () => undefined }));
}

/** The name of a policy by its number. */
export function policyName(i: number): string {
  return `policy-${i}`;
}

/** A rule as large installations have them, or a nasty one; the nets are of the pool. */
function largeRule(random: Random, pool: readonly string[], nasty: boolean): Rule {
  const chance = (percent: number) => random(100) < percent;
  const nets = () =>
    Array.from({ length: 1 + random(3) }, () => (nasty ? net(random(2 ** 32), 4 + random(29)) : pick(random, pool)));
  const kind = random(100);
  const protocol = kind < 68 ? "TCP" : kind < 83 ? "UDP" : kind < 90 ? "ICMP" : undefined;
  const hasPorts = kind < 83;
  const source: Rule = {};
  const destination: Rule = {};
  if (hasPorts && chance(nasty ? 85 : 95))
    destination[chance(nasty ? 30 : 2) ? "notPorts" : "ports"] = somePorts(random, nasty);
  if (hasPorts && chance(nasty ? 50 : 3)) source.ports = somePorts(random, nasty);
  for (const [end, any] of [
    [source, nasty ? 10 : 6],
    [destination, nasty ? 10 : 85],
  ] as const) {
    if (chance(any)) continue;
    if (chance(25)) end.selector = `set == 's${random(SETS)}'`;
    else end.nets = nets();
    if (chance(nasty ? 40 : 2)) end.notNets = nets();
  }
  const action = kind % 20 === 0 ? "Pass" : chance(24) ? "Deny" : "Allow";
  const icmp =
    protocol === "ICMP" && chance(70)
      ? { icmp: { type: pick(random, [8, 3, 11, 0]), ...(chance(50) && { code: 0 }) } }
      : {};
  return {
    action,
    ...(protocol && { protocol }),
    ...icmp,
    ...(Object.keys(source).length > 0 && { source }),
    ...(Object.keys(destination).length > 0 && { destination }),
  };
}

function somePorts(random: Random, nasty: boolean): (number | string)[] {
  return Array.from({ length: 1 + random(3) }, () => {
    if (!nasty && random(100) >= 15) return pick(random, PORTS);
    const first = 1 + random(65_000);
    return `${first}:${Math.min(65_535, first + random(nasty ? 20_000 : 1000))}`;
  });
}

function chosenPolicies(random: Random, { policies, policiesEach }: LargePolicies): Record<string, string> {
  if (policiesEach >= policies) return Object.fromEntries(Array.from({ length: policies }, (_, i) => [`p${i}`, ""]));
  const chosen = new Set<number>();
  while (chosen.size < policiesEach) chosen.add(random(policies));
  return Object.fromEntries([...chosen].map((i) => [`p${i}`, ""]));
}

function resource(kind: string, name: string, labels: Record<string, string>, spec: Record<string, unknown>): Resource {
  return { apiVersion: "projectcalico.org/v3", kind, metadata: { name, labels }, spec };
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[random(list.length)] as T;
}

function net(address4: number, bits: number): string {
  const size = 2 ** (32 - bits);
  return `${address(Math.floor(address4 / size) * size)}/${bits}`;
}

function address(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}
