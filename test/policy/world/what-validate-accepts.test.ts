import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readManifests } from "../../../src/manifest/manifests.ts";
import { hasErrors } from "../../../src/model/diagnostic.ts";
import { listOrEmpty, objectOrEmpty, textOrEmpty } from "../../../src/model/json.ts";
import { allKinds } from "../../../src/model/kinds/kinds.ts";
import { CALICO_VERSIONS, calicoVersionRules } from "../../../src/model/kinds/version.ts";
import { formatAddress, parseInterfaceAddress } from "../../../src/model/net/address.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { world } from "../../../src/policy/world/world.ts";
import { recordedLines } from "../../conformance/corpus.ts";
import { untidyManifest } from "../../support/untidy.ts";

/** The kinds that the evaluator reads; a generated manifest of each must be accepted. */
const KINDS = allKinds().flatMap(({ kind, evaluated }) => (evaluated ? [kind] : []));

/**
 * What Felix does not take although calicoctl stores it: a policy of a tier that is not in the input, a workload with
 * an empty network (libcalico-go drops the endpoint), and settings that Felix replaces by its defaults (fc-spec-26).
 */
const FELIX_REFUSES = [
  /^world\.missing Global\S* \S+ is treated as missing: tier `[^`]*` does not exist/,
  /^world\.missing NetworkPolicy \S+ is treated as missing: tier `[^`]*` does not exist/,
  /^world\.missing WorkloadEndpoint \S+ is treated as missing: `` is not an address or network/,
  /^world\.setting FelixConfiguration/,
];

const NODE_ADDRESSES = [
  ...["ipv4Address", "ipv6Address", "ipv4IPIPTunnelAddr", "ipv4VXLANTunnelAddr", "ipv6VXLANTunnelAddr"],
  ...["interfaceIPv4Address", "interfaceIPv6Address"],
];

/** What the world does not read of a resource that `validate` accepts; `undefined` where `validate` refuses the text. */
function unread(text: string, version: string): string[] | undefined {
  const calico = calicoVersionRules(version) ?? expect.unreachable(version);
  const { resources, diagnostics } = readManifests([{ name: "x", text }], { calico, purpose: "create" });
  const [located] = resources;
  if (located === undefined || hasErrors(diagnostics)) return undefined;
  const compiled = world(resources, { calico });
  const findings = compiled.diagnostics
    .filter(({ code }) => code !== "world.ignored" && code !== "felix.unrunnable")
    .map(({ code, message }) => `${code} ${message}`);
  const addresses = compiled.world.nodes.get(located.resource.metadata.name)?.nets.length ?? 0;
  const { kind } = located.resource;
  return kind === "Node" && addresses !== addressesOf(located.resource)
    ? [...findings, "addresses of a Node"]
    : findings;
}

function addressesOf({ spec }: Resource): number {
  const fields = spec ?? {};
  const objects = { ...fields, ...objectOrEmpty(fields.bgp), ...objectOrEmpty(fields.wireguard) };
  const listed = listOrEmpty(fields.addresses).map((entry) => textOrEmpty(objectOrEmpty(entry).address));
  const named = NODE_ADDRESSES.map((field) => textOrEmpty(objects[field])).filter((text) => text !== "");
  for (const text of named) if (parseInterfaceAddress(text) === undefined) expect.unreachable(text);
  const addresses = [...listed, ...named].flatMap((text) => parseInterfaceAddress(text) ?? []);
  return new Set(addresses.map(formatAddress)).size;
}

/** Counts what was accepted by kind, and what of it was not read without a reason known of Felix. */
function measure(cases: Iterable<readonly [id: string, kind: string, text: string, version: string]>) {
  const accepted = new Map<string, number>();
  const wrong: string[] = [];
  let refused = 0;
  for (const [id, kind, text, version] of cases) {
    const findings = unread(text, version);
    if (findings === undefined) refused++;
    else accepted.set(kind, (accepted.get(kind) ?? 0) + 1);
    for (const finding of findings ?? [])
      if (!FELIX_REFUSES.some((known) => known.test(finding))) wrong.push(`${version} ${id}: ${finding}`);
  }
  return { accepted, wrong, refused };
}

function report(title: string, { accepted, wrong, refused }: ReturnType<typeof measure>): void {
  const total = [...accepted.values()].reduce((sum, count) => sum + count, 0);
  process.stdout.write(`${title}: ${total - wrong.length} of ${total} accepted are read (${refused} refused)\n`);
}

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly manifest: unknown;
  readonly calico: string;
}

const recorded = recordedLines<Case>("validate.jsonl").filter(({ kind }) => KINDS.includes(kind));

describe("what validate accepts, the world reads", () => {
  test("of the recorded manifests", () => {
    const repeated = (manifest: unknown) =>
      JSON.stringify(manifest).replace(/@@REPEAT:(.):(\d+)@@/g, (_all, char: string, count: string) =>
        char.repeat(Number(count)),
      );
    const measured = measure(recorded.map(({ id, kind, manifest, calico }) => [id, kind, repeated(manifest), calico]));
    report("recorded manifests", measured);
    expect(measured.wrong).toEqual([]);
    expect([...measured.accepted.keys()].sort()).toEqual([...KINDS].sort());
  });

  test("of manifests whose values are written in every way", () => {
    const texts = fc.sample(untidyManifest, { numRuns: 2000, seed: 17 });
    const cases = CALICO_VERSIONS.flatMap((version) =>
      texts.map((text) => [text, /^kind: (\w+)$/m.exec(text)?.[1] ?? "", text, version] as const),
    );
    const measured = measure(cases);
    report("generated manifests", measured);
    expect(measured.wrong).toEqual([]);
    // Both answers must come up for every kind, or the generator proves little.
    expect(KINDS.filter((kind) => (measured.accepted.get(kind) ?? 0) < 15)).toEqual([]);
    expect(measured.refused).toBeGreaterThan(500);
  });
});
