/**
 * Writes the pages of the site into docs/.vitepress/pages, from which VitePress builds it (docs.sh): those in docs/, those
 * that are elsewhere in the repository, and those that are generated. Schemas, examples and files that pages link to are
 * copied beside them as they are, so that links and the schemas' `$id`s resolve. What commands of the gallery make is made here.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { siteContents } from "./docs/site-pages.ts";

const ROOT = join(import.meta.dirname, "..");
const OUT = join(ROOT, "docs/.vitepress/pages");

const { pages, copied, made } = siteContents(ROOT);
rmSync(OUT, { recursive: true, force: true });
for (const [path, text] of [...pages, ...[...made].map(([name, text]) => [`public/${name}`, text] as const)]) {
  const file = join(OUT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
for (const name of copied) cpSync(join(ROOT, name), join(OUT, "public", name), { recursive: true });
