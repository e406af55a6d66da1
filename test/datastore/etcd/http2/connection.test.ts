import { createServer } from "node:http2";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { Connection } from "../../../../src/datastore/etcd/http2/connection.ts";

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
