import { expect, test } from "vitest";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const API = "apiVersion: projectcalico.org/v3";

/** A manifest of one resource, its spec as flow YAML. */
function resource(kind: string, name: string, spec: string, labels = "{}"): string {
  return `---\n${API}\nkind: ${kind}\nmetadata: {name: ${name}, labels: ${labels}}\nspec: ${spec}\n`;
}

const gnp = (name: string, spec: string): string =>
  `---\n${API}\nkind: GlobalNetworkPolicy\nmetadata: {name: ${name}}\nspec: ${spec}\n`;

const ETH0 = resource(
  "HostEndpoint",
  "n1-eth0",
  "{node: n1, interfaceName: eth0, expectedIPs: [10.0.0.1]}",
  "{host: a}",
);
const ETH1 = resource("HostEndpoint", "n1-eth1", "{node: n1, interfaceName: eth1}", "{host: a}");
const BARE = resource("HostEndpoint", "n2-eth0", "{node: n2, interfaceName: eth0}", "{role: db}");
const AOF = "selector: host == 'a', applyOnForward: true";
const WEB = "tcp 198.51.100.7 10.0.0.1:80";
const NODE_PORT = "--dnat tcp:10.0.0.1:31852=192.168.1.10:8080 --out eth1 tcp 198.51.100.7 10.0.0.1:31852";

interface Trap {
  readonly trap: string;
  readonly manifest: string;
  readonly line: string;
  readonly code: string;
  /** The row above the hint: where it bites. */
  readonly at: string;
  /** Words that the hint and its advice must have. */
  readonly parts: readonly string[];
}

const TRAPS: readonly Trap[] = [
  {
    trap: "a host endpoint without expectedIPs in a rule selector",
    manifest:
      ETH0 +
      BARE +
      gnp("from-db", `{selector: host == 'a', ingress: [{action: Allow, source: {selector: role == 'db'}}]}`),
    line: `--node n1 --in eth0 ${WEB}`,
    code: "hint.no-expected-ips",
    at: "not an address of anything with role",
    parts: ["host endpoint n2-eth0", "without expectedIPs", "add expectedIPs"],
  },
  {
    trap: "a policy that only logs denies by default",
    manifest: ETH0 + gnp("log-it", `{selector: host == 'a', ingress: [{action: Log}]}`),
    line: WEB,
    code: "hint.log-only",
    at: "deny",
    parts: ["log-it only logs", "default deny", "add an Allow rule"],
  },
  {
    trap: "a deny of a failsafe port cannot bite",
    manifest:
      ETH0 +
      gnp("no-ssh", `{selector: host == 'a', ingress: [{action: Deny, protocol: TCP, destination: {ports: [22]}}]}`),
    line: "tcp 198.51.100.7 10.0.0.1:22",
    code: "hint.failsafe-wins",
    at: "TCP 22 is a failsafe port",
    parts: ["no-ssh denies this packet", "failsafeInboundHostPorts"],
  },
  {
    trap: "one-sided doNotTrack",
    manifest: ETH0 + gnp("fast", `{${AOF}, doNotTrack: true, ingress: [{action: Allow, protocol: TCP}]}`),
    line: WEB,
    code: "hint.one-sided-untracked",
    at: "rule 1 matches protocol TCP",
    parts: ["untracked", "reply", "matching egress rule"],
  },
  {
    trap: "a pre-DNAT rule on the port after DNAT",
    manifest:
      ETH0 +
      gnp(
        "open-web",
        `{${AOF}, preDNAT: true, ingress: [{action: Allow, protocol: TCP, destination: {ports: [8080]}}, {action: Deny}]}`,
      ),
    line: NODE_PORT,
    code: "hint.port-after-dnat",
    at: "destination port 31852 is not 8080",
    parts: ["before DNAT, on port 31852", "match port 31852"],
  },
  {
    trap: "a normal rule on the port before DNAT",
    manifest:
      ETH0 + gnp("open-web", `{${AOF}, ingress: [{action: Allow, protocol: TCP, destination: {ports: [31852]}}]}`),
    line: NODE_PORT,
    code: "hint.port-before-dnat",
    at: "destination port 8080 is not 31852",
    parts: ["after DNAT, on port 8080", "set preDNAT", "match port 8080"],
  },
  {
    trap: "a pre-DNAT allow that still meets the egress policy of the way out",
    manifest:
      ETH0 +
      ETH1 +
      gnp("let-in", `{${AOF}, preDNAT: true, ingress: [{action: Allow}]}`) +
      gnp("keep-in", `{${AOF}, types: [Egress], egress: [{action: Deny}]}`),
    line: NODE_PORT,
    code: "hint.egress-still-applies",
    at: "host endpoint n1-eth1, 1 applyOnForward policy applies",
    parts: ["skips only the ingress policy", "egress rules for host endpoint n1-eth1"],
  },
  {
    trap: "a policy without selector hits every endpoint",
    manifest: ETH0 + gnp("lock-down", `{ingress: [{action: Deny}]}`),
    line: WEB,
    code: "hint.no-selector",
    at: "rule 1 matches everything",
    parts: ["lock-down has no selector", "workloads included", "give it a selector"],
  },
  {
    trap: "a profile that does not exist",
    manifest: resource("HostEndpoint", "n1-eth0", "{node: n1, interfaceName: eth0, profiles: [gone]}"),
    line: `--to-process ${WEB}`,
    code: "hint.missing-profile",
    at: "the profile does not exist",
    parts: ["profile gone", "create profile gone"],
  },
  {
    trap: "established flows survive a change",
    manifest: ETH0 + gnp("lock-down", `{selector: host == 'a', ingress: [{action: Deny}]}`),
    line: `--established ${WEB}`,
    code: "hint.established",
    at: "established connection",
    parts: ["until the connection's entry is gone", "conntrack -D -p tcp --orig-port-dst 80"],
  },
];

test.each(TRAPS)("$trap", async ({ manifest, line, code, at, parts }) => {
  const run = session(tmpFolder());
  const table = await run(`simulate --offline -f - ${line}`, manifest);
  expect(table.stderr).toBe("");
  const rows = table.stdout.split("\n");
  const hint = rows.findIndex((row) => /^ +hint /.test(row));
  expect(rows[hint - 1]).toContain(at);
  for (const words of parts) expect(rows.slice(hint).join("\n")).toContain(words);

  const json = await run(`simulate --offline -f - -o json ${line}`, manifest);
  const [entry] = JSON.parse(json.stdout).flows;
  expect(entry.hints.map((one: { code: string }) => one.code)).toContain(code);
});

test("no trap, no hint", async () => {
  const manifest = ETH0 + gnp("open", `{selector: host == 'a', ingress: [{action: Allow}]}`);
  const { stdout } = await session(tmpFolder())(`simulate --offline -f - ${WEB}`, manifest);
  expect(stdout).toMatch(/^ALLOW/);
  expect(stdout).not.toMatch(/^ +hint /m);
});
