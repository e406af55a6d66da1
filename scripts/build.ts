import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const DIST = join(import.meta.dirname, "..", "dist");

/**
 * Bundles the tool into one file. etcd3 reads its protocol definitions relative to its own files and libsql loads a
 * native library, so both stay ordinary dependencies. `import()` in the source becomes a `require` at the moment it
 * runs: still lazy, and without the cost of starting Node's module loader a second time.
 */
const { outputFiles } = await build({
  entryPoints: ["src/cli/main.ts"],
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  external: ["etcd3", "libsql"],
  supported: { "dynamic-import": false },
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  write: false,
  define: { BUILD_COMMIT: JSON.stringify(commit()) },
});
// Only ASCII, escapes for the rest (in strings and patterns, where alone it stands): read without decoding it.
const code = (outputFiles[0]?.text ?? "").replaceAll(
  /[^\0-\x7f]/g,
  (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
);
const id = createHash("sha256").update(code).digest("hex").slice(0, 16);

/** The commit that is checked out, shortened as `git log` has it; empty where there is no repository. */
function commit(): string {
  const { status, stdout } = spawnSync("git", ["rev-parse", "--short=10", "HEAD"], {
    cwd: import.meta.dirname,
    encoding: "utf8",
  });
  return status === 0 ? stdout.trim() : "";
}

mkdirSync(DIST, { recursive: true });
for (const name of readdirSync(DIST)) rmSync(join(DIST, name), { recursive: true });
// The first line names the build, and with it the one code cache that belongs to this text.
writeFileSync(join(DIST, "main.cjs"), `/* ${id} */${code}`);

const cache = spawnSync(process.execPath, [join(import.meta.dirname, "code-cache.cjs")], { encoding: "utf8" });
if (cache.status !== 0) throw new Error(`no code cache: ${cache.stderr}`);
