import { readFileSync } from "node:fs";
import { type ShownPage, testPage } from "./run-page.ts";
import { ALLOW_SSH, BARE_NODE, hostEndpoint, policyOf, TWO_WEB_SERVERS } from "./worlds.ts";

const EXPOSED = readFileSync("examples/exposure/policies.yaml", "utf8");
const WEB_SERVER = hostEndpoint("node1", "web", "10.0.0.1");
const WRONG_ORDER = { "policies/a-host.yaml": WEB_SERVER, "policies/b-ssh.yaml": ALLOW_SSH };
/** Puts the small set of policies and flows to start from into the working directory. */
const FLOW_TESTS = "cp -r examples/flow-tests/. .";
/** Starts a command that waits for its confirmation, and goes on once it does. */
const WAITING =
  "calicoctl apply -f policies/ --confirm-within 10m > waiting 2>&1 & grep -qm1 'not confirmed' <(tail -F waiting 2>&-)";
/** The same line, with a time that a test can wait for. */
const hurried = (line: string) => line.replace("2m", "1s");

const PAGES: Readonly<Record<string, ShownPage>> = {
  "README.md": {
    files: {
      "policies/ssh.yaml": ALLOW_SSH,
      "policies/web.yaml": WEB_SERVER,
      "proposed/https.yaml": policyOf("https", "{ action: Allow, protocol: TCP, destination: { ports: [443] } }"),
    },
    stored: ["examples/worked-example/host-endpoint.yaml", "examples/worked-example/policy.yaml"],
    commands: {
      "calicoctl create --guard -f examples/lock-out/change.yaml": {
        code: 3,
        before: ["rm .store.db", "calicoctl create -f examples/lock-out/stored.yaml"],
      },
      "calicoctl apply -f examples/mistake.yaml": { code: 1 },
      "calicoctl apply -f policies/": { code: 0 },
      "calicoctl get hep -o wide": { code: 0 },
      "calicoctl get gnp -o yaml": { code: 0 },
      "calicoctl simulate -f proposed/ --node node1 --in eth0 tcp 198.51.100.7 10.240.0.5:22": { code: 0 },
      "calicoctl simulate --calico-version v3.32 --offline -f examples/kubernetes/cluster.yaml --from external:203.0.113.9 --to node/node1:31852":
        { code: 0 },
      "calicoctl diff --effect -f proposed/": { code: 0 },
      "calicoctl exposure --to node1-eth0 --port tcp/22": { code: 0 },
      "calicoctl lint -f policies/": { code: 0 },
      "calicoctl simulate --repair allow ...": "the packet is left to the reader",
      "calicoctl test --generate -f policies/ > flows.yaml": { code: 0 },
      "calicoctl apply -f policies/ --guard --confirm-within 2m": {
        code: 3,
        as: hurried("calicoctl apply -f policies/ --guard --confirm-within 2m"),
      },
    },
  },
  "docs/guard.md": {
    files: { ...WRONG_ORDER, "stored.yaml": BARE_NODE },
    stored: ["stored.yaml"],
    commands: {
      "calicoctl guard -f policies/": { code: 3 },
      "calicoctl apply -f policies/ --guard": { code: 3 },
      "calicoctl guard": { code: 0 },
    },
  },
  "docs/effect.md": {
    files: {
      "old/a.yaml": TWO_WEB_SERVERS,
      "new/a.yaml": TWO_WEB_SERVERS,
      "new/b.yaml": `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: allow-admin }
spec:
  selector: role == 'web'
  types: [Ingress]
  ingress:
    - { action: Allow, protocol: TCP, source: { selector: net == 'office' }, destination: { ports: [8443] } }
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: nobody }
spec: { selector: role == 'none', types: [Ingress], ingress: [{ action: Deny }] }
`,
    },
    commands: { "calicoctl diff --effect old new": { code: 1 } },
  },
  "docs/exposure.md": {
    files: { "policies.yaml": EXPOSED, "policies/all.yaml": EXPOSED },
    stored: ["policies.yaml"],
    commands: {
      "calicoctl exposure --to 'has(role)' --port tcp/22": { code: 0 },
      "calicoctl exposure --from 203.0.113.0/24": { code: 0 },
      "calicoctl exposure --direction out --from default/shop": { code: 0 },
      "calicoctl exposure -f policies/ --offline -o json": { code: 0 },
      "calicoctl exposure --offline -f policies.yaml --to 'has(role)' --port tcp/22 --traffic local": { code: 0 },
      "calicoctl exposure --offline -f policies.yaml --matrix": { code: 0 },
      "calicoctl exposure --offline -f policies.yaml --matrix --from default/shop --to \"role == 'db'\" --port tcp -o csv":
        { code: 0 },
    },
  },
  "docs/lint.md": {
    files: { "policies/host.yaml": WEB_SERVER, "policies/log.yaml": policyOf("log-all", "action: Log").trimStart() },
    commands: {
      "calicoctl lint": { code: 0 },
      "calicoctl lint -f policies/": { code: 0 },
      "calicoctl lint -f policies/ --offline": { code: 0 },
    },
  },
  "docs/testing-policy.md": {
    commands: {
      "calicoctl test flows/ -f policies/ --offline --coverage-threshold 80": { code: 0, before: [FLOW_TESTS] },
      "calicoctl test flows/ -f policies/ --offline -o junit > report.xml": { code: 0, before: [FLOW_TESTS] },
      "calicoctl test --generate flows -f policies/ --offline": { code: 0, before: [`${FLOW_TESTS}; rm -r flows`] },
      "calicoctl test flows -f policies/ --offline --coverage": { code: 0, before: [FLOW_TESTS] },
      "calicoctl test flows/ -f policies/ --offline --mutate": { code: 0, before: [FLOW_TESTS] },
    },
  },
  "docs/way-back.md": {
    files: {
      "stored.yaml": [hostEndpoint("node1", "old", "10.0.0.1"), ALLOW_SSH].join("---"),
      "policies/a.yaml": [ALLOW_SSH, WEB_SERVER, policyOf("default-deny", "action: Deny")].join("---"),
    },
    stored: ["stored.yaml"],
    commands: {
      "calicoctl apply -f policies/ --confirm-within 2m": {
        code: 3,
        as: hurried("calicoctl apply -f policies/ --confirm-within 2m"),
        terminal: true,
        varies: [
          [/confirm [0-9a-f]{6}/, "confirm 3f9a2c"],
          [/within 1s/g, "within 2m"],
        ],
      },
      "calicoctl rollback --list": { code: 0 },
      "calicoctl rollback": { code: 3, before: [WAITING] },
      "calicoctl rollback --dry-run": {
        code: 0,
        before: [WAITING],
        as: "calicoctl rollback --dry-run && calicoctl confirm",
      },
      "calicoctl rollback --all-expired": { code: 0 },
    },
  },
};

for (const [name, page] of Object.entries(PAGES)) testPage(name, page);
