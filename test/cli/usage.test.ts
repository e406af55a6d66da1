import { expect, test } from "vitest";
import { collect, expandPrefixes, once, UsageError } from "../../src/cli/usage.ts";
import { runCli } from "../support/cli.ts";

const LONG = ["filename", "skip-exists", "skip-empty", "output", "help"];

test.each([
  [["--file=x"], ["--filename=x"]],
  [
    ["--out", "yaml"],
    ["--output", "yaml"],
  ],
  [
    ["--filename", "x"],
    ["--filename", "x"],
  ],
  [["--bogus"], ["--bogus"]],
  [
    ["-f", "--skip-ex"],
    ["-f", "--skip-exists"],
  ],
] as const)("%j is %j", (argv, expanded) => {
  expect(expandPrefixes(argv, LONG)).toEqual(expanded);
});

test("a prefix of two options is wrong usage", () => {
  expect(() => expandPrefixes(["--skip"], LONG)).toThrow(UsageError);
});

test("options given once and many times", () => {
  const output = once("--output");
  expect(output("yaml")).toBe("yaml");
  expect(() => output("json")).toThrow("more than once");
  expect(collect("b", ["a"])).toEqual(["a", "b"]);
});

/** Command lines that are wrong: exit 2, a line that says what is wrong and what to do, nothing on stdout. */
test.each([
  ["gte hep", "unknown command `gte`", "did you mean `get`?"],
  ["frobnicate", "unknown command `frobnicate`", "commands: create"],
  ["get", "which kind?", "calicoctl get hep"],
  ["get hpe", "there is no kind `hpe`", "did you mean `hep`?"],
  ["get hep -o xml", "unknown output `xml`", "custom-columns"],
  ["get hep -o custom-columns=", "needs at least one column", ""],
  ["get hep -o custom-columns=NAME,TIER", "no column `TIER`", "NAME, NODE, INTERFACE"],
  ["get hep -o wide -o yaml", "more than once", ""],
  ["get hep -n ns1", "HostEndpoint has no namespace", "leave out"],
  ["get np p1 -a", "--all-namespaces goes with a whole kind", ""],
  ["get np -a -n x", "exclude each other", ""],
  ["get hep -f x.yaml", "either -f or a kind", ""],
  ["get hep --timeout 0", "timeout", ""],
  ["get hep --bogus", "--bogus", ""],
  ["create", "no file given", "-f -"],
  ["delete", "nothing to delete", ""],
  ["delete hep", "no name given", ""],
  ["delete hep a -f x", "either -f or a kind", ""],
  ["delete hep a -n ns1", "HostEndpoint has no namespace", ""],
  ["validate -f x -o xml", "unknown output `xml`", "text, json, sarif, junit or github"],
  ["get hep --calico-version v2.6", "no behaviour is recorded for Calico `v2.6`", "v3.7, v3.32"],
])("`%s` is wrong usage", async (line, message, help) => {
  const ran = await runCli(line.split(" "));
  expect(ran.stderr).toContain(message);
  expect(ran.stderr).toContain(help);
  expect(ran).toMatchObject({ code: 2, stdout: "" });
});

test.each([["--help"], ["get --help"], ["simulate -h"]])("`%s` is no mistake", async (line) => {
  const ran = await runCli(line.split(" "));
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).toContain("Usage: calicoctl");
});

test("no command at all shows the help and is wrong usage", async () => {
  expect(await runCli([])).toMatchObject({ code: 2, stdout: "" });
});

test("versions", async () => {
  expect((await runCli(["--version"])).stdout).toContain("calicoctl version");
  const ran = await runCli(["version", "--client"], { env: { CALICO_VERSION: "v3.32.1" } });
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).toMatch(/^Client Version: {4}v\d+\.\d+\.\d+\nCalico behaviour: {2}v3\.32\n$/);
});
