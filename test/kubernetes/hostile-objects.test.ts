import fc from "fast-check";
import { expect, test } from "vitest";
import { withHostEndpoints } from "../../src/kubernetes/host-endpoints/with-host-endpoints.ts";
import { overlaidObjects } from "../../src/kubernetes/overlaid-objects.ts";
import { readObject } from "../../src/kubernetes/read-object.ts";
import { clusterNat } from "../../src/kubernetes/services/node-nat.ts";
import { serviceMembers } from "../../src/kubernetes/services/service-members.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { CALICO_VERSIONS, calicoVersionRules } from "../../src/model/kinds/version.ts";
import { hasHarmful } from "../../src/model/printable.ts";
import { simulate } from "../../src/policy/simulate.ts";
import { compileNode } from "../../src/policy/tables/evaluate.ts";
import { world } from "../../src/policy/world/world.ts";
import { recordedLines } from "../conformance/corpus.ts";
import { unlocated } from "../policy/support.ts";
import { pick } from "../support/arbitraries.ts";
import { session } from "../support/cli.ts";
import { sized } from "../support/full.ts";
import { tmpFolder } from "../support/tmp.ts";

/** Recorded objects, a few of each kind, and the kinds that decide about host endpoints. */
const OBJECTS: readonly JsonObject[] = (() => {
  const kinds = new Map<string, JsonObject[]>();
  for (const { input } of recordedLines<{ readonly input: { readonly objects: readonly JsonObject[] } }>(
    "kubernetes.jsonl",
  )) {
    for (const object of input.objects) {
      const list = kinds.get(String(object.kind)) ?? [];
      kinds.set(String(object.kind), list);
      const isLarger = JSON.stringify(object).length > JSON.stringify(list.at(-1) ?? "").length;
      if (list.length < 6 || isLarger) list.push(object);
    }
  }
  const hostEndpoint = {
    autoCreate: "Enabled",
    templates: [
      {
        generateName: "t",
        interfaceCIDRs: ["10.0.0.0/8"],
        interfacePattern: "eth",
        labels: { a: "b" },
        nodeSelector: "all()",
      },
    ],
  };
  const configuration = {
    apiVersion: "crd.projectcalico.org/v1",
    kind: "KubeControllersConfiguration",
    metadata: { name: "default" },
    spec: { controllers: { node: { hostEndpoint } } },
  };
  return [...kinds.values()].flatMap((list) => list.slice(-6)).concat(configuration);
})();

/** Values that no field expects: of every type, and texts that a terminal acts on. */
const value = pick<unknown>(
  ...[null, true, 0, -1, 1e21, 65_536, 0.5, "", " ", "x", "-", "/", "10.0.0.0/33", "::", "1.2.3.4", "all()", "=="],
  ...[
    "\u202e",
    "\0",
    "a\nb",
    "\ud800",
    "__proto__",
    "constructor",
    "{",
    '{"labels":1,"name":2}',
    '[1,{"a":[]}]',
    "9".repeat(400),
  ],
  ...[
    [],
    {},
    [null],
    [[]],
    [{}],
    [1, "x"],
    { a: null },
    { name: {} },
    { "\u202e": "\u202e" },
    [{ name: 1, port: "x" }],
  ],
);
type Path = readonly (string | number)[];

function paths(of: unknown, base: Path = []): Path[] {
  if (typeof of !== "object" || of === null) return [base];
  const entries = Array.isArray(of) ? [...of.entries()] : Object.entries(of);
  return [base, ...entries.flatMap(([key, inner]) => paths(inner, [...base, key]))];
}

/** The object with another value at one of its paths, but for itself. */
function changed(object: JsonObject, place: number, other: unknown): JsonObject {
  const all = paths(object).slice(1);
  const path = all[place % all.length] ?? [];
  const copy = structuredClone(object);
  let inner: unknown = copy;
  for (const key of path.slice(0, -1)) inner = (inner as Record<string | number, unknown>)[key];
  (inner as Record<string | number, unknown>)[path.at(-1) ?? ""] = other;
  return copy;
}

const object = fc
  .tuple(pick(...OBJECTS), fc.array(fc.tuple(fc.nat(10_000), value), { minLength: 1, maxLength: 3 }))
  .map(([whole, changes]) => changes.reduce((before, [place, other]) => changed(before, place, other), whole));
const dump = fc.array(fc.oneof({ arbitrary: object, weight: 2 }, { arbitrary: pick(...OBJECTS), weight: 1 }), {
  minLength: 1,
  maxLength: 12,
});
const VERSIONS = CALICO_VERSIONS.map((version) => calicoVersionRules(version) ?? expect.unreachable(version));

test("no field of an object makes conversion, translations or simulation throw", () => {
  let evaluated = 0;
  fc.assert(
    fc.property(dump, pick(...VERSIONS), (objects, calico) => {
      const all = overlaidObjects([], objects);
      const read = all.flatMap((one) => readObject(one, calico, "default")?.resource ?? []);
      const { resources } = withHostEndpoints(read.map(unlocated), calico);
      const services = serviceMembers(all);
      const compiled = world(resources, { calico, ...(services && { services }) }).world;
      const facts = { node: "node1", ...clusterNat(all).ofNode("node1") };
      const flow = { from: { interface: "eth0" }, protocol: "TCP", srcIP: "10.0.0.9", srcPort: 4000, dstPort: 31_852 };
      for (const dstIP of ["10.0.0.1", "192.168.1.10", "10.96.0.100"]) {
        simulate(compiled, facts, { ...flow, dstIP });
        compileNode(compiled, facts).simulate({ ...flow, dstIP });
        evaluated++;
      }
    }),
    { numRuns: sized(4000, 400), seed: 42 },
  );
  expect(evaluated).toBeGreaterThan(1000);
});

test("what is said of such a dump can be shown", async () => {
  const run = session(tmpFolder(), { unguarded: true });
  await fc.assert(
    fc.asyncProperty(
      dump,
      pick("v3.32", "v3.9"),
      pick("simulate", "convert", "validate"),
      async (items, version, command) => {
        const text = JSON.stringify({ apiVersion: "v1", kind: "List", items });
        const packet = command === "simulate" ? "--offline --from external:203.0.113.9 --to 10.0.0.1 tcp 31852" : "";
        const { code, stdout, stderr } = await run(`${command} --calico-version ${version} -f - ${packet}`, text);
        expect([0, 1, 2, 3]).toContain(code);
        expect(stderr).not.toContain("internal error");
        expect([stdout, stderr].map(hasHarmful)).toEqual([false, false]);
      },
    ),
    { numRuns: sized(250, 40), seed: 42 },
  );
});
