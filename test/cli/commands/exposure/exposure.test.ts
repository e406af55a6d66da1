import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { textWidth } from "../../../../src/report/text-width.ts";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const SCHEMA = join(import.meta.dirname, "../../../../schemas/simulate/exposure.schema.json");
const isExposure = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")));

const hep = (node: string, role: string) => `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: { name: ${node}-eth0, labels: { role: ${role} } }
spec: { node: ${node}, interfaceName: eth0, expectedIPs: [10.0.0.${node.at(-1)}] }
---
`;
const gnp = (name: string, spec: string) => `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: ${name} }
spec: ${spec}
---
`;
const set = (name: string, nets: string) => `apiVersion: projectcalico.org/v3
kind: GlobalNetworkSet
metadata: { name: ${name}, labels: { office: "${name}" } }
spec: { nets: [${nets}] }
---
`;
const wep = `apiVersion: projectcalico.org/v3
kind: WorkloadEndpoint
metadata: { name: node1-k8s-web--1-eth0, namespace: shop, labels: { app: web } }
spec: { node: node1, orchestrator: k8s, endpoint: eth0, pod: web-1, interfaceName: cali1, ipNetworks: [192.168.0.9/32] }
---
`;
const ssh = gnp(
  "ssh",
  "{ selector: has(role), order: 1, ingress: [{ action: Allow, protocol: TCP, source: { selector: has(office) }, destination: { ports: [22] } }] }",
);
const WORLD = `${hep("node1", "web")}${hep("node2", "web")}${hep("node3", "db")}${set("office", "10.20.0.0/24, 10.9.0.0/16, 10.7.0.0/16")}${wep}${ssh}`;

async function run(line: string, world = WORLD) {
  const folder = tmpFolder({ "p.yaml": world });
  const ran = await session(tmpFolder())(`exposure --offline -f ${folder}/p.yaml ${line}`);
  return { ...ran, stdout: ran.stdout.replaceAll(folder, "@"), stderr: ran.stderr.replaceAll(folder, "@") };
}

/** What a command line shows, whole. */
test.each([
  [
    "--to has(role) --port tcp/22 --traffic local",
    `node1-eth0, node2-eth0, node3-eth0  to processes of the node
  TCP 22  network set office  policy ssh, rule 1
          (3 networks)        (@/p.yaml:29)
  TCP 22  0.0.0.0/0           failsafe port
          ::/0                (failsafeInboundHostPorts)
                              <- wider than any policy
`,
  ],
  [
    "--to node1-eth0 --port tcp/23 --traffic local",
    `node1-eth0  to processes of the node (in through node1/eth0)
  nothing is allowed
`,
  ],
  [
    "--to node1-eth0 --port tcp/23 --traffic local --verdict any",
    `node1-eth0  to processes of the node (in through node1/eth0)
  deny  TCP 23  0.0.0.0/0  default: no rule of its
                ::/0       policies matches
`,
  ],
  [
    "--to pod/shop/web-1 --verdict deny --from 10.0.0.0/8 --port tcp",
    `shop/web-1  to the workload (in through node1/cali1)
  TCP  10.0.0.0/8  default: no policy and no profile
`,
  ],
  [
    "--direction out --from node1-eth0 --traffic local --to 10.0.0.0/30 --port icmp/8 --port udp/53",
    `node1-eth0  from processes of the node (out through node1/eth0)
  UDP 53  10.0.0.0/30  failsafe port
                       (failsafeOutboundHostPorts)
                       <- wider than any policy
`,
  ],
])("%s", async (line, stdout) => {
  const ran = await run(line);
  expect(ran).toEqual({ code: 0, stdout, stderr: "" });
  for (const text of stdout.split("\n")) expect(textWidth(text)).toBeLessThanOrEqual(80);
});

