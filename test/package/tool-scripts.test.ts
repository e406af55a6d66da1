import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  ENGINE,
  FLAT_SCRIPTS,
  type Imports,
  SELDOM,
  scriptOfModules,
  TOOL,
} from "../../scripts/bundle/tool-scripts.ts";

const [MAIN = ""] = TOOL;
const [LIBRARY = "", WORKER = ""] = ENGINE;
const ROOTS = [
  "src/cli/commands/version.ts",
  "src/cli/commands/get.ts",
  "src/datastore/config.ts",
  "src/datastore/open.ts",
  "src/datastore/kv/coalesce.ts",
  "src/datastore/embedded/embedded-store.ts",
  "node_modules/libsql/index.js",
  "src/datastore/etcd/http2/http2-client.ts",
  "src/manifest/newer-parts.ts",
  "src/scenario/check-input.ts",
  "src/cli/commands/simulate.ts",
  "src/model/kinds/unrunnable.ts",
  "src/selector/global-use.ts",
  "src/report/findings/summary.ts",
  "src/cli/resources/files-version.ts",
  "src/cli/resources/input.ts",
  "src/cli/shell/io/sources.ts",
];
const imports = (eager: readonly string[], lazy: readonly string[] = []): Imports => ({ eager, lazy });

/** Modules that import each other; what has an ending is one that the engine imports, too. */
const MODULES = new Map<string, Imports>([
  ...[...ROOTS, ...SELDOM].map((path) => [path, imports([])] as const),
  [MAIN, imports(["text", "sockets"], ["src/cli/commands/validate.ts", "src/cli/commands/get.ts", "lint"])],
  ["src/cli/commands/validate.ts", imports(["messages"])],
  ["src/cli/commands/get.ts", imports(["messages", "table", "values.pure"], ["src/datastore/kv/dry.ts"])],
  ["src/datastore/kv/dry.ts", imports(["table", "memory"])],
  ["src/datastore/etcd/etcd-store.ts", imports(["table", "frames"])],
  ["src/manifest/parse-manifests.ts", imports(["yaml.pure", "values.pure"])],
  ["src/cli/commands/simulate.ts", imports(["messages", "packet.pure", "answer"])],
  ["src/cli/resources/input.ts", imports(["messages"])],
  ["lint", imports(["rules.pure", "yaml.pure", "table"], ["drawing"])],
  ["rules.pure", imports([], ["proof.pure"])],
  [LIBRARY, imports(["rules.pure", "packet.pure", "src/manifest/parse-manifests.ts", "text"])],
  [WORKER, imports(["page.pure"])],
  ...[
    "packet.pure",
    "answer",
    "text",
    "sockets",
    "messages",
    "table",
    "memory",
    "frames",
    "values.pure",
    "yaml.pure",
    "drawing",
    "proof.pure",
    "page.pure",
  ].map((path) => [path, imports([])] as const),
]);

test.each([
  ["main", "what every command needs", ["sockets", MAIN]],
  ["base", "the same, where the engine has it", ["text"]],
  ["values", "what reading the store needs, where the engine has it", ["values.pure"]],
  ["input", "what checking and one packet need", ["messages", "src/cli/resources/input.ts"]],
  ["check", "what only checking needs", ["src/cli/commands/validate.ts"]],
  ["evaluate", "what one packet needs, where the engine has it", ["packet.pure"]],
  ["simulate", "what only one packet needs", ["answer", "src/cli/commands/simulate.ts"]],
  ["store", "what only reading the store needs", ["table", "src/cli/commands/get.ts"]],
  ["remote", "what only etcd needs", ["frames", "src/datastore/etcd/etcd-store.ts"]],
  ["seldom", "what reading the store hardly ever needs", ["memory", "src/datastore/kv/dry.ts"]],
  ["manifests", "what checking needs, where the engine has it", ["yaml.pure", "src/manifest/parse-manifests.ts"]],
  ["engine", "the rest of the engine, with what it loads later", ["rules.pure", "proof.pure", "page.pure", LIBRARY]],
  ["commands", "the rest of the tool, with what it loads later", ["lint", "drawing"]],
])("%s has %s", (script, _, paths) => {
  const scripts = scriptOfModules(MODULES);
  expect(Object.fromEntries(paths.map((path) => [path, scripts.get(path)]))).toEqual(
    Object.fromEntries(paths.map((path) => [path, script])),
  );
});

test("a module that is a reason for a script must be there", () => {
  const without = new Map([...MODULES].filter(([path]) => path !== "src/datastore/open.ts"));
  expect(() => scriptOfModules(without)).toThrow("there is no module src/datastore/open.ts");
});

test.each(FLAT_SCRIPTS)("the one scope of %s is strict, as modules are: no assignment is ignored", (name) => {
  const text = readFileSync(join(import.meta.dirname, "..", "..", "dist", `${name}.cjs`), "utf8");
  expect(text.split("\n", 1)[0]).toMatch(/\(function\([\w,]+\)\{"use strict";$/);
});
