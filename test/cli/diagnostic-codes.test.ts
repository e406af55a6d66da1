import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { session } from "../support/cli.ts";
import { tmpFolder } from "../support/tmp.ts";

const head = (kind: string, metadata: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: ${metadata}\n`;
const HEP = `${head("HostEndpoint", "{name: a}")}spec: {node: n1, interfaceName: eth0}\n`;
const POLICY = `${head("NetworkPolicy", "{name: p, namespace: ns1}")}spec: {}\n`;
const NODE = (status: string) => `${head("Node", "{name: n1}")}spec: {}\nstatus: ${status}\n`;
const FLOW = "{from: {interface: eth0}, protocol: TCP, srcIP: 10.0.0.2, dstIP: 10.0.0.1, srcPort: 1, dstPort: 80}";
const flows = (...more: string[]): string => `node: n1\nflows:\n${more.map((flow) => `- ${flow}\n`).join("")}`;

const FOLDER = tmpFolder();
const saved = (name: string, text: string): string => {
  const path = join(FOLDER, name);
  writeFileSync(path, text);
  return path;
};
const FLOWS = saved("flows.yaml", flows(FLOW));
const RESOURCE = saved("hep.yaml", HEP);

let run: ReturnType<typeof session>;
beforeAll(async () => {
  run = session(FOLDER);
  expect((await run("apply -f -", HEP)).code).toBe(0);
});

/** A command line with its standard input, the code it reports, and some of the words. */
const TOLD: readonly (readonly [code: string, line: string, stdin: string, words: string])[] = [
  ["namespace.mismatch", "apply -n ns2 -f -", POLICY, "namespace `ns1` is not the `ns2` of --namespace"],
  [
    "patch.identity",
    `patch hep a -p '{"metadata":{"name":"b"}}'`,
    "",
    "kind, name, namespace and apiVersion cannot be patched",
  ],
  ["patch.shape", `patch hep a -p '{"metadata":null}'`, "", "the patch takes away what makes a resource"],
  ["patch.refused", `patch hep a -p '{"spec":'`, "", "the patch is not JSON"],
  ["patch.refused", `patch hep a -t json -p '5'`, "", "a JSON patch is a list of operations"],
  ["patch.refused", `patch hep a -p '{"$patch":"x"}'`, "", "`$patch` is `replace`, `merge` or `delete`"],
  [
    "node.key",
    "validate --calico-version v3.32 -f -",
    NODE("{wireguardPublicKey: short}"),
    "invalid WireGuard key `short`",
  ],
  ["flow.no-expectation", `test -f ${RESOURCE} ${FLOWS}`, "", "expect"],
  ["flow.resource", `test ${RESOURCE}`, "", "resource"],
];

describe("what a command reports, by its code", () => {
  test.each(TOLD)("%s: %s", async (code, line, stdin, words) => {
    const ran = await run(line, stdin);
    const output = `${ran.stdout}${ran.stderr}`;
    expect(output).toContain(`[${code}]`);
    expect(output).toContain(words);
    expect(ran.code).toBe(1);
  });

  test("node.key: a key of 43 characters and `=` is one", async () => {
    const key = `${"A".repeat(43)}=`;
    const ran = await run("validate --calico-version v3.32 -f -", NODE(`{wireguardPublicKey: ${key}}`));
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    for (const wrong of [`${"A".repeat(42)}=`, "A".repeat(44), `${"A".repeat(44)}=`, `${"A".repeat(42)}-=`]) {
      const refused = await run("validate --calico-version v3.32 -f -", NODE(`{wireguardPublicKeyV6: "${wrong}"}`));
      expect(`${refused.stdout}${refused.stderr}`).toContain("[node.key]");
    }
  });

  test("namespace.mismatch: not reported for the same one", async () => {
    expect(await run("apply -n ns1 -f -", POLICY)).toMatchObject({ code: 0, stderr: "" });
  });
});
