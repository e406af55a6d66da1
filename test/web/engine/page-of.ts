import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NO_PAGE_FACTS, type PageData } from "../../../src/web/engine/page-data.ts";

/** The root of the repository. */
export const ROOT = join(import.meta.dirname, "..", "..", "..");

/** Nothing at all, for a page of the parts that a test gives. */
export const EMPTY_PAGE: PageData = {
  title: "test",
  calicoVersion: "v3.7",
  manifests: [],
  skipKinds: [],
  objects: [],
  slicesListed: false,
  facts: NO_PAGE_FACTS,
  diagnostics: [],
};

/** The page of these files of the repository, as `-f` names them. */
export function pageOfFiles(...names: readonly string[]): PageData {
  const manifests = names.map((name) => ({ name: join(ROOT, name), text: readFileSync(join(ROOT, name), "utf8") }));
  return { ...EMPTY_PAGE, manifests };
}
