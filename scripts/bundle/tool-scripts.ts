/** What a module imports, by paths from the folder of the sources. */
export interface Imports {
  /** What is loaded with it. */
  readonly eager: readonly string[];
  /** What it loads when it is needed: by `import()`, and what is seldom used. */
  readonly lazy: readonly string[];
}

/** One of the scripts that the tool is built into. */
interface ToolScript {
  readonly name: string;
  /** The modules that are its reason: it has all that is loaded with them, but for what an earlier script has. */
  readonly roots: readonly string[];
  /** Whether it has only modules of the engine, which know nothing of Node; the others have none of them. */
  readonly isPure?: true;
  /** Whether all its modules are run, in one scope, when it is read: all of them are needed at once. */
  readonly isFlat?: true;
}

/** The whole tool. */
export const TOOL = ["src/cli/shell/main.ts"];
/** What the library and the page's worker are made of. */
export const ENGINE = ["src/library/library.ts", "src/web/worker/worker.ts"];
const VERSION = [...TOOL, "src/cli/commands/version.ts"];
const VALIDATE = [
  "src/cli/commands/validate.ts",
  "src/manifest/parse-manifests.ts",
  "src/manifest/newer-parts.ts",
  "src/scenario/check-input.ts",
];
const GET = [
  "src/cli/commands/get.ts",
  "src/datastore/config.ts",
  "src/datastore/open.ts",
  // What both stores need.
  "src/datastore/kv/coalesce.ts",
];
const EMBEDDED = ["src/datastore/embedded/embedded-store.ts", "node_modules/libsql/index.js"];
const ETCD = ["src/datastore/etcd/etcd-store.ts", "src/datastore/etcd/http2/http2-client.ts"];

/** What short commands import, and hardly ever use: with what only it needs it is loaded when something of it is used. */
export const SELDOM: readonly string[] = [
  "src/cli/resources/use-input.ts",
  "src/cli/resources/output/custom-columns.ts",
  "src/cli/resources/nothing-listed.ts",
  "src/datastore/kubernetes/config/choose-cluster.ts",
  "src/datastore/kv/dry.ts",
  "src/datastore/resources/cascade.ts",
  "src/datastore/resources/initial-resources.ts",
  "src/datastore/resources/ready.ts",
  "src/datastore/embedded/copy.ts",
  "src/datastore/embedded/create-file.ts",
  "src/datastore/embedded/explain-sqlite.ts",
  "src/datastore/embedded/write-lock.ts",
  "src/datastore/embedded/stores-in-transaction.ts",
  "src/datastore/etcd/explain-fault.ts",
  "src/cli/shell/line/refused-options.ts",
  "src/cli/shell/help.ts",
  "src/cli/shell/io/print-diagnostics.ts",
];
/** One explained packet on what is stored, without manifests. */
const SIMULATE = [...GET, "src/cli/commands/simulate.ts"];
/** What both `validate` and `simulate` need, but little else of one another. */
const VALIDATE_AND_SIMULATE = [
  "src/model/kinds/unrunnable.ts",
  "src/selector/global-use.ts",
  "src/report/findings/summary.ts",
  "src/cli/resources/files-version.ts",
  "src/cli/resources/input.ts",
  "src/cli/resources/use-input.ts",
  "src/cli/shell/io/print-diagnostics.ts",
  "src/cli/shell/io/sources.ts",
];

/**
 * A module is in the first of these that has it: `embedded` and `remote` are for the two stores, and in the last two is what no
 * short command needs.
 */
const SCRIPTS: readonly ToolScript[] = [
  { name: "base", roots: VERSION, isPure: true, isFlat: true },
  { name: "main", roots: VERSION, isFlat: true },
  {
    name: "values",
    roots: [...GET, ...EMBEDDED, ...ETCD, ...VALIDATE_AND_SIMULATE],
    isPure: true,
    isFlat: true,
  },
  { name: "input", roots: VALIDATE_AND_SIMULATE, isFlat: true },
  { name: "check", roots: VALIDATE, isFlat: true },
  { name: "store", roots: GET, isFlat: true },
  { name: "embedded", roots: EMBEDDED, isFlat: true },
  { name: "remote", roots: ETCD, isFlat: true },
  { name: "manifests", roots: VALIDATE, isPure: true, isFlat: true },
  { name: "evaluate", roots: SIMULATE, isPure: true, isFlat: true },
  { name: "simulate", roots: SIMULATE, isFlat: true },
  { name: "seldom", roots: SELDOM },
  { name: "engine", roots: ENGINE, isPure: true },
  { name: "commands", roots: TOOL },
];

/** The scripts that the library and the page's worker run in. */
export const PURE_SCRIPTS: readonly string[] = SCRIPTS.filter(({ isPure }) => isPure).map(({ name }) => name);

/** The scripts whose modules are all run when the script is read. */
export const FLAT_SCRIPTS: readonly string[] = SCRIPTS.filter(({ isFlat }) => isFlat).map(({ name }) => name);

/** The script that each module is in: a command reads few scripts, and little in them that it does not need. */
export function scriptOfModules(modules: ReadonlyMap<string, Imports>): ReadonlyMap<string, string> {
  const engine = reached(modules, ENGINE, true);
  const scripts = new Map<string, string>();
  for (const { name, roots, isPure = false } of SCRIPTS) {
    for (const path of reached(modules, roots, roots === TOOL || roots === ENGINE)) {
      if (!scripts.has(path) && engine.has(path) === isPure) scripts.set(path, name);
    }
  }
  return scripts;
}

/** The modules that are loaded with the roots, and where `withLazy` those that they may load later. */
export function reached(
  modules: ReadonlyMap<string, Imports>,
  roots: readonly string[],
  withLazy: boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const imports = modules.get(path);
    if (imports === undefined) throw new Error(`there is no module ${path}`);
    for (const next of withLazy ? [...imports.eager, ...imports.lazy] : imports.eager) visit(next);
  };
  for (const root of roots) visit(root);
  return found;
}
