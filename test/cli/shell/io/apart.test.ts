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
  const own = connect(server.address() as { port: number });
  link = linkOver(own);
  [[other]] = (await Promise.all([once(server, "connection"), once(own, "connect")])) as [[Socket], unknown];
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

test("of an end that is killed in the middle of a message the whole ones are told", async () => {
  other.end('{"at":0}\n{"at":');
  await link.gone;
  expect([await link.nextMessage(), await link.nextMessage()]).toEqual([{ at: 0 }, undefined]);
});

test("an end that is killed before it has read everything is gone, and nothing else happens", async () => {
  const last = link.nextMessage();
  other.resetAndDestroy();
  await link.gone;
  expect(await last).toBeUndefined();
});
