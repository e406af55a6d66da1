import type { Plugin } from "esbuild";

/**
 * Puts less in place of parts of packages that would be slow at every start: chalk, which is told by `cli/shell/io/out`
 * whether there are colours, does not look for itself.
 */
export function quickPackages(): Plugin {
  return {
    name: "quick packages",
    setup: (hooks) => {
      hooks.onResolve({ filter: /^#supports-color$/ }, ({ path }) => ({ path, namespace: "quick" }));
      hooks.onLoad({ filter: /./, namespace: "quick" }, () => ({
        contents: "export default { stdout: false, stderr: false };",
      }));
    },
  };
}
