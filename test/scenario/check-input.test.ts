import { expect, test } from "vitest";
import { runCli } from "../support/cli.ts";

const policy = (name: string, fields: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: ${name}\nspec: ${fields}\n`;

/** A policy with an error, and what the findings call it: one resource is counted once, whatever its manifest leaves out. */
test.each([
  ["{name: a}", "1 error in 1 of 1 resource (NetworkPolicy default/a)"],
  ["{name: a, namespace: web}", "1 error in 1 of 1 resource (NetworkPolicy web/a)"],
  ["{}", "2 errors in 1 of 1 resource (NetworkPolicy)"],
])("a policy %s is one resource", async (metadata, summary) => {
  const argv = ["validate", "-f", "-"];
  const stdin = policy(metadata, "{order: x}");
  const { stderr } = await runCli(argv, { stdin });
  expect(stderr).toContain(`${summary}\n`);
  const { stdout } = await runCli([...argv, "-o", "junit"], { stdin });
  const [, name] = /\((.*)\)/.exec(summary) ?? [];
  expect(stdout).toContain('tests="1" failures="1"');
  expect(stdout).toContain(`<testcase name="${name}"`);
});
