import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PageServer, servePage } from "../../../src/cli/explore/page-server.ts";
import { PageVersions } from "../../../src/cli/explore/page-versions.ts";
import { waitUntil } from "../../support/wait.ts";
import { EMPTY_PAGE } from "../../web/engine/page-of.ts";
import { ask } from "./serving.ts";

let server: PageServer;
let origin: string;
let token: string;

beforeAll(async () => {
  server = await servePage(new PageVersions(EMPTY_PAGE), 0);
  origin = new URL(server.address).origin;
  token = new URL(server.address).pathname.slice(1, -1);
});
afterAll(() => server.close());

test("the address has a token of 128 bits, another for each server, on loopback", async () => {
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\/$/);
  const other = await servePage(new PageVersions(EMPTY_PAGE), 0);
  expect(new URL(other.address).pathname).not.toBe(`/${token}/`);
  await other.close();
});

test("the page may run its own script alone, and is kept and framed by nobody", async () => {
  const { status, headers, text } = await ask(server.address);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    "cache-control": "no-store",
    "content-type": "text/html; charset=utf-8",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  const policy = String(headers["content-security-policy"]);
  for (const part of ["default-src 'none'", "connect-src 'self'", "worker-src blob:", "frame-ancestors 'none'"])
    expect(policy.split("; ")).toContain(part);
  expect(policy).toMatch(/script-src 'sha256-[^']+'(;|$)/);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(text).toContain('data-served="1"');
});

describe("what is refused", () => {
  const good = (): string => `/${token}/`;
  test.each<[string, () => Parameters<typeof ask>[1], number]>([
    ["no token", () => ({ path: "/" }), 404],
    ["another token", () => ({ path: `/${"A".repeat(22)}/` }), 404],
    ["a part of the token", () => ({ path: `/${token.slice(0, -1)}/` }), 404],
    ["the token with more behind it", () => ({ path: `/${token}x/` }), 404],
    ["the token without a slash", () => ({ path: `/${token}` }), 404],
    ["the token further in", () => ({ path: `/x/${token}/` }), 404],
    ["the data without the token", () => ({ path: "/data.json" }), 404],
    ["another host's name", () => ({ path: good(), headers: { host: "evil.example" } }), 403],
    [
      "a name that leads here",
      () => ({ path: good(), headers: { host: `localhost.evil.example:${new URL(origin).port}` } }),
      403,
    ],
    ["another port in the host", () => ({ path: good(), headers: { host: "127.0.0.1:1" } }), 403],
    ["another origin", () => ({ path: good(), headers: { origin: "https://evil.example" } }), 403],
    ["an origin without a name", () => ({ path: `${good()}data.json`, headers: { origin: "null" } }), 403],
    ["another site", () => ({ path: good(), headers: { "sec-fetch-site": "cross-site" } }), 403],
    [
      "a script of another site",
      () => ({
        path: good(),
        headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script" },
      }),
      403,
    ],
    [
      "a frame of another site",
      () => ({
        path: good(),
        headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" },
      }),
      403,
    ],
    ["POST", () => ({ path: good(), method: "POST" }), 405],
    ["PUT", () => ({ path: `${good()}data.json`, method: "PUT" }), 405],
    ["OPTIONS", () => ({ path: good(), method: "OPTIONS" }), 405],
    ["another path", () => ({ path: `${good()}nothing` }), 404],
    ["a path out of it", () => ({ path: `${good()}../../../../etc/passwd` }), 404],
    ["the same in other words", () => ({ path: `${good()}..%2f..%2fetc%2fpasswd` }), 404],
    ["a path of double slashes", () => ({ path: `//${token}/` }), 404],
  ])("%s", async (_, request, status) => {
    const answered = await ask(server.address, request());
    expect(answered.status).toBe(status);
    expect(answered.text.length).toBeLessThan(40);
    expect(answered.text).not.toContain(token);
  });
});

test("HEAD has no body, and the server's own origin is none of another site", async () => {
  expect(await ask(server.address, { method: "HEAD" })).toMatchObject({ status: 200, text: "" });
  const own = { path: `/${token}/data.json`, headers: { origin, "sec-fetch-site": "same-origin" } };
  expect(await ask(server.address, own)).toMatchObject({ status: 200, headers: { "content-type": /json/ } });
});

