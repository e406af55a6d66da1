import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** What package-lock.json holds of a package. */
interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const LOCK = join(import.meta.dirname, "..", "..", "package-lock.json");
const { packages } = JSON.parse(readFileSync(LOCK, "utf8")) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const installed = Object.entries(packages).filter(([path]) => path !== "");

/** Whether Node would resolve `name` from `path`: in its own node_modules, or in those of the folders above. */
function resolves(path: string, name: string): boolean {
  if (packages[`${path === "" ? "" : `${path}/`}node_modules/${name}`] !== undefined) return true;
  if (path === "") return false;
  const above = path.lastIndexOf("/node_modules/");
  return resolves(above === -1 ? "" : path.slice(0, above), name);
}

test("the lock file has every dependency of every package, those for other platforms included, as `npm ci` demands", () => {
  const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !resolves(path, name))
      .map((name) => `${name}, of ${path}`),
  );
  expect(missing).toEqual([]);
  expect(installed.length).toBeGreaterThan(200);
});

test("each locked package has a version and a checksum, and names no registry", () => {
  const wrong = installed.filter(
    ([, { version, integrity, resolved }]) =>
      version === undefined || !integrity?.startsWith("sha512-") || resolved !== undefined,
  );
  expect(wrong).toEqual([]);
});
