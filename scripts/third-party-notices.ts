import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What package.json says of a package. */
interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

const HEAD = `The scripts of this package contain the following third-party packages.
`;
const LICENCE_FILE = /^(licen[cs]e|notice|copying)([.-](md|txt|mit|bsd|apache))?$/i;

/**
 * The licences of the packages that are in a bundle, given the paths of the files that esbuild put into it, each text once, below all
 * packages that have it. Throws where a package has no licence: then it may not be shipped.
 */
export function thirdPartyNotices(root: string, inputs: readonly string[]): string {
  const packagesOf = new Map<string, Set<string>>();
  for (const folder of packageFolders(inputs)) {
    const { named, licence } = notice(join(root, folder));
    packagesOf.set(licence, (packagesOf.get(licence) ?? new Set()).add(named));
  }
  const notices = [...packagesOf].map(([licence, names]) => `${[...names].join("\n")}\n\n${licence}\n`);
  return [HEAD, ...notices].join(`\n${"-".repeat(80)}\n\n`);
}

/** The folders of the packages that files belong to, `node_modules/a/node_modules/@b/c`, each once; files of our own have none. */
export function packageFolders(inputs: readonly string[]): readonly string[] {
  const folders = inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/** A package by its name and version, and the text of its licence. */
function notice(folder: string): { readonly named: string; readonly licence: string } {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Package;
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  if (license === undefined) throw new Error(`${name} has no licence`);
  return { named: `${name} ${version}`, licence: [`Licence: ${license}`, ...texts].join("\n\n") };
}
