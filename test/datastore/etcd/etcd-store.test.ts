import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Etcd3 } from "etcd3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EtcdConfig } from "../../../src/datastore/config.ts";
import type { Datastore } from "../../../src/datastore/datastore.ts";
import { DatastoreError } from "../../../src/datastore/datastore-error.ts";
import { type EtcdServer, freePort, hasEtcd, needsEtcd, startEtcd } from "../../support/etcd.ts";
import { NEVER_MS } from "../../support/wait.ts";
import { etcdConfig, hostEndpoint, open } from "../stores.ts";

const id = (name: string) => ({ kind: "HostEndpoint", name });

/** Runs one call and returns its error. */
async function fault(
  config: EtcdConfig,
  timeoutMs: number,
  use = (store: Datastore): Promise<unknown> => store.get(id("x")),
): Promise<DatastoreError> {
  try {
    const store = await open(config, timeoutMs);
    try {
      await use(store);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof DatastoreError) return error;
    throw error;
  }
  throw new Error("no fault");
}

/** A port that does something else than etcd; `reply` is called with each connection. */
async function listener(reply: (socket: Socket) => void): Promise<{ endpoint: string; stop: () => void }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    reply(socket);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const stop = (): void => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { endpoint: `http://127.0.0.1:${port}`, stop };
}

describe("a server that cannot be reached", () => {
  it("is named at once when the connection is refused", async () => {
    const error = await fault(etcdConfig("http://127.0.0.1:1"), NEVER_MS);
    expect(error.code).toBe("datastore.unreachable");
    expect(error.message).toBe("cannot reach etcd at http://127.0.0.1:1: connection refused");
    expect(error.help).toContain("ETCD_ENDPOINTS");
  });
  it("is named when its host name is misspelt", async () => {
    const error = await fault(etcdConfig("http://no-such-host.invalid:2379"), 3000);
    expect(error.message).toMatch(
      /^cannot reach etcd at http:\/\/no-such-host\.invalid:2379: (host name not found|no answer within 3 s)$/,
    );
  });
  it("and all of several, each with its cause", async () => {
    const error = await fault(etcdConfig("http://127.0.0.1:1", "http://127.0.0.1:2"), NEVER_MS);
    expect(error.message).toContain("http://127.0.0.1:1: connection refused");
    expect(error.message).toContain("http://127.0.0.1:2: connection refused");
  });
  it("is given up at the deadline when it is silent, for reads and writes", async () => {
    const silent = await listener(() => undefined);
    for (const use of [undefined, (store: Datastore) => store.create(hostEndpoint("x"))]) {
      const error = await fault(etcdConfig(silent.endpoint), 600, use);
      expect(error.code).toBe("datastore.timeout");
      expect(error.message).toContain(`cannot reach etcd at ${silent.endpoint}: no answer within 0.6 s`);
      expect(error.help).toContain("--timeout");
    }
    silent.stop();
  });
  it("is told from a server of another kind", async () => {
    const web = await listener((socket) => socket.end("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"));
    const error = await fault(etcdConfig(web.endpoint), NEVER_MS);
    expect(error.message).toMatch(/it does not answer as etcd does|the connection was lost/);
    web.stop();
  });
});

