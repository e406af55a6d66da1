import { expect, test } from "vitest";
import { ENGINE, type Imports, scriptOfModules, TOOL } from "../../scripts/bundle/tool-scripts.ts";

const [MAIN = ""] = TOOL;
const [LIBRARY = "", WORKER = ""] = ENGINE;
const ROOTS = [
  "src/cli/commands/version.ts",
  "src/cli/commands/get.ts",
  "src/datastore/config.ts",
  "src/datastore/open.ts",
  "src/datastore/embedded/embedded-store.ts",
  "src/datastore/etcd/etcd-store.ts",
  "node_modules/libsql/index.js",
  "src/manifest/newer-parts.ts",
  "src/scenario/check-input.ts",
  "src/model/kinds/unrunnable.ts",
  "src/selector/global-use.ts",
];
const SIMULATE = "src/cli/commands/simulate.ts";
const imports = (eager: readonly string[], lazy: readonly string[] = []): Imports => ({ eager, lazy });

/** Modules that import each other; what has an ending is one that the engine imports, too. */
const MODULES = new Map<string, Imports>([
  ...ROOTS.map((path) => [path, imports([])] as const),
  [MAIN, imports(["text", "sockets"], ["src/cli/commands/validate.ts", "src/cli/commands/get.ts", SIMULATE, "lint"])],
  ["src/cli/commands/validate.ts", imports(["messages"])],
  ["src/datastore/etcd/http2/http2-client.ts", imports(["calls"])],
  ["src/cli/commands/get.ts", imports(["messages", "table", "values.pure"])],
  ["src/manifest/parse-manifests.ts", imports(["yaml.pure", "values.pure"])],
  [SIMULATE, imports(["rules.pure", "flows", "table"], ["drawing"])],
  ["lint", imports(["rules.pure", "yaml.pure"])],
  ["rules.pure", imports([], ["proof.pure"])],
  [LIBRARY, imports(["rules.pure", "src/manifest/parse-manifests.ts", "text"])],
  [WORKER, imports(["page.pure"])],
  ...[
    "text",
    "sockets",
    "messages",
    "table",
    "values.pure",
    "yaml.pure",
    "flows",
    "drawing",
    "proof.pure",
    "calls",
    "page.pure",
  ].map((path) => [path, imports([])] as const),
]);

test.each([
  ["main", "what every command needs", ["sockets", "messages", MAIN]],
  ["base", "the same, where the engine has it", ["text"]],
  ["values", "what reading the store needs, where the engine has it", ["values.pure"]],
  ["store", "what only reading the store needs", ["table", "src/cli/commands/get.ts"]],
  ["remote", "what only a store on etcd needs", ["calls", "src/datastore/etcd/etcd-store.ts"]],
  ["manifests", "what checking needs, where the engine has it", ["yaml.pure", "src/manifest/parse-manifests.ts"]],
  ["evaluate", "what one packet needs, where the engine has it", ["rules.pure"]],
  ["simulate", "what only one packet needs", [SIMULATE, "flows"]],
  ["engine", "the rest of the engine, with what it loads later", ["proof.pure", "page.pure", LIBRARY]],
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
