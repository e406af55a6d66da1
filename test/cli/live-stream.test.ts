import { spawn, spawnSync } from "node:child_process";
import { constants, openSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { BINARY } from "../support/binary.ts";
import { tmpFolder } from "../support/tmp.ts";
import { waitUntil } from "../support/wait.ts";

const HOST = `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: h1}
spec: {node: n1, interfaceName: eth0}
`;
const FLOW = `${JSON.stringify({ from: { interface: "eth0" }, protocol: "TCP", srcIP: "1.1.1.1", dstIP: "10.0.0.1", srcPort: 1, dstPort: 80 })}\n`;
const folder = tmpFolder({ "h.yaml": HOST });
const fifo = join(folder, "flows");
spawnSync("sh", ["-c", 'mkfifo "$1"', "sh", fifo]);

/** The tool reading flows from there; `write` gives it more of them. */
function reading(from: "standard input" | "a FIFO" | "/dev/stdin") {
  const file = from === "a FIFO" ? fifo : from === "/dev/stdin" ? from : "-";
  const argv = ["simulate", "--offline", "-f", join(folder, "h.yaml"), "--node", "n1", "--flows", file];
  const child = spawn(process.execPath, [BINARY, ...argv, "--flows-format", "ndjson"]);
  const written = { stdout: "", stderr: "" };
  child.stdout.on("data", (data: Buffer) => {
    written.stdout += data;
  });
  child.stderr.on("data", (data: Buffer) => {
    written.stderr += data;
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  // A writer that stays: opened for both, so that opening it waits for nobody.
  const writer =
    from === "a FIFO" ? spawn("cat", { stdio: ["pipe", openSync(fifo, constants.O_RDWR), "ignore"] }) : child;
  return {
    written,
    write: (text: string) => void writer.stdin?.write(text),
    answered: (lines: number) =>
      waitUntil(
        () => written.stdout.split("\n").length > lines,
        () => `${lines} answers, but: ${JSON.stringify(written)}`,
      ),
    signal: async (name: NodeJS.Signals): Promise<number | null> => {
      child.kill(name);
      const code = await ended;
      writer.kill();
      return code;
    },
  };
}

describe.each(["standard input", "a FIFO", "/dev/stdin"] as const)("flows from %s that stays open", (from) => {
  test.each(["SIGINT", "SIGTERM"] as const)("are answered as they come, and %s ends it", async (name) => {
    const stream = reading(from);
    for (const lines of [1, 2, 3]) {
      stream.write(FLOW);
      await stream.answered(lines);
    }
    expect(await stream.signal(name)).toBe(1);
    expect(stream.written.stderr).toBe("stopped: the first 3 lines are answered, the rest was not read\n");
  });
});
