import { dirname, join, relative } from "node:path/posix";
import { COPIED_FOLDERS, pageOf } from "./site-paths.ts";

/** A fenced block of code, or the target of a link. */
const FENCE_OR_LINK = /^```.*\n[\s\S]*?^```$|\]\((?![a-z]+:|#|\/)([^)#\s]+)(#[^)\s]*)?\)/gm;

/** The text of a page of the repository, with relative links as they are on the site. */
export function withSiteLinks(text: string, file: string): string {
  const page = pageOf(file);
  if (page === undefined) throw new Error(`${file} is not a page of the site`);
  return text.replace(FENCE_OR_LINK, (whole: string, link?: string, anchor = "") => {
    if (link === undefined) return whole;
    const target = join(dirname(file), link);
    const linked = pageOf(target);
    if (linked !== undefined) return `](${relative(dirname(page), linked)}${anchor})`;
    if (COPIED_FOLDERS.includes(target.split("/")[0] ?? "")) return `](/${target})`;
    throw new Error(`${file}: a link to ${target}, which is not on the site: add it to PROJECT_PAGES`);
  });
}
