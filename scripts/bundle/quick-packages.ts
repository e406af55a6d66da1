import { join } from "node:path";
import type { Plugin } from "esbuild";

/**
 * Puts less in place of parts of packages that would be slow at every start: libsql learns its platform from
 * `native-target.ts`, chalk, which is told by `cli/shell/io/out` whether there are colours, does not look for itself, and
 * what few commands need is run when it is first called.
 */
export function quickPackages(root: string): Plugin {
  const target = JSON.stringify(join(root, "src/datastore/embedded/native-target.ts"));
  const parts: Readonly<Record<string, string>> = {
    "@neon-rs/load": `export { currentTarget } from ${target};`,
    "detect-libc":
      "export const familySync = () => undefined; export const GLIBC = 'glibc'; export const MUSL = 'musl';",
    "#supports-color": "export default { stdout: false, stderr: false };",
    chalk: whenCalled(join(root, "node_modules/chalk/source/index.js"), [], ["Chalk"]),
    "get-east-asian-width": whenCalled(join(root, "node_modules/get-east-asian-width/index.js"), ["eastAsianWidth"]),
    yaml: whenCalled(join(root, "node_modules/yaml/dist/index.js"), YAML, ["Lexer"]),
    // What yaml takes from Node: settings for its developers, and bytes of `!!binary`, which it makes without as well.
    process: "export const env = {}; export const emitWarning = () => {};",
    buffer: "export const Buffer = undefined;",
  };
  return {
    name: "quick packages",
    setup: (hooks) => {
      hooks.onResolve({ filter: /./ }, ({ path, importer }) => {
        const isOfNode = path === "process" || path === "buffer";
        if (!Object.hasOwn(parts, path) || (isOfNode && !importer.includes("/node_modules/yaml/"))) return undefined;
        return { path, namespace: "quick" };
      });
      hooks.onLoad({ filter: /./, namespace: "quick" }, ({ path }) => ({
        contents: parts[path] ?? "",
        resolveDir: root,
      }));
    },
  };
}

/** What is called of the package, which reads only what our own reader of plain YAML leaves to it. */
const YAML = ["isAlias", "isMap", "isScalar", "isSeq", "parseDocument"];

/** A module with functions and classes of a package's file, which is run when the first of them is called. */
function whenCalled(file: string, functions: readonly string[], classes: readonly string[] = []): string {
  const call = (name: string, operator: string) =>
    `export function ${name}(one, two) { own ??= require(${JSON.stringify(file)}); return ${operator} own.${name}(one, two); }`;
  const calls = [...functions.map((name) => call(name, "")), ...classes.map((name) => call(name, "new"))];
  return ["let own;", ...calls].join("\n");
}
