import type { ExampleRun } from "./example-transcript.ts";

/** Puts a program into the folder `bin`, which stands for one that is not installed everywhere. */
const program = (name: string, ...lines: readonly string[]): string =>
  `mkdir -p bin; cat > bin/${name} <<'END'\n#!/bin/sh\n${lines.join("\n")}\nEND\nchmod +x bin/${name}`;
const withPrograms = (line: string): string => `PATH=$PWD/bin:$PATH\n${line}`;

/** A change that waits for its confirmation in another terminal. */
const WAITING =
  "calicoctl apply -f policies/ --confirm-within 10m > waiting 2>&1 & grep -qm1 'not confirmed' <(tail -F waiting 2>&-)";

/** What a node's programs print, from `examples/node-facts`. */
const NODE_PROGRAMS = ["ip", "iptables-save", "ip6tables-save"].map((name) =>
  program(
    name,
    'case "$(basename $0) $*" in',
    '"ip -j addr") cat ../examples/node-facts/node1/addr.json ;;',
    '"ip -j route"*) cat ../examples/node-facts/node1/route.json ;;',
    '"iptables-save -t nat") cat ../examples/node-facts/node1/nat.txt ;;',
    '"ip -j "*) echo "[]" ;;',
    "esac",
  ),
);
const onNode = (line: string): ExampleRun => ({ surroundings: NODE_PROGRAMS, as: withPrograms(line) });

/** Watches until a change is shown, and prints what was shown. */
const WATCHED = `calicoctl get hep -w > watched &
watching=$!
until grep -qs node2-eth0 watched; do :; done
calicoctl label hep node1-eth0 zone=a > labelled
until [ "$(grep -c node1-eth0 watched)" -gt 1 ]; do :; done
kill $watching; wait $watching || true; cat watched`;

/** The examples that do not run as they stand, or end with another exit code than 0, by their lines. */
export const RUNS: Readonly<Record<string, ExampleRun>> = {
  "calicoctl create -f policy.yaml": { code: 1 },
  "calicoctl replace -f policy.yaml": { code: 1 },
  "calicoctl validate -f policies/ -R": { code: 1 },
  "calicoctl validate -f policies/ -o github": { code: 1 },
  "kustomize build . | calicoctl validate -f - --skip-kind Deployment,Secret": {
    surroundings: [program("kustomize", "cat ../examples/kubernetes/cluster.yaml")],
    as: withPrograms("kustomize build . | calicoctl validate -f - --skip-kind Deployment,Secret"),
  },
  "calicoctl convert -f policies/ --output-version crd.projectcalico.org/v1 | kubectl apply -f -": {
    surroundings: [program("kubectl", "grep -q 'apiVersion: crd.projectcalico.org/v1'")],
    as: withPrograms("calicoctl convert -f policies/ --output-version crd.projectcalico.org/v1 | kubectl apply -f -"),
  },
  "calicoctl diff -f policies/": { code: 1 },
  "calicoctl diff --effect -f policies/": { code: 1 },
  "calicoctl diff --effect main/policies branch/policies": { code: 1 },
  "calicoctl diff --effect main/policies branch/policies -o markdown": { code: 1 },
  "calicoctl test flows/": { code: 3 },
  "calicoctl get hep -w": { as: WATCHED },
  "calicoctl edit hep node1-eth0": {
    as: "EDITOR='sed -i s/interfaceName:.*/interfaceName:\\ eth1/' calicoctl edit hep node1-eth0",
  },
  "calicoctl edit gnp allow-ssh --guard": { as: "EDITOR='sed -i s/22$/2222/' calicoctl edit gnp allow-ssh --guard" },
  "calicoctl config view": { as: "CALICO_EMBEDDED_PATH=/home/you/try/store.db calicoctl config view" },
  "calicoctl confirm": { surroundings: [WAITING] },
  "calicoctl rollback": { surroundings: [WAITING], code: 3 },
  "calicoctl snapshot -o cluster": { datastore: "cluster" },
  "calicoctl snapshot > cluster.yaml": { datastore: "cluster" },
  "calicoctl node facts --save facts": onNode("calicoctl node facts --save facts"),
  "calicoctl node facts --save facts --node node1": onNode("calicoctl node facts --save facts --node node1"),
  "calicoctl completion powershell | Out-String | Invoke-Expression": {
    program: "pwsh",
    as: "pwsh -NoProfile -Command 'calicoctl completion powershell | Out-String | Invoke-Expression'",
  },
  "calicoctl completion fish | source": { program: "fish", as: "fish -c 'calicoctl completion fish | source'" },
};
