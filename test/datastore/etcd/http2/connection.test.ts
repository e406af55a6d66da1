import { createServer, type ServerHttp2Session } from "node:http2";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { Connection } from "../../../../src/datastore/etcd/http2/connection.ts";
import { waitUntil } from "../../../support/wait.ts";

test.each([
  ["failed", "destroy"],
  ["takes no new calls", "close"],
] as const)("a session that %s gets no further call, though it has not said so yet", async (_, end) => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const connection = new Connection(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, undefined);
  const first = connection.open();
  await first.ready;
  expect(connection.open()).toBe(first);
  first.session[end]();
  const second = connection.open();
  expect(second).not.toBe(first);
  await second.ready;
  expect(connection.open()).toBe(second);
  connection.close();
  server.close();
});

test("a server may send a large list without hearing meanwhile that it is read", async () => {
  const server = createServer();
  let session: ServerHttp2Session | undefined;
  server.on("session", (opened) => {
    session = opened;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const connection = new Connection(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, undefined);
  await connection.open().ready;
  await waitUntil(() => (session?.state.remoteWindowSize ?? 0) > 10_000_000);
  expect(session?.remoteSettings?.initialWindowSize).toBeGreaterThan(10_000_000);
  connection.close();
  server.close();
});

test("a session that was given up as it connected, of which Node says that it is, ends without a fault", async () => {
  const connection = new Connection("http://127.0.0.1:1", undefined);
  const { session, ready } = connection.open();
  session.destroy();
  expect(session.emit("connect", session, session.socket)).toBe(true);
  await expect(ready).rejects.toThrow("14 UNAVAILABLE");
});
