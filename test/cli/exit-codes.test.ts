import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allCommands } from "../../src/cli/shell/registry.ts";
import { exitCodes } from "../../src/cli/shell/usage.ts";
import { session } from "../support/cli.ts";
import { tmpFolder } from "../support/tmp.ts";
import { tangledManifest, tangledRules } from "./not-proved/tangled-policies.ts";

const API = "apiVersion: projectcalico.org/v3";
const FELIX = `${API}
kind: FelixConfiguration
metadata: {name: default}
spec: {failsafeInboundHostPorts: [], failsafeOutboundHostPorts: []}
`;
const HOST = `${API}
kind: HostEndpoint
metadata: {name: h1, labels: {role: web}}
spec: {node: n1, interfaceName: eth0, expectedIPs: [10.0.0.1]}
`;
const policy = (port: number, name = "ssh"): string => `${API}
kind: GlobalNetworkPolicy
metadata: {name: ${name}}
spec:
  selector: role == 'web'
  types: [Ingress, Egress]
  ingress: [{action: Allow, protocol: TCP, source: {nets: [10.20.0.0/24]}, destination: {ports: [${port}]}}]
  egress: [{action: Allow}]
`;
const flow = (expected: string): string => `node: n1
flows:
- {from: {interface: eth0}, protocol: TCP, srcIP: 10.20.0.1, srcPort: 4000, dstIP: 10.0.0.1, dstPort: 22, expect: ${expected}}
`;
/** What is stored before each line: ssh is let in by a policy alone. */
const STORED = [FELIX, policy(22), HOST];
const FILES = {
  "same.yaml": policy(22),
  "ssh.yaml": policy(2222),
  "new.yaml": policy(80, "new"),
  "cut.yaml": policy(22, "cut").replace("Allow", "Deny").replace("spec:", "spec:\n  order: 1"),
  "bad.yaml": policy(22).replace("selector", "selectr"),
  "v1.yaml": "apiVersion: v1\nkind: profile\nmetadata: {name: p}\nspec: {}\n",
  "host.yaml": HOST,
  "log.yaml": policy(22, "log").replace(/ingress.*/, "ingress: [{action: Log}]"),
  "allow.yaml": flow("allow"),
  "deny.yaml": flow("deny"),
  "now.yaml": tangledManifest(tangledRules(100, ["Deny", "Allow"], 1)),
  "next.yaml": tangledManifest(tangledRules(100, ["Deny", "Allow"], 2)),
};
const GUARD = "--guard --skip-lifeline dhcp";
const PACKET = "--node n1 --in eth0 tcp 10.20.0.1 10.0.0.1:22";

/** A line with that exit code, `@` being a folder with `FILES`; or the test that has one, as it needs another set-up. */
type Line = string | { readonly in: string };
const CLUSTER = { in: "test/cli/snapshot/save-snapshot.test.ts" };
const WAY_BACK = { in: "test/cli/way-back/others.test.ts" };
const EDIT = { in: "test/cli/edit/edit.test.ts" };
const FACTS = { in: "test/cli/node-facts/save-facts.test.ts" };

