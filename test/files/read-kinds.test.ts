import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { fileReason } from "../../src/files/file-reason.ts";
import { bytesOfFile, piecesOfFile, textOfFile } from "../../src/files/read-text.ts";
import { BINARY } from "../support/binary.ts";
import { runCli } from "../support/cli.ts";
import { tmpFolder } from "../support/tmp.ts";

const NODE = "apiVersion: projectcalico.org/v3\nkind: Node\nmetadata: {name: n1}\n";
const folder = tmpFolder({ "node.yaml": NODE, "a-file": "x" });
const path = (name: string): string => join(folder, name);
const server = createServer();

beforeAll(async () => {
  for (const name of ["fifo", "fifo-2", "d/fifo.yaml", "facts/addr.json"]) {
    mkdirSync(join(path(name), ".."), { recursive: true });
    execFileSync("sh", ["-c", 'mkfifo "$1"', "sh", path(name)]);
  }
  symlinkSync("loop", path("loop"));
  symlinkSync("nothing", path("dangling"));
  symlinkSync("/dev/zero", path("d/zero.yaml"));
  symlinkSync(folder, path("d/linked.yaml"));
  writeFileSync(path("d/node.yaml"), NODE);
  writeFileSync(path("large"), "");
  truncateSync(path("large"), 128 * 1024 * 1024 + 1);
  await new Promise<void>((resolve) => server.listen(path("d/socket.yaml"), resolve));
});
afterAll(() => server.close());

const reasonFor = (read: () => unknown): string => {
  try {
    return `no error: ${String(read()).length} characters`;
  } catch (error) {
    return fileReason(error);
  }
};

/** What the user may name, and what is said of it. */
test.each([
  ["nothing", "no such file or directory"],
  ["dangling", "it is a link to a file that does not exist"],
  ["loop", "too many symbolic links"],
  ["d", "is a directory"],
  ["a-file/x", "part of the path is not a directory"],
  ["d/socket.yaml", "it is a socket, or a device that is not there"],
  ["large", "it is larger than 128 MiB"],
  ["d/zero.yaml", "it is larger than 128 MiB"],
  ["a\0b", "no path has a NUL in it"],
  ["x".repeat(5000), "the path is too long"],
])("%s", (name, reason) => {
  expect(reasonFor(() => textOfFile(path(name)))).toBe(reason);
  expect(reasonFor(() => bytesOfFile(path(name)))).toBe(reason);
});

test("a smaller limit, in bytes and text", () => {
  writeFileSync(path("medium"), "x".repeat(1024 * 1024 + 1));
  for (const read of [textOfFile, bytesOfFile]) {
    expect(reasonFor(() => read(path("medium"), { mebibytes: 1 }))).toBe("it is larger than 1 MiB");
    expect(read(path("medium"), { mebibytes: 2 })).toHaveLength(1024 * 1024 + 1);
  }
});

test("a stream of flows has no limit", async () => {
  let length = 0;
  for await (const piece of piecesOfFile(path("large"), new AbortController().signal)) length += piece.length;
  expect(length).toBe(128 * 1024 * 1024 + 1);
});

test("a process substitution that writes nothing is empty at once, and no FIFO without a writer", () => {
  const ran = spawnSync("bash", ["-c", '"$0" "$1" validate -f <(true)', process.execPath, BINARY], {
    encoding: "utf8",
  });
  expect(ran.stderr).toMatch(/^error: no resources in `\/dev\/fd\/\d+` \[input\.empty\]\n/);
});

test("a FIFO without a writer is not waited for without end", () => {
  expect(reasonFor(() => textOfFile(path("fifo"), { writerWaitMs: 40 }))).toMatch(/a FIFO that no process has written/);
});

test("a FIFO with a writer is read to its end, however slow the writer", async () => {
  const writer = spawn("sh", ["-c", 'exec > "$1"; echo one; read -r line; echo "$line"', "sh", path("fifo-2")]);
  const pieces = piecesOfFile(path("fifo-2"), new AbortController().signal);
  expect(Buffer.from((await pieces.next()).value ?? []).toString()).toBe("one\n");
  // The system says when there is more: to look again and again would hold up a fast writer, whose pipe is soon full.
  const looks = vi.spyOn(globalThis, "setTimeout");
  writer.stdin.end("two\n");
  let rest = "";
  for await (const piece of pieces) rest += Buffer.from(piece).toString();
  expect(rest).toBe("two\n");
  expect(looks).not.toHaveBeenCalled();
  looks.mockRestore();
});

