import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readManifests } from "../../../src/manifest/manifests.ts";
import { convertV1 } from "../../../src/manifest/v1/convert.ts";
import { movedFrom } from "../../../src/manifest/v1/converted.ts";
import { V1, V1_KINDS } from "../../../src/manifest/v1/kinds.ts";
import { CALICO_VERSIONS, calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";

/** Reads a text as `convert` does. */
function read(text: string, version = "v3.7", ignoreValidation = false) {
  const calico = calicoVersionRules(version) ?? DEFAULT_CALICO;
  return readManifests([{ name: "f", text }], {
    calico,
    purpose: "validate",
    convert: (candidate) => convertV1(candidate, { calico, ignoreValidation }),
  });
}

/** Words that mean something somewhere in a v1 manifest, and what hostile input is made of. */
const WORD = fc.constantFrom(
  ..."allow deny tcp icmp k8s node global ingress always 10.0.0.0/8 fd00::/64 1.2.3.4 ns.pod a == 'b' has( eth0 __proto__ constructor".split(
    " ",
  ),
  "",
  "\u001b[2J",
  "-".repeat(300),
);
const FIELD = fc.constantFrom(
  ..."name node labels tags cidr scope peerIP workload orchestrator order ingress egress selector types action protocol source destination net nets tag notTag ports icmp ipip enabled mode bgp asNumber expectedIPs interfaceName profiles doNotTrack".split(
    " ",
  ),
);
const { value: VALUE } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    WORD,
    fc.integer({ min: -1, max: 70_000 }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(FIELD, tie("value"), { maxKeys: 5 }),
  ),
}));
/** What names a resource of each kind, so that many of them come as far as being converted. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  bgpPeer: ["scope", "peerIP", "node"],
  hostEndpoint: ["name", "node"],
  ipPool: ["cidr"],
  node: ["name"],
  policy: ["name"],
  profile: ["name"],
  workloadEndpoint: ["name", "workload", "orchestrator", "node"],
};
const RULE = fc.record(
  {
    action: fc.constantFrom("allow", "deny", "log", "pass"),
    protocol: WORD,
    source: fc.dictionary(fc.constantFrom("net", "tag", "notTag", "selector", "notNet"), WORD, { maxKeys: 3 }),
    destination: VALUE,
  },
  { requiredKeys: ["action"] },
);
const SPEC = fc.oneof(VALUE, fc.constant({}), fc.record({ ingress: fc.array(RULE, { maxLength: 3 }) }));
const MANIFEST = fc.constantFrom(...V1_KINDS, "pod").chain((kind) => {
  const named = fc.record(Object.fromEntries((IDENTITY[kind] ?? []).map((field) => [field, WORD])));
  return fc.record(
    { apiVersion: fc.constant(V1), kind: fc.constant(kind), metadata: fc.oneof(VALUE, named, named), spec: SPEC },
    { requiredKeys: ["apiVersion", "kind"] },
  );
});

describe("any v1 manifest", () => {
  test.each(CALICO_VERSIONS)("it is read or refused, with places, and never throws (%s)", (version) => {
    fc.assert(
      fc.property(MANIFEST, fc.boolean(), (manifest, ignore) => {
        const text = JSON.stringify(manifest);
        const { resources, diagnostics } = read(text, version, ignore);
        expect(resources.length + diagnostics.length).toBeGreaterThan(0);
        for (const { span, message } of diagnostics) {
          expect(span?.start.line).toBe(1);
          expect(span?.end.column).toBeLessThanOrEqual(text.length + 1);
          expect(message).not.toContain("undefined");
        }
        for (const { resource, locate } of resources) {
          expect(resource.apiVersion).toBe("projectcalico.org/v3");
          expect(locate(["metadata", "name"])?.source).toBe("f");
        }
      }),
      { numRuns: 1500, seed: 1 },
    );
  });

  test("what it becomes is what v3 reads unchanged", () => {
    const kinds: Record<string, number> = {};
    fc.assert(
      fc.property(MANIFEST, (manifest) => {
        const first = read(JSON.stringify(manifest), "v3.7", true);
        for (const { resource } of first.resources) {
          kinds[resource.kind] = (kinds[resource.kind] ?? 0) + 1;
          const again = read(JSON.stringify(resource)).resources[0]?.resource;
          expect(again).toEqual(resource);
        }
      }),
      { numRuns: 1500, seed: 1 },
    );
    // The property says nothing where nothing is converted.
    expect(Object.keys(kinds).length).toBeGreaterThan(4);
    expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(200);
  });
});

test("where a field was: by the longest path that moved", () => {
  const moved = [
    [
      ["spec", "nets", 0],
      ["spec", "net"],
    ],
    [
      ["spec", "nets", 1],
      ["spec", "nets", 0],
    ],
    [
      ["spec", "node"],
      ["metadata", "node"],
    ],
    [["spec"], ["spec"]],
  ] as const;
  for (const [to, from] of [
    [
      ["spec", "nets", 0],
      ["spec", "net"],
    ],
    [
      ["spec", "nets", 1, "x"],
      ["spec", "nets", 0, "x"],
    ],
    [
      ["spec", "nets", 2],
      ["spec", "nets", 2],
    ],
    [
      ["spec", "node"],
      ["metadata", "node"],
    ],
    [
      ["metadata", "name"],
      ["metadata", "name"],
    ],
    [[], []],
  ] as const)
    expect(movedFrom(to, moved)).toEqual(from);
});
