import { describe, expect, test } from "vitest";
import { allKinds } from "../../../src/model/kinds/kinds.ts";
import { runCli } from "../../support/cli.ts";

/** Command lines that are wrong: exit 2, a line that says what is wrong and what to do, nothing on stdout. */
test.each([
  ["gte hep", "unknown command `gte`", "did you mean `get`?"],
  ["frobnicate", "unknown command `frobnicate`", "commands: create"],
  ["get", "which kind?", "calicoctl get hep"],
  ["get hpe", "unknown kind `hpe`", "did you mean `hep`?"],
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
  ["--bogus get hep", "--bogus", ""],
  ["help frobnicate", "unknown command `frobnicate`", "commands: create"],
  ["get hep -o=", "option `-o` has no value", ""],
  ["get np -A=maybe", "invalid value `maybe` of option `-A`", "write -A, or -A=false"],
  ["create", "no file given", "-f -"],
  ["apply hep h1", "unexpected argument `hep`: it is a kind", "calicoctl apply -f FILE"],
  ["version now", "unexpected argument `now`", "calicoctl version --help"],
  ["delete", "which kind?", "give a kind and a name"],
  ["delete hep", "which resource?", "choose with --selector or --all"],
  ["delete hep a -f x", "either -f or a kind", ""],
  ["delete hep a -n ns1", "HostEndpoint has no namespace", ""],
  ["validate -f x -o xml", "unknown output `xml`", "text, json, sarif, junit, github or gitlab"],
  ["--log-level=foo get hep", "unknown log level `foo`", "panic, fatal, error, warn"],
  ["-l tracing get hep", "unknown log level `tracing`", ""],
  ["get hep --log-level=info", "--log-level", ""],
  ["apply -f", "argument missing", "\n  --filename needs a value: file with resources"],
  ["get hep -o", "argument missing", "\n  --output needs a value: "],
  ["apply --confirm-within", "argument missing", "\n  --confirm-within needs a value: "],
  ["simulate tcp 10.0.0.1 10.0.0.2:80 --tcp-flags FOO", "invalid TCP flags `FOO`", "write them as SYN+ACK"],
  ["watch hep", "unknown command `watch`", "use `calicoctl get KIND --watch`"],
  ["node status", "unknown command `node status`", "use Calico's own calicoctl"],
  ["toString", "unknown command `toString`", "commands: create"],
  ["GET hep", "unknown command `GET`", "did you mean `get`?"],
  ["get tier --calico-version v3.7", "Calico v3.7 has no Tier (`tier`)", "v3.32 has: --calico-version v3.32"],
  ["get hep --calico-version v2.6", "unsupported Calico version `v2.6`", "use v3.7 or v3.32"],
])("`%s` is wrong usage", async (line, message, help) => {
  const ran = await runCli(line.split(" "));
  expect(ran.stderr).toContain(message);
  expect(ran.stderr).toContain(help);
  expect(ran).toMatchObject({ code: 2, stdout: "" });
});

test.each([["--help"], ["get --help"], ["simulate -h"]])("`%s` is valid usage", async (line) => {
  const ran = await runCli(line.split(" "));
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).toContain("Usage: calicoctl");
});

/** Kinds of v3.32: where v3.7 is chosen, every way to name one says which version has it. */
describe("kinds that the chosen version does not have", () => {
  const later = allKinds().filter(({ since }) => since !== undefined);
  const lines = later.flatMap(({ aliases, kind }) => [
    ...aliases.map((alias) => [`get ${alias}`, kind] as const),
    [`delete ${aliases[0]} x`, kind] as const,
    [`label ${aliases[0]} x a=b`, kind] as const,
    [`get ${aliases[0]}/x`, kind] as const,
    [`get hep,${aliases[0]}`, kind] as const,
    [`explain ${aliases[0]}.spec`, kind] as const,
  ]);
  test.each(lines)("%s", async (line, kind) => {
    const ran = await runCli(line.split(" "), { env: { CALICO_VERSION: "v3.9.5" } });
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain(`Calico v3.7 has no ${kind} (`);
    expect(ran.stderr).toContain("--calico-version v3.32");
  });

  test("there are some, and v3.32 has them", async () => {
    expect(later.length).toBeGreaterThan(6);
    for (const { aliases } of later)
      expect((await runCli(["explain", aliases[0] ?? "", "--calico-version", "v3.32"])).code).toBe(0);
  });

  test("a word close to one is not taken for it", async () => {
    const ran = await runCli(["get", "tiers2"], { env: { CALICO_VERSION: "v3.9.5" } });
    expect(ran.stderr).not.toContain("`tier`");
  });
});

test.each(["panic", "FATAL", "error", "warn", "warning", "info", "debug", "trace"])("log level %s", async (level) => {
  expect(await runCli(["--log-level", level, "version", "--client"])).toMatchObject({ code: 0 });
});

/** What stands before the command: none of it is taken for the command. */
test.each([
  ["--log-level=info", "version", "--client"],
  ["-l", "info", "version", "--client"],
  ["--log", "debug", "version", "--client"],
  ["--lo=debug", "version", "--client"],
  ["--calico-version", "v3.32", "version", "--client"],
  ["--calico-version=v3.32", "explain", "tier"],
  ["--calico-version=v3.7", "explain", "tier", "--calico-version", "v3.32"],
])("%j", async (...line) => {
  expect(await runCli(line)).toMatchObject({ code: 0 });
});

test("no command at all shows the help and is wrong usage", async () => {
  expect(await runCli([])).toMatchObject({ code: 2, stdout: "" });
});

test("versions", async () => {
  expect((await runCli(["--version"])).stdout).toContain("calicoctl version");
  const ran = await runCli(["version", "--client"], { env: { CALICO_VERSION: "v3.32.1" } });
  expect(ran).toMatchObject({ code: 0, stderr: "Calico behaviour:  v3.32\n" });
  expect(ran.stdout).toMatch(/^Client Version: {4}v\d+\.\d+\.\d+\nGit commit: {8}.*\n$/);
});
