import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { jenkinsProblems, needsSchemas, needsXsd, schemaProblems } from "../support/ci/ci-tools.ts";
import { type Files, gitIn, ROOT, repository, runScript } from "./action-run.ts";
import { EXAMPLE, FLOWS, LOG, MANIFESTS } from "./examples.ts";

const TEMPLATE = readFileSync(join(ROOT, "ci/gitlab.yml"), "utf8");
const JOBS: Readonly<Record<string, { readonly script: readonly string[] }>> = parse(TEMPLATE);
const VARIABLES: Readonly<Record<string, string>> = parse(TEMPLATE).variables;

test.skipIf(needsSchemas.isMissing)(`it is valid by GitLab's schema${needsSchemas.why}`, () => {
  expect(schemaProblems("gitlab-ci", TEMPLATE)).toBe("");
  expect(schemaProblems("gitlab-ci", TEMPLATE.replace("junit:", "junitt:"))).toContain("junitt");
});

/** Runs the script of a job in a checkout, as the shell of GitLab's runner does, with the tool as a command. */
async function job(name: string, folder: string, variables: Readonly<Record<string, string>> = {}) {
  const script = (JOBS[name]?.script ?? []).join("\n");
  const path = `${join(ROOT, "bin")}:${process.env.PATH}`;
  const ran = await runScript(script, folder, { ...VARIABLES, ...variables, PATH: path, HOME: folder });
  return { ...ran, read: (file: string) => readFileSync(join(folder, file), "utf8") };
}

describe("calico-validate", () => {
  test.each([
    ["valid", LOG, 0, 'failures="0"', "lint.log-only"],
    ["invalid", { "policies/a.yaml": EXAMPLE("mistake.yaml") }, 1, 'failures="1"', "field.unknown"],
  ])("%s manifests: a report of tests, and one of code quality", async (_, files, code, junit, check) => {
    const ran = await job("calico-validate", repository(files).folder);
    expect(ran.code).toBe(code);
    expect(ran.read("calico-validate.xml")).toContain(junit);
    const quality = JSON.parse(ran.read("calico-quality.json"));
    expect(quality).toContainEqual(
      expect.objectContaining({
        check_name: check,
        fingerprint: expect.stringMatching(/^[0-9a-f]{40}:1$/),
        location: { path: expect.stringMatching(/^policies\//), lines: { begin: expect.any(Number) } },
      }),
    );
    if (!needsXsd.isMissing) expect(jenkinsProblems(ran.read("calico-validate.xml"))).toBe("");
  });
});

test.each([
  ["deny", 0, /^<testsuites .* failures="0"/m],
  ["allow", 3, /^<testsuites .* failures="[1-9]/m],
])("calico-test: packets that are denied are to be %s", async (expected, code, junit) => {
  const flows = FLOWS.replaceAll("expect: deny", `expect: ${expected}`);
  const ran = await job("calico-test", repository({ ...MANIFESTS, "flows/web.yaml": flows }).folder);
  expect(ran.code).toBe(code);
  expect(ran.read("calico-test.xml")).toMatch(junit);
});

const CHANGED: Files = {
  ...MANIFESTS,
  "policies/deep/web.yaml": MANIFESTS["policies/deep/web.yaml"].replace("443", "8443"),
};

test.each([
  ["a port", MANIFESTS, CHANGED, /newly allowed +TCP anywhere -> the node : 8443\n/],
  ["a folder that is new", { "a.txt": "" }, CHANGED, /newly denied +TCP anywhere -> the node/],
  ["a folder that is removed", MANIFESTS, { "a.txt": "" }, /newly allowed +TCP anywhere -> the node/],
])(
  "calico-effect: what the merge request decides differently, and no failure for it: %s",
  async (_, before, after, line) => {
    const { folder, commits } = repository(before, after);
    // The folder beside it is the job's alone.
    const checkout = join(repository({}).folder, "checkout");
    gitIn(folder)("clone", "--quiet", folder, checkout);
    const ran = await job("calico-effect", checkout, { CI_MERGE_REQUEST_DIFF_BASE_SHA: commits[0] ?? "" });
    expect(ran.code).toBe(0);
    expect(ran.read("calico-effect.txt")).toMatch(line);
  },
);
