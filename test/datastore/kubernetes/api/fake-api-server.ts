import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { CredentialHeaders } from "../../../../src/datastore/kubernetes/api/credentials.ts";
import { HttpApi } from "../../../../src/datastore/kubernetes/api/http-api.ts";
import { HttpConnection } from "../../../../src/datastore/kubernetes/api/http-connection.ts";
import type { KubernetesApi } from "../../../../src/datastore/kubernetes/api/kubernetes-api.ts";
import { warningReader } from "../../../../src/datastore/kubernetes/api/server-warnings.ts";
import type { Credentials } from "../../../../src/datastore/kubernetes/config/kubernetes-config.ts";
import { NEVER_MS } from "../../../support/wait.ts";

/** A token that no message may hold. */
export const TOKEN = "s3cret-token";

/** A request as the server got it. */
export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: unknown;
}

/** What the server does with a request: an answer of JSON, or anything else with the response. */
export type Answer =
  | { readonly status?: number; readonly json: unknown; readonly headers?: Readonly<Record<string, string>> }
  | ((response: ServerResponse) => void);

/** A client of a server that answers as the test says. */
export interface Faked {
  readonly api: KubernetesApi;
  readonly requests: readonly Request[];
  readonly warnings: readonly string[];
  readonly port: number;
  /** Ends the server and its connections at once. */
  readonly end: () => Promise<void>;
}

/** Settings of a client that differ from the usual ones. */
export interface FakeOptions {
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  readonly credentials?: Credentials;
}

/** A client of a server without TLS that answers each request by a function of it and of its place in the order. */
export async function fakeApiServer(
  answer: (request: Request, nth: number) => Answer,
  { timeoutMs = NEVER_MS, maxBytes, credentials = { kind: "token", token: TOKEN, from: "a test" } }: FakeOptions = {},
): Promise<Faked> {
  const requests: Request[] = [];
  const warnings: string[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on("end", () => {
      const body: unknown = text === "" ? undefined : JSON.parse(text);
      const one = { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body };
      requests.push(one);
      const given = answer(one, requests.length - 1);
      if (typeof given === "function") return given(response);
      response.writeHead(given.status ?? 200, { "content-type": "application/json", ...given.headers });
      response.end(JSON.stringify(given.json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const api = new HttpApi({
    http: new HttpConnection(address, {}, maxBytes === undefined ? {} : { maxBytes }),
    credentials: new CredentialHeaders(credentials, undefined, timeoutMs),
    facts: { server: address, from: "K8S_API_ENDPOINT", timeoutMs },
    onWarning: warningReader((text) => warnings.push(text)),
  });
  const end = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(async () => {
    await api.close();
    await end();
  });
  return { api, requests, warnings, port, end };
}

/** A `Status` of the API. */
export const status = (code: number, reason: string, message: string, more: object = {}): Answer => ({
  status: code,
  json: { kind: "Status", apiVersion: "v1", status: "Failure", code, reason, message, ...more },
});

/** A text with a type, as another program answers. */
export const page =
  (code: number, type: string, text: string): Answer =>
  (response) => {
    response.writeHead(code, { "content-type": type });
    response.end(text);
  };

/** Writes a part of an answer, and ends the connection. */
export const cut =
  (text: string): Answer =>
  (response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": String(text.length + 10) });
    response.write(text, () => response.destroy());
  };
