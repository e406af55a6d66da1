import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import lock from "../../../package-lock.json" with { type: "json" };
import { currentTarget, nativeTarget } from "../../../src/datastore/embedded/native-target.ts";

const GLIBC = "\u007fELF\u0002\u0001/lib64/ld-linux-x86-64.so.2\0";
const MUSL = "\u007fELF\u0002\u0001/lib/ld-musl-x86_64.so.1\0";

test.each([
  ["linux", "x64", GLIBC, "linux-x64-gnu"],
  ["linux", "x64", MUSL, "linux-x64-musl"],
  ["linux", "arm64", GLIBC, "linux-arm64-gnu"],
  ["linux", "arm64", MUSL, "linux-arm64-musl"],
  ["linux", "arm", GLIBC, "linux-arm-gnueabihf"],
  ["linux", "arm", MUSL, "linux-arm-musleabihf"],
  ["darwin", "arm64", "", "darwin-arm64"],
  ["darwin", "x64", "", "darwin-x64"],
  ["win32", "x64", "", "win32-x64-msvc"],
])("the native library of %s %s", (platform, arch, head, target) => {
  expect(nativeTarget(platform, arch, () => head)).toBe(target);
  expect(Object.keys(lock.packages)).toContain(`node_modules/@libsql/${target}`);
});

test("of this machine is the one that libsql finds by itself", () => {
  const neon = createRequire(createRequire(import.meta.url).resolve("libsql"))("@neon-rs/load") as {
    readonly currentTarget: () => string;
  };
  expect(currentTarget()).toBe(neon.currentTarget());
  expect(readdirSync("node_modules/@libsql")).toContain(currentTarget());
});
