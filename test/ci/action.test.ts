import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tmpFolder } from "../support/tmp.ts";
import { ACTION, ROOT, repository, runStep, stepNamed } from "./action-run.ts";
import { EXAMPLE, FLOWS, LOG, MANIFESTS } from "./examples.ts";

const ONE_FLOW = FLOWS.slice(0, FLOWS.indexOf("  - name: metrics"));
const INPUTS = { "inputs.files": "policies\n" };

test("every expression is in an env, where no shell reads it, or in a condition", () => {
  for (const { run } of ACTION.runs.steps) expect(run).not.toContain("${{");
});

test("the effect is computed for pull requests, and never with the rights of pull_request_target", () => {
  const condition = "!cancelled() && inputs.effect == 'true' && github.event_name == 'pull_request'";
  expect(stepNamed("Effect").if).toContain(` ${condition} `);
});

describe("Build calicoctl", () => {
  test("makes it a command of the job", async () => {
    const ran = await runStep("Build calicoctl", tmpFolder(), {});
    expect(ran).toMatchObject({ code: 0, log: "", path: `${ROOT}/bin\n` });
  });

  test.each([
    ["an old Node", "echo 18"],
    ["no Node", "exit 127"],
  ])("with %s, says what to do", async (_, script) => {
    const bin = tmpFolder();
    writeFileSync(join(bin, "node"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const ran = await runStep("Build calicoctl", tmpFolder(), {}, { PATH: `${bin}:${process.env.PATH}` });
    expect(ran.code).toBe(1);
    expect(ran.log).toContain("::error title=calicoctl::Node 20 or newer is needed; use actions/setup-node");
  });
});

describe("Check and test", () => {
  const check = (files: Readonly<Record<string, string>>, context: Readonly<Record<string, string>> = {}) =>
    runStep("Check and test", repository(files).folder, { ...INPUTS, ...context });

  test.each([
    ["valid manifests", MANIFESTS, {}, 0, ["::group::calicoctl validate\n::endgroup::\n::group::calicoctl lint\n"]],
    ["flows that pass", { ...MANIFESTS, "f.yaml": FLOWS }, { "inputs.flows": "f.yaml" }, 0, ["\n5 passed, 0 failed\n"]],
    [
      "invalid manifests, and flows that fail for it",
      { "policies/a.yaml": EXAMPLE("mistake.yaml"), "f.yaml": FLOWS },
      { "inputs.flows": "f.yaml" },
      1,
      ["::error file=policies/a.yaml,line=7,col=3,title=field.unknown::", "::group::calicoctl test\n::error file="],
    ],
    [
      "flows that fail",
      { ...MANIFESTS, "f.yaml": FLOWS.replaceAll("expect: deny", "expect: allow") },
      { "inputs.flows": "f.yaml" },
      3,
      ["::error file=f.yaml,line="],
    ],
    [
      "flows that reach too little",
      { ...MANIFESTS, "f.yaml": ONE_FLOW },
      { "inputs.flows": "f.yaml", "inputs.coverage-threshold": "90" },
      3,
      ["::error title=coverage::coverage "],
    ],
    ["no files", MANIFESTS, { "inputs.files": " \n" }, 1, ["::error title=calicoctl::`files` names no file or folder"]],
    [
      "a missing file",
      MANIFESTS,
      { "inputs.files": "none" },
      1,
      ["::error title=source.unreadable::cannot read `none`"],
    ],
    ["rules of a version", MANIFESTS, { "inputs.calico-version": "v3.1" }, 2, ["unsupported Calico version"]],
  ])("%s", async (_, files, context, code, parts) => {
    const ran = await check(files, context);
    for (const part of parts) expect(ran.log).toContain(part);
    expect(ran.code).toBe(code);
  });

  test("warnings fail where they are to", async () => {
    const [lenient, strict] = [await check(LOG), await check(LOG, { "inputs.warnings-as-errors": "true" })];
    expect([lenient.code, strict.code]).toEqual([0, 1]);
    expect(lenient.log).toContain("::warning file=policies/log.yaml,");
    expect(strict.log).toContain("::error file=policies/log.yaml,");
  });

  test("what a file says is no command to GitHub", async () => {
    const hostile = `${FLOWS}  - name: |-\n      x\n      ::set-output name=a::b\n      ##[add-path]/x\n    srcIP: no\n`;
    const { log } = await check({ ...MANIFESTS, "f.yaml": hostile }, { "inputs.flows": "f.yaml" });
    expect(commandsIn(log)).not.toContain("set-output");
    expect(log).toContain("::stop-commands::");
  });
});

/** The names of the commands that GitHub reads in a log, with those that are stopped left out. */
function commandsIn(log: string): readonly string[] {
  const heard = log.replace(/^::stop-commands::(\S+)\n[\s\S]*?^::\1::$/gm, "");
  return [...heard.matchAll(/^\s*::([\w-]+)|##\[([\w-]+)/gm)].map(([, name, old]) => name ?? old ?? "");
}

test("words with blanks and leading dashes stay words", async () => {
  const files = { "a b/-x.yaml": EXAMPLE("mistake.yaml"), "-f/y.yaml": EXAMPLE("mistake.yaml") };
  const ran = await runStep("Check and test", repository(files).folder, { "inputs.files": "a b/-x.yaml\n  -f  " });
  expect(ran.code).toBe(1);
  expect(ran.log).toContain("::error file=a b/-x.yaml,");
  expect(ran.log).toContain("::error file=-f/y.yaml,");
});
