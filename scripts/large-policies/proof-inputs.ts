import { coveredRules, tangledManifest, tangledRules } from "../../test/cli/not-proved/tangled-policies.ts";
import { largePolicies } from "./large-policies.ts";
import { SERVICE_NODES, serviceRules } from "./service-rules.ts";

const LARGE = { endpoints: 1000, policies: 1000, rulesEach: 5, policiesEach: 30 };
const MIDDLE = { endpoints: 100, policies: 100, rulesEach: 3, policiesEach: 15 };
const SMALL = { endpoints: 20, policies: 20, rulesEach: 3, policiesEach: 15 };
const FLOWS = `node: node-0
flows:
- from: {interface: eth0}
  to: {process: true}
  protocol: TCP
  srcIP: 198.51.100.7
  dstIP: 10.1.0.0
  srcPort: 40000
  dstPort: 22
  expect: allow
`;
const BOTH = ["Deny", "Allow"];

type Resource = Readonly<Record<string, unknown>>;

/** The files of the rows of `bench-proofs`. */
export function writeProofInputs(write: (name: string, text: string) => void): void {
  const manifest = (resources: readonly unknown[]) =>
    `${resources.map((one) => JSON.stringify(one)).join("\n---\n")}\n`;
  const large = largePolicies(LARGE);
  const next = new Map(largePolicies({ ...LARGE, seed: 2 }).map((one) => [one.metadata.name, one]));
  const changed = new Set(Array.from({ length: 10 }, (_, i) => `policy-${i}`));
  write("large.yaml", manifest(large));
  write(
    "large-next.yaml",
    manifest(large.map((one) => (changed.has(one.metadata.name ?? "") ? next.get(one.metadata.name) : one))),
  );
  write("middle.yaml", manifest(largePolicies(MIDDLE)));
  write(
    "assertions.yaml",
    'forbid:\n- {to: "has(p1)", ports: tcp/1:65535, failsafes: false}\npermit:\n- {to: "has(p2)", ports: tcp/22}\n',
  );
  write("lifelines.yaml", "lifelines:\n- {name: web, direction: in, protocol: TCP, ports: [443, 80]}\n");
  write("tangled.yaml", manifest(tangledAt(30, 100, 1)));
  write("tangled-next.yaml", manifest(tangledAt(30, 100, 1001)));
  write("long.yaml", tangledManifest(tangledRules(2000, BOTH, 1)));
  write("long-next.yaml", tangledManifest(tangledRules(2000, BOTH, 2)));
  write("passing.yaml", manifest(passing(400)));
  write("covered.yaml", tangledManifest(coveredRules(300, 100)));
  write("denying.yaml", tangledManifest(tangledRules(100, ["Deny"], 1)));
  write("forbid.yaml", "forbid:\n- {to: h, ports: tcp/1:65535, failsafes: false}\n");
  write("names.yaml", manifest(numbered(400, 80)));
  write("names-next.yaml", manifest(numbered(400, 81)));
  write("small.yaml", manifest(largePolicies(SMALL)));
  write("flows.yaml", FLOWS);
  write("services.yaml", manifest(behindServices()));
  for (const node of SERVICE_NODES) write(`${node}/nat.txt`, serviceRules());
}

function resource(kind: string, name: string, spec: Resource, labels: Resource = {}): Resource {
  return { apiVersion: "projectcalico.org/v3", kind, metadata: { name, labels }, spec };
}

/** Endpoints, each with a policy of its own. */
function tangledAt(endpoints: number, rules: number, seed: number): readonly Resource[] {
  return Array.from({ length: endpoints }, (_, i) => [
    resource(
      "HostEndpoint",
      `h${i}`,
      { node: `n${i}`, interfaceName: "eth0", expectedIPs: [`10.0.0.${i + 1}`] },
      { of: `h${i}` },
    ),
    resource("GlobalNetworkPolicy", `p${i}`, {
      ...{ selector: `of == 'h${i}'`, order: 1, types: ["Ingress"] },
      ingress: tangledRules(rules, BOTH, seed + i),
    }),
  ]).flat();
}

/** A tier whose rules pass on what overlaps in every way, and one after it. */
function passing(rules: number): readonly Resource[] {
  const policy = { selector: "all()", order: 1, types: ["Ingress"] };
  const ends = [
    { action: "Deny", protocol: "TCP", source: { nets: ["10.0.0.0/8"] } },
    { action: "Deny", protocol: "TCP" },
  ];
  return [
    resource("Tier", "first", { order: 1 }),
    resource("HostEndpoint", "h", { node: "n1", interfaceName: "eth0", expectedIPs: ["10.0.0.1"] }),
    resource("GlobalNetworkPolicy", "first.a", {
      ...policy,
      tier: "first",
      ingress: [...tangledRules(rules, ["Pass"], 1), ...ends],
    }),
    resource("GlobalNetworkPolicy", "b", { ...policy, ingress: tangledRules(50, ["Allow", "Deny"], 9) }),
  ];
}

/** Endpoints that have a port of one name at a number of their own each, and a rule that excludes the name on both sides. */
function numbered(endpoints: number, port: number): readonly Resource[] {
  const hosts = Array.from({ length: endpoints }, (_, i) =>
    resource("HostEndpoint", `h${i}`, {
      ...{ node: `n${i}`, interfaceName: "eth0", expectedIPs: [`10.0.${i >> 8}.${i & 255}`] },
      ports: [{ name: "p", protocol: "TCP", port: 1000 + i }],
    }),
  );
  const ingress = [
    { action: "Deny", protocol: "TCP", source: { notPorts: ["p"] }, destination: { notPorts: ["p"] } },
    { action: "Allow", protocol: "TCP", destination: { ports: [port] } },
  ];
  return [...hosts, resource("GlobalNetworkPolicy", "a", { selector: "all()", order: 1, types: ["Ingress"], ingress })];
}

/** Host endpoints of nodes that translate packets to Services, and what lets these and their Pods be reached. */
function behindServices(): readonly Resource[] {
  const policy = (name: string, order: number, ports: readonly (number | string)[]) =>
    resource("GlobalNetworkPolicy", name, {
      ...{ selector: "has(host)", order, applyOnForward: true, types: ["Ingress"] },
      ingress: [{ action: "Allow", protocol: "TCP", destination: { ports } }],
    });
  return [
    policy("hosts", 1, [443, 8443, 22]),
    policy("more", 2, ["1:65535"]),
    ...SERVICE_NODES.map((node, i) =>
      resource(
        "HostEndpoint",
        `h${i}`,
        { node, interfaceName: "eth0", expectedIPs: [`10.0.0.${i + 1}`] },
        { host: "yes" },
      ),
    ),
  ];
}
