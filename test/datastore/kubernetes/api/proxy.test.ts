import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectKubernetes } from "../../../../src/datastore/kubernetes/api/connect.ts";
import {
  type ApiServer,
  hasApiServer,
  needsApiServer,
  startApiServer,
} from "../../../support/kube-apiserver/api-server.ts";
import { NEVER_MS } from "../../../support/wait.ts";

const NAMESPACES = { group: "", version: "v1", resource: "namespaces", isNamespaced: false };

/** A proxy that lets those through who name a user, and tells what it was asked. */
async function startProxy() {
  const requests: { readonly target: string | undefined; readonly headers: IncomingMessage["headers"] }[] = [];
  const server = createServer((_, response) => response.writeHead(400).end());
  server.on("connect", (request, socket) => {
    requests.push({ target: request.url, headers: request.headers });
    if (request.headers["proxy-authorization"] === undefined)
      return socket.end("HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n");
    const other = connect({ host: "127.0.0.1", port: Number(request.url?.split(":").at(-1)) });
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    socket.pipe(other).pipe(socket);
    for (const [one, another] of [
      [socket, other],
      [other, socket],
    ] as const) {
      one.on("error", () => another.destroy());
      one.on("close", () => another.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port, requests, close: () => server.close() };
}

describe.skipIf(!hasApiServer)(`an API server behind a proxy${needsApiServer}`, () => {
  let server: ApiServer;
  let proxy: Awaited<ReturnType<typeof startProxy>>;
  beforeAll(async () => {
    server = await startApiServer([]);
    proxy = await startProxy();
  });
  afterAll(async () => {
    proxy?.close();
    await server?.stop();
  });
  const through = (port: number, more: object = {}) => {
    const settings = { address: `http://127.0.0.1:${port}`, from: "HTTPS_PROXY", ...more };
    return connectKubernetes({ ...server.config("admin"), proxy: settings }, NEVER_MS);
  };

  test("calls and a watch go through it, and it sees no token", async () => {
    const api = await through(proxy.port, { authorization: "Basic dTpw" });
    const { items, resourceVersion } = await api.list(NAMESPACES);
    expect(items.length).toBeGreaterThan(2);
    const stop = new AbortController();
    const watching = api.watch(NAMESPACES, { resourceVersion }, stop.signal)[Symbol.asyncIterator]();
    const next = watching.next();
    await api.create(NAMESPACES, { apiVersion: "v1", kind: "Namespace", metadata: { name: "web" } });
    expect(await next).toMatchObject({ value: { kind: "put", object: { metadata: { name: "web" } } } });
    stop.abort();
    await api.close();
    expect(new Set(proxy.requests.map(({ target }) => target))).toEqual(new Set([new URL(server.address).host]));
    expect(JSON.stringify(proxy.requests)).not.toContain("test-admin-token");
  });

  test("one that refuses, and one that is not there", async () => {
    const refused = await through(proxy.port);
    await expect(refused.list(NAMESPACES)).rejects.toMatchObject({
      code: "datastore.unreachable",
      effect: "none",
      message: expect.stringMatching(/: the proxy answers HTTP 407$/),
      help: expect.stringContaining("the proxy is from HTTPS_PROXY"),
    });
    await refused.close();
    const gone = await through(1);
    await expect(gone.list(NAMESPACES)).rejects.toMatchObject({
      message: expect.stringMatching(/: the proxy cannot be reached \(ECONNREFUSED\)$/),
    });
    await gone.close();
  });
});
