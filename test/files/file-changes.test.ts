import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { followFiles } from "../../src/files/file-changes.ts";
import { tmpFolder } from "../support/tmp.ts";
import { waitUntil } from "../support/wait.ts";

test.each<[string, (folder: string) => void]>([
  ["a file that is written", (folder) => writeFileSync(join(folder, "a.yaml"), "changed")],
  ["a file of the same size", (folder) => writeFileSync(join(folder, "a.yaml"), "b")],
  [
    "a file that is replaced",
    (folder) => {
      writeFileSync(join(folder, "x"), "a");
      renameSync(join(folder, "x"), join(folder, "a.yaml"));
    },
  ],
  ["a file that is deleted", (folder) => rmSync(join(folder, "a.yaml"))],
  ["a new file", (folder) => writeFileSync(join(folder, "b.yaml"), "b")],
  ["a link", (folder) => symlinkSync("a.yaml", join(folder, "b.yaml"))],
  ["a link to its own folder", (folder) => symlinkSync(".", join(folder, "again"))],
])("%s is a change", async (_, change) => {
  const folder = tmpFolder({ "a.yaml": "a" });
  // Times of files go on in steps, so that a change just after another one may have the same.
  utimesSync(join(folder, "a.yaml"), 1, 1);
  let changes = 0;
  const release = followFiles([{ path: folder, isDeep: true }], () => changes++);
  change(folder);
  await waitUntil(() => changes > 0);
  release();
});

test("a file in a folder that is made later is a change where folders are followed", async () => {
  const folder = tmpFolder();
  let [deep, flat] = [0, 0];
  const releases = [
    followFiles([{ path: folder, isDeep: true }], () => deep++),
    followFiles([{ path: folder, isDeep: false }], () => flat++),
  ];
  mkdirSync(join(folder, "later"));
  await waitUntil(() => deep === 1 && flat === 1);
  writeFileSync(join(folder, "later", "a.yaml"), "a");
  await waitUntil(() => deep === 2);
  writeFileSync(join(folder, "later", "a.yaml"), "again");
  await waitUntil(() => deep === 3);
  // What is in it is none of the other's: of the folder itself only its time has changed, with the first file.
  expect(flat).toBeLessThanOrEqual(2);
  for (const release of releases) release();
});