describe.skipIf(!hasEtcd)(`etcd${needsEtcd}`, () => {
  let server: EtcdServer;
  beforeAll(async () => {
    server = await startEtcd();
  });
  afterAll(() => server.stop());

  it("works if any of several endpoints is up, whatever the others do", async () => {
    const silent = await listener(() => undefined);
    const store = await open(etcdConfig("http://127.0.0.1:1", silent.endpoint, server.endpoint), NEVER_MS);
    expect((await store.create(hostEndpoint("any"))).kind).toBe("written");
    expect(await store.get(id("any"))).toBeDefined();
    await store.close();
    silent.stop();
  });

  it("lists more than gRPC's usual 4 MB", async () => {
    const store = await open(etcdConfig(server.endpoint));
    const annotations = { big: "x".repeat(900_000) };
    for (let i = 0; i < 6; i++)
      await store.create({ ...hostEndpoint(`big-${i}`), metadata: { name: `big-${i}`, annotations } });
    expect((await store.list("HostEndpoint")).items.length).toBeGreaterThanOrEqual(6);
    for (let i = 0; i < 6; i++) await store.delete(id(`big-${i}`));
    await store.close();
  });

  it("says that a resource is too large", async () => {
    const annotations = { big: "x".repeat(1_600_000) };
    const error = await fault(etcdConfig(server.endpoint), 5000, (store) =>
      store.create({ ...hostEndpoint("huge"), metadata: { name: "huge", annotations } }),
    );
    expect(error.code).toBe("datastore.too-large");
    expect(error.message).toContain("larger than etcd takes");
  });

  it("says that a resourceVersion is compacted away", async () => {
    const client = new Etcd3({ hosts: server.endpoint });
    const store = await open(etcdConfig(server.endpoint));
    await store.create(hostEndpoint("old"));
    for (let i = 0; i < 3; i++) await store.apply(hostEndpoint("old"));
    await client.kv.compact({ revision: (await store.list("HostEndpoint")).revision });
    await expect(store.get(id("old"), { resourceVersion: "2" })).rejects.toMatchObject({ code: "datastore.compacted" });
    await store.close();
    client.close();
  });

  it("reports a stored value that cannot be read", async () => {
    const client = new Etcd3({ hosts: server.endpoint });
    const key = "/calico/resources/v3/projectcalico.org/nodes/x";
    await client.put(key).value("not json");
    const store = await open(etcdConfig(server.endpoint));
    expect((await store.list("Node")).unreadable).toEqual([{ key, reason: "the stored value is not a JSON object" }]);
    await expect(store.get({ kind: "Node", name: "x" })).rejects.toMatchObject({ code: "value.unreadable" });
    await store.close();
    client.close();
  });

  it("that does not speak TLS is told from one that does not answer", async () => {
    const error = await fault({ ...etcdConfig(server.endpoint.replace("http:", "https:")) }, NEVER_MS);
    expect(error.code).toBe("datastore.tls");
    expect(error.message).toContain("does not speak TLS");
  });

  it("killed between two writes is named, without waiting for ever", async () => {
    const own = await startEtcd();
    const store = await open(etcdConfig(own.endpoint), NEVER_MS);
    expect((await store.create(hostEndpoint("before"))).kind).toBe("written");
    await own.kill();
    await expect(store.create(hostEndpoint("after"))).rejects.toMatchObject({
      code: "datastore.unreachable",
      message: expect.stringContaining(own.endpoint),
    });
    await own.restart();
    await store.close();
    const again = await open(etcdConfig(own.endpoint));
    expect((await again.list("HostEndpoint")).items.map((item) => item.metadata.name)).toEqual(["before"]);
    await again.close();
    await own.stop();
  });

  it("goes on with another server when one is killed", async () => {
    const own = await startEtcd();
    const store = await open(etcdConfig(own.endpoint), 5000);
    await store.create(hostEndpoint("x"));
    await store.close();
    // Two unrelated servers are no cluster, but show which one is asked.
    const both = await open(etcdConfig(own.endpoint, server.endpoint), 5000);
    await both.list("Profile");
    await own.kill();
    for (let i = 0; i < 3; i++) expect((await both.list("Profile")).items).toEqual([]);
    await both.close();
    await own.stop();
  });
});

