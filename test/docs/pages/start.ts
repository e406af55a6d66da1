import type { ShownPage } from "../shown-page.ts";
import { ALLOW_SSH, policyOf, WEB_SERVER } from "../worlds.ts";

/** The same line, with a time that a test can wait for. */
const hurried = (line: string) => line.replace("2m", "1s");

const DEMO = "npm run demo    # the main job: create resources, list them, simulate packets, catch a lock-out";
const CI = "CI runs it";

/** The host that a change would lock out, which several pages begin with. */
const LOCK_OUT_STORED = ["rm -f .store.db", "calicoctl create -f examples/lock-out/stored.yaml"];
const LOCK_OUT: ShownPage["commands"] = {
  "calicoctl create --guard -f examples/lock-out/change.yaml": { code: 3, before: LOCK_OUT_STORED },
};

/** The pages for who begins. */
export const START: Readonly<Record<string, ShownPage>> = {
  "README.md": {
    unchecked: { [DEMO]: CI, "npm pack": CI },
    commands: { ...LOCK_OUT, "calicoctl apply -f examples/mistake.yaml": { code: 1 } },
  },
  "docs/index.md": { commands: LOCK_OUT },
  "docs/install.md": {
    unchecked: {
      "npm pack": CI,
      "npm install -g --install-links git+GIT_URL": CI,
      "npm run demo    # installs the packages, builds, and shows the main job": CI,
      'man "$(npm root -g)/calicoctl-ts/dist/man/calicoctl-apply.1"': "npm installs it; test/package has the pages",
      "npm uninstall -g calicoctl-ts": "it is npm's",
    },
    commands: {
      "source <(calicoctl completion zsh)": "a line of zsh's; test/cli has completion in zsh",
      "calicoctl completion fish | source": "a line of fish's; test/cli has completion in fish",
    },
  },
  "docs/quick-start.md": {
    files: {
      "policies/ssh.yaml": ALLOW_SSH,
      "policies/web.yaml": WEB_SERVER,
      "proposed/https.yaml": policyOf("https", "{ action: Allow, protocol: TCP, destination: { ports: [443] } }"),
    },
    before: [
      "calicoctl apply -f examples/worked-example/host-endpoint.yaml",
      "calicoctl apply -f examples/worked-example/policy.yaml",
    ],
    commands: {
      ...LOCK_OUT,
      "calicoctl create --guard --reorder -f examples/lock-out/change.yaml": { code: 0, before: LOCK_OUT_STORED },
      "calicoctl apply -f examples/mistake.yaml": { code: 1 },
      "calicoctl simulate --repair allow ...": "the packet is left to the reader",
      "calicoctl apply -f policies/ --guard --confirm-within 2m": {
        code: 3,
        as: hurried("calicoctl apply -f policies/ --guard --confirm-within 2m"),
      },
    },
  },
  "docs/editors.md": {
    unchecked: {
      'vim.lsp.config("yamlls", {': "needs Neovim; its settings are those that test/editors gives the language server",
      "[language-server.yaml-language-server.config.yaml.schemas]":
        "needs Helix; its settings are those that test/editors gives the language server",
    },
  },
  "docs/ci.md": { unchecked: { "docker build -t calicoctl .": "it needs docker" } },
  "docs/coming-from.md": {
    commands: { "calicoctl apply -k overlays/prod": { code: 2 }, "calicoctl get pods": { code: 2 } },
  },
  "docs/guide.md": {
    inOrder: true,
    commands: {
      "calicoctl diff --effect -f examples/guide/3-host-endpoint.yaml": { code: 1 },
      "calicoctl guard --without-failsafes": [{ code: 3 }, { code: 0 }],
      "calicoctl apply --guard -f examples/guide/6-no-failsafes.yaml": { code: 3 },
      "calicoctl apply --confirm-within 2m -f examples/guide/6-no-failsafes.yaml": {
        code: 0,
        as: `(until calicoctl confirm > confirmed 2>&1; do :; done) & calicoctl apply --confirm-within 2m -f examples/guide/6-no-failsafes.yaml`,
        terminal: true,
        varies: [[/confirm [0-9a-f]{6}/, "confirm 3f9a2c"]],
      },
    },
  },
};
