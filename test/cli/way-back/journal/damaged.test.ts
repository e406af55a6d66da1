import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { type ConfiguredStore, STORES, storeForSuite } from "../../../datastore/stores.ts";
import { Host } from "../change.ts";

type Lines = readonly string[];

/** Whether a line is that of the write of an endpoint. */
const isWriteOf = (line: string, name: string): boolean =>
  line.includes('"at":') && line.includes(`hostendpoints/${name}"`);
const writeAt = (lines: Lines, number: number): number => lines.findIndex((line) => line.includes(`"at":${number},`));
const flipped = (line: string): string => line.replace('"before"', '"bEfore"');

/** How the file of writes is damaged. */
const DAMAGE: readonly (readonly [name: string, spoil: (lines: Lines) => Lines])[] = [
  ["the first write is flipped", (lines) => lines.with(writeAt(lines, 0), flipped(lines[writeAt(lines, 0)] ?? ""))],
  ["the first write is missing", (lines) => lines.toSpliced(writeAt(lines, 0), 1)],
  ["the last write is flipped", (lines) => lines.with(writeAt(lines, 1), flipped(lines[writeAt(lines, 1)] ?? ""))],
  [
    "the file ends with the last write, the end of which was changed",
    (lines) => [...lines.slice(0, writeAt(lines, 1)), `${lines[writeAt(lines, 1)]}\0`],
  ],
];

describe.each(STORES.filter(({ available }) => available))("on $name", ({ start }) => {
  let host: Host;
  storeForSuite(start, (store: ConfiguredStore) => {
    host = new Host(store.config);
  });
  beforeEach(async () => {
    await host.reset();
  });

  test.each(DAMAGE)(
    "%s: what can be read is taken back, the rest is as it was written, and reported",
    async (_, spoil) => {
      const before = await host.values();
      const change = await host.change();
      const after = await host.values();
      await change.crash();
      const file = join(change.journal, "writes.ndjson");
      const lines = spoil(readFileSync(file, "utf8").split("\n"));
      writeFileSync(file, lines.join("\n"));

      const refused = await host.run(["rollback", change.id]);
      expect(refused, refused.stderr).toMatchObject({
        code: 1,
        stderr: expect.stringContaining(`calicoctl rollback ${change.id} --readable-part`),
      });
      expect(await host.values()).toEqual(after);

      const dry = await host.run(["rollback", change.id, "--readable-part", "--dry-run"]);
      expect(dry, dry.stderr).toMatchObject({ code: 1, stderr: expect.stringContaining("left out: ") });
      expect(await host.values()).toEqual(after);

      // The first write that can be read, if none is missing before it, is all that is certain.
      const known = ["a", "c"].filter((name) =>
        lines.some((line) => line.includes('"at":0,') && isWriteOf(line, name) && line.includes('"before"')),
      );
      const ran = await host.run(["rollback", change.id, "--readable-part"]);
      expect(ran, ran.stderr).toMatchObject({ code: 1, stderr: expect.stringContaining("[way-back.journal]") });
      const expected = { ...after };
      for (const name of known) {
        const value = before[name];
        if (value === undefined) delete expected[name];
        else expected[name] = value;
      }
      expect(await host.values()).toEqual(expected);

      // Nothing more happens when it is run again, and the change still has no end.
      const again = await host.run(["rollback", change.id, "--readable-part"]);
      expect(again, again.stderr).toMatchObject({ code: 1 });
      expect(await host.values()).toEqual(expected);
      expect((await host.run(["confirm", change.id])).code).toBe(1);
      // Else no other change is begun, as the user has to look at what was left out.
      rmSync(change.journal, { recursive: true });
    },
  );

  test("a whole journal is taken back as without the option", async () => {
    const before = await host.values();
    const change = await host.change();
    await change.crash();
    const ran = await host.run(["rollback", change.id, "--readable-part"]);
    expect(ran, ran.stderr).toMatchObject({ code: 3, stderr: expect.not.stringContaining("left out") });
    expect(await host.values()).toEqual(before);
  });
});
