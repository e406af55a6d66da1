import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FileFault } from "../../src/files/file-reason.ts";
import { type FolderFile, replaceFolder } from "../../src/files/replace-folder.ts";
import { tmpFolder } from "../support/tmp.ts";

const OPTIONS = { marker: { name: ".made", text: "made\n" }, isOurs: (name: string) => name.endsWith(".yaml") };
const A: FolderFile = { name: "a.yaml", text: "a: 1\n" };
const B: FolderFile = { name: "b.yaml", text: "b: 1\n" };

/** The files of a folder with their texts. */
function contents(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

describe("a folder is made, and replaced as a whole", () => {
  test.each<readonly [string, (folder: string) => void]>([
    ["that is not there", () => undefined],
    ["that is empty", (folder) => mkdirSync(folder)],
    ["that was made so before", (folder) => replaceFolder(folder, [A, { ...B, text: "old" }], OPTIONS)],
  ])("%s", (_, before) => {
    const parent = tmpFolder();
    const folder = join(parent, "x");
    before(folder);
    replaceFolder(folder, [B], OPTIONS);
    expect(contents(folder)).toEqual({ ".made": "made\n", "b.yaml": "b: 1\n" });
    expect(readdirSync(parent)).toEqual(["x"]);
  });

  test.each(["/proc/x/y", "no/such/folder"])("not below a folder that is not there: %s", (path) => {
    expect(() => replaceFolder(path, [A], OPTIONS)).toThrow(FileFault);
  });

  test("a link to it stays one", () => {
    const parent = tmpFolder();
    mkdirSync(join(parent, "x"));
    symlinkSync("x", join(parent, "link"));
    replaceFolder(join(parent, "link"), [A], OPTIONS);
    expect(readdirSync(parent)).toEqual(["link", "x"]);
    expect(Object.keys(contents(join(parent, "x")))).toEqual([".made", "a.yaml"]);
  });
});

describe("others are left alone", () => {
  test.each<readonly [string, (folder: string) => void, string]>([
    ["a file", (folder) => writeFileSync(folder, "x"), "it is a file"],
    ["a folder of somebody else", (folder) => put(folder, "a.yaml"), "it has other files, and was not made so"],
    [
      "one with other files in it",
      (folder) => {
        replaceFolder(folder, [A], OPTIONS);
        put(folder, ".git");
      },
      "it has a file of another origin, `.git`",
    ],
  ])("%s", (_, before, words) => {
    const folder = join(tmpFolder(), "x");
    before(folder);
    expect(() => replaceFolder(folder, [B], OPTIONS)).toThrow(new FileFault(words));
  });

  test("what was there stays where the new cannot be written", () => {
    const parent = tmpFolder();
    const folder = join(parent, "x");
    replaceFolder(folder, [A], OPTIONS);
    expect(() => replaceFolder(folder, [B, { name: "no/such.yaml", text: "" }], OPTIONS)).toThrow("ENOENT");
    expect([Object.keys(contents(folder)), readdirSync(parent)]).toEqual([[".made", "a.yaml"], ["x"]]);
  });
});

function put(folder: string, name: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), "x");
}
