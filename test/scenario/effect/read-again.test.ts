import { expect, test } from "vitest";
import { CALICO_VERSIONS, calicoVersionRules, NEWEST_CALICO } from "../../../src/model/kinds/version.ts";
import type { Located, Resource } from "../../../src/model/resource.ts";
import { readAgain } from "../../../src/scenario/read-again.ts";

type Fields = Readonly<Record<string, unknown>>;

const located = (spec: Fields, metadata: Fields = {}, more: Partial<Located> = {}): Located => ({
  resource: {
    apiVersion: "projectcalico.org/v3",
    kind: "GlobalNetworkPolicy",
    metadata: { name: "a", ...metadata },
    spec,
  } satisfies Resource,
  locate: () => undefined,
  ...more,
});
const egress = { order: 1, egress: [{ action: "Allow" }] };

test.each<[name: string, isSame: boolean, one: Located, other: Located]>([
  ["the same fields", true, located(egress), located({ ...egress })],
  ["fields in another order", true, located(egress), located({ egress: egress.egress, order: 1 })],
  ["what only the store has", true, located(egress, { uid: "1", resourceVersion: "7" }), located(egress)],
  ["`types` that the store fills in", true, located({ ...egress, types: ["Egress"] }), located(egress)],
  ["other `types`", false, located({ ...egress, types: ["Ingress"] }), located(egress)],
  [
    "`types` of a pre-DNAT policy, of which a node has others without them",
    false,
    located({ ...egress, preDNAT: true, types: ["Egress"] }),
    located({ ...egress, preDNAT: true }),
  ],
  ["another order", false, located(egress), located({ ...egress, order: 2 })],
  ["a rule more", false, located(egress), located({ ...egress, egress: [{ action: "Allow" }, { action: "Deny" }] })],
  ["an empty clause", false, located({ egress: [{ action: "Allow", icmp: {} }] }), located({ egress: egress.egress })],
  ["other labels", false, located(egress, { labels: { a: "1" } }), located(egress, { labels: { a: "2" } })],
  ["made of an object of Kubernetes", false, located(egress, {}, { madeOf: "kubernetes" }), located(egress)],
])("a resource is taken for that of a later reading only where it says the same: %s", (_, isSame, one, other) => {
  const { resources, readAt } = readAgain([one], [other], NEWEST_CALICO);
  expect(resources[0] === other).toBe(isSame);
  expect(resources[0] === one).toBe(!isSame);
  expect([...readAt]).toEqual(isSame ? [[other, one]] : []);
});

test("what a version fills in is of that version; resources of other names and given twice are kept", () => {
  const tiered = located({ ...egress, tier: "default", types: ["Egress"] });
  const same = CALICO_VERSIONS.map((version) => {
    const calico = calicoVersionRules(version) ?? NEWEST_CALICO;
    return [calico.tiers, readAgain([tiered], [located(egress)], calico).readAt.size === 1];
  });
  for (const [hasTiers, isSame] of same) expect(isSame).toBe(hasTiers);
  const [one, again, other] = [located(egress), located(egress), located(egress)];
  expect(readAgain([one, again], [other], NEWEST_CALICO).resources).toEqual([other, again]);
  expect(readAgain([located(egress, { name: "b" })], [other], NEWEST_CALICO).readAt.size).toBe(0);
});
