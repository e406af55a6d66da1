import type { ShownPage } from "../shown-page.ts";
import { policyOf } from "../worlds.ts";

/** Programs in the place of a node's: they print the facts of `examples/node-facts`. */
const NODE_PROGRAMS = `mkdir stubs; cat > stubs/ip <<'EOF'
#!/bin/sh
case "$(basename $0) $*" in
  "ip -j addr") cat examples/node-facts/node1/addr.json ;;
  "ip -j route"*) cat examples/node-facts/node1/route.json ;;
  "iptables-save -t nat") cat examples/node-facts/node1/nat.txt ;;
  "ip -j "*) echo "[]" ;;
esac
EOF
chmod +x stubs/ip; cp stubs/ip stubs/iptables-save; cp stubs/ip stubs/ip6tables-save`;
const onNode = (line: string) => ({ code: 0, before: [NODE_PROGRAMS], as: `PATH=$PWD/stubs:$PATH; ${line}` });

const stored = (...names: readonly string[]) =>
  `calicoctl apply ${names.map((name) => `-f examples/worked-example/${name}.yaml`).join(" ")}`;
/** A line that fills a file of facts, on a node and where its folder is. */
const savesFact = (line: string) => [line, onNode(`mkdir -p facts/node1; ${line}`)] as const;

/** The pages about packets and nodes. */
export const SIMULATION: Readonly<Record<string, ShownPage>> = {
  "docs/simulate.md": {
    files: {
      "proposed/https.yaml": policyOf("https", "{ action: Allow, protocol: TCP, destination: { ports: [443] } }"),
    },
    before: [
      stored("host-endpoint", "policy"),
      "mkdir policies; cp examples/worked-example/{host-endpoint,policy,allow-nodeport}.yaml policies; cp examples/worked-example/flows.yaml .",
    ],
  },
  "docs/node-facts.md": {
    before: [stored("host-endpoint", "policy", "allow-nodeport", "pod")],
    commands: {
      "calicoctl node facts --save facts --node node1": onNode("calicoctl node facts --save facts --node node1"),
      ...Object.fromEntries(
        [
          "ip -j addr > facts/node1/addr.json",
          "ip -j route show table all > facts/node1/route.json",
          "ip -j -6 route show table all > facts/node1/route6.json",
          "iptables-save -t nat > facts/node1/nat.txt",
          "ip6tables-save -t nat > facts/node1/nat6.txt",
        ].map(savesFact),
      ),
    },
  },
  "docs/versions.md": {
    inOrder: true,
    commands: {
      "calicoctl validate -f tier.yaml --calico-version v3.7": { code: 1 },
      "calicoctl apply -f every-interface.yaml --calico-version v3.7": { code: 1 },
    },
  },
};
