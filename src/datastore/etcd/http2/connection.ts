import { type ClientHttp2Session, connect } from "node:http2";
import { isIP, type Socket, connect as tcpConnect } from "node:net";
import { type SecureContext, connect as tlsConnect } from "node:tls";

/** What is said of a call that was never sent; the reason follows. */
export const NOT_CONNECTED = "14 UNAVAILABLE: No connection established. Last error: ";

/**
 * How long one of several addresses of a name is tried before the next, in ms. Node gives the one before up for good, so
 * that a server far away needs more than Node's quarter of a second.
 */
const ADDRESS_MS = 500;
/** After how long without a frame a connection ends that no new call uses, in ms. */
const LEFT_ALONE_MS = 60_000;

/**
 * How many bytes a server may send before it hears that they were read: else it waits for that every 64 kB of a list, however far
 * away it is.
 */
const WINDOW = 2 ** 24;

/** A session, and when the server has begun to speak HTTP/2 on it. */
export interface Opened {
  readonly session: ClientHttp2Session;
  /** Rejects with gRPC's message where there is no connection. */
  readonly ready: Promise<void>;
  /** Called when the connection is lost, a moment later: a stream that knows better why it ended says so first. */
  readonly whenLost: Set<() => void>;
}

/** The connection to one server: made when it is needed, and made anew when it was lost. */
export class Connection {
  readonly #endpoint: string;
  /** For a server that speaks TLS. */
  readonly #secureContext: SecureContext | undefined;
  #current: Opened | undefined;
  readonly #all = new Set<ClientHttp2Session>();

  constructor(endpoint: string, secureContext: SecureContext | undefined) {
    this.#endpoint = endpoint;
    this.#secureContext = secureContext;
  }

  /** The session for a new call. */
  open(): Opened {
    // A session that failed says so only a moment later: until then a call on it would fail without being sent.
    if (this.#current?.session.destroyed || this.#current?.session.closed) this.#current = undefined;
    this.#current ??= this.#connect();
    return this.#current;
  }

  /** Makes later calls use another connection: this one does not answer. Calls that are under way keep it. */
  leave(opened: Opened): void {
    if (this.#current === opened) this.#current = undefined;
    opened.session.setTimeout(LEFT_ALONE_MS, () => opened.session.destroy());
  }

  /** Ends every connection at once. */
  close(): void {
    for (const session of this.#all) session.destroy();
  }

  #connect(): Opened {
    const socket = this.#socket();
    const session = connect(this.#endpoint, {
      settings: { enablePush: false, initialWindowSize: WINDOW },
      // A list is one message of any size.
      maxSessionMemory: Number.MAX_SAFE_INTEGER,
      createConnection: () => socket,
    });
    // It is said of a session, too, that was given up in the same moment.
    session.once("connect", () => {
      if (!session.destroyed) session.setLocalWindowSize(WINDOW);
    });
    this.#all.add(session);
    const whenLost: Opened["whenLost"] = new Set();
    const ready = new Promise<void>((resolve, reject) => {
      const forget = (): void => {
        if (this.#current?.session === session) this.#current = undefined;
      };
      let last: string | undefined;
      const ended = (error?: Error): void => {
        if (error instanceof Error) last ??= reasonOf(error);
        forget();
        setImmediate(() => {
          reject(new Error(NOT_CONNECTED + (last ?? "Failed to connect")));
          for (const lost of whenLost) lost();
          session.destroy();
          this.#all.delete(session);
        });
      };
      session.once("remoteSettings", () => resolve());
      // The server takes no new calls on it.
      session.on("goaway", forget);
      // Each may be the only one to say so: of a server that refuses the certificate after the handshake, the socket's error is.
      for (const end of [session, socket]) end.on("error", ended).on("close", () => ended());
    });
    return { session, ready, whenLost };
  }

  #socket(): Socket {
    const { hostname, port, protocol } = new URL(this.#endpoint);
    const host = hostname.replace(/^\[|\]$/g, "");
    const address = {
      host,
      port: Number(port) || (protocol === "https:" ? 443 : 80),
      autoSelectFamilyAttemptTimeout: ADDRESS_MS,
    };
    const secureContext = this.#secureContext;
    if (secureContext === undefined) return tcpConnect(address).setNoDelay();
    const servername = isIP(host) === 0 ? { servername: host } : {};
    const tls = { secureContext, rejectUnauthorized: true, ALPNProtocols: ["h2"], ...servername };
    return tlsConnect({ ...address, ...tls }).setNoDelay();
  }
}

/** Why there is no connection; where several addresses were tried, why not to the last. */
function reasonOf(error: Error): string {
  const last: unknown = error instanceof AggregateError ? error.errors.at(-1) : error;
  return last instanceof Error ? last.message : String(last);
}
