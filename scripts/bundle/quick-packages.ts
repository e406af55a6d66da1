import { join } from "node:path";
import type { Plugin } from "esbuild";

/**
 * Puts less in place of parts of packages that would be slow at every start: libsql learns its platform from
 * `native-target.ts`, and chalk, which is told by `cli/shell/io/out` whether there are colours, does not look for itself.
 */
export function quickPackages(root: string): Plugin {
  const target = JSON.stringify(join(root, "src/datastore/embedded/native-target.ts"));
  const parts: Readonly<Record<string, string>> = {
    "@neon-rs/load": `export { currentTarget } from ${target};`,
    "detect-libc":
      "export const familySync = () => undefined; export const GLIBC = 'glibc'; export const MUSL = 'musl';",
    "#supports-color": "export default { stdout: false, stderr: false };",
  };
  return {
    name: "quick packages",
    setup: (hooks) => {
      const filter = /^(@neon-rs\/load|detect-libc|#supports-color)$/;
      hooks.onResolve({ filter }, ({ path }) => ({ path, namespace: "quick" }));
      hooks.onLoad({ filter: /./, namespace: "quick" }, ({ path }) => ({
        contents: parts[path] ?? "",
        resolveDir: root,
      }));
    },
  };
}
