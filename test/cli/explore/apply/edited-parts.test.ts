import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";
import { HOST, networks, policy, STORES, type TestStore } from "./stores.ts";
import { edits, exported, madeOf, planOf, WritingPage } from "./writing-page.ts";

/** What must not be in an answer to a page. */
const CANARY = "canary-9f86d081";
const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
const REMEMBERED = `apiVersion: projectcalico.org/v3
kind: GlobalNetworkSet
metadata: {name: kept, annotations: {mine: a, ${LAST_APPLIED}: '{"spec":"${CANARY}"}'}}
spec: {nets: [10.0.0.0/8]}
`;

describe("what a page may write of its edits", () => {
  const folder = tmpFolder({
    "laid-over.yaml": `${networks("of-file", "10.1.0.0/16")}---\n${networks("of-file-2", "10.1.0.0/16")}`,
  });
  const file = join(folder, "laid-over.yaml");
  let store: TestStore;
  let page: WritingPage;
  const stored = () => exported(store.env);

  beforeAll(async () => {
    const [, , begin] = STORES[0] ?? [];
    if (begin === undefined) throw new Error("there is no store");
    store = await begin();
    const stdin = [HOST, policy("ssh", 22), REMEMBERED].join("---\n");
    expect(await runCli(["apply", "-f", "-"], { env: store.env, stdin })).toMatchObject({ code: 0 });
    page = await WritingPage.start(`-f ${file} --skip-lifeline dhcp`, store.env);
  });
  afterAll(() => page.running.interrupt());

  test("what a page is not given stays as it is stored, and is in no answer", async () => {
    const text = `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: {name: kept, annotations: {mine: b}}\nspec: {nets: [10.0.0.0/8]}\n`;
    const posted = await page.apply(edits({ "GlobalNetworkSet kept": text }));
    expect(madeOf(posted).back).toEqual([expect.stringContaining("mine: a")]);
    expect(await stored()).toContain(CANARY);
    expect(await stored()).toContain("mine: b");
    for (const edited of [
      edits({ "GlobalNetworkSet kept": text.replace("10.", "11.") }),
      edits({}, ["GlobalNetworkSet kept"]),
    ]) {
      const plan = await page.plan(edited);
      expect(planOf(plan).writes).toHaveLength(1);
      expect(JSON.stringify([posted, plan, await page.data()])).not.toContain(CANARY);
    }
  });

  test("of files only what is edited is written, and its edit stays: the file says what it said", async () => {
    const { answer } = await page.apply(
      edits({ [file]: `${networks("of-file", "10.2.0.0/16")}---\n${networks("of-file-2", "10.1.0.0/16")}` }),
    );
    expect(answer).toMatchObject({
      result: "all",
      writes: [{ name: "GlobalNetworkSet of-file", action: "create" }],
      done: { manifests: [], removed: [] },
    });
    expect(await stored()).not.toContain("of-file-2");
  });

  test.each<[string, Parameters<typeof edits>[0], RegExp]>([
    ["a text that is no YAML", { "new-1.yaml": networks("x", "10.0.0.0/8"), "new-2.yaml": "kind: [" }, /yaml/],
    [
      "a value that Calico refuses",
      { "new-1.yaml": networks("x", "10.0.0.0/8"), "new-2.yaml": networks("y", "10.0.0.0/99") },
      /cidr|net/i,
    ],
    [
      "a kind that only Calico writes",
      {
        "new-1.yaml": networks("x", "10.0.0.0/8"),
        "new-2.yaml":
          "apiVersion: projectcalico.org/v3\nkind: ClusterInformation\nmetadata: {name: default}\nspec: {datastoreReady: true}\n",
      },
      /kind\.read-only/,
    ],
  ])("nothing is written where one document is wrong: %s", async (_, texts, code) => {
    const before = await stored();
    for (const path of ["plan", "apply"]) {
      const posted = await page.post(path, { version: await page.version(), edits: edits(texts), plan: "", order: [] });
      expect(posted).toMatchObject({
        status: 422,
        answer: { kind: "refused", message: expect.stringContaining("nothing was written") },
      });
      expect(JSON.stringify(posted.answer)).toMatch(code);
    }
    expect(await stored()).toBe(before);
  });

  test("what the store would refuse is said before anything is written", async () => {
    const pool = (name: string) =>
      `apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata: {name: ${name}}\nspec: {cidr: 10.9.0.0/16, ipipMode: Never, vxlanMode: Always}\n`;
    expect(planOf(await page.plan(edits({ "new-1.yaml": pool("one") }))).writes).toMatchObject([
      { name: "IPPool one", also: ["FelixConfiguration default"] },
    ]);
    const before = await stored();
    const plan = planOf(await page.plan(edits({ "new-1.yaml": pool("one"), "new-2.yaml": pool("two") })));
    expect(plan).toMatchObject({
      mayApply: false,
      writes: [{ name: "IPPool one" }, { name: "IPPool two", problem: { code: "store.refused" } }],
    });
    expect(await stored()).toBe(before);
  });

  test("names that are markup or control a terminal are text in the answers and on the terminal", async () => {
    const label = "<img src=x onerror=alert(1)>";
    const text = networks("odd", "10.0.0.0/8").replace(
      "metadata: {name: odd, labels: {set: a}}",
      `metadata: {name: odd, annotations: {a: '${label}\\u001b[2J'}}`,
    );
    const { answer } = await page.apply(edits({ "new<script>.yaml": text }));
    expect(answer).toMatchObject({ result: "all", done: { manifests: ["new<script>.yaml"] } });
    expect(page.running.written.stderr).not.toContain("\u001b");
  });
});