describe("commands", () => {
  test("what is no file in a folder is skipped with a word, and the rest is read", async () => {
    const ran = await runCli(["validate", "-f", path("d")]);
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining("validated 1 ") });
    for (const [name, is] of [
      ["fifo.yaml", "a FIFO"],
      ["linked.yaml", "a directory"],
      ["socket.yaml", "a socket"],
      ["zero.yaml", "a device"],
    ] as const)
      expect(ran.stderr).toContain(`warning: \`${path("d")}/${name}\` is not read: it is ${is} [source.skipped]\n`);
  });

  test("in a folder of facts, too", async () => {
    const line = ["simulate", "--offline", "-f", path("node.yaml"), "--facts", path("facts"), "--node", "n1"];
    const ran = await runCli([...line, "--in", "eth0", "tcp", "10.0.0.1", "10.0.0.2:80"]);
    expect(ran.stderr).toContain("addr.json` is not read: it is a FIFO [source.skipped]\n");
    expect(ran.code).toBe(1);
  });

  const simulate = ["simulate", "--offline", "-f", path("node.yaml"), "--node", "n1", "--in", "eth0"];
  const flow = ["tcp", "10.0.0.1", "10.0.0.2:80"];
  /** A folder, an endless device and a loop of links, in place of each kind of file. */
  test.each([
    [["validate", "-f", path("loop")], 1, "too many symbolic links [source.unreadable]"],
    [["validate", "-f", "/dev/zero"], 1, "it is larger than 128 MiB [source.too-large]"],
    [["validate", "-f", path("large"), "-f", path("node.yaml")], 1, "it is larger than 128 MiB"],
    [["get", "hep", "-o", `go-template-file=${folder}`], 2, "is a directory"],
    [["get", "hep", "-o", "go-template-file=/dev/zero"], 2, "it is larger than 1 MiB"],
    [["get", "hep", "--config", folder], 1, "is a directory"],
    [["get", "hep", "--config", path("loop")], 1, "too many symbolic links"],
    [["get", "hep", "--config", path("dangling")], 1, "it is a link to a file that does not exist"],
    [["validate", "-f", path("dangling")], 1, "it is a link to a file that does not exist"],
    [["get", "hep", "--config", "/dev/zero"], 1, "it is larger than 1 MiB"],
    [[...simulate, "--nat", folder, ...flow], 1, "is a directory"],
    [[...simulate, "--routes", "/dev/zero", ...flow], 1, "it is larger than 128 MiB"],
    [[...simulate, "--addresses", path("loop"), ...flow], 1, "too many symbolic links"],
    [["simulate", "--offline", "-f", path("node.yaml"), "--flows", folder], 1, "is a directory"],
    [["simulate", "--offline", "-f", path("node.yaml"), "--flows", "/dev/zero"], 1, "it is larger than 128 MiB"],
    [
      [
        "simulate",
        "--offline",
        "-f",
        path("node.yaml"),
        "--flows",
        "/dev/zero",
        "--flows-format",
        "ndjson",
        "--node",
        "n1",
      ],
      1,
      "a line is longer than 128 MiB",
    ],
  ])("%j", async (argv, code, message) => {
    const ran = await runCli(argv as string[]);
    expect(ran.stderr).toContain(message);
    expect(ran.code).toBe(code);
  });

  test.each([
    ["ETCD_CA_CERT_FILE", folder, "is a directory"],
    ["ETCD_CA_CERT_FILE", "/dev/zero", "it is larger than 1 MiB"],
    ["ETCD_KEY_FILE", path("loop"), "too many symbolic links"],
  ])("%s=%s", async (name, file, message) => {
    const files = {
      ETCD_CA_CERT_FILE: "",
      ETCD_CERT_FILE: path("a-file"),
      ETCD_KEY_FILE: path("a-file"),
      [name]: file,
    };
    const env = { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: "https://127.0.0.1:1", ...files };
    const ran = await runCli(["get", "hep"], { env });
    expect(ran.stderr).toContain(message);
    expect(ran.code).toBe(1);
  });
});
