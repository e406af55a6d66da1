import { dirname, join, relative } from "node:path/posix";
import { pageOf } from "./site-paths.ts";

/** A fenced block of code, or the target of a link. */
const FENCE_OR_LINK = /^```.*\n[\s\S]*?^```$|\]\((?![a-z]+:|#|\/)([^)#\s]+)(#[^)\s]*)?\)/gm;

/** A page with relative links as they are on the site, and the files of the repository that these lead to. */
export interface LinkedPage {
  readonly text: string;
  readonly files: readonly string[];
}

/** The text of a page of the repository as it is on the site. */
export function withSiteLinks(text: string, file: string): LinkedPage {
  const page = pageOf(file);
  if (page === undefined) throw new Error(`${file} is not a page of the site`);
  const files: string[] = [];
  const replaced = text.replace(FENCE_OR_LINK, (whole: string, link?: string, anchor = "") => {
    if (link === undefined) return whole;
    const target = join(dirname(file), link);
    const linked = pageOf(target);
    if (linked !== undefined) return `](${relative(dirname(page), linked)}${anchor})`;
    files.push(target);
    return `](/${target})`;
  });
  return { text: replaced, files };
}
