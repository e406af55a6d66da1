import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import release from "../../package.json" with { type: "json" };

const ROOT = join(import.meta.dirname, "..", "..");

/** What `npm pack` says of the tarball. */
interface Packed {
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** All that the package holds beside the manual pages, the schemas and the examples, but for the texts of codes, which are there as they are in the repository. */
const FILES = [
  "LICENSE",
  "README.md",
  "bin/calicoctl",
  "bin/package.json",
  "bin/write-code-cache.cjs",
  "dist/THIRD-PARTY-NOTICES.txt",
  "dist/base.cjs",
  "dist/check.cjs",
  "dist/commands.cjs",
  "dist/embedded.cjs",
  "dist/engine.cjs",
  "dist/etcd.cjs",
  "dist/evaluate.cjs",
  "dist/explore.html",
  "dist/input.cjs",
  "dist/library.cjs",
  "dist/main.cjs",
  "dist/manifests.cjs",
  "dist/remote.cjs",
  "dist/row-thread.cjs",
  "dist/sbom.cdx.json",
  "dist/seldom.cjs",
  "dist/simulate.cjs",
  "dist/store.cjs",
  "dist/types/generated/codes.d.ts",
  "dist/types/generated/flow-types.d.ts",
  "dist/types/library/library.d.ts",
  "dist/types/model/diagnostic.d.ts",
  "dist/types/model/flow.d.ts",
  "dist/types/model/kinds/version.d.ts",
  "dist/types/model/net/address.d.ts",
  "dist/types/policy/outcome.d.ts",
  "dist/types/policy/translations/translation-steps.d.ts",
  "dist/values.cjs",
  "package.json",
];

test("the package holds these files and no others, and stays small", () => {
  const said = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts", "--offline"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  // Older npm prints a list of packages, newer an object by their names.
  const [packed] = Object.values(JSON.parse(said) as Record<string, Packed>);
  const copied = ["schemas", "examples"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() && !entry.parentPath.endsWith("schemas/codes")
        ? [join(entry.parentPath, entry.name).slice(ROOT.length + 1)]
        : [],
    ),
  );
  expect(packed?.files.map(({ path }) => path).sort()).toEqual([...FILES, ...release.man, ...copied].sort());
  expect(packed?.unpackedSize).toBeLessThan(5_600_000);
  expect(packed?.size).toBeLessThan(1_363_148);
});
