import { describe, expect, test } from "vitest";
import { calicoctlOptions, expandAbbreviations } from "../../../../src/cli/shell/line/abbreviated-options.ts";
import { UsageError } from "../../../../src/cli/shell/usage.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../../../src/model/kinds/version.ts";
import { runCli, session } from "../../../support/cli.ts";
import { declarationOf } from "../../../support/declarations.ts";
import { tmpFolder } from "../../../support/tmp.ts";

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
    ["--out", "--", "--out", "--skip"],
    ["--output", "--", "--out", "--skip"],
  ],
  [
    ["-f", "--skip-ex"],
    ["-f", "--skip-exists"],
  ],
] as const)("%j is %j", (argv, expanded) => {
  expect(expandAbbreviations(argv, LONG)).toEqual(expanded);
});

test("a prefix of two options is wrong usage", () => {
  expect(() => expandAbbreviations(["--skip"], LONG)).toThrow(UsageError);
});

test("options of calicoctl's own are not made ambiguous by others, but an option written out is always itself", () => {
  expect(expandAbbreviations(["--skip"], LONG, ["skip-exists"])).toEqual(["--skip-exists"]);
  expect(expandAbbreviations(["--skip-empty"], LONG, ["skip-exists"])).toEqual(["--skip-empty"]);
  expect(expandAbbreviations(["--skip-em"], LONG, ["skip-exists"])).toEqual(["--skip-empty"]);
  expect(() => expandAbbreviations(["--skip"], LONG, ["skip-exists", "skip-empty"])).toThrow("not unique");
});

describe("calicoctl's own options", () => {
  const STORED = ["config", "namespace"];
  const LATER = ["context", "allow-version-mismatch"];
  const FILES = ["recursive", "skip-empty", ...LATER];
  /** By command, as calicoctl's help lists them: in v3.7, and what v3.32 has more. */
  test.each<[string, readonly string[], readonly string[]]>([
    ["", ["log-level", "version"], LATER],
    ["create", ["filename", "skip-exists", ...STORED], FILES],
    ["apply", ["filename", ...STORED], FILES],
    ["replace", ["filename", ...STORED], FILES],
    ["delete", ["filename", "skip-not-exists", ...STORED], FILES],
    ["get", ["filename", "output", "all-namespaces", "export", ...STORED], FILES],
    ["label", ["overwrite", "remove", ...STORED], LATER],
    ["convert", ["filename", "output", "ignore-validation"], []],
    ["version", ["config"], ["client", ...LATER]],
    ["patch", [], ["patch", "type", ...STORED, ...LATER]],
    ["validate", [], ["filename", "recursive", "skip-empty", "allow-version-mismatch"]],
    ["simulate", [], []],
    ["diff", [], []],
    ["import", [], []],
  ])("of `%s`", async (name, first, more) => {
    const declaration = await declarationOf(name);
    const options = (version: string) =>
      [...calicoctlOptions(declaration, calicoVersionRules(version) ?? DEFAULT_CALICO)].sort();
    const withHelp = (names: readonly string[]) => (names.length === 0 ? [] : [...names, "help"].sort());
    expect(options("v3.7")).toEqual(withHelp(first));
    expect(options("v3.32")).toEqual(withHelp([...first, ...more]));
  });
});

/** Abbreviated options on whole command lines; what they are short for decides the outcome. */
describe("command lines", () => {
  const MANIFEST = JSON.stringify({
    apiVersion: "projectcalico.org/v3",
    kind: "HostEndpoint",
    metadata: { name: "a" },
    spec: { node: "n", interfaceName: "eth0" },
  });
  test.each([
    ["v3.9.5", "create --file=- --skip", 0, "Successfully created 1 'HostEndpoint' resource(s)\n"],
    ["v3.32.1", "create --file=- --skip", 2, "it could be --skip-exists, --skip-empty"],
    ["v3.32.1", "create --file=- --skip-ex", 0, "Successfully created"],
    ["v3.9.5", "get hep --out=name", 0, "hostendpoint/a"],
    ["v3.9.5", "get hep --o name", 0, "hostendpoint/a"],
    ["v3.9.5", "get hep -oname", 0, "hostendpoint/a"],
    ["v3.9.5", "get hep --co=none.cfg", 1, "none.cfg"],
    ["v3.32.1", "get hep --co=none.cfg", 2, "--config, --context"],
    ["v3.9.5", "get np --all", 0, "NAMESPACE"],
    ["v3.9.5", "get np -A", 0, "NAMESPACE"],
    ["v3.32.1", "get np -Ao wide", 0, "NAMESPACE"],
    ["v3.9.5", "--log=info get hep", 0, "NAME"],
    ["v3.9.5", "--allow get hep", 0, "NAME"],
    ["v3.9.5", "--context=x get hep", 0, "NAME"],
    ["v3.9.5", "--context x get hep", 0, "NAME"],
    ["v3.9.5", "delete hep b --skip", 0, "Successfully deleted 1 'HostEndpoint' resource(s)\n"],
    ["v3.9.5", "version --cl", 0, "Client Version"],
  ])("%s: %s", async (version, line, code, text) => {
    const run = session(tmpFolder(), { env: { CALICO_VERSION: version } });
    expect((await run("create -f -", MANIFEST)).code).toBe(0);
    const ran = await run(line, MANIFEST);
    expect(ran.stdout + ran.stderr).toContain(text);
    expect(ran.code).toBe(code);
  });

  test("--calico-version decides as the environment does", async () => {
    const env = { CALICO_VERSION: "v3.9.5" };
    const line = ["create", "--calico-version=v3.32", "--file=-", "--skip"];
    expect(await runCli(line, { env })).toMatchObject({ code: 2 });
    expect(
      (await runCli(["create", "--calico-version", "v3.7", "--file=-", "--skip"], { env: { CALICO_VERSION: "v3.32" } }))
        .stderr,
    ).not.toContain("not unique");
  });
});
