import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const folder = tmpFolder();
const run = session(folder);

const API = "apiVersion: projectcalico.org/v3";
const BASE = `
- {${API}, kind: Node, metadata: {name: n1}, spec: {bgp: {ipv4Address: 10.0.0.1/24}}}
- {${API}, kind: Profile, metadata: {name: base}, spec: {labelsToApply: {team: front}, egress: [{action: Allow}]}}
- {${API}, kind: HostEndpoint, metadata: {name: h1, labels: {role: web}}, spec: {node: n1, interfaceName: eth0, expectedIPs: [10.0.0.1], profiles: [base]}}
- {${API}, kind: HostEndpoint, metadata: {name: h2, labels: {role: db}}, spec: {node: n2, interfaceName: eth0, expectedIPs: [10.0.0.2]}}
- {${API}, kind: HostEndpoint, metadata: {name: all, labels: {role: web}}, spec: {node: n3, interfaceName: "*"}}
- {${API}, kind: GlobalNetworkSet, metadata: {name: bad, labels: {bad: "yes"}}, spec: {nets: [203.0.113.0/24]}}
- {${API}, kind: WorkloadEndpoint, metadata: {namespace: shop, name: n1-k8s-web-eth0, labels: {app: web}}, spec: {orchestrator: k8s, node: n1, pod: web, endpoint: eth0, interfaceName: cali1, ipNetworks: [10.1.0.5/32]}}
- {${API}, kind: NetworkPolicy, metadata: {namespace: shop, name: web}, spec: {selector: app == 'web', types: [Ingress], ingress: [{action: Allow}]}}
- {${API}, kind: GlobalNetworkPolicy, metadata: {name: drop-raw}, spec: {order: 5, doNotTrack: true, applyOnForward: true, selector: all(), ingress: [{action: Deny, source: {selector: bad == 'yes'}}]}}
- {${API}, kind: BGPPeer, metadata: {name: peer}, spec: {peerIP: 192.0.2.1, asNumber: 64512}}
- {${API}, kind: FelixConfiguration, metadata: {name: default}, spec: {failsafeInboundHostPorts: [{protocol: tcp, port: 22}], failsafeOutboundHostPorts: []}}
`;
const POLICY = `
${API}
kind: GlobalNetworkPolicy
metadata: {name: allow-web}
spec:
  order: 10
  selector: role == 'web'
  applyOnForward: true
  types: [Ingress]
  ingress:
  - {action: Allow, protocol: TCP, destination: {ports: [80]}, source: {selector: role == 'db'}}
  - {action: Deny}
  - {action: Allow, protocol: UDP}
`;

beforeAll(async () => {
  expect(await run("create -f -", BASE + POLICY.replace(/^/, "---"))).toMatchObject({ code: 0 });
  writeFileSync(join(folder, "change.yaml"), POLICY.replace("order: 10", "order: 20"));
});

/** Lines, the exit code, and what of the output is expected; stderr is empty with exit code 0. */
const ROWS: readonly (readonly [string, 0 | 1 | 2, ...(string | RegExp)[]])[] = [
  [
    "describe hep h1",
    0,
    /^HostEndpoint h1\n {2}Node: +n1\n {2}Interface: +eth0\n {2}Labels: +role=web\n {2}Inherited labels: +team=front\n/,
  ],
  ["describe hep h1", 0, /Failsafe ports in: +tcp\/22\n {2}Failsafe ports out: +none: Felix keeps no port open\n/],
  [
    "describe hep h1",
    0,
    /order of evaluation:\n.*\n +untracked +ingress +5 +drop-raw +1\n +normal +ingress +10 +allow-web +3\n +forward +ingress +10 +allow-web +3\n/,
    /normal +ingress +denied, but for failsafe ports\n/,
    // No failsafe port is open outwards.
    /normal +egress +decided by profile base; the rest is denied\n/,
    /forward +egress +allowed \(no policy applies\)\n/,
  ],
  ["describe hep h2", 0, /allow-web, ingress rule 1 +Allow +source +role == 'db'/, "warning: there is no Node n2\n"],
  ["describe hep h2", 0, /normal +ingress +denied: no policy and no profile applies/],
  [
    "describe hep/all",
    0,
    /Policies, in the order of evaluation: none selects it\n/,
    "warning: HostEndpoint all: with interface `*` Calico v3.7 acts",
  ],
  ["describe gnp allow-web", 0, /Order: +10\n {2}Policy: +normal, also of forwarded packets \(applyOnForward\)\n/],
  [
    "describe gnp allow-web",
    0,
    /ingress +1 +Allow +protocol TCP, source in selector role == 'db',\n +destination port 80\n +ingress +2 +Deny +every packet\n/,
    /role == 'db' +h2\n/,
    /all +n3 +\* +nowhere\n +h1 +n1 +eth0 +normal ingress, forward ingress\n/,
    /warning: nothing comes to policy allow-web, ingress rule 3 \(Allow\): .*rule 2/,
  ],
  ["describe gnp drop-raw", 0, /Policy: +untracked\n/, /bad == 'yes' +network set bad\n/],
  ["describe np -n shop", 0, /^NetworkPolicy shop\/web\n/, /shop\/n1-k8s-web-eth0 +n1 +cali1 +workload ingress\n/],

  [
    "describe wep -A",
    0,
    /^WorkloadEndpoint shop\/n1-k8s-web-eth0\n/,
    /workload +ingress +none \(last\) +shop\/web +1\n/,
  ],
  ["describe globalnetworkset bad", 0, /Networks: +203.0.113.0\/24\n/, /policy drop-raw, ingress rule 1 +Deny +source/],
  ["describe profile base", 0, /Labels to apply: +team=front\n/, /Endpoints that have it:\n.*\n +h1 +n1\n/],
  [
    "describe node n1",
    0,
    /Addresses: +10.0.0.1\/32\n/,
    /HostEndpoint +h1 +eth0/,
    /WorkloadEndpoint +shop\/n1-k8s-web-eth0 +cali1/,
  ],
  ["describe bgppeer peer", 0, /^BGPPeer peer\n {2}peerIP: +192.0.2.1\n {2}asNumber: +64512\n/],
  ["describe hep -l role==db", 0, /^HostEndpoint h2\n/],
  ["describe -f DIR/change.yaml", 0, /^GlobalNetworkPolicy allow-web\n {2}Order: +20\n/, /h1 +n1 +eth0/],
  ["describe --offline -f DIR/change.yaml", 0, /Endpoints that it selects: none\n/],
  ["describe hep h1 nope", 1, /^HostEndpoint h1\n/, "error: HostEndpoint nope does not exist [store.not-found]"],
  ["describe", 2, "which resource?"],
  ["describe hep h1 -A", 2, "go with a whole kind, not with names"],
  ["describe --offline hep h1", 2, "no file is given"],
];

