import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { waitUntil } from "./support/wait.ts";

const SCRIPT = join(import.meta.dirname, "..", "scripts", "with-stops.ts");
/** Says who it is, and ends once its standard input does. */
const CHILD = "console.log(process.pid); process.stdin.resume().on('end', () => process.exit(7))";
/** Runs that, and ends as it does. */
const PARENT = `
  const { spawnSync } = require("node:child_process");
  process.exit(spawnSync(process.execPath, ["-e", ${JSON.stringify(CHILD)}], { stdio: "inherit" }).status);
`;

test.skipIf(process.platform !== "linux")(
  "scripts/with-stops.ts stops what is below a command, lets it go on, and ends as the command does",
  async () => {
    const words = ["--import", import.meta.resolve("tsx"), SCRIPT, process.execPath, "-e", PARENT];
    const running = spawn(process.execPath, words);
    const said = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const)
      running[stream].setEncoding("utf8").on("data", (text: string) => {
        said[stream] += text;
      });
    const ended = new Promise((resolve) => running.on("close", resolve));
    await waitUntil(
      () => said.stdout.endsWith("\n"),
      () => said.stderr,
    );
    const stat = `/proc/${said.stdout.trim()}/stat`;
    for (const state of ["T", "S"]) await waitUntil(() => readFileSync(stat, "latin1").includes(`) ${state} `));
    running.stdin.end();
    expect(await ended).toBe(7);
    expect(said.stderr).toMatch(/^[1-9]\d* times a process was stopped\n$/);
  },
);
