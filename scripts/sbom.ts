import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";
import { packageFolders } from "./third-party-notices.ts";

/** What package-lock.json holds of a package; of this one without an integrity. */
interface Locked {
  readonly name?: string;
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type Lock = Readonly<Record<string, Locked>>;

/**
 * The software bill of materials in CycloneDX 1.6 JSON: every package that is installed with this one, for all platforms,
 * and every one that is in the bundles, given the paths of the files that esbuild put into them. The same lock file and
 * paths make the same text, without blanks, as programs read it: it has no time, no serial number and no place of this machine or
 * of a registry.
 */
export function billOfMaterials(root: string, inputs: readonly string[]): string {
  const { packages: lock } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as { packages: Lock };
  const bundled = packageFolders(inputs);
  const paths = [...new Set([...installedWith(lock), ...bundled])].sort();
  const bom = new Models.Bom();
  const main = component("", lock, Enums.ComponentType.Application);
  bom.metadata.component = main;
  const components = new Map(paths.map((path) => [path, component(path, lock, Enums.ComponentType.Library)]));
  for (const [path, one] of components) {
    const isBundled = bundled.includes(path);
    one.properties.add(new Models.Property("cdx:npm:package:bundled", String(isBundled)));
    // What is in the bundles is there on every platform, whatever the lock file says.
    one.scope = !isBundled && lock[path]?.optional ? Enums.ComponentScope.Optional : Enums.ComponentScope.Required;
    bom.components.add(one);
  }
  for (const path of ["", ...paths]) {
    for (const name of namesNeeded(lock[path], path === "")) {
      const to = components.get(resolved(path, name, lock) ?? "");
      if (to !== undefined) (components.get(path) ?? main).dependencies.add(to.bomRef);
    }
  }
  const format = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return `${new Serialize.JsonSerializer(format).serialize(bom, { sortLists: true })}\n`;
}

function component(path: string, lock: Lock, type: Enums.ComponentType): Models.Component {
  const locked = lock[path];
  if (locked?.license === undefined) throw new Error(`${path} has no version or licence in the lock file`);
  const { version, license, integrity, name = path.slice(path.lastIndexOf("node_modules/") + 13) } = locked;
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const [, group, own = name] = /^(@[^/]+)\/(.*)$/.exec(name) ?? [];
  const made = new Models.Component(type, own, { version, purl, bomRef: purl, ...(group !== undefined && { group }) });
  const isOne = /^[\w.-]+$/.test(license);
  made.licenses.add(isOne ? new Models.SpdxLicense(license) : new Models.LicenseExpression(license));
  const [algorithm, digest = ""] = integrity?.split("-", 2) ?? [];
  if (algorithm === "sha512") {
    made.hashes.set(Enums.HashAlgorithm["SHA-512"], Buffer.from(digest, "base64").toString("hex"));
  }
  return made;
}

/** The places of the packages that npm installs with this one. */
function installedWith(lock: Lock): readonly string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    for (const name of namesNeeded(lock[path], false)) {
      const to = resolved(path, name, lock);
      if (to === undefined || found.has(to)) continue;
      found.add(to);
      visit(to);
    }
  };
  visit("");
  return [...found];
}

function namesNeeded(locked: Locked | undefined, development: boolean): readonly string[] {
  const { dependencies, optionalDependencies, devDependencies } = locked ?? {};
  return Object.keys({ ...dependencies, ...optionalDependencies, ...(development && devDependencies) });
}

/** Where Node would find the package `name` from `path`: in its own node_modules, or in those of the folders above. */
function resolved(path: string, name: string, lock: Lock): string | undefined {
  const here = `${path === "" ? "" : `${path}/`}node_modules/${name}`;
  if (lock[here] !== undefined) return here;
  if (path === "") return undefined;
  const above = path.lastIndexOf("/node_modules/");
  return resolved(above === -1 ? "" : path.slice(0, above), name, lock);
}
