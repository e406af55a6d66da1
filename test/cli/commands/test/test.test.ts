import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";
import { check, flow, flowFile, GOOD, HEP, OFFLINE, POLICIES } from "./flow-files.ts";

const BAD = flowFile(flow(81, ", name: admin page, expect: allow"), flow(82));

/** Files, the command line, the exit code, and parts of the output on either stream. */
test.each<[string, Readonly<Record<string, string>>, string, number, readonly string[]]>([
  [
    "all expectations hold",
    { "a.yaml": GOOD },
    `@/a.yaml ${OFFLINE}`,
    0,
    ["2 passed, 0 failed\n", "allow by web rule 1", "flow 2"],
  ],
  [
    "one does not",
    { "a.yaml": GOOD, "b.yaml": BAD },
    `@/a.yaml @/b.yaml ${OFFLINE}`,
    3,
    [
      "FAIL  @/b.yaml:3  admin page\n",
      "expected allow, got deny by default at host endpoint h, normal ingress",
      "policy web, ingress rule 1 did not match: destination port 81 is not 80 (@/policies/p.yaml:13)",
      "2 passed, 1 failed, 1 without an expectation\n",
    ],
  ],
  [
    "every file below a directory",
    { "flows/a.yaml": GOOD, "flows/deep/er/b.json": JSON.stringify(parse(GOOD)), "flows/notes.md": "no" },
    `@/flows ${OFFLINE}`,
    0,
    ["4 passed", "@/flows/a.yaml", "@/flows/deep/er/b.json"],
  ],
  ["a file named twice is read once", { "f/a.yaml": GOOD }, `@/f @/f/a.yaml @/f ${OFFLINE}`, 0, ["2 passed, 0 failed"]],
  ["YAML from standard input", {}, `- ${OFFLINE}`, 0, ["<stdin>", "2 passed"]],
  [
    "a file without any expectation tests nothing",
    { "a.yaml": flowFile(flow(80)) },
    `@/a.yaml ${OFFLINE}`,
    0,
    ["0 passed, 0 failed, 1 without an expectation", "@/a.yaml:1:1: warning: no flow of this file has an expectation"],
  ],
  [
    "everything that cannot be read or evaluated is reported at once, and counts more than an unmet expectation",
    { "a.yaml": "flows: [{}]", "b.yaml": BAD, "c.yaml": flowFile(flow(80, ", icmpType: 8")), "d.yaml": POLICIES },
    `@/gone.yaml @/a.yaml @/b.yaml @/c.yaml @/d.yaml @/none ${OFFLINE}`,
    1,
    [
      "cannot read `@/gone.yaml`",
      "cannot read `@/none`",
      "@/a.yaml:1:9: error: `from` is missing",
      "@/c.yaml:3:",
      "`@/d.yaml` holds resources, not flows",
      "1 failed",
      "error",
    ],
  ],
  [
    "a second document, which would go untested",
    { "a.yaml": `${GOOD}---\n${BAD}` },
    `@/a.yaml ${OFFLINE}`,
    1,
    ["@/a.yaml:6:1: error: a flow file is one document, and a second one begins here"],
  ],
  [
    "a directory without flow files",
    { "flows/x.md": "" },
    `@/flows ${OFFLINE}`,
    1,
    ["no .yaml, .yml or .json file in directory `@/flows`", "0 passed, 0 failed, 1 error\n"],
  ],
  [
    "manifests that are wrong, and the flow files' mistakes in the same run",
    { "a.yaml": "flows: 1", "m.yaml": `${HEP}kind: Nothing` },
    "@/a.yaml -f @/m.yaml --offline",
    1,
    ["nothing was evaluated", "@/m.yaml:", "@/a.yaml:1:8: error: `flows`"],
  ],
  [
    "a flow whose node is unknown",
    {
      "a.yaml": flowFile(flow(80, ", expect: allow")).replace("node: n1\n", "").replaceAll("10.0.0.1", "10.9.9.9"),
      "more/h2.yaml": HEP.replace("name: h", "name: h2").replace("n1", "n2").replace("10.0.0.1", "10.0.0.2"),
    },
    `@/a.yaml ${OFFLINE} -f @/more`,
    1,
    [
      "@/a.yaml:2:",
      "which node does the packet enter?",
      "choose one: `node: n1` in the file or `node: n2` in the file",
    ],
  ],
  [
    "unless it is given",
    { "a.yaml": GOOD.replace("node: n1\n", "") },
    `@/a.yaml --node n1 ${OFFLINE}`,
    0,
    ["2 passed"],
  ],
  [
    "facts that were saved on the node: a DNAT from 8080 to 80",
    {
      "a.yaml": flowFile(flow(8080, ", expect: allow")),
      "nat.txt": `*nat
:PREROUTING ACCEPT [0:0]
-A PREROUTING -d 10.0.0.1/32 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 10.0.0.1:80
COMMIT
`,
    },
    `@/a.yaml --nat n1=@/nat.txt ${OFFLINE}`,
    0,
    ["1 passed"],
  ],
  [
    "facts that cannot be read",
    { "a.yaml": "flows: 1" },
    `@/a.yaml --nat @/none ${OFFLINE}`,
    1,
    ["cannot read `@/none`", "@/a.yaml:1:8: error: `flows`", "nothing was evaluated"],
  ],
  ["no file", {}, OFFLINE, 2, ["missing required argument"]],
  ["--offline without a file", { "a.yaml": GOOD }, "@/a.yaml --offline", 2, ["no file is given"]],
  [
    "an unknown output",
    { "a.yaml": GOOD },
    `@/a.yaml ${OFFLINE} -o xml`,
    2,
    ["table, junit, tap, json, github or html"],
  ],
  ["standard input twice", {}, "- -f -", 2, ["flows or resources, not both"]],
  ["an invalid threshold", { "a.yaml": GOOD }, `@/a.yaml ${OFFLINE} --coverage-threshold 101`, 2, ["from 0 to 100"]],
])("%s", async (_, files, line, code, parts) => {
  const ran = await check(files, line, GOOD);
  for (const part of parts) expect(ran.stdout + ran.stderr).toContain(part);
  expect(ran.code).toBe(code);
});

test("of very many flows, those are shown that did not pass", async () => {
  const many = Array.from({ length: 2000 }, () => flow(80, ", expect: allow"));
  const files = { "a.yaml": flowFile(...many, flow(81, ", name: odd, expect: allow")) };
  const { stdout, code } = await check(files, `@/a.yaml ${OFFLINE}`);
  expect(code).toBe(3);
  expect(stdout).toContain("2000 passed, 1 failed\n");
  expect(stdout).toContain("... and 2000 more; -o json lists every flow\n");
  expect(stdout.match(/odd/g)).toHaveLength(2);
  expect(stdout.split("\n").length).toBeLessThan(15);
});

describe("the datastore, with files laid over it", () => {
  const folder = tmpFolder({
    "p.yaml": POLICIES,
    "open.yaml": POLICIES.replace("ports: [80]", "ports: [80, 81]"),
    "flows.yaml": flowFile(flow(81, ", expect: allow")),
  });
  test.each([
    ["", 3, "1 failed"],
    [`-f ${folder}/open.yaml`, 0, "1 passed, 0 failed"],
  ])("%s", async (more, code, part) => {
    const run = session(tmpFolder());
    await run(`apply -f ${folder}/p.yaml`);
    const ran = await run(`test ${folder}/flows.yaml ${more}`);
    expect(ran.stdout).toContain(part);
    expect(ran.code).toBe(code);
  });
});
