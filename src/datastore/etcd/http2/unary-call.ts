import { type ClientHttp2Stream, constants, type IncomingHttpHeaders } from "node:http2";
import { timerUntil } from "../client.ts";
import { type Connection, NOT_CONNECTED, type Opened } from "./connection.ts";
import { DROPPED, httpFault, resetFault, statusFault } from "./grpc-status.ts";

/** One call: the method (`etcdserverpb.KV/Range`), the user's token, and the bytes of the message. */
export interface UnaryCall {
  readonly method: string;
  readonly token: string | undefined;
  readonly message: Buffer;
}

/** The largest answer that is taken, in bytes; no list of resources is near it. */
const LARGEST_ANSWER = 2 ** 30;
/** The bytes before a message: whether it is compressed, and its length. */
const PREFIX = 5;
/** The longest timeout that gRPC can write, in ms. */
const LONGEST_TIMEOUT = 99_999_999;

/** The server did nothing about a call, so that it may be made again. */
class NotTaken extends Error {}

/**
 * Makes a call and returns the bytes of the answer. Rejects with gRPC's message, also where none is there at the deadline.
 * Only a call that the server surely did not take is made again, once.
 */
export async function unaryCall(connection: Connection, call: UnaryCall, deadline: number): Promise<Buffer> {
  try {
    return await attempt(connection, call, deadline);
  } catch (error) {
    if (error instanceof NotTaken) return attempt(connection, call, deadline);
    throw error;
  }
}

async function attempt(connection: Connection, call: UnaryCall, deadline: number): Promise<Buffer> {
  const opened = connection.open();
  let stream: ClientHttp2Stream | undefined;
  let timer: NodeJS.Timeout | undefined;
  let lost = (): void => undefined;
  const givenUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      // Not where it never spoke: as etcd3, which waits on for that.
      if (stream !== undefined) connection.leave(opened);
      reject(new Error("4 DEADLINE_EXCEEDED: Deadline exceeded"));
    }, timerUntil(deadline));
    lost = () => reject(new Error(DROPPED));
  });
  try {
    await Promise.race([opened.ready, givenUp]);
    opened.whenLost.add(lost);
    stream = request(opened, call, deadline);
    return await Promise.race([answerTo(stream, opened), givenUp]);
  } catch (error) {
    stream?.close(constants.NGHTTP2_CANCEL);
    throw error;
  } finally {
    clearTimeout(timer);
    opened.whenLost.delete(lost);
  }
}

function request({ session }: Opened, { method, token, message }: UnaryCall, deadline: number): ClientHttp2Stream {
  const timeout = Math.min(LONGEST_TIMEOUT, Math.max(1, Math.ceil(deadline - Date.now())));
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt32BE(message.length, 1);
  try {
    const stream = session.request({
      ":method": "POST",
      ":path": `/${method}`,
      "content-type": "application/grpc",
      te: "trailers",
      "grpc-timeout": `${timeout}m`,
      ...(token !== undefined && { token }),
    });
    stream.end(Buffer.concat([prefix, message]));
    return stream;
  } catch (error) {
    // The connection was lost, or the server is about to end it.
    throw new NotTaken(NOT_CONNECTED + String(error));
  }
}

/** The message that the server answers with. */
function answerTo(stream: ClientHttp2Stream, { session }: Opened): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let httpStatus: number | undefined;
    let trailers: IncomingHttpHeaders | undefined;
    const chunks: Buffer[] = [];
    let length = 0;
    let internal: NodeJS.ErrnoException | undefined;
    const fail = (message: string): void => reject(new Error(message));
    const ended = (received: IncomingHttpHeaders): void => {
      trailers = received;
      const fault = statusFault(trailers, httpStatus);
      if (fault !== undefined) fail(fault);
    };
    stream.on("response", (headers, flags) => {
      httpStatus = headers[":status"];
      if ((flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0) ended(headers);
    });
    stream.on("trailers", ended);
    stream.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= PREFIX + LARGEST_ANSWER) chunks.push(chunk);
      else fail(`13 INTERNAL: the answer is larger than ${LARGEST_ANSWER} bytes`);
    });
    let isSettled = false;
    const settle = (): void => {
      if (isSettled) return;
      isSettled = true;
      const message = messageIn(Buffer.concat(chunks, length));
      if (typeof message === "string") fail(message);
      else resolve(message);
    };
    stream.on("end", () => {
      if (trailers !== undefined) settle();
    });
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ERR_HTTP2_STREAM_ERROR") internal = error;
    });
    stream.on("close", () => {
      if (trailers !== undefined) return settle();
      const { rstCode } = stream;
      const isDropped = session.closed || session.destroyed;
      if (rstCode === constants.NGHTTP2_NO_ERROR && httpStatus !== undefined && httpStatus !== 200)
        return fail(httpFault(httpStatus));
      const fault = resetFault(rstCode, isDropped, internal);
      if (rstCode === constants.NGHTTP2_REFUSED_STREAM) reject(new NotTaken(fault));
      else fail(fault);
    });
  });
}

/** The one message in the body of an answer, or gRPC's message about a body that has none, or more. */
function messageIn(body: Buffer): Buffer | string {
  const end = body.length < PREFIX ? Number.POSITIVE_INFINITY : PREFIX + body.readUInt32BE(1);
  if (end > body.length) return "12 UNIMPLEMENTED: No message received";
  if (end < body.length) return "12 UNIMPLEMENTED: Too many responses received";
  return body[0] === 0 ? body.subarray(PREFIX) : "13 INTERNAL: the answer is compressed";
}
