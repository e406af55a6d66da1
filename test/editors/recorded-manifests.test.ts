import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readManifests } from "../../src/manifest/manifests.ts";
import { hasErrors } from "../../src/model/diagnostic.ts";
import { CALICO_VERSIONS, calicoVersionRules, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import { manifestCases, manifestText, recordedLines } from "../conformance/corpus.ts";
import { sized } from "../support/full.ts";
import { editor } from "./editor.ts";

const cases = manifestCases().map((kase) => ({ ...kase, manifest: JSON.parse(manifestText(kase.manifest)) }));

/** Whether the schema takes the manifest; if not, why. */
const why = (manifest: unknown): string =>
  editor(manifest)
    ? ""
    : (editor.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).join("; ");

describe("manifests whose answer by Calico was recorded", () => {
  test("every accepted one is taken", () => {
    const refused = cases.filter(({ accept, manifest }) => accept && !editor(manifest));
    expect(refused.map(({ id, manifest }) => `${id}: ${why(manifest)}`)).toEqual([]);
  });

  /** The share of the refused ones that the schema refuses, too. Fields of later versions are not wrong in an editor. */
  test.each([
    ["v3.9.5", 0.79],
    ["v3.32.1", 0.89],
  ])("most of those that %s refused are refused", (version, least) => {
    const refused = cases.filter(({ accept, calico }) => !accept && calico === version);
    const caught = refused.filter(({ manifest }) => !editor(manifest));
    process.stdout.write(`editor schema, refused by ${version}: ${caught.length} of ${refused.length}\n`);
    expect(caught.length / refused.length).toBeGreaterThan(least);
  });

  test("configurations of recorded flows are taken", () => {
    const scenarios = recordedLines<{ name: string; resources: readonly unknown[] }>("flows-handmade.jsonl");
    expect(scenarios.map(({ resources }) => why(resources)).filter((text) => text !== "")).toEqual([]);
    expect(scenarios.length).toBeGreaterThan(10);
  });
});

type Path = readonly (string | number)[];

/** Every place in a value. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => places(item, [...path, key]))];
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value);

/** The value with another one at a place. */
function replaced(value: unknown, path: Path, item: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return item;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  (copy as Record<string, unknown>)[key] = replaced((value as Record<string, unknown>)[key], rest, item);
  return copy;
}

/** Whether an object has a field in two cases, of which v3.32 takes the last whatever the other is. */
const hasTwins = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return false;
  const names = Object.keys(value).map((name) => name.toLowerCase());
  return new Set(names).size < names.length || Object.values(value).some(hasTwins);
};

/** Whether the validator takes the manifest in one of the versions. */
const accepted = (manifest: unknown): boolean =>
  CALICO_VERSIONS.some((version) => {
    const calico = calicoVersionRules(version) ?? DEFAULT_CALICO;
    const { resources, diagnostics } = readManifests([{ name: "case", text: JSON.stringify(manifest) }], {
      calico,
      purpose: "apply",
    });
    return resources.length === 1 && !hasErrors(diagnostics);
  });

/** Values of the recorded manifests by the name of their field, among them many that are wrong. */
const byField = new Map<string, unknown[]>();
for (const { manifest } of cases)
  for (const path of places(manifest)) {
    const field = path.findLast((key) => Number.isNaN(Number(key))) ?? "";
    byField.set(String(field), [...(byField.get(String(field)) ?? []), at(manifest, path)]);
  }
const anyValues = [...byField.values()].flat();

test("what the validator takes in some version the schema takes: recorded manifests with other values", () => {
  let taken = 0;
  const index = fc.nat({ max: 1_000_000 });
  const property = fc.property(index, index, index, fc.boolean(), (which, where, what, sameField) => {
    const manifest = cases[which % cases.length]?.manifest;
    const all = places(manifest);
    const path = all[where % all.length] ?? [];
    // The validator ignores metadata of another type where the name may be absent.
    if (path.length < 3 && (manifest.kind === "WorkloadEndpoint" || path.length < 2)) return;
    const field = String(path.findLast((key) => Number.isNaN(Number(key))) ?? "");
    const values = sameField ? (byField.get(field) ?? anyValues) : anyValues;
    const changed = replaced(manifest, path, values[what % values.length]);
    if (hasTwins(changed) || !accepted(changed)) return;
    taken++;
    expect(why(changed), JSON.stringify(changed)).toBe("");
  });
  fc.assert(property, { numRuns: sized(30_000, 3000), seed: sized(undefined, 14) as number });
  expect(taken).toBeGreaterThan(100);
});
