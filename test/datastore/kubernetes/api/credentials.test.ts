import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCredentialPlugin } from "../../../../src/datastore/kubernetes/api/credential-plugin.ts";
import { CredentialHeaders } from "../../../../src/datastore/kubernetes/api/credentials.ts";
import { tmpFolder } from "../../../support/tmp.ts";
import { NEVER_MS } from "../../../support/wait.ts";
import { fakeApiServer, status } from "./fake-api-server.ts";

const API = "client.authentication.k8s.io/v1";
const SECRET = "s3cret-token";
const folder = tmpFolder();

/** A plugin that runs a script of Node. */
function plugin(script: string, more: object = {}) {
  return {
    command: process.execPath,
    args: ["-e", script],
    env: { PATH: process.env.PATH ?? "", OWN: "1" },
    apiVersion: API,
    ...more,
  };
}

/** A script that writes credentials. */
const gives = (fields: object, kind = "ExecCredential"): string =>
  `console.log(${JSON.stringify(JSON.stringify({ apiVersion: API, kind, status: fields }))})`;
/** A script that goes on until it is ended. */
const STAYS = 'require("node:net").createServer().listen(0, "127.0.0.1")';
const run = (script: string, more: object = {}, timeoutMs = NEVER_MS) =>
  runCredentialPlugin(plugin(script, more), "`exec` of user `u`", timeoutMs);

describe("a credential plugin", () => {
  test.each<[string, object, object]>([
    ["a token", { token: SECRET }, { token: SECRET }],
    [
      "a certificate, until a time",
      { clientCertificateData: "c", clientKeyData: "k", expirationTimestamp: "2026-01-01T00:00:00Z" },
      { certificate: { cert: "c", key: "k" }, expires: Date.UTC(2026, 0, 1) },
    ],
  ])("gives %s", async (_, fields, given) => expect(await run(gives(fields))).toEqual(given));

  test("is told of the cluster, and has its own environment and no terminal", async () => {
    const script = `
      const { kind, apiVersion, spec } = JSON.parse(process.env.KUBERNETES_EXEC_INFO);
      const said = [kind, apiVersion, spec.interactive, spec.cluster.server, process.env.OWN, process.stdin.isTTY];
      console.log(JSON.stringify({ kind, apiVersion, status: { token: said.join() } }));`;
    const { token } = await run(script, { cluster: { server: "https://a:1" } });
    expect(token).toBe(`ExecCredential,${API},false,https://a:1,1,`);
  });

  test.each<[string, string, string, object?]>([
    ["fails", `console.error("${SECRET}"); console.log("${SECRET}"); process.exit(3)`, "ended with exit code 3"],
    ["is ended", `process.kill(process.pid, "SIGTERM"); ${STAYS}`, "was ended by SIGTERM"],
    ["writes text", `console.log("${SECRET}")`, "wrote no JSON"],
    ["writes something else", gives({ token: SECRET }, "Secret"), `wrote no ExecCredential of ${API}`],
    ["writes nothing of use", gives({}), "wrote no credentials"],
    ["writes half a pair", gives({ clientKeyData: SECRET }), "wrote a certificate or a key, but not both"],
    [
      "writes a token of two lines",
      gives({ token: `${SECRET}\nx: y` }),
      "wrote a token with characters that no token has",
    ],
    [
      "writes without end",
      `for (;;) require("node:fs").writeSync(1, "${SECRET}".repeat(1000))`,
      "wrote more than 1 MiB",
    ],
    ["is not there", "", "cannot be run: no such program", { command: join(folder, "none") }],
  ])("that %s", async (_, script, what, more = {}) => {
    const error = await run(script, more).then(
      () => undefined,
      (thrown: { code: string; message: string; help: string; effect: string }) => thrown,
    );
    expect(error).toMatchObject({ code: "datastore.auth", effect: "none" });
    expect(error?.message).toMatch(new RegExp(`^the credential plugin \`[^\`]+\` ${what}$`));
    expect(`${error?.message} ${error?.help}`).not.toContain(SECRET);
  });

  test("that does not end", async () => {
    const ended = run(STAYS, { installHint: "get it" }, 100);
    await expect(ended).rejects.toMatchObject({
      message: expect.stringContaining("did not end within 0.1 s"),
      help: expect.stringContaining("hint of the kubeconfig: get it"),
    });
  });
});

test("a plugin runs again when its credentials have ended, or are refused", async () => {
  const counter = join(folder, "counter");
  writeFileSync(counter, "");
  const script = `
    const fs = require("node:fs"); fs.appendFileSync(${JSON.stringify(counter)}, "x");
    const token = "t" + fs.readFileSync(${JSON.stringify(counter)}, "utf8").length;
    const expirationTimestamp = token === "t1" ? "2020-01-01T00:00:00Z" : undefined;
    console.log(JSON.stringify({ apiVersion: "${API}", kind: "ExecCredential", status: { token, expirationTimestamp } }));`;
  const credentials = { kind: "plugin" as const, plugin: plugin(script), from: "a test" };
  const { api, requests } = await fakeApiServer(
    ({ headers }) => (headers.authorization === "Bearer t2" ? status(401, "Unauthorized", "no") : { json: { a: 1 } }),
    { credentials },
  );
  const ref = { of: { group: "", version: "v1", resource: "nodes", isNamespaced: false }, name: "a" };
  // The first run is for the connection; its token has ended.
  const headers = new CredentialHeaders(credentials, undefined, NEVER_MS);
  await headers.start();
  expect(await api.get(ref)).toEqual({ a: 1 });
  expect(await api.get(ref)).toEqual({ a: 1 });
  expect(requests.map((one) => one.headers.authorization)).toEqual(["Bearer t2", "Bearer t3", "Bearer t3"]);
});

describe("the headers that show who asks", () => {
  test("a password", async () => {
    const credentials = { kind: "password" as const, username: "ann", password: "ä:b", from: "a test" };
    const headers = await new CredentialHeaders(credentials, undefined, NEVER_MS).headers();
    expect(headers).toEqual({ authorization: `Basic ${Buffer.from("ann:ä:b").toString("base64")}` });
  });

  test("a file of a token, read again after it was refused", async () => {
    const path = join(folder, "token");
    const headers = new CredentialHeaders({ kind: "token-file", path, from: "a test" }, undefined, NEVER_MS);
    writeFileSync(path, "one\n");
    expect(await headers.headers()).toEqual({ authorization: "Bearer one" });
    writeFileSync(path, "two\n");
    expect(await headers.headers()).toEqual({ authorization: "Bearer one" });
    expect(headers.renew()).toBe(true);
    expect(await headers.headers()).toEqual({ authorization: "Bearer two" });
  });

  test.each([
    ["is missing", "none", "the file of the token cannot be read: no such file or directory"],
    ["is empty", "empty", "the file of the token is empty"],
    ["is something else", "words", "the file of the token holds no token"],
  ])("a file of a token that %s", async (_, name, message) => {
    writeFileSync(join(folder, "empty"), "\n");
    writeFileSync(join(folder, "words"), `${SECRET}\nx`);
    const path = join(folder, name);
    const headers = new CredentialHeaders({ kind: "token-file", path, from: "a test" }, undefined, NEVER_MS);
    await expect(headers.headers()).rejects.toMatchObject({
      code: "datastore.auth",
      message,
      help: "it is from a test",
    });
  });
});
