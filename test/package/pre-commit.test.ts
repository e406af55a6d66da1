import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { needsPreCommit, preCommit } from "../support/ci/ci-tools.ts";
import { FULL } from "../support/full.ts";
import { tmpFolder } from "../support/tmp.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const EXAMPLES = join(ROOT, "examples");
const reason = FULL ? needsPreCommit.why : " [skipped: builds the package from git, with FULL_TESTS=1]";

/** A net: it fetches the packages that the build needs and builds, in the turn of whatever else the machine does. */
const INSTALL_MS = 3_600_000;

const HOOKS = [
  { id: "calicoctl-validate" },
  { id: "calicoctl-lint", args: ["-f", "flow-tests/policies", "--warnings-as-errors"] },
  { id: "calicoctl-test", args: ["flow-tests/flows", "-f", "flow-tests/policies"] },
];

test.skipIf(needsPreCommit.isMissing)(`pre-commit takes the manifest of hooks${needsPreCommit.why}`, () => {
  const checked = spawnSync(preCommit("oldest"), ["validate-manifest", ".pre-commit-hooks.yaml"], { cwd: ROOT });
  expect(checked.stdout.toString()).toBe("");
  expect(checked.status).toBe(0);
});

describe.skipIf(!FULL || needsPreCommit.isMissing).each(["oldest", "newest"] as const)(
  `the %s release of pre-commit, which installs what is committed from git${reason}`,
  (release) => {
    const repository = tmpFolder();
    // Without what npm and git set for those that they run.
    const inherited = Object.entries(process.env).filter(([name]) => !/^(?:npm_|GIT_)/i.test(name));
    const env = { ...Object.fromEntries(inherited), PRE_COMMIT_HOME: tmpFolder(), COLUMNS: "80" };
    const run = (hook: string, ...files: readonly string[]) => {
      const words = ["run", hook, "--files", ...files];
      const { status, stdout } = spawnSync(preCommit(release), words, { cwd: repository, env, encoding: "utf8" });
      return { status, stdout };
    };

    beforeAll(() => {
      const clone = join(tmpFolder(), "clone");
      execFileSync("git", ["clone", "--quiet", ROOT, clone], { env });
      const rev = execFileSync("git", ["rev-parse", "HEAD"], { cwd: clone, env, encoding: "utf8" }).trim();
      execFileSync("git", ["init", "--quiet"], { cwd: repository, env });
      writeFileSync(
        join(repository, ".pre-commit-config.yaml"),
        JSON.stringify({ repos: [{ repo: clone, rev, hooks: HOOKS }] }),
      );
      copyFileSync(join(EXAMPLES, "mistake.yaml"), join(repository, "mistake.yaml"));
      copyFileSync(join(EXAMPLES, "worked-example/host-endpoint.yaml"), join(repository, "right.yaml"));
      cpSync(join(EXAMPLES, "flow-tests"), join(repository, "flow-tests"), { recursive: true });
      execFileSync("git", ["add", "."], { cwd: repository, env });
      execFileSync(preCommit(release), ["install-hooks"], { cwd: repository, env });
    }, INSTALL_MS);

    test.each([
      ["a valid manifest", "calicoctl-validate", ["right.yaml"], 0, [/validate Calico manifests\.+Passed/]],
      [
        "an invalid one, with its findings",
        "calicoctl-validate",
        ["right.yaml", "mistake.yaml"],
        1,
        [
          /\.+Failed\n/,
          "mistake.yaml:7:3: error: unknown field `applyOnFoward` [field.unknown]\n",
          "2 errors in 1 of 3",
        ],
      ],
      ["policy without a trap", "calicoctl-lint", ["flow-tests/policies/web.yaml"], 0, [/lint Calico policy\.+Passed/]],
      ["flows that pass", "calicoctl-test", ["flow-tests/policies/web.yaml"], 0, [/test Calico policy\.+Passed/]],
    ])("%s", (_, hook, files, status, parts) => {
      const ran = run(hook, ...files);
      for (const part of parts) {
        if (typeof part === "string") expect(ran.stdout).toContain(part);
        else expect(ran.stdout).toMatch(part);
      }
      expect(ran.status).toBe(status);
    });
  },
);
