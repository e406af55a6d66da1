import { createServer, type ServerHttp2Session, type ServerHttp2Stream } from "node:http2";
import type { AddressInfo, Socket } from "node:net";
import { listener } from "../faults.ts";

/** A server that does not answer as etcd should, and how many calls it has been sent. */
export interface StrangeServer {
  readonly endpoint: string;
  readonly calls: () => number;
  readonly stop: () => void;
}

type Answering = (stream: ServerHttp2Stream, session: ServerHttp2Session) => void;

const HEADERS = { ":status": 200, "content-type": "application/grpc" };

/** A message as gRPC sends it: whether it is compressed, its length (another one where that is given), and its bytes. */
function framed(bytes: readonly number[] | string, { compressed = 0, length = bytes.length } = {}): Buffer {
  const prefix = Buffer.alloc(5, compressed);
  prefix.writeUInt32BE(length, 1);
  return Buffer.concat([prefix, Buffer.from(bytes)]);
}

/** The answer to a read or a write at revision 5, with nothing in it. */
const MESSAGE = [10, 2, 24, 5];

const answer =
  (body: Buffer, trailers: Readonly<Record<string, string>> = { "grpc-status": "0" }): Answering =>
  (stream) => {
    stream.respond(HEADERS, { waitForTrailers: true });
    stream.on("wantTrailers", () => stream.sendTrailers(trailers));
    stream.end(body);
  };
const status =
  (code: number, text: string): Answering =>
  (stream) =>
    stream.respond({ ...HEADERS, "grpc-status": String(code), "grpc-message": text }, { endStream: true });
const page =
  (code: number): Answering =>
  (stream) => {
    stream.respond({ ":status": code, "content-type": "text/html", location: "/elsewhere" });
    stream.end("<html>what a server of another kind says</html>");
  };
const begun: Answering = (stream) => {
  stream.respond(HEADERS);
  stream.write(framed([10, 2], { length: 40 }));
};

/** Servers that speak HTTP/2. */
const ANSWERING: Readonly<Record<string, Answering>> = {
  "refuses the request": status(3, "etcdserver: request is too large"),
  "has no leader": status(14, "etcdserver: leader changed"),
  "writes signs of a message by their codes": status(16, "etcdserver: %22x%22 %E2%82%AC"),
  "writes them wrong": status(16, "etcdserver: %zz"),
  "has an unknown status": status(99, "odd"),
  "refuses in the trailers": answer(Buffer.alloc(0), { "grpc-status": "7", "grpc-message": "permission denied" }),
  ...Object.fromEntries([302, 400, 401, 403, 404, 429, 500, 503].map((code) => [`answers HTTP ${code}`, page(code)])),
  "has no trailers": (stream) => {
    stream.respond(HEADERS);
    stream.end(framed(MESSAGE));
  },
  "has no status in the trailers": answer(framed(MESSAGE), { other: "x" }),
  "sends no message": answer(Buffer.alloc(0)),
  "cuts the length off": answer(Buffer.from([0, 0])),
  "cuts the message off": answer(framed(MESSAGE, { length: 40 })),
  "says that a message of 4 GB follows": answer(framed(MESSAGE, { length: 2 ** 32 - 1 })),
  "sends two messages": answer(Buffer.concat([framed(MESSAGE), framed(MESSAGE)])),
  "compresses the message": answer(framed(MESSAGE, { compressed: 1 })),
  "sends what is no message": answer(framed("what is no message")),
  "sends a message with a length beyond its end": answer(framed([10, 255, 255, 255, 255, 15, 1])),
  "sends an empty message": answer(framed([])),
  ...Object.fromEntries(
    [0, 1, 2, 3, 5, 7, 8, 11, 12, 13].map((code) => [
      `resets the call with ${code}`,
      (stream: ServerHttp2Stream) => stream.close(code),
    ]),
  ),
  "resets it after the headers": (stream) => {
    begun(stream, stream.session as ServerHttp2Session);
    setImmediate(() => stream.close(8));
  },
  "says that it goes, and goes": (_, session) => {
    session.goaway(0);
    setImmediate(() => session.destroy());
  },
  "says that it is asked too much": (_, session) => session.goaway(11),
  "goes at once": (_, session) => session.destroy(),
  "goes after half an answer": (stream, session) => {
    begun(stream, session);
    setImmediate(() => session.destroy());
  },
  "is silent after half an answer": begun,
  "is silent": () => undefined,
};

