/** Pages of the site that are outside of docs/, by their paths in the repository, with their paths on the site. */
export const PROJECT_PAGES: Readonly<Record<string, string>> = {
  "src/README.md": "project/map.md",
  "CONTRIBUTING.md": "project/contributing.md",
  "SECURITY.md": "project/security.md",
  "CHANGELOG.md": "project/changes.md",
  "schemas/README.md": "project/schemas.md",
};

/** Where the files of examples/ are listed; a link to the folder leads there. */
export const EXAMPLES_PAGE = "project/examples.md";

/** Folders that are on the site as they are. */
export const COPIED_FOLDERS = ["schemas", "examples"];

/** The path on the site of a page of the repository. */
export const pageOf = (file: string): string | undefined =>
  file.replace(/\/$/, "") === "examples"
    ? EXAMPLES_PAGE
    : (PROJECT_PAGES[file] ?? (/^docs\/.*\.md$/.test(file) ? file.slice("docs/".length) : undefined));
