import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { hadolintProblems, needsHadolint } from "../support/ci/ci-tools.ts";
import { FULL } from "../support/full.ts";
import { tmpFolder } from "../support/tmp.ts";
import { ROOT } from "./action-run.ts";

const TEXT = readFileSync(join(ROOT, "Dockerfile"), "utf8");
/** The instructions of each stage, a line each. */
const [BUILD = [], FINAL = []] = TEXT.replaceAll("\\\n", " ")
  .split(/^FROM .*\n/m)
  .slice(1)
  .map((stage) => stage.split("\n").filter((line) => /^[A-Z]/.test(line)));

test.skipIf(needsHadolint.isMissing)(`a linter of Dockerfiles finds nothing${needsHadolint.why}`, () => {
  expect(hadolintProblems(TEXT)).toBe("");
  expect(hadolintProblems(TEXT.replace("WORKDIR /app", "WORKDIR app"))).toContain("DL3000");
});

test("the image runs as a user without rights, and its command is the tool", () => {
  expect(FINAL.filter((line) => /^(?:USER|ENTRYPOINT)/.test(line))).toEqual(["USER 1000", 'ENTRYPOINT ["calicoctl"]']);
});

test("the page about the installation says what the Dockerfile does", () => {
  const page =
    readFileSync(join(ROOT, "docs/install.md"), "utf8").split("## As a container image")[1]?.split("\n## ")[0] ?? "";
  const commands = [...TEXT.matchAll(/`(docker [^`]+)`/g)].map(([, command = ""]) => command);
  expect(commands.map((command) => command.split(" ").slice(0, 2).join(" "))).toEqual(["docker build", "docker run"]);
  const value = (instruction: RegExp) => FINAL.map((line) => instruction.exec(line)?.[1]).findLast((one) => one) ?? "";
  const stated = [
    ...commands,
    `--build-arg ${/^ARG (NODE)=/m.exec(TEXT)?.[1]}=`,
    `working directory of the image is \`${value(/^WORKDIR (.*)/)}\``,
    `its command is \`${value(/^ENTRYPOINT \["(.*)"\]/)}\``,
    `runs as user ${value(/^USER (.*)/)}`,
    FINAL.some((line) => /^RUN rm -rf .*\bnpm\b/.test(line)) ? "no npm" : "with npm",
  ];
  expect(stated.filter((text) => !page.includes(text))).toEqual([]);
});

describe.skipIf(!FULL)(
  `its steps, in folders${FULL ? "" : " [skipped: it builds the package, with FULL_TESTS=1]"}`,
  () => {
    test("what the last stage copies is all that the tool needs", () => {
      const context = join(tmpFolder(), "context");
      execFileSync("git", ["clone", "--quiet", ROOT, context]);
      for (const name of readFileSync(join(ROOT, ".dockerignore"), "utf8").trim().split("\n")) {
        rmSync(join(context, name), { recursive: true, force: true });
      }
      const [source, root] = [tmpFolder(), tmpFolder()];
      for (const line of BUILD) {
        const [instruction, ...words] = line.split(/ +/);
        if (instruction === "COPY") copy(words, context, source);
        const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
        if (instruction === "RUN") execFileSync("sh", ["-c", words.join(" ")], { cwd: source, env, stdio: "pipe" });
      }
      for (const line of FINAL) {
        const [instruction, from, ...words] = line.split(/ +/);
        if (instruction === "COPY" && from === "--from=build") copy(words, dirname(source), root, source);
      }
      const tool = (...words: readonly string[]) =>
        spawnSync(join(root, "bin/calicoctl"), words, { cwd: ROOT, env: { PATH: process.env.PATH }, encoding: "utf8" });
      expect(tool("validate", "examples/worked-example/policy.yaml")).toMatchObject({ status: 0, stderr: "" });
      expect(tool("explain", "field.unknown").stdout).toContain("MEANING:");
      expect(tool("explain", "hep.spec.node").stdout).toContain("DESCRIPTION:");
      const embedded = { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: join(tmpFolder(), "store.db") };
      const stored = spawnSync(join(root, "bin/calicoctl"), ["apply", "-f", "examples/worked-example/policy.yaml"], {
        cwd: ROOT,
        env: { PATH: process.env.PATH, ...embedded },
        encoding: "utf8",
      });
      expect(stored).toMatchObject({ status: 0, stderr: "" });
    });
  },
);

/** `COPY a b ./`: what it copies, from one folder to another. Absolute names of the build are those in `source`. */
function copy(words: readonly string[], from: string, to: string, source = from): void {
  const target = words.at(-1) ?? "";
  for (const word of words.slice(0, -1)) {
    const origin = word.startsWith("/src/") ? join(source, word.slice("/src/".length)) : join(from, word);
    const isFolder = target.endsWith("/") && word !== ".";
    const final = isFolder ? join(to, target, word.split("/").at(-1) ?? "") : join(to, target);
    mkdirSync(dirname(final), { recursive: true });
    cpSync(origin, final, { recursive: true });
  }
}