describe("the process ends after close", () => {
  const source = (path: string): string => JSON.stringify(join(import.meta.dirname, "..", "..", "..", "src", path));
  const script = `
    import { openDatastore } from ${source("datastore/open.ts")};
    import { DEFAULT_CALICO } from ${source("model/kinds/version.ts")};
    const config = { type: "etcd", endpoints: [process.argv[2]], from: "ETCD_ENDPOINTS", tls: {} };
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

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
describe.skipIf(!hasEtcd || !hasOpenssl)(
  `etcd with TLS${needsEtcd}${hasOpenssl ? "" : " [skipped: no openssl]"}`,
  () => {
    let folder: string;
    let server: EtcdServer;
    let strict: EtcdServer;
    const file = (name: string): string => join(folder, name);
    const pem = (name: string) => ({ kind: "file" as const, path: file(name), from: `ETCD_${name}` });
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "calicoctl-tls-"));
      for (const name of ["server", "other"]) {
        const names = ["-subj", `/CN=${name}`, "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"];
        const made = spawnSync("openssl", [
          "req",
          "-x509",
          "-newkey",
          "rsa:2048",
          "-nodes",
          "-days",
          "2",
          "-keyout",
          file(`${name}.key`),
          "-out",
          file(`${name}.crt`),
          ...names,
        ]);
        expect(made.status).toBe(0);
      }
      server = await startEtcd({ cert: file("server.crt"), key: file("server.key") });
      strict = await startEtcd({ cert: file("server.crt"), key: file("server.key"), clientCa: file("server.crt") });
    });
    afterAll(async () => {
      await server?.stop();
      await strict?.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    const localhost = (from: EtcdServer): string => from.endpoint.replace("127.0.0.1", "localhost");

    it("is used when its authority is given, by file or as text", async () => {
      const text = spawnSync("cat", [file("server.crt")]).stdout.toString();
      for (const ca of [pem("server.crt"), { kind: "text" as const, text, from: "etcdCACert" }]) {
        const store = await open({ ...etcdConfig(localhost(server)), tls: { ca } });
        expect((await store.list("HostEndpoint")).items).toEqual([]);
        await store.close();
      }
    });
    it("takes a client certificate", async () => {
      const tls = { ca: pem("server.crt"), cert: pem("server.crt"), key: pem("server.key") };
      const store = await open({ ...etcdConfig(localhost(strict)), tls });
      expect((await store.apply(hostEndpoint("x"))).kind).toBe("written");
      await store.close();
    });

    const cases: readonly {
      readonly name: string;
      readonly config: () => EtcdConfig;
      readonly code: string;
      readonly says: RegExp;
    }[] = [
      {
        name: "no authority",
        config: () => etcdConfig(localhost(server)),
        code: "datastore.tls",
        says: /certificate is not trusted/,
      },
      {
        name: "the wrong authority",
        config: () => ({ ...etcdConfig(localhost(server)), tls: { ca: pem("other.crt") } }),
        code: "datastore.tls",
        says: /certificate is not trusted/,
      },
      {
        name: "no client certificate",
        config: () => ({ ...etcdConfig(localhost(strict)), tls: { ca: pem("server.crt") } }),
        code: "datastore.",
        says: /cannot reach etcd at https/,
      },
      {
        name: "http to it",
        config: () => etcdConfig(server.endpoint.replace("https:", "http:")),
        code: "datastore.unreachable",
        says: /cannot reach etcd at http:.*: it does not answer as etcd does|connection was lost/,
      },
      {
        name: "a missing file",
        config: () => ({ ...etcdConfig(localhost(server)), tls: { ca: pem("none.crt") } }),
        code: "datastore.tls-file",
        says: /cannot read `.*none\.crt`: no such file/,
      },
      {
        name: "a key that is none",
        config: () => ({
          ...etcdConfig(localhost(server)),
          tls: { ca: pem("server.crt"), cert: pem("server.crt"), key: pem("server.crt") },
        }),
        code: "datastore.tls-file",
        says: /cannot be used/,
      },
      {
        name: "a key of another certificate",
        config: () => ({
          ...etcdConfig(localhost(server)),
          tls: { ca: pem("server.crt"), cert: pem("server.crt"), key: pem("other.key") },
        }),
        code: "datastore.tls-file",
        says: /cannot be used/,
      },
    ];
    it.each(cases)("$name", async ({ config, code, says }) => {
      const error = await fault(config(), NEVER_MS);
      expect(error.message).toMatch(says);
      expect(error.code).toContain(code);
      expect(error.help).toBeTruthy();
    });
  },
);

describe.skipIf(!hasEtcd)(`etcd with users${needsEtcd}`, () => {
  let server: EtcdServer;
  const secret = "s3cret-word";
  beforeAll(async () => {
    server = await startEtcd();
    const client = new Etcd3({ hosts: server.endpoint });
    const root = await client.user("root").create("root");
    await client
      .role("root")
      .create()
      .then(() => root.addRole("root"));
    await client.user("reader").create(secret);
    await client.auth.authEnable();
    client.close();
  });
  afterAll(() => server.stop());
  const as = (username: string, password: string): EtcdConfig => ({
    ...etcdConfig(server.endpoint),
    auth: { username, password },
  });

  it("lets a user in", async () => {
    const store = await open(as("root", "root"));
    expect((await store.create(hostEndpoint("x"))).kind).toBe("written");
    await store.close();
  });
  const cases: readonly { readonly name: string; readonly config: () => EtcdConfig; readonly says: RegExp }[] = [
    { name: "no user", config: () => etcdConfig(server.endpoint), says: /demands a user and a password/ },
    { name: "a wrong password", config: () => as("root", secret), says: /user or password not accepted/ },
    { name: "a user without rights", config: () => as("reader", secret), says: /the user may not do this/ },
  ];
  it.each(cases)("refuses $name, and no secret is told", async ({ config, says }) => {
    const error = await fault(config(), NEVER_MS);
    expect(error.code).toBe("datastore.auth");
    expect(error.message).toMatch(says);
    expect(`${error.message} ${error.help}`).not.toContain(secret);
  });
  it("that has none refuses a user", async () => {
    const open_ = await startEtcd();
    const error = await fault({ ...etcdConfig(open_.endpoint), auth: { username: "root", password: secret } }, 5000);
    expect(error.message).toMatch(/it has no users/);
    await open_.stop();
  });
});