const LINES: Readonly<Record<string, Readonly<Record<number, Line>>>> = {
  create: { 0: "create -f @/new.yaml", 1: "create -f @/bad.yaml", 2: "create", 3: `create -f @/cut.yaml ${GUARD}` },
  apply: { 0: "apply -f @/new.yaml", 1: "apply -f @/bad.yaml", 2: "apply -f", 3: `apply -f @/cut.yaml ${GUARD}` },
  replace: {
    0: "replace -f @/ssh.yaml",
    1: "replace -f @/new.yaml",
    2: "replace --no",
    3: `replace -f @/ssh.yaml ${GUARD}`,
  },
  delete: { 0: "delete gnp ssh", 1: "delete gnp none", 2: "delete", 3: `delete gnp ssh ${GUARD}` },
  get: { 0: "get gnp", 1: "get gnp none", 2: "get nothing" },
  describe: { 0: "describe hep h1", 1: "describe hep none", 2: "describe nothing" },
  convert: { 0: "convert -f @/v1.yaml", 1: "convert -f @/bad.yaml", 2: "convert -o none -f @/v1.yaml" },
  validate: { 0: "validate @/new.yaml", 1: "validate @/bad.yaml", 2: "validate" },
  lint: {
    0: "lint --offline -f @/host.yaml",
    1: "lint --offline -f @/bad.yaml",
    2: "lint --skip none",
    3: "lint --max-warnings 0 --offline -f @/log.yaml -f @/host.yaml",
  },
  label: { 0: "label hep h1 a=b", 1: "label hep none a=b", 2: "label", 3: `label hep h1 role=db --overwrite ${GUARD}` },
  annotate: {
    0: "annotate hep h1 a=b",
    1: "annotate hep none a=b",
    2: "annotate",
    3: "annotate hep h1 a=b --confirm-within 1s",
  },
  patch: {
    0: 'patch gnp ssh -p \'{"spec":{"order":5}}\'',
    1: "patch gnp none -p '{}'",
    2: "patch gnp ssh",
    3: `patch gnp ssh -p '{"spec":{"selector":"role==\\"db\\""}}' ${GUARD}`,
  },
  edit: { 0: EDIT, 1: EDIT, 2: "edit", 3: EDIT },
  guard: { 0: "guard --skip-lifeline dhcp", 1: "guard -f @/none.yaml", 2: "guard --no", 3: "guard -f @/cut.yaml" },
  diff: {
    0: "diff -f @/same.yaml",
    1: "diff -f @/ssh.yaml",
    2: "diff",
    3: "diff --effect @/now.yaml @/next.yaml",
  },
  export: { 0: "export", 1: { in: "test/cli/resources/hostile-values.test.ts" }, 2: "export nothing" },
  import: { 0: "import -f @/new.yaml", 1: "import -f @/bad.yaml", 2: "import", 3: `import -f @/cut.yaml ${GUARD}` },
  confirm: { 0: WAY_BACK, 1: "confirm", 2: "confirm a b" },
  rollback: { 0: "rollback --all-expired", 1: "rollback 123456", 2: "rollback --no", 3: WAY_BACK },
  snapshot: { 0: CLUSTER, 1: "snapshot", 2: "snapshot --no" },
  datastore: { 0: "datastore migrate lock", 1: "datastore migrate unlock -c @/bad.yaml", 2: "datastore --no" },
  explain: { 0: "explain hep", 2: "explain nothing" },
  node: { 0: FACTS, 1: FACTS, 2: "node" },
  config: { 0: "config view", 1: "config view --config @/bad.yaml", 2: "config" },
  "api-resources": { 0: "api-resources", 2: "api-resources --no" },
  completion: { 0: "completion bash", 2: "completion csh" },
  simulate: {
    0: `simulate ${PACKET}`,
    1: `simulate -f @/bad.yaml ${PACKET}`,
    2: "simulate --no",
    3: `simulate ${PACKET} --expect deny`,
  },
  test: { 0: "test @/allow.yaml", 1: "test @/none.yaml", 2: "test", 3: "test @/deny.yaml" },
  exposure: {
    0: "exposure --to h1",
    1: "exposure -f @/bad.yaml",
    2: "exposure --to",
    3: "exposure --offline -f @/now.yaml",
  },
  explore: {
    0: "explore --offline -f @/new.yaml --save @/page.html",
    1: "explore --offline -f @/bad.yaml --save @/page.html",
    2: "explore --port x",
  },
  version: { 0: "version --client", 1: "version", 2: "version --no" },
};
/** Exit codes that are declared for all commands, and that these cannot end with: they read nothing that could be wrong. */
const NEVER: Readonly<Record<string, number>> = { explain: 1, "api-resources": 1, completion: 1 };

const commands = await allCommands();

test.each(commands.map(({ declaration }) => declaration))("$name: each exit code has a line", ({ name, exits }) => {
  const declared = exitCodes(exits).map(([code]) => Number(code));
  expect(Object.keys(LINES[name] ?? {}).map(Number)).toEqual(declared.filter((code) => code !== NEVER[name]));
});

describe.each(Object.entries(LINES))("%s", (_, lines) => {
  test.each(Object.entries(lines))("%s: %j", async (code, line) => {
    if (typeof line !== "string") {
      const file = join(import.meta.dirname, "..", "..", line.in);
      expect(existsSync(file) && readFileSync(file, "utf8")).toMatch(new RegExp(`code.*\\b${code}\\b`));
      return;
    }
    const folder = tmpFolder(FILES);
    const run = session(tmpFolder(), { env: { CALICOCTL_STATE_DIR: tmpFolder() } });
    for (const manifest of STORED) expect((await run("create -f -", manifest)).code).toBe(0);
    const ran = await run(line.replaceAll("@", folder));
    expect(ran.code, ran.stdout + ran.stderr).toBe(Number(code));
  });
});
