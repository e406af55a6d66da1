import fc from "fast-check";
import { expect, test } from "vitest";
import { type Address, parseAddress } from "../../../../src/model/net/address.ts";
import type { Resource } from "../../../../src/model/resource.ts";
import { type AddressClasses, compileAddressClasses } from "../../../../src/policy/tables/classes/address-classes.ts";
import { isIn } from "../../../../src/policy/tables/classes/address-ranges.ts";
import { findAddress } from "../../../../src/policy/tables/classes/address-trie.ts";
import type { Field } from "../../../../src/policy/tables/classes/criterion-table.ts";
import type { SetRef } from "../../../../src/policy/world/compiled.ts";
import { addressSet, inAddressSet } from "../../../../src/policy/world/ip-sets.ts";
import { gnp, hep, netset, wep, worldOf } from "../../support.ts";

const SELECTORS = [
  "all()",
  "a == 'x'",
  "a in {'x', 'y'} && b == 'x'",
  "a != 'x'",
  "!has(b)",
  "c == 'x'",
  "c == 'x' || d == 'x'",
  "e == 'x' && has(f)",
  "f not in {'x'}",
  "g == 'y'",
];
const NETS = ["10.0.0.0/8", "10.0.0.0/30", "10.0.0.1/32", "10.0.0.2/32", "10.9.0.0/16", "fd00::/8", "fd00::1/128"];
const ADDRESSES = [
  "10.0.0.0",
  "10.0.0.1",
  "10.0.0.2",
  "10.0.0.3",
  "10.9.9.9",
  "11.0.0.0",
  "fd00::1",
  "fd00::2",
  "fe80::1",
];

function wordsOf({ trie4, wordsOf6 }: AddressClasses, { family, value }: Address): readonly number[] {
  if (family === 6) return wordsOf6(value);
  const at = findAddress(trie4, Number(value));
  return [...trie4.entries.subarray(at, at + 2)];
}

function readField(words: readonly number[], { word, from, domain }: Field): number {
  const above = ((words[word] ?? 0) >>> from) >>> 0;
  return above % 2 ** Math.ceil(Math.log2(domain));
}

/** Whether the classes say that the address is in the set. */
function isInSet(classes: AddressClasses, ref: SetRef, text: string): boolean {
  const address = parseAddress(text);
  const number = classes.labelSubsetOf(ref);
  const subset = classes.labelSubsets[number];
  if (!address || !subset) throw new Error(text);
  return isIn(subset.inSet(ref), readField(wordsOf(classes, address), subset.field));
}

const labels = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"), fc.constantFrom("x", "y"));
const nets = fc.uniqueArray(fc.constantFrom(...NETS), { maxLength: 3 });
const member = fc.tuple(fc.constantFrom("set", "hep", "wep"), nets, labels);

function resourceOf([kind, of, own]: [string, string[], Record<string, string>], index: number): Resource {
  if (kind === "set") return netset(`s${index}`, of, own);
  return kind === "hep"
    ? hep(`h${index}`, { expectedIPs: of }, own)
    : wep(`w${index}`, "10.0.0.2/32", { ipNetworks: of }, own);
}

test("label subsets say of every address and selector what the address sets of the explaining evaluator say", () => {
  const property = fc.property(
    fc.array(member, { maxLength: 8 }),
    fc.uniqueArray(fc.constantFrom(...SELECTORS), { minLength: 1 }),
    (members, selectors) => {
      const rules = selectors.map((selector, index) => ({
        action: "Allow",
        [index % 2 === 0 ? "source" : "destination"]: index % 3 === 2 ? { notSelector: selector } : { selector },
      }));
      const world = worldOf([...members.map(resourceOf), gnp("p", { ingress: rules })]);
      const classes = compileAddressClasses(world);
      const sides = world.policies.flatMap(({ ingress }) =>
        ingress.flatMap(({ source, destination }) => [source, destination]),
      );
      const refs = sides.flatMap(({ set, notSet }) => [set, notSet].filter((one) => one !== undefined));
      expect(refs).toHaveLength(selectors.length);
      for (const ref of refs) {
        for (const text of ADDRESSES) {
          const address = parseAddress(text);
          const wanted = address !== undefined && inAddressSet(addressSet(world, ref), address);
          expect(isInSet(classes, ref, text), `${ref.key} ${text}`).toBe(wanted);
        }
      }
    },
  );
  fc.assert(property, { numRuns: 300, seed: 1 });
});

test("a label subset has a value for each combination of its labels, not for each of all labels", () => {
  const members = Array.from({ length: 100 }, (_, index) =>
    netset(`s${index}`, [`10.0.0.${index}/32`], { a: `${index % 10}`, b: `${Math.floor(index / 10)}` }),
  );
  const policy = gnp("p", {
    ingress: [{ action: "Allow", source: { selector: "a == '1'" }, destination: { selector: "b == '1'" } }],
  });
  const { labelSubsets } = compileAddressClasses(worldOf([...members, policy]));
  expect(labelSubsets.map(({ field }) => field.domain)).toEqual([11, 11]);
});
