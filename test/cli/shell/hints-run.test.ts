import { expect, test } from "vitest";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const STORED = `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: node1-eth0, labels: {role: web}}
spec: {node: node1, interfaceName: eth0, expectedIPs: [10.0.0.1]}
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: allow-ssh}
spec: {selector: role == 'web', ingress: [{action: Allow, protocol: TCP, destination: {ports: [22]}}]}
`;

/** A wrong line, and the line that its hint says to type: that one ends with exit code 0. */
const ROWS: readonly (readonly [line: string, corrected: string])[] = [
  ["gte hep", "get hep"],
  ["get hpe", "get hep"],
  ["explain hep.spec.nod", "explain hep.spec.node"],
  ["explain port.rang", "explain port.range"],
  ["validate --explain port.rang", "validate --explain port.range"],
  ["exposure --node nod1", "exposure --node node1"],
  ["exposure --to node1-eht0", "exposure --to node1-eth0"],
  ["diff --effect --node nod1 -f a.yaml", "diff --effect --node node1 -f a.yaml"],
  ["test --generate --node nod1", "test --generate --node node1"],
  ["lint --skip log-onl", "lint --skip lint.log-only"],
  ["get hep --calico-version v2.6", "get hep --calico-version v3.7"],
];

/** The text in backticks that a message is about, replaced by what the hint says, on that line. */
function corrected(line: string, stderr: string): string {
  const [message = "", help = ""] = stderr.split("\n");
  const wrong = /`([^`]+)`/.exec(message)?.[1] ?? "";
  const right = /^ {2}(?:did you mean `([^`]+)`\?|use ([\w.]+))/.exec(help);
  const word = right?.[1] ?? right?.[2];
  if (word === undefined) throw new Error(`no hint to follow: ${stderr}`);
  return line.replace(wrong.startsWith("HostEndpoint") ? /nod$/ : wrong, word);
}

/** A manifest that is refused, and the lines that its hint says to type instead: each ends with exit code 0. */
const MANIFESTS: readonly (readonly [manifest: string, line: string, hint: string, lines: readonly string[]])[] = [
  [
    "apiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: {name: a}\nspec: {order: 1}\n",
    "validate --calico-version v3.7 -f a.yaml",
    "Calico v3.32 does: --calico-version v3.32",
    ["validate --calico-version v3.32 -f a.yaml"],
  ],
  [
    "apiVersion: v1\nkind: Node\nmetadata: {name: a}\nstatus: {addresses: [{type: InternalIP, address: 10.0.0.1}]}\n",
    "apply -f a.yaml",
    "use `kubectl apply -f FILE`; `calicoctl simulate` reads it, and `calicoctl convert` prints what Calico makes of it",
    ["simulate --offline -f a.yaml --node a --in eth0 tcp 192.0.2.1 10.0.0.1:80", "convert -f a.yaml"],
  ],
];

test.each(MANIFESTS)("%j: the hint's lines work", async (manifest, line, hint, lines) => {
  const folder = tmpFolder({ "a.yaml": manifest });
  const run = session(folder);
  const typed = (text: string) => run(text.replace("a.yaml", `${folder}/a.yaml`));
  const refused = await typed(line);
  expect(refused.code).toBe(1);
  expect(refused.stderr.replace(/\n[ |=]+/g, " ")).toContain(hint);
  for (const next of lines) expect(await typed(next)).toMatchObject({ code: 0 });
});

test.each(ROWS)("%s: the hint is a line that works", async (line, expected) => {
  const folder = tmpFolder({ "a.yaml": STORED });
  const run = session(folder);
  const typed = (text: string) => run(text.replace("a.yaml", `${folder}/a.yaml`));
  expect((await typed("apply -f a.yaml")).code).toBe(0);
  const refused = await typed(line);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(/^error: /);
  const next = corrected(line, refused.stderr.replaceAll(`${folder}/`, ""));
  expect(next).toBe(expected);
  expect((await typed(next)).code).toBe(0);
});
