import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { session, start } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";
import { ask, type HttpRequest } from "../serving.ts";
import { edits, exported, planOf, WritingPage } from "./writing-page.ts";

const folder = tmpFolder();
const env = { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: join(folder, "store.db") };
const SET = `apiVersion: projectcalico.org/v3
kind: GlobalNetworkSet
metadata: {name: a}
spec: {nets: [10.0.0.0/8]}
`;
const EDITS = edits({ "new-1.yaml": SET.replace("name: a", "name: b") });

let page: WritingPage;
let plan: { readonly version: number; readonly plan: string; readonly order: readonly string[] };
let before: string;

beforeAll(async () => {
  await session(folder, { env })("apply -f -", SET);
  page = await WritingPage.start("", env);
  const version = await page.version();
  const { id, writes } = planOf(await page.plan(EDITS, version));
  plan = { version, plan: id, order: writes.map(({ name }) => name) };
  before = await exported(env);
});
afterAll(() => page.running.interrupt());

const body = (more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ ...plan, edits: EDITS, ...more });
const without = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(page.headers).filter(([header]) => header !== name));

describe("what is refused changes nothing", () => {
  test.each<[string, number, () => HttpRequest & { readonly at?: string }]>([
    ["no origin", 403, () => ({ headers: without("origin") })],
    ["another origin", 403, () => ({ headers: { ...page.headers, origin: "https://evil.example" } })],
    ["the origin of a file", 403, () => ({ headers: { ...page.headers, origin: "null" } })],
    ["another port of this machine", 403, () => ({ headers: { ...page.headers, origin: "http://127.0.0.1:1" } })],
    ["another site", 403, () => ({ headers: { ...page.headers, "sec-fetch-site": "cross-site" } })],
    ["another server of this machine", 403, () => ({ headers: { ...page.headers, "sec-fetch-site": "same-site" } })],
    ["an address that was typed", 403, () => ({ headers: { ...page.headers, "sec-fetch-site": "none" } })],
    [
      "a form of another site",
      403,
      () => ({
        headers: {
          ...page.headers,
          origin: "https://evil.example",
          "sec-fetch-site": "cross-site",
          "sec-fetch-mode": "navigate",
          "sec-fetch-dest": "document",
        },
      }),
    ],
    [
      "a form that says it is the page",
      403,
      () => ({
        headers: {
          ...page.headers,
          "sec-fetch-site": "cross-site",
          "sec-fetch-mode": "navigate",
          "sec-fetch-dest": "document",
        },
      }),
    ],
    ["another host's name", 403, () => ({ headers: { ...page.headers, host: "evil.example" } })],
    ["no token in a header", 403, () => ({ headers: without("x-calicoctl-token") })],
    ["another token in the header", 403, () => ({ headers: { ...page.headers, "x-calicoctl-token": "A".repeat(22) } })],
    ["no token in the address", 404, () => ({ path: "/apply" })],
    ["another token in the address", 404, () => ({ path: `/${"A".repeat(22)}/apply` })],
    ["no content type", 415, () => ({ headers: without("content-type") })],
    ["the content type of a form", 415, () => ({ headers: { ...page.headers, "content-type": "text/plain" } })],
    [
      "another one that has it",
      415,
      () => ({ headers: { ...page.headers, "content-type": "text/plain; application/json" } }),
    ],
    ["a compressed body", 415, () => ({ headers: { ...page.headers, "content-encoding": "gzip" } })],
    [
      "a body that is said to be too long",
      413,
      () => ({ headers: { ...page.headers, "content-length": "9000000" }, body: "" }),
    ],
    [
      "a body that is too long",
      413,
      () => ({
        headers: { ...page.headers, "transfer-encoding": "chunked" },
        body: body({ more: "a".repeat(9_000_000) }),
      }),
    ],
    ["no JSON", 400, () => ({ body: "edits=" })],
    ["another JSON", 400, () => ({ body: "[]" })],
    ["no edits", 400, () => ({ body: body({ edits: undefined }) })],
    [
      "edits of another kind",
      400,
      () => ({ body: body({ edits: { manifests: [{ name: 1, text: SET }], removed: [] } }) }),
    ],
    ["no version", 400, () => ({ body: body({ version: "1" }) })],
    ["no plan", 400, () => ({ body: body({ plan: undefined }) })],
    ["no order", 400, () => ({ body: body({ order: [1] }) })],
    ["another plan", 409, () => ({ body: body({ plan: "a" }) })],
    ["an order that leaves out", 409, () => ({ body: body({ order: [] }) })],
    ["an order that repeats", 409, () => ({ body: body({ order: [...plan.order, ...plan.order] }) })],
    ["a version that there was not", 409, () => ({ body: body({ version: 1000 }) })],
    [
      "other edits than those of the plan",
      409,
      () => ({ body: body({ edits: edits({ "new-1.yaml": SET.replace("name: a", "name: c") }) }) }),
    ],
    ["GET", 405, () => ({ method: "GET", body: "" })],
    ["HEAD", 405, () => ({ method: "HEAD", body: "" })],
    ["PUT", 405, () => ({ method: "PUT" })],
    [
      "OPTIONS, as a browser asks for another site",
      405,
      () => ({ method: "OPTIONS", body: "", headers: { ...page.headers, "access-control-request-method": "POST" } }),
    ],
    ["POST of what is read", 405, () => ({ at: "data.json" })],
    ["POST of another path", 404, () => ({ at: "applied" })],
    ["POST of a path below", 404, () => ({ at: "apply/" })],
    ["a change that does not wait", 409, () => ({ at: "keep", body: '{"change":"a"}' })],
    ["no change", 400, () => ({ at: "take-back", body: "{}" })],
  ])("%s", async (_, status, request) => {
    const { at = "apply", ...asked } = request();
    const { headers, ...answered } = await page.ask(at, {
      method: "POST",
      headers: page.headers,
      body: body(),
      ...asked,
    });
    expect(answered).toMatchObject({ status });
    expect(answered.text).not.toContain(new URL(page.address).pathname.slice(1, -1));
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(await exported(env)).toBe(before);
  });
});

test("one request is worked on at a time; what the page itself sends is done", async () => {
  const headers = {
    ...page.headers,
    "sec-fetch-site": "same-origin",
    "content-type": "application/json; charset=utf-8",
  };
  const send = () => page.ask("apply", { method: "POST", headers, body: body() });
  const both = await Promise.all([send(), send()]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await exported(env)).toContain("name: b");
  expect(page.running.written.stderr).toContain("written by the page: GlobalNetworkSet b (create)\n");
});

test("a server without --allow-apply has no such routes, and its page does not know of them", async () => {
  const running = start("explore", { env });
  await running.until("stdout", /\/\n$/);
  const reading = new WritingPage(running.written.stdout.trim(), running);
  for (const path of ["plan", "apply", "keep", "take-back", "ending"]) {
    for (const method of ["POST", "GET", "OPTIONS"]) {
      const answered = await reading.ask(path, {
        method,
        headers: reading.headers,
        ...(method === "POST" && { body: body() }),
      });
      expect(`${path} ${answered.status}`).toBe(`${path} 404`);
    }
  }
  expect((await ask(reading.address)).text).not.toContain("data-writes");
  expect((await ask(page.address)).text).toContain('data-writes="yes"');
  await running.interrupt();
});
