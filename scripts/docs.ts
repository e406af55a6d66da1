/**
 * Writes the pages of the site into docs/.vitepress/pages, from which VitePress builds it (docs.sh): those in docs/, those
 * that are elsewhere in the repository, and those that are generated. Schemas and examples are copied beside them as they
 * are, so that links and the schemas' `$id`s resolve.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sitePages } from "./docs/site-pages.ts";
import { COPIED_FOLDERS } from "./docs/site-paths.ts";

const ROOT = join(import.meta.dirname, "..");
const OUT = join(ROOT, "docs/.vitepress/pages");

rmSync(OUT, { recursive: true, force: true });
for (const [path, text] of sitePages(ROOT)) {
  const file = join(OUT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
for (const folder of COPIED_FOLDERS) cpSync(join(ROOT, folder), join(OUT, "public", folder), { recursive: true });
