import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runBinary } from "../support/binary.ts";
import { type EtcdServer, hasEtcd, needsEtcd, startEtcd } from "../support/etcd.ts";
import { startWay, type Way } from "../support/loopback/way.ts";
import { tmpFolder } from "../support/tmp.ts";
import { waitUntil } from "../support/wait.ts";

/** What only a real process shows of a watch: how it ends. */
const BINARY = join(import.meta.dirname, "..", "..", "bin", "calicoctl");
const hep = (name: string) =>
  `apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: ${name}}\nspec: {node: n, interfaceName: e}\n`;

interface Process {
  readonly child: ChildProcess;
  readonly output: { stdout: string; stderr: string };
  readonly until: (stream: "stdout" | "stderr", pattern: RegExp) => Promise<void>;
  /** Its exit code or the signal that ended it, once all that it wrote is in `output`. */
  readonly end: Promise<number | string | null>;
}

function startBinary(argv: readonly string[], env: Record<string, string>): Process {
  const child = spawn(process.execPath, [BINARY, ...argv], { env: { PATH: process.env.PATH ?? "", ...env } });
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const)
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      output[stream] += text;
    });
  const end = new Promise<number | string | null>((resolve) =>
    child.on("close", (code, signal) => resolve(code ?? signal)),
  );
  const until = (stream: "stdout" | "stderr", pattern: RegExp) =>
    waitUntil(
      () => pattern.test(output[stream]),
      () => `no ${String(pattern)} in ${JSON.stringify(output)}`,
    );
  return { child, output, until, end };
}

/** Sends a signal; returns the exit code, or the signal if it ended by it. */
const endedBy = (process: Process, signal: NodeJS.Signals): Promise<number | string | null> => {
  process.child.kill(signal);
  return process.end;
};

describe("on an embedded store", () => {
  const env = { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: join(tmpFolder(), "store.db") };

  test.each(["SIGINT", "SIGTERM"] as const)("%s ends it with exit code 0", async (signal) => {
    const watch = startBinary(["get", "hep", "-w"], env);
    await watch.until("stdout", /NAME/);
    expect(await endedBy(watch, signal)).toBe(0);
    expect(watch.output.stderr).toBe("");
  });

  test.each(["SIGINT", "SIGTERM"] as const)("%s ends it when its reader does not read", async (signal) => {
    const own = { ...env, EMBEDDED_PATH: join(tmpFolder(), "store.db") };
    const stdin = Array.from({ length: 1500 }, (_, i) => hep(`h${i}`)).join("---\n");
    expect((await runBinary(["apply", "-f", "-"], { stdin, env: own })).code).toBe(0);
    const child = spawn(process.execPath, [BINARY, "get", "hep", "-w", "-o", "yaml"], {
      env: { PATH: process.env.PATH ?? "", ...own },
    });
    await once(child.stdout, "readable");
    // Our buffer is full and takes no more, so the rest of the list fills the pipe.
    await waitUntil(() => child.stdout.readableLength >= child.stdout.readableHighWaterMark);
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  test("a reader that closes the pipe ends it with the next line", async () => {
    const watch = startBinary(["get", "hep", "-w", "-o", "name", "--watch-only"], env);
    watch.child.stdout?.destroy();
    let ended = false;
    void watch.end.then(() => {
      ended = true;
    });
    // A change that came before the watch had begun is not printed: change until one is.
    for (let i = 0; !ended; i++) {
      expect((await runBinary(["apply", "-f", "-"], { stdin: hep(`a${i}`), env })).code).toBe(0);
    }
    expect(await watch.end).toBe(0);
    expect(watch.output).toEqual({ stdout: "", stderr: "" });
  });
});

const UNREACHABLE = /warning: cannot reach etcd at .*; trying again\n/;

describe.skipIf(!hasEtcd)(`on etcd${needsEtcd}`, () => {
  let server: EtcdServer;
  let way: Way;
  let env: Record<string, string> = {};
  beforeAll(async () => {
    server = await startEtcd();
    way = await startWay(server.port);
    env = { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: way.endpoint };
    const direct = { ...env, ETCD_ENDPOINTS: server.endpoint };
    expect((await runBinary(["apply", "-f", "-"], { stdin: hep("a"), env: direct })).code).toBe(0);
  });
  afterAll(async () => {
    way?.stop();
    await server?.stop();
  });

  test.each(["open", "cut"] as const)("Ctrl-C ends it when the way is %s", async (how) => {
    way.mend();
    const watch = startBinary(["get", "hep", "-w", "--timeout", "1h"], env);
    await watch.until("stdout", /\na/);
    if (how === "cut") {
      way.cut();
      await watch.until("stderr", UNREACHABLE);
    }
    expect(await endedBy(watch, "SIGINT")).toBe(0);
    expect(watch.output.stderr).not.toMatch(/^\s+at |Error/m);
    if (how === "open") expect(watch.output.stderr).toBe("");
  });

  test("Ctrl-C ends it when the way is mute", async () => {
    way.mend();
    const begun = () => startBinary(["get", "hep", "-w", "--timeout", "3"], env);
    const isListed = ({ output }: Process): boolean => /\na/.test(output.stdout);
    let watch = begun();
    // Only a short timeout notices that it is mute, within which a busy machine perhaps does not even read the list.
    for (; ; watch = begun()) {
      await waitUntil(() => isListed(watch) || watch.child.exitCode !== null);
      if (isListed(watch)) break;
    }
    way.mute();
    await watch.until("stderr", UNREACHABLE);
    expect(await endedBy(watch, "SIGINT")).toBe(0);
    expect(watch.output.stderr).not.toMatch(/^\s+at |Error/m);
  });

  test("what changed while the way was broken is printed when it is mended", async () => {
    way.mend();
    const watch = startBinary(["get", "hep", "-w", "-o", "name", "--timeout", "1h"], env);
    await watch.until("stdout", /a\n/);
    way.cut();
    await watch.until("stderr", /connection was lost|connection refused|trying again/);
    const direct = { ...env, ETCD_ENDPOINTS: server.endpoint };
    expect((await runBinary(["apply", "-f", "-"], { stdin: hep("b"), env: direct })).code).toBe(0);
    way.mend();
    await watch.until("stdout", /^hostendpoint\/a\nhostendpoint\/b\n$/);
    await watch.until("stderr", /the datastore answers again: going on after revision \d+, no change is lost\n$/);
    expect(await endedBy(watch, "SIGINT")).toBe(0);
  });
});
