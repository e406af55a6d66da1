import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { examplesPage } from "./examples-page.ts";
import { referencePages } from "./reference-pages.ts";
import { withSiteLinks } from "./site-links.ts";
import { EXAMPLES_PAGE, PROJECT_PAGES } from "./site-paths.ts";

/** Every page of the site, as Markdown by its path, with links as they are on the site. */
export function sitePages(root: string): ReadonlyMap<string, string> {
  const read = (file: string) => withSiteLinks(readFileSync(join(root, file), "utf8"), file);
  const handWritten = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".md") && !/^(node_modules|\.vitepress)\//.test(name),
  );
  return new Map([
    ...handWritten.map((name) => [name, read(`docs/${name}`)] as const),
    ...Object.entries(PROJECT_PAGES).map(([file, page]) => [page, read(file)] as const),
    [EXAMPLES_PAGE, examplesPage(root)],
    ...referencePages(),
  ]);
}
