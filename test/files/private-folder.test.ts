import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makePrivateFolder } from "../../src/files/private-folder.ts";
import { tmpFolder } from "../support/tmp.ts";

/** What is there before a private folder is made at `above/private`, and why it is refused; `undefined` where it is made. */
test.each<readonly [name: string, prepare: (above: string) => void, fault: string | undefined]>([
  ["nothing", () => {}, undefined],
  ["a folder of its owner's", (above) => mkdirSync(join(above, "private"), { mode: 0o700 }), undefined],
  [
    "a folder that others can read",
    (above) => mkdirSync(join(above, "private"), { mode: 0o755 }),
    "other users can use it",
  ],
  ["a file", (above) => writeFileSync(join(above, "private"), ""), "EEXIST"],
  ["a link to a folder", (above) => symlinkSync(above, join(above, "private")), "it is not a folder"],
  [
    "a folder above that all can write in",
    (above) => chmodSync(above, 0o777),
    "other users can put another in its place",
  ],
  ["the same, as /tmp", (above) => chmodSync(above, 0o1777), undefined],
])("%s", (_, prepare, fault) => {
  const above = tmpFolder();
  prepare(above);
  const make = () => makePrivateFolder(join(above, "private"));
  if (fault === undefined) expect(make).not.toThrow();
  else expect(make).toThrow(fault);
});
