import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli, session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const HEP = `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: h, labels: {host: a}}
spec: {node: n1, interfaceName: eth0, expectedIPs: [10.0.0.1]}
`;
const LOG = `---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: log-all}
spec:
  selector: has(host)
  ingress:
    - action: Log
`;
const DEPLOYMENT = "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\n";
const ACCEPTED = LOG.replace(
  "  ingress:",
  "  # lint-accept: lint.log-only (it is meant to)\n  # and read by everyone\n  ingress:",
);
const MESSAGE =
  "log-all only logs, yet it selects host endpoint h, which makes the default deny apply to ingress there";
const HELP = "add an Allow rule, or a Pass rule where profiles are to decide";

const lint = (manifest: string, ...args: string[]) =>
  runCli(["lint", "--offline", "-f", "-", ...args], { stdin: manifest });

test("a finding is printed at its place, with what to do about it", async () => {
  expect(await lint(HEP + LOG)).toEqual({
    code: 0,
    stdout: "1 warning\n",
    stderr: `<stdin>:11:3: warning: ${MESSAGE} [lint.log-only]
  11 |   ingress:
     |   ^^^^^^^
     = ${HELP}
`,
  });
});

const OUTCOMES: readonly (readonly [
  name: string,
  manifest: string,
  args: readonly string[],
  code: number,
  stdout: string,
])[] = [
  ["nothing found", HEP, [], 0, "no findings\n"],
  ["a code that is left out", HEP + LOG, ["--skip", "lint.unused-set,lint.log-only"], 0, "no findings\n"],
  ["as many warnings as allowed", HEP + LOG, ["--max-warnings", "1"], 0, "1 warning\n"],
  ["more than allowed", HEP + LOG, ["--max-warnings", "0"], 3, "1 warning\n"],
  ["accepted in the file", HEP + ACCEPTED, ["--max-warnings", "0"], 0, "no findings; 1 accepted\n"],
  [
    "a comment further above accepts nothing",
    HEP + ACCEPTED.replace("everyone\n", "everyone\n\n"),
    ["--max-warnings", "0"],
    3,
    "1 warning\n",
  ],
  [
    "another code accepts nothing",
    HEP + ACCEPTED.replace("log-only", "shadowed"),
    ["--max-warnings", "0"],
    3,
    "1 warning\n",
  ],
  ["for GitHub", HEP + LOG, ["-o", "github"], 0, `::warning title=lint.log-only::<stdin>:11:3: ${MESSAGE} (${HELP})\n`],
  ["a warning as an error", HEP + LOG, ["--warnings-as-errors"], 1, "1 error\n"],
  ["no warning to report as an error", HEP, ["--warnings-as-errors"], 0, "no findings\n"],
  ["an accepted warning is no error", HEP + ACCEPTED, ["--warnings-as-errors"], 0, "no findings; 1 accepted\n"],
  [
    "a warning left out is no error",
    HEP + LOG,
    ["--warnings-as-errors", "--skip", "lint.log-only"],
    0,
    "no findings\n",
  ],
  [
    "a warning as an error for GitHub",
    HEP + LOG,
    ["-o", "github", "--warnings-as-errors"],
    1,
    `::error title=lint.log-only::<stdin>:11:3: ${MESSAGE} (${HELP})\n`,
  ],
  ["a kind that Calico does not read", HEP + DEPLOYMENT, ["--max-warnings", "0"], 3, "1 warning\n"],
  [
    "a kind that is skipped",
    HEP + DEPLOYMENT,
    ["--max-warnings", "0", "--skip-kind", "Secret,apps/Deployment"],
    0,
    "no findings\n",
  ],
  [
    "another kind that is skipped",
    HEP + DEPLOYMENT,
    ["--max-warnings", "0", "--skip-kind", "Secret"],
    3,
    "1 warning\n",
  ],
  ["an invalid resource", HEP.replace("eth0", "[]"), [], 1, ""],
  ["no datastore and no file", HEP, ["--max-warnings", "-1"], 2, ""],
];

test.each(OUTCOMES)("%s", async (_name, manifest, args, code, stdout) => {
  const ran = await lint(manifest, ...args);
  expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code, stdout });
});

const UNKNOWN: readonly (readonly [listed: string, help: string | undefined])[] = [
  ["lint.log-only", undefined],
  ["lint.log-only, lint.unused-set (of one-sided logs.d)", undefined],
  ["lint.log-only because it is meant to", undefined],
  ["yaml.scalar", undefined],
  ["lint.log-onl", "did you mean `lint.log-only`?"],
  ["log-only", "did you mean `lint.log-only`?"],
  ["log-onyl", "did you mean `lint.log-only`?"],
  ["LINT.LOG-ONLY", "did you mean `lint.log-only`?"],
  ["hint.log-only", "did you mean `lint.log-only`?"],
  ["lint.log-only,unused-set", "did you mean `lint.unused-set`?"],
  ["lint.log-only,lint.unusedset", "did you mean `lint.unused-set`?"],
  ["everything", "docs/codes.md lists the codes"],
];

