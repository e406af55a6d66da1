import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { billOfMaterials } from "../../scripts/sbom.ts";
import { tmpFolder } from "../support/tmp.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const SCHEMAS = join(
  dirname(createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json")),
  "res",
  "schema",
);

/** The parts of a bill of materials that these tests look at. */
interface Bill {
  readonly metadata: { readonly component: { readonly "bom-ref": string } };
  readonly components: readonly {
    readonly name: string;
    readonly group?: string;
    readonly version: string;
    readonly "bom-ref": string;
    readonly scope: string;
    readonly hashes: readonly { readonly alg: string; readonly content: string }[];
    readonly licenses: readonly { readonly license: { readonly id: string } }[];
    readonly properties: readonly { readonly name: string; readonly value: string }[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

const text = readFileSync(join(ROOT, "dist", "sbom.cdx.json"), "utf8");
const bill = JSON.parse(text) as Bill;
const nameOf = ({ group, name }: Bill["components"][number]): string =>
  group === undefined ? name : `${group}/${name}`;

describe("the bill of materials of the built package", () => {
  test("is CycloneDX 1.6", () => {
    const schema = (file: string): object => JSON.parse(readFileSync(join(SCHEMAS, `${file}.schema.json`), "utf8"));
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const part of ["spdx.SNAPSHOT", "jsf-0.82.SNAPSHOT", "cryptography-defs.SNAPSHOT"])
      ajv.addSchema(schema(part), `http://cyclonedx.org/schema/${part}.schema.json`);
    const validate = ajv.compile(schema("bom-1.6.SNAPSHOT"));
    expect(validate(bill), JSON.stringify(validate.errors)).toBe(true);
    expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6" });
    expect(validate({ ...bill, components: [{ name: "x" }] })).toBe(false);
  });

  test("each package once, with a checksum and an SPDX licence, and every reference leads to one", () => {
    const refs = bill.components.map((one) => one["bom-ref"]);
    expect(new Set(refs).size).toBe(refs.length);
    for (const { hashes, licenses } of bill.components) {
      expect(hashes).toEqual([{ alg: "SHA-512", content: expect.stringMatching(/^[0-9a-f]{128}$/) }]);
      expect(licenses).toEqual([{ license: { id: expect.any(String) } }]);
    }
    const known = new Set([...refs, bill.metadata.component["bom-ref"]]);
    const used = bill.dependencies.flatMap(({ ref, dependsOn = [] }) => [ref, ...dependsOn]);
    expect(used.filter((ref) => !known.has(ref))).toEqual([]);
    const reached = new Set<string>();
    const reach = (ref: string): void => {
      if (reached.has(ref)) return;
      reached.add(ref);
      for (const next of bill.dependencies.find((one) => one.ref === ref)?.dependsOn ?? []) reach(next);
    };
    reach(bill.metadata.component["bom-ref"]);
    expect(refs.filter((ref) => !reached.has(ref))).toEqual([]);
  });

  test("what is bundled is what the notices name", () => {
    const notices = readFileSync(join(ROOT, "dist", "THIRD-PARTY-NOTICES.txt"), "utf8");
    const noticed = [...notices.matchAll(/^-{80}\n\n((?:\S+ \S+\n)+)\nLicence: /gm)].flatMap(([, names = ""]) =>
      names.trim().split("\n"),
    );
    const bundled = bill.components.filter(({ properties }) => properties.some(({ value }) => value === "true"));
    expect(bundled.map((one) => `${nameOf(one)} ${one.version}`).sort()).toEqual([...noticed].sort());
    expect(bundled.length).toBeGreaterThan(15);
  });

  test("names no place: no address but CycloneDX's own, no folder, no time", () => {
    expect(text.replace('"$schema":"http://cyclonedx.org/schema/bom-1.6.schema.json"', "")).not.toMatch(
      /:\/\/|node_modules|"(?:timestamp|serialNumber)"|\/(?:home|root|work|tmp)\//,
    );
  });

  test("docs/dependencies.md has the same packages, versions and licences", () => {
    const page = readFileSync(join(ROOT, "docs", "dependencies.md"), "utf8");
    const rows = page.split("\n").flatMap((line) => {
      const [, name = "", version = "", licence = "", here = ""] = line.split("|").map((cell) => cell.trim());
      return /^\d+\./.test(version) ? [`${name} ${version} ${licence} ${here}`] : [];
    });
    const built = bill.components.map((one) => {
      const isBundled = one.properties.some(({ value }) => value === "true");
      const name = nameOf(one).replace(/^@libsql\/.*/, "@libsql/PLATFORM");
      return `${name} ${one.version} ${one.licenses[0]?.license.id} ${isBundled ? "bundled" : "installed"}`;
    });
    expect([...rows].sort()).toEqual([...new Set(built)].sort());
  });
});

test("the same packages make the same text, whatever the order of the bundle's files", () => {
  const locked = (more: object) => ({ version: "1.0.0", license: "MIT", integrity: "sha512-AAAA", ...more });
  const packages = {
    "": {
      name: "us",
      version: "1.0.0",
      license: "Apache-2.0",
      dependencies: { a: "1" },
      devDependencies: { b: "1", c: "1" },
    },
    "node_modules/a": locked({ optionalDependencies: { "@x/native": "1" } }),
    "node_modules/@x/native": locked({ optional: true }),
    "node_modules/b": locked({ dev: true, license: "(MIT OR Apache-2.0)", dependencies: { a: "2" } }),
    "node_modules/b/node_modules/a": locked({ version: "2.0.0", dev: true }),
    "node_modules/c": locked({ dev: true }),
  };
  const root = tmpFolder({ "package-lock.json": JSON.stringify({ packages }) });
  const inputs = ["src/x.ts", "node_modules/b/index.js", "node_modules/b/node_modules/a/a.js"];
  const made = billOfMaterials(root, inputs);
  expect(billOfMaterials(root, [...inputs].reverse())).toBe(made);
  const { components, dependencies } = JSON.parse(made) as Bill;
  expect(components.map((one) => `${one["bom-ref"]} ${one.scope}`)).toEqual([
    "pkg:npm/%40x/native@1.0.0 optional",
    "pkg:npm/a@1.0.0 required",
    "pkg:npm/a@2.0.0 required",
    "pkg:npm/b@1.0.0 required",
  ]);
  expect(dependencies.filter(({ dependsOn }) => dependsOn)).toEqual([
    { ref: "pkg:npm/a@1.0.0", dependsOn: ["pkg:npm/%40x/native@1.0.0"] },
    { ref: "pkg:npm/b@1.0.0", dependsOn: ["pkg:npm/a@2.0.0"] },
    { ref: "pkg:npm/us@1.0.0", dependsOn: ["pkg:npm/a@1.0.0", "pkg:npm/b@1.0.0"] },
  ]);
  expect(() => billOfMaterials(root, ["node_modules/unlocked/index.js"])).toThrow(
    "node_modules/unlocked has no version or licence",
  );
});
