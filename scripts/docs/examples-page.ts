import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** The page that lists the files of examples/ by folder; they stand beside it on the site. */
export function examplesPage(root: string): string {
  const entries = readdirSync(join(root, "examples"), { recursive: true, withFileTypes: true });
  const files = entries.flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name).slice(root.length + 1)] : [],
  );
  const folders = [...new Set(files.map((file) => dirname(file)))].sort();
  const sections = folders.map((folder) => {
    const names = files.filter((file) => dirname(file) === folder).map((file) => file.slice(folder.length + 1));
    return [`## ${folder}`, "", ...names.sort().map((name) => `- [${name}](/${folder}/${name})`), ""].join("\n");
  });
  return ["# Examples", "", "The files that the pages name, as they are in the repository.", "", ...sections].join(
    "\n",
  );
}
