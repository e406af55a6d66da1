import { expect, test } from "vitest";
import { thirdPartyNotices } from "../../scripts/third-party-notices.ts";
import { tmpFolder } from "../support/tmp.ts";

const ROOT = {
  "node_modules/b/package.json": '{"name": "b", "version": "2.0.0", "license": "MIT"}',
  "node_modules/b/LICENSE": "Copyright B\n",
  "node_modules/b/LICENSE.js": "",
  "node_modules/b/node_modules/@a/a/package.json": '{"name": "@a/a", "version": "1.0.0", "license": "Apache-2.0"}',
  "node_modules/b/node_modules/@a/a/LICENSE.md": "Copyright A\n",
  "node_modules/b/node_modules/@a/a/NOTICE": "Thanks to C\n",
  "node_modules/c/package.json": '{"name": "c", "version": "3.0.0", "license": "MIT"}',
  "node_modules/c/LICENSE": "Copyright B\n",
  "node_modules/unlicensed/package.json": '{"name": "unlicensed", "version": "1.0.0"}',
};
const INPUTS = ["src/cli/main.ts", "node_modules/b/index.js", "node_modules/b/lib/b.js"];

test("third-party notices have each bundled package once, with its licence and notices, and each text once", () => {
  const root = tmpFolder(ROOT);
  const notices = thirdPartyNotices(root, [
    ...INPUTS,
    "node_modules/b/node_modules/@a/a/index.js",
    "node_modules/c/c.js",
  ]);
  expect(notices.split(/\n-+\n\n/)).toEqual([
    "The scripts of this package contain the following third-party packages.\n",
    "b 2.0.0\nc 3.0.0\n\nLicence: MIT\n\nCopyright B\n",
    "@a/a 1.0.0\n\nLicence: Apache-2.0\n\nCopyright A\n\nThanks to C\n",
  ]);
});

test("a bundled package without a licence fails the build", () => {
  expect(() => thirdPartyNotices(tmpFolder(ROOT), ["node_modules/unlicensed/index.js"])).toThrow(
    "unlicensed has no licence",
  );
});
