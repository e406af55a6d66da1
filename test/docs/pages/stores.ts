import type { ShownPage } from "../shown-page.ts";
import { ALLOW_SSH, hostEndpoint, WEB_SERVER } from "../worlds.ts";

/** Writes a value that is no host endpoint under the key of one, as another program might. */
const UNREADABLE = `curl -sf $ETCD_ENDPOINTS/v3/kv/put -d "{\\"key\\": \\"$(printf %s /calico/resources/v3/projectcalico.org/hostendpoints/a |
  base64 -w0)\\", \\"value\\": \\"$(printf %s '{"kind":"HostEndpoint","apiVersion":"projectcalico.org/v3","metadata":{"name":"a"},"spec":{"node":7}}' | base64 -w0)\\"}"`;

/** The pages about manifests, datastores and clusters. */
export const STORES: Readonly<Record<string, ShownPage>> = {
  "docs/resources.md": {
    inOrder: true,
    files: { "policies/ssh.yaml": ALLOW_SSH, "policies/web.yaml": WEB_SERVER },
    commands: { "calicoctl diff -f policies/": { code: 1 } },
  },
  "docs/library.md": {
    commands: {
      "npx tsx check.ts": {
        code: 0,
        as: "tsx check.ts",
        before: ["tsc --noEmit --strict --module nodenext --lib es2023,dom check.ts"],
      },
    },
  },
  "docs/datastores.md": {
    datastore: "etcd",
    files: { "stored.yaml": hostEndpoint("node1", "web", "10.0.0.1") },
    commands: {
      "etcdctl role grant-permission ROLE --prefix=true readwrite /calico/resources/v3/projectcalico.org/hostendpoints/":
        { code: 0, program: "etcdctl", before: ["etcdctl role add ROLE"] },
      "calicoctl get hep": { code: 1, before: ["calicoctl create -f stored.yaml", UNREADABLE] },
    },
  },
  "docs/kubernetes.md": {
    datastore: "cluster",
    commands: {
      "calicoctl simulate --offline -f cluster --from external:203.0.113.9 --to node/node1:31852": {
        code: 0,
        before: ["calicoctl snapshot -o cluster"],
      },
      "calicoctl simulate --offline -f cluster.yaml --from external:203.0.113.9 --to node/node1:31852": {
        code: 0,
        before: ["cp examples/kubernetes/cluster.yaml ."],
      },
    },
  },
};
