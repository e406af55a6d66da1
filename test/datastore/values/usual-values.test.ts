import fc from "fast-check";
import { expect, test } from "vitest";
import { resourceKey } from "../../../src/datastore/keys.ts";
import { type Decoded, decodeResource, encodeResource, usualReaderOf } from "../../../src/datastore/values/codec.ts";
import { hasPlainRules, mayHaveSelectors } from "../../../src/model/kinds/later-rules.ts";
import { arePlainRules, haveSelectors } from "../../../src/model/kinds/plain-rules.ts";
import { calicoVersionRules, DEFAULT_CALICO, type StoredNames } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { resourceId } from "../../../src/model/resource.ts";
import { fields, maybe, pick, some } from "../../support/arbitraries.ts";
import { sized } from "../../support/full.ts";
import { madeWorlds } from "../../support/worlds.ts";
import { damaged, damages } from "./damage.ts";

const FIELDS = ["ingress", "egress"] as const;

/** What is read of a value by the pattern of its kind, and one by one; and whether the pattern took it. */
function readTwice(kind: string, name: string, value: string, names: StoredNames) {
  const key = resourceKey({ kind, name }, names);
  const entry = { key, value, createRevision: "2", modRevision: "2" };
  const usual = usualReaderOf(kind, names);
  const quick = decodeResource(kind, entry, names, usual);
  const slow = decodeResource(kind, entry, names);
  expectKnownRules(quick);
  expect(quick).toEqual(slow);
  // Also the order of the fields.
  expect(JSON.stringify(quick)).toBe(JSON.stringify(slow));
  return { isUsual: usual?.(value) !== undefined, ok: slow.ok };
}

/** That what is said of rules before they are made holds for them. */
function expectKnownRules(decoded: Decoded): void {
  if (!decoded.ok) return;
  const { spec } = decoded.resource;
  for (const field of FIELDS) {
    const [isPlain, mayHave] = [hasPlainRules(spec, field), mayHaveSelectors(spec, field)];
    const rules = spec?.[field] ?? [];
    // Rules are remembered by their list; a copy is looked at.
    const copy: unknown = JSON.parse(JSON.stringify(rules));
    expect(isPlain).toBe(arePlainRules(copy));
    if (arePlainRules(copy) && haveSelectors(copy)) expect(mayHave).toBe(true);
  }
}

test("a value is read alike by the pattern of its kind and field by field, also where it is damaged", () => {
  const taken = { usual: 0, others: 0, refused: 0 };
  fc.assert(
    fc.property(madeWorlds(1), damages, (made, some) => {
      const calico = calicoVersionRules(made.version) ?? DEFAULT_CALICO;
      for (const one of made.resources) {
        const text = damaged(encodeResource(one, calico), some);
        const { kind, name } = resourceId(one);
        const { isUsual, ok } = readTwice(kind, name, text, calico.storedNames);
        taken[isUsual ? "usual" : ok ? "others" : "refused"]++;
      }
    }),
    { numRuns: sized(4000, 100), seed: 5 },
  );
  expect(Object.values(taken).every((count) => count > sized(4000, 100))).toBe(true);
});

const net = pick(
  "10.0.0.0/8",
  "10.0.0.1",
  "10.0.0.0/33",
  "10.0.0.256",
  "10.0.0.0/08",
  "fd00::/8",
  "::ffff:1.2.3.4",
  "abc",
  "1:2",
);
const port = pick<unknown>(1, 80, 0, 9999, 60_000, 65_535, 65_536, "80", "80:90", "90:80", "http", "a:b", "", "x y");
const selector = pick(
  "",
  "all()",
  "a == 'b'",
  'a == "b"',
  "a == '\"nets\":[1]'",
  "has(a) && b < 'é'",
  "1.2",
  '"ports":["x y"]',
);
const side = fields({
  nets: maybe(some(net)),
  notNets: maybe(some(net)),
  ports: maybe(some(port)),
  notPorts: maybe(some(port)),
  selector: maybe(selector),
  notSelector: maybe(selector),
  namespaceSelector: maybe(selector),
  serviceAccounts: maybe(pick({ names: ["a"] })),
});
const rule = fields({
  action: pick("Allow", "Deny", "Pass", "Log", "allow"),
  ipVersion: maybe(pick(4, 6, 5)),
  protocol: maybe(pick<unknown>("TCP", "UDP", "TCP", "UDP", "SCTP", "ICMP", "tcp", 6)),
  icmp: maybe(pick({ type: 8 })),
  source: maybe(side),
  destination: maybe(side),
});

test("policies are read alike, and what is said of their rules before they are made holds", () => {
  const taken = { usual: 0, others: 0 };
  const policy = fc.record({
    ingress: maybe(fc.array(rule, { maxLength: 2 })),
    egress: maybe(fc.array(rule, { maxLength: 2 })),
    order: maybe(pick(1, 1.5, -3)),
    selector: maybe(selector),
    labels: maybe(pick({ a: "b" }, { 2: "b", 1: "a" }, JSON.parse('{"__proto__":"x"}') as object)),
    kind: pick("GlobalNetworkPolicy", "Profile", "StagedGlobalNetworkPolicy"),
    version: pick("v3.7", "v3.32"),
  });
  fc.assert(
    fc.property(policy, ({ kind, version, labels, ingress, egress, order, selector: selected }) => {
      const calico = calicoVersionRules(version) ?? DEFAULT_CALICO;
      const spec = { order, ingress, egress, selector: selected };
      const given = Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== undefined));
      const resource = {
        apiVersion: "projectcalico.org/v3",
        kind,
        metadata: { name: "a", labels },
        spec: given,
      } as Resource;
      const { isUsual } = readTwice(kind, "a", encodeResource(resource, calico), calico.storedNames);
      taken[isUsual ? "usual" : "others"]++;
    }),
    { numRuns: sized(40_000, 600), seed: 3 },
  );
  expect(Math.min(taken.usual, taken.others)).toBeGreaterThan(sized(4000, 60));
});

test.each([
  ['"ingress":[]"egress":[]'],
  ['"ingress":[]"types":["Ingress"]'],
  ['"ingress":[],"egress":[]"types":["Ingress"]'],
  ['"order":1"ingress":[]'],
  ['"ingress":[],'],
  ['"ingress":[],,"egress":[]'],
  ['"ingress":[]}"egress":[]'],
])("a spec without a comma where one belongs, or with one too many, is refused: %s", (fields) => {
  const value = `{"kind":"GlobalNetworkPolicy","apiVersion":"projectcalico.org/v3","metadata":{"name":"a"},"spec":{${fields}}}`;
  expect(readTwice("GlobalNetworkPolicy", "a", value, "prefixed")).toEqual({ isUsual: false, ok: false });
});

const PLAIN_RULE = { action: "Allow", protocol: "TCP", source: { nets: ["10.0.0.0/8"] }, destination: { ports: [80] } };

test.each([
  ["few rules", 3],
  ["rules of nearly as many characters as a pattern is asked about", 950],
  ["more rules than that", 20_000],
])("%s are read alike", (_, count) => {
  const spec = { ingress: Array.from({ length: count }, () => PLAIN_RULE), selector: "x".repeat(90_000 / count) };
  const resource = { apiVersion: "projectcalico.org/v3", kind: "GlobalNetworkPolicy", metadata: { name: "a" }, spec };
  const { isUsual, ok } = readTwice("GlobalNetworkPolicy", "a", encodeResource(resource, DEFAULT_CALICO), "prefixed");
  expect([isUsual, ok]).toEqual([count < 1000, true]);
});
