import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Datastore } from "../../../src/datastore/datastore.ts";
import { hasEtcd, needsEtcd, startEtcd } from "../../support/etcd.ts";
import { NEVER_MS } from "../../support/wait.ts";
import { ETCD_CLIENTS, hostEndpoint } from "../stores.ts";
import { etcdFault, listener } from "./faults.ts";

describe.each(ETCD_CLIENTS)("a server that cannot be reached by $by", ({ etcdConfig }) => {
  it("is named at once when the connection is refused", async () => {
    const error = await etcdFault(etcdConfig("http://127.0.0.1:1"), NEVER_MS);
    expect(error.code).toBe("datastore.unreachable");
    expect(error.message).toBe("cannot reach etcd at http://127.0.0.1:1: connection refused");
    expect(error.help).toContain("ETCD_ENDPOINTS");
  });
  it("is named when its host name is misspelt", async () => {
    const error = await etcdFault(etcdConfig("http://no-such-host.invalid:2379"), 3000);
    expect(error.message).toMatch(
      /^cannot reach etcd at http:\/\/no-such-host\.invalid:2379: (host name not found|no answer within 3 s)$/,
    );
  });
  it("and all of several, each with its cause", async () => {
    const error = await etcdFault(etcdConfig("http://127.0.0.1:1", "http://127.0.0.1:2"), NEVER_MS);
    expect(error.message).toContain("http://127.0.0.1:1: connection refused");
    expect(error.message).toContain("http://127.0.0.1:2: connection refused");
  });
  it("is given up at the deadline when it is silent, for reads and writes", async () => {
    const silent = await listener(() => undefined);
    for (const use of [undefined, (store: Datastore) => store.create(hostEndpoint("x"))]) {
      const error = await etcdFault(etcdConfig(silent.endpoint), 600, use);
      expect(error.code).toBe("datastore.timeout");
      expect(error.message).toContain(`cannot reach etcd at ${silent.endpoint}: no answer within 0.6 s`);
      expect(error.help).toContain("--timeout");
    }
    silent.stop();
  });
  it("is distinguished from a server of another kind", async () => {
    const web = await listener((socket) => socket.end("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"));
    const error = await etcdFault(etcdConfig(web.endpoint), NEVER_MS);
    expect(error.message).toMatch(/it does not answer as etcd does|the connection was lost/);
    web.stop();
  });
});

describe.each(ETCD_CLIENTS)("the process ends after close by $by", ({ etcdConfig }) => {
  const source = (path: string): string => JSON.stringify(join(import.meta.dirname, "..", "..", "..", "src", path));
  const script = `
    import { openDatastore } from ${source("datastore/open.ts")};
    import { DEFAULT_CALICO } from ${source("model/kinds/version.ts")};
    const config = { ...${JSON.stringify(etcdConfig())}, endpoints: [process.argv[2]] };
    const options = { timeoutMs: Number(process.argv[3]), calico: DEFAULT_CALICO };
    const store = await openDatastore(config, options).catch((error) => console.log(error.code));
    await store?.list("HostEndpoint");
    await store?.close();
    process.on("exit", () => console.log("ended"));`;

  /** Runs the script to its end and returns what it printed. */
  async function run(endpoint: string, timeoutMs: number): Promise<{ stdout: string; stderr: string }> {
    const folder = mkdtempSync(join(tmpdir(), "calicoctl-exit-"));
    writeFileSync(join(folder, "script.mts"), script);
    const tsx = join(import.meta.dirname, "..", "..", "..", "node_modules", ".bin", "tsx");
    const child = spawn(tsx, [join(folder, "script.mts"), endpoint, String(timeoutMs)]);
    const text = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const)
      child[stream].on("data", (chunk: Buffer) => {
        text[stream] += chunk.toString();
      });
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
    rmSync(folder, { recursive: true });
    return text;
  }

  it.skipIf(!hasEtcd)(`without a word on stderr, when all went well${needsEtcd}`, async () => {
    const server = await startEtcd();
    const { stdout, stderr } = await run(server.endpoint, NEVER_MS);
    expect({ stdout, stderr }).toEqual({ stdout: "ended\n", stderr: "" });
    await server.stop();
  });
  it.each(["http", "https"])("soon after the deadline, when an %s server is silent", async (scheme) => {
    const silent = await listener(() => undefined);
    const { stdout } = await run(silent.endpoint.replace("http:", `${scheme}:`), 1000);
    expect(stdout).toBe("datastore.timeout\nended\n");
    silent.stop();
  });
});
