import { readFileSync } from "node:fs";
import type { ShownPage } from "../shown-page.ts";
import { ALLOW_SSH, BARE_NODE, hostEndpoint, policyOf, TWO_WEB_SERVERS, WEB_SERVER } from "../worlds.ts";

const EXPOSED = readFileSync("examples/exposure/policies.yaml", "utf8");
const WRONG_ORDER = { "policies/a-host.yaml": WEB_SERVER, "policies/b-ssh.yaml": ALLOW_SSH };
/** Puts the small set of policies and flows to start from into the working directory. */
const FLOW_TESTS = "cp -r examples/flow-tests/. .";
/** Starts a command that waits for its confirmation, and goes on once it does. */
const WAITING =
  "calicoctl apply -f policies/ --confirm-within 10m > waiting 2>&1 & grep -qm1 'not confirmed' <(tail -F waiting 2>&-)";
/** The same line, with a time that a test can wait for, and in which a busy machine comes to ask. */
const hurried = (line: string) => line.replace("2m", "5s");

/** The pages about what is proved of changes and policies, and what is done with the proof. */
export const ANALYSIS: Readonly<Record<string, ShownPage>> = {
  "docs/guard.md": {
    files: { ...WRONG_ORDER, "stored.yaml": BARE_NODE },
    before: ["calicoctl apply -f stored.yaml"],
    commands: {
      "calicoctl guard -f policies/": { code: 3 },
      "calicoctl apply -f policies/ --guard": { code: 3 },
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
    before: ["calicoctl apply -f policies.yaml"],
  },
  "docs/explore.md": {
    files: { "policies/all.yaml": EXPOSED },
    commands: {
      "calicoctl explore": "it serves a page until Ctrl-C (test/cli/explore)",
      "calicoctl explore -f policies/": "it serves a page until Ctrl-C (test/cli/explore)",
      "calicoctl explore -f policies/ --flows flows/": "it serves a page until Ctrl-C (test/cli/explore)",
      "calicoctl explore --allow-apply --confirm-within 2m": "it serves a page until Ctrl-C (test/cli/explore/apply)",
    },
  },
  "docs/gallery.md": {
    inOrder: true,
    commands: {
      "calicoctl diff --effect -f examples/worked-example/allow-nodeport.yaml -o html > effect.html": { code: 1 },
    },
  },
  "docs/lint.md": {
    files: { "policies/host.yaml": WEB_SERVER, "policies/log.yaml": policyOf("log-all", "action: Log").trimStart() },
  },
  "docs/testing-policy.md": {
    before: [
      FLOW_TESTS,
      `mkdir nodeport; cp examples/worked-example/{host-endpoint,policy,allow-nodeport}.yaml nodeport`,
    ],
    commands: {
      "calicoctl test flows/web.yaml -f policies/ --offline": {
        code: 3,
        before: ["sed -i 's/9100/9091/' policies/web.yaml"],
      },
      "calicoctl test flows/everyone.yaml -f policies/ --offline": {
        code: 3,
        before: ["sed -i 's/9100/9091/' policies/web.yaml"],
      },
      "calicoctl test flows.yaml -f nodeport/ --offline --coverage": {
        code: 0,
        before: ["cp examples/worked-example/flows.yaml ."],
      },
      "calicoctl test --generate flows -f policies/ --offline": { code: 0, before: ["rm -r flows"] },
      "calicoctl test flows.yaml -f nodeport/ --offline --mutate": {
        code: 3,
        before: ["cp examples/worked-example/flows.yaml ."],
      },
    },
  },
  "docs/way-back.md": {
    unchecked: {
      "# /etc/systemd/system/calicoctl-rollback.service":
        "test/cli/way-back/unit.test.ts checks the unit with systemd-analyze",
    },
    files: {
      "stored.yaml": [hostEndpoint("node1", "old", "10.0.0.1"), ALLOW_SSH].join("---"),
      "policies/a.yaml": [ALLOW_SSH, WEB_SERVER, policyOf("default-deny", "action: Deny")].join("---"),
    },
    before: ["calicoctl apply -f stored.yaml"],
    commands: {
      "calicoctl apply -f policies/ --confirm-within 2m": {
        code: 3,
        as: hurried("calicoctl apply -f policies/ --confirm-within 2m"),
        terminal: true,
        varies: [
          [/confirm [0-9a-f]{6}/, "confirm 3f9a2c"],
          [/within 5s/g, "within 2m"],
        ],
      },
      "calicoctl rollback": { code: 3, before: [WAITING] },
      "calicoctl rollback --dry-run": {
        code: 0,
        before: [WAITING],
        as: "calicoctl rollback --dry-run && calicoctl confirm",
      },
    },
  },
};