const SETTINGS = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);
/** Does that when it is sent a call. */
const settingsThen =
  (work: (socket: Socket) => void) =>
  (socket: Socket): void => {
    socket.write(SETTINGS);
    let received = Buffer.alloc(0);
    socket.on("data", (data) => {
      received = Buffer.concat([received, data]);
      if (framesOf(received.subarray(PREFACE)).includes(HEADERS_FRAME)) work(socket);
    });
  };
/** How many bytes a client of HTTP/2 begins with, and the type of the frame that begins a call. */
const [PREFACE, HEADERS_FRAME] = [24, 1];

/** The types of the frames, of which the last may not be there yet. */
function framesOf(bytes: Buffer): readonly number[] {
  const types: number[] = [];
  for (let at = 0; at + 9 <= bytes.length; at += 9 + bytes.readUIntBE(at, 3)) types.push(bytes[at + 3] ?? 0);
  return types;
}
const GARBAGE = Buffer.alloc(500, "A");

/** Servers that do not speak HTTP/2, or not to the end. */
const RAW: Readonly<Record<string, (socket: Socket) => void>> = {
  "takes connections and is silent": () => undefined,
  "takes connections and destroys them": (socket) => socket.destroy(),
  "takes connections and ends them": (socket) => socket.end(),
  "takes connections and resets them": (socket) => socket.resetAndDestroy(),
  "speaks HTTP/1": (socket) => socket.end("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"),
  "speaks nothing known": (socket) => socket.write(GARBAGE),
  "begins as HTTP/2, then speaks nothing known": settingsThen((socket) => socket.write(GARBAGE)),
  "begins as HTTP/2, then resets": settingsThen((socket) => socket.resetAndDestroy()),
  "begins as HTTP/2, then ends": settingsThen((socket) => socket.end()),
};

async function answering(how: Answering): Promise<StrangeServer> {
  const server = createServer();
  const sessions = new Set<ServerHttp2Session>();
  let calls = 0;
  server.on("session", (session) => sessions.add(session.on("error", () => undefined)));
  server.on("stream", (stream: ServerHttp2Stream) => {
    calls++;
    stream.on("error", () => undefined).resume();
    how(stream, stream.session as ServerHttp2Session);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = (): void => {
    for (const session of sessions) session.destroy();
    server.close();
  };
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls: () => calls, stop };
}

/** A server that listens so; of TLS it knows nothing, whatever the scheme. */
async function raw(how: (socket: Socket) => void, scheme = "http:"): Promise<StrangeServer> {
  const { endpoint, stop } = await listener(how);
  return { endpoint: endpoint.replace("http:", scheme), calls: () => 0, stop };
}

const nowhere = async (endpoint: string): Promise<StrangeServer> => ({ endpoint, calls: () => 0, stop: () => {} });

/** Every strange server, by what it does. */
export const STRANGE_SERVERS: readonly (readonly [what: string, start: () => Promise<StrangeServer>])[] = [
  ...Object.entries(ANSWERING).map(([what, how]) => [what, () => answering(how)] as const),
  ...Object.entries(RAW).flatMap(([what, how]) => [
    [what, () => raw(how)] as const,
    [`${what}, for https`, () => raw((socket) => socket.once("data", () => how(socket)), "https:")] as const,
  ]),
  ["is not there", () => nowhere("http://127.0.0.1:1")],
  ["is not there, by a name of several addresses", () => nowhere("http://localhost:1")],
  ["is not there, for https", () => nowhere("https://127.0.0.1:1")],
  ["has no address", () => nowhere("http://no-such-host.invalid:2379")],
];

/** Those of them that a call waits for until its deadline. */
export const SILENT_SERVERS: ReadonlySet<string> = new Set([
  "is silent",
  "is silent after half an answer",
  "takes connections and is silent",
  "takes connections and is silent, for https",
  "begins as HTTP/2, then speaks nothing known",
]);
