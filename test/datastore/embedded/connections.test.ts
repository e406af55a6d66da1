import { copyFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import libsql from "libsql";
import { expect, test } from "vitest";
import { connect, type DatabaseConstructor } from "../../../src/datastore/embedded/connections.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { embeddedConfig, hostEndpoint, open } from "../stores.ts";

/** A driver that replaces the file by an equal one before each of the first `times` times it is opened. */
function replacing(times: number): { readonly driver: DatabaseConstructor; readonly opened: () => number } {
  let opened = 0;
  class Replacing extends libsql {
    constructor(path: string) {
      if (opened++ < times) {
        copyFileSync(path, `${path}.other`);
        renameSync(`${path}.other`, path);
      }
      super(path);
    }
  }
  return { driver: Replacing, opened: () => opened };
}

test.each([
  [0, 1, "connected"],
  [1, 2, "connected"],
  [2, 3, "connected"],
  [9, 3, "it is replaced again and again while it is opened"],
])("a file that is replaced %i times while it is opened: opened %i times, %s", async (times, tries, result) => {
  const folder = tmpFolder();
  const made = embeddedConfig(join(folder, "made.db"));
  const store = await open(made);
  await store.create(hostEndpoint("x"));
  await store.close();
  const config = embeddedConfig(join(folder, "store.db"));
  copyFileSync(made.path, config.path);
  const { driver, opened } = replacing(times);
  const attempt = (): string => {
    const connection = connect(driver, config, 10_000);
    // The connection is to the file that the path leads to.
    return connection?.isAt(config) ? "connected" : "another file";
  };
  if (result === "connected") expect(attempt()).toBe(result);
  else expect(attempt).toThrow(result);
  expect(opened()).toBe(tries);
});
