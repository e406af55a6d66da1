import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const EXAMPLES = join(import.meta.dirname, "..", "..", "..", "..", "examples");
const WORKED = ["host-endpoint", "policy", "allow-nodeport", "pod"]
  .map((name) => `-f ${EXAMPLES}/worked-example/${name}.yaml`)
  .join(" ");
const FLOW_TESTS = `-f ${EXAMPLES}/flow-tests/policies`;
const KUBERNETES = `-f ${EXAMPLES}/kubernetes/cluster.yaml`;

interface Report {
  readonly summary: { readonly passed: number; readonly failed: number; readonly errors: number };
  readonly coverage: {
    readonly total: number;
    readonly reached: number;
    readonly unreachable?: readonly unknown[];
  };
}

/** Policy, and how much of it no packet reaches. */
test.each([
  [WORKED, 1],
  [FLOW_TESTS, 0],
  [KUBERNETES, undefined],
])("what is generated passes, and reaches all that packets reach: %s", async (policy, unreachable) => {
  const folder = join(tmpFolder(), "flows");
  const run = session(tmpFolder());
  const made = await run(`test --generate ${folder} --offline ${policy}`);
  expect(made).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Successfully wrote flows of \d node\(s\) to /),
  });
  const [, count, of] = /; (\d+) of (\d+) rules and default denies/.exec(made.stderr) ?? [];
  if (unreachable !== undefined) expect(Number(count)).toBe(unreachable);
  const tested = await run(`test ${folder} --coverage -o json --offline ${policy}`);
  const { summary, coverage }: Report = JSON.parse(tested.stdout);
  expect(summary).toMatchObject({ failed: 0, errors: 0 });
  const reached = Number(of) - Number(count);
  expect(coverage).toMatchObject({ percent: 100, total: reached, reached });
  expect(coverage.unreachable ?? []).toHaveLength(Number(count));
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  expect((await run(`test --generate ${folder} --offline ${policy}`)).code).toBe(0);
  expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"))).toEqual(texts);
});

test("one node is printed, with what no packet reaches on stderr", async () => {
  const policy = ["host-endpoint", "policy"].map((name) => `-f ${EXAMPLES}/worked-example/${name}.yaml`).join(" ");
  const { code, stdout, stderr } = await session(tmpFolder())(`test --generate --offline ${policy}`);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^# Made by .*\nnode: node1\nflows:\n {2}- name: "policy allow-cluster-internal-ingress, ingress rule 1 \(Allow\)"\n/,
  );
  expect(stderr).toContain(
    "host-endpoint.yaml:10  host endpoint node1-eth0, normal ingress: default deny: all packets are decided before it\n",
  );
});

test.each([
  [`--generate --offline ${FLOW_TESTS}`, 2, "a flow file is of one node, and packets enter 2"],
  [`--generate --node web1 --offline ${FLOW_TESTS}`, 0, "0 of 5 rules and default denies"],
  [`--generate --node web9 --offline ${FLOW_TESTS}`, 2, "unknown node `web9`"],
  [`--generate a b --offline ${FLOW_TESTS}`, 2, "--generate writes to one folder"],
  [`--generate --coverage --offline ${FLOW_TESTS}`, 2, "--generate makes flows, and tests none"],
  [`--generate --mutate --offline ${FLOW_TESTS}`, 2, "--generate makes flows, and tests none"],
] as const)("test %s", async (line, code, text) => {
  const ran = await session(tmpFolder())(`test ${line}`);
  expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code, stderr: expect.stringContaining(text) });
});

test("a folder with other files is left alone", async () => {
  const folder = tmpFolder();
  writeFileSync(join(folder, "mine.yaml"), "flows: []\n");
  const ran = await session(tmpFolder())(`test --generate ${folder} --offline ${FLOW_TESTS}`);
  expect(ran).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("it has other files, and was not made so [test.folder]"),
  });
  expect(readdirSync(folder)).toEqual(["mine.yaml"]);
});
