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
    chalk: whenCalled("Chalk", join(root, "node_modules/chalk/source/index.js"), "new "),
    "get-east-asian-width": whenCalled("eastAsianWidth", join(root, "node_modules/get-east-asian-width/index.js")),
  };
  return {
    name: "quick packages",
    setup: (hooks) => {
      hooks.onResolve({ filter: /./ }, ({ path }) =>
        Object.hasOwn(parts, path) ? { path, namespace: "quick" } : undefined,
      );
      hooks.onLoad({ filter: /./, namespace: "quick" }, ({ path }) => ({
        contents: parts[path] ?? "",
        resolveDir: root,
      }));
    },
  };
}

/** A module with one function or class of a package's file, which is run when that is first called. */
function whenCalled(name: string, file: string, operator = ""): string {
  return `let own;
export function ${name}(argument) {
  own ??= require(${JSON.stringify(file)});
  return ${operator}own.${name}(argument);
}`;
}
