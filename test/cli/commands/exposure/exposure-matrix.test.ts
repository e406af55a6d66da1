import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { textWidth } from "../../../../src/report/text-width.ts";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const SCHEMA = join(ROOT, "schemas/simulate/exposure-matrix.schema.json");
const isMatrix = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")));
const POLICIES = readFileSync(join(ROOT, "examples/exposure/policies.yaml"), "utf8");

async function run(line: string, world = POLICIES) {
  const folder = tmpFolder({ "p.yaml": world });
  return session(folder)(`exposure --matrix --offline -f ${folder}/p.yaml ${line}`);
}

test.each([
  [
    "markdown",
    `| from | node2-eth0 |
| --- | --- |
| node1-eth0 | TCP 22, 5432 |
| 10.20.0.0/28 | TCP 22 |
`,
  ],
  ["csv", `from,node2-eth0\nnode1-eth0,"TCP 22, 5432"\n10.20.0.0/28,TCP 22\n`],
  [
    "dot",
    `digraph exposure {
  rankdir=LR;
  "node1-eth0" [shape=box];
  "node2-eth0" [shape=box];
  "10.20.0.0/28" [shape=box];
  "node1-eth0" -> "node2-eth0" [label="TCP 22, 5432"];
  "10.20.0.0/28" -> "node2-eth0" [label="TCP 22"];
}
`,
  ],
])("-o %s", async (format, stdout) => {
  const ran = await run(`--from node1-eth0 --from 10.20.0.0/28 --to node2-eth0 --port tcp -o ${format}`);
  expect(ran).toEqual({ code: 0, stdout, stderr: "" });
});

test("JSON has the form of its schema, and what a source lacks of a network is in no region", async () => {
  const { code, stdout } = await run("-o json");
  const data = JSON.parse(stdout);
  expect(isMatrix(data) || isMatrix.errors).toBe(true);
  expect({ code, complete: data.complete, cells: data.cells.length }).toEqual({ code: 0, complete: true, cells: 15 });
  const cell = data.cells.find(
    (one: { source: number; destination: number }) => one.source === 4 && one.destination === 1,
  );
  expect(cell.allowed).toBe("TCP 22");
  expect(data.sources[4].addresses).not.toContain("10.20.0.0/24");
});

test("a table says which services pass between some of the addresses, and whose addresses are unknown", async () => {
  const unknown = POLICIES.replace("  expectedIPs: [10.0.0.2]\n", "");
  const { code, stdout } = await run("--from 10.0.0.0/16 --from node2-eth0", unknown);
  expect(code).toBe(0);
  expect(stdout).toBe(`  from \\ to    node1-eth0  node2-eth0         default/shop
  node2-eth0   TCP 22      own node           TCP 8080
  10.0.0.0/16  TCP 22      TCP 22; TCP 5432*  TCP 8080

* between some of the addresses; -o json shows which
any address is taken for one of node2-eth0: its addresses are unknown
`);
});

test("many destinations are in several grids of at most 80 columns", async () => {
  const hosts = Array.from(
    { length: 9 },
    (_, at) => `---
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: { name: further-${at}-eth0, labels: { role: web } }
spec: { node: further-${at}, interfaceName: eth0, expectedIPs: [10.0.1.${at}] }
`,
  );
  const { stdout } = await run("", POLICIES + hosts.join(""));
  expect(stdout.match(/from \\ to/g)?.length).toBeGreaterThan(1);
  for (const line of stdout.split("\n")) expect(textWidth(line)).toBeLessThanOrEqual(80);
});

test("a grid of too many cells is not proved", async () => {
  const host = (at: number) => `---
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: { name: h${at}, labels: { role: web } }
spec: { node: h${at}, interfaceName: eth0 }
`;
  const world = POLICIES + Array.from({ length: 320 }, (_, at) => host(at)).join("");
  const { code, stdout, stderr } = await run("", world);
  expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
  expect(stderr).toContain(
    "not proved: a grid of 104,975 cells is too large, the limit is 100,000; choose fewer ends with --from, --to or --node\n",
  );
  const data = JSON.parse((await run("-o json", world)).stdout);
  expect(isMatrix(data) || isMatrix.errors).toBe(true);
  expect(data).toMatchObject({ complete: false, cells: [] });
});

test.each([
  ["--direction out", "--matrix and --direction exclude each other"],
  ["--verdict deny", "--matrix and --verdict exclude each other"],
  ["--to nobody", "--to: unknown endpoint `nobody`"],
  ["--from nobody", "--from: unknown addresses `nobody`"],
])("%s is wrong usage", async (line, message) => {
  const { code, stderr } = await run(line);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test("where no way leads from an end to another, no packet passes", async () => {
  const world = `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: h0}
spec: {node: n1, interfaceName: cali1, expectedIPs: [10.0.0.1]}
`;
  const ran = await run("-o markdown", world);
  expect(ran).toEqual({
    code: 0,
    stdout: "| from | h0 |\n| --- | --- |\n| h0 | own node |\n| anywhere else | - |\n",
    stderr: "",
  });
});
