import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** An import or re-export of a file of ours. */
const IMPORT = /(from "(?:\.\.?\/)[^"]+)\.ts"/g;

/** Declarations that are wider for other programs than for ours: to them a code is a text, as a later release adds codes. */
const WIDER: ReadonlyMap<string, string> = new Map([
  ["generated/codes", "/** Every diagnostic code. */\nexport declare const CODES: readonly string[];\n"],
]);

/** Writes the type declarations of the library into a folder: those of `entry`, and of the files that these import. */
export function writeLibraryTypes(root: string, entry: string, folder: string): void {
  const all = mkdtempSync(join(tmpdir(), "calicoctl-types-"));
  try {
    const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
    const argv = [compiler, "-p", join(root, "tsconfig.library.json"), "--outDir", all];
    const { status, stdout } = spawnSync(process.execPath, argv, { encoding: "utf8" });
    if (status !== 0) throw new Error(`no types of the library: ${stdout}`);
    const written = new Set<string>();
    const open = [entry];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (written.has(file)) continue;
      written.add(file);
      const text = WIDER.get(file) ?? readFileSync(join(all, `${file}.d.ts`), "utf8");
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, `${file}.d.ts`), text.replaceAll(IMPORT, '$1.js"'));
      for (const [, path = ""] of text.matchAll(/from "(\.[^"]+)\.ts"/g)) open.push(join(dirname(file), path));
    }
  } finally {
    rmSync(all, { recursive: true });
  }
}
