import { readdirSync } from "node:fs";
import { join } from "node:path";

/** What builds the site, and what it is built of: folders in which files come and go while somebody builds it. */
const BUILDING = ["node_modules", ".vitepress"];

/** The pages in docs/ of the repository at `root` that are written by hand, by their paths in that folder, in their order. */
export function writtenPages(root: string): readonly string[] {
  const docs = join(root, "docs");
  const names = readdirSync(docs, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return [entry.name];
    // A folder that is gone when its turn comes would be an error of the whole list.
    if (BUILDING.includes(entry.name)) return [];
    return readdirSync(join(docs, entry.name), { recursive: true, encoding: "utf8" }).map(
      (name) => `${entry.name}/${name}`,
    );
  });
  return names.filter((name) => name.endsWith(".md")).sort();
}
