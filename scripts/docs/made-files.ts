import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { blocksOf } from "../../test/docs/blocks.ts";
import { shownCommands } from "../../test/docs/command-blocks.ts";
import { ANALYSIS } from "../../test/docs/pages/analysis.ts";
import { BINARY } from "../../test/support/binary.ts";
import { asShown } from "./shown-file.ts";

/** Where the site has the files that commands of its pages make. */
export const MADE = "made";

/** Pages whose commands are run when the site is built, below each of which it shows what it makes. */
const MAKING_PAGES = ["docs/gallery.md"];

/** A page with what its commands make, and these files by their names. */
interface MadePage {
  readonly text: string;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Runs the commands of a page, one after the other in an empty folder with `examples` on an embedded store, and puts below each
 * block what it made. Throws where one ends otherwise than the page's row in test/docs/pages has it, or prints what is not expected.
 */
export function withMadeFiles(root: string, file: string, text: string): MadePage {
  const files = new Map<string, string>();
  if (!MAKING_PAGES.includes(file)) return { text, files };
  const folder = mkdtempSync(join(tmpdir(), "calicoctl-site-"));
  try {
    cpSync(join(root, "examples"), join(folder, "examples"), { recursive: true });
    const lines = text.split("\n");
    const insertions = blocksOf(text).map((block) => {
      const before = readdirSync(folder);
      for (const { line } of shownCommands(["```console", ...block.lines, "```"].join("\n"))) run(folder, file, line);
      const made = readdirSync(folder).filter((name) => !before.includes(name) && !name.startsWith("."));
      for (const name of made) files.set(name, readFileSync(join(folder, name), "utf8"));
      const shown = made.map((name) => asShown(`/${MADE}/${name}`, files.get(name) ?? ""));
      return { at: block.at + block.lines.length, shown };
    });
    for (const { at, shown } of insertions.toReversed()) lines.splice(at, 0, ...shown);
    return { text: lines.join("\n"), files };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(folder: string, file: string, line: string): void {
  const listed = ANALYSIS[file]?.commands?.[line];
  const expected = typeof listed === "object" && "code" in listed ? listed.code : 0;
  const env = {
    PATH: [dirname(BINARY), dirname(process.execPath), process.env.PATH].join(delimiter),
    DATASTORE_TYPE: "embedded",
    CALICO_EMBEDDED_PATH: join(folder, ".store.db"),
    CALICOCTL_STATE_DIR: join(folder, ".state"),
    HOME: folder,
  };
  let code = 0;
  let printed = "";
  try {
    execFileSync("bash", ["-o", "pipefail", "-c", line], { cwd: folder, env, stdio: "pipe", encoding: "utf8" });
  } catch (error) {
    const failed = error as { readonly status: number; readonly stderr: string };
    code = failed.status;
    printed = failed.stderr;
  }
  if (code !== expected) throw new Error(`${file}: ${line}\nends with ${code} and not with ${expected}\n${printed}`);
}
