import { spawn, spawnSync } from "node:child_process";
import { cpSync, openSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runBinary } from "../../support/binary.ts";
import { tmpFolder } from "../../support/tmp.ts";

/** What only a real process shows: its own streams, special files, an unbuilt clone. */
const ROOT = join(import.meta.dirname, "..", "..", "..");
const BINARY = join(ROOT, "bin", "calicoctl");
const HEP =
  "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: a}\nspec: {node: n, interfaceName: e}\n";

const folder = tmpFolder({ "a.yaml": HEP, "loop/x": "" });
const env = { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: join(folder, "store.db") };

test.each([
  ["a part of the path is a file", [`${folder}/a.yaml/b.yaml`], "part of the path is not a directory"],
  ["a name that is too long", [`${folder}/${"x".repeat(300)}`], "the path is too long"],
  ["an endless device", ["/dev/zero"], "larger than 128 MiB"],
  ["no such file", [`${folder}/none.yaml`], "no such file or directory"],
])("-f: %s", async (_, files, message) => {
  const ran = await runBinary(["validate", ...files.flatMap((file) => ["-f", file])]);
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toContain(message);
  expect(ran.stderr).not.toContain("internal error");
});

test("standard input: closed, empty, and a pipe that is slow", async () => {
  const closed = spawnSync(process.execPath, [BINARY, "validate", "-f", "-"], { stdio: ["ignore", "pipe", "pipe"] });
  expect(closed.status).toBe(1);
  const child = spawn(process.execPath, [BINARY, "validate", "-f", "-"], { stdio: ["pipe", "pipe", "inherit"] });
  let stdout = "";
  child.stdout.on("data", (data) => {
    stdout += data;
  });
  // No pipe holds so much: a piece is written when the reader has taken most of it, and then waits for the next one.
  const comment = `# ${"x".repeat(1024 * 1024)}\n`;
  for (const piece of [comment, comment + HEP.slice(0, 20)])
    await new Promise((resolve) => child.stdin.write(piece, resolve));
  child.stdin.end(HEP.slice(20));
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect([code, stdout]).toEqual([0, "Successfully validated 1 'HostEndpoint' resource(s)\n"]);
});

test("without -f a pipe or a file is read, and nothing is not", () => {
  const validate = (stdin: "ignore" | "pipe" | number, input?: string) =>
    spawnSync(process.execPath, [BINARY, "validate"], {
      stdio: [stdin, "pipe", "pipe"],
      encoding: "utf8",
      ...(input !== undefined && { input }),
    });
  const valid = { status: 0, stdout: "Successfully validated 1 'HostEndpoint' resource(s)\n" };
  expect(validate("pipe", HEP)).toMatchObject(valid);
  expect(validate(openSync(join(folder, "a.yaml"), "r"))).toMatchObject(valid);
  const nothing = validate("ignore");
  expect(nothing.status).toBe(2);
  expect(nothing.stderr).toContain("no file given");
});

test.each([
  ["a directory", folder, "is a directory"],
  [
    "a socket of bash without a stream",
    "/dev/udp/127.0.0.1/9",
    "it is neither a file, a pipe nor a socket with a stream",
  ],
])("flows from %s end with the reason", (_, path, reason) => {
  const words = ["simulate", "--offline", "-f", join(folder, "a.yaml"), "--flows", "-", "--flows-format", "csv"];
  const ran = spawnSync("bash", ["-c", `"$@" < ${path}`, "bash", process.execPath, BINARY, ...words], {
    encoding: "utf8",
  });
  expect(ran).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining(`\`<stdin>\`: ${reason} [`) });
});

test("output that cannot be written fails the command in one line", async () => {
  expect((await runBinary(["apply", "-f", "-"], { stdin: HEP, env })).code).toBe(0);
  const full = openSync("/dev/full", "w");
  const ran = spawnSync(process.execPath, [BINARY, "get", "hep", "-o", "yaml"], {
    env,
    stdio: ["ignore", full, "pipe"],
    encoding: "utf8",
  });
  expect(ran.status).toBe(1);
  expect(ran.stderr).toBe("error: cannot write the output: the disk is full\n");
});

test("a reader that closes the pipe is not an error", () => {
  const script = `for i in 1 2 3; do node '${BINARY}' get --help; done | head -n 1`;
  const ran = spawnSync("bash", ["-o", "pipefail", "-c", script], { encoding: "utf8" });
  expect(ran.stderr).toBe("");
  expect(ran.stdout).toBe("Usage: calicoctl get [options] [kind] [names...]\n");
});

describe("a configuration file with a password", () => {
  const config = (password: string) =>
    `apiVersion: projectcalico.org/v3\nkind: CalicoAPIConfig\nspec:\n  etcdEndpoints: http://127.0.0.1:1\n  etcdUsername: u\n  etcdPassword: ${password}\n`;
  test.each([
    ["an unknown tag", "!secret s3cret"],
    ["an alias without an anchor", "*s3cret"],
    ["an unclosed quote", "'s3cret"],
    ["a key in a value", "s3cret: s3cret"],
    ["a flow map that is not closed", "{s3cret"],
    ["an unknown escape", '"s3cret\\y"'],
  ])("%s: stderr does not hold the password, nor a library's words", async (_, password) => {
    const path = join(tmpFolder({ "calicoctl.cfg": config(password) }), "calicoctl.cfg");
    const { code, stderr } = await runBinary(["get", "hep", "--timeout", "1", "--config", path]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: /);
    expect(stderr).not.toMatch(/s3cret|Warning|node:/);
  });
});

test("a clone that is not built says so", () => {
  const clone = tmpFolder();
  cpSync(join(ROOT, "bin"), join(clone, "bin"), { recursive: true });
  const ran = spawnSync(process.execPath, [join(clone, "bin", "calicoctl"), "get", "hep"], { encoding: "utf8" });
  expect(ran).toMatchObject({ status: 1, stdout: "" });
  expect(ran.stderr).toBe("error: calicoctl is not built yet: run `npm run build` in its folder\n");
});
