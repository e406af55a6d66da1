import type { ShownPage } from "../shown-page.ts";

const DEMO = "npm run demo    # the main job: create resources, list them, simulate packets, catch a lock-out";
const CI = "CI runs it";

const CHANGE = "calicoctl create --guard -f examples/lock-out/change.yaml";
const ZSH = "source <(calicoctl completion zsh)";
const FISH = "calicoctl completion fish | source";
const KEEP = "calicoctl apply -f examples/guide/4-webserver.yaml --guard --confirm-within 2m";
const GUIDED = "calicoctl apply --confirm-within 2m -f examples/guide/6-no-failsafes.yaml";

/** The pages for who begins. */
export const START: Readonly<Record<string, ShownPage>> = {
  "README.md": {
    inOrder: true,
    unchecked: { [DEMO]: CI, "npm pack": CI },
    commands: { [CHANGE]: { code: 3 }, "calicoctl apply -f examples/mistake.yaml": { code: 1 } },
  },
  "docs/index.md": { inOrder: true, commands: { [CHANGE]: { code: 3 } } },
  "docs/install.md": {
    unchecked: {
      "npm pack": CI,
      "npm install -g --install-links git+GIT_URL": CI,
      "npm run demo    # installs the packages, builds, and shows the main job": CI,
      "docker build -t calicoctl .": "it needs docker; test/ci/dockerfile.test.ts compares the lines",
      'man "$(npm root -g)/calicoctl-ts/dist/man/calicoctl-apply.1"': "npm installs it; test/package has the pages",
      "npm uninstall -g calicoctl-ts": "it is npm's",
    },
    commands: {
      [ZSH]: {
        code: 0,
        program: "zsh",
        as: `zsh -fc 'autoload -U compinit && compinit -uD && ${ZSH}; [ $_comps[calicoctl] ]'`,
      },
      [FISH]: { code: 0, program: "fish", as: `fish -Nc '${FISH}; complete -C "calicoctl simul" | grep simulate'` },
    },
  },
  "docs/quick-start.md": {
    inOrder: true,
    commands: {
      'cp -r "$(npm root -g)/calicoctl-ts/examples" .': "the folder is there already",
      [CHANGE]: { code: 3 },
      "calicoctl apply -f examples/mistake.yaml": { code: 1 },
      "calicoctl diff --effect -f examples/guide/4-webserver.yaml": { code: 1 },
      // Nobody confirms it.
      [KEEP]: { code: 3, as: KEEP.replace("2m", "1s") },
    },
  },
  "docs/editors.md": {
    unchecked: {
      'vim.lsp.config("yamlls", {': "needs Neovim; its settings are those that test/editors gives the language server",
      "[language-server.yaml-language-server.config.yaml.schemas]":
        "needs Helix; its settings are those that test/editors gives the language server",
    },
  },
  "docs/coming-from.md": {
    commands: { "calicoctl apply -k overlays/prod": { code: 2 }, "calicoctl get pods": { code: 2 } },
  },
  "docs/guide.md": {
    inOrder: true,
    commands: {
      "calicoctl diff --effect -f examples/guide/3-host-endpoint.yaml": { code: 1 },
      "calicoctl guard --without-failsafes": [{ code: 3 }, { code: 0 }],
      "calicoctl apply --guard -f examples/guide/6-no-failsafes.yaml": { code: 3 },
      [GUIDED]: {
        code: 0,
        // Confirmed before it asks, it would not ask.
        as: `(until grep -qs 'in another session' shown; do :; done; calicoctl confirm > confirmed 2>&1) & script -qfec "${GUIDED}" shown`,
        terminal: true,
        varies: [[/confirm [0-9a-f]{6}/, "confirm 3f9a2c"]],
      },
    },
  },
};
