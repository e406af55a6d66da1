import { expect, test } from "vitest";
import { answerQuestion } from "../../../../src/web/engine/answer.ts";
import type { SafeChanges } from "../../../../src/web/engine/editing/safe-changes.ts";
import { openPage } from "../../../../src/web/engine/page.ts";
import type { Edits, PageData } from "../../../../src/web/engine/page-data.ts";
import { runCli } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";
import { EMPTY_PAGE } from "../page-of.ts";

/** A host whose ssh, DHCP and DNS pass by policy alone; `rules` of ssh decide it. */
const HOST = `apiVersion: projectcalico.org/v3
kind: Node
metadata: {name: node1}
---
apiVersion: projectcalico.org/v3
kind: FelixConfiguration
metadata: {name: default}
spec: {failsafeInboundHostPorts: [], failsafeOutboundHostPorts: []}
---
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: node1-eth0, labels: {role: web}}
spec: {node: node1, interfaceName: eth0, expectedIPs: [10.0.0.1]}
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: base}
spec:
  order: 9
  selector: all()
  ingress: [{action: Allow, protocol: UDP, destination: {ports: [68]}}]
  egress: [{action: Allow, protocol: UDP, destination: {ports: [53, 67]}}]
`;

const ssh = (name: string, order: number, action = "Allow"): string => `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: ${name}}
spec:
  order: ${order}
  selector: all()
  types: [Ingress]
  ingress: [{action: ${action}, protocol: TCP, source: {nets: [10.20.0.0/24]}, destination: {ports: [22]}}]
`;

const FILES: Readonly<Record<string, string>> = { "host.yaml": HOST, "a.yaml": ssh("a-ssh", 10) };
const PAGE: PageData = {
  ...EMPTY_PAGE,
  manifests: Object.entries(FILES).map(([name, text]) => ({ name, text })),
};

function ask(edits: Edits): SafeChanges {
  const result = answerQuestion(openPage(PAGE), { kind: "safe-changes", edits });
  if (!result.ok) throw new Error(result.refusal.message);
  // The answer to a question is of the question's kind.
  return result.answer as SafeChanges;
}

const edited = (texts: Readonly<Record<string, string>>): Edits => ({
  manifests: Object.entries(texts).map(([name, text]) => ({ name, text })),
  removed: [],
});

/** The names of the resources that commands write and delete, in their order. */
const stepsOf = ({ commands }: SafeChanges): readonly string[] =>
  commands.flatMap((command) =>
    command.startsWith("calicoctl apply")
      ? [...command.matchAll(/^ {2}name: (.*)$/gm)].map(([, name]) => `apply ${name}`)
      : [command.replace("calicoctl ", "")],
  );

test.each<[string, Edits, SafeChanges["order"], readonly string[]]>([
  ["a rule that is added", edited({ "b.yaml": ssh("b-ssh", 5) }), "given", ["apply b-ssh"]],
  [
    "ssh is denied by one policy and allowed by another, in the order that keeps it",
    edited({ "a.yaml": ssh("a-ssh", 10, "Deny"), "b.yaml": ssh("b-ssh", 5) }),
    "other",
    ["apply b-ssh", "apply a-ssh"],
  ],
  [
    "a policy that is renamed: the new one comes first",
    edited({ "a.yaml": ssh("z-ssh", 10) }),
    "given",
    ["apply z-ssh", "delete globalnetworkpolicy a-ssh"],
  ],
  [
    "a deny above is removed before the allow below it",
    edited({ "a.yaml": `${ssh("a-ssh", 10)}---\n${ssh("deny", 20, "Deny")}`, "b.yaml": ssh("z", 30) }),
    "given",
    ["apply deny", "apply z"],
  ],
  ["ssh that is denied for good", edited({ "a.yaml": ssh("a-ssh", 10, "Deny") }), "none", ["apply a-ssh"]],
  ["nothing", edited({}), "unknown", []],
])("%s", async (_, edits, order, steps) => {
  const safe = ask(edits);
  expect({ order: safe.order, steps: stepsOf(safe) }).toEqual({ order, steps });
  if (order === "given") expect(safe.report).toMatch(/^checked: .*every packet \(exact\)/m);
  if (order === "other") expect(safe.report).toContain("REORDERED");
  if (order === "none") expect(safe.report).toContain("REFUSED");
  await expectGuarded(safe, order === "given" || order === "other");
});

/** Types the commands with `--guard` on a store that has the page: each is let through, or the first is refused. */
async function expectGuarded({ commands }: SafeChanges, isSafe: boolean): Promise<void> {
  const folder = tmpFolder(FILES);
  const env = { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: `${folder}/store.db` };
  expect(
    (await runCli(["apply", ...Object.keys(FILES).flatMap((name) => ["-f", `${folder}/${name}`])], { env })).code,
  ).toBe(0);
  for (const command of commands) {
    const [, stdin] = /<<'EOF'\n(.*)EOF$/s.exec(command) ?? [];
    const words =
      command
        .split("\n")[0]
        ?.replace(/^calicoctl | <<'EOF'$/g, "")
        .split(" ") ?? [];
    const ran = await runCli([...words, "--guard"], { env, ...(stdin !== undefined && { stdin }) });
    expect({ command, code: ran.code, stderr: ran.stderr }).toMatchObject({ command, code: isSafe ? 0 : 3 });
  }
}
