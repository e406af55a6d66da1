import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runCli } from "../../../support/cli.ts";
import { waitUntil } from "../../../support/wait.ts";
import { networks, STORES, type TestStore } from "./stores.ts";
import { edits, exported, madeOf, WritingPage } from "./writing-page.ts";

describe("what a page writes with --confirm-within", () => {
  let store: TestStore;
  let page: WritingPage;
  const stored = () => exported(store.env);
  const EDITS = edits({ "new-1.yaml": networks("new", "10.3.0.0/16") });

  beforeAll(async () => {
    const [, , begin] = STORES[0] ?? [];
    if (begin === undefined) throw new Error("there is no store");
    store = await begin();
    page = await WritingPage.start("--confirm-within 1h", store.env);
  });
  afterAll(() => page.running.interrupt());
  beforeEach(async () => {
    await runCli(["delete", "globalnetworkset", "new", "-s"], { env: store.env });
    await waitUntil(async () => !JSON.stringify(await page.data()).includes('"new"'));
  });

  /** Writes, and returns the change that waits. */
  async function written(): Promise<string> {
    const made = madeOf(await page.apply(EDITS));
    expect(made).toMatchObject({ result: "all", confirm: { seconds: 3600 } });
    expect(await stored()).toContain("name: new");
    return made.confirm?.change ?? "";
  }

  test("stays once the page confirms it", async () => {
    const change = await written();
    const ending = page.post("ending", { change });
    expect(await page.post("keep", { change })).toMatchObject({ status: 200, answer: { kind: "noted" } });
    expect(await ending).toMatchObject({
      answer: { kind: "ended", isKept: true, text: "confirmed: what was written stays" },
    });
    expect(await page.post("take-back", { change })).toMatchObject({ status: 409 });
    expect(await stored()).toContain("name: new");
  });

  test("goes when the page takes it back", async () => {
    const change = await written();
    expect(await page.post("take-back", { change })).toMatchObject({ status: 200 });
    expect(await page.post("ending", { change })).toMatchObject({
      answer: { kind: "ended", isKept: false, text: expect.stringContaining("it was taken back in the page") },
    });
    expect(await page.post("keep", { change })).toMatchObject({ status: 409 });
    expect(await stored()).not.toContain("name: new");
  });

  test("goes with `calicoctl rollback`, and nothing else is written before it is decided", async () => {
    const change = await written();
    const second = await page.plan(edits({ "new-2.yaml": networks("second", "10.4.0.0/16") }));
    const { id: plan, writes } = second.answer.kind === "plan" ? second.answer : { id: "", writes: [] };
    const body = { version: await page.version(), edits: edits({ "new-2.yaml": networks("second", "10.4.0.0/16") }) };
    const refused = await page.post("apply", { ...body, plan, order: writes.map(({ name }) => name) });
    expect(refused).toMatchObject({
      status: 409,
      answer: { kind: "refused", help: expect.stringContaining("[way-back.open]") },
    });
    expect(await runCli(["rollback", change], { env: store.env })).toMatchObject({ code: 3 });
    expect(await page.post("ending", { change })).toMatchObject({ answer: { isKept: false } });
    expect(await stored()).not.toMatch(/name: (new|second)/);
  });

  test("goes when the command is interrupted, before it ends", async () => {
    const own = await WritingPage.start("--confirm-within 1h", store.env);
    const made = madeOf(await own.apply(EDITS));
    expect(made.confirm).toBeDefined();
    expect(await own.running.interrupt()).toMatchObject({ code: 0 });
    expect(await stored()).not.toContain("name: new");
  });

  test("goes when the time is over", async () => {
    const own = await WritingPage.start("--confirm-within 1s", store.env);
    const { confirm } = madeOf(await own.apply(EDITS));
    expect(await own.post("ending", { change: confirm?.change })).toMatchObject({
      answer: { isKept: false, text: expect.stringContaining("no confirmation came within 1s") },
    });
    expect(await stored()).not.toContain("name: new");
    await own.running.interrupt();
  });
});
