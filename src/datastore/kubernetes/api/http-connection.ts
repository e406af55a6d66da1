import {
  type AgentOptions,
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
} from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { Socket } from "node:net";
import { type ConnectionOptions, TLSSocket } from "node:tls";
import type { ProxySettings } from "../config/kubernetes-config.ts";
import { TunnelAgent } from "./proxy-tunnel.ts";

/** A request; `path` begins with `/`, and `end` is when the whole answer must be there, as `Date.now()` counts. */
export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
  readonly end: number;
}

/** A whole answer, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

/**
 * A request that got no whole answer. `code` is the system's (`ECONNREFUSED`), Node's, or one of `TIMEOUT`, `TOO_LARGE`, `CUT`,
 * `CLOSED`, `PROXY`.
 */
export class HttpFault extends Error {
  readonly code: string;
  /** Whether the request surely never reached the server. */
  readonly unsent: boolean;
  /** Whether it went through a connection that had been idle, which the server may have closed at that moment. */
  readonly reused: boolean;

  constructor(code: string, message: string, { unsent, reused }: { unsent: boolean; reused: boolean }) {
    super(message);
    this.code = code;
    this.unsent = unsent;
    this.reused = reused;
  }
}

/** The most that is read of one answer, or of one line of a watch. */
export const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
/** How long an idle connection is kept: shorter than servers and balancers do, which close theirs without a word. */
const IDLE_MS = 4000;
/** How many requests run at once; others wait. */
const MOST_CONNECTIONS = 10;
/** How soon the system asks whether a silent peer is still there. */
const KEEP_ALIVE_MS = 10_000;

/** Requests to one server, over connections that are kept. Redirects are answers like any other: they are not followed. */
export class HttpConnection {
  readonly #base: URL;
  readonly #agent: HttpAgent | HttpsAgent;
  /** Watches have connections of their own, so that they do not hold up others. */
  readonly #watchAgent: HttpAgent | HttpsAgent;
  readonly #tls: ConnectionOptions;
  readonly #maxBytes: number;
  /** Sockets that are connected, with TLS where it is spoken. */
  readonly #ready = new WeakSet<Socket>();
  #closed = false;

  constructor(
    server: string,
    tls: ConnectionOptions,
    { maxBytes = MAX_ANSWER_BYTES, proxy }: { readonly maxBytes?: number; readonly proxy?: ProxySettings } = {},
  ) {
    this.#base = new URL(server);
    this.#tls = tls;
    this.#maxBytes = maxBytes;
    const isSecure = this.#base.protocol === "https:";
    const agent = (options: AgentOptions): HttpAgent | HttpsAgent => {
      if (isSecure) return proxy === undefined ? new HttpsAgent(options) : new TunnelAgent(proxy, options);
      return new HttpAgent(options);
    };
    const kept = { keepAlive: true, keepAliveMsecs: KEEP_ALIVE_MS, timeout: IDLE_MS };
    this.#agent = agent({ ...kept, maxSockets: MOST_CONNECTIONS });
    this.#watchAgent = agent({});
  }

  /** The answer of the server. Throws `HttpFault`. */
  async request(request: HttpRequest): Promise<HttpAnswer> {
    const { response, fault, done } = await this.#open(request, this.#agent);
    try {
      return { status: response.statusCode ?? 0, headers: response.headers, text: await this.#text(response) };
    } catch (error) {
      throw fault(error);
    } finally {
      done();
    }
  }

  /**
   * An answer of status 200 whose body comes bit by bit until the signal aborts, as a stream; any other is read whole. `end` is
   * when it must have begun. Throws `HttpFault`.
   */
  async stream(request: HttpRequest, signal: AbortSignal): Promise<IncomingMessage | HttpAnswer> {
    const { response, fault, done, abort } = await this.#open(request, this.#watchAgent, signal);
    response.once("close", () => signal.removeEventListener("abort", abort));
    try {
      if (response.statusCode === 200) return response;
      return { status: response.statusCode ?? 0, headers: response.headers, text: await this.#text(response) };
    } catch (error) {
      throw fault(error);
    } finally {
      done();
    }
  }

  /** The text of a body; throws where it is cut or too large. */
  async #text(response: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > this.#maxBytes) {
        response.destroy();
        throw Object.assign(new Error("the answer is too large"), { code: "TOO_LARGE" });
      }
      chunks.push(chunk);
    }
    if (!response.complete) throw Object.assign(new Error("the answer was cut"), { code: "CUT" });
    return Buffer.concat(chunks).toString("utf8");
  }

  /** Ends every connection; requests under way fail, and later ones too. */
  close(): void {
    this.#closed = true;
    this.#agent.destroy();
    this.#watchAgent.destroy();
  }

  async #open({ method, path, headers, body, end }: HttpRequest, agent: HttpAgent | HttpsAgent, signal?: AbortSignal) {
    if (this.#closed) throw new HttpFault("CLOSED", "the connection was closed", { unsent: true, reused: false });
    const { protocol, hostname, port, pathname } = this.#base;
    const base = pathname.replace(/\/+$/, "");
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const options = {
      method,
      // The address of an IPv6 server is in brackets in its URL.
      hostname: hostname.replace(/^\[|\]$/g, ""),
      port: port || (protocol === "https:" ? 443 : 80),
      path: base + path,
      headers: { ...headers, ...length } as Record<string, string | string[]>,
      agent,
    };
    const sent: ClientRequest =
      protocol === "https:" ? httpsRequest({ ...options, ...this.#tls }) : httpRequest(options);
    let connected = false;
    let reused = false;
    let late = false;
    sent.on("socket", (socket) => {
      socket.setKeepAlive(true, KEEP_ALIVE_MS);
      connected = this.#ready.has(socket);
      reused = connected;
      if (!connected)
        socket.once(socket instanceof TLSSocket ? "secureConnect" : "connect", () => {
          this.#ready.add(socket);
          connected = true;
        });
    });
    const timer = setTimeout(
      () => {
        late = true;
        sent.destroy();
      },
      Math.max(0, end - Date.now()),
    );
    const abort = (): void => {
      sent.destroy();
    };
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    const done = (): void => clearTimeout(timer);
    const fault = (error: unknown): HttpFault => {
      const { code = "CUT", message } = error as { readonly code?: string; readonly message: string };
      return new HttpFault(late ? "TIMEOUT" : code, message, { unsent: !connected, reused });
    };
    return new Promise<{
      response: IncomingMessage;
      fault: (error: unknown) => HttpFault;
      done: () => void;
      abort: () => void;
    }>((resolve, reject) => {
      sent.on("error", (error) => {
        done();
        signal?.removeEventListener("abort", abort);
        reject(fault(error));
      });
      sent.once("response", (response) => resolve({ response, fault, done, abort }));
      sent.end(body);
    });
  }
}
