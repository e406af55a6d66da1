import { readFileSync } from "node:fs";
import { join } from "node:path";
import { examplesPage } from "./examples-page.ts";
import { MADE, withMadeFiles } from "./made-files.ts";
import { referencePages } from "./reference-pages.ts";
import { withSiteLinks } from "./site-links.ts";
import { COPIED_FOLDERS, EXAMPLES_PAGE, PROJECT_PAGES, pageOf } from "./site-paths.ts";
import { writtenPages } from "./written-pages.ts";

/** What the site is made of. */
interface SiteContents {
  /** Pages as Markdown, by their paths, with links as they are on the site. */
  readonly pages: ReadonlyMap<string, string>;
  /** Files and folders of the repository that are on the site as they are. */
  readonly copied: readonly string[];
  /** Files that commands of the pages made, by their paths on the site. */
  readonly made: ReadonlyMap<string, string>;
}

/** Every page of the site, and the files that these link to. */
export function siteContents(root: string): SiteContents {
  const files = [...writtenPages(root).map((name) => `docs/${name}`), ...Object.keys(PROJECT_PAGES)];
  const written = files.map((file) => {
    const linked = withSiteLinks(readFileSync(join(root, file), "utf8"), file);
    const { text, files: made } = withMadeFiles(root, file, linked.text);
    return { path: pageOf(file) ?? file, text, files: linked.files, made };
  });
  return {
    pages: new Map([
      ...written.map(({ path, text }) => [path, text] as const),
      [EXAMPLES_PAGE, examplesPage(root)],
      ...referencePages(),
    ]),
    copied: [...new Set([...COPIED_FOLDERS, ...written.flatMap(({ files }) => files)])],
    made: new Map(written.flatMap(({ made }) => [...made].map(([name, text]) => [`${MADE}/${name}`, text] as const))),
  };
}
