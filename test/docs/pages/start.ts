import type { ShownPage } from "../shown-page.ts";
import { ALLOW_SSH, policyOf, WEB_SERVER } from "../worlds.ts";

/** The same line, with a time that a test can wait for. */
const hurried = (line: string) => line.replace("2m", "1s");

/** The pages for who begins. */
export const START: Readonly<Record<string, ShownPage>> = {
  "README.md": {
    files: {
      "policies/ssh.yaml": ALLOW_SSH,
      "policies/web.yaml": WEB_SERVER,
      "proposed/https.yaml": policyOf("https", "{ action: Allow, protocol: TCP, destination: { ports: [443] } }"),
    },
    before: [
      "calicoctl apply -f examples/worked-example/host-endpoint.yaml",
      "calicoctl apply -f examples/worked-example/policy.yaml",
    ],
    unchecked: {
      "npm run demo    # the main job: create resources, list them, simulate packets, catch a lock-out": "CI runs them",
    },
    commands: {
      "calicoctl create --guard -f examples/lock-out/change.yaml": {
        code: 3,
        before: ["rm .store.db", "calicoctl create -f examples/lock-out/stored.yaml"],
      },
      "calicoctl apply -f examples/mistake.yaml": { code: 1 },
      "calicoctl simulate --repair allow ...": "the packet is left to the reader",
      "calicoctl apply -f policies/ --guard --confirm-within 2m": {
        code: 3,
        as: hurried("calicoctl apply -f policies/ --guard --confirm-within 2m"),
      },
    },
  },
};
