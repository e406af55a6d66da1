import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server, type ServerOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectKubernetes } from "../../../../src/datastore/kubernetes/api/connect.ts";
import type { KubernetesConfig } from "../../../../src/datastore/kubernetes/config/kubernetes-config.ts";
import { tmpFolder } from "../../../support/tmp.ts";
import { NEVER_MS } from "../../../support/wait.ts";

const HOSTS = { group: "crd.projectcalico.org", version: "v1", resource: "hostendpoints", isNamespaced: false };
const TOKEN = "s3cret-token";
const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

describe.skipIf(!hasOpenssl)(`a server with TLS${hasOpenssl ? "" : " [skipped: no openssl]"}`, () => {
  const folder = tmpFolder();
  const servers: Server[] = [];
  const path = (name: string): string => join(folder, name);
  const file = (name: string) => ({ kind: "file" as const, path: path(name), from: name });
  /** What the server saw: the header that shows who asks, and the name of the client's certificate. */
  let seen: { readonly authorization: string | undefined; readonly client: string | undefined };

  /** Runs openssl in the folder. */
  function openssl(line: string): void {
    const made = spawnSync("openssl", line.split(" "), { cwd: folder });
    if (made.status !== 0) throw new Error(made.stderr.toString());
  }

  /** Makes a key and a certificate that has signed itself, for two days from now. */
  function make(name: string, names: string): void {
    const pair = `-newkey rsa:2048 -nodes -keyout ${name}.key -subj /CN=${name}`;
    openssl(`req -x509 ${pair} -days 2 -out ${name}.crt -addext subjectAltName=${names}`);
  }

  /** The same of a year that has passed, which needs a register of certificates. */
  function makeExpired(name: string, names: string): void {
    const settings = [
      ...["[ca]", "default_ca=d", "[d]", `database=${name}.index`, "new_certs_dir=.", "rand_serial=yes"],
      ...["default_md=sha256", "policy=p", "x509_extensions=e", "[p]", "commonName=supplied"],
      ...["[e]", `subjectAltName=${names}`],
    ];
    writeFileSync(path(`${name}.cnf`), `${settings.join("\n")}\n`);
    writeFileSync(path(`${name}.index`), "");
    openssl(`req -new -newkey rsa:2048 -nodes -keyout ${name}.key -subj /CN=${name} -out ${name}.csr`);
    const time = "-startdate 20200101000000Z -enddate 20210101000000Z";
    const files = `-keyfile ${name}.key -in ${name}.csr -out ${name}.crt`;
    openssl(`ca -selfsign -batch -notext -config ${name}.cnf ${files} ${time}`);
  }

  async function serve(name: string, options: ServerOptions = {}): Promise<string> {
    const pair = { cert: readFileSync(path(`${name}.crt`)), key: readFileSync(path(`${name}.key`)) };
    const server = createServer({ ...pair, ...options }, (request, response) => {
      const { CN } = (request.socket as TLSSocket).getPeerCertificate().subject ?? {};
      seen = { authorization: request.headers.authorization, client: CN };
      response.writeHead(200, { "content-type": "application/json" });
      response.end('{"kind": "HostEndpointList", "metadata": {"resourceVersion": "1"}, "items": []}');
    });
    // A handshake that fails is the client's to tell.
    server.on("tlsClientError", () => undefined);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  let addresses: Readonly<Record<"good" | "expired" | "strict" | "other", string>>;
  beforeAll(async () => {
    make("good", "IP:127.0.0.1");
    make("other", "DNS:api.example.com");
    makeExpired("expired", "IP:127.0.0.1");
    make("ann", "DNS:ann");
    makeExpired("bob", "DNS:bob");
    const strict = { requestCert: true, rejectUnauthorized: true, ca: readFileSync(path("ann.crt")) };
    addresses = {
      good: await serve("good"),
      expired: await serve("expired"),
      strict: await serve("good", strict),
      other: await serve("other"),
    };
  });
  afterAll(async () => {
    for (const server of servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  /** Lists from a server; returns `ok`, or the fault as `code effect: cause; help`. */
  async function listed(name: keyof typeof addresses, tls: Partial<KubernetesConfig["tls"]>): Promise<string> {
    const server = addresses[name];
    const credentials = { kind: "token" as const, token: TOKEN, from: "a test" };
    const settings = { insecureSkipVerify: false, ...tls };
    const base = { type: "kubernetes" as const, from: "K8S_API_ENDPOINT", usesPodCidr: false };
    try {
      const api = await connectKubernetes({ ...base, server, tls: settings, credentials }, NEVER_MS);
      try {
        await api.list(HOSTS);
        return "ok";
      } finally {
        await api.close();
      }
    } catch (error) {
      const { code, effect, message, help } = error as Record<"code" | "effect" | "message" | "help", string>;
      expect(`${message} ${help}`).not.toContain(TOKEN);
      return `${code} ${effect}: ${message.replace(`cannot reach the Kubernetes API at ${server}: `, "")}; ${help}`;
    }
  }

  const CERTIFICATES =
    "K8S_CERT_FILE and K8S_KEY_FILE, or the kubeconfig's user, name the client certificate and its key";
  const own = (name: string) => ({ cert: file(`${name}.crt`), key: file(`${name}.key`) });
  const good = { ca: file("good.crt") };
  test.each<[string, Parameters<typeof listed>, string]>([
    ["an authority that signed it", ["good", good], "ok"],
    ["no check", ["good", { insecureSkipVerify: true }], "ok"],
    ["no check of another name", ["other", { insecureSkipVerify: true }], "ok"],
    ["another name that is right", ["other", { ca: file("other.crt"), serverName: "api.example.com" }], "ok"],
    ["a client certificate", ["strict", { ...good, ...own("ann") }], "ok"],
    [
      "an unknown authority",
      ["good", {}],
      "datastore.tls none: its certificate is not trusted; K8S_CA_FILE, or `certificate-authority` of the kubeconfig's cluster, names the authority that signed it",
    ],
    [
      "another authority",
      ["good", { ca: file("other.crt") }],
      "datastore.tls none: its certificate is not trusted; the authority is from other.crt, and did not sign it",
    ],
    [
      "an expired certificate",
      ["expired", { ca: file("expired.crt") }],
      "datastore.tls none: its certificate has expired or is not valid yet; the address is from K8S_API_ENDPOINT",
    ],
    [
      "another name",
      ["other", { ca: file("other.crt") }],
      "datastore.tls none: its certificate is for another host name; the address is from K8S_API_ENDPOINT; where another name is right, set `tls-server-name` of the kubeconfig's cluster",
    ],
    [
      "no client certificate",
      ["strict", good],
      `datastore.tls none: it demands a client certificate that it trusts; ${CERTIFICATES}`,
    ],
    [
      "a file that is no certificate",
      ["good", { ca: file("good.key") }],
      `datastore.tls-file none: \`${path("good.key")}\` holds no certificate: it holds a key; the file is from good.key`,
    ],
  ])("%s", async (_, [name, tls], result) => expect(await listed(name, tls)).toBe(result));

  test("an own certificate that has expired", async () => {
    // This server only hangs up.
    expect(await listed("strict", { ...good, ...own("bob") })).toBe(
      "datastore.unreachable none: the connection was lost; the client certificate expired on 2021-01-01",
    );
  });

  test("the server sees the token and the certificate", async () => {
    await listed("strict", { ...good, ...own("ann") });
    expect(seen).toEqual({ authorization: `Bearer ${TOKEN}`, client: "ann" });
  });

  test("credentials do not go to a server without TLS", async () => {
    const { fakeApiServer } = await import("./fake-api-server.ts");
    const { port, requests } = await fakeApiServer(() => ({ json: { items: [] } }));
    const config = { type: "kubernetes" as const, from: "a test", usesPodCidr: false };
    const credentials = { kind: "token" as const, token: TOKEN, from: "a test" };
    const impersonation = { user: "bob", groups: ["a", "b"], extra: { "x/Y (z)": ["1"] } };
    const tls = { insecureSkipVerify: false };
    const server = `http://127.0.0.1:${port}`;
    const api = await connectKubernetes({ ...config, server, tls, credentials, impersonation }, NEVER_MS);
    await api.list(HOSTS);
    await api.close();
    expect(requests[0]?.headers).toMatchObject({
      "impersonate-user": "bob",
      "impersonate-group": "a, b",
      "impersonate-extra-x%2fy%20%28z%29": "1",
    });
    expect(JSON.stringify(requests)).not.toContain(TOKEN);
  });
});
