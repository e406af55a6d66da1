import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import release from "../package.json" with { type: "json" };
import { allCommands } from "../src/cli/shell/registry.ts";
import { TOOL } from "../src/cli/shell/tool.ts";
import { buildScripts } from "./bundle/build-scripts.ts";
import { etcdDefinitions } from "./bundle/etcd-definitions.ts";
import { writeLibraryTypes } from "./library-types.ts";
import { buildPage } from "./page/build-page.ts";
import { manPages } from "./reference/man-pages.ts";
import { billOfMaterials } from "./sbom.ts";
import { thirdPartyNotices } from "./third-party-notices.ts";

const ROOT = join(import.meta.dirname, "..");
const DIST = join(ROOT, "dist");
/** The files that are in the scripts. */
const inputs: string[] = [];
/** The scripts by their file names. */
const scripts = new Map<string, string>();

/**
 * The tool is a few scripts (`bundle/tool-scripts`), and etcd3 another one that only commands on etcd read. Of libsql only its
 * native library stays an ordinary dependency. The library is in scripts that know nothing of Node, with its types; the page of
 * `explore` is made of them, and of the view.
 */
const common: BuildOptions & { readonly write: false; readonly metafile: true } = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  supported: { "dynamic-import": false },
  // Packages give it to createRequire, which takes a path also; a script has no `import.meta`, so it would be undefined.
  define: { "import.meta.url": "__filename", "import.meta.dirname": "__dirname" },
  logOverride: { "empty-import-meta": "error" },
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  write: false,
  metafile: true,
};

/**
 * What is around a script: Node's `require` runs it, and where there is no module its value is a function of one, so that
 * `bin/calicoctl` can run the text as it is read.
 */
const AROUND = [
  '(run=>typeof module==="object"?run(exports,require,module,__filename,__dirname):run)(function(exports,require,module,__filename,__dirname){',
  "})",
] as const;

mkdirSync(DIST, { recursive: true });
for (const name of readdirSync(DIST)) rmSync(join(DIST, name), { recursive: true });
for (const { name, code, inputs: files } of await buildScripts(ROOT, {
  ...common,
  define: { ...common.define, BUILD_COMMIT: JSON.stringify(commit()) },
})) {
  scripts.set(`${name}.cjs`, asciiOf(code));
  inputs.push(...files);
}
// What a thread runs that reads flows and writes answers: it knows nothing of policy.
await addBundle("row-thread.cjs", { ...common, entryPoints: ["src/cli/scenario/lines/row-thread.ts"] });
await addBundle("etcd.cjs", { ...common, entryPoints: ["etcd3"], plugins: [etcdDefinitions()] });
writeScripts();
writeFileSync(join(DIST, "library.cjs"), librarySource(["simulate", "validate", "world"]));
const page = await buildPage(ROOT);
inputs.push(...page.inputs);
writeFileSync(join(DIST, "explore.html"), page.html);
writeLibraryTypes(ROOT, "library/library", join(DIST, "types"));
mkdirSync(join(DIST, "man"));
for (const [name, text] of await manual()) writeFileSync(join(DIST, "man", name), text);
writeFileSync(join(DIST, "THIRD-PARTY-NOTICES.txt"), thirdPartyNotices(ROOT, inputs));
writeFileSync(join(DIST, "sbom.cdx.json"), billOfMaterials(ROOT, inputs));

/** One script of all that the entry needs. */
async function addBundle(name: string, options: typeof common): Promise<void> {
  const { outputFiles, metafile } = await build(options);
  scripts.set(name, asciiOf(outputFiles[0]?.text ?? ""));
  inputs.push(...Object.keys(metafile.inputs));
}

/** Only ASCII, escapes for the rest (in strings and patterns, where alone it stands): read without decoding it. */
function asciiOf(text: string): string {
  return text.replaceAll(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Writes all scripts. The first line names the text, and with it the code caches that belong to it, and the build. */
function writeScripts(): void {
  const build = idOf([...scripts.values()].join(""));
  for (const [name, code] of scripts)
    writeFileSync(join(DIST, name), `/* ${idOf(code)} ${build} */${AROUND[0]}${code}\n${AROUND[1]}`);
}

function idOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** The library: its functions, by assignments that an ESM importer finds the names in. */
function librarySource(names: readonly string[]): string {
  const exported = names.map((name) => `exports.${name} = library.${name};`);
  const library = 'const library = require("./engine.cjs")("src/library/library.ts");';
  return ['"use strict";', library, ...exported, ""].join("\n");
}

async function manual(): Promise<ReadonlyMap<string, string>> {
  const commands = (await allCommands()).map(({ declaration }) => declaration);
  return manPages({ version: release.version, date: git("log", "-1", "--format=%cs"), tool: TOOL, commands });
}

/** The commit that is checked out, shortened as `git log` has it; empty where there is no repository. */
function commit(): string {
  return git("rev-parse", "--short=10", "HEAD");
}

/** What git prints; empty where there is no repository. */
function git(...argv: readonly string[]): string {
  const { status, stdout } = spawnSync("git", argv, { cwd: import.meta.dirname, encoding: "utf8" });
  return status === 0 ? stdout.trim() : "";
}
