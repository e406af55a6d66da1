import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { type FieldNode, ORDER } from "../../src/generated/order.ts";
import { canonical } from "../../src/manifest/canonical.ts";
import { readManifests } from "../../src/manifest/manifests.ts";
import { withDefaults } from "../../src/model/defaults.ts";
import { hasErrors } from "../../src/model/diagnostic.ts";
import type { Resource } from "../../src/model/resource.ts";
import { DEFAULT_PROFILE, type VersionProfile, versionProfile } from "../../src/model/version.ts";
import { needsCorpus, recordedLines } from "./corpus.ts";

/** A line of validate.jsonl. */
interface Case {
  readonly id: string;
  readonly kind: string;
  readonly manifest: unknown;
  readonly calico: string;
  readonly accept: boolean;
  readonly stored?: Readonly<Record<string, Resource | string>>;
}

const MAIN_KINDS = ["HostEndpoint", "GlobalNetworkPolicy", "Node"];

/** The manifest as JSON text, with `@@REPEAT:x:N@@` written out. */
const manifestText = (manifest: unknown): string =>
  JSON.stringify(manifest).replace(/@@REPEAT:(.):(\d+)@@/g, (_all, char: string, count: string) =>
    char.repeat(Number(count)),
  );

const read = (manifest: unknown, profile: VersionProfile) =>
  readManifests([{ name: "case", text: manifestText(manifest) }], { profile, purpose: "create" });

const cases = recordedLines<Case>("validate.jsonl");

/** Compares acceptance of one version's cases; prints the figures and every disagreement, and gives the ratios. */
function measure(calico: string, count: (kase: Case) => boolean) {
  const profile = versionProfile(calico) ?? DEFAULT_PROFILE;
  const chosen = cases.filter((kase) => kase.calico === calico && count(kase));
  const misses = chosen.filter((kase) => {
    const { resources, diagnostics } = read(kase.manifest, profile);
    return (resources.length === 1 && !hasErrors(diagnostics)) !== kase.accept;
  });
  return { of: chosen.length, agreed: chosen.length - misses.length, misses: misses.map(({ id }) => id) };
}

function report(title: string, { of, agreed, misses }: ReturnType<typeof measure>): number {
  process.stdout.write(`${title}: ${agreed} of ${of}${misses.length > 0 ? `; not: ${misses.join(", ")}` : ""}\n`);
  return agreed / of;
}

describe.skipIf(cases.length === 0)(`acceptance of recorded manifests${needsCorpus}`, () => {
  test.each([
    { calico: "v3.9.5", least: 0.995, leastMain: 0.995 },
    { calico: "v3.32.1", least: 0.9, leastMain: 0.98 },
  ])("$calico", ({ calico, least, leastMain }) => {
    const all = report(
      `validate ${calico}`,
      measure(calico, () => true),
    );
    const main = report(
      `validate ${calico}, ${MAIN_KINDS.join(", ")}`,
      measure(calico, ({ kind }) => MAIN_KINDS.includes(kind)),
    );
    expect(all).toBeGreaterThanOrEqual(least);
    expect(main).toBeGreaterThanOrEqual(leastMain);
  });

  test("refused configurations of flows-rejects.jsonl are refused", () => {
    const rejects = recordedLines<{ name: string; calico: string; resources: readonly unknown[] }>(
      "flows-rejects.jsonl",
    );
    const accepted = rejects.filter(({ calico, resources }) => {
      const profile = versionProfile(calico) ?? DEFAULT_PROFILE;
      return !hasErrors(read(resources, profile).diagnostics);
    });
    process.stdout.write(`flows-rejects: ${rejects.length - accepted.length} of ${rejects.length}\n`);
    expect(accepted.map(({ name }) => name)).toEqual([]);
  });

  test("configurations of flows-handmade.jsonl are accepted", () => {
    const scenarios = recordedLines<{ name: string; resources: readonly unknown[] }>("flows-handmade.jsonl");
    const refused = scenarios.flatMap(({ name, resources }) => {
      const { diagnostics } = readManifests([{ name, text: JSON.stringify(resources) }], {
        profile: DEFAULT_PROFILE,
        purpose: "apply",
      });
      return diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => `${name}: ${message}`);
    });
    expect(refused).toEqual([]);
  });
});

/** What the datastore makes of a resource: fields in stored order, absent ones that are always stored filled in. */
function stored(node: FieldNode | undefined, value: unknown, version: string): unknown {
  if (node?.kind === "list" && Array.isArray(value)) return value.map((item) => stored(node.items, item, version));
  if (node?.kind !== "object" || value === null || typeof value !== "object") return value;
  const given = value as Readonly<Record<string, unknown>>;
  const entries = Object.entries(node.fields).flatMap(([name, field]) => {
    if (Object.hasOwn(given, name)) return [[name, stored(field.node, given[name], version)] as const];
    if (field.stored === undefined || !Object.hasOwn(field.stored, version)) return [];
    return [[name, stored(field.node, field.stored[version], version)] as const];
  });
  return Object.fromEntries(entries);
}

describe.skipIf(cases.length === 0)(`what is stored of accepted manifests${needsCorpus}`, () => {
  const accepted = cases.filter(({ calico, accept }) => calico === "v3.9.5" && accept);

  test("v3.9.5: the same bytes in `spec`", () => {
    const profile = DEFAULT_PROFILE;
    const wrong = accepted.flatMap(({ id, kind, manifest, stored: values = {} }) => {
      const resource = read(manifest, profile).resources[0]?.resource;
      const real = Object.values(values).find((value) => typeof value !== "string" && value.kind === kind);
      if (resource === undefined || real === undefined || typeof real === "string") return [];
      const ours = stored(ORDER[kind], withDefaults(resource, profile), profile.version) as Resource;
      return JSON.stringify(ours.spec) === JSON.stringify(real.spec) ? [] : [id];
    });
    process.stdout.write(`stored v3.9.5: ${accepted.length - wrong.length} of ${accepted.length}\n`);
    expect(wrong).toEqual([]);
  });

  test("making a resource canonical, and filling in defaults, twice changes nothing", () => {
    const profile = DEFAULT_PROFILE;
    const changed = accepted.flatMap(({ id, kind, manifest }) => {
      const resource = read(manifest, profile).resources[0]?.resource;
      if (resource === undefined) return [id];
      const full = withDefaults(resource, profile);
      const same =
        isDeepStrictEqual(canonical(kind, resource, profile).resource, resource) &&
        isDeepStrictEqual(withDefaults(full, profile), full);
      return same ? [] : [id];
    });
    expect(changed).toEqual([]);
  });
});
