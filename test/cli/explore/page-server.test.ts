import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PageServer, servePage } from "../../../src/cli/explore/page-server.ts";
import { EMPTY_PAGE } from "../../web/engine/page-of.ts";
import { ask } from "./serving.ts";

let server: PageServer;
let origin: string;
let token: string;

beforeAll(async () => {
  server = await servePage(EMPTY_PAGE, 0);
  origin = new URL(server.address).origin;
  token = new URL(server.address).pathname.slice(1, -1);
});
afterAll(() => server.close());

test("the address has a token of 128 bits, another for each server, on loopback", async () => {
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\/$/);
  const other = await servePage(EMPTY_PAGE, 0);
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
  expect(text).toContain('data-served="true"');
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

test("pages that are open are told of new data, all of them, and fetch it", async () => {
  const own = await servePage(EMPTY_PAGE, 0);
  const [one, other] = await Promise.all([follow(own.address), follow(own.address)]);
  own.publish({ ...EMPTY_PAGE, title: "</script> again" });
  expect(await Promise.all([one.next(), other.next()])).toEqual(["data: changed", "data: changed"]);
  const { text } = await ask(`${own.address}data.json`);
  expect(JSON.parse(text)).toMatchObject({ title: "</script> again" });
  expect((await ask(own.address)).text).toContain("\\u003c/script> again");
  await own.close();
});

/** Follows the changes of a server; `next` is the next line that says something. */
async function follow(address: string): Promise<{ readonly next: () => Promise<string> }> {
  const { body } = await fetch(`${address}changes`);
  if (body === null) throw new Error("there is no stream");
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  return {
    next: async () => {
      for (;;) {
        const { value = "", done } = await reader.read();
        const line = value.split("\n").find((text) => text.startsWith("data:"));
        if (line !== undefined) return line;
        if (done) throw new Error("the stream ended");
      }
    },
  };
}
