import type { IncomingMessage } from "node:http";
import { isObject, objectOrEmpty, textOrEmpty } from "../../../model/json.ts";
import { DatastoreError } from "../../datastore-error.ts";
import { pause } from "../../kv/abort.ts";
import { type ApiCall, type Connected, callApi, connectionFault, httpRequest, understood } from "./api-calls.ts";
import { explainRefusal } from "./explain-answer.ts";
import { explainHttpFault, notTheApi } from "./explain-http.ts";
import { HttpFault, MAX_ANSWER_BYTES } from "./http-connection.ts";
import type { ApiEvent } from "./kubernetes-api.ts";

/**
 * The events of a watch until the signal aborts or the server ends it. While it is silent the server is asked whether it is
 * there, once in each timeout. Throws `DatastoreError` where the connection breaks or the server does not answer.
 */
export async function* watchStream(connected: Connected, call: ApiCall, signal: AbortSignal): AsyncGenerator<ApiEvent> {
  const ended = new AbortController();
  const stop = (): void => ended.abort();
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  let reason: unknown;
  try {
    const response = await open(connected, call, ended.signal);
    if (response === "gone") {
      yield { kind: "gone" };
      return;
    }
    void checkLiveness(connected, ended.signal).catch((error: unknown) => {
      reason = error;
      stop();
    });
    for await (const line of linesOf(response, connected)) {
      const event = eventOf(line, connected);
      if (event === undefined) continue;
      yield event;
      if (event.kind === "gone") return;
    }
    if (reason !== undefined) throw reason;
  } catch (error) {
    if (signal.aborted) return;
    throw reason ?? connectionFault(error, connected) ?? error;
  } finally {
    signal.removeEventListener("abort", stop);
    stop();
  }
}

async function open(connected: Connected, call: ApiCall, signal: AbortSignal): Promise<IncomingMessage | "gone"> {
  const { http, facts } = connected;
  const end = Date.now() + facts.timeoutMs;
  const answer = await http.stream(await httpRequest(connected, call, end), signal);
  if (!("status" in answer)) {
    connected.onWarning(answer.headers.warning);
    const type = textOrEmpty(answer.headers["content-type"]);
    if (/^application\/json\b/.test(type)) return answer;
    answer.destroy();
    throw notTheApi(facts, "its answer to a watch is not JSON", false);
  }
  const refusal = understood(connected, call, answer);
  if (refusal.status === 410) return "gone";
  throw explainRefusal(refusal, facts, false);
}

/** The lines of a stream; throws where it breaks off. */
async function* linesOf(response: IncomingMessage, { facts }: Connected): AsyncGenerator<string> {
  const cut = (): DatastoreError =>
    explainHttpFault(new HttpFault("CUT", "the stream was cut", { unsent: false, reused: false }), facts, false);
  const decoder = new TextDecoder();
  let rest: string[] = [];
  let length = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      const [first = "", ...more] = decoder.decode(chunk, { stream: true }).split("\n");
      rest.push(first);
      length += first.length;
      if (length > MAX_ANSWER_BYTES) throw notTheApi(facts, "an event is larger than 64 MiB", false);
      for (const next of more) {
        yield rest.join("");
        rest = [next];
        length = next.length;
      }
    }
  } catch (error) {
    throw error instanceof DatastoreError ? error : cut();
  }
  if (!response.complete || rest.join("").trim() !== "") throw cut();
}

function eventOf(line: string, { facts }: Connected): ApiEvent | undefined {
  if (line.trim() === "") return undefined;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw notTheApi(facts, "an event of a watch is not JSON", false);
  }
  const { type, object } = objectOrEmpty(value);
  if (!isObject(object)) throw notTheApi(facts, "an event of a watch has no object", false);
  switch (type) {
    case "ADDED":
    case "MODIFIED":
      return { kind: "put", object };
    case "DELETED":
      return { kind: "deleted", object };
    case "BOOKMARK":
      return { kind: "bookmark", resourceVersion: textOrEmpty(objectOrEmpty(object.metadata).resourceVersion) };
    case "ERROR":
      if (object.code === 410) return { kind: "gone" };
      throw explainRefusal({ status: typeof object.code === "number" ? object.code : 500, object }, facts, false);
    default:
      throw notTheApi(facts, "an event of a watch is of no known type", false);
  }
}

/** Throws when the server does not answer any more; ends with the signal. */
async function checkLiveness(connected: Connected, signal: AbortSignal): Promise<void> {
  const { timeoutMs } = connected.facts;
  for (;;) {
    await pause(timeoutMs, signal);
    if (signal.aborted) return;
    try {
      await callApi(connected, { verb: "get", method: "GET", path: "/version" });
    } catch (error) {
      // Whoever refuses is there.
      if (!(error instanceof DatastoreError) || error.code !== "datastore.auth") throw error;
    }
  }
}