test("pages that are open are told of new data, all of them, and of nothing where it is the same", async () => {
  const own = await servePage(new PageVersions(EMPTY_PAGE), 0);
  expect((await ask(own.address)).text).toContain('data-served="1"');
  const [one, other] = await Promise.all([follow(own.address), follow(own.address)]);
  const lines = async () => [await one.next(), await other.next()];
  // A page that was made of earlier data sees at once that it was.
  expect(await lines()).toEqual(["data: 1", "data: 1"]);
  expect(await lines()).toEqual(["data: following", "data: following"]);
  own.publish({ ...EMPTY_PAGE });
  own.setStale(true);
  own.setStale(true);
  own.publish({ ...EMPTY_PAGE, title: "</script> again" });
  expect(await lines()).toEqual(["data: stale", "data: stale"]);
  expect(await lines()).toEqual(["data: 2", "data: 2"]);
  const { text } = await ask(`${own.address}data.json`);
  expect(JSON.parse(text)).toMatchObject({ title: "</script> again" });
  const page = (await ask(own.address)).text;
  expect(page).toContain("\\u003c/script> again");
  expect(page).toContain('data-served="2"');
  await own.close();
});

test("of many pages some are refused, and there is room again when others end", async () => {
  const own = await servePage(new PageVersions(EMPTY_PAGE), 0);
  const ends: AbortController[] = [];
  const open = async (): Promise<number> => {
    const end = new AbortController();
    ends.push(end);
    return (await fetch(`${own.address}changes`, { signal: end.signal })).status;
  };
  const statuses = await Promise.all(Array.from({ length: 140 }, open));
  expect(statuses.filter((status) => status === 503)).toHaveLength(12);
  expect((await ask(own.address)).status).toBe(200);
  for (const end of ends) end.abort();
  await waitUntil(async () => (await open()) === 200);
  for (const end of ends) end.abort();
  await own.close();
});

describe("what a browser never sends ends the connection", () => {
  test.each<[string, (address: URL) => string, RegExp]>([
    [
      "a head without an end",
      ({ pathname }) => `GET ${pathname} HTTP/1.1\r\nx: ${"a".repeat(20_000)}`,
      /^HTTP\/1\.1 431 /,
    ],
    [
      "two host names",
      ({ pathname, host }) => `GET ${pathname} HTTP/1.1\r\nhost: evil.example\r\nhost: ${host}\r\n\r\n`,
      /^HTTP\/1\.1 40[03] /,
    ],
    ["no host name", ({ pathname }) => `GET ${pathname} HTTP/1.0\r\n\r\n`, /^HTTP\/1\.1 403 /],
    [
      "a whole address",
      ({ href, host }) => `GET ${href} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
      /^HTTP\/1\.1 404 /,
    ],
    [
      "a break in the path",
      ({ pathname, host }) => `GET ${pathname}\rx HTTP/1.1\r\nhost: ${host}\r\n\r\n`,
      /^HTTP\/1\.1 400 /,
    ],
    ["a tunnel", ({ host }) => `CONNECT ${host} HTTP/1.1\r\nhost: ${host}\r\n\r\n`, /^$/],
  ])("%s", async (_, text, answer) => {
    expect(await sendRaw(new URL(server.address), text(new URL(server.address)))).toMatch(answer);
  });
});

/** Sends bytes, and returns what was answered until the connection ended. */
function sendRaw({ hostname, port }: URL, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answered = "";
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setEncoding("utf8").on("data", (more) => {
      answered += more;
      if (/^HTTP[\s\S]*\r\n\r\n/.test(answered)) socket.end();
    });
    socket.on("error", () => undefined).on("close", () => resolve(answered));
  });
}

/** Follows the changes of a server; `next` is the next line that says something. */
async function follow(address: string): Promise<{ readonly next: () => Promise<string> }> {
  const { body } = await fetch(`${address}changes`);
  if (body === null) throw new Error("there is no stream");
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let unread = "";
  return {
    next: async () => {
      for (;;) {
        const [whole, line] = /^(?:(?!data:).*\n)*(data:.*)\n/.exec(unread) ?? [];
        if (whole !== undefined && line !== undefined) {
          unread = unread.slice(whole.length);
          return line;
        }
        const { value = "", done } = await reader.read();
        unread += value;
        if (done) throw new Error("the stream ended");
      }
    },
  };
}
