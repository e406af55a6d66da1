import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const SCHEMA = join(import.meta.dirname, "..", "..", "..", "schemas", "simulate", "outcome.schema.json");
const isOutcome = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")));

const resource = (kind: string, metadata: string, spec: string): string =>
  `- {apiVersion: projectcalico.org/v3, kind: ${kind}, metadata: {${metadata}}, spec: {${spec}}}\n`;
const host = (node: string, more: string): string =>
  resource(
    "HostEndpoint",
    `name: ${node}-eth0, labels: {host: ${node}}`,
    `node: ${node}, interfaceName: eth0, ${more}`,
  );
const pod = (node: string, name: string, ip: string): string =>
  resource(
    "WorkloadEndpoint",
    `name: ${node}-k8s-${name}-eth0, namespace: default, labels: {app: ${name}}`,
    `node: ${node}, orchestrator: k8s, endpoint: eth0, pod: ${name}, interfaceName: cali${name}, ipNetworks: [${ip}/32], profiles: [open]`,
  );
const CLUSTER = [
  host("node1", "expectedIPs: [10.0.0.1], profiles: [open]"),
  host("node2", "expectedIPs: [10.0.0.2], profiles: [open]"),
  pod("node1", "web", "192.168.1.10"),
  pod("node2", "db", "192.168.2.20"),
  resource("Profile", "name: open", "ingress: [{action: Allow}], egress: [{action: Allow}]"),
  resource(
    "GlobalNetworkPolicy",
    "name: guard-db",
    "selector: app == 'db', ingress: [{action: Allow, protocol: TCP, source: {selector: app == 'web'}, destination: {ports: [5432]}}]",
  ),
].join("");

const ROUTES = (dev: string) => JSON.stringify([{ dst: "default", gateway: "10.0.0.254", dev }]);
const FILES = { "cluster.yaml": CLUSTER, "node1/route.json": ROUTES("bond0"), "node2/route.json": ROUTES("bond1") };

/** Runs `simulate` on the cluster; `@` stands for the folder of the files. */
function simulate(line: string) {
  const folder = tmpFolder(FILES);
  return session(folder)(`simulate --offline -f @/cluster.yaml ${line}`.replaceAll("@", folder));
}

/** Command lines, exit codes, and what the answers say, in this order. */
test.each([
  [
    "--from web --to db tcp 5432",
    0,
    [
      "ALLOW  TCP 192.168.1.10 -> 192.168.2.20:5432, from workload default/web to workload default/db, through node1 and node2\n",
      "on node2 by policy guard-db, ingress rule 1 (",
      "replies come back",
      "\nnode1: allowed, from workload default/node1-k8s-web-eth0 on node1, out through node1/eth0 (host endpoint node1-eth0)\n",
      "profile open",
      "\nnode2: allowed, in through node2/eth0 (host endpoint node2-eth0), to workload default/node2-k8s-db-eth0 on node2\n",
      "guard-db",
      "the source port is 40000",
      "the only host interface known there",
      "no source NAT",
    ],
  ],
  ["--from default/web --to 192.168.2.20 tcp 80", 0, ["DENY", "dropped on node2\n", "by default at workload endpoint"]],
  ["--from web --to 192.168.2.20 --expect deny tcp 1:80", 0, ["DENY"]],
  ["--from web --to db --expect allow tcp 80", 3, ["expectation not met: expected allow, got deny"]],
  [
    "--from 198.51.100.7 --to node2-eth0 icmp",
    0,
    ["ALLOW  ICMP type 8", "from outside the cluster to node2-eth0 (node2)"],
  ],
  ["--from web --to db --facts @ tcp 5432", 0, ["out through node1/bond0", "in through node2/bond1"]],
  [
    "--from web --to db --facts node1=@/node1 --routes node2=@/node2/route.json tcp 5432",
    0,
    ["out through node1/bond0", "in through node2/bond1"],
  ],
  [
    "--from web --to db --routes @/node1/route.json tcp 5432",
    2,
    ["of which node are these facts?", "choose one: --node node1 or --node node2"],
  ],
  ["--from web --to db --node node2 --routes @/node2/route.json tcp 5432", 0, ["node1/eth0", "node2/bond1"]],
  ["--from web --to db --in eth8 --out eth9 tcp 5432", 0, ["node1/eth9", "node2/eth8"]],
  ["--from web --to dbx tcp 80", 2, ["nothing in the cluster is called `dbx`", "use --to db"]],
  ["--from web tcp 80", 2, ["--from and --to go together"]],
  ["--from web --to db", 2, ["give PROTOCOL PORT"]],
  ["--from web --to db tcp", 2, ["TCP needs a port"]],
  ["--from web --to db tcp 10.0.0.1:80", 2, ["invalid port"]],
  ["--from web --to db tcp 70000", 2, ["invalid port"]],
  ["--from web --to db --tcp-flags X tcp 80", 2, ["invalid TCP flags `X`"]],
] as const)("simulate %s", async (line, code, parts) => {
  const ran = await simulate(line);
  const text = ran.stdout + ran.stderr;
  let at = 0;
  for (const part of parts) {
    expect(text.slice(at)).toContain(part);
    at = text.indexOf(part, at) + part.length;
  }
  expect(ran.code).toBe(code);
});

