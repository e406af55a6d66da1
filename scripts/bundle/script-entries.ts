import { build } from "esbuild";

/** What a script exports whose modules are run when they are first asked for. */
export function lazyEntry(paths: readonly string[]): string {
  const getters = paths.map((path) => `${JSON.stringify(path)}: () => require("./${path}")`);
  // What a module of ours exports stays as it is: values are read faster than esbuild's getters, which loops over packets would call.
  return `const known = new Map(), modules = {${getters.join(",\n")}};
    module.exports = (path) => {
      if (!known.has(path)) known.set(path, path.startsWith("src/") ? { ...modules[path]() } : modules[path]());
      return known.get(path);
    };`;
}

/**
 * What a script exports whose modules are all run when it is read, in one scope: that is much less work than a function for each
 * of them.
 */
export async function flatEntry(root: string, paths: readonly string[]): Promise<string> {
  const own = paths.filter((path) => path.startsWith("src/"));
  const names = await exportsOf(root, own);
  const variable = (path: string, name: string) => `${name}_${own.indexOf(path)}`;
  const imports = own.map((path) => {
    const parts = names(path).map((name) => `${name} as ${variable(path, name)}`);
    return `import { ${parts.join(", ")} } from "./${path}";`;
  });
  const entries = own.map((path) => {
    const parts = names(path).map((name) => `${name}: ${variable(path, name)}`);
    return `[${JSON.stringify(path)}, { ${parts.join(", ")} }]`;
  });
  const packages = paths.filter((path) => !own.includes(path));
  const getters = packages.map((path) => `if (path === ${JSON.stringify(path)}) return require("./${path}");`);
  return `${imports.join("\n")}
    const modules = new Map([${entries.join(",\n")}]);
    module.exports = (path) => { ${getters.join("\n")} return modules.get(path); };`;
}

/** The names that each module exports, without types. */
async function exportsOf(root: string, paths: readonly string[]): Promise<(path: string) => readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...paths],
    outdir: "out",
    outbase: ".",
    format: "esm",
    write: false,
    metafile: true,
    logLevel: "error",
  });
  const outputs = Object.values(metafile.outputs);
  return (path) => outputs.find(({ entryPoint }) => entryPoint === path)?.exports ?? [];
}
