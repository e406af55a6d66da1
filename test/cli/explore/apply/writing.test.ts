import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../../../support/cli.ts";
import { needsEtcd } from "../../../support/etcd.ts";
import { FELIX, HOST, networks, policy, STORES, type TestStore } from "./stores.ts";
import { edits, exported, madeOf, planOf, WritingPage } from "./writing-page.ts";

describe.each(STORES)("a page writes to %s", (name, isHere, begin) => {
  describe.skipIf(!isHere)(`whatever it is${isHere ? "" : needsEtcd} (${name})`, () => {
    let store: TestStore;
    let page: WritingPage;
    const run = (words: readonly string[], stdin = "") => runCli(words, { env: store.env, stdin });
    const apply = async (...texts: readonly string[]): Promise<void> => {
      expect(await run(["apply", "-f", "-"], texts.join("---\n"))).toMatchObject({ code: 0 });
    };
    const stored = () => exported(store.env);

    beforeAll(async () => {
      store = await begin();
      await apply(FELIX, HOST, policy("ssh", 22), networks("old", "10.1.0.0/16"), networks("gone", "10.2.0.0/16"));
      page = await WritingPage.start("--skip-lifeline dhcp", store.env);
    });
    afterAll(async () => {
      await page?.running.interrupt();
      await store?.stop();
    });

    test("what is created, changed and deleted, in order and on top of what was shown; and it can be taken back", async () => {
      const before = await stored();
      const changed = edits(
        { "new-1.yaml": networks("new", "10.3.0.0/16"), "GlobalNetworkSet old": networks("old", "10.9.0.0/16") },
        ["GlobalNetworkSet gone"],
      );
      const plan = planOf(await page.plan(changed));
      expect(plan).toMatchObject({
        writes: [
          { name: "GlobalNetworkSet old", action: "change" },
          { name: "GlobalNetworkSet new", action: "create" },
          { name: "GlobalNetworkSet gone", action: "delete" },
        ],
        conflicts: [],
        proof: { result: "safe", lifelines: [expect.stringContaining("ssh: TCP 22"), expect.stringContaining("dns")] },
        mayApply: true,
      });
      const [change, create, remove] = plan.writes.map(({ diff }) => diff);
      expect(change).toMatch(
        /^--- stored GlobalNetworkSet old\n\+\+\+ applied .*\n-\s+- 10\.1\.0\.0\/16\n\+\s+- 10\.9\.0\.0\/16\n/s,
      );
      expect(create).toMatch(/^--- \/dev\/null\n/);
      expect(remove).toMatch(/^--- stored GlobalNetworkSet gone\n\+\+\+ \/dev\/null\n/);
      expect(await stored()).toBe(before);

      const posted = await page.apply(changed);
      expect(posted.status).toBe(200);
      const made = madeOf(posted);
      expect(made).toMatchObject({
        result: "all",
        writes: [{ state: "written" }, { state: "written" }, { state: "written" }],
        done: { manifests: ["new-1.yaml", "GlobalNetworkSet old"], removed: ["GlobalNetworkSet gone"] },
      });
      expect(await page.version()).toBe(made.version);
      const now = JSON.stringify((await page.data()).stored);
      expect(now).toContain("10.9.0.0/16");
      expect(now).not.toContain("gone");
      expect(planOf(await page.plan(changed))).toMatchObject({ writes: [], mayApply: false });

      for (const command of made.back) await typed(command);
      const specs = (text: string) => text.replace(/^\s+(uid|resourceVersion|creationTimestamp): .*\n/gm, "");
      expect(specs(await stored())).toBe(specs(before));
    });

    /** Runs a command as it is to be typed. */
    async function typed(command: string): Promise<void> {
      const [, words = command, stdin = ""] = /^(.*) <<'EOF'\n(.*)EOF$/s.exec(command) ?? [];
      expect(await run(words.split(" ").slice(1), stdin)).toMatchObject({ code: 0 });
    }

    test("another writer in between: it is said who changed what, and nothing is written", async () => {
      const mine = networks("old", "10.4.0.0/16");
      const { resourceVersion = "" } =
        (await page.data()).stored?.find(({ metadata }) => metadata.name === "old")?.metadata ?? {};
      const began = {
        ...edits({ "GlobalNetworkSet old": mine }),
        revisions: [["GlobalNetworkSet old", resourceVersion]] as const,
      };
      await apply(networks("old", "10.5.0.0/16"));
      await page.shows("10.5.0.0/16");
      const before = await stored();
      const posted = await page.plan(began);
      expect(posted.status).toBe(409);
      const plan = planOf(posted);
      expect(plan).toMatchObject({
        writes: [],
        mayApply: false,
        conflicts: [
          {
            name: "GlobalNetworkSet old",
            message: expect.stringContaining(`the edit is of ${resourceVersion}`),
            theirs: expect.stringMatching(/^\+\s+- 10\.5\.0\.0\/16$/m),
            diff: expect.stringMatching(/^\+\s+- 10\.4\.0\.0\/16$/m),
          },
        ],
      });
      const anyway = await page.post("apply", {
        version: await page.version(),
        edits: began,
        plan: plan.id,
        order: [],
      });
      expect(anyway.status).toBe(409);
      expect(await stored()).toBe(before);
      // Once the edit is said to be of what is stored now, it is written over it.
      const [{ stored: now = "" } = {}] = plan.conflicts;
      const { answer } = await page.apply({ ...began, revisions: [["GlobalNetworkSet old", now]] });
      expect(answer).toMatchObject({ kind: "made", result: "all" });
      expect(await stored()).toContain("10.4.0.0/16");
    });

    const mine = edits({ "GlobalNetworkSet old": networks("old", "10.6.0.0/16") });
    test.each<[string, Parameters<typeof page.apply>[0], () => Promise<unknown>]>([
      ["changed", mine, () => apply(networks("old", "10.7.0.0/16"))],
      ["deleted", mine, () => run(["delete", "globalnetworkset", "old"])],
      [
        "created",
        edits({ "new-1.yaml": networks("late", "10.6.0.0/16") }),
        () => apply(networks("late", "10.7.0.0/16")),
      ],
      [
        "deleted what is deleted",
        edits({}, ["GlobalNetworkSet old"]),
        () => run(["delete", "globalnetworkset", "old"]),
      ],
    ])("another writer after the plan was shown: %s", async (_, mine, other) => {
      await apply(networks("old", "10.8.0.0/16"));
      await run(["delete", "globalnetworkset", "late", "-s"]);
      await page.shows("10.8.0.0/16");
      let after = "";
      const posted = await page.apply(mine, async () => {
        await other();
        after = await stored();
      });
      expect(posted.status).toBe(409);
      expect(posted.answer.kind).not.toBe("made");
      expect(await stored()).toBe(after);
    });

    test("what cuts a lifeline is refused with a packet of it; in a safe order it is written", async () => {
      await page.shows('"ssh"');
      const before = await stored();
      const cuts = edits({ "GlobalNetworkPolicy ssh": policy("ssh", 23) });
      const plan = planOf(await page.plan(cuts));
      expect(plan).toMatchObject({
        mayApply: false,
        proof: {
          result: "refused",
          text: expect.stringContaining(
            "REFUSED  write 1 of 1 (GlobalNetworkPolicy ssh) would cut a lifeline; nothing is written",
          ),
          witness: { node: "node1", flow: { protocol: "TCP", srcIP: "10.20.0.1", dstIP: "10.0.0.1", dstPort: 22 } },
        },
      });
      const { keep = "" } = plan.proof ?? {};
      const kept = edits({ "GlobalNetworkPolicy ssh": policy("ssh", 23), "new-1.yaml": keep });
      expect(planOf(await page.plan(kept))).toMatchObject({
        writes: [{ action: "create" }, { name: "GlobalNetworkPolicy ssh" }],
        mayApply: true,
      });
      const order = ["GlobalNetworkPolicy ssh"];
      const anyway = await page.post("apply", { version: await page.version(), edits: cuts, plan: plan.id, order });
      expect(anyway).toMatchObject({
        status: 422,
        answer: { kind: "made", result: "nothing", proof: { result: "refused" } },
      });
      expect(await stored()).toBe(before);

      const both = edits({
        ...Object.fromEntries(cuts.manifests.map(({ name, text }) => [name, text])),
        "new-1.yaml": policy("later", 22),
      });
      const reordered = planOf(await page.plan(both));
      expect(reordered).toMatchObject({
        mayApply: true,
        proof: { result: "reordered", text: expect.stringContaining("REORDERED") },
      });
      expect(reordered.writes.map(({ name }) => name)).toEqual([
        "GlobalNetworkPolicy later",
        "GlobalNetworkPolicy ssh",
      ]);
      const other = {
        version: await page.version(),
        edits: both,
        plan: reordered.id,
        order: ["GlobalNetworkPolicy ssh", "GlobalNetworkPolicy later"],
      };
      expect(await page.post("apply", other)).toMatchObject({ status: 422 });
      expect(await stored()).toBe(before);
      expect(madeOf(await page.apply(both)).result).toBe("all");
    });
  });
});
