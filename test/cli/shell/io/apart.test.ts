import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Link, linkOver } from "../../../../src/cli/shell/io/apart.ts";
import type { JsonObject } from "../../../../src/model/json.ts";
import { waitUntil } from "../../../support/wait.ts";

let other: Socket;
let link: Link;
beforeEach(async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const accepted = once(server, "connection");
  link = linkOver(connect(server.address() as { port: number }));
  [other] = (await accepted) as [Socket];
  server.close();
});
afterEach(() => {
  link.close();
  other.destroy();
});

const say = (...messages: readonly JsonObject[]): void =>
  void other.write(messages.map((message) => `${JSON.stringify(message)}\n`).join(""));

test("every message is told, in order, also those that come together with the one that was waited for", async () => {
  say({ ready: true }, { trouble: "etcd is away" });
  expect(await link.nextMessage()).toEqual({ ready: true });
  const told: JsonObject[] = [];
  link.onMessage((message) => told.push(message));
  say({ ending: 1 });
  await waitUntil(() => told.length === 2);
  expect(told).toEqual([{ trouble: "etcd is away" }, { ending: 1 }]);
});

test("messages that come while nobody waits are kept for who does", async () => {
  const first = link.nextMessage();
  say({ at: 0 });
  await first;
  say({ at: 1 }, { at: 2 });
  other.end();
  await link.gone;
  expect([await link.nextMessage(), await link.nextMessage(), await link.nextMessage()]).toEqual([
    { at: 1 },
    { at: 2 },
    undefined,
  ]);
});
