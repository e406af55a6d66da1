import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFile } from "../../../src/datastore/embedded/create-file.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { embeddedConfig } from "../stores.ts";

test("two that make the file at once, even with one process id, do not meet", () => {
  const folder = tmpFolder();
  const path = join(folder, "store.db");
  const names: string[] = [];
  createFile(embeddedConfig(path), (mine) => {
    createFile(embeddedConfig(path), (other) => {
      names.push(mine, other);
      writeFileSync(other, "the first to be ready");
    });
    expect(existsSync(mine)).toBe(true);
    writeFileSync(mine, "too late");
  });
  expect(new Set(names).size).toBe(2);
  expect(readFileSync(path, "utf8")).toBe("the first to be ready");
  expect(readdirSync(folder)).toEqual(["store.db"]);
});

test("one that fails leaves nothing behind", () => {
  const folder = tmpFolder();
  const path = join(folder, "store.db");
  expect(() =>
    createFile(embeddedConfig(path), (temporary) => {
      writeFileSync(`${temporary}-journal`, "");
      throw Object.assign(new Error("full"), { code: "ENOSPC" });
    }),
  ).toThrow("store.db");
  expect(readdirSync(folder)).toEqual([]);
});