describe("as data", () => {
  test("JSON and YAML are the same, and what the schema says", async () => {
    const json: unknown = JSON.parse((await simulate("--from web --to db -o json tcp 80")).stdout);
    expect(parse((await simulate("--from web --to db -o yaml tcp 80")).stdout)).toMatchObject({
      flows: [{ to: "default/db" }],
    });
    expect(isOutcome(json), JSON.stringify(isOutcome.errors)).toBe(true);
  });

  test("one entry with its legs", async () => {
    const { flows } = JSON.parse((await simulate("--from web --to db --expect deny -o json tcp 80")).stdout);
    expect(flows).toHaveLength(1);
    expect(flows[0]).toMatchObject({
      from: "default/web",
      to: "default/db",
      verdict: "deny",
      decidedBy: { kind: "default", endpoint: { node: "node2" } },
      diesAt: { leg: 1, node: "node2" },
      expectation: "met",
      legs: [
        { node: "node1", verdict: "allow", return: "allow" },
        { node: "node2", verdict: "deny", flow: { from: { interface: "eth0" } } },
      ],
    });
    expect(flows[0]).not.toHaveProperty("return");
    expect(flows[0].legs[0]).not.toHaveProperty("expectation");
    expect(flows[0].steps).toHaveLength(flows[0].legs[0].steps.length + flows[0].legs[1].steps.length);
  });
});

test("a node's choice among several targets: every one, and whether they differ", async () => {
  const rules = [
    "-A PREROUTING -d 10.96.0.10/32 -p tcp -m tcp --dport 80 -j SVC",
    "-A SVC -m statistic --mode random --probability 0.5 -j DNAT --to-destination 192.168.2.20:5432",
    "-A SVC -p tcp -j DNAT --to-destination 10.0.0.2:9100",
  ];
  const table = ["*nat", ":PREROUTING ACCEPT [0:0]", ":SVC - [0:0]", ...rules, "COMMIT", ""].join("\n");
  const folder = tmpFolder({ "cluster.yaml": CLUSTER, "nat.txt": table });
  const line = `simulate --offline -f ${folder}/cluster.yaml --node node1 --nat ${folder}/nat.txt --from web --to 10.96.0.10`;
  const { code, stdout, stderr } = await session(folder)(`${line} --expect allow tcp 80`);
  expect(code).toBe(0);
  expect(stderr).toBe("");
  for (const part of [
    "ALLOW  TCP 192.168.1.10 -> 10.96.0.10:80, from workload default/web to outside the cluster\n",
    "       allow for all 2 backends\n",
    "  allow   to workload default/db (192.168.2.20:5432)  on node2 by policy guard-db, ingress rule 1",
    "  allow   to node2-eth0 (node2) (10.0.0.2:9100)       on node2 by profile open",
  ])
    expect(stdout).toContain(part);
  const denied = CLUSTER.replace("ports: [5432]", "ports: [5433]");
  const other = await session(tmpFolder())(`${line} --expect allow -o json tcp 80 -f -`, denied);
  expect(other.code).toBe(3);
  expect(other.stderr).toContain("to workload default/db (192.168.2.20:5432): expected allow, got deny");
  expect(isOutcome(JSON.parse(other.stdout))).toBe(true);
  expect(JSON.parse(other.stdout)).toMatchObject({
    flows: [{ verdict: "differs", diesAt: { node: "node2" }, choices: [{ verdict: "deny" }, { verdict: "allow" }] }],
  });
});
