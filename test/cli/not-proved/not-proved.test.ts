import { expect, test } from "vitest";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { coveredRules, tangledManifest, tangledRules } from "./tangled-policies.ts";

const BOTH = ["Deny", "Allow"];
/** So many rules spend the budget of every command here. */
const RULES = 100;
const FILES = {
  "now.yaml": tangledManifest(tangledRules(RULES, BOTH, 1)),
  "next.yaml": tangledManifest(tangledRules(RULES, BOTH, 2)),
  "deny.yaml": tangledManifest(tangledRules(RULES, ["Deny"], 1)),
  "covered.yaml": tangledManifest(coveredRules(300, 100)),
  "flows.yaml": "forbid:\n- {to: h, ports: tcp/1:65535, failsafes: false}\n",
};

/**
 * Commands that prove, on policy that is too large for it: what they say, with exit code 3. `@` is the folder. What `guard` says is in
 * test/cli/guard/facts.test.ts, and with a spent budget in test/analysis/spent-budget.test.ts.
 */
test.each([
  [
    "test @/flows.yaml --offline -f @/deny.yaml",
    /NOT PROVED .*flows.yaml:2 +forbid 1\n +not proved: local in n1\/eth0: the limit is/,
  ],
  ["test --generate --offline -f @/now.yaml", /^not proved: .*policy tangled, ingress rule \d+ \(\w+\): the limit is/m],
  ["exposure --offline -f @/now.yaml", /^not proved for \d of \d ways$/m],
  ["diff --effect @/now.yaml @/next.yaml", /not proved/],
  ["lint --offline -f @/covered.yaml", /\[lint.not-proved\]/],
])("%s ends with exit code 3, and says that it is not proved", async (line, said) => {
  const folder = tmpFolder(FILES);
  const { code, stdout, stderr } = await session(folder)(line.replaceAll("@", folder));
  expect(stdout + stderr).toMatch(said);
  expect(code).toBe(3);
});
