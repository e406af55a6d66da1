import { isObject, type JsonObject, textOrEmpty } from "../../../model/json.ts";
import type { DatastoreError } from "../../datastore-error.ts";
import type { CredentialHeaders } from "./credentials.ts";
import { explainRefusal, isMissingRight, missingRight, notAccepted, type RequiredRight } from "./explain-answer.ts";
import { type ConnectionFacts, explainHttpFault, notTheApi } from "./explain-http.ts";
import { type HttpAnswer, type HttpConnection, HttpFault, type HttpRequest } from "./http-connection.ts";

/** A request of the API. */
export interface ApiCall extends RequiredRight {
  readonly method: HttpRequest["method"];
  readonly path: string;
  readonly body?: JsonObject;
  /** Until when the answer is waited for, as `Date.now()` counts; otherwise for the whole timeout. */
  readonly end?: number | undefined;
}

/** An answer that its caller understands: a success, or a refusal of 400, 403 (a write), 404, 409, 410 or 422 with its `Status`. */
export interface ApiAnswer {
  readonly status: number;
  readonly object: JsonObject;
  /** Whether the server had said `later` (503) before, so that an earlier attempt may have been done after all. */
  readonly wasUnavailable: boolean;
}

/** How requests are made: the connection, who asks, and what messages say of it. */
export interface Connected {
  readonly http: HttpConnection;
  readonly credentials: CredentialHeaders;
  readonly facts: ConnectionFacts;
  readonly onWarning: (header: string | readonly string[] | undefined) => void;
}

/** Refusals that callers understand. */
const UNDERSTOOD = new Set([400, 404, 409, 410, 422]);
const USER_AGENT = "calicoctl-ts";
/** How long a server that says `later` without a time is left alone, in ms. */
const LATER_MS = 1000;

/**
 * Makes a call and reads its answer. A server that says `later` (429, or 503 with `Retry-After`) is asked again within the
 * timeout. Throws `DatastoreError` for every other fault, and for a right that the user does not have.
 */
export async function callApi(connected: Connected, call: ApiCall): Promise<ApiAnswer> {
  const end = call.end ?? Date.now() + connected.facts.timeoutMs;
  let wasUnavailable = false;
  let renewed = false;
  let retried = false;
  for (;;) {
    let answer: HttpAnswer;
    try {
      answer = await connected.http.request(await httpRequest(connected, call, end));
    } catch (error) {
      if (!(error instanceof HttpFault)) throw error;
      // A read through an idle connection that the server closed at that moment is made again, on a new one.
      const isStale = error.reused && /ECONNRESET|EPIPE|CUT/.test(error.code) && call.method === "GET" && !retried;
      if (!isStale) throw explainHttpFault(error, connected.facts, call.method !== "GET");
      retried = true;
      continue;
    }
    connected.onWarning(answer.headers.warning);
    const pause = pauseBefore(answer);
    if (pause !== undefined && Date.now() + pause < end) {
      wasUnavailable ||= answer.status !== 429;
      await new Promise((resolve) => setTimeout(resolve, pause));
      continue;
    }
    if (answer.status === 401 && !renewed && connected.credentials.renew()) {
      renewed = true;
      continue;
    }
    return { ...understood(connected, call, answer), wasUnavailable };
  }
}

/** A request with the headers that show who asks. */
export async function httpRequest(connected: Connected, call: ApiCall, end: number): Promise<HttpRequest> {
  const { method, path, body } = call;
  const headers = {
    accept: "application/json",
    "user-agent": USER_AGENT,
    ...(body !== undefined && { "content-type": "application/json" }),
    ...(await connected.credentials.headers()),
  };
  return { method, path, headers, end, ...(body !== undefined && { body: JSON.stringify(body) }) };
}

/** The answer where its caller understands it; else throws what it means. */
export function understood(
  { facts, credentials }: Connected,
  call: ApiCall,
  answer: HttpAnswer,
): { readonly status: number; readonly object: JsonObject } {
  const { status, headers, text } = answer;
  const isWrite = call.method !== "GET";
  const object = objectIn(answer);
  if (status >= 200 && status < 300) {
    if (object === undefined) throw notTheApi(facts, describeText(answer), isWrite);
    return { status, object };
  }
  if (status >= 300 && status < 400)
    throw notTheApi(facts, `it redirects (HTTP ${status}), which is not followed`, isWrite);
  if (/^Client sent an HTTP request to an HTTPS server/.test(text))
    throw notTheApi(
      facts,
      "it expects TLS",
      isWrite,
      `the address is from ${facts.from}; it must begin with \`https://\``,
    );
  const refusal = { status, object: object ?? {} };
  if (status === 401) throw notAccepted(facts, credentials.from);
  if (status === 403 && object !== undefined) {
    if (isWrite && !isMissingRight(refusal)) return refusal;
    throw missingRight(refusal, call, facts, credentials.unread);
  }
  // The API server answers so for a kind that it does not serve; a page of another program is not an answer of the API.
  const isUnserved = status === 404 && /^404 page not found\s*$/.test(text);
  if (UNDERSTOOD.has(status) && (object !== undefined || isUnserved)) return refusal;
  if (object !== undefined || status >= 500 || status === 429 || status === 413)
    throw explainRefusal(refusal, facts, isWrite);
  throw notTheApi(facts, `HTTP ${status}, ${describeText(answer)}`, isWrite && !headers["audit-id"]);
}

function objectIn({ headers, text }: HttpAnswer): JsonObject | undefined {
  if (!/^application\/json\b/.test(textOrEmpty(headers["content-type"]))) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What a text is that is no JSON object, without repeating any of it. */
function describeText({ headers, text }: HttpAnswer): string {
  const type = /^[a-z]+\/[a-z.+-]+/.exec(textOrEmpty(headers["content-type"]))?.[0];
  if (text.trim() === "") return "an empty answer";
  if (type === "application/json") return "its JSON is cut or broken";
  return type === undefined ? "an answer of no type" : `an answer of type ${type}`;
}

/** How long to wait before the server is asked again; `undefined` where it did not say `later`. */
function pauseBefore({ status, headers }: HttpAnswer): number | undefined {
  const after = headers["retry-after"];
  if (status !== 429 && !(status === 503 && after !== undefined)) return undefined;
  const seconds = /^\d{1,6}$/.test(textOrEmpty(after)) ? Number(after) : undefined;
  return seconds === undefined ? LATER_MS : Math.max(LATER_MS / 10, seconds * 1000);
}

/** A fault of the connection itself, for a caller that made the request by itself. */
export function connectionFault(error: unknown, { facts }: Connected): DatastoreError | undefined {
  return error instanceof HttpFault ? explainHttpFault(error, facts, false) : undefined;
}
