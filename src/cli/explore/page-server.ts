import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { PageData } from "../../web/engine/page-data.ts";
import { answerPost, type PostAnswer, type PostRoute } from "./apply/post-requests.ts";
import type { PageVersions } from "./page-versions.ts";
import { emptyPage, policyOf, webPage } from "./web-page.ts";

/** A page that is served on this machine, to who has its address. */
export interface PageServer {
  /** With the token that every request must have. */
  readonly address: string;
  /** Puts data in the place of the page's, and tells the pages that are open; false, and nothing, where it is the same. */
  readonly publish: (data: PageData) => boolean;
  /** Tells the pages whether what they show can be read again now. */
  readonly setStale: (isStale: boolean) => void;
  readonly close: () => Promise<void>;
}

const HOST = "127.0.0.1";
const TOKEN_BYTES = 16;
/** The most that is read of a request's head: no browser sends as much. */
const MAX_HEAD_BYTES = 16 * 1024;
/** How long a request may take to arrive. */
const HEAD_MILLISECONDS = 5000;
const REQUEST_MILLISECONDS = 10_000;
/** How many connections there may be at once, and how many pages that follow changes: a browser has few of them. */
const MOST_CONNECTIONS = 512;
const MOST_PAGES = 128;
/** How much may wait for a page that does not read. */
const MOST_WAITING_BYTES = 64 * 1024;
/** A comment now and then keeps what lies between from giving up an idle connection. */
const ALIVE_MILLISECONDS = 20_000;

const HEADERS: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** What a server gives to read. */
const READ_PATHS: ReadonlySet<string> = new Set(["", "data.json", "changes"]);

/**
 * Serves a page on loopback, at a port of its own where it is 0. What it is asked to do is done by `posts`, by the path; without
 * them it only gives to read. Throws the system's error where the port cannot be had.
 */
export async function servePage(
  versions: PageVersions,
  port: number,
  posts: ReadonlyMap<string, PostRoute> = new Map(),
): Promise<PageServer> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  // Read once: the package may be removed or replaced while the page is served.
  const empty = emptyPage();
  const open = new Set<ServerResponse>();
  let state = "following";
  let origin = "";
  const limits = {
    headersTimeout: HEAD_MILLISECONDS,
    requestTimeout: REQUEST_MILLISECONDS,
    maxHeaderSize: MAX_HEAD_BYTES,
  };
  const server = createServer(limits, (request, response) => {
    // As it was sent: what is not one of these words is nothing, whatever a path of it would come to.
    const [path = ""] = (request.url ?? "").slice(token.length + 2).split("?");
    const post = posts.get(path);
    const methods = post !== undefined ? ["POST"] : READ_PATHS.has(path) ? ["GET", "HEAD"] : [];
    const refusal = refusalOf(request, { origin, token, methods });
    if (refusal !== undefined) return end(response, refusal, "text/plain", `${WORDS[refusal]}\n`);
    if (post !== undefined) return void answer(request, response, post);
    if (path === "changes") return follow(request, response);
    const { data, text, version } = versions.current;
    if (path === "data.json") return end(response, 200, "application/json", text);
    const page = webPage(empty, data, { version, mayWrite: posts.size > 0 });
    return end(response, 200, "text/html", page, { "content-security-policy": policyOf(page) });
  });
  const answer = async (request: IncomingMessage, response: ServerResponse, post: PostRoute): Promise<void> => {
    const sender = { origin, isToken: (text: string) => isToken(text, token) };
    const { status, body } = await answerPost(request, post, sender).catch(faultAnswer);
    // What was not read of a request is not read any more.
    const close = request.complete ? {} : { connection: "close" };
    end(response, status, "application/json", JSON.stringify(body), close);
  };
  const follow = (request: IncomingMessage, response: ServerResponse): void => {
    if (open.size >= MOST_PAGES) return void end(response, 503, "text/plain", `${WORDS[503]}\n`);
    response.writeHead(200, { ...HEADERS, "content-type": "text/event-stream" }).write(":\n\n");
    if (request.method === "HEAD") return void response.end();
    // The page was perhaps made of earlier data.
    response.write(versionEvent());
    response.write(stateEvent());
    open.add(response);
    response.on("close", () => open.delete(response));
  };
  const versionEvent = (): string => `data: ${versions.current.version}\n\n`;
  const stateEvent = (): string => `event: state\ndata: ${state}\n\n`;
  const tell = (text: string): void => {
    for (const response of open) {
      if (response.writableLength > MOST_WAITING_BYTES) response.destroy();
      else response.write(text);
    }
  };
  server.maxConnections = MOST_CONNECTIONS;
  const alive = setInterval(() => tell(":\n\n"), ALIVE_MILLISECONDS).unref();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, HOST, resolve);
  });
  origin = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  return {
    address: `${origin}/${token}/`,
    publish: (next) => {
      const isOther = versions.publish(next);
      if (isOther) tell(versionEvent());
      return isOther;
    },
    setStale: (isStale) => {
      const next = isStale ? "stale" : "following";
      if (next === state) return;
      state = next;
      tell(stateEvent());
    },
    close: () =>
      new Promise((resolve) => {
        clearInterval(alive);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const WORDS = {
  403: "forbidden",
  404: "not found",
  405: "no such method here",
  503: "too many pages are open",
} as const;

/**
 * Why a request is not answered. One with another host's name comes from a page that resolved its own name to this machine
 * (DNS rebinding), one with another origin from a page of another site; and without the token it is of someone who was not given it.
 */
function refusalOf(
  { method = "", url = "/", headers }: IncomingMessage,
  { origin, token, methods }: { readonly origin: string; readonly token: string; readonly methods: readonly string[] },
): keyof typeof WORDS | undefined {
  if (headers.host !== origin.slice("http://".length)) return 403;
  if (headers.origin !== undefined && headers.origin !== origin) return 403;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "none" && site !== "same-origin" && !isVisit(headers)) return 403;
  if (!isToken(url.split(/[/?]/)[1] ?? "", token) || !url.startsWith(`/${token}/`)) return 404;
  if (methods.length === 0) return 404;
  return methods.includes(method) ? undefined : 405;
}

/** What is answered where the work failed in a way that nobody foresaw: perhaps something was written. */
function faultAnswer(fault: unknown): PostAnswer {
  const message = fault instanceof Error ? fault.message : String(fault);
  const help = "look at what is stored before you try again: nothing is known of what was written";
  return { status: 500, body: { kind: "refused", message: `the command failed: ${message}`, help } };
}

/** Whether someone follows a link to the page, from a file as `--open` makes one: no other page can read what it then shows. */
function isVisit(headers: IncomingMessage["headers"]): boolean {
  return headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
}

function isToken(text: string, token: string): boolean {
  const [one, other] = [Buffer.from(text), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function end(
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const length = { "content-length": String(Buffer.byteLength(text)) };
  response.writeHead(status, { ...HEADERS, ...headers, ...length, "content-type": `${type}; charset=utf-8` });
  // Node leaves the body of an answer to HEAD out.
  response.end(text);
}
