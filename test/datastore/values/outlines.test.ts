import fc from "fast-check";
import { expect, test } from "vitest";
import { editedResources } from "../../../src/analysis/edits/resource-edit.ts";
import { kindPrefix, resourceKey } from "../../../src/datastore/keys.ts";
import type { KeyValue } from "../../../src/datastore/kv/kv.ts";
import { resourceToStore } from "../../../src/datastore/resources/stored-resource.ts";
import { decodeResource, encodeResource } from "../../../src/datastore/values/codec.ts";
import { LaterResource } from "../../../src/datastore/values/later-resource.ts";
import { outlineReader } from "../../../src/datastore/values/outlines.ts";
import { arePlainRules } from "../../../src/model/kinds/plain-rules.ts";
import {
  type CalicoVersionRules,
  calicoVersionRules,
  DEFAULT_CALICO,
  type StoredNames,
} from "../../../src/model/kinds/version.ts";
import { type Located, placeless, type Resource, resourceId } from "../../../src/model/resource.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { world } from "../../../src/policy/world/world.ts";
import { sized } from "../../support/full.ts";
import { dataText } from "../../support/worlds/edited-resources.ts";
import { madeWorlds } from "../../support/worlds.ts";
import { damaged, damages } from "./damage.ts";

/** What a value says as it is read at once, and as one that is made later; nothing where it cannot be read. */
function readTwice(kind: string, entry: KeyValue, names: StoredNames) {
  const known = outlineReader(kind, names)?.(entry);
  const read = decodeResource(kind, entry, names);
  const now = read.ok ? placeless(read.resource) : undefined;
  if (known === undefined) return { now, later: undefined };
  const later = new LaterResource(known, entry, names);
  if (!read.ok) throw new Error(`${entry.value} has an outline, and cannot be read: ${read.reason}`);
  expect(read.note).toBeUndefined();
  // Also the order of the fields.
  expect(JSON.stringify(later.resource)).toBe(JSON.stringify(read.resource));
  for (const field of ["ingress", "egress"]) {
    const rules: unknown = JSON.parse(JSON.stringify(read.resource.spec?.[field] ?? []));
    expect(arePlainRules(rules)).toBe(true);
  }
  return { now, later };
}

/** The text of a resource as an apply stores it. */
function storedText(one: Resource, calico: CalicoVersionRules): string {
  const { metadata, ...fields } = resourceToStore(one, calico);
  const identity = { uid: "9e0c3b1a-5a3f-4f4e-8d5e-0a7b3c2d1e0f", creationTimestamp: "2026-01-02T03:04:05Z" };
  return encodeResource({ ...fields, metadata: { ...metadata, ...identity } }, calico);
}

test("what has an outline can be read, and a World of outlines is that of the resources, also where values are damaged", () => {
  const taken = { selectors: 0, HostEndpoint: 0, GlobalNetworkPolicy: 0, NetworkPolicy: 0, others: 0, unreadable: 0 };
  fc.assert(
    fc.property(madeWorlds(4), damages, (made, some) => {
      const calico = calicoVersionRules(made.version) ?? DEFAULT_CALICO;
      const [now, later]: [Located[], Located[]] = [[], []];
      for (const [at, one] of made.resources.entries()) {
        const stored = storedText(one, calico);
        // Most resources of a World stay, so that flows meet them.
        const value = at % 3 === 0 ? damaged(stored, some) : stored;
        const key = resourceKey(resourceId(one), calico.storedNames);
        const read = readTwice(one.kind, { key, value, createRevision: "2", modRevision: "2" }, calico.storedNames);
        const counted = read.later === undefined ? (read.now === undefined ? "unreadable" : "others") : one.kind;
        taken[counted as keyof typeof taken]++;
        if (read.later?.ruleSelectors.length) taken.selectors++;
        if (read.now === undefined) continue;
        now.push(read.now);
        later.push(read.later ?? read.now);
      }
      const options = { calico, ...(made.services && { services: made.services }) };
      const [ofNow, ofLater] = [world(now, options), world(later, options)];
      expect(ofLater.diagnostics).toEqual(ofNow.diagnostics);
      for (const flow of made.flows)
        expect(simulate(ofLater.world, made.facts, flow)).toEqual(simulate(ofNow.world, made.facts, flow));
      expect(dataText(ofLater.world)).toBe(dataText(ofNow.world));
    }),
    { numRuns: sized(4000, 100), seed: 7 },
  );
  for (const [kind, count] of Object.entries(taken))
    expect(`${kind} ${count > sized(4000, 100) / 5}`).toBe(`${kind} true`);
});

const START = '{"kind":"KIND","apiVersion":"projectcalico.org/v3","metadata":{"name":"a"';

test.each([
  ["HostEndpoint", "ns1/a", ',"namespace":"ns1"},"spec":{"node":"n1","interfaceName":"eth0"}}'],
  ["GlobalNetworkPolicy", "ns1/a", ',"namespace":"ns1"},"spec":{"types":["Ingress"]}}'],
  ["NetworkPolicy", "a", '},"spec":{"types":["Ingress"]}}'],
])("the value of a %s under the key of no name, %s, has no outline, as it cannot be read", (kind, path, rest) => {
  const value = START.replace("KIND", kind) + rest;
  const entry = { key: kindPrefix(kind) + path, value, createRevision: "2", modRevision: "2" };
  expect(decodeResource(kind, entry, "plain")).toMatchObject({ ok: false, isNameless: true });
  expect(outlineReader(kind, "plain")?.(entry)).toBeUndefined();
});

test("what a resource that is made later is edited to is compiled, not its outline", () => {
  const value = `${START.replace("KIND", "HostEndpoint")},"labels":{"a":"x"}},"spec":{"node":"n1","interfaceName":"eth0"}}`;
  const entry = { key: `${kindPrefix("HostEndpoint")}a`, value, createRevision: "2", modRevision: "2" };
  const known = outlineReader("HostEndpoint", "plain")?.(entry);
  if (known === undefined) throw new Error("it has no outline");
  const later = new LaterResource(known, entry, "plain");
  const changes = [{ op: "set", path: ["metadata", "labels", "a"], value: "y" }] as const;
  const edited = editedResources([later], { kind: "change", of: later, changes });
  const [endpoint] = world(edited, { calico: DEFAULT_CALICO }).world.hostEndpoints.get("n1") ?? [];
  expect(endpoint?.labels.get("a")).toBe("y");
});
