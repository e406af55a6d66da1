import { type ClientRequest, request as httpRequest } from "node:http";
import { type AgentOptions, Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { type ConnectionOptions, connect, type TLSSocket } from "node:tls";
import type { ProxySettings } from "../config/kubernetes-config.ts";

type Made = (error: Error | null, socket?: TLSSocket) => void;

/** Connections with TLS through a proxy, which sees no more of them than the server's address. */
export class TunnelAgent extends HttpsAgent {
  readonly #proxy: ProxySettings;
  readonly #asking = new Set<ClientRequest>();

  constructor(proxy: ProxySettings, options: AgentOptions) {
    super(options);
    this.#proxy = proxy;
  }

  /** Called by Node for each new connection. */
  createConnection(options: ConnectionOptions, made: Made): void {
    const { address, authorization } = this.#proxy;
    const { protocol, hostname, port } = new URL(address);
    const { host = "" } = options;
    const target = `${host.includes(":") ? `[${host}]` : host}:${options.port}`;
    const request = protocol === "https:" ? httpsRequest : httpRequest;
    const connecting = request({
      method: "CONNECT",
      hostname: hostname.replace(/^\[|\]$/g, ""),
      port: port || (protocol === "https:" ? 443 : 80),
      path: target,
      headers: { host: target, ...(authorization !== undefined && { "proxy-authorization": authorization }) },
      agent: false,
    });
    this.#asking.add(connecting);
    connecting.once("close", () => this.#asking.delete(connecting));
    let isOver = false;
    const fail = (message: string): void => {
      if (!isOver) made(Object.assign(new Error(message), { code: "PROXY" }));
      isOver = true;
    };
    connecting.once("error", (error: NodeJS.ErrnoException) =>
      fail(`cannot be reached (${error.code ?? "no answer"})`),
    );
    // Anything but a tunnel comes as an answer of its own.
    connecting.once("response", (response) => {
      response.destroy();
      fail(`answers HTTP ${response.statusCode}`);
    });
    connecting.once("connect", (response, socket) => {
      if (response.statusCode !== 200) {
        socket.destroy();
        return fail(`answers HTTP ${response.statusCode}`);
      }
      isOver = true;
      made(null, connect({ ...options, socket }));
    });
    connecting.end();
  }

  override destroy(): void {
    for (const connecting of this.#asking) connecting.destroy();
    super.destroy();
  }
}