/** What stands for nothing. */
test.each([
  ["--to node1-eth1", "--to: unknown endpoint `node1-eth1`", "did you mean `node1-eth0`?"],
  ["--to role=='x'", "--to: `role=='x'` selects no endpoint"],
  ["--from 10.0.0.0/99", "--from: invalid network `10.0.0.0/99`"],
  ["--from offce", "--from: unknown addresses `offce`", "did you mean `office`?"],
  ["--port tcp/0x16", "--port: invalid port `tcp/0x16`", "write tcp/22"],
  ["--port icmp/300", "invalid ICMP type `icmp/300`"],
  ["--port 47/5", "protocol 47 has no ports"],
  ["--node xyz", "unknown node `xyz`", "nodes: node1, node2, node3"],
  ["--node nod1", "unknown node `nod1`", "did you mean `node1`?"],
  ["--to role=x", "--to: `role == 'x'` selects no endpoint"],
  ["--from role=x", "--from: "],
  [
    "--to 'role = db || zone'",
    "--to: invalid selector `role = db || zone`: unknown operator `=`",
    "did you mean `role == 'db' || has(zone)`?",
  ],
  [
    "--from 'role = db || zone'",
    "--from: invalid selector `role = db || zone`: unknown operator `=`",
    "did you mean `role == 'db' || has(zone)`?",
  ],
  ["--to 'has(role'", "--to: invalid selector `has(role`", "did you mean `has(role)`?"],
  [
    "--from 10.0.0.0/33",
    "--from: invalid network `10.0.0.0/33`",
    "bits are 0 to 32: 10.0.0.0/32 is that address alone",
  ],
  ["--from 2001:db8::/129", "--from: invalid network `2001:db8::/129`", "bits are 0 to 128"],
  ["--from 10.0.0/24", "--from: invalid network `10.0.0/24`", "write ADDRESS/BITS: 10.0.0.0/8"],
  ["--direction out --to node1-eth9 --from nobody", "--from: unknown endpoint `nobody`"],
])("%s is wrong usage", async (line, ...parts) => {
  const { code, stderr } = await run(line);
  expect(code).toBe(2);
  for (const part of parts) expect(stderr).toContain(part);
});

test("JSON has the form of the published schema, each region with the fields that it states", async () => {
  const { stdout, code } = await run("-o json --verdict any");
  const data = JSON.parse(stdout);
  expect(isExposure(data) || isExposure.errors).toBe(true);
  expect(code).toBe(0);
  expect(data).toMatchObject({ direction: "in", complete: true });
  expect(data.ways).toHaveLength(13);
  const office = data.regions.filter((one: { decidedBy: { kind: string } }) => one.decidedBy.kind === "rule");
  expect(office).toEqual([]);
  const all = JSON.parse((await run("-o json --port tcp/22 --to node1-eth0 --traffic local")).stdout);
  expect(all.regions[0]).toEqual({
    node: "node1",
    way: "local in",
    interface: "eth0",
    protocol: "TCP",
    source: ["0.0.0.0/0"],
    sourcePort: ["0:65535"],
    destination: ["0.0.0.0/0"],
    destinationPort: ["22:22"],
    verdict: "allow",
    decidedBy: expect.objectContaining({ kind: "failsafe", port: 22 }),
  });
  expect(all.ways[0].failsafesWiderThanPolicy).toEqual([{ protocol: "TCP", port: 22 }]);
});

const forwarded = gnp(
  "out",
  "{ selector: has(role), applyOnForward: true, ingress: [{ action: Allow, protocol: TCP, destination: { nets: [10.1.0.0/16], ports: [443] } }] }",
);

test.each([
  ["--port tcp/443", "only 10.1.0.0/16"],
  // Nothing else was asked about.
  ["--port tcp/443 --from 10.20.0.0/24", "only 10.1.0.0/16"],
  ["--to node1-eth0 --verdict any --port tcp/443", "only 10.1.0.0/16"],
])("destinations of the only rule that lets anything through: %s", async (line, shown) => {
  const { stdout } = await run(`${line} --traffic forwarded`, hep("node1", "web") + forwarded);
  expect(stdout).toContain(shown);
});

test("untracked policy whose replies are dropped says so", async () => {
  const untracked = gnp(
    "dns",
    "{ selector: all(), doNotTrack: true, applyOnForward: true, types: [Ingress, Egress], ingress: [{ action: Allow, protocol: UDP, destination: { ports: [5353] } }], egress: [{ action: Deny, protocol: UDP }] }",
  );
  const world = `${hep("node1", "web")}${untracked}`;
  expect((await run("--port udp/5353 --traffic local", world)).stdout).toContain(
    "<- replies dropped: policy dns, rule 1",
  );
  const data = JSON.parse((await run("--port udp/5353 --traffic local -o json", world)).stdout);
  expect(isExposure(data) || isExposure.errors).toBe(true);
  expect(data.ways[0].repliesDropped[0]).toMatchObject({ by: { kind: "rule" }, regions: [{ protocol: "UDP" }] });
});

test.each([
  ["csv", "'=cmd", /^"?'=cmd/m],
  ["markdown", "\\<b", /&lt;b/],
  ["dot", 'a\\"b', /\\"/],
])("-o %s has a header and escapes what is not text", async (format) => {
  const { stdout, code } = await run(`-o ${format} --port tcp/22`);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    { csv: /^endpoint,node,interface,way,/, markdown: /^\| endpoint \| way \|/, dot: /^digraph exposure \{\n/ }[
      format
    ] as RegExp,
  );
  expect(stdout.split("\n").length).toBeGreaterThan(4);
});
