import { constants, type IncomingHttpHeaders } from "node:http2";

// What became of a call that failed, in the words of grpc-js, by which `explainFault` knows it.

/** The message about a connection that was lost during a call. */
export const DROPPED = "14 UNAVAILABLE: Connection dropped";

/** gRPC's names of its status codes, from 0 on. */
const NAMES =
  "OK CANCELLED UNKNOWN INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS PERMISSION_DENIED RESOURCE_EXHAUSTED FAILED_PRECONDITION ABORTED OUT_OF_RANGE UNIMPLEMENTED INTERNAL UNAVAILABLE DATA_LOSS UNAUTHENTICATED";

/** The message of a status that a server answers with; `undefined` for success. */
export function statusFault(trailers: IncomingHttpHeaders, httpStatus: number | undefined): string | undefined {
  const { "grpc-status": status, "grpc-message": text = "" } = trailers;
  if (status === undefined) return httpFault(httpStatus);
  const code = Number(status);
  if (code === 0) return undefined;
  return `${code} ${NAMES.split(" ")[code]}: ${decoded(String(text))}`;
}

function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

/** The message about an answer of HTTP that has no status of gRPC. */
export function httpFault(status: number | undefined): string {
  return `${HTTP.get(status) ?? "2 UNKNOWN"}: Received HTTP status code ${status}`;
}

const HTTP: ReadonlyMap<number | undefined, string> = new Map([
  [400, "13 INTERNAL"],
  [401, "16 UNAUTHENTICATED"],
  [403, "7 PERMISSION_DENIED"],
  [404, "12 UNIMPLEMENTED"],
  ...[429, 502, 503, 504].map((status) => [status, "14 UNAVAILABLE"] as const),
]);

/** The message about a stream that ended with that code of HTTP/2 and without an answer. `internal` is what failed on this side. */
export function resetFault(code: number | undefined, isDropped: boolean, internal: NodeJS.ErrnoException | undefined) {
  if (isDropped && (code === constants.NGHTTP2_CANCEL || code === constants.NGHTTP2_NO_ERROR)) return DROPPED;
  const reset = `Received RST_STREAM with code ${code}`;
  switch (code) {
    case constants.NGHTTP2_NO_ERROR:
      return `13 INTERNAL: ${reset} (Call ended without gRPC status)`;
    case constants.NGHTTP2_REFUSED_STREAM:
      return "14 UNAVAILABLE: Stream refused by server";
    case constants.NGHTTP2_CANCEL:
      return "1 CANCELLED: Call cancelled";
    case constants.NGHTTP2_ENHANCE_YOUR_CALM:
      return "8 RESOURCE_EXHAUSTED: Bandwidth exhausted or memory limit exceeded";
    case constants.NGHTTP2_INADEQUATE_SECURITY:
      return "7 PERMISSION_DENIED: Protocol not secure enough";
    case constants.NGHTTP2_INTERNAL_ERROR:
      if (internal === undefined) return `13 INTERNAL: ${reset} (Internal server error)`;
      return internal.code === "ECONNRESET" || internal.code === "ETIMEDOUT"
        ? `14 UNAVAILABLE: ${internal.message}`
        : `13 INTERNAL: ${reset} triggered by internal client error: ${internal.message}`;
    default:
      return `13 INTERNAL: ${reset}`;
  }
}
