import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..", "..");
const WORKED = join(ROOT, "examples", "worked-example");
const schema = JSON.parse(readFileSync(join(ROOT, "schemas", "simulate", "outcome.schema.json"), "utf8"));
const isOutcome = new Ajv2020({ strict: false }).compile(schema);

interface Printed {
  readonly repair: {
    readonly met: boolean;
    readonly repairs: readonly {
      readonly kinds: readonly string[];
      readonly text: string;
      readonly edits: readonly {
        readonly commands: readonly string[];
        readonly place?: string;
        readonly after?: unknown;
      }[];
    }[];
  };
}

const STORED = `
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: node1-eth0, labels: {role: db, zone: a}}
spec: {node: node1, interfaceName: eth0, expectedIPs: [10.240.0.5]}
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: web}
spec:
  selector: role == 'web'
  order: 10
  ingress:
  - {action: Allow, protocol: TCP, destination: {ports: [8443]}}
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: guard}
spec:
  selector: has(role)
  order: 20
  types: [Ingress]
  ingress:
  - {action: Allow, protocol: TCP, source: {nets: [192.168.0.0/16]}, destination: {ports: [22, 8443]}}
  - {action: Allow, protocol: TCP, source: {selector: trusted == 'yes'}}
  - {action: Deny, protocol: TCP, destination: {ports: [8443]}}
  - {action: Allow, protocol: TCP}
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: last}
spec: {selector: all(), order: 30, types: [Ingress], ingress: [{action: Allow}]}
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkSet
metadata: {name: trusted, labels: {trusted: "yes"}}
spec: {nets: [172.16.0.0/12]}
---
apiVersion: projectcalico.org/v3
kind: Profile
metadata: {name: open}
spec: {ingress: [{action: Allow}]}
`;

/** The packet, the wanted verdict, and kinds of edits that are among the repairs. */
test.each([
  [
    "tcp 198.51.100.7 10.240.0.5:8443",
    "allow",
    [
      "rule-changed",
      "network-set",
      "rule-added",
      "rule-moved",
      "order",
      "label",
      "rule-action",
      "rule-removed",
      "failsafe-port",
      "policy-deleted",
    ],
  ],
  ["tcp 198.51.100.7 10.240.0.5:443", "deny", ["rule-changed", "rule-added", "rule-action"]],
  ["udp 198.51.100.7 10.240.0.5:53", "deny", ["rule-added", "rule-action", "rule-removed"]],
])("every command that is printed can be typed, and does it: %s, %s", async (packet, wanted, kinds) => {
  const folder = tmpFolder();
  expect((await session(folder)("apply -f -", STORED)).code).toBe(0);
  const ran = await session(folder)(`simulate --node node1 --in eth0 ${packet} --repair ${wanted} -o json`);
  expect(ran.stderr).toBe("");
  const { repair }: Printed = JSON.parse(ran.stdout);
  expect(isOutcome(JSON.parse(ran.stdout)), JSON.stringify(isOutcome.errors)).toBe(true);
  expect(repair.repairs.flatMap((one) => one.kinds)).toEqual(expect.arrayContaining([...kinds]));
  for (const { text, edits } of repair.repairs) {
    const copy = tmpFolder();
    cpSync(folder, copy, { recursive: true });
    for (const command of edits.flatMap(({ commands }) => commands)) {
      const [, line = "", stdin = ""] = /^calicoctl (.*?)(?: <<'EOF'\n([\s\S]*)EOF)?$/.exec(command) ?? [];
      const typed = await session(copy)(line, stdin);
      expect({ command, code: typed.code, stderr: typed.stderr }).toEqual({ command, code: 0, stderr: "" });
    }
    const after = await session(copy)(`simulate --node node1 --in eth0 ${packet} --expect ${wanted}`);
    expect({ text, code: after.code }).toEqual({ text, code: 0 });
  }
});

const OFFLINE = `simulate --offline -f ${WORKED}/host-endpoint.yaml -f ${WORKED}/policy.yaml`;

test.each([
  [
    "--repair allow tcp 198.51.100.7 10.240.0.5:8443",
    0,
    [
      "with one of these edits the packet and its reply pass; each was evaluated, the one that changes least is first",
      "1  policy drop-other-ingress: add an ingress rule before rule 1: Allow TCP from 198.51.100.7/32 to 10.240.0.5/32 port 8443",
      "newly allowed: TCP 198.51.100.7 -> 10.240.0.5 : 8443   in through node1/eth0, to local processes",
      "policy.yaml:26: a rule before this one",
      "2  policy allow-cluster-internal-ingress, ingress rule 1: add 198.51.100.7/32 to the source nets",
      "policy.yaml:12: spec.ingress[0]",
      "- 198.51.100.7/32",
    ],
  ],
  ["--repair allow tcp 198.51.100.7 10.240.0.5:22", 0, ["nothing to repair: the packet and its reply pass already"]],
  [
    "--repair deny --in eth0 tcp 10.240.0.9 10.240.9.9:80",
    0,
    ["1  policy allow-cluster-internal-ingress: add an ingress rule before rule 1: Deny TCP from 10.240.0.9/32"],
  ],
  ["--repair deny --established tcp 10.240.0.9 10.240.0.5:80", 3, ["no repair found"]],
  [`--repair allow --flows ${WORKED}/flows.yaml`, 2, ["--repair is for one packet, not for --flows"]],
  ["--repair open tcp 198.51.100.7 10.240.0.5:22", 2, ["--repair is allow or deny"]],
  [
    "--repair allow --from external:198.51.100.7 --to node1-eth0 tcp 8443",
    0,
    ["add 198.51.100.7/32 to the source nets"],
  ],
] as const)("simulate %s", async (line, code, parts) => {
  const ran = await session(tmpFolder())(`${OFFLINE} ${line}`);
  for (const part of parts) expect(ran.stdout + ran.stderr).toContain(part);
  expect(ran.code).toBe(code);
});

test("a packet of which it is unknown what becomes of it has no repair", async () => {
  const guide = join(WORKED, "..", "guide");
  const files = `-f ${guide}/2-basic-connectivity.yaml -f ${guide}/3-host-endpoint.yaml`;
  const ran = await session(tmpFolder())(
    `simulate --offline ${files} --repair allow --node my-host --in eth0 tcp 198.51.100.7 10.9.9.9:443`,
  );
  expect(ran.stdout).toMatch(/\nno repair: what becomes of the packet is unknown, and must be evaluated first\n$/);
  expect(ran.code).toBe(1);
});

test("YAML has the same as JSON", async () => {
  const [json, yaml] = await Promise.all(
    ["json", "yaml"].map((format) =>
      session(tmpFolder())(`${OFFLINE} --repair allow tcp 198.51.100.7 10.240.0.5:8443 -o ${format}`),
    ),
  );
  expect(parse(yaml?.stdout ?? "")).toEqual(JSON.parse(json?.stdout ?? ""));
});