test.each(ROWS.map(([line, code, ...parts]) => ({ line, code, parts })))("$line ($code)", async (row) => {
  const { line, code, parts } = row;
  const ran = await run(line.replaceAll("DIR", folder));
  expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code, stderr: code === 0 ? "" : ran.stderr });
  const shown = ran.stdout + (code === 0 ? "" : ran.stderr);
  for (const part of parts) {
    if (typeof part === "string") expect(shown).toContain(part);
    else expect(shown).toMatch(part);
  }
});

test("as data: a list, with the same in camel case", async () => {
  const ran = await run("describe hep/h1 gnp/allow-web -o json");
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  const [endpoint, policy] = JSON.parse(ran.stdout);
  expect(endpoint).toMatchObject({
    kind: "HostEndpoint",
    name: "h1",
    inheritedLabels: ["team=front"],
    failsafePortsIn: ["tcp/22"],
    usedByRules: [],
  });
  expect(endpoint.policies[1]).toEqual({
    stage: "normal",
    direction: "ingress",
    order: 10,
    policy: "allow-web",
    rules: 3,
  });
  expect(policy).toMatchObject({ rules: [{ rule: 1, action: "Allow" }, { packets: "every packet" }, {}] });
});

test("where there is none of the kind, stderr says so", async () => {
  expect(await run("describe np")).toEqual({ code: 0, stdout: "", stderr: "no resources found\n" });
});

test("v3.32 has tiers: their names stand with the policies, and the policies with a tier", async () => {
  const files = `${BASE}
- {${API}, kind: Tier, metadata: {name: security}, spec: {order: 5, defaultAction: Pass}}
- {${API}, kind: GlobalNetworkPolicy, metadata: {name: first}, spec: {tier: security, order: 1, selector: all(), types: [Ingress], ingress: [{action: Pass}]}}
`;
  const at = (line: string) => run(`describe --calico-version v3.32 --offline -f - ${line}`, files);
  expect((await at("hep h2")).stdout).toMatch(/normal +ingress +security +1 +first +1\n/);
  expect((await at("hep h2")).stdout).toMatch(/normal +ingress +denied: no policy and no profile applies/);
  expect((await at("tier security")).stdout).toMatch(/first +1 +ingress\n/);
  expect((await at("gnp first")).stdout).toMatch(/Tier: +security \(order 5\)\n/);
});

test.each([
  [300, /^$/],
  [301, /^over 300 policies: what lint warns of is left out, `calicoctl lint` prints it\n$/],
])("with %i policies it is said whether lint was asked", async (count, stderr) => {
  const policies = Array.from(
    { length: count },
    (_, at) =>
      `${API}\nkind: GlobalNetworkPolicy\nmetadata: {name: p${at}}\nspec: {selector: all(), ingress: [{action: Log}]}\n`,
  );
  const ran = await run("describe gnp p0 --offline -f -", policies.join("---\n"));
  expect(ran.code).toBe(0);
  expect(ran.stderr).toMatch(stderr);
  expect(ran.stdout.includes("Log")).toBe(true);
});
