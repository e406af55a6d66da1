import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Etcd3 } from "etcd3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EtcdConfig } from "../../../src/datastore/config.ts";
import { type EtcdServer, hasEtcd, needsEtcd, startEtcd } from "../../support/etcd.ts";
import { NEVER_MS } from "../../support/wait.ts";
import { ETCD_CLIENTS, hostEndpoint, open } from "../stores.ts";
import { etcdFault } from "./faults.ts";

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
describe.skipIf(!hasEtcd || !hasOpenssl).each(ETCD_CLIENTS)(
  `etcd with TLS by $by${needsEtcd}${hasOpenssl ? "" : " [skipped: no openssl]"}`,
  ({ etcdConfig }) => {
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
      readonly message: RegExp;
    }[] = [
      {
        name: "no authority",
        config: () => etcdConfig(localhost(server)),
        code: "datastore.tls",
        message: /certificate is not trusted/,
      },
      {
        name: "the wrong authority",
        config: () => ({ ...etcdConfig(localhost(server)), tls: { ca: pem("other.crt") } }),
        code: "datastore.tls",
        message: /certificate is not trusted/,
      },
      {
        name: "no client certificate",
        config: () => ({ ...etcdConfig(localhost(strict)), tls: { ca: pem("server.crt") } }),
        code: "datastore.",
        message: /cannot reach etcd at https/,
      },
      {
        name: "http to it",
        config: () => etcdConfig(server.endpoint.replace("https:", "http:")),
        code: "datastore.unreachable",
        message: /cannot reach etcd at http:.*: it does not answer as etcd does|connection was lost/,
      },
      {
        name: "a missing file",
        config: () => ({ ...etcdConfig(localhost(server)), tls: { ca: pem("none.crt") } }),
        code: "datastore.tls-file",
        message: /cannot read `.*none\.crt`: no such file/,
      },
      {
        name: "an invalid key",
        config: () => ({
          ...etcdConfig(localhost(server)),
          tls: { ca: pem("server.crt"), cert: pem("server.crt"), key: pem("server.crt") },
        }),
        code: "datastore.tls-file",
        message: /server\.crt` holds no private key: it holds a certificate$/,
      },
      {
        name: "a key of another certificate",
        config: () => ({
          ...etcdConfig(localhost(server)),
          tls: { ca: pem("server.crt"), cert: pem("server.crt"), key: pem("other.key") },
        }),
        code: "datastore.tls-file",
        message: /other\.key` is not the key of the certificate in `.*server\.crt`$/,
      },
    ];
    it.each(cases)("$name", async ({ config, code, message }) => {
      const error = await etcdFault(config(), NEVER_MS);
      expect(error.message).toMatch(message);
      expect(error.code).toContain(code);
      expect(error.help).toBeTruthy();
    });
  },
);

describe.skipIf(!hasEtcd).each(ETCD_CLIENTS)(`etcd with users by $by${needsEtcd}`, ({ etcdConfig }) => {
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
  it("lets a user go on after it has forgotten the token", async () => {
    const store = await open(as("root", "root"));
    const write = () => store.apply(hostEndpoint("y"));
    expect((await write()).kind).toBe("written");
    // Tokens are in its memory.
    await server.kill();
    await server.restart();
    expect((await write()).kind).toBe("written");
    await store.close();
  });
  const cases: readonly { readonly name: string; readonly config: () => EtcdConfig; readonly message: RegExp }[] = [
    { name: "no user", config: () => etcdConfig(server.endpoint), message: /demands a user and a password/ },
    { name: "a wrong password", config: () => as("root", secret), message: /user or password not accepted/ },
    {
      name: "a user without rights",
      config: () => as("reader", secret),
      message: /the user may not read `\/calico\/.*`$/,
    },
  ];
  it.each(cases)("refuses $name, and prints no secret", async ({ config, message }) => {
    const error = await etcdFault(config(), NEVER_MS);
    expect(error.code).toBe("datastore.auth");
    expect(error.message).toMatch(message);
    expect(`${error.message} ${error.help}`).not.toContain(secret);
  });
  it("that has none is used without", async () => {
    const free = await startEtcd();
    const store = await open({ ...etcdConfig(free.endpoint), auth: { username: "root", password: secret } });
    const names = ["a", "b", "c"];
    const results = await Promise.all(names.map((name) => store.create(hostEndpoint(name))));
    expect(results.map(({ kind }) => kind)).toEqual(names.map(() => "written"));
    expect((await store.list("HostEndpoint")).items.map(({ metadata }) => metadata.name)).toEqual(names);
    await store.close();
    await free.stop();
  });
});
