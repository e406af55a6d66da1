import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { openDatastore } from "../../src/datastore/open.ts";
import { ORDER } from "../../src/generated/order.ts";
import { canonical } from "../../src/manifest/canonical.ts";
import { readManifests } from "../../src/manifest/manifests.ts";
import { hasErrors } from "../../src/model/diagnostic.ts";
import { withDefaults } from "../../src/model/kinds/defaults.ts";
import { type CalicoVersionRules, calicoVersionRules, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import type { Resource } from "../../src/model/resource.ts";
import { embeddedConfig } from "../datastore/stores.ts";
import { tmpFolder } from "../support/tmp.ts";
import { type ManifestCase, manifestCases, manifestText, recordedLines } from "./corpus.ts";
import { stored } from "./stored.ts";

const MAIN_KINDS = ["HostEndpoint", "GlobalNetworkPolicy", "Node"];

const read = (manifest: unknown, calico: CalicoVersionRules) =>
  readManifests([{ name: "case", text: manifestText(manifest) }], { calico, purpose: "create" });

const cases = manifestCases();

/** Compares acceptance of one version's cases; prints the figures and every disagreement, and gives the ratios. */
function measure(calico: string, count: (kase: ManifestCase) => boolean) {
  const profile = calicoVersionRules(calico) ?? DEFAULT_CALICO;
  const chosen = cases.filter((kase) => kase.calico === calico && count(kase));
  const misses = chosen.filter((kase) => {
    const { resources, diagnostics } = read(kase.manifest, profile);
    return (resources.length === 1 && !hasErrors(diagnostics)) !== kase.accept;
  });
  return { of: chosen.length, agreed: chosen.length - misses.length, misses: misses.map(({ id }) => id) };
}

/** Those of the manifests that a new store of that version does not take: what they refer to is not in it. */
async function refusedByStore(calico: string, ids: readonly string[]): Promise<string[]> {
  const profile = calicoVersionRules(calico) ?? DEFAULT_CALICO;
  const refused: string[] = [];
  for (const { id, manifest } of cases.filter((kase) => kase.calico === calico && ids.includes(kase.id))) {
    const resource = read(manifest, profile).resources[0]?.resource;
    const store = await openDatastore(embeddedConfig(`${tmpFolder()}/store.db`), { timeoutMs: 1000, calico: profile });
    const result = resource && (await store.create(resource));
    await store.close();
    if (result?.kind === "refused") refused.push(id);
  }
  return refused;
}

/** The figures of each kind: `HostEndpoint 244 of 244, ...`. */
function perKind(calico: string): string {
  const kinds = [...new Set(cases.map(({ kind }) => kind))];
  const figures = kinds.map((kind) => {
    const { of, agreed } = measure(calico, (kase) => kase.kind === kind);
    return `${kind} ${agreed} of ${of}`;
  });
  return `validate ${calico} by kind: ${figures.join(", ")}`;
}

function report(title: string, { of, agreed, misses }: ReturnType<typeof measure>): number {
  process.stdout.write(`${title}: ${agreed} of ${of}${misses.length > 0 ? `; not: ${misses.join(", ")}` : ""}\n`);
  return agreed / of;
}

describe("acceptance of recorded manifests", () => {
  test.each([
    { calico: "v3.9.5", least: 0.995, leastMain: 0.995 },
    { calico: "v3.32.1", least: 0.98, leastMain: 0.98 },
  ])("$calico", async ({ calico, least, leastMain }) => {
    const measured = measure(calico, () => true);
    const all = report(`validate ${calico}`, measured);
    const refused = await refusedByStore(calico, measured.misses);
    process.stdout.write(`validate ${calico}: ${refused.length} of the rest are refused by the datastore\n`);
    expect(refused).toEqual(measured.misses);
    const main = report(
      `validate ${calico}, ${MAIN_KINDS.join(", ")}`,
      measure(calico, ({ kind }) => MAIN_KINDS.includes(kind)),
    );
    process.stdout.write(`${perKind(calico)}\n`);
    expect(all).toBeGreaterThanOrEqual(least);
    expect(main).toBeGreaterThanOrEqual(leastMain);
  });

  test("refused configurations of flows-rejects.jsonl are refused", () => {
    const rejects = recordedLines<{ name: string; calico: string; resources: readonly unknown[] }>(
      "flows-rejects.jsonl",
    );
    const accepted = rejects.filter(({ calico, resources }) => {
      const profile = calicoVersionRules(calico) ?? DEFAULT_CALICO;
      return !hasErrors(read(resources, profile).diagnostics);
    });
    process.stdout.write(`flows-rejects: ${rejects.length - accepted.length} of ${rejects.length}\n`);
    expect(accepted.map(({ name }) => name)).toEqual([]);
  });

  test("configurations of flows-handmade.jsonl are accepted", () => {
    const scenarios = recordedLines<{ name: string; resources: readonly unknown[] }>("flows-handmade.jsonl");
    const refused = scenarios.flatMap(({ name, resources }) => {
      const { diagnostics } = readManifests([{ name, text: JSON.stringify(resources) }], {
        calico: DEFAULT_CALICO,
        purpose: "apply",
      });
      return diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => `${name}: ${message}`);
    });
    expect(refused).toEqual([]);
  });
});

