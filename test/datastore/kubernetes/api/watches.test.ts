import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { waitUntil } from "../../../support/wait.ts";
import { type Answer, type FakeOptions, fakeApiServer, page, status } from "./fake-api-server.ts";

const SETS = { group: "crd.projectcalico.org", version: "v1", resource: "networksets", isNamespaced: true };

const event = (type: string, object: object): string => `${JSON.stringify({ type, object })}\n`;
const named = (name: string): object => ({ metadata: { name } });
const ADDED = event("ADDED", named("a"));
const GONE = event("ERROR", { kind: "Status", code: 410, reason: "Expired" });

/** A stream of JSON that the server begins. */
function stream(send: (response: ServerResponse) => void): Answer {
  return (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.flushHeaders();
    send(response);
  };
}
const whole = (text: string): Answer => stream((response) => response.end(text));

/** What a watch yields, and how it ends. */
async function watched(answer: Answer, options: FakeOptions = {}) {
  // Every other request is a question whether the server is there.
  const { api, requests } = await fakeApiServer(({ url }) => (url.includes("watch") ? answer : { json: {} }), options);
  const events: unknown[] = [];
  const signal = new AbortController().signal;
  try {
    for await (const one of api.watch(SETS, { namespace: "web", resourceVersion: "5" }, signal)) events.push(one);
    return { events, ended: "", requests };
  } catch (error) {
    return { events, ended: (error as { code: string }).code, requests };
  }
}

test("events, from a revision on, with bookmarks", async () => {
  const text = [
    ADDED,
    event("MODIFIED", named("b")),
    event("DELETED", named("c")),
    "\n",
    event("BOOKMARK", { metadata: { resourceVersion: "9" } }),
  ].join("");
  const { events, ended, requests } = await watched(whole(text));
  expect(events).toEqual([
    { kind: "put", object: named("a") },
    { kind: "put", object: named("b") },
    { kind: "deleted", object: named("c") },
    { kind: "bookmark", resourceVersion: "9" },
  ]);
  expect(ended).toBe("");
  expect(requests.map(({ url }) => url)).toEqual([
    "/apis/crd.projectcalico.org/v1/namespaces/web/networksets?watch=1&allowWatchBookmarks=true&resourceVersion=5",
  ]);
});

test("an event that comes in pieces, through the middle of a letter", async () => {
  const bytes = Buffer.from(event("ADDED", named("é")));
  const at = bytes.indexOf(0xa9);
  const sent = stream((response) => {
    response.write(bytes.subarray(0, at), () => setImmediate(() => response.end(bytes.subarray(at))));
  });
  expect((await watched(sent)).events).toEqual([{ kind: "put", object: named("é") }]);
});

describe("how a watch ends", () => {
  const put = { kind: "put", object: named("a") };
  test.each<[string, Answer, readonly unknown[], string, FakeOptions?]>([
    ["the revision is gone from the first", status(410, "Expired", "too old"), [{ kind: "gone" }], ""],
    ["the revision is gone later", whole(ADDED + GONE + ADDED), [put, { kind: "gone" }], ""],
    ["another error", whole(event("ERROR", { code: 500, message: "x" })), [], "datastore.unavailable"],
    ["an error that is none", whole(event("ERROR", { code: { toString: 1 } })), [], "datastore.unavailable"],
    ["cut between events", stream((one) => one.write(ADDED, () => one.destroy())), [put], "datastore.unreachable"],
    [
      "cut in an event",
      stream((one) => one.write(`${ADDED}{"ty`, () => one.destroy())),
      [put],
      "datastore.unreachable",
    ],
    ["ended in an event", whole(`${ADDED}{"ty`), [put], "datastore.unreachable"],
    ["no JSON", whole(`${ADDED}hello\n`), [put], "datastore.unreachable"],
    ["an event of no type", whole(event("X", {})), [], "datastore.unreachable"],
    ["a page", page(200, "text/html", "<html>"), [], "datastore.unreachable"],
    ["a missing right", status(403, "Forbidden", 'User "x" cannot watch resource "y"'), [], "datastore.auth"],
    ["a kind that is not served", page(404, "text/plain", "404 page not found\n"), [], "datastore.failed"],
    ["no answer", () => undefined, [], "datastore.timeout", { timeoutMs: 50 }],
  ])("%s", async (_, answer, events, ended, options) => {
    const result = await watched(answer, options);
    expect([result.events, result.ended]).toEqual([events, ended]);
  });
});

test("a silent server is noticed, though the stream stands", async () => {
  const { api } = await fakeApiServer(
    ({ url }) => (url.includes("watch") ? stream(() => undefined) : () => undefined),
    {
      timeoutMs: 50,
    },
  );
  const events = api.watch(SETS, { resourceVersion: "5" }, new AbortController().signal)[Symbol.asyncIterator]();
  await expect(events.next()).rejects.toMatchObject({ code: "datastore.timeout" });
});

test("a server that refuses the question is there", async () => {
  const refusal = status(403, "Forbidden", 'User "x" cannot get path "/version"');
  /** What a watch yields first, with an event after the second question; the code of the fault with which it ends before. */
  const first = async (): Promise<unknown> => {
    let [questions, send] = [0, (): unknown => undefined];
    const open = stream((response) => {
      send = () => response.end(ADDED);
    });
    const answer = ({ url }: { readonly url: string }): Answer => {
      if (url.includes("watch")) return open;
      if (++questions === 2) send();
      return refusal;
    };
    const { api } = await fakeApiServer(answer, { timeoutMs: 500 });
    const events = api.watch(SETS, { resourceVersion: "5" }, new AbortController().signal)[Symbol.asyncIterator]();
    return events.next().catch(({ code }: { readonly code: string }) => code);
  };
  let told: unknown;
  // A machine that stands still for so long has no answer in time, which says nothing about refusals.
  await waitUntil(async () => {
    told = await first();
    return told !== "datastore.timeout";
  });
  expect(told).toEqual({ done: false, value: { kind: "put", object: named("a") } });
});

test("a signal ends it without an error, before and after it began", async () => {
  const { api } = await fakeApiServer(() => stream((response) => response.write(ADDED)));
  const stop = new AbortController();
  let count = 0;
  for await (const _ of api.watch(SETS, { resourceVersion: "5" }, stop.signal)) {
    count++;
    stop.abort();
  }
  for await (const _ of api.watch(SETS, { resourceVersion: "5" }, stop.signal)) count++;
  expect(count).toBe(1);
});
