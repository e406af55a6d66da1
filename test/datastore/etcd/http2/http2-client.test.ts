import { createServer, type IncomingHttpHeaders, type ServerHttp2Session, type ServerHttp2Stream } from "node:http2";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { ClientOptions, EtcdClient } from "../../../../src/datastore/etcd/client.ts";
import { Http2Client } from "../../../../src/datastore/etcd/http2/http2-client.ts";
import { AUTHENTICATE_RESPONSE, RANGE_RESPONSE } from "../../../../src/datastore/etcd/http2/messages.ts";
import { encode } from "../../../../src/datastore/etcd/http2/protobuf.ts";
import { NEVER_MS, waitUntil } from "../../../support/wait.ts";

/** What a made-up server answers to a call: the bytes of a message, the message of a status, a reset, or nothing. */
type Answer = Buffer | string | { readonly reset: number } | "silence";

interface MadeUp {
  readonly options: ClientOptions;
  /** The calls it was sent: their methods, with their tokens. */
  readonly calls: string[];
  readonly headers: IncomingHttpHeaders[];
  readonly sessions: ServerHttp2Session[];
}

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A server that answers the calls in their order so, and later ones as the last. */
async function madeUp(answers: readonly Answer[], auth?: ClientOptions["auth"]): Promise<MadeUp> {
  const server = createServer();
  const [calls, headers, sessions]: [string[], IncomingHttpHeaders[], ServerHttp2Session[]] = [[], [], []];
  server.on("session", (session) => sessions.push(session.on("error", () => undefined)));
  server.on("stream", (stream: ServerHttp2Stream, given) => {
    const answer = answers[Math.min(calls.length, answers.length - 1)] as Answer;
    calls.push(`${String(given[":path"]).replace("/etcdserverpb.", "")} ${given.token ?? "-"}`);
    headers.push(given);
    stream.on("error", () => undefined).resume();
    if (answer === "silence") return;
    if (typeof answer === "object" && "reset" in answer) return stream.close(answer.reset);
    const trailers =
      typeof answer === "string" ? { "grpc-status": "16", "grpc-message": answer } : { "grpc-status": "0" };
    stream.respond({ ":status": 200 }, { waitForTrailers: true });
    stream.on("wantTrailers", () => stream.sendTrailers(trailers));
    if (typeof answer === "string") return stream.end();
    const prefix = Buffer.alloc(5);
    prefix.writeUInt32BE(answer.length, 1);
    // In pieces, as they come over a network.
    for (let at = 0; at < prefix.length; at++) stream.write(prefix.subarray(at, at + 1));
    stream.end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stops.push(() => {
    for (const session of sessions) session.destroy();
    server.close();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { options: { endpoint, timeoutMs: NEVER_MS, ...(auth && { auth }) }, calls, headers, sessions };
}

function client({ options }: MadeUp): EtcdClient {
  const made = new Http2Client(options, () => Promise.reject(new Error("not to watch")));
  stops.push(() => made.close());
  return made;
}

const auth = { username: "u", password: "pw" };
const token = (text: string): Buffer => encode(AUTHENTICATE_RESPONSE, { token: text });
const range = (revision: string): Buffer => encode(RANGE_RESPONSE, { header: { revision }, kvs: [] });
const read = async (from: EtcdClient): Promise<string> => {
  return (await from.range({ key: Buffer.from("/k") }, { deadline: Number.MAX_SAFE_INTEGER })).header.revision;
};
const OLD = "etcdserver: invalid auth token";
const CHANGED = "etcdserver: revision of auth store is old";

describe("the user's token", () => {
  const [A, R1] = [token("t1"), range("1")];
  test.each<[what: string, answers: readonly Answer[], calls: string, results: readonly [RegExp, RegExp]]>([
    ["is asked for once", [A, R1], "A- R1 R1", [/^1$/, /^1$/]],
    ["is renewed where it is too old", [A, OLD, token("t2"), R1], "A- R1 A- R2 R2", [/^1$/, /^1$/]],
    ["is renewed where users have changed", [A, CHANGED, token("t2"), R1], "A- R1 A- R2 R2", [/^1$/, /^1$/]],
    [
      "is renewed once for a call, not again and again",
      [A, OLD, token("t2"), OLD],
      "A- R1 A- R2 R2 A-",
      [/16 UNAUTHENTICATED: etcdserver: invalid auth token/, /./],
    ],
    ["is none where there are no users", ["etcdserver: authentication is not enabled", R1], "A- R- R-", [/^1$/, /^1$/]],
    ["is asked for again where it was refused", ["not accepted", A, R1], "A- A- R1", [/: not accepted/, /^1$/]],
    ["is no text that cannot be a header", [token("a\nb")], "A- A-", [/the token is none/, /the token is none/]],
  ])("%s", async (_, answers, calls, results) => {
    const server = await madeUp(answers, auth);
    const one = client(server);
    for (const result of results) expect(await read(one).catch(String)).toMatch(result);
    const letters = server.calls.map((call) => call.replace(/^.*\/(.).* t?(.)$/, "$1$2")).join(" ");
    expect(letters).toBe(calls);
  });

  test("is asked for once by calls at once", async () => {
    const server = await madeUp([token("t1"), range("1")], auth);
    const one = client(server);
    expect(await Promise.all([read(one), read(one), read(one)])).toEqual(["1", "1", "1"]);
    expect(server.calls.map((call) => call.split(" ")[1])).toEqual(["-", "t1", "t1", "t1"]);
    expect(server.sessions.length).toBe(1);
  });
});

describe("a call that the server did not take", () => {
  const REFUSED = { reset: 7 };
  test("is made again", async () => {
    const server = await madeUp([REFUSED, range("3")]);
    expect(await read(client(server))).toBe("3");
    expect(server.calls.length).toBe(2);
  });
  test("is made again only once", async () => {
    const server = await madeUp([REFUSED]);
    await expect(read(client(server))).rejects.toThrow("14 UNAVAILABLE: Stream refused by server");
    expect(server.calls.length).toBe(2);
  });
});

describe("the connection", () => {
  test.each<[what: string, end: (session: ServerHttp2Session) => void]>([
    ["lost", (session) => session.destroy()],
    ["that the server gives up", (session) => session.goaway(0)],
  ])("%s between two calls is made anew", async (_, end) => {
    const server = await madeUp([range("1")]);
    const one = client(server);
    await read(one);
    for (const session of server.sessions) end(session);
    // The client hears of it in a later turn.
    await waitUntil(async () => (await read(one).catch(() => "")) === "1" && server.sessions.length === 2);
  });

  test("that did not answer in time is left, and the calls on it are given up", async () => {
    const server = await madeUp([range("1"), "silence", range("1")]);
    const one = client(server);
    await read(one);
    await expect(one.range({}, { deadline: 0 })).rejects.toThrow("4 DEADLINE_EXCEEDED");
    expect(await read(one)).toBe("1");
    expect(server.sessions.length).toBe(2);
  });

  test("is to a name with several addresses, of which one answers", async () => {
    const server = await madeUp([range("1")]);
    const named = {
      ...server,
      options: { ...server.options, endpoint: server.options.endpoint.replace("127.0.0.1", "localhost") },
    };
    expect(await read(client(named))).toBe("1");
  });

  test("tells the server how long the answer is waited for, at most 27 hours", async () => {
    const server = await madeUp([range("1")]);
    await read(client(server));
    const [headers] = server.headers;
    expect(headers).toMatchObject({ te: "trailers", "content-type": "application/grpc" });
    // In at most eight digits.
    expect(headers?.["grpc-timeout"]).toBe("99999999m");
  });
});

test("certificates that cannot be used are refused when the client is made", () => {
  const credentials = { rootCertificate: Buffer.from("x"), certChain: Buffer.from("y"), privateKey: Buffer.from("z") };
  const options = { endpoint: "https://127.0.0.1:1", timeoutMs: 1, credentials };
  expect(() => new Http2Client(options, () => Promise.reject(new Error("not to watch")))).toThrow();
});