test.each(UNKNOWN)("codes of a comment: %s", async (listed, help) => {
  const manifest = HEP + LOG.replace("  ingress:", `  ingress: # lint-accept: ${listed}`);
  const { findings } = JSON.parse((await lint(manifest, "-o", "json")).stdout);
  const unknown = findings.filter(({ code }: { code: string }) => code === "lint.unknown-code");
  expect(unknown.map((one: { help: string }) => one.help)).toEqual(help === undefined ? [] : [help]);
});

test("an unknown code of a comment is a warning at its place", async () => {
  const manifest = HEP + LOG.replace("  ingress:", "  ingress: # lint-accept: lint.log-onl (why)");
  const { code, stderr, stdout } = await lint(manifest, "--max-warnings", "1");
  expect({ code, stdout }).toEqual({ code: 3, stdout: "2 warnings\n" });
  expect(
    stderr,
  ).toContain(`<stdin>:11:27: warning: unknown code \`lint.log-onl\`: the comment accepts no finding by it [lint.unknown-code]
  11 |   ingress: # lint-accept: lint.log-onl (why)
     |                           ^^^^^^^^^^^^ did you mean \`lint.log-only\`?
`);
});

test.each(UNKNOWN.filter(([listed]) => !/[ (]/.test(listed)))("codes of --skip: %s", async (listed, help) => {
  const { code, stderr } = await lint(HEP, "--skip", listed);
  expect(code).toBe(help === undefined ? 0 : 2);
  if (help !== undefined) expect(stderr).toContain(help);
});

test("as data, a finding has what it holds for", async () => {
  const { stdout } = await lint(HEP + LOG, "-o", "json");
  expect(JSON.parse(stdout)).toEqual({
    findings: [
      {
        severity: "warning",
        code: "lint.log-only",
        message: MESSAGE,
        help: HELP,
        path: "spec.ingress",
        resource: "GlobalNetworkPolicy log-all",
        span: { source: "<stdin>", start: { line: 11, column: 3 }, end: { line: 11, column: 10 } },
        endpoints: ["host endpoint h"],
      },
    ],
    accepted: 0,
  });
});

test("SARIF has it, and what makes the input invalid", async () => {
  for (const [manifest, ruleId] of [
    [HEP + LOG, "lint.log-only"],
    [HEP.replace("node: n1", "nod: n1"), "field.unknown"],
  ] as const) {
    const { stdout } = await lint(manifest, "-o", "sarif");
    expect(JSON.parse(stdout).runs[0].results[0]).toMatchObject({ ruleId });
  }
});

test.each([
  [[], 0, 0],
  [["--max-warnings", "0"], 3, 1],
  [["--warnings-as-errors"], 1, 1],
])("as JUnit a warning fails where the command does: %j", async (args, code, failures) => {
  const ran = await lint(HEP + LOG, "-o", "junit", ...args);
  expect(ran).toMatchObject({ code, stderr: "" });
  expect(ran.stdout).toContain(`<testsuite name="calicoctl lint" tests="2" failures="${failures}" `);
  expect(ran.stdout).toContain('<testcase name="HostEndpoint h" classname="calicoctl lint"/>');
});

test("without --offline the files are laid over what is stored", async () => {
  const folder = tmpFolder();
  const run = session(folder);
  writeFileSync(join(folder, "log.yaml"), LOG);
  await run("apply -f -", HEP);
  expect((await run("lint")).stdout).toBe("no findings\n");
  expect((await run(`lint -f ${join(folder, "log.yaml")}`)).stdout).toBe("1 warning\n");
  expect((await run("lint --offline")).code).toBe(2);
});

test.each(["v3.7", "v3.32"])("the worked example needs drop-other-ingress, Calico %s", async (version) => {
  const folder = join(import.meta.dirname, "..", "..", "..", "examples", "worked-example");
  const file = (name: string) => readFileSync(join(folder, name), "utf8");
  const others = ["host-endpoint.yaml", "allow-nodeport.yaml", "pod.yaml"].map(file);
  const documents = file("policy.yaml").split(/^---$/m);
  const isDrop = (text: string) => text.includes("name: drop-other-ingress");
  expect(documents.filter(isDrop)).toHaveLength(1);
  const codes = async (policy: readonly string[]) => {
    const { stdout } = await lint([...policy, ...others].join("\n---\n"), "-o", "json", "--calico-version", version);
    return (JSON.parse(stdout).findings as { code: string }[]).map(({ code }) => code);
  };
  expect(await codes(documents)).toEqual([]);
  expect(await codes(documents.filter((text) => !isDrop(text)))).toEqual(["lint.no-final-deny"]);
});