describe("what is stored of accepted manifests", () => {
  const accepted = cases.filter(({ calico, accept }) => calico === "v3.9.5" && accept);

  test.each(["v3.9.5", "v3.32.1"])("%s: the same bytes in `spec` and `status`", (version) => {
    const profile = calicoVersionRules(version) ?? DEFAULT_CALICO;
    const taken = cases.filter(({ calico, accept }) => calico === version && accept);
    const wrong = taken.flatMap(({ id, kind, manifest, stored: values = {} }) => {
      const resource = read(manifest, profile).resources[0]?.resource;
      const { name } = resource?.metadata ?? {};
      const isIt = (value: Resource | string) =>
        typeof value !== "string" && value.kind === kind && value.metadata.name.replace(/^default\./, "") === name;
      const real = Object.values(values).find(isIt);
      if (resource === undefined || real === undefined || typeof real === "string") return [];
      const ours = stored(ORDER[kind], withDefaults(resource, profile), profile.version) as Resource;
      const same =
        JSON.stringify(ours.spec) === JSON.stringify(real.spec) && isDeepStrictEqual(ours.status, real.status);
      if (!same) process.stderr.write(`${id}: ${JSON.stringify(ours.spec)} recorded: ${JSON.stringify(real.spec)}\n`);
      return same ? [] : [id];
    });
    process.stdout.write(`stored ${version}: ${taken.length - wrong.length} of ${taken.length}\n`);
    expect(wrong).toEqual([]);
  });

  test("making a resource canonical, and filling in defaults, twice changes nothing", () => {
    const calico = DEFAULT_CALICO;
    const changed = accepted.flatMap(({ id, kind, manifest }) => {
      const resource = read(manifest, calico).resources[0]?.resource;
      if (resource === undefined) return [id];
      const full = withDefaults(resource, calico);
      const same =
        isDeepStrictEqual(canonical(kind, resource, calico).resource, resource) &&
        isDeepStrictEqual(withDefaults(full, calico), full);
      return same ? [] : [id];
    });
    expect(changed).toEqual([]);
  });
});

/** A line of cli.jsonl, as far as it is about what a manifest says. */
interface CliCase {
  readonly name: string;
  readonly family: string;
  readonly calico: string;
  readonly argv: readonly string[];
  readonly stdin?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly exit: number | null;
  /** Of a failure: the manifest is the cause; otherwise the command line, the datastore, or the way to it. */
  readonly manifestAtFault?: true;
  readonly etcd_after?: Readonly<Record<string, Resource | string>>;
}

/** Where we take what calicoctl refuses, on purpose. */
const TAKEN = new Set(["create-kindlist", "delete-kindlist", "delete-typedlist", "replace-typedlist"]);

const commands = recordedLines<CliCase>("cli.jsonl").flatMap((kase) => {
  const file = kase.argv[kase.argv.indexOf("-f") + 1];
  const [purpose] = kase.argv;
  const text = file === "-" ? kase.stdin : file === undefined ? undefined : kase.files?.[file];
  const reads =
    purpose === "create" || purpose === "apply" || purpose === "replace" || purpose === "delete" || purpose === "get";
  if (kase.calico !== "v3.9.5" || !kase.argv.includes("-f") || !reads || typeof text !== "string") return [];
  return [{ ...kase, purpose, text } as const];
});

describe("manifests of recorded command lines", () => {
  const accepts = ({ text, purpose }: (typeof commands)[number]) => {
    const { resources, diagnostics } = readManifests([{ name: "<stdin>", text }], {
      calico: DEFAULT_CALICO,
      purpose,
    });
    return resources.length > 0 && !hasErrors(diagnostics);
  };

  test("what succeeded is taken", () => {
    const succeeded = commands.filter(({ exit }) => exit === 0);
    const refused = succeeded.filter((kase) => !accepts(kase));
    process.stdout.write(`manifests that succeeded: ${succeeded.length - refused.length} of ${succeeded.length}\n`);
    expect(refused.map(({ name }) => name)).toEqual([]);
  });

  test("what failed for the manifest's sake is refused", () => {
    const failed = commands.filter(({ name, manifestAtFault }) => manifestAtFault === true && !TAKEN.has(name));
    const taken = failed.filter(accepts);
    process.stdout.write(`manifests that failed: ${failed.length - taken.length} of ${failed.length}\n`);
    expect(taken.map(({ name }) => name)).toEqual([]);
  });

  test("YAML's scalars become the same values", () => {
    const created = commands.filter(({ family, exit }) => family === "yaml" && exit === 0);
    const wrong = created.flatMap((kase) => {
      const [located] = readManifests([{ name: "x", text: kase.text }], {
        calico: DEFAULT_CALICO,
        purpose: kase.purpose,
      }).resources;
      const [real] = Object.values(kase.etcd_after ?? {});
      if (located === undefined || real === undefined) return [];
      const theirs = typeof real === "string" ? (JSON.parse(real) as Resource) : real;
      const { resource } = located;
      const ours = stored(ORDER[resource.kind], withDefaults(resource, DEFAULT_CALICO), "v3.7") as Resource;
      const same =
        isDeepStrictEqual(ours.spec, theirs.spec) &&
        isDeepStrictEqual(ours.metadata.labels, theirs.metadata.labels) &&
        isDeepStrictEqual(ours.metadata.annotations, theirs.metadata.annotations);
      return same ? [] : [kase.name];
    });
    expect(created.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });
});
