import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..", "..");
const WORKED = join(ROOT, "examples", "worked-example");
const POLICY = ["host-endpoint", "policy", "allow-nodeport"].map((name) => `-f ${WORKED}/${name}.yaml`).join(" ");
const schema = (name: string) => JSON.parse(readFileSync(join(ROOT, "schemas", "simulate", name), "utf8"));
const isReport = new Ajv2020({ strict: false })
  .addSchema(schema("flows.schema.json"))
  .compile(schema("test-report.schema.json"));

interface Report {
  readonly mutation: {
    readonly total: number;
    readonly killed: number;
    readonly survivors: readonly { readonly text: string; readonly place: string; readonly entry: string }[];
  };
}

test("what the flows do not notice, at its place, with a flow that does", async () => {
  const ran = await session(tmpFolder())(`test ${WORKED}/flows.yaml --offline ${POLICY} --mutate`);
  expect(ran.code).toBe(3);
  for (const part of [
    "not noticed  ",
    "policy.yaml:26  policy drop-other-ingress, ingress rule 1: left out\n",
    "deny becomes allow on node1; a flow that would notice it:\n  - name: ",
    "    expect: { verdict: deny, policy: drop-other-ingress, rule: 1 }\n",
    "mutants: 16; 13 noticed by the tests, 3 not noticed, 0 change no verdict (proved)\n",
  ])
    expect(ran.stdout).toContain(part);
});

test("with the flows that it prints, a suite notices everything", async () => {
  const flows = readFileSync(join(WORKED, "flows.yaml"), "utf8");
  const run = session(tmpFolder());
  const first = await run(`test - --offline ${POLICY} --mutate -o json`, flows);
  const report: Report = JSON.parse(first.stdout);
  expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
  expect(report.mutation.survivors.length).toBeGreaterThan(0);
  const more = join(tmpFolder(), "more.yaml");
  writeFileSync(more, `${flows}${report.mutation.survivors.map(({ entry }) => entry).join("")}`);
  const second = await run(`test ${more} --offline ${POLICY} --mutate -o json`);
  expect(second).toMatchObject({ code: 0 });
  expect(JSON.parse(second.stdout)).toMatchObject({ mutation: { total: report.mutation.total, survivors: [] } });
});

/** Reports for CI services of the worked example, in which three mutants survive. */
test.each([
  [
    "junit",
    [
      '<testsuites name="calicoctl test" tests="21" failures="3" errors="0">',
      '<testsuite name="mutants" tests="16" failures="3" errors="0" skipped="0">',
      '<testcase name="policy allow-cluster-internal-ingress, ingress rule 1: left out" classname="mutants"/>',
      /<failure message="no test notices it: deny becomes allow on node1" type="survivor">.*policy.yaml:26\n/,
      "  - name: &quot;notices policy drop-other-ingress, ingress rule 1: left out&quot;\n",
    ],
  ],
  [
    "tap",
    [
      "\n1..21\n",
      /^ok \d+ - mutant: policy allow-cluster-internal-ingress, ingress rule 1: left out$/m,
      /^not ok \d+ - mutant: policy drop-other-ingress, ingress rule 1: left out\n {2}---\n {2}message: "no test notices it: deny becomes allow on node1"$/m,
      /^ {2}entry: " {2}- name: /m,
    ],
  ],
  [
    "github",
    [
      /^::error file=[^,]*policy\.yaml,line=26,col=\d+,title=policy drop-other-ingress%2C ingress rule 1%3A left out::no test notices it: deny becomes allow on node1; a flow that would:%0A {2}- name: "notices /m,
    ],
  ],
])("as %s: a case for each mutant, and what survives is a failure", async (format, parts) => {
  const ran = await session(tmpFolder())(`test ${WORKED}/flows.yaml --offline ${POLICY} --mutate -o ${format}`);
  expect(ran.code).toBe(3);
  for (const part of parts) expect(ran.stdout).toMatch(part);
});

test("no mutants are run where a flow fails as it is", async () => {
  const ran = await session(tmpFolder())(
    `test ${WORKED}/flows.yaml --offline -f ${WORKED}/host-endpoint.yaml -f ${WORKED}/policy.yaml --mutate`,
  );
  expect(ran).toMatchObject({ code: 3, stderr: "no mutants were run: the flows do not all pass as it is\n" });
});

/** An assertion about the worked example, and mutants that it notices. */
test.each([
  [
    "forbid:\n- {from: 198.51.100.0/24, to: has(host-endpoint), ports: tcp/8443}\n",
    "policy drop-other-ingress, ingress rule 1: Allow instead of Deny",
  ],
  [
    "permit:\n- {from: 10.240.0.0/16, to: has(host-endpoint), ports: tcp/8443}\n",
    "policy allow-cluster-internal-ingress: left out",
  ],
])("assertions notice, too: %s", async (file, noticed) => {
  const ran = await session(tmpFolder())(`test - --offline ${POLICY} --mutate -o json`, file);
  const { mutation }: Report = JSON.parse(ran.stdout);
  expect(mutation.killed).toBeGreaterThan(0);
  expect(mutation.survivors.map(({ text }) => text)).not.toContain(noticed);
});
