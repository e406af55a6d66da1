import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";
import { quickPackages } from "./quick-packages.ts";
import { IN, withCalls } from "./script-calls.ts";
import { flatEntry, lazyEntry } from "./script-entries.ts";
import { ENGINE, FLAT_SCRIPTS, type Imports, PURE_SCRIPTS, SELDOM, scriptOfModules, TOOL } from "./tool-scripts.ts";

/** A script of the tool as esbuild makes it. */
export interface BuiltScript {
  readonly name: string;
  readonly code: string;
  /** The files that are in it. */
  readonly inputs: readonly string[];
}

/**
 * The scripts of the tool, of the library and of the page's worker (`tool-scripts`). Each exports a function from the path of a
 * module to what that exports. A module is run when it is first imported, as in one bundle; those of a flat script all at once.
 * `import()` becomes a `require` at the moment it runs: still lazy, and without the cost of starting Node's module loader a
 * second time.
 */
export async function buildScripts(root: string, options: BuildOptions): Promise<readonly BuiltScript[]> {
  const common = { ...options, ...commonOptions(root) };
  const metafile = await analysed(root, options);
  const scripts = scriptOfModules(modulesOf(metafile));
  const crossing = crossingImports(root, metafile, scripts);
  return Promise.all(
    [...new Set(scripts.values())].map(async (name) => {
      const wanted = [...TOOL, ...ENGINE, ...crossing].filter((path) => scripts.get(path) === name);
      const paths = [...new Set(wanted)].sort();
      const isFlat = FLAT_SCRIPTS.includes(name);
      const contents = isFlat ? await flatEntry(root, paths) : lazyEntry(paths);
      const built = await build({
        ...common,
        // It gives `module.exports` in a module of ECMAScript, so that esbuild keeps all modules of the script in one scope.
        logOverride: { ...options.logOverride, "commonjs-variable-in-esm": "silent" },
        // Modules are strict; in one scope they are where all of it is.
        ...(isFlat && { banner: { js: '"use strict";' } }),
        stdin: { contents, resolveDir: root },
        plugins: [apart(), quickPackages(root), inOtherScripts(root, name, metafile, scripts)],
      });
      const code = withCalls(built.outputFiles[0]?.text ?? "");
      if (PURE_SCRIPTS.includes(name) && /require\("(?!\.)/.test(code)) throw new Error(`${name} needs Node`);
      return { name, code, inputs: Object.keys(built.metafile.inputs) };
    }),
  );
}

/** What the tool and its library import, module by module. */
export async function modulesOfTool(root: string): Promise<ReadonlyMap<string, Imports>> {
  return modulesOf(await analysed(root, { bundle: true, platform: "node", format: "cjs", logLevel: "error" }));
}

async function analysed(root: string, options: BuildOptions): Promise<Metafile> {
  const plugins = [apart(), quickPackages(root)];
  const entryPoints = [...TOOL, ...ENGINE];
  return (await build({ ...options, ...commonOptions(root), entryPoints, outdir: "out", plugins })).metafile;
}

/** The page's worker runs what the tool does: the forms of packages that need nothing of Node. */
function commonOptions(root: string) {
  return {
    absWorkingDir: root,
    write: false,
    metafile: true,
    alias: {
      "@noble/hashes/crypto": join(root, "node_modules/@noble/hashes/esm/crypto.js"),
    },
  } as const satisfies BuildOptions;
}

/** The package has the files of the schemas, which only what describes kinds reads; and etcd3 is a script of its own. */
function apart(): Plugin {
  return {
    name: "apart",
    setup: (hooks) => {
      hooks.onResolve({ filter: /\/schemas\/[^/]+\.schema\.json$/ }, ({ path }) => ({
        path: `../schemas/${basename(path)}`,
        external: true,
      }));
      hooks.onResolve({ filter: /^etcd3$/ }, () => ({ path: "./etcd.cjs", external: true }));
    },
  };
}

function modulesOf({ inputs }: Metafile): ReadonlyMap<string, Imports> {
  return new Map(
    Object.entries(inputs).map(([path, { imports }]) => {
      const own = imports.filter(({ external }) => external !== true);
      const paths = (lazy: boolean) =>
        own
          .filter((each) => (each.kind === "dynamic-import" || SELDOM.includes(each.path)) === lazy)
          .map((each) => each.path);
      return [path, { eager: paths(false), lazy: paths(true) }];
    }),
  );
}

/** Whether a module of a flat script is asked for by what the script exports, as it is imported by `import()`. */
function isCalled(kind: string, path: string, scripts: ReadonlyMap<string, string>): boolean {
  return kind === "dynamic-import" && path.startsWith("src/") && FLAT_SCRIPTS.includes(scripts.get(path) ?? "");
}

/** The modules that another script imports. */
function crossingImports(
  root: string,
  { inputs }: Metafile,
  scripts: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const crossing = new Set<string>();
  for (const [importer, { imports }] of Object.entries(inputs)) {
    for (const { path, original = "", external, kind } of imports) {
      // What stands in place of a package is in every script that imports it.
      const isInOne =
        !importer.startsWith("quick:") && scripts.get(path) === scripts.get(importer) && !isCalled(kind, path, scripts);
      if (external === true || path.startsWith("quick:") || isInOne) continue;
      crossing.add(path);
      // A `default` of another script's module would be the module itself, as Node has it for CommonJS.
      const isEsm = inputs[path]?.format === "esm";
      const takesDefault = new RegExp(
        `import\\s+(?!type\\b)[\\w$]+\\s*(,[^"';]*)?from\\s*["']${original.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&")}["']`,
      );
      if (isEsm && !importer.startsWith("quick:") && takesDefault.test(readFileSync(join(root, importer), "utf8")))
        throw new Error(`${importer} imports the default of ${path}, which is in another script`);
    }
  }
  return crossing;
}

/** Leaves out of a script what another one has, as the first build found it. */
function inOtherScripts(
  root: string,
  name: string,
  { inputs }: Metafile,
  scripts: ReadonlyMap<string, string>,
): Plugin {
  return {
    name: "in other scripts",
    setup: (hooks) => {
      hooks.onResolve({ filter: /./ }, ({ path, importer, namespace, kind }) => {
        const from = namespace === "file" ? importer.slice(root.length + 1) : `${namespace}:${importer}`;
        const found = inputs[from]?.imports.find((each) => (each.original ?? each.path) === path);
        if (found === undefined || found.external) return undefined;
        const script = scripts.get(found.path);
        if (found.path.startsWith("quick:")) return undefined;
        if (script === name && !isCalled(kind, found.path, scripts)) return undefined;
        return { path: `./${script}.cjs${IN}${found.path}`, external: true };
      });
    },
  };
}
